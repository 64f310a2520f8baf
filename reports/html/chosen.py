"""Which points a page shows, and under which numbers: all of them, but of very many the first of each tier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from auditor.model import Point
from auditor.reports.answers import DIFFER, Answers, Tier, tier
from auditor.reports.layout import shown

T = TypeVar("T")

NUMBERED = (*DIFFER, Tier.FURTHER, Tier.SOURCING, Tier.TRACE)
"""The tiers whose points have numbers, in the order in which the page shows them."""
MOST_POINTS = 300
"""Points of one tier that are shown; headings state the cap where it cuts."""
MOST_TO_CLEAN = 2_000
"""Places to clean that are shown, a line each, and of one document ``MOST_IN_DOCUMENT``."""
MOST_IN_DOCUMENT = 40
"""Places to clean that are shown of one document."""


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """The first of many: ``items`` are shown, of ``total``."""

    items: tuple[T, ...]
    total: int

    @property
    def count(self) -> str:
        """How many there are, and how many of them are shown where that is fewer."""
        return shown(len(self.items), self.total)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The points that a page shows: by tier, what is to clean by document; ``settled`` are those that count no more.

    ``numbers`` holds the number of each point that a reader is to refer to, by its id, counted through all tiers.
    """

    tiers: Mapping[Tier, Listed[Point]]
    clean: Mapping[str, Listed[Point]]
    settled: Listed[Point]
    numbers: Mapping[str, int]

    def of(self, *tiers: Tier) -> Iterator[Point]:
        """The points shown of some tiers."""
        return chain.from_iterable(self.tiers[one].items for one in tiers)

    @property
    def all(self) -> Iterator[Point]:
        """Every point shown."""
        to_clean = chain.from_iterable(listed.items for listed in self.clean.values())
        return chain(self.of(*NUMBERED), to_clean, self.settled.items)


def choose(answers: Answers) -> Chosen:
    """The points that a page shows of a report."""
    held: dict[Tier, list[Point]] = defaultdict(list)
    settled: list[Point] = []
    for point in answers.points:
        (held[tier(point)] if point.counts else settled).append(point)
    tiers = {one: first(held[one], MOST_POINTS) for one in NUMBERED}
    numbered = chain.from_iterable(tiers[one].items for one in NUMBERED)
    numbers = {point.id: number for number, point in enumerate(numbered, 1)}
    return Chosen(tiers, _by_document(held[Tier.CLEAN]), first(settled, MOST_POINTS), numbers)


def first(found: Iterable[T], most: int) -> Listed[T]:
    """The first ``most`` of what was found; of a sequence no more is looked at, since articles may lie on disk."""
    held = found if isinstance(found, Sequence) else tuple(found)
    return Listed(tuple(held[:most]), len(held))


def _by_document(points: Iterable[Point]) -> Mapping[str, Listed[Point]]:
    """What is to clean, by document, down its lines."""
    held: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        held[point.lead.primary.document].append(point)
    found: dict[str, Listed[Point]] = {}
    room = MOST_TO_CLEAN
    for document in sorted(held):
        down = sorted(held[document], key=lambda point: point.lead.primary)
        found[document] = first(down, min(MOST_IN_DOCUMENT, room))
        room -= len(found[document].items)
    return found


def style_of(one: Tier) -> str:
    """A tier as a name for styles and anchors: ``less-sure``."""
    return one.replace(" ", "-")
