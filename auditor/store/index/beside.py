"""Which articles of an index are compared with new ones: those of their stories, as far as these are near, and their copies.

What is asked grows with how many articles of those days share the names of a new one, not with how many there are. So a gate
differs from an audit of everything in this:

* Of the articles that share names with a new one, the likest ``_NEAREST`` are taken. Those that tell the same story through others
  alone are taken too while the story has no more than ``_WHOLE`` articles, or, in a group that was given, while that has no more
  than ``_GROUP``. What is farther off has no say, and a finding does not name it as one more witness.
* Whether a name or a quotation stands in too many articles to bring two together is counted around the new ones alone.
* Findings that are alike in their words are told apart by a counter in their fingerprints, which counts those alone that are made.
* An article of the index was read with the lines that were known to recur when it was put in.
* An article of the same source with the text of a new one is taken for it, and not for its copy.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from auditor.store.index.file import Damaged
from auditor.store.index.read import ARTICLE, Row, read_sketch
from auditor.store.index.rows import WIDE, days_around, leading, name_key
from auditor.story.copies import enough, kept_runs, one_text
from auditor.story.sketches import Rarity, Sketch, likeness
from auditor.story.stories import (
    CROWDED,
    DAYS,
    MAY_TELL_ONE,
    SHARED_RUNS,
    STOCK,
    is_small,
    near,
)

_NEAREST = 40
"""Articles that one is compared with at most: no set of real news on one story has as many sources."""
_WHOLE = 12
"""Articles of a story up to which it is followed through others: asking for one takes some milliseconds."""
_GROUP = 60
"""Articles of a group that was given up to which all of it counts."""
_MOST_ROWS = 3 * CROWDED
"""Articles that share a name, read before it is given up as one that many share."""
_MOST_COPIES = 200
"""Articles that share a run of words, read of those that do."""
_MOST_LIKE_COPIES = 60
"""Articles that share most runs of words with one, which are compared with it run by run."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Articles of an index that are compared with new ones.

    ``numbers`` are those of its articles by their ids, and ``contents`` tell all that each was made of; ``rarity`` is that
    of the names of each group of the new ones, these and what the index holds together.
    """

    sketches: tuple[Sketch, ...]
    numbers: Mapping[str, int]
    contents: Mapping[str, str]
    rarity: Mapping[str, Rarity]


class Nearby:
    """Looks for the articles of an index that are near to others; ``out`` are numbers that do not count, with their groups."""

    def __init__(self, database: sqlite3.Connection, out: Mapping[int, str]) -> None:
        """Ask this database. What any method raises are ``sqlite3.Error`` and ``Damaged``."""
        self._database = database
        self._out = out
        self._rows: dict[int, Row] = {}
        self._sketches: dict[int, Sketch] = {}
        self._with_runs: set[int] = set()

    def beside(self, sketches: Sequence[Sketch]) -> Beside:
        """What is compared with new articles."""
        groups: dict[str, list[Sketch]] = defaultdict(list)
        for one in sketches:
            groups[one.group].append(one)
        rarity = {group: self._rarity_of(group, new) for group, new in groups.items()}
        numbers: set[int] = set()
        for group, new in groups.items():
            numbers |= self._of_group(group, new, rarity[group])
        found = sorted(
            ((self._sketch(number, whole=True), number) for number in numbers), key=lambda one: one[0].document
        )
        return Beside(
            tuple(sketch for sketch, _ in found),
            {sketch.document: number for sketch, number in found},
            {sketch.document: self._row(number)[2] for sketch, number in found},
            rarity,
        )

    def _size(self, group: str) -> int:
        [(number,)] = self._database.execute("SELECT COUNT(*) FROM articles WHERE story_group = ?", (group,))
        return int(number) - sum(one == group for one in self._out.values())

    def _rarity_of(self, group: str, new: Sequence[Sketch]) -> Rarity:
        """How rare names are in a group, the new articles counted in; of each it is asked when somebody wants to know."""
        here = Counter(name for one in new for name, _ in one.names)
        language = next((one.language for one in new if one.language), "")

        @cache
        def holders(name: str) -> int:
            key = name_key(group, language, name)
            [(number,)] = self._database.execute("SELECT COUNT(*) FROM names WHERE name = ?", (key,))
            return int(number) + here[name]

        return Rarity(self._size(group) + len(new), holders)

    def _of_group(self, group: str, new: Sequence[Sketch], rarity: Rarity) -> set[int]:
        if is_small(rarity.articles) or (group and rarity.articles <= _GROUP):
            found = self._database.execute("SELECT number FROM articles WHERE story_group = ?", (group,))
            return {number for (number,) in found} - self._out.keys()
        common = Counter(run for one in new for run in one.quoted_runs)
        return {number for one in new for number in self._story(one, common, rarity)}

    def _story(self, new: Sketch, common: Mapping[int, int], rarity: Rarity) -> set[int]:
        """The articles near to a new one, and those near to these while they are few."""
        found: set[int] = set()
        edge = self._near(new, common, rarity)
        while edge:
            found |= edge
            if len(found) > _WHOLE or new.group:
                break
            further = (self._near(self._sketch(number, whole=True), common, rarity) for number in sorted(edge))
            edge = {number for near in further for number in near} - found
            if len(found) + len(edge) > _WHOLE:
                break
        return found

    def _near(self, one: Sketch, common: Mapping[int, int], rarity: Rarity) -> set[int]:
        """The articles that are alike, carry one quotation, or are copies."""
        return self._alike(one, rarity) | self._quoting(one, common) | self._all_copies(one)

    def _alike(self, one: Sketch, rarity: Rarity) -> set[int]:
        met = {number for key in leading(one) for number in self._sharing(key, one)}
        own = rarity.weights(one)
        told = sorted(
            (-likeness(own, rarity.weights(other)), other.document, number) for number, other in self._sketches_of(met)
        )
        return {number for alike, _, number in told[:_NEAREST] if -alike >= MAY_TELL_ONE}

    def _sharing(self, key: int, one: Sketch) -> Iterator[int]:
        """The articles that a name brings to one, none where many of those days share it."""
        first, last = days_around(one)
        held: list[tuple[int, str, int]] = []
        for low, high in ((WIDE, WIDE), (max(first, WIDE + 1), last)):
            rows = self._database.execute(
                f"SELECT {ARTICLE} FROM names JOIN articles USING (number) WHERE name = ? AND day BETWEEN ? AND ? "
                f"LIMIT {_MOST_ROWS}",
                (key, low, high),
            ).fetchall()
            if len(rows) == _MOST_ROWS:
                return
            for row in rows:
                number, document, _, _, begin, end, *_ = row
                if number not in self._out and document != one.document and (one.group or near(one.days, (begin, end))):
                    held.append((begin or 0, document, number))
                    self._rows[number] = row
        yield from _uncrowded(sorted(held), (one.days[0] or 0, one.document))

    def _quoting(self, one: Sketch, common: Mapping[int, int]) -> set[int]:
        """The articles that carry one of its quotations."""
        shared: Counter[int] = Counter()
        for run in () if one.group else one.quoted_runs:
            rows = self._database.execute(
                "SELECT number FROM quoted WHERE run = ? LIMIT ?", (run, STOCK + 1 + len(self._out))
            )
            numbers = [number for (number,) in rows if number not in self._out]
            if len(numbers) + common.get(run, 0) <= STOCK:
                shared.update(numbers)
        enough_shared = (number for number, runs in shared.items() if runs >= SHARED_RUNS)
        return {number for number in enough_shared if self._sketch(number).document != one.document}

    def _all_copies(self, one: Sketch) -> set[int]:
        """The articles that are copies of it, and copies of these: which two are one source depends on who comes first."""
        found: set[int] = set()
        edge = self._copies(one)
        while edge and len(found) < _MOST_LIKE_COPIES:
            found |= edge
            further = (self._copies(self._sketch(number, whole=True)) for number in sorted(edge))
            edge = {number for copies in further for number in copies} - found
        return found

    def _copies(self, one: Sketch) -> set[int]:
        """The articles that are copies of it."""
        kept = kept_runs(one)
        shared: Counter[int] = Counter()
        for run in kept:
            rows = self._database.execute("SELECT number FROM copied WHERE run = ? LIMIT ?", (run, _MOST_COPIES))
            shared.update(number for (number,) in rows if number not in self._out)
        most = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_MOST_LIKE_COPIES]
        return {
            number for number, runs in most if self._is_copy(one, len(kept), self._sketch(number, whole=True), runs)
        }

    def _is_copy(self, one: Sketch, kept: int, other: Sketch, shared: int) -> bool:
        if other.group != one.group or other.document == one.document:
            return False
        if shared < enough(min(kept, len(kept_runs(other)))):
            return False
        return one_text(one.words_in_a_row, other.words_in_a_row)

    def _sketches_of(self, numbers: Iterable[int]) -> Iterator[tuple[int, Sketch]]:
        return ((number, self._sketch(number)) for number in numbers)

    def _sketch(self, number: int, *, whole: bool = False) -> Sketch:
        """The sketch of an article, without its runs of words unless it is asked for ``whole``."""
        known = self._sketches.get(number)
        if known is None or (whole and number not in self._with_runs):
            known = self._sketches[number] = read_sketch(self._database, self._row(number), whole=whole)
            if whole:
                self._with_runs.add(number)
        return known

    def _row(self, number: int) -> Row:
        if number not in self._rows:
            found = self._database.execute(f"SELECT {ARTICLE} FROM articles WHERE number = ?", (number,)).fetchone()
            if found is None:
                raise Damaged("an article is missing that others lead to")
            self._rows[number] = found
        return self._rows[number]


def _uncrowded(held: Sequence[tuple[int, str, int]], own: tuple[int, str]) -> Iterator[int]:
    """Of the articles that share a name, by day and id, those that it brings to the one of this day and id.

    In an audit of all each meets those before it, unless they are many.
    """
    before = bisect_left(held, own, key=lambda one: one[:2])
    if before <= CROWDED:
        yield from (number for _, _, number in held[:before])
    for place in range(before, len(held)):
        day, _, number = held[place]
        open_ones = bisect_left(held, 1, key=lambda one: one[0])
        week = place - bisect_left(held, day - DAYS, lo=min(open_ones, place), hi=place, key=lambda one: one[0])
        if min(open_ones, place) + week < CROWDED:
            yield number
