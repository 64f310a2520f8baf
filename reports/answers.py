"""What the formats for people say first: the points in tiers, who gives which answer, and the whole in one sentence.

Everything here is plain text on one line, without control characters, and not yet escaped for any format.
"""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.agreements import agreements
from auditor.model import (
    Agreement,
    Answer,
    BaselineState,
    Family,
    Finding,
    Point,
    Report,
    Severity,
    Source,
    Span,
    Witness,
)
from auditor.points import points
from auditor.reports.harmless import plain
from auditor.reports.layout import MOST_SIDES, Places, Quote, counted, shortened
from auditor.reports.names import short_names
from auditor.reports.word_diff import Piece, around, cut, wordings
from auditor.sources import sources_of
from auditor.sourcing import Sourcing, sourcing_of

MOST_SOURCES = 3
"""Sources of several documents that the headline names; the others are counted."""
MOST_LINES = 3
"""Lines of one document that are given for one answer."""
AROUND = 4
"""Words of an answer that are shown on each side of those that differ."""
LONGEST = 160
"""Characters of an answer that are shown."""
LONGEST_PATHS = 60
"""Characters of the paths that a command repeats."""
MOST_VOICES = 6
"""Sources that are named for one answer; the others are counted."""


class Tier(StrEnum):
    """Where a reader finds a point: how sure a difference is, or what else is to be done about it."""

    SURE = "sure"
    LIKELY = "likely"
    LESS_SURE = "less sure"
    TRACE = "quotations to trace"
    SOURCING = "sources to look into"
    CLEAN = "to clean"
    FURTHER = "further points"


DIFFER = (Tier.SURE, Tier.LIKELY, Tier.LESS_SURE)
"""The tiers of what differs, the surest first."""
_DIFFER = {Severity.ERROR: Tier.SURE, Severity.WARNING: Tier.LIKELY, Severity.NOTE: Tier.LESS_SURE}
_OTHER = {Family.QUOTATION: Tier.TRACE, Family.SOURCING: Tier.SOURCING, Family.RESIDUE: Tier.CLEAN}
_DIFFERING = (Family.CONFLICT, Family.REFERENCE)
"""Families whose points differ, also where an article differs with itself or with what is no article."""


def tier(point: Point) -> Tier:
    """The tier of a point; a quotation that is told in two ways differs, any other is to be traced.

    What another package's family finds differs where it has several answers, too.
    """
    if point.family in (Family.SOURCING, Family.RESIDUE):
        return _OTHER[point.family]
    if point.family in _DIFFERING or len(point.answers) > 1:
        return _DIFFER[point.severity]
    return _OTHER.get(point.family, Tier.FURTHER)


@dataclass(frozen=True, slots=True)
class Voice:
    """A source that gives an answer: the document it does so in, the lines there, and the documents that carry it, too."""

    document: str
    lines: tuple[int, ...]
    places: tuple[Span, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """A report as its readers ask for it: ``points`` are all of them, ``names`` the short names of its documents, if they go by such."""

    report: Report
    points: tuple[Point, ...]
    sources: tuple[Source, ...]
    agreements: tuple[Agreement, ...]
    sourcing: Sourcing
    names: Mapping[str, str]
    places: Places
    _by_tier: Mapping[Tier, Sequence[Point]]

    def of(self, *tiers: Tier) -> tuple[Point, ...]:
        """The points of some tiers that count, tier by tier and in their order."""
        return tuple(point for one in tiers for point in self._by_tier.get(one, ()))

    @property
    def gated(self) -> bool:
        """Whether the report was compared with what was known before."""
        return any(finding.state is not None for finding in self.report.findings) or bool(self.report.fixed)

    @property
    def headline(self) -> str:
        """The whole in a sentence or two: how much was compared, how much differs, how much is no article, what else there is."""
        differ, lines = len(self.of(Tier.SURE, Tier.LIKELY)), self.lines_to_clean
        perhaps = len(self.of(Tier.LESS_SURE))
        new = "new " if self.gated else ""
        differing = (
            f"{counted(differ, f'{new}point')} differ{'s' if differ == 1 else ''}"
            if differ
            else f"No {new}point differs"
        )
        less_sure = f", {perhaps:,}{' more' if differ else ''} may" if perhaps else ""
        clean = f"{counted(lines, f'{new}line')} {'is' if lines == 1 else 'are'}" if lines else f"no {new}line is"
        further = len(self.of(Tier.FURTHER))
        besides = f"; {counted(further, f'{new}further point')}" if further else ""
        return f"{self._compared}. {differing}{less_sure}; {clean} not article{besides}."

    @property
    def _compared(self) -> str:
        """How many articles, stories and independent sources there are, and which articles are one source."""
        archived = self.report.archived
        articles = counted(len(self.report.articles) - len(archived or ()), "article")
        if archived is not None:
            articles += f" beside {len(archived) or 'none'} of the archive"
        if len(self.report.articles) < 2:
            return articles
        joined = [source for source in self.sources if len(source.documents) > 1]
        told = [f"{self.listed(source.documents)}: {plain(source.reason)}" for source in joined[:MOST_SOURCES]]
        more = [f"{len(joined) - MOST_SOURCES:,} more of several"] if len(joined) > MOST_SOURCES else []
        which = f" ({'; '.join(told + more)})" if joined else ""
        stories = f", {len(self.report.stories):,} stories" if len(self.report.stories) > 1 else ""
        return f"{articles}{stories}, {counted(len(self.sources), 'source')}{which}"

    def listed(self, documents: Sequence[str]) -> str:
        """The short names of documents, the first few of many."""
        more = f" and {len(documents) - MOST_VOICES:,} more" if len(documents) > MOST_VOICES else ""
        return ", ".join(self.name(document) for document in documents[:MOST_VOICES]) + more

    @property
    def lines_to_clean(self) -> int:
        """How many lines hold what is not article."""
        held: set[tuple[str, int]] = set()
        for point in self.of(Tier.CLEAN):
            for finding in point.findings:
                span = finding.primary
                first, last = self.line(span), self.line(span, max(span.start, span.end - 1))
                held.update((span.document, line) for line in range(first, last + 1))
        return len(held)

    @property
    def left_out(self) -> str:
        """How many points do not count since they are known or dismissed, and how many findings are gone; empty where none is."""
        settled = [point for point in self.points if not point.counts]
        known = sum(any(f.state is BaselineState.UNCHANGED for f in point.findings) for point in settled)
        parts = [(known, "known"), (len(settled) - known, "dismissed")]
        told = " and ".join(counted(number, f"{word} point") for number, word in parts if number)
        fixed = len(self.report.fixed)
        shown = f"{told} {'is' if len(settled) == 1 else 'are'} not shown" if told else ""
        gone = f"{counted(fixed, 'known finding')} {'is' if fixed == 1 else 'are'} gone" if fixed else ""
        return "; ".join(part for part in (shown, gone) if part)

    def line(self, span: Span, offset: int | None = None) -> int:
        """The line of a place, or of an offset in its document; 1 where the document is not part of the report."""
        document = self.report.documents.get(span.document)
        return self.places.position(document, span.start if offset is None else offset)[0] if document else 1

    def voices(self, answer: Answer) -> tuple[Voice, ...]:
        """Who gives an answer, each source once, in reading order."""
        held: dict[str, list[Witness]] = {}
        for witness in answer.witnesses:
            held.setdefault(witness.source, []).append(witness)
        return tuple(self._voice([witness.place for witness in witnesses]) for witnesses in held.values())

    def _voice(self, places: Sequence[Span]) -> Voice:
        document = places[0].document
        here = tuple(place for place in places if place.document == document)
        lines = tuple(dict.fromkeys(self.line(place) for place in here))
        others = dict.fromkeys(place.document for place in places if place.document != document)
        return Voice(document, lines, here, tuple(others))

    def said_by(self, answer: Answer) -> Iterator[str]:
        """Who gives an answer, a source a phrase: ``a:9``, and ``b:18 (= d)`` where two documents are one source."""
        found = self.voices(answer)
        for voice in found[:MOST_VOICES]:
            lines = ",".join(map(str, voice.lines[:MOST_LINES])) + (",…" if len(voice.lines) > MOST_LINES else "")
            others = f" (= {self.listed(voice.others)})" if voice.others else ""
            yield f"{self.name(voice.document)}:{lines}{others}"
        if len(found) > MOST_VOICES:
            yield f"and {len(found) - MOST_VOICES:,} more"

    def quotes(self, point: Point) -> tuple[tuple[Quote, ...], int]:
        """The places that a point is about in their lines, each once and those of its answers first; and how many more there are."""
        answering = (witness.place for answer in point.answers for witness in answer.witnesses)
        others = (span for finding in point.findings for span in finding.spans)
        spans = list(dict.fromkeys((*answering, *others)))
        return tuple(self.places.quote(span) for span in spans[:MOST_SIDES]), len(spans[MOST_SIDES:])

    def at(self, span: Span) -> str:
        """Where a place is, in short: ``a:9``."""
        return f"{self.name(span.document)}:{self.line(span)}"

    def name(self, document: str) -> str:
        """The short name of a document; of one that is not part of the report its id."""
        return self.names.get(document) or plain(document)


def question_of(point: Point) -> str:
    """The question, without its middle where it is very long."""
    return shortened(plain(point.question))


def told_besides(finding: Finding, point: Point) -> str:
    """What a finding of a point says that the point does not: all it says, where it asks something else or nothing."""
    if finding.asked is not None and finding.asked.kind == point.kind:
        return ""
    return plain(finding.message.removeprefix(point.question)).strip()


def cleaning(paths: Sequence[str]) -> str:
    """The command that shows what of the articles at the paths is none; of many or long paths it says PATH."""
    given = shlex.join(map(plain, paths))
    return f"auditor clean {given if given and len(given) <= LONGEST_PATHS else 'PATH'}"


def answers(report: Report, *, short: bool = True) -> Answers:
    """The answers of a report; documents go by ``short`` names, or else by their ids."""
    found = points(report)
    by_tier: dict[Tier, list[Point]] = defaultdict(list)
    for point in found:
        if point.counts:
            by_tier[tier(point)].append(point)
    shared, names = agreements(report), short_names(report.documents) if short else {}
    sourcing = sourcing_of(report)
    return Answers(report, found, sources_of(report).all, shared, sourcing, names, Places(report), by_tier)


def answered(given: Sequence[Answer]) -> Iterator[tuple[Answer, tuple[Piece, ...]]]:
    """Answers with their words, those set apart that differ; of long ones the words around them."""
    for answer, pieces in zip(given, wordings([answer.value for answer in given]), strict=True):
        yield answer, cut(around(pieces, AROUND), LONGEST)
