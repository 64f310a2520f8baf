"""The table of points: one a row, what a reader wants first on the left, what programs want on the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.model import Point
from auditor.reports.harmless import plain
from auditor.reports.table.told import Row, Told, decisions, listed, state

COLUMNS = (
    *("point", "severity", "probability", "question", "sides", "settle", "articles", "story", "decision", "state"),
    *("family", "check", "kind", "subject", "sources", "possible", "counts"),
    *("document", "path", "line", "column", "start", "end", "text", "message", "related", "confidence"),
    *("fingerprint", "findings", "id"),
)
"""The columns, in their order.

``point`` is its number in this report; ``sides`` has an answer a line; ``sources`` counts the independent ones. ``check``,
``message``, ``confidence``, ``fingerprint`` and the place are those of the point's gravest finding, ``related`` the other
places of that, a line each; ``findings`` are the fingerprints of all.
"""


def rows(told: Told, numbered: Iterable[tuple[int, Point]]) -> Iterator[Row]:
    """The rows of points with their numbers."""
    for number, point in numbered:
        yield (*_for_readers(told, number, point), *_kinds(point), *_places(told, point), *_names(point))


def _for_readers(told: Told, number: int, point: Point) -> Row:
    return (
        number,
        point.severity.value,
        point.probability,
        plain(point.question),
        told.sides(point),
        plain(point.settle),
        listed(point.documents),
        told.story(point.documents),
        decisions(point.findings),
        state(point.findings),
    )


def _kinds(point: Point) -> Row:
    sources = {source for answer in point.answers for source in answer.sources}
    family, check = point.family.value, point.lead.check
    return (family, check, point.kind, plain(point.subject), len(sources), point.possible, point.counts)


def _places(told: Told, point: Point) -> Row:
    lead = point.lead
    document = told.report.documents[lead.primary.document]
    quotes = [told.places.quote(span, context=0) for span in lead.related]
    return (
        plain(document.id),
        plain(document.path or ""),
        *told.position(lead.primary),
        lead.primary.start,
        lead.primary.end,
        plain(lead.primary.text),
        plain(lead.message),
        "\n".join(f"{quote.document}:{quote.position} {quote.words}" for quote in quotes),
        lead.confidence.value,
    )


def _names(point: Point) -> Row:
    return (point.lead.fingerprint, "\n".join(finding.fingerprint for finding in point.findings), point.id)
