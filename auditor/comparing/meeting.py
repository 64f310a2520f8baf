"""Meeting: which mentions of two articles may speak of one thing, how near they stand, and who else comes near.

Two mentions of one slot meet when both have a rare word near their value. Their closeness sums the words they share: the
nearer to both values and the rarer in its article, the more a word says. Rarity is a share of the article's sentences, so
that a long article does not thin out two sentences that would be close alone. Only the two articles count: a third
changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from auditor.model import Claim, Span
from auditor.story.labels import Label
from auditor.story.mentions import Mention, Record
from auditor.story.parallel import partners
from auditor.story.plain import plain

Slot = Callable[[Mention], str]
"""What kind of value a mention holds, in a word; empty for none. Only mentions of one slot meet."""

_RARE = 8
"""A word in more sentences of an article than this brings no two mentions together: it is what the story is about."""
_CONCEPT = 0.7
"""What a shared class of words says beside a shared word."""
_NAMES = 0.9
"""What all shared names together say at most: who a story is about is not yet what is said of them."""
_LEAST = 0.3
"""Closeness under which two mentions do not meet. Of the labelled conflicts of real news none lies under it."""

_LEAST_INSIDE = 0.1
"""The same inside one article, whose headline shares few words with what it sums up."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A word that two contexts share: how near it stands to both values, how rare it is, and what it adds."""

    label: Label
    near: float
    rare: float
    weight: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions that meet.

    ``closeness`` sums what the ``shared`` words add; ``placed`` says that both stand in the same place of a parallel
    sentence. ``rank`` is the worse and ``better`` the better of their two places among each other's partners, those of
    one value counted once; ``margin`` is how many times closer they are than the closest rival with another value.
    """

    left: Mention
    right: Mention
    shared: tuple[Shared, ...]
    closeness: float
    placed: bool
    rank: int = 1
    better: int = 1
    margin: float = inf

    @property
    def sides(self) -> tuple[Mention, Mention]:
        """Both mentions."""
        return self.left, self.right

    def other(self, side: Mention) -> Mention:
        """The mention that is not the given one."""
        return self.right if side is self.left else self.left

    @property
    def order(self) -> tuple[float, Span, Span]:
        """The key of the total order in which pairs are taken: the closest first."""
        return (-self.closeness, self.left.claim.span, self.right.claim.span)


def meet(left: Record, right: Record, slot: Slot) -> tuple[Pair, ...]:
    """The pairs of mentions of one slot of two articles, or of one article with itself, the closest first."""
    mine, theirs = _slotted(left, slot), _slotted(right, slot)
    shared = [what for what in mine if what in theirs and (left is not right or len(mine[what].mentions) > 1)]
    matched = partners(left.parallel(right)) if shared and left is not right else {}
    met = []
    for what in shared:
        for one in mine[what].mentions:
            partner = matched.get(one.claim)
            for other in theirs[what].candidates(one, partner):
                if left is right and one.claim.span >= other.claim.span:
                    continue
                pair = _pair(one, other, left, right, partner is other.claim)
                if pair.closeness >= (_LEAST if left is not right else _LEAST_INSIDE) or pair.placed:
                    met.append(pair)
    return tuple(sorted(ranked(met), key=lambda pair: pair.order))


@dataclass(frozen=True)
class _Row:
    """The mentions of an article whose slot holds the same."""

    story: Record
    mentions: Sequence[Mention]

    def candidates(self, one: Mention, partner: Claim | None) -> Iterator[Mention]:
        """The mentions that share a rare word with one, or stand in its place in a parallel sentence."""
        numbers = {n for word in one.words for label in word.labels for n in self._index.get(label, ())}
        if partner is not None:
            numbers.update(n for n, mention in enumerate(self.mentions) if mention.claim is partner)
        yield from (self.mentions[number] for number in sorted(numbers))

    @cached_property
    def _index(self) -> Mapping[Label, Sequence[int]]:
        """By each word that few sentences hold, the mentions that have it near, as places in the row."""
        index: dict[Label, list[int]] = {}
        spread = self.story.spread
        for number, mention in enumerate(self.mentions):
            for label in {label for word in mention.words for label in word.labels if spread[label] <= _RARE}:
                index.setdefault(label, []).append(number)
        return index


def _slotted(story: Record, slot: Slot) -> Mapping[str, _Row]:
    """The mentions of an article by what their slot holds, sorted once for all articles that it meets."""
    if slot not in story.known:
        slots: dict[str, list[Mention]] = {}
        for mention in story.mentions:
            what = slot(mention)
            if what:
                slots.setdefault(what, []).append(mention)
        story.known[slot] = {what: _Row(story, mentions) for what, mentions in slots.items()}
    slotted: Mapping[str, _Row] = story.known[slot]
    return slotted


def _pair(one: Mention, other: Mention, left: Record, right: Record, placed: bool) -> Pair:
    shared = tuple(_bounded(_shared(one, other, left, right)))
    return Pair(one, other, shared, round(sum(word.weight for word in shared), 6), placed)


def _shared(one: Mention, other: Mention, left: Record, right: Record) -> Iterator[Shared]:
    """The words both contexts hold, each used once."""
    used: set[int] = set()
    for word in one.words:
        for label in word.labels:
            match = next((found for found in other.index.get(label, ()) if found.start not in used), None)
            if match:
                used.add(match.start)
                near = (word.near * match.near) ** 0.5
                rare = (left.rarity(label) + right.rarity(label)) / 2
                yield Shared(label, near, rare, near * rare * (_CONCEPT if label.is_concept else 1))
                break


def _bounded(shared: Iterator[Shared]) -> Iterator[Shared]:
    """The shared words, the heaviest first, the names among them with no more than their bound together."""
    left = _NAMES
    for one in sorted(shared, key=lambda word: (-word.weight, word.label)):
        weight = min(one.weight, left) if one.label.is_name else one.weight
        if one.label.is_name:
            left -= weight
        yield Shared(one.label, one.near, one.rare, weight)


def ranked(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs with their places among all partners of both sides."""
    beside: dict[Mention, dict[str, float]] = defaultdict(dict)
    for pair in pairs:
        for side in pair.sides:
            value, closest = plain(pair.other(side).claim), beside[side]
            closest[value] = max(closest.get(value, 0.0), pair.closeness)
    for pair in pairs:
        ranks, margins = [], []
        for side in pair.sides:
            value = plain(pair.other(side).claim)
            rivals = [closeness for other, closeness in beside[side].items() if other != value]
            ranks.append(1 + sum(closeness > pair.closeness for closeness in rivals))
            nearest = max(rivals, default=0.0)  # partners by their place alone may share no word that weighs
            margins.append(pair.closeness / nearest if nearest else inf)
        yield Pair(
            pair.left, pair.right, pair.shared, pair.closeness, pair.placed, max(ranks), min(ranks), min(margins)
        )
