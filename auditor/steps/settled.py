"""Comparisons settled: of two claims that met in several ways, or in several stories, the verdict that says most.

An article is in as many stories as it shares its subjects with, and each story brings dozens of comparisons: they are kept as
they come, story by story, in memory or in a file, and read again when somebody goes through them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass

from auditor.model import Comparison, Span, Verdict

_PREFERENCE = (Verdict.CONFLICT, Verdict.AGREE, Verdict.COMPATIBLE, Verdict.NOT_COMPARABLE)
"""Where two claims meet under several keys, the verdict that says most is kept."""
_MARKS = 1 << 24
"""Bytes in which it is marked which pairs came before: a pair that only seems to have come is looked at again, so any number does."""

Kept = Mapping[str, tuple[Comparison, ...]]
_Pair = tuple[str, Span, Span]
_Rank = tuple[int, tuple[Span, Span, str, str, str]]


@dataclass(frozen=True, eq=False)
class Settled(Collection[Comparison]):
    """The comparisons of stories, one a pair of claims and check: story by story, in each in their total order.

    ``kept`` are those of each story by its name, wherever they lie; ``passed_over`` are by story the places of those that another
    story, or the same pair's better verdict, stands for.
    """

    kept: Kept
    passed_over: Mapping[str, frozenset[int]]
    number: int

    def __iter__(self) -> Iterator[Comparison]:
        """The comparisons, those of a story read when its turn comes."""
        for story, held in self.kept.items():
            over = self.passed_over.get(story, frozenset())
            yield from (one for place, one in enumerate(held) if place not in over)

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
    came, again, number = bytearray(_MARKS), set[int](), 0
    for story, comparisons in enumerate(stories):
        held = _each_once(comparisons)
        if not held:
            continue
        kept[str(story)] = held
        number += len(held)
        for one in held:
            mark = hash(_pair(one))
            if came[mark % _MARKS]:
                again.add(mark % _MARKS)
            came[mark % _MARKS] = 1
    passed_over = _passed_over(kept, again) if again else {}
    return Settled(kept, passed_over, number - sum(map(len, passed_over.values())))


def _each_once(comparisons: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """One comparison a pair of claims and check, in total order."""
    best: dict[_Pair, Comparison] = {}
    for one in sorted(comparisons, key=_rank, reverse=True):
        best[_pair(one)] = one
    return tuple(sorted(best.values(), key=lambda one: one.order))


def _passed_over(kept: Kept, again: Collection[int]) -> Mapping[str, frozenset[int]]:
    """By story the places of the comparisons whose pair another story has too, with the verdict that says most."""
    met: dict[_Pair, list[tuple[_Rank, str, int]]] = {}
    for story, held in kept.items():
        for place, one in enumerate(held):
            pair = _pair(one)
            if hash(pair) % _MARKS in again:
                met.setdefault(pair, []).append((_rank(one), story, place))
    over: dict[str, set[int]] = {}
    for several in met.values():
        first = min(several, key=lambda each: each[0])
        for each in several:
            if each is not first:
                over.setdefault(each[1], set()).add(each[2])
    return {story: frozenset(places) for story, places in over.items()}


def _pair(one: Comparison) -> _Pair:
    return one.check, one.left.span, one.right.span


def _rank(one: Comparison) -> _Rank:
    return _PREFERENCE.index(one.verdict), one.order
