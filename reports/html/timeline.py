"""The time line of each story: the days, months and years that its articles name, one lane a source, clashes marked.

Dates stand in their order at equal steps, not to scale: a story names a few days of one week and a year long ago.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.model import Article, Claim, ClaimKind, Family, Span, Timex
from auditor.reports.answers import DIFFER
from auditor.reports.html.chosen import Chosen, Listed
from auditor.reports.html.links import Link, Links
from auditor.reports.html.sentences import Quoted, Sentences
from auditor.reports.html.stories import MOST_STORIES, Stories
from auditor.reports.layout import counted

MOST_DATES = 24
"""Dates that have a place on the line: those that clash first, then those that most sources name."""
MOST_LANES = 10
"""Sources that have a lane: those that name most dates."""
MOST_TOLD = 200
"""Statements listed under the line."""

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_STEP, _LANE, _LEFT, _TOP = 64, 60, 48, 36
"""In pixels: from one date to the next, from one lane to the next, before the first date, above the first lane."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A dated statement: its date as a reader writes it, its words in their sentence, and its place.

    ``clash`` are the numbers of the points that hold it against another.
    """

    document: str
    value: str
    date: str
    source: str
    sentence: Quoted
    place: Link
    clash: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the line: where it stands, and its day and year as its two lines."""

    x: int
    day: str
    year: str


@dataclass(frozen=True, slots=True)
class Dot:
    """The statements of one source on one date; ``told`` says them in words, ``count`` is how many there are."""

    x: int
    href: str | None
    told: str
    count: int
    clash: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A source with what it dates."""

    y: int
    name: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The time line and the statements in it; ``left_out`` says what has no place on it."""

    heading: str
    width: int
    height: int
    top: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    statements: tuple[Statement, ...]
    left_out: str

    @property
    def told(self) -> str:
        """The drawing in a sentence, for who does not see it."""
        clashes = sum(dot.clash != "" for lane in self.lanes for dot in lane.dots)
        return (
            f"{counted(len(self.ticks), 'date')} named by {counted(len(self.lanes), 'source')}; "
            f"{counted(clashes, 'place')} of {'a clash' if clashes == 1 else 'clashes'}. The list below says the same."
        )


def timelines(links: Links, chosen: Chosen) -> Listed[Line]:
    """The time lines of a report, one for each story of which two sources name two dates; those that say most."""
    stories = Stories(links.answers)
    by_story = stories.by_story(_Statements(links, chosen).all(), lambda one: one.document)
    drawn = {number: found for number, found in by_story.items() if _is_drawn(found)}
    most = sorted(drawn, key=lambda number: (-len(drawn[number]), number))[:MOST_STORIES]
    return Listed(tuple(_line(stories.heading(number), drawn[number]) for number in sorted(most)), len(drawn))


def _is_drawn(found: Sequence[Statement]) -> bool:
    return min(len({one.value for one in found}), len({one.source for one in found})) > 1


def _line(heading: str, found: Sequence[Statement]) -> Line:
    dates, sources = _most_named(found), _most_telling(found)
    held = [one for one in found if one.value in dates and one.source in sources]
    where = {value: _LEFT + _STEP * number for number, value in enumerate(dates)}
    lanes = tuple(_lane(number, source, held, where) for number, source in enumerate(sources))
    ticks = tuple(Tick(where[value], *_written(value)) for value in dates)
    told = tuple(sorted(held, key=lambda one: (one.value, sources.index(one.source), one.place.label)))
    size = (_LEFT + _STEP * len(dates), _TOP + _LANE * len(lanes), _TOP)
    return Line(heading, *size, ticks, lanes, told[:MOST_TOLD], _left_out(found, dates, sources, len(told)))


class _Statements:
    def __init__(self, links: Links, chosen: Chosen) -> None:
        self._links = links
        self._sentences = Sentences(links.answers.report)
        self._names = {
            document: _names(links, source.documents)
            for source in links.answers.sources
            for document in source.documents
        }
        self._clashing: dict[str, list[tuple[Span, int]]] = defaultdict(list)
        for point in chosen.of(*DIFFER):
            if point.family is Family.CONFLICT or point.family is Family.REFERENCE:
                for answer in point.answers:
                    for witness in answer.witnesses:
                        self._clashing[witness.place.document].append((witness.place, chosen.numbers[point.id]))

    def all(self) -> Iterator[Statement]:
        """Every dated statement, in the order of the articles."""
        for article in self._links.answers.report.articles:
            for claim in article.claims:
                if value := _value(claim):
                    yield self._statement(article, claim.span, value)

    def _statement(self, article: Article, span: Span, value: str) -> Statement:
        against = {number for place, number in self._clashing[span.document] if place.overlaps(span)}
        return Statement(
            span.document,
            value,
            " ".join(filter(None, _written(value))),
            self._names[article.document.id],
            self._sentences.around(span),
            self._links.place(span),
            tuple(sorted(against)),
        )


def _names(links: Links, documents: Sequence[str]) -> str:
    return ", ".join(map(links.answers.name, documents))


def _value(claim: Claim) -> str:
    """The calendar day, month or year of a claim, empty where it is of another kind or names none."""
    if claim.kind is not ClaimKind.DATE or not isinstance(claim.value, Timex):
        return ""
    return claim.value.value if _DATE.fullmatch(claim.value.value) else ""


def _written(value: str) -> tuple[str, str]:
    """A date in two parts: ``22 Mar`` and ``2024``; the first is empty for a year."""
    year, *rest = value.split("-")
    month = _MONTHS[int(rest[0]) - 1] if rest else ""
    return (f"{int(rest[1])} {month}" if len(rest) > 1 else month), year


def _most_named(found: Sequence[Statement]) -> list[str]:
    """The dates that have a place on the line, in their order."""
    clashing = {one.value for one in found if one.clash}
    named = Counter(value for value, _ in {(one.value, one.source) for one in found})
    most = sorted(named, key=lambda value: (value not in clashing, -named[value], value))
    return sorted(most[:MOST_DATES])


def _most_telling(found: Sequence[Statement]) -> list[str]:
    """The sources that have a lane, in the order of the report."""
    ordered = list(dict.fromkeys(one.source for one in found))
    told = Counter(one.source for one in found)
    most = sorted(ordered, key=lambda source: (-told[source], ordered.index(source)))[:MOST_LANES]
    return [source for source in ordered if source in most]


def _lane(number: int, source: str, held: Iterable[Statement], where: Mapping[str, int]) -> Lane:
    by_date: dict[str, list[Statement]] = defaultdict(list)
    for one in held:
        if one.source == source:
            by_date[one.value].append(one)
    dots = (_dot(where[value], told) for value, told in sorted(by_date.items()))
    return Lane(_TOP + _LANE * number + _LANE // 2, source, tuple(dots))


def _dot(x: int, told: Sequence[Statement]) -> Dot:
    clash = sorted({number for one in told for number in one.clash})
    lead = next((one for one in told if one.clash), told[0])
    quoted = lead.sentence
    words = f"{lead.date}: {quoted.before}{quoted.words}{quoted.after} ({lead.place.label})"
    return Dot(x, lead.place.href, words, len(told), ", ".join(map(str, clash)))


def _left_out(found: Sequence[Statement], dates: Sequence[str], sources: Sequence[str], told: int) -> str:
    """What has no place on the line or in its list, in a sentence; empty where everything has."""
    parts = (
        (len({one.value for one in found}) - len(dates), "date"),
        (len({one.source for one in found}) - len(sources), "source"),
        (told - MOST_TOLD, "statement"),
    )
    more = ", ".join(counted(number, noun) for number, noun in parts if number > 0)
    return f"Left out: {more}." if more else ""
