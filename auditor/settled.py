"""Settled comparisons: what a report holds of the claims that met, story by story, wherever it lies."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from auditor.model import Comparison


class Told(Protocol):
    """What came of a story."""

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Its comparisons, one a pair of claims and check, in their total order."""


@dataclass(frozen=True, eq=False)
class Settled(Collection[Comparison]):
    """The comparisons of stories, one a pair of claims and check: story by story, in each in their total order.

    ``stories`` is what came of each story by its name, wherever it lies; ``number`` says how many comparisons there are.
    """

    stories: Mapping[str, Told]
    number: int

    def __iter__(self) -> Iterator[Comparison]:
        """The comparisons, those of a story read when its turn comes."""
        return (one for story in self.stories.values() for one in story.comparisons)

    def __len__(self) -> int:
        """How many there are."""
        return self.number

    def __contains__(self, one: object) -> bool:
        """Whether a comparison is among them."""
        return any(one == other for other in self)

    def __eq__(self, other: object) -> bool:
        """Whether others are the same in the same order."""
        return isinstance(other, Collection) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]


def by_story(comparisons: Collection[Comparison]) -> Iterator[Collection[Comparison]]:
    """Comparisons story by story; all together where it is not known which story each is of. No two stories share an article."""
    if isinstance(comparisons, Settled):
        yield from (story.comparisons for story in comparisons.stories.values())
    else:
        yield comparisons
