"""Contrast: mentions of one thing in several articles, and where their values exclude each other.

For every pair of articles of one story the mentions are aligned; two that are each other's best partner, with no rival
near, are compared. What excludes each other is told once, with all the witnesses of either value.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from auditor.model import Claim, Comparison, Finding, Span, Verdict
from auditor.subjects.alignment import Gate, Hint, Link, Slot, align
from auditor.subjects.mentions import Mention, Story
from auditor.subjects.stories import pairs

_RIVAL = 0.8
"""Share of a link's strength from which another partner with another value makes it doubtful."""
_ELSEWHERE = 0.25
"""Share of a link's strength from which the same value, stated elsewhere in the other article, settles it."""

TOO_LITTLE = "the words they share weigh too little"
"""Why a link is left aside that falls short of the strength a check asks for."""


@dataclass(slots=True)
class _Judged:
    link: Link
    verdict: Verdict
    reason: str
    rival: Link | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """How two claims fare in a comparison: the verdict, the reason, the words they share, and a rival link if one decided.

    ``verdict`` is ``None`` where they were left aside before a verdict: too little shared, or a closer partner.
    ``enough`` is the strength that the link would need.
    """

    verdict: Verdict | None
    reason: str
    link: Link | None = None
    rival: Link | None = None
    enough: float = 0.0


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
    value (or, of two as frequent, of the later place) first, copies of one article counting once; ``gates`` stop what
    cannot be compared, ``firm`` ones even in the same place of a parallel sentence; ``enough`` is the least strength of
    a link that counts. Inside one article nothing is compared unless ``within`` gives further gates; ``hints`` are what
    the values themselves say for two mentions being one.
    """

    slot: Slot
    relate: Callable[[Mention, Mention], tuple[Verdict, str]]
    tell: Callable[[Link, Sequence[Mention], Sequence[Mention]], Finding]
    gates: tuple[Gate, ...] = ()
    firm: tuple[Gate, ...] = ()
    enough: float = 1.0
    within: tuple[Gate, ...] | None = None
    hints: tuple[Hint, ...] = ()

    def __call__(self, check: str, stories: Sequence[Story]) -> Iterator[Comparison | Finding]:
        """What the check of this id says of the articles of one group: its comparisons and its merged findings."""
        compared = [*pairs(stories), *((story, story) for story in stories if self.within is not None)]
        judged = [one for left, right in compared for one in _judged(self, self._links(left, right))]
        for one in judged:
            yield Comparison(check, one.verdict, one.link.left.claim, one.link.right.claim, one.reason)
        yield from _findings(self, judged, {story.article.document.id: story.source for story in stories})

    def trace(self, left: Story, right: Story, one: Claim, other: Claim) -> Trace | None:
        """How a claim of the left article and one of the right one fare; ``None`` where they are not this check's."""
        slots = [self.slot(m) for story, c in ((left, one), (right, other)) for m in story.mentions if m.claim == c]
        if len(slots) < 2 or not all(slots):
            return None
        if slots[0] != slots[1]:
            return Trace(None, f"different kinds of value: {slots[0]} and {slots[1]}")
        if left is right and self.within is None:
            return Trace(None, "inside one article nothing is compared")
        links = self._links(left, right)
        link = next((link for link in links if {side.claim for side in link.sides} == {one, other}), None)
        if link is None:
            return Trace(None, "no word near them is shared")
        judged = next((judged for judged in _judged(self, links) if judged.link is link), None)
        if judged:
            return Trace(judged.verdict, judged.reason, link, judged.rival, self.enough)
        if link.strength < self.enough:
            return Trace(None, link.reason or TOO_LITTLE, link, None, self.enough)
        return Trace(None, "another partner is closer", link, None, self.enough)

    def _links(self, left: Story, right: Story) -> tuple[Link, ...]:
        if left is right:
            gates = (*self.gates, *(self.within or ()))
            return align(left, right, self.slot, gates, gates, self.hints)
        return align(left, right, self.slot, self.gates, self.firm, self.hints)


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
            doubt, rival = _doubt(how, link, by_side)
            yield _Judged(link, Verdict.NOT_COMPARABLE if doubt else verdict, doubt or reason, rival)
        elif all(by_side[side][0][0] is link for side in link.sides):
            yield _Judged(link, verdict, reason)


def _doubt(how: Contrast, link: Link, by_side: dict[Mention, list[tuple[Link, Verdict]]]) -> tuple[str, Link | None]:
    """Why a link whose values differ is no conflict, and the other link that says so; empty where it is one."""
    for side in link.sides:
        partner = link.other(side)
        beside = (o for o, v in by_side[side] if v != Verdict.CONFLICT and o.other(side).sentence == partner.sentence)
        if (held := next(beside, None)) is not None:
            return "both values stand there", held
        for other, verdict in by_side[side]:
            if other is link:
                continue
            if verdict != Verdict.CONFLICT and other.strength >= _ELSEWHERE * link.strength:
                return "the same value stands elsewhere in the other article", other
            rival = other.other(side)
            if by_side[rival][0][1] == Verdict.AGREE:
                continue  # it has a closer partner of its own
            if other.strength >= _RIVAL * link.strength and how.relate(partner, rival)[0] == Verdict.CONFLICT:
                return "no one partner stands out", other
    return "", None


def _findings(how: Contrast, judged: Iterable[_Judged], source_of: Mapping[str, str]) -> Iterator[Finding]:
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
        members = tuple(_against(how, link, sides.members(root)) for root in (first, second))
        less = _witnesses(members[0], source_of) < _witnesses(members[1], source_of)
        fewer, more = members if less else members[::-1]
        yield how.tell(link, fewer, more)


def _against(how: Contrast, link: Link, members: Sequence[Mention]) -> list[Mention]:
    """Of mentions that agree, those that exclude the other side: an hour alone says nothing against another day."""
    own = next(side for side in link.sides if side in members)
    return [m for m in members if m is own or how.relate(m, link.other(own))[0] == Verdict.CONFLICT]


def _witnesses(side: Sequence[Mention], source_of: Mapping[str, str]) -> int:
    """How many mentions a side has, those of copies counted once."""
    most: dict[str, int] = defaultdict(int)
    for document, mentions in Counter(mention.document for mention in side).items():
        most[source_of[document]] = max(most[source_of[document]], mentions)
    return sum(most.values())


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
