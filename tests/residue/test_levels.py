"""How far cleaning has to go to take a piece of residue out."""

import itertools
import math
from pathlib import Path

import pytest

from auditor.catalogue import residue_classes
from auditor.checks.residue import STORY
from auditor.model import Confidence, Level, Residue, Span
from auditor.reading import make_document
from auditor.residue.blocks import lay_out
from auditor.residue.draft import draft_of
from auditor.residue.levels import level_of
from auditor.residue.recognise import recognise
from auditor.residue.runs import Side, is_table, runs_of
from auditor.residue.scorer import shapes_of

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


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


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_block_of_labels_goes_whole_or_stays(path: Path) -> None:
    lines = [line.removeprefix("~ ") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    draft = draft_of(lines)
    recognise(draft, residue_classes())
    shapes = shapes_of(lines)
    for run in runs_of(shapes, [math.inf if line.kind else -math.inf for line in draft.lines]):
        if run.side in (Side.HEAD, Side.TAIL) and not is_table(run, shapes):
            for one, after in itertools.pairwise(draft.lines[run.start : run.stop - (run.side is Side.HEAD)]):
                if is_entry(one.text) and is_entry(after.text) and one.kind and after.kind:
                    assert one.confidence == after.confidence, (one.text, after.text)


def is_entry(text: str) -> bool:
    return text.replace(" ", "").isalpha() and len(text.split()) < 4 and len(text) <= 40
