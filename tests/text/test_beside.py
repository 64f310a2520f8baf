"""Phrases right before a place: whole words, the longest of them, and nothing in front of what was read already."""

import pytest

from auditor.text.beside import Before

LEADS = Before(["in", "the", "in the", "c."])


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("back in ", 5),
        ("back in the ", 5),
        ("back in\nthe\n", 5),
        ("(in ", 1),
        ("born c. ", 5),
        ("within ", None),
        ("in", None),
        ("in  ", None),
        ("mid-in ", 4),
        ("in-", None),
        ("", None),
    ],
)
def test_where_a_phrase_begins(text: str, start: int | None) -> None:
    assert LEADS.start(text, len(text)) == start
    assert LEADS.stands(text, len(text)) is (start is not None)


def test_a_phrase_does_not_begin_before_the_lowest_place() -> None:
    assert LEADS.start("back in the ", 12, 6) == 8
    assert LEADS.start("back in ", 8, 6) is None


def test_a_hyphen_may_stand_there() -> None:
    assert Before(["mid"], hyphen=True).start("in mid-", 7) == 3
