"""Spellings: variants of one name, slips, short forms, and names that only look alike."""

import pytest

from auditor.story.spelling import (
    is_exchanged,
    is_given_slip,
    is_respelt,
    is_romanised,
    is_short_form,
    is_slip,
    is_variant,
    letters,
)


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("roland", "ronald"),
        ("brandt", "brondt"),
        ("vardeli", "vadreli"),
        ("mincente", "micente"),
        ("terence", "terrence"),
        ("jomo", "jommo"),
        ("weissman", "weissmann"),
    ],
)
def test_slips(one: str, other: str) -> None:
    assert is_slip(one, other, english=True)
    assert is_slip(other, one, english=True)


@pytest.mark.parametrize(("one", "other"), [("stepian", "stepien"), ("cory", "corey"), ("stephen", "steven")])
def test_vowels_are_a_slip_in_an_english_name_alone(one: str, other: str) -> None:
    assert is_slip(one, other, english=True)
    assert not is_slip(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ann", "anna"),
        ("maria", "marta x"),
        ("roland", "poland"),
        ("brand", "brands"),
        ("gascon", "gascón"),
        ("o'neil", "o’neil"),
        ("elovich", "elovitch"),
        ("qasem", "qassem"),
        ("mohamed", "mohammed"),
        ("luke", "lucy"),
        ("petrov", "petrova"),
    ],
)
def test_no_slips(one: str, other: str) -> None:
    assert not is_slip(one, other)


@pytest.mark.parametrize(("one", "other"), [("victor", "viktor"), ("maxim", "maksim"), ("joseph", "josef")])
def test_forms_of_one_name_in_two_languages(one: str, other: str) -> None:
    assert is_exchanged(one, other)
    assert is_romanised(one, other)


def test_letters_are_what_is_left_without_marks() -> None:
    assert letters("O’Neil-González") == "oneilgonzalez"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rob", "robert"),
        ("bob", "robert"),
        ("r.", "robert"),
        ("len", "leonard"),
        ("chuck", "charles"),
        ("jerry", "jerrold"),
    ],
)
def test_short_forms(one: str, other: str) -> None:
    assert is_short_form(one, other)
    assert is_short_form(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("lena", "roland"), ("rupert", "robert"), ("tom", "robert"), ("rachel", "rachael")]
)
def test_no_short_forms(one: str, other: str) -> None:
    assert not is_short_form(one, other)


@pytest.mark.parametrize(("one", "other"), [("micheal", "michael"), ("cory", "corey"), ("lindsay", "lindsey")])
def test_slips_in_given_names(one: str, other: str) -> None:
    assert is_given_slip(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("christian", "christina"),
        ("andrew", "andrea"),
        ("daniel", "danielle"),
        ("jane", "june"),
        ("joseph", "josef"),
        ("thomas", "tom"),
    ],
)
def test_two_given_names(one: str, other: str) -> None:
    assert not is_given_slip(one, other)
