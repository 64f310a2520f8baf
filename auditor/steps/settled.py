"""Comparisons settled: of two claims that met in several ways the verdict that says most.

A story brings dozens of comparisons for each of its articles. What comes of it is kept as it comes, in memory or in a file, and
read again when somebody goes through the comparisons. An article is in one story only, so no two stories have the same pair.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace

from auditor.model import Comparison, Span, Verdict
from auditor.steps.outcomes import Outcome

_PREFERENCE = (Verdict.CONFLICT, Verdict.AGREE, Verdict.COMPATIBLE, Verdict.NOT_COMPARABLE)
"""Where two claims meet under several keys, the verdict that says most is kept."""


@dataclass(frozen=True, eq=False)
class Settled(Collection[Comparison]):
    """The comparisons of stories, one a pair of claims and check: story by story, in each in their total order.

    ``stories`` is what came of each story by its name, wherever it lies; ``number`` says how many comparisons there are.
    """

    stories: Mapping[str, Outcome]
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


def settled(compared: Iterable[Outcome], kept: MutableMapping[str, Outcome]) -> Settled:
    """The comparisons of stories; what came of each, with its comparisons settled, is put into ``kept``, an empty mapping."""
    number = 0
    for story, outcome in enumerate(compared):
        comparisons = _each_once(outcome.comparisons)
        kept[str(story)] = replace(outcome, comparisons=comparisons, spent=())
        number += len(comparisons)
    return Settled(kept, number)


def _each_once(comparisons: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """One comparison a pair of claims and check, in total order."""
    best: dict[tuple[str, Span, Span], Comparison] = {}
    for one in sorted(comparisons, key=lambda one: (_PREFERENCE.index(one.verdict), one.order), reverse=True):
        best[one.check, one.left.span, one.right.span] = one
    return tuple(sorted(best.values(), key=lambda one: one.order))
