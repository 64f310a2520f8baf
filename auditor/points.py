"""Points: what a reader decides about, each once.

Findings of all checks and pairs of articles about one thing are one point. They are about one thing where what they ask is
of one kind and they share a place that answers it, or the slot that a check names; and where two ask different things of
the same two places, as a changed word and what it says. Nothing is merged because messages are alike.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.model import Answer, Asked, Finding, Point, Report, Side, Span
from auditor.once import once_a_report
from auditor.sources import Sources, sources_of
from auditor.text.regex import regex

_SHORT = 300
"""Characters of an unasked finding's words that stand for its value."""

_SENTENCE = regex(r"(?:“[^”]{0,400}”|[^“.]|\.(?!\s))*")
"""A sentence of a message, whatever it quotes: "“Dr. Olsen” stands in an author box."."""


@once_a_report
def points(report: Report) -> tuple[Point, ...]:
    """The points of a report: what counts first, by the order of families, the gravest first.

    Every finding is in exactly one.
    """
    sources = sources_of(report)
    asked = [(finding, asked_by(finding)) for finding in report.findings]
    groups = _grouped(asked, report)
    found = [_point([asked[number] for number in numbers], sources) for numbers in groups]
    return tuple(_named(sorted(found, key=_order)))


def asked_by(finding: Finding) -> Asked:
    """What a finding asks; of one whose check does not say so, its message, its words being the one answer."""
    if finding.asked is not None:
        return finding.asked
    words = " ".join(finding.primary.text.split())[:_SHORT]
    sentence = _SENTENCE.match(finding.message)
    question = (sentence[0] if sentence and sentence[0] else finding.message).rstrip(".") + "."
    return Asked(finding.check, "", question, (Side(words, (finding.primary,)),))


def _order(point: Point) -> tuple[bool, tuple[int, str], int, float, Span, str]:
    return (
        not point.counts,
        point.family.order,
        point.severity.rank,
        -(point.probability or 0),
        point.lead.primary,
        point.question,
    )


class _Groups:
    """Numbers joined into groups."""

    def __init__(self, number: int) -> None:
        self._first = list(range(number))

    def root(self, one: int) -> int:
        while self._first[one] != one:
            self._first[one] = self._first[self._first[one]]
            one = self._first[one]
        return one

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._first[second] = first

    def members(self) -> Iterable[Sequence[int]]:
        held: dict[int, list[int]] = defaultdict(list)
        for one in range(len(self._first)):
            held[self.root(one)].append(one)
        return held.values()


def _grouped(asked: Sequence[tuple[Finding, Asked]], report: Report) -> Iterable[Sequence[int]]:
    """The numbers of the findings that are about one thing."""
    groups = _Groups(len(asked))
    slots: dict[tuple[str, str, str], int] = {}
    places: dict[tuple[str, str], list[tuple[Span, int]]] = defaultdict(list)
    for number, (finding, what) in enumerate(asked):
        if what.slot:
            document = report.documents.get(finding.primary.document)
            slot = (document.group if document else "", what.kind, what.slot)
            groups.join(number, slots.setdefault(slot, number))
        for place in {place for side in what.sides for place in side.places}:
            places[what.kind, place.document].append((place, number))
    for held in places.values():
        for one, other in _overlapping(held):
            groups.join(one, other)
    for one, other in _of_the_same_places(asked):
        groups.join(one, other)
    return groups.members()


def _overlapping(held: list[tuple[Span, int]]) -> Iterator[tuple[int, int]]:
    """The numbers whose places in one document overlap."""
    reach, last = -1, -1
    for place, number in sorted(held):
        if place.start < reach:
            yield last, number
        if place.end > reach:
            reach, last = place.end, number


def _of_the_same_places(asked: Sequence[tuple[Finding, Asked]]) -> Iterator[tuple[int, int]]:
    """Findings of two kinds that hold the same two places against each other."""
    held: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for number, (_, what) in enumerate(asked):
        for side in what.sides if len(what.sides) > 1 else ():
            for place in side.places:
                held[place.document].append((place, number))
    met = {pair for places in held.values() for pair in _all_overlapping(sorted(places))}
    for one, other in sorted(met):
        if _same_sides(asked[one][1].sides, asked[other][1].sides):
            yield one, other


def _all_overlapping(places: Sequence[tuple[Span, int]]) -> Iterator[tuple[int, int]]:
    for at, (place, number) in enumerate(places):
        until = bisect_left(places, place.end, lo=at, key=lambda one: one[0].start)
        for _, other in places[at + 1 : until]:
            if other != number:
                yield min(number, other), max(number, other)


def _same_sides(mine: Sequence[Side], theirs: Sequence[Side]) -> bool:
    """Whether each side of the one meets a side of its own of the other."""
    if len(mine) != len(theirs):
        return False
    met = [next((n for n, side in enumerate(theirs) if _meet(one.places, side.places)), -1) for one in mine]
    return -1 not in met and len(set(met)) == len(met)


def _meet(mine: Iterable[Span], theirs: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in mine for other in theirs)


def _point(members: Sequence[tuple[Finding, Asked]], sources: Sources) -> Point:
    ordered = sorted(members, key=lambda one: _weight(one[0]))
    lead, _ = ordered[0]
    several = [what for _, what in ordered if len(what.sides) > 1]
    # A check that knows its subject by name asks better than one that quotes a sentence.
    told = next((what for what in several if what.slot), next(iter(several), ordered[0][1]))
    answers = [Answer(side.value, sources.witnesses(side.places)) for side in _answers([what for _, what in ordered])]
    answers.sort(key=lambda answer: (-len(answer.sources), -len(answer.documents), answer.witnesses[0].place))
    values = sorted({side.key for _, what in ordered for side in what.sides})
    made_of = "\0".join((told.kind, told.slot, *values))
    name = hashlib.sha256(made_of.encode(errors="surrogatepass")).hexdigest()[:12]
    return Point(
        name,
        told.kind,
        lead.family,
        told.subject,
        told.question,
        tuple(answers),
        tuple(finding for finding, _ in ordered),
        _settle(told, [what for _, what in ordered]),
    )


def _settle(told: Asked, asked: Iterable[Asked]) -> str:
    """What settles the question, and what is known of one answer alone, as that a day is a Friday by the calendar."""
    alone = (what.settle for what in asked if len(what.sides) == 1)
    return " ".join(dict.fromkeys(part for part in (told.settle, *alone) if part))


def _weight(finding: Finding) -> tuple[bool, int, tuple[int, str], float, tuple[object, ...]]:
    """The key by which the gravest finding of a point comes first."""
    return (
        not finding.counts,
        finding.severity.rank,
        finding.family.order,
        -(finding.probability or 0),
        finding.order,
    )


def _answers(asked: Sequence[Asked]) -> list[Side]:
    """The sides of all findings, those of one value or place as one; the sides of one finding stay apart."""
    found: list[Side] = []
    if len(asked) == 1:
        return list(asked[0].sides)
    for what in asked:
        taken: set[int] = set()
        for side in what.sides:
            number = _known(side, found, taken)
            if number is None:
                taken.add(len(found))
                found.append(side)
                continue
            taken.add(number)
            held = found[number]
            found[number] = replace(held, places=tuple(dict.fromkeys((*held.places, *side.places))))
    return found


def _known(side: Side, found: Sequence[Side], taken: set[int]) -> int | None:
    """The number of the answer that a side gives too: in the same place, else in the same words, else as the same value."""
    free = [number for number in range(len(found)) if number not in taken]
    placed = (number for number in free if _meet(side.places, found[number].places))
    worded = (number for number in free if found[number].words == side.words)
    alike = (number for number in free if side.same and found[number].same == side.same)
    return next(placed, next(worded, next(alike, None)))


def _named(ordered: Iterable[Point]) -> Iterator[Point]:
    """The points, those of one id told apart by their order."""
    seen: Counter[str] = Counter()
    for point in ordered:
        seen[point.id] += 1
        yield point if seen[point.id] == 1 else replace(point, id=f"{point.id}-{seen[point.id]}")


def by_fingerprint(found: Iterable[Point]) -> Mapping[str, Point]:
    """The point of each finding, by its fingerprint."""
    return {finding.fingerprint: point for point in found for finding in point.findings}
