"""Stories: which articles of a set tell the same story.

A ``Story`` holds the articles that may: only its pairs are compared with one another, and none that tells the same is to be
missed. ``stories`` finds them from sketches alone. ``told_together`` says of articles which do tell one, for the reader alone: it
decides nothing about what is compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from auditor.story.mentions import Record
from auditor.story.sketches import Rarity, Sketch, is_common, likeness

SMALL = 12
"""A set of no more articles than this was put together on purpose: all of it may tell one story."""
MAY_TELL_ONE = 0.1
"""Likeness, from 0 to 1, from which two articles may tell one story. Of the pairs in 262 sets of real news on one story each, from
which no name was counted, 97 % are as like (98 % in 1,101 sets with those that were), and of 92 pairs that hold a conflict all but
one. Of 1,726 pairs of two such sets and one week 206 are, many of them of one story in two sets."""
DAYS = 7
"""Days between two articles of one story, at most: in those sets two, and a week for what is told weekly."""
CLOSEST = 30
"""Sources that an article is compared with, at most, the likest first: the largest of 1,101 sets of real news has six."""
CROWDED = 200
"""Articles within a few days that share a name from which it brings no two together."""
STOCK = 24
"""Articles that share a run of quoted words from which it is a phrase that anybody uses."""
SHARED_RUNS = 2
"""Runs of quoted words that two articles share where one quotation stands in both: five words in a row are two runs of four."""
LARGEST = 200
"""Articles that may tell one story through others, beyond which they are parted by how like they are on average: a bound for memory,
where all articles of a story are at once. In 2,679 articles of real news without a group the largest story has some 40."""
_ALIKE, _COUNTED = 0.08, 0.03
"""Likeness that the articles of one story have on average, and that two of them have at least, to be counted. Of 262 sets of real
news on one story each, 98 % are told as one; in 300 random mixtures of two to four such sets, 15 stories hold articles of two."""

Days = tuple[int | None, int | None]
"""The first and the last day on which an article may have been written."""
Pair = tuple[int, int]
"""Two articles as their places in a row, the lower first."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that may tell one story, each read for comparison, and which two are held against each other.

    ``numbered`` are the pairs as places in ``records``, each in its order and all in order.
    """

    records: tuple[Record, ...]
    numbered: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, records: Sequence[Record]) -> Story:
        """The story of all these articles, each compared with each."""
        return cls(tuple(records), tuple(combinations(range(len(records)), 2)))

    @property
    def pairs(self) -> Iterator[tuple[Record, Record]]:
        """Every pair of articles that is compared, in order."""
        return ((self.records[one], self.records[other]) for one, other in self.numbered)

    @property
    def couples(self) -> Iterator[tuple[Record, Record]]:
        """Each article with itself, then every pair that is compared."""
        yield from ((record, record) for record in self.records)
        yield from self.pairs

    def among(self, kept: Sequence[Record]) -> Story:
        """The story as some of its articles tell it, which are given in their order."""
        if len(kept) == len(self.records):
            return self
        place = {record: number for number, record in enumerate(kept)}
        both = ((place.get(one), place.get(other)) for one, other in self.pairs)
        return Story(tuple(kept), tuple((one, other) for one, other in both if one is not None and other is not None))

    def with_records(self, records: Sequence[Record]) -> Story:
        """The story with its articles read otherwise, one for one."""
        return Story(tuple(records), self.numbered)


@dataclass(frozen=True, slots=True)
class Plot:
    """A story to be: the places of its articles in the row of sketches, in order, and the pairs to compare, as those places."""

    members: tuple[int, ...]
    pairs: tuple[Pair, ...]


def alike(sketches: Sequence[Sketch], rarity: Rarity, given: bool) -> Mapping[Pair, float]:
    """The pairs of the articles of a group that speak of the same names, with their likeness.

    Of a small set all that are alike at all; of a larger one the closest that may tell one story, and are of one week unless
    somebody named the group (``given``). ``rarity`` is that of the names of the whole group, of which these may be a part.
    """
    small = is_small(rarity.articles)
    return _alike(sketches, rarity, _COUNTED if small else MAY_TELL_ONE, windows=not (small or given))


def stories(sketches: Sequence[Sketch], alike: Mapping[Pair, float], number: int, given: bool) -> list[Plot]:
    """The stories that the articles of a group may tell, each article in one, by the pairs that are ``alike``.

    All articles of a small set, and of a group that was given, may tell one, and those of a small set are all compared;
    ``number`` says how many articles the group has, of which these may be a part.
    """
    everyone = tuple(range(len(sketches)))
    if is_small(number):
        return [Plot(everyone, tuple(combinations(everyone, 2)))]
    if given:
        return [Plot(everyone, tuple(sorted(alike)))]
    return sorted(_plots(sketches, alike), key=lambda plot: plot.members)


def is_small(number: int) -> bool:
    """Whether a set of so many articles was put together on purpose, so that all of it may tell one story."""
    return number <= SMALL


def told_together(sketches: Sequence[Sketch], alike: Mapping[Pair, float]) -> tuple[tuple[str, ...], ...]:
    """The ids of the articles that tell one story, story by story, in the order of their first articles.

    Each article is in exactly one, beside its copies. The articles of a story are ``alike`` on average in the names they speak of.
    """
    numbers: dict[str, int] = {}
    number_of = [numbers.setdefault(one.source, len(numbers)) for one in sketches]
    ids: list[list[str]] = [[] for _ in numbers]
    for one, number in zip(sketches, number_of, strict=True):
        ids[number].append(one.document)
    between: dict[Pair, float] = {}
    for (left, right), like in alike.items():
        low, high = sorted((number_of[left], number_of[right]))
        if low != high:
            between.setdefault((low, high), like)
    joined = _parted(len(ids), between)
    return tuple(sorted(tuple(sorted(id for one in members for id in ids[one])) for members in joined))


def near_in_time(one: Sketch, other: Sketch) -> bool:
    """Whether the two may have been written within a week; where a day is not known, they may."""
    return near(one.days, other.days)


def near(one: Days, other: Days) -> bool:
    """Whether two articles may have been written within a week, by the first and the last day on which each may have been."""
    (first, last), (begin, end) = one, other
    late = first is not None and end is not None and first - end > DAYS
    early = begin is not None and last is not None and begin - last > DAYS
    return not (late or early)


def _alike(sketches: Sequence[Sketch], rarity: Rarity, least: float, windows: bool) -> Mapping[Pair, float]:
    """The pairs of articles with at least this likeness, and their likeness; with ``windows`` only those of one week.

    Each is among the likest of one of the two; the copies of one article count as one of these.
    """
    weights = [rarity.weights(one) for one in sketches]
    found = {
        pair: alike
        for pair in _meeting(sketches, windows)
        if (alike := likeness(weights[pair[0]], weights[pair[1]])) >= least
    }
    beside: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), alike in found.items():
        beside[one].append((-alike, other))
        beside[other].append((-alike, one))
    kept: set[Pair] = set()
    for one, others in beside.items():
        sources: set[str] = set()
        for _, other in sorted(others):
            sources.add(sketches[other].source)
            if len(sources) <= CLOSEST:
                kept.add((min(one, other), max(one, other)))
    return {pair: found[pair] for pair in sorted(kept)}


def _meeting(sketches: Sequence[Sketch], windows: bool) -> Iterator[Pair]:
    """The pairs of articles in one language that share a name which is not common, and may be of one week where it is asked."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in sorted(range(len(sketches)), key=lambda number: _order(sketches[number], number)):
        one = sketches[number]
        met: set[int] = set()
        for name, _ in one.names if one.language else ():
            if is_common(name):
                continue
            held = holders[one.language, name]
            if windows:
                held[:] = [other for other in held if near_in_time(one, sketches[other])]
            if len(held) <= CROWDED:
                met.update(held)
            held.append(number)
        yield from ((min(one, number), max(one, number)) for one in sorted(met))


def _order(sketch: Sketch, number: int) -> tuple[int, int]:
    """By the first day on which it may have been written, so that who lies behind the window does so for all that follow."""
    return sketch.days[0] or 0, number


def _plots(sketches: Sequence[Sketch], alike: Mapping[Pair, float]) -> Iterator[Plot]:
    """The articles that pairs, copies and quotations join; of too many, those that are alike on average."""
    joined = _Sets(len(sketches))
    for pair in (*alike, *_copied(sketches), *_quoting(sketches)):
        joined.join(*pair)
    parts: list[Sequence[int]] = []
    for members in joined.sets():
        parts += [members] if len(members) <= LARGEST else _smaller(members, alike)
    of = {member: number for number, part in enumerate(parts) for member in part}
    pairs: list[list[Pair]] = [[] for _ in parts]
    for one, other in alike:
        if of[one] == of[other]:
            pairs[of[one]].append((one, other))
    return (Plot(tuple(sorted(part)), tuple(held)) for part, held in zip(parts, pairs, strict=True))


def _smaller(members: Sequence[int], alike: Mapping[Pair, float]) -> Iterator[Sequence[int]]:
    """Of too many articles those together that are alike on average."""
    place = {member: number for number, member in enumerate(members)}
    inside = {
        (place[one], place[other]): like for (one, other), like in alike.items() if one in place and other in place
    }
    return ([members[number] for number in part] for part in _parted(len(members), inside))


def _copied(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    """Each copy with the first of its copies."""
    first: dict[str, int] = {}
    for number, one in enumerate(sketches):
        yield first.setdefault(one.source, number), number


def _quoting(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    """The pairs of articles that carry one quotation."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(sketches):
        for run in one.quoted_runs:
            holders[run].append(number)
    shared: dict[Pair, int] = defaultdict(int)
    for numbers in holders.values():
        if len(numbers) <= STOCK:
            for pair in combinations(numbers, 2):
                shared[pair] += 1
    yield from sorted(pair for pair, runs in shared.items() if runs >= SHARED_RUNS)


class _Sets:
    """Numbers in disjoint sets, each known by the lowest."""

    def __init__(self, number: int) -> None:
        self._lower = list(range(number))

    def _lowest(self, one: int) -> int:
        while self._lower[one] != one:
            self._lower[one] = one = self._lower[self._lower[one]]
        return one

    def join(self, one: int, other: int) -> None:
        """Make one set of the sets of two numbers."""
        lower, higher = sorted((self._lowest(one), self._lowest(other)))
        self._lower[higher] = lower

    def sets(self) -> Sequence[Sequence[int]]:
        """The sets, each in order, in the order of their lowest."""
        found: dict[int, list[int]] = defaultdict(list)
        for one in range(len(self._lower)):
            found[self._lowest(one)].append(one)
        return tuple(found.values())


def _parted(number: int, alike: Mapping[Pair, float]) -> Sequence[Sequence[int]]:
    """Numbers in groups whose members are alike on average, joined from the likest pair on."""
    joined = _Joined(number, alike)
    for one, other in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        joined.join(one, other)
    return joined.members


class _Joined:
    """Numbers joined into groups as long as the members of two groups are alike on average."""

    def __init__(self, number: int, likeness: Mapping[tuple[int, int], float]) -> None:
        self._group_of = list(range(number))
        self._members = {one: [one] for one in range(number)}
        self._between: dict[int, dict[int, float]] = defaultdict(dict)
        """The sum of the likeness of all members of two groups."""
        for (one, other), alike in likeness.items():
            self._between[one][other] = self._between[other][one] = alike

    def join(self, one: int, other: int) -> None:
        """Make one group of the groups of two numbers, unless they are too little alike."""
        first, second = sorted((self._group_of[one], self._group_of[other]))
        if first == second or self._mean(first, second) < _ALIKE:
            return
        for member in self._members[second]:
            self._group_of[member] = first
        self._members[first] += self._members.pop(second)
        for group, alike in self._between.pop(second).items():
            del self._between[group][second]
            if group != first:
                total = self._between[first].get(group, 0.0) + alike
                self._between[first][group] = self._between[group][first] = total

    def _mean(self, first: int, second: int) -> float:
        number = len(self._members[first]) * len(self._members[second])
        return self._between[first].get(second, 0.0) / number

    @property
    def members(self) -> Sequence[Sequence[int]]:
        """The numbers of each group."""
        return tuple(self._members.values())
