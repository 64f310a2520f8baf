"""How far cleaning has to go to take a piece of residue out."""

import pytest

from auditor.model import Confidence, Level, Residue, Span
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
