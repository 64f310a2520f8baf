"""Quotations: those told in several ways side by side, word by word, and those that cannot be traced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Point, Span
from auditor.reports.answers import DIFFER
from auditor.reports.harmless import plain
from auditor.reports.html.chosen import Chosen, Listed, first
from auditor.reports.html.links import Link, Links
from auditor.reports.html.points import Marks, Points
from auditor.reports.word_diff import Piece, compared

MOST_COMPARED = 100
"""Points that are shown side by side; the heading states the cap where it cuts."""
MOST_PAIRS = 3
"""Pairs of tellings of one point that are shown."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One of two tellings: where it stands, and its words, those that differ set apart."""

    place: Link
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A point with the pairs of tellings that it holds against each other."""

    question: str
    number: int
    href: str | None
    pairs: tuple[tuple[Telling, Telling], ...]
    more: int
    marks: Marks


def side_by_side(links: Links, chosen: Chosen, points: Points) -> Listed[Compared]:
    """The points that compare two wordings, each pair once."""
    told = ((point, list(_pairs(point))) for point in chosen.of(*DIFFER))
    found = first(((point, pairs) for point, pairs in told if pairs), MOST_COMPARED)
    shown = (
        Compared(
            plain(point.question),
            chosen.numbers[point.id],
            links.point(point),
            tuple(_tellings(links, *pair) for pair in pairs[:MOST_PAIRS]),
            max(0, len(pairs) - MOST_PAIRS),
            points.marks(point),
        )
        for point, pairs in found.items
    )
    return Listed(tuple(shown), found.total)


def _pairs(point: Point) -> Iterator[tuple[Span, Span]]:
    yield from dict.fromkeys(finding.passages for finding in point.findings if finding.passages)


def _tellings(links: Links, left: Span, right: Span) -> tuple[Telling, Telling]:
    mine, theirs = compared(left, right)
    return Telling(links.place(left), mine.pieces), Telling(links.place(right), theirs.pieces)
