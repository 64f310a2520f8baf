"""Alignment: which mention in one article speaks of what a mention in another speaks of, and why one does not.

Gates come first: each names a reason why two mentions cannot be compared. Those that pass are ranked by the rare
words that both have near the value. A word is rare when few
sentences of the two articles hold it: words all over both say the topic, words in one sentence of each say the slot.
Only the two articles count, so a third one changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from auditor.model import Span
from auditor.subjects.mentions import Mention, Story, Word
from auditor.subjects.parallel import partners

Gate = Callable[[Mention, Mention], str]
"""Why two mentions cannot be compared, or an empty string."""

Hint = Callable[[Mention, Mention], "Shared | None"]
"""What the values themselves say for or against two mentions being one, such as digits that were swapped."""

Slot = Callable[[Mention], str]
"""What kind of value a mention holds, in a word; empty for none. Only mentions of one slot are aligned."""

_SAME_WORD, _SAME_CONCEPT, _SAME_NAME = 1.0, 0.7, 1.0
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
    hint: Hint = lambda one, other: None,
) -> tuple[Link, ...]:
    """The links between mentions of one slot of two articles, or of one article with itself, the strongest first.

    Two values in the same place of a parallel sentence pass all ``gates`` but the ``firm`` ones: their words are the same.
    """
    matched = partners(left.tokens, right.tokens) if left is not right else {}
    found = []
    for one in left.mentions:
        what, partner = slot(one), matched.get(one.claim)
        for other in right.mentions if what else ():
            if slot(other) != what or (left is right and one.claim.span >= other.claim.span):
                continue
            shared = tuple(_shared(one, other, left.spread, right.spread))
            if partner is other.claim:
                shared = (Shared("in the same place of one sentence", _SAME_PLACE), *shared)
            hinted = hint(one, other)
            if shared and hinted:
                shared = (hinted, *shared)
            if shared:
                closed = (gate(one, other) for gate in (firm if partner is other.claim else gates))
                reason = next((why for why in closed if why), "")
                found.append(Link(one, other, round(sum(s.weight for s in shared), 6), shared, reason))
    return tuple(sorted(found, key=lambda link: link.order))


def _shared(one: Mention, other: Mention, mine: Mapping[str, int], theirs: Mapping[str, int]) -> Iterator[Shared]:
    """The words both contexts hold, each used once, the heaviest label of a word first."""
    at: dict[str, list[Word]] = {}
    for word in other.words:
        for label in word.labels:
            at.setdefault(label, []).append(word)
    used: set[int] = set()
    for word in one.words:
        for label in word.labels:
            match = next((found for found in at.get(label, ()) if found.start not in used), None)
            if match:
                used.add(match.start)
                weight = (word.near * match.near) ** 0.5 * _rarity(label, mine, theirs) * _kind(label)
                yield Shared(label, weight)
                break


def _rarity(label: str, mine: Mapping[str, int], theirs: Mapping[str, int]) -> float:
    return 1 / (1 + log(max(1, mine[label]) * max(1, theirs[label])))


def _kind(label: str) -> float:
    if label.startswith("~"):
        return _SAME_CONCEPT
    return _SAME_NAME if label.startswith("name:") else _SAME_WORD
