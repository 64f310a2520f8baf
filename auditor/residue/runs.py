"""Runs: what stands between two passages of the article, or before the first or after the last, judged together.

Furniture comes in boxes: a menu, a share bar, a list of links, a thread of comments. What a box is shows in all of its
lines, not in one; and a box between two passages of the article may as well be what they speak of: a table, a listing, a recipe.
Features by name, as in ``words``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from auditor.residue.words import Shape

_SCORES = (-3, -2, -1, 0, 1, 2, 3)
_COUNTS = (1, 2, 3, 5, 8, 13, 21, 34, 55)
"""Borders between levels of a count: Fibonacci numbers, so that small ones are told apart."""
_SHARES = (0.01, 0.1, 0.25, 0.5, 0.75, 0.99)
"""Borders between levels of a share: none, a few, a quarter, half, most, all."""
_LENGTHS = (6, 10, 15, 22, 32, 45, 64, 90, 128, 180, 256)
"""Borders between levels of a length in characters, each about the square root of two times the one before."""
_EDGE = 3
"""Lines from either end of a run up to which its end is told apart from its middle."""
_LISTING = 0.34
"""A run of which as many lines read as code is a listing: the others are its values, its comments, what it prints."""
_SHOWN = 2
"""Lines of the shortest listing: a single line of code is as often left of a page."""
_TABLE, _FIGURES = 6, 0.2
"""A run of as many lines, of which such a share are figures alone, is a table, its cells one a line."""


class Side(StrEnum):
    """Where a run stands: on which sides of it the article is."""

    HEAD = "head"
    INSIDE = "inside"
    TAIL = "tail"
    ALONE = "alone"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Run:
    """Lines ``[start, stop)`` of a page, none of them a passage of the article; or all of them, where ``side`` says so."""

    start: int
    stop: int
    side: Side
    later: int
    """Lines of the article behind it."""

    @property
    def size(self) -> int:
        """How many lines it has."""
        return self.stop - self.start

    def lines(self) -> range:
        """The numbers of its lines."""
        return range(self.start, self.stop)


def runs_of(shapes: Sequence[Shape], scores: Sequence[float]) -> list[Run]:
    """The runs of a page in order, and the passages between them: prose that does not look like residue by its score.

    The scores are those of the lines by themselves, or what their length leaves of those in their place (``scorer.weighed``).
    """
    article = [shape.prose and score < 0 for shape, score in zip(shapes, scores, strict=True)]
    later, passed = sum(article), 0
    runs: list[Run] = []
    start = 0
    for stop in range(1, len(article) + 1):
        if stop < len(article) and article[stop] == article[start]:
            continue
        if article[start]:
            passed, later = passed + stop - start, later - (stop - start)
            runs.append(Run(start, stop, Side.ARTICLE, later))
        else:
            runs.append(Run(start, stop, _side(passed, later), later))
        start = stop
    return runs


def _side(passed: int, later: int) -> Side:
    if passed and later:
        return Side.INSIDE
    return Side.TAIL if passed else Side.HEAD if later else Side.ALONE


def shown(runs: Sequence[Run], shapes: Sequence[Shape]) -> list[Run]:
    """Those runs of a page that the article shows: listings, lines of code with what belongs to them, and tables.

    They stand inside the article, or behind it: an article may end with a table, since menus have no figures, and one that shows
    code inside may end with some, too.
    """
    inside = [run for run in runs if run.side is Side.INSIDE]
    last = [run for run in runs[-1:] if run.side is Side.TAIL]
    listings = [run for run in inside if _is_listing(run, shapes)]
    listings += [run for run in last if listings and _is_listing(run, shapes)]
    return [*listings, *(run for run in (*inside, *last) if is_table(run, shapes))]


def _is_listing(run: Run, shapes: Sequence[Shape]) -> bool:
    return run.size >= _SHOWN and _share(shapes[at].code for at in run.lines()) >= _LISTING


def is_table(run: Run, shapes: Sequence[Shape]) -> bool:
    """Whether figures alone make up a good part of the run."""
    return run.size >= _TABLE and _share(shapes[at].number for at in run.lines()) >= _FIGURES


class Traits(NamedTuple):
    """Levels that a run shares with the features of its lines: how many there are, their mean score, and how much is code."""

    size: int
    mean: int
    code: int


def traits_of(run: Run, shapes: Sequence[Shape], scores: Sequence[float]) -> Traits:
    """The traits of a run."""
    return Traits(
        bisect_right(_COUNTS, run.size),
        bisect_right(_SCORES, sum(scores[run.start : run.stop]) / run.size),
        _level(shape.code for shape in shapes[run.start : run.stop]),
    )


def run_features(
    run: Run, traits: Traits, lines: Sequence[str], shapes: Sequence[Shape], scores: Sequence[float]
) -> list[str]:
    """The names of the features that all lines of a run share."""
    if run.side is Side.ARTICLE:
        return ["run=article"]
    side, (count, mean, code) = run.side, traits
    own, within = scores[run.start : run.stop], shapes[run.start : run.stop]
    top = bisect_right(_SCORES, max(own))
    length = bisect_right(_LENGTHS, sum(shape.length for shape in within) / len(within))
    led = ":" if run.start and lines[run.start - 1][-1] == ":" else "."
    after = "none" if not run.later else "few" if run.later < _EDGE else "more"
    distinct = bisect_right(_SHARES, len(set(lines[run.start : run.stop])) / len(own))
    return [
        f"run={side}",
        f"run lines={count}",
        f"run lines side={count} {side}",
        f"run lines score={count} {mean}",
        f"run score={mean}",
        f"run score side={mean} {side}",
        f"run top={top}",
        f"run top side={top} {side}",
        f"run hot side={_level(score > 0 for score in own)} {side}",
        f"run code side={code} {side}",
        f"run numbers side={_level(shape.number for shape in within)} {side}",
        f"run items side={_level(shape.item for shape in within)} {side}",
        f"run distinct side={distinct} {side}",
        f"run length={length}",
        f"run length side={length} {side}",
        f"run led side={led} {side}",
        f"run after side={after} {side}",
    ]


def in_run_features(run: Run, traits: Traits, at: int, shape: Shape, score: float) -> list[str]:
    """The names of the features of one line in its run."""
    if run.side is Side.ARTICLE:
        return []
    side, own = run.side, bisect_right(_SCORES, score)
    first, last = min(_EDGE, at - run.start), min(_EDGE, run.stop - 1 - at)
    return [
        f"line run={own} {traits.mean} {side}",
        f"line lines={own} {traits.size}",
        f"line code side={int(shape.code)} {side}",
        f"line code run={int(shape.code)} {traits.code}",
        f"line number side={int(shape.number)} {side}",
        f"in run={first} {last}",
        f"in run first side={first} {side}",
        f"in run last side={last} {side}",
    ]


def _level(flags: Iterable[bool]) -> int:
    return bisect_right(_SHARES, _share(flags))


def _share(flags: Iterable[bool]) -> float:
    known = list(flags)
    return sum(known) / len(known)
