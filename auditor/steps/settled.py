"""Comparisons settled: of two claims that met in several ways the verdict that says most.

A story brings dozens of comparisons for each of its articles. They are kept as they come, story by story, in memory or in a
file, and read again when somebody goes through them. An article is in one story only, so no two stories have the same pair.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass

from auditor.model import Comparison, Span, Verdict

_PREFERENCE = (Verdict.CONFLICT, Verdict.AGREE, Verdict.COMPATIBLE, Verdict.NOT_COMPARABLE)
"""Where two claims meet under several keys, the verdict that says most is kept."""


@dataclass(frozen=True, eq=False)
class Settled(Collection[Comparison]):
    """The comparisons of stories, one a pair of claims and check: story by story, in each in their total order.

    ``kept`` are those of each story by its name, wherever they lie; ``number`` says how many they are together.
    """

    kept: Mapping[str, tuple[Comparison, ...]]
    number: int

    def __iter__(self) -> Iterator[Comparison]:
        """The comparisons, those of a story read when its turn comes."""
        return (one for held in self.kept.values() for one in held)

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


def settled(stories: Iterable[Iterable[Comparison]], kept: MutableMapping[str, tuple[Comparison, ...]]) -> Settled:
    """The comparisons of stories, which are put into ``kept``, an empty mapping."""
    number = 0
    for story, comparisons in enumerate(stories):
        if held := _each_once(comparisons):
            kept[str(story)] = held
            number += len(held)
    return Settled(kept, number)


def _each_once(comparisons: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """One comparison a pair of claims and check, in total order."""
    best: dict[tuple[str, Span, Span], Comparison] = {}
    for one in sorted(comparisons, key=lambda one: (_PREFERENCE.index(one.verdict), one.order), reverse=True):
        best[one.check, one.left.span, one.right.span] = one
    return tuple(sorted(best.values(), key=lambda one: one.order))
