"""What all tables take from a report: its points with their numbers, and places, stories and standings as cells tell them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from auditor.model import BaselineState, Finding, Point, Report, Span, Witness
from auditor.points import points
from auditor.reports.harmless import plain
from auditor.reports.layout import Places
from auditor.reports.names import short_names
from auditor.sources import sources_of
from auditor.stories import numbers

Cell = str | int | float | bool | None
Row = Sequence[Cell]

MOST_PLACES = 8
"""Lines that a cell lists of one answer; of more it says how many there are."""


class Told:
    """One report, read for its tables."""

    def __init__(self, report: Report) -> None:
        """Find the points and the sources once for all tables."""
        self.report = report
        self.places = Places(report)
        self.sources = sources_of(report)
        self.points = tuple(enumerate(points(report), 1))
        self._story_of: Mapping[str, int] = numbers(report)
        self._names = short_names(report.documents)

    def name(self, document: str) -> str:
        """The short name of a document, as the other reports for people have it; of one that is not part of it its id."""
        return self._names.get(document) or plain(document)

    def story(self, documents: Iterable[str]) -> str:
        """The numbers of the stories that documents tell: "2", or "2, 5"."""
        return ", ".join(map(str, sorted({self._story_of[one] for one in documents if one in self._story_of})))

    def at(self, spans: Iterable[Span], *, named: bool = True) -> str:
        """Places in a line: "a:3,9, b:4"; without the names of the documents "line 3,9"."""
        places = list(dict.fromkeys((span.document, self.position(span)[0]) for span in spans))
        lines: dict[str, list[str]] = {}
        for document, line in places[:MOST_PLACES]:
            lines.setdefault(document, []).append(str(line))
        told = (f"{f'{self.name(one)}:' if named else 'line '}{','.join(held)}" for one, held in lines.items())
        more = f" and {len(places) - MOST_PLACES:,} more" if len(places) > MOST_PLACES else ""
        return ", ".join(told) + more

    def position(self, span: Span) -> tuple[int, int]:
        """The line and the column of a place, from 1. Raises ``KeyError`` where its document is not part of the report."""
        return self.places.position(self.report.documents[span.document], span.start)

    def said(self, witnesses: Iterable[Witness], *, named: bool = True) -> str:
        """The words of witnesses with their places, one wording a line, the longest at each place; ``named`` as for ``at``."""
        wordings: dict[str, list[Span]] = {}
        spans = [witness.place for witness in witnesses]
        for span in spans:
            if not any(span != other and _holds(other, span) for other in spans):
                wordings.setdefault(self.places.quote(span, context=0).words, []).append(span)
        return "\n".join(f"“{words}” ({self.at(spans, named=named)})" for words, spans in wordings.items())

    def sides(self, point: Point) -> str:
        """The answers of a point, a line each, with the places and the number of sources that give them."""
        return "\n".join(
            f"“{plain(answer.value)}” ({self.at(witness.place for witness in answer.witnesses)}"
            f"{f'; {len(answer.sources):,} sources' if len(answer.sources) > 1 else ''})"
            for answer in point.answers
        )


def _holds(span: Span, other: Span) -> bool:
    return span.document == other.document and span.start <= other.start and other.end <= span.end


def listed(names: Iterable[str]) -> str:
    """Names in a line."""
    return ", ".join(map(plain, names))


def state(findings: Iterable[Finding]) -> str:
    """ "new" where one of the findings is, else "unchanged"; empty where nothing known was given."""
    states = {finding.state for finding in findings}
    return next((one.value for one in (BaselineState.NEW, BaselineState.UNCHANGED) if one in states), "")


def decisions(findings: Iterable[Finding]) -> str:
    """What people decided on the findings, a line each."""
    made = (finding.decision for finding in findings)
    return "\n".join(dict.fromkeys(f"{one.judgement.value}: {plain(one.reason)}" for one in made if one))
