"""Which lines of a draft are residue, of which class, and how surely.

A line that a pattern of a class claims is residue. Any other is residue where its score (``scorer``) says so; its class is then
told by the words it holds. What stands in another line's company, such as a title under "Related articles", is told by steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from math import ceil, inf

from auditor.model import Confidence, Role
from auditor.residue.classes import Claimed, Classes
from auditor.residue.draft import Draft, Line, Piece, Stage, Step
from auditor.residue.runs import Run, Side, is_table, runs_of, shown
from auditor.residue.scorer import scores, shapes_of, thresholds, weighed
from auditor.residue.words import Shape, is_list_item, shape_of
from auditor.salvage import attempted

_SURE = 1.5
"""Log-odds over the threshold from which on a scored line is residue with medium confidence, not low."""
_CERTAIN = 3.0
"""Log-odds over the threshold from which on a label before or behind the article is residue with high confidence: 999 in a thousand
such lines of the development data are, scored by weights fitted to other sites; the training command prints it."""
_WHOLE = 0.6
"""Share of the labels of a block of which one can be so sure that one can be as sure of all; by half of them a page of the
development data loses more than 2 % of its article at the level that is safe."""
_TITLE_WORDS = 4
"""Words of the shortest title that is taken for the headline among furniture: entries of menus have fewer."""
_VERSES = 3
"""Lines near each other that run on from one to the next; in a menu one may, by chance."""
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
    over = [weighed(score, line.text) for score, line in zip(found, lines, strict=True)]
    claimed = [classes.claimed(line.text) for line in lines]
    runs = runs_of(shapes, [inf if one else score for one, score in zip(claimed, over, strict=True)])
    exhibits = shown(runs, shapes)
    for run in runs:
        bar, surely, is_shown = least.get(run.side, inf), not is_table(run, shapes), run in exhibits
        for at in run.lines():
            over[at] -= bar
            told = claimed[at] or (None if is_shown else _scored(lines[at].text, over[at], classes, surely=surely))
            if told:
                _settle(lines[at], told, shapes[at], run, classes, is_shown=is_shown)
    by_score = [not one for one in claimed]
    _spare_lists(lines)
    _spare_verses(lines, shapes, by_score)
    _spare_the_headline(lines, runs, by_score)
    _spare_the_lonely(lines, by_score)
    for run in runs:
        if run.side is not Side.ARTICLE and run not in exhibits:
            _fill(lines[run.start : run.stop], shapes[run.start : run.stop], classes)
            _be_sure(lines, run, shapes, over)
            for block in _blocks(lines, run, shapes):
                _judge_whole(block)
    return mark(draft, classes, Stage.LINES)


def _settle(line: Line, claimed: Claimed, shape: Shape, run: Run, classes: Classes, *, is_shown: bool) -> None:
    """Mark a line as what it is by itself, the less surely the more of the article's own stands around it.

    In a listing or a table that the article shows, nothing is residue by its score; a line of code may be the article's, and so may
    any other that no pattern is sure of: both are at most what no cleaning but of ``all`` takes out. A line of code by itself inside the article may be what it speaks of, so it is less sure;
    so is what the class itself doubts there.
    """
    kind, reason, confidence = claimed
    if is_shown and (shape.code or confidence != Confidence.HIGH):
        confidence = Confidence.LOW
    if run.side is Side.INSIDE:
        most = Confidence.MEDIUM if shape.code else classes.inside(kind)
        confidence = max(confidence, most, key=lambda one: one.rank)
    line.becomes(Role.RESIDUE, kind, reason, confidence)


def _be_sure(lines: Sequence[Line], run: Run, shapes: Sequence[Shape], over: Sequence[float]) -> None:
    """Short labels far over the threshold, before or behind the article and in no table, are as sure as what a pattern claims."""
    if run.side not in (Side.HEAD, Side.TAIL) or is_table(run, shapes):
        return
    for at in run.lines():
        if lines[at].kind and over[at] >= _CERTAIN and _is_label(lines[at].text, shapes[at]):
            lines[at].confidence = Confidence.HIGH


def _blocks(lines: Sequence[Line], run: Run, shapes: Sequence[Shape]) -> Iterator[list[Line]]:
    """The blocks of a run: labels that are residue, with no other line between them. A table has none.

    The last line before the article may head it ("Key points"): it belongs to no block.
    """
    places = () if is_table(run, shapes) else run.lines()[: -1 if run.side is Side.HEAD else None]
    for is_block, found in groupby(places, lambda at: bool(lines[at].kind) and _is_label(lines[at].text, shapes[at])):
        if is_block:
            yield [lines[at] for at in found]


def _judge_whole(block: Sequence[Line]) -> None:
    """A block goes whole or stays: its labels are as sure as enough of them are."""
    ranks = sorted(line.confidence.rank for line in block)
    enough = list(Confidence)[ranks[ceil(_WHOLE * len(block)) - 1]]
    for line in block:
        line.confidence = enough


def _fill(lines: Sequence[Line], shapes: Sequence[Shape], classes: Classes) -> None:
    """A box is residue whole: a label among its lines is, too, whatever its own words say.

    It stands between two of them, or begins the box before two.
    """
    marked = [bool(line.kind) for line in lines]
    for at, line in enumerate(lines):
        before = marked[at - 1] if at else marked[2:3] == [True]
        among = not marked[at] and before and marked[at + 1 : at + 2] == [True]
        told = classes.told(line.text) if among and _is_label(line.text, shapes[at]) else None
        if told:
            line.becomes(Role.RESIDUE, *told, Confidence.LOW)


def _is_label(text: str, shape: Shape) -> bool:
    """Whether a line is as short as the entries of boxes are, and neither a sentence, a figure nor a quotation."""
    plain = not shape.code and not shape.number and not text.startswith(_QUOTES)
    short = shape.length <= _LABEL and not _is_title(text)
    return plain and short and text[-1] not in ".:;,?!"


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


def _scored(text: str, over: float, classes: Classes, *, surely: bool) -> Claimed | None:
    """What a line is by its score alone; ``over`` is how far that is over the threshold of its side of the article.

    Among figures that may be a table before or behind the article nothing is told ``surely``.
    """
    if over < 0 or text.startswith(_QUOTES):
        return None
    told = classes.told(text)
    return (*told, Confidence.MEDIUM if surely and over >= _SURE else Confidence.LOW) if told else None


def _spare_the_headline(lines: Sequence[Line], runs: Sequence[Run], by_score: Sequence[bool]) -> None:
    """The last title before the first passage of the article may be its own, whatever stands around it."""
    for run in runs[:1]:
        titles = [at for at in run.lines() if by_score[at] and lines[at].kind and _is_title(lines[at].text)]
        if titles and run.side is Side.HEAD:
            lines[titles[-1]].spare()


def _is_title(text: str) -> bool:
    return len(text.split()) >= _TITLE_WORDS and text[-1] not in ".:;,"


def _spare_verses(lines: Sequence[Line], shapes: Sequence[Shape], by_score: Sequence[bool]) -> None:
    """Short lines that run on into each other are verse, or a paragraph that was broken: their scores say nothing."""
    runs_on = [
        (line.text[0].islower() or line.text[-1] in ",;") and not shape.code
        for line, shape in zip(lines, shapes, strict=True)
    ]
    for at, line in enumerate(lines):
        if line.kind and by_score[at] and sum(runs_on[max(0, at - _NEAR) : at + _NEAR + 1]) >= _VERSES:
            line.spare()


def _spare_lists(lines: Sequence[Line]) -> None:
    """The items of a list that a line of the article announces are the article's."""
    announced = False
    for line in lines:
        if is_list_item(line.text):
            if announced and line.kind and line.confidence != Confidence.HIGH:
                line.spare()
        else:
            announced = not line.kind and line.text.endswith(":")


def _spare_the_lonely(lines: Sequence[Line], by_score: Sequence[bool]) -> None:
    """Furniture comes in flocks: a line that only scores, with hardly any other near, may be a heading or a signature.

    A sentence asks for twice the company: it may as well be a short paragraph.
    """
    flags = [bool(line.kind) for line in lines]
    for at, line in enumerate(lines):
        company = sum(flags[max(0, at - _NEAR) : at + _NEAR + 1]) - 1
        if line.kind and by_score[at] and company < (2 * _COMPANY if line.text.endswith(".") else _COMPANY):
            line.spare()
