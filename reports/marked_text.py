"""An article's text cut into lines and segments, so that a format can mark places in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from auditor.model import Block, Document, Role
from auditor.reports.harmless import in_page


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to mark: ``[start, end)``, its anchor, and the address of what is said of it, ``None`` where nothing is.

    ``look`` says how it is marked, in a word; ``rank`` is 0 for what matters most. ``number`` is that of its point, 0 where
    none is shown.
    """

    start: int
    end: int
    anchor: str
    href: str | None
    number: int
    rank: int
    look: str

    @property
    def precedence(self) -> tuple[int, int, int, str]:
        """Where marks overlap, the one that comes first is linked: what matters most, then the shortest."""
        return self.rank, self.end - self.start, self.number, self.href or ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that lie under the same marks, those in order of precedence.

    ``anchors`` are those of the marks that start here, ``numbers`` those of the points whose marks end here.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the article with its line break; ``number`` counts from 1, ``start`` is its offset."""

    number: int
    start: int
    segments: tuple[Segment, ...]
    role: Role | None = None

    @property
    def length(self) -> int:
        """How many characters the line has."""
        return sum(len(segment.text) for segment in self.segments)

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read on the line."""
        return not any(segment.text.strip() for segment in self.segments)


def lines(document: Document, starts: Sequence[int], blocks: Iterable[Block], marks: Sequence[Mark]) -> list[Line]:
    """The lines of the document that begin at ``starts``, with the marks in them; their texts joined are its text.

    Characters that cannot be shown are replaced by U+FFFD.
    """
    text = in_page(document.text)
    of_line: dict[int, list[Segment]] = defaultdict(list)
    for start, end, covering in cut(len(text), [(mark.start, mark.end) for mark in marks], starts):
        over = sorted((marks[number] for number in covering), key=lambda mark: mark.precedence)
        of_line[bisect_right(starts, start)].append(_segment(text[start:end], start, end, over))
    roles = {bisect_right(starts, block.start): block.role for block in blocks}
    return [
        Line(number, start, tuple(of_line[number]), roles.get(number))
        for number, start in enumerate(starts, 1)
        if of_line[number]
    ]


def cut(
    length: int, places: Sequence[tuple[int, int]], cuts: Iterable[int] = ()
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Cuts ``[0, length)`` at every boundary of a place and at ``cuts``.

    Each piece comes with the numbers of the places that cover it; a place without a character in the text covers
    nothing.
    """
    opening: dict[int, list[int]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(places):
        if 0 <= start < end <= length:
            opening[start].append(number)
            closing[end].append(number)
    bounds = {0, length, *opening, *closing, *(at for at in cuts if 0 <= at <= length)}
    covering: set[int] = set()
    for start, end in pairwise(sorted(bounds)):
        covering.difference_update(closing[start])
        covering.update(opening[start])
        yield start, end, tuple(sorted(covering))


def _segment(text: str, start: int, end: int, marks: Sequence[Mark]) -> Segment:
    return Segment(
        text,
        tuple(marks),
        tuple(dict.fromkeys(mark.anchor for mark in marks if mark.start == start)),
        tuple(sorted({mark.number for mark in marks if mark.end == end and mark.number})),
    )
