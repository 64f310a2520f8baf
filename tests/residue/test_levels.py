"""How far cleaning has to go to take a piece of residue out."""

import pytest

from auditor.catalogue import residue_classes
from auditor.checks.residue import STORY
from auditor.model import Confidence, Level, Residue, Span
from auditor.reading import make_document
from auditor.residue.blocks import lay_out
from auditor.residue.levels import level_of


@pytest.mark.parametrize(
    ("text", "words", "confidence", "replacement", "level"),
    [
        ("A line\nShare\nMore\n", "Share", Confidence.HIGH, "", Level.SAFE),
        ("A line\n \tShare \nMore\n", "Share", Confidence.HIGH, "", Level.SAFE),
        ("A line\nShare it all\n", "Share", Confidence.HIGH, "", Level.LIKELY),
        ("A line\nShare\n", "Share", Confidence.MEDIUM, "", Level.LIKELY),
        ("A line\nShare\n", "Share", Confidence.LOW, "", Level.ALL),
        ("A line with Ã© in it\n", "Ã©", Confidence.HIGH, "é", Level.SAFE),
        ("A line\nHidden\ufe01\ufe02 words\n", "Hidden\ufe01\ufe02 words", Confidence.HIGH, "", Level.ALL),
    ],
    ids=["sure", "white space beside it", "part of a line", "less sure", "unsure", "damage", "provenance"],
)
def test_the_level_of_a_piece(text: str, words: str, confidence: Confidence, replacement: str, level: Level) -> None:
    start = text.index(words)
    piece = Residue(Span("a.txt", start, start + len(words), words), "some-check", "goes", confidence, replacement)
    assert level_of(piece, text) is level


def test_each_level_takes_those_before_it() -> None:
    taken = {level: [one for one in Level if level.takes(one)] for level in Level}
    assert taken == {Level.SAFE: [Level.SAFE], Level.LIKELY: [Level.SAFE, Level.LIKELY], Level.ALL: list(Level)}


@pytest.mark.parametrize(
    "line",
    ["Photo: Ilan Moe/Veldran Press Agency", "Read more: The wall that nobody wanted", "Check price at Amazon"],
)
def test_what_editors_keep_between_passages_is_likely_there_and_safe_behind_them(line: str) -> None:
    before, after = STORY.split("\n\n")
    assert levels(f"{before}\n\n{line}\n\n{after}") == [Level.LIKELY]
    assert levels(f"{before}\n\n{after}\n\n{line}") == [Level.SAFE]


def test_a_headline_that_returns_far_from_the_top_may_be_a_heading() -> None:
    passages = "\n\n".join(
        f"Boat {number} of the fleet lies in the next bay, and its crew went home." for number in range(12)
    )
    headline = "Storm closes the harbour of Mariel"
    assert levels(f"{headline}\n\n{headline}\n\n{passages}") == [Level.SAFE]
    assert levels(f"{headline}\n\n{passages}\n\n{headline}\n\n{STORY}") == [Level.LIKELY]


def levels(text: str) -> list[Level]:
    return [level_of(piece, text) for piece in lay_out(make_document("a.txt", text), residue_classes()).residue]
