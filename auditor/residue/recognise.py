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
from auditor.residue.scorer import margin, scores
from auditor.residue.words import is_list_item
from auditor.salvage import attempted

_SURE = 1.5
"""Log-odds over the threshold from which on a scored line is residue with medium confidence, not low."""
_NEAR, _COMPANY = 4, 2
"""A line that is residue by its score alone has as many others within so many lines."""
_QUOTES = ("“", '"', "‘", "«", "„")

Failed = tuple[str, Exception]
"""The id of a class whose step raised, and what it raised."""


def recognise(draft: Draft, classes: Classes, scored: Sequence[float] | None = None) -> list[Failed]:
    """Say in the draft which lines are residue, and return what failed; ``scored`` are their scores where they are known."""
    found = _scores(draft, classes) if scored is None else scored
    for line, score in zip(draft.lines, found, strict=True):
        if claimed := _judged(line.text, score, classes):
            line.becomes(Role.RESIDUE, *claimed)
    _spare_lists(draft.lines)
    _spare_the_lonely(draft.lines)
    return mark(draft, classes, Stage.LINES)


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


def _judged(text: str, score: float, classes: Classes) -> Claimed | None:
    """What a line is by itself."""
    if claimed := classes.claimed(text):
        return claimed
    over = margin(score, text)
    if over < 0 or text.startswith(_QUOTES):
        return None
    told = classes.told(text)
    return (*told, Confidence.MEDIUM if over >= _SURE else Confidence.LOW) if told else None


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
