"""Who says what: a row a question with what each source answers, then a row for each claim on which sources agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from auditor.agreements import agreements
from auditor.asked import named
from auditor.model import Point, Source, Witness
from auditor.reports.harmless import plain
from auditor.reports.table.told import Row, Told

MOST_SOURCES = 40
"""Sources that have a column of their own; what the others say stands in one column together."""

_DIFFERS, _AGREED = "differs", "agreed"
_OTHERS = "other sources"


def matrix(told: Told, numbered: Iterable[tuple[int, Point]]) -> tuple[Sequence[str], Sequence[Row]]:
    """The headings and the rows: of the points those with several answers."""
    said = [*_differing(told, numbered), *_agreed(told)]
    answering = {witness.source for _, witnesses in said for witness in witnesses}
    columns = [source for source in _known(told, answering) if source.id in answering]
    shown, others = columns[:MOST_SOURCES], {source.id for source in columns[MOST_SOURCES:]}
    headings = ["point", "stands", "severity", "story", "question", *(_heading(told, source) for source in shown)]
    rows = [(*head, *_cells(told, witnesses, shown, others)) for head, witnesses in said]
    return [*headings, _OTHERS] if others else headings, rows


def _differing(told: Told, numbered: Iterable[tuple[int, Point]]) -> Iterator[tuple[Row, Sequence[Witness]]]:
    for number, point in numbered:
        if len(point.answers) > 1:
            witnesses = [witness for answer in point.answers for witness in answer.witnesses]
            yield (number, _DIFFERS, point.severity.value, _story(told, witnesses), plain(point.question)), witnesses


def _agreed(told: Told) -> Iterator[tuple[Row, Sequence[Witness]]]:
    for one in agreements(told.report):
        yield (None, _AGREED, "", _story(told, one.witnesses), f"“{plain(one.value)}”"), one.witnesses


def _story(told: Told, witnesses: Iterable[Witness]) -> str:
    return told.story(witness.place.document for witness in witnesses)


def _known(told: Told, answering: Iterable[str]) -> Sequence[Source]:
    """The sources of the documents, then those that sentences of them name."""
    every = told.sources.all
    return (*every, *(Source(name, ()) for name in sorted(set(answering) - {source.id for source in every})))


def _heading(told: Told, source: Source) -> str:
    documents = named([told.name(document) for document in source.documents])
    if not documents or source.id in source.documents:
        return documents or plain(source.id)
    return f"{plain(source.id)} ({documents})"


def _cells(told: Told, witnesses: Sequence[Witness], shown: Sequence[Source], others: set[str]) -> Iterator[str]:
    by_source: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        by_source[_OTHERS if witness.source in others else witness.source].append(witness)
    for source in shown:
        yield told.said(by_source[source.id], named=source.documents != (source.id,))
    if others:
        yield told.said(by_source[_OTHERS])
