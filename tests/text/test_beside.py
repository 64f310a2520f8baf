"""Phrases right before a place: whole words, the longest of them, and nothing in front of what was read already."""

import pytest

from auditor.text.beside import Before, Behind, Within

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


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (" of the war", "war"),
        (" of war", "war"),
        (" of\nthem all", "them all"),
        (" offshore it", None),
        ("of war", None),
        ("", None),
    ],
)
def test_where_what_follows_a_phrase_begins(text: str, rest: str | None) -> None:
    at = Behind(["of", "of the"]).next(f"war{text}", 3)
    assert (None if at is None else f"war{text}"[at:]) == rest


@pytest.mark.parametrize(
    ("text", "start", "end", "stands"),
    [
        ("it was due", 0, 10, True),
        ("and at\nthe time they", 0, 20, True),
        ("the residue", 0, 11, False),
        ("it was due", 0, 9, False),
        ("due then", 1, 8, False),
    ],
)
def test_within_a_stretch_whole_words_are_found(text: str, start: int, end: int, stands: bool) -> None:
    assert Within(["due", "at the time"]).stands(text, start, end) is stands
