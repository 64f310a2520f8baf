"""Contrast: mentions of one thing in several articles, and where their values exclude each other.

For every pair of articles of one story the mentions are aligned; two that are each other's best partner, with no rival
near, are compared. What excludes each other is told once, with all the witnesses of either value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from auditor.model import Comparison, Finding, Span, Verdict
from auditor.subjects.alignment import Gate, Link, Slot, align
from auditor.subjects.mentions import Mention, Story
from auditor.subjects.stories import pairs

_RIVAL = 0.8
"""Share of a link's strength from which another partner with another value makes it doubtful."""
_ELSEWHERE = 0.6
"""Share of a link's strength from which the same value, stated elsewhere in the other article, settles it."""


@dataclass(slots=True)
class _Judged:
    link: Link
    verdict: Verdict
    reason: str


@dataclass(slots=True)
class _Sides:
    """Mentions joined by agreement, and which of these groups exclude each other."""

    group_of: dict[Mention, Mention] = field(default_factory=dict)

    def root(self, mention: Mention) -> Mention:
        while self.group_of.setdefault(mention, mention) != mention:
            mention = self.group_of[mention]
        return mention

    def join(self, one: Mention, other: Mention) -> None:
        first, second = sorted((self.root(one), self.root(other)), key=_place)
        self.group_of[second] = first

    def members(self, root: Mention) -> list[Mention]:
        return sorted((m for m in self.group_of if self.root(m) == root), key=_place)


@dataclass(frozen=True, slots=True)
class Contrast:
    """How a check compares mentions that are aligned across articles by the words around them.

    ``slot`` names the kind of value of a mention (empty: not this check's); ``relate`` gives the verdict on two values
    and the reason; ``tell`` makes the finding of the strongest link and all mentions of either value, those of the rarer
    value (or, of two as frequent, of the later place) first; ``gates`` stop what cannot be compared; ``enough`` is the
    least strength of a link that counts. Inside one article nothing is compared unless ``within`` gives further gates.
    """

    slot: Slot
    relate: Callable[[Mention, Mention], tuple[Verdict, str]]
    tell: Callable[[Link, Sequence[Mention], Sequence[Mention]], Finding]
    gates: tuple[Gate, ...] = ()
    enough: float = 1.0
    within: tuple[Gate, ...] | None = None

    def __call__(self, check: str, stories: Sequence[Story]) -> Iterator[Comparison | Finding]:
        """What the check of this id says of the articles of one group: its comparisons and its merged findings."""
        judged = [
            one for left, right in pairs(stories) for one in _judged(self, align(left, right, self.slot, self.gates))
        ]
        if self.within is not None:
            gates = (*self.gates, *self.within)
            judged += [one for story in stories for one in _judged(self, align(story, story, self.slot, gates))]
        for one in judged:
            yield Comparison(check, one.verdict, one.link.left.claim, one.link.right.claim, one.reason)
        yield from _findings(self, judged)


def _judged(how: Contrast, links: Sequence[Link]) -> Iterator[_Judged]:
    """The links strong enough to say something, with the verdict on each."""
    related = [(link, *how.relate(link.left, link.right)) for link in links if not link.reason]
    by_side: dict[Mention, list[tuple[Link, Verdict]]] = defaultdict(list)
    for link, verdict, _ in related:
        for side in link.sides:
            by_side[side].append((link, verdict))
    for link in links:
        if link.reason and link.strength >= how.enough:
            yield _Judged(link, Verdict.NOT_COMPARABLE, link.reason)
    for link, verdict, reason in related:
        if link.strength < how.enough:
            continue
        if verdict == Verdict.CONFLICT:
            doubt = _doubt(how, link, by_side)
            yield _Judged(link, Verdict.NOT_COMPARABLE if doubt else verdict, doubt or reason)
        elif all(by_side[side][0][0] is link for side in link.sides):
            yield _Judged(link, verdict, reason)


def _doubt(how: Contrast, link: Link, by_side: dict[Mention, list[tuple[Link, Verdict]]]) -> str:
    """Why a link whose values differ is no conflict, or empty."""
    for side in link.sides:
        partner = link.right if side is link.left else link.left
        for other, verdict in by_side[side]:
            if other is link:
                continue
            if verdict != Verdict.CONFLICT and other.strength >= _ELSEWHERE * link.strength:
                return "the same value stands elsewhere in the other article"
            rival = other.right if side is other.left else other.left
            if other.strength >= _RIVAL * link.strength and how.relate(partner, rival)[0] == Verdict.CONFLICT:
                return "no one partner stands out"
    return ""


def _findings(how: Contrast, judged: Iterable[_Judged]) -> Iterator[Finding]:
    sides = _Sides()
    conflicts = []
    for one in judged:
        if one.verdict == Verdict.AGREE:
            sides.join(one.link.left, one.link.right)
        elif one.verdict == Verdict.CONFLICT:
            conflicts.append(one.link)
    _join_allies(how, sides, conflicts)
    strongest: dict[tuple[Mention, Mention], Link] = {}
    for link in sorted(conflicts, key=lambda link: link.order):
        first, second = sorted((sides.root(link.left), sides.root(link.right)), key=_place)
        strongest.setdefault((first, second), link)
    for (first, second), link in sorted(strongest.items(), key=lambda item: item[1].order):
        members = sides.members(first), sides.members(second)
        fewer, more = members if len(members[0]) < len(members[1]) else members[::-1]
        yield how.tell(link, fewer, more)


def _join_allies(how: Contrast, sides: _Sides, conflicts: Iterable[Link]) -> None:
    """Join mentions that stand against one and the same mention with one value: a headline and the sentence under it."""
    against: dict[Mention, list[Mention]] = defaultdict(list)
    for link in conflicts:
        against[link.left].append(link.right)
        against[link.right].append(link.left)
    for allies in against.values():
        for ally in allies[1:]:
            if how.relate(allies[0], ally)[0] == Verdict.AGREE:
                sides.join(allies[0], ally)


def _place(mention: Mention) -> Span:
    return mention.claim.span
