"""Stories: which articles of a set tell the same story, so that only those are compared with one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from auditor.subjects.mentions import Story

_SMALL = 12
"""A set of no more articles than this was put together on purpose: all of it may tell one story."""
_SHARED_NAMES = 3
"""Rare names that two articles of a larger set have in common when they tell one story."""
_COMMON = 60
"""A name in more articles than this tells no story."""


def pairs(stories: Sequence[Story]) -> Iterator[tuple[Story, Story]]:
    """Every pair of articles that may tell one story, in their order."""
    if len(stories) <= _SMALL:
        yield from combinations(stories, 2)
        return
    holders: dict[str, list[int]] = defaultdict(list)
    for number, story in enumerate(stories):
        for key in sorted({name.key for name in story.names.all}):
            holders[key].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= _COMMON:
            shared.update(combinations(numbers, 2))
    for one, other in sorted(pair for pair, names in shared.items() if names >= _SHARED_NAMES):
        yield stories[one], stories[other]
