"""Spellings: variants of one name, slips, short forms, and names that only look alike."""

import pytest

from auditor.subjects.spelling import is_respelt, is_short_form, is_slip, is_variant


@pytest.mark.parametrize(("one", "other"), [("derna", "darna"), ("ariel", "aerial"), ("benghazi", "bengazi")])
def test_variants(one: str, other: str) -> None:
    assert is_variant(one, other)
    assert is_variant(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("maria", "mario"), ("roland", "ronald"), ("derna", "derna"), ("ana", "ina")]
)
def test_no_variants(one: str, other: str) -> None:
    assert not is_variant(one, other)


def test_a_respelt_name_has_other_vowels_in_the_same_places() -> None:
    assert is_respelt("derna", "darna")
    assert not is_respelt("christina", "christian")


@pytest.mark.parametrize(("one", "other"), [("roland", "ronald"), ("rupert", "robert"), ("brandt", "brondt")])
def test_slips(one: str, other: str) -> None:
    assert is_slip(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("ann", "anna"), ("maria", "marta x"), ("roland", "poland"), ("brand", "brands")]
)
def test_no_slips(one: str, other: str) -> None:
    assert not is_slip(one, other)


@pytest.mark.parametrize(("one", "other"), [("rob", "robert"), ("bob", "robert"), ("r.", "robert"), ("len", "leonard")])
def test_short_forms(one: str, other: str) -> None:
    assert is_short_form(one, other)
    assert is_short_form(other, one)


@pytest.mark.parametrize(("one", "other"), [("lena", "roland"), ("rupert", "robert"), ("tom", "robert")])
def test_no_short_forms(one: str, other: str) -> None:
    assert not is_short_form(one, other)
