"""Comparing: where the values that several articles give of one thing exclude each other.

For every pair of articles the mentions of one slot meet. Values that agree are matched first: what has its like in the
other article is settled. Of the rest, those that exclude each other are assigned to one another, the strongest evidence
first, each to its best partner in both directions; vetoes stop what a reader sees at once not to be one thing. What is
left is told once, with all witnesses of either value and the probability that the evidence was measured to have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from auditor.comparing.evidence import Evidence, Table, table
from auditor.comparing.features import Hint, features
from auditor.comparing.meeting import Pair, Slot, meet
from auditor.comparing.vetoes import VETOES, Veto, other_head
from auditor.model import Claim, Comparison, Finding, Span, Verdict
from auditor.story.mentions import Mention, Record
from auditor.story.plain import plain
from auditor.story.stories import Story

TOO_LITTLE = "what speaks for one thing is too little"
TAKEN = "another partner is closer"
SETTLED = "the same value stands elsewhere in the other article"
BOTH_THERE = "both values stand there"
NEVER_MET = "no rare word near them is shared"
ONE_ARTICLE = "inside one article nothing is compared"

_SETTLED = 0.75
"""Share of a pair's closeness from which a value that can hold beside it, stated elsewhere in the other article, settles it.

Of 565 labelled pairs to learn from that are settled so 11 are conflicts; between half and this share, 9 of 93.
"""

Held = Mapping[Mention, Sequence[tuple[Pair, Verdict]]]
"""By mention, its pairs whose values can both hold."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with its verdict: the reason, the evidence where values exclude each other, the rival if one decided."""

    pair: Pair
    verdict: Verdict | None
    reason: str
    evidence: Evidence | None = None
    rival: Pair | None = None

    @property
    def probability(self) -> float:
        """How probable it is that the two are of one thing and exclude each other; 0 where that was not asked."""
        return self.evidence.probability if self.evidence else 0.0


@dataclass(frozen=True, slots=True)
class Comparing:
    """How a check compares the mentions of one kind of value.

    ``kind`` is the row of the table that says how probable a conflict is; ``slot`` names what kind of value a mention
    holds (empty: not this check's); ``relate`` gives the verdict on two values and the reason; ``tell`` makes the finding
    of the strongest pair and all mentions of either value, those of the rarer value (or, of two as frequent, of the later
    place) first, copies of one article counting once. ``vetoes`` stop what is not one thing, beside the ``common`` ones,
    which were measured on figures and dates; ``firm`` ones alone do so in the same place of a parallel sentence. Inside one
    article nothing is compared unless ``within`` gives further vetoes. ``hints`` are features of the values themselves;
    ``weights`` is a table of the check's own, where the fitted one that ships does not know the kind. ``widen`` adds claims
    that only the articles together bring out; ``least`` is the closeness under which pairs of the kind do not meet.
    """

    kind: str
    slot: Slot
    relate: Callable[[Mention, Mention], tuple[Verdict, str]]
    tell: Callable[[Judged, Sequence[Mention], Sequence[Mention]], Finding]
    vetoes: tuple[Veto, ...] = ()
    common: tuple[Veto, ...] = VETOES
    firm: tuple[Veto, ...] = ()
    within: tuple[Veto, ...] | None = None
    hints: tuple[Hint, ...] = ()
    weights: Table | None = None
    least: float = 0.0
    widen: Callable[[Sequence[Record]], Sequence[Record]] | None = None

    def __call__(self, check: str, story: Story) -> Iterator[Comparison | Finding]:
        """What the check of this id says of the articles of one story: its comparisons and its merged findings."""
        story = story.with_records(self._widened(story.records))
        compared = [*story.pairs, *((one, one) for one in story.records if self.within is not None)]
        judged = [one for left, right in compared for one in self.judge(left, right) if one.verdict is not None]
        for one in judged:
            assert one.verdict is not None
            yield Comparison(check, one.verdict, one.pair.left.claim, one.pair.right.claim, one.reason)
        yield from _findings(self, judged, {record.article.document.id: record.source for record in story.records})

    def judge(self, left: Record, right: Record) -> list[Judged]:
        """Every pair of mentions that met in two articles, or in one and the same, with its verdict.

        The verdict is ``None`` where a pair was left aside: too little speaks for it, or a partner is closer.
        """
        met = self.meeting(left, right)
        related = self.related(met)
        held = self.holding((pair, verdict) for pair, verdict, _ in related)
        apart = [self._weighed(pair, reason, held) for pair, verdict, reason in related if verdict == Verdict.CONFLICT]
        return [*_agreeing(related), *_assigned(apart)]

    def trace(self, left: Record, right: Record, one: Claim, other: Claim) -> Judged | str | None:
        """How a claim of the left article and one of the right fare: a judged pair, or why they never met.

        ``None`` where they are not this check's.
        """
        left, *others = self._widened((left,) if left is right else (left, right))
        right = others[0] if others else left
        slots = [self.slot(m) for story, c in ((left, one), (right, other)) for m in story.mentions if m.claim == c]
        if len(slots) < 2 or not all(slots):
            return None
        if slots[0] != slots[1]:
            return f"different kinds of value: {slots[0]} and {slots[1]}"
        if left is right and self.within is None:
            return ONE_ARTICLE
        met = (judged for judged in self.judge(left, right) if {s.claim for s in judged.pair.sides} == {one, other})
        return next(met, NEVER_MET)

    def meeting(self, left: Record, right: Record) -> list[Pair]:
        """The pairs that meet in two articles, or in one and the same, the closest first."""
        return [pair for pair in meet(left, right, self.slot) if pair.closeness >= self.least or pair.placed]

    def related(self, met: Iterable[Pair]) -> list[tuple[Pair, Verdict, str]]:
        """The pairs with how their values stand to each other, and why.

        As many agents as there are leads do not agree: a pair of two things that are named settles nothing.
        """
        told = [(pair, *self.relate(*pair.sides)) for pair in met]
        return [
            (pair, Verdict.NOT_COMPARABLE, why)
            if verdict in (Verdict.AGREE, Verdict.COMPATIBLE) and (why := self._other_thing(pair))
            else (pair, verdict, reason)
            for pair, verdict, reason in told
        ]

    def _other_thing(self, pair: Pair) -> str:
        return other_head(*pair.sides) if other_head in self.common else ""

    def _widened(self, records: Sequence[Record]) -> Sequence[Record]:
        return self.widen(records) if self.widen else records

    def holding(self, verdicts: Iterable[tuple[Pair, Verdict]]) -> Held:
        """By mention, its pairs whose values can both hold, the closest first, each with its verdict."""
        held: dict[Mention, list[tuple[Pair, Verdict]]] = defaultdict(list)
        for pair, verdict in verdicts:
            if verdict in (Verdict.AGREE, Verdict.COMPATIBLE):
                for side in pair.sides:
                    held[side].append((pair, verdict))
        return held

    def _weighed(self, pair: Pair, reason: str, held: Held) -> Judged:
        """A pair whose values exclude each other: stopped, left aside, or a conflict for all that it says itself."""
        evidence = (self.weights or table()).weigh(features(pair, self.hints), self.kind)
        if not evidence.probability:
            return Judged(pair, None, TOO_LITTLE, evidence)
        why, rival = self.stopped(pair, held)
        return Judged(pair, Verdict.NOT_COMPARABLE if why else Verdict.CONFLICT, why or reason, evidence, rival)

    def stopped(self, pair: Pair, held: Held) -> tuple[str, Pair | None]:
        """Why a pair is no conflict, and the other pair that says so, if one does; empty where nothing stops it."""
        inside = pair.left.document == pair.right.document
        vetoes = self.firm if pair.placed else (*self.common, *self.vetoes, *((self.within or ()) if inside else ()))
        why = next((why for veto in vetoes if (why := veto(pair.left, pair.right))), "")
        if why:
            return why, None
        for side in pair.sides:
            partner = pair.other(side)
            for settled, verdict in held.get(side, ()):
                if settled.other(side).sentence == partner.sentence:
                    # A bound or a range beside it may be of something else, unless it stands as close.
                    if verdict == Verdict.AGREE or settled.closeness >= pair.closeness:
                        return BOTH_THERE, settled
                elif settled.closeness >= _SETTLED * pair.closeness:
                    return SETTLED, settled
        return "", None


def _agreeing(related: Iterable[tuple[Pair, Verdict, str]]) -> Iterator[Judged]:
    """The pairs whose values agree or are compatible, each side with its closest such partner."""
    taken: set[Mention] = set()
    for pair, verdict, reason in related:
        if verdict in (Verdict.AGREE, Verdict.COMPATIBLE) and not taken.intersection(pair.sides) and pair.rank == 1:
            taken.update(pair.sides)
            yield Judged(pair, verdict, reason)


def _assigned(apart: Sequence[Judged]) -> Iterator[Judged]:
    """The pairs that exclude each other, each side kept to the value of its best partner, the strongest first."""
    partner_of: dict[Mention, str] = {}
    for one in sorted(apart, key=_strength):
        if one.verdict is Verdict.CONFLICT:
            values = {side: plain(one.pair.other(side).claim) for side in one.pair.sides}
            if any(partner_of.get(side, value) != value for side, value in values.items()):
                yield Judged(one.pair, None, TAKEN, one.evidence)
                continue
            partner_of.update(values)
        yield one


def _strength(judged: Judged) -> tuple[int, float, Span, Span]:
    """The key of the total order in which pairs are taken: the most points first."""
    return (-(judged.evidence.points if judged.evidence else 0), *judged.pair.order)


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


def _findings(how: Comparing, judged: Iterable[Judged], source_of: Mapping[str, str]) -> Iterator[Finding]:
    sides = _Sides()
    conflicts = []
    for one in judged:
        if one.verdict == Verdict.AGREE:
            sides.join(one.pair.left, one.pair.right)
        elif one.verdict == Verdict.CONFLICT:
            conflicts.append(one)
    _join_allies(how, sides, conflicts)
    strongest: dict[tuple[Mention, Mention], Judged] = {}
    for one in sorted(conflicts, key=_strength):
        first, second = sorted((sides.root(one.pair.left), sides.root(one.pair.right)), key=_place)
        strongest.setdefault((first, second), one)
    for (first, second), one in sorted(strongest.items(), key=lambda item: _strength(item[1])):
        pair = one.pair
        if first == second:  # what agrees with one side agrees with the other, too: only the two themselves are apart
            members: tuple[list[Mention], ...] = ([pair.left], [pair.right])
        else:
            members = tuple(_against(how, pair, sides.members(root)) for root in (first, second))
        less = _witnesses(members[0], source_of) < _witnesses(members[1], source_of)
        fewer, more = members if less else members[::-1]
        yield how.tell(one, fewer, more)


def _against(how: Comparing, pair: Pair, members: Sequence[Mention]) -> list[Mention]:
    """Of mentions that agree, those that exclude the other side: an hour alone says nothing against another day."""
    own = next(side for side in pair.sides if side in members)
    return [m for m in members if m is own or how.relate(m, pair.other(own))[0] == Verdict.CONFLICT]


def _witnesses(side: Sequence[Mention], source_of: Mapping[str, str]) -> int:
    """How many mentions a side has, those of copies counted once."""
    most: dict[str, int] = defaultdict(int)
    for document, mentions in Counter(mention.document for mention in side).items():
        most[source_of[document]] = max(most[source_of[document]], mentions)
    return sum(most.values())


def _join_allies(how: Comparing, sides: _Sides, conflicts: Iterable[Judged]) -> None:
    """Join mentions that stand against one and the same mention with one value: a headline and the sentence under it."""
    against: dict[Mention, list[Mention]] = defaultdict(list)
    for one in conflicts:
        against[one.pair.left].append(one.pair.right)
        against[one.pair.right].append(one.pair.left)
    for allies in against.values():
        # Each with each: which of them comes first is a matter of names.
        for ally, other in combinations(allies, 2):
            if how.relate(ally, other)[0] == Verdict.AGREE:
                sides.join(ally, other)


def _place(mention: Mention) -> Span:
    return mention.claim.span
