"""Which lines of a draft are residue, of which class, and how surely.

A line that a pattern of a class claims is residue. Any other is residue where its score (``scorer``) says so; its class is then
told by the words it holds. What stands in another line's company, such as a title under "Related articles", is told by steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from math import inf

from auditor.model import Confidence, Role
from auditor.residue.classes import Claimed, Classes
from auditor.residue.draft import Draft, Line, Piece, Stage, Step
from auditor.residue.runs import Run, Side, runs_of, shown
from auditor.residue.scorer import scores, shapes_of, thresholds, weighed
from auditor.residue.words import Shape, is_list_item, shape_of
from auditor.salvage import attempted

_SURE = 1.5
"""Log-odds over the threshold from which on a scored line is residue with medium confidence, not low."""
_CERTAIN = 3.0
"""Log-odds over the threshold from which on one before or behind the article is, with high confidence: of 14,000 such lines of
the development data, scored by weights fitted to other sites, 998 in a thousand were."""
_NEAR, _COMPANY = 4, 2
"""A line that is residue by its score alone has as many others within so many lines."""
_LABEL = 40
"""Characters of the longest entry of a box that is one by its place alone."""
_QUOTES = ("“", '"', "‘", "«", "„")

Failed = tuple[str, Exception]
"""The id of a class whose step raised, and what it raised."""


def recognise(
    draft: Draft,
    classes: Classes,
    scored: Sequence[float] | None = None,
    least: Mapping[str, float] | None = None,
) -> list[Failed]:
    """Say in the draft which lines are residue, and return what failed.

    ``scored`` are their scores where they are known, ``least`` the thresholds where they are others than those that ship.
    """
    least = thresholds() if least is None else least
    lines = draft.lines
    found = _scores(draft, classes) if scored is None else scored
    shapes = shapes_of([line.text for line in lines]) if classes.english else [shape_of(line.text) for line in lines]
    runs = runs_of(shapes, found)
    exhibits = shown(runs, shapes)
    for run in runs:
        for at in run.lines():
            if claimed := _judged(lines[at].text, found[at], run.side, classes, least):
                _settle(lines[at], claimed, shapes[at], run, is_shown=run in exhibits)
    _spare_lists(lines)
    _spare_the_lonely(lines)
    for run in runs:
        if run.side is not Side.ARTICLE and run not in exhibits:
            _fill(lines[run.start : run.stop], shapes[run.start : run.stop], classes)
    return mark(draft, classes, Stage.LINES)


def _settle(line: Line, claimed: Claimed, shape: Shape, run: Run, *, is_shown: bool) -> None:
    """Mark a line as what it is by itself, unless the article around it says that it is the article's.

    In a listing or a table that the article shows a line of code is, and any other is where its score alone speaks against it.
    A line of code by itself inside the article may be what it speaks of, so it is less sure.
    """
    kind, reason, confidence = claimed
    if is_shown and (shape.code or confidence != Confidence.HIGH):
        return
    doubted = run.side is Side.INSIDE and shape.code
    line.becomes(Role.RESIDUE, kind, reason, Confidence.MEDIUM if doubted else confidence)


def _fill(lines: Sequence[Line], shapes: Sequence[Shape], classes: Classes) -> None:
    """A box is residue whole: a label between two lines of it is, too, whatever its own words say."""
    marked = [bool(line.kind) for line in lines]
    for at in range(1, len(lines) - 1):
        line = lines[at]
        if not marked[at] and marked[at - 1] and marked[at + 1] and _is_label(line.text, shapes[at]):
            told = classes.told(line.text)
            if told:
                line.becomes(Role.RESIDUE, *told, Confidence.LOW)


def _is_label(text: str, shape: Shape) -> bool:
    """Whether a line is as short as the entries of boxes are, and neither a sentence, a figure nor a quotation."""
    plain = not shape.code and not shape.number and not text.startswith(_QUOTES)
    return plain and shape.length <= _LABEL and text[-1] not in ".:;,?!"


def _scores(draft: Draft, classes: Classes) -> Sequence[float]:
    """The lines' scores, of which words of English are a part: in another language no line has one."""
    return scores([line.text for line in draft.lines]) if classes.english else [-inf] * len(draft.lines)


def mark(draft: Draft, classes: Classes, stage: Stage) -> list[Failed]:
    """Take the steps of a stage whose pieces are whole lines, mark those in the draft, and return what failed."""
    at = {line.start: line for line in draft.lines}
    failed: list[Failed] = []
    for name, pieces, error in taken(draft, classes, stage):
        failed += [(name, error)] if error else []
        for piece in pieces:
            at[piece.start].becomes(piece.role, name, piece.reason, piece.confidence)
    return failed


def taken(draft: Draft, classes: Classes, stage: Stage) -> Iterator[tuple[str, Sequence[Piece], Exception | None]]:
    """What each step of a stage yields, one after another: its class, its pieces, and what it raised, if it did."""
    places = {line.start: line.end for line in draft.lines} if stage < Stage.INSIDE else None
    for name, step in classes.steps(stage):
        pieces, error = attempted(partial(_checked, draft, step, places))
        yield name, pieces or (), error


def _checked(draft: Draft, step: Step, lines: Mapping[int, int] | None) -> Sequence[Piece]:
    """The pieces of a step. Raises ``ValueError`` for one that is no place of the text, or no line where it must be one."""
    pieces = list(step(draft))
    for piece in pieces:
        inside = 0 <= piece.start < piece.end <= len(draft.document.text)
        if not inside or (lines is not None and lines.get(piece.start) != piece.end):
            raise ValueError(f"[{piece.start}, {piece.end}) is no {'place of the text' if lines is None else 'line'}")
    return pieces


def _judged(text: str, score: float, side: Side, classes: Classes, least: Mapping[str, float]) -> Claimed | None:
    """What a line is by itself, on its side of the article."""
    if claimed := classes.claimed(text):
        return claimed
    over = weighed(score, text) - least.get(side, inf)
    if over < 0 or text.startswith(_QUOTES):
        return None
    told = classes.told(text)
    return (*told, _confidence(over, side)) if told else None


def _confidence(over: float, side: Side) -> Confidence:
    if over >= _CERTAIN and side in (Side.HEAD, Side.TAIL):
        return Confidence.HIGH
    return Confidence.MEDIUM if over >= _SURE else Confidence.LOW


def _spare_lists(lines: Sequence[Line]) -> None:
    """The items of a list that a line of the article announces are the article's."""
    announced = False
    for line in lines:
        if is_list_item(line.text):
            if announced and line.kind and line.confidence != Confidence.HIGH:
                line.spare()
        else:
            announced = not line.kind and line.text.endswith(":")


def _spare_the_lonely(lines: Sequence[Line]) -> None:
    """Furniture comes in flocks: a line that only scores, with hardly any other near, may be a heading or a signature."""
    flags = [bool(line.kind) for line in lines]
    for at, line in enumerate(lines):
        if line.kind and line.confidence != Confidence.HIGH:
            around = sum(flags[max(0, at - _NEAR) : at + _NEAR + 1]) - 1
            if around < _COMPANY:
                line.spare()
