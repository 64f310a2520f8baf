"""Alignment: which mention in one article speaks of what a mention in another speaks of, and why one does not.

Gates come first: each names a reason why two mentions cannot be compared. Those that pass are ranked by the rare
words that both have near the value. A word is rare when few
sentences of the two articles hold it: words all over both say the topic, words in one sentence of each say the slot.
Only the two articles count, so a third one changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from auditor.model import Claim, Span
from auditor.subjects.mentions import Mention, Story
from auditor.subjects.parallel import partners

Gate = Callable[[Mention, Mention], str]
"""Why two mentions cannot be compared, or an empty string."""

Hint = Callable[[Mention, Mention], "Shared | None"]
"""What the values themselves say for or against two mentions being one, such as digits that were swapped."""

Slot = Callable[[Mention], str]
"""What kind of value a mention holds, in a word; empty for none. Only mentions of one slot are aligned."""

_SAME_WORD, _SAME_CONCEPT, _SAME_NAME = 1.0, 0.7, 1.0
_NAMES = 0.7
"""What all shared names together weigh at most: who a story is about is not yet what is said of them."""
_RARE = 8
"""A word in more sentences of an article than this brings no two mentions together."""
_LEAST = 0.12
"""Less than this is shared by any two sentences of two articles that tell one story."""
_SAME_PLACE = 4.0
"""What the same place in two parallel sentences weighs: more than all the words of a sentence together."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A word that two contexts share, and what it weighs."""

    label: str
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions that may speak of one thing.

    ``strength`` is the summed weight of the ``shared`` words; ``reason`` is the gate that stops them, or empty.
    """

    left: Mention
    right: Mention
    strength: float
    shared: tuple[Shared, ...]
    reason: str = ""

    @property
    def sides(self) -> tuple[Mention, Mention]:
        """Both mentions."""
        return self.left, self.right

    def other(self, side: Mention) -> Mention:
        """The mention that is not the given one."""
        return self.right if side is self.left else self.left

    @property
    def order(self) -> tuple[float, Span, Span]:
        """The key of the total order in which links are taken: the strongest first."""
        return (-self.strength, self.left.claim.span, self.right.claim.span)


def align(
    left: Story,
    right: Story,
    slot: Slot,
    gates: Sequence[Gate],
    firm: Sequence[Gate] = (),
    hints: Sequence[Hint] = (),
) -> tuple[Link, ...]:
    """The links between mentions of one slot of two articles, or of one article with itself, the strongest first.

    Two values in the same place of a parallel sentence pass all ``gates`` but the ``firm`` ones: their words are the same.
    """
    matched = partners(left.tokens, right.tokens) if left is not right else {}
    theirs = _by_slot(right, slot)
    indexes = {what: _index(mentions, right.spread) for what, mentions in theirs.items()}
    found = []
    for what, mentions in _by_slot(left, slot).items():
        for one in mentions if what in theirs else ():
            partner = matched.get(one.claim)
            for other in _candidates(one, indexes[what], theirs[what], partner):
                if left is right and one.claim.span >= other.claim.span:
                    continue
                link = _link(one, other, left, right, partner is other.claim, hints)
                if link is not None:
                    closed = (gate(one, other) for gate in (firm if partner is other.claim else gates))
                    found.append(replace(link, reason=next((why for why in closed if why), "")))
    return tuple(sorted(found, key=lambda link: link.order))


def _by_slot(story: Story, slot: Slot) -> dict[str, list[Mention]]:
    slots: dict[str, list[Mention]] = {}
    for mention in story.mentions:
        what = slot(mention)
        if what:
            slots.setdefault(what, []).append(mention)
    return slots


def _index(mentions: Sequence[Mention], spread: Mapping[str, int]) -> dict[str, list[int]]:
    """By each word that few sentences hold, the mentions that have it near, as places in their row."""
    index: dict[str, list[int]] = {}
    for number, mention in enumerate(mentions):
        for label in {label for word in mention.words for label in word.labels if spread[label] <= _RARE}:
            index.setdefault(label, []).append(number)
    return index


def _candidates(
    one: Mention, index: Mapping[str, Sequence[int]], mentions: Sequence[Mention], partner: Claim | None
) -> Iterator[Mention]:
    """The mentions that share a rare word with one, or stand in its place in a parallel sentence."""
    numbers = {n for word in one.words for label in word.labels for n in index.get(label, ())}
    for number, mention in enumerate(mentions):
        if number in numbers or mention.claim is partner:
            yield mention


def _link(one: Mention, other: Mention, left: Story, right: Story, placed: bool, hints: Sequence[Hint]) -> Link | None:
    """The link of two mentions, before any gate; ``None`` where too little is shared to say anything."""
    words = tuple(_bounded(_shared(one, other, left.spread, right.spread)))
    said = tuple(said for hint in hints if (said := hint(one, other)))
    if not placed and left is not right and sum(s.weight for s in words) < _LEAST:
        return None
    shared = (*said, *((Shared("in the same place of one sentence", _SAME_PLACE),) if placed else ()), *words)
    return Link(one, other, round(sum(s.weight for s in shared), 6), shared)


def _shared(one: Mention, other: Mention, mine: Mapping[str, int], theirs: Mapping[str, int]) -> Iterator[Shared]:
    """The words both contexts hold, each used once, the heaviest label of a word first."""
    at = other.index
    used: set[int] = set()
    for word in one.words:
        for label in word.labels:
            match = next((found for found in at.get(label, ()) if found.start not in used), None)
            if match:
                used.add(match.start)
                weight = (word.near * match.near) ** 0.5 * _rarity(label, mine, theirs) * _kind(label)
                yield Shared(label, weight)
                break


def _bounded(shared: Iterable[Shared]) -> Iterator[Shared]:
    """The shared words, the names among them with no more than their bound together, the heaviest first."""
    left = _NAMES
    for one in sorted(shared, key=lambda shared: (-shared.weight, shared.label)):
        if one.label.startswith("name:"):
            one = replace(one, weight=min(one.weight, left))
            left -= one.weight
        if one.weight > 0:
            yield one


def _rarity(label: str, mine: Mapping[str, int], theirs: Mapping[str, int]) -> float:
    return 1 / (1 + log(max(1, mine[label]) * max(1, theirs[label])))


def _kind(label: str) -> float:
    if label.startswith("~"):
        return _SAME_CONCEPT
    return _SAME_NAME if label.startswith("name:") else _SAME_WORD
