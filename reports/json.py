"""The machine format: everything the audit found, as the JSON Schemas beside this file describe it.

``json`` writes what ``schema/report-2.json`` says; ``json@1`` what ``schema/report-1.json`` said before there were points,
for programs that read that. Every document, finding and point has a line of its own: two reports can be told apart line by
line, and a program that cannot hold a large one can read it so.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from auditor.agreements import agreements
from auditor.model import (
    Agreement,
    Article,
    Comparison,
    Copies,
    Decision,
    Evidence,
    Finding,
    Known,
    Lapsed,
    Point,
    Problem,
    Reference,
    Report,
    Source,
    Span,
    Verdict,
    Window,
    Witness,
)
from auditor.points import points
from auditor.reports import Piecewise
from auditor.reports.harmless import in_json_lines
from auditor.reports.layout import Confirmed, confirmed
from auditor.sources import sources_of
from auditor.sourcing import Profile, Row, Shared, sourcing_of

SCHEMA_VERSION = 2
"""Version of the JSON report."""
EARLIER = 1
"""The version before there were points, which ``json@1`` writes."""


@Piecewise
def render(report: Report) -> Iterator[str]:
    """The report as JSON, one byte-identical text for one report."""
    sourcing = sourcing_of(report)
    yield from in_json_lines(
        {
            **_head(SCHEMA_VERSION, report),
            "documents": (
                {**_document(article), "language": _language(article), "sourcing": _profile(sourcing.of(article))}
                for article in report.articles
            ),
            "points": map(_point, points(report)),
            "sources": map(_source, sources_of(report).all),
            "agreements": map(_agreement, agreements(report)),
            "shared_speakers": map(_shared, sourcing.shared),
            "stories": map(list, report.stories),
            **_tail(report),
        }
    )


@Piecewise
def render_1(report: Report) -> Iterator[str]:
    """The report as version 1 of the schema had it, without points."""
    head = _head(EARLIER, report)
    yield from in_json_lines({**head, "confirmed": map(_confirmed, confirmed(report)), **_tail(report)})


def _head(version: int, report: Report) -> dict[str, Any]:
    return {
        "schema_version": version,
        "tool": {"name": "auditor", "version": report.version},
        "documents": map(_document, report.articles),
        "findings": map(_finding, report.findings),
        "fixed": map(_known, report.fixed),
        "lapsed_decisions": map(_lapsed, report.lapsed),
        **({"reference": _reference(report.reference)} if version == SCHEMA_VERSION and report.reference else {}),
        **({"gate_changes": list(report.touched)} if report.touched else {}),
        "comparisons": _comparisons(report.comparisons),
    }


def _reference(reference: Reference) -> dict[str, Any]:
    return {"rows": reference.rows, "checked_on": reference.checked_on and reference.checked_on.isoformat()}


def _tail(report: Report) -> dict[str, Any]:
    return {
        "copies": map(_copies, report.copies),
        "problems": map(_problem, report.problems),
    }


def schema(version: int = SCHEMA_VERSION) -> Mapping[str, Any]:
    """The JSON Schema (draft 2020-12) that every report of a version follows."""
    text = files("auditor.reports").joinpath("schema", f"report-{version}.json").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


def _document(article: Article) -> dict[str, Any]:
    document = article.document
    given = {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "title": document.title,
        "date": document.date,
        "window": _window(article.window),
    }
    more = {"source": document.source, "url": document.url, "byline": document.byline, "group": document.group}
    return given | more


def _language(article: Article) -> dict[str, Any]:
    language = article.language
    return {"code": language.code, "basis": language.basis.value, "read": language.read}


def _profile(profile: Profile) -> dict[str, Any]:
    return {row.id: _row(row) for row in profile.rows}


def _row(row: Row) -> dict[str, Any]:
    entries = [{"words": one.words, "places": [_span(span) for span in one.places]} for one in row.entries]
    state = row.state and row.state.value
    return {"label": row.label, "measured": row.measured, "count": row.count, "state": state, "entries": entries}


def _shared(one: Shared) -> dict[str, Any]:
    places = [_span(span) for span in one.places]
    return {"name": one.name, "sources": list(one.sources), "of": one.of, "places": places}


def _window(window: Window) -> dict[str, Any]:
    return {
        "earliest": window.earliest and window.earliest.isoformat(),
        "latest": window.latest and window.latest.isoformat(),
        "evidence": [_evidence(evidence) for evidence in window.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"basis": evidence.basis.value, "reason": evidence.reason, "span": evidence.span and _span(evidence.span)}


def _span(span: Span) -> dict[str, Any]:
    return {"document": span.document, "start": span.start, "end": span.end, "text": span.text}


def _finding(finding: Finding) -> dict[str, Any]:
    edit = finding.edit
    return {
        "check": finding.check,
        "family": finding.family.value,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "probability": finding.probability,
        "possible": finding.possible,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "baseline_state": finding.state and finding.state.value,
        "decision": finding.decision and _decision(finding.decision),
        "primary": _span(finding.primary),
        "related": [_span(span) for span in finding.related],
        "edit": edit and {**_span(edit.span), "replacement": edit.replacement},
        "passages": [_span(span) for span in finding.passages or ()],
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "id": point.id,
        "question": point.question,
        "kind": point.kind,
        "family": point.family.value,
        "subject": point.subject,
        "severity": point.severity.value,
        "probability": point.probability,
        "possible": point.possible,
        "counts": point.counts,
        "sides": [
            {"value": answer.value, "witnesses": [_witness(witness) for witness in answer.witnesses]}
            for answer in point.answers
        ],
        "findings": [finding.fingerprint for finding in point.findings],
        "settle": point.settle,
    }


def _witness(witness: Witness) -> dict[str, Any]:
    return {**_span(witness.place), "source": witness.source}


def _source(source: Source) -> dict[str, Any]:
    return {"id": source.id, "documents": list(source.documents), "reason": source.reason}


def _agreement(one: Agreement) -> dict[str, Any]:
    witnesses = list(map(_witness, one.witnesses))
    rest = {"witnesses": witnesses, "resting_on": one.resting_on or None}
    return {"value": one.value, "told": one.told, "sources": len(one.sources), **rest}


def _known(one: Known) -> dict[str, Any]:
    return {"fingerprint": one.fingerprint, "check": one.check, "documents": list(one.documents), "text": one.text}


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "judgement": decision.judgement.value,
        "reason": decision.reason,
        "author": decision.author,
        "until": decision.until and decision.until.isoformat(),
    }


def _lapsed(lapsed: Lapsed) -> dict[str, Any]:
    decision = lapsed.decision
    return {"lapse": lapsed.lapse.value, "finding": _known(decision.finding), "decision": _decision(decision)}


def _comparisons(comparisons: Iterable[Comparison]) -> dict[str, Any]:
    counts = Counter((comparison.verdict, comparison.reason) for comparison in comparisons)
    total: Counter[Verdict] = Counter()
    for (verdict, _), number in counts.items():
        total[verdict] += number

    def by_reason(verdict: Verdict) -> dict[str, int]:
        return {reason: number for (one, reason), number in sorted(counts.items()) if one == verdict}

    return {
        "agree": total[Verdict.AGREE],
        "compatible": by_reason(Verdict.COMPATIBLE),
        "conflict": total[Verdict.CONFLICT],
        "not_comparable": by_reason(Verdict.NOT_COMPARABLE),
    }


def _confirmed(one: Confirmed) -> dict[str, Any]:
    return {"sources": one.sources, "places": [_span(span) for span in one.places]}


def _copies(copies: Copies) -> dict[str, Any]:
    edits = [{"left": _span(left), "right": _span(right)} for left, right in copies.edits]
    return {"documents": list(copies.documents), "edits": edits}


def _problem(problem: Problem) -> dict[str, Any]:
    return {"document": problem.document, "check": problem.check, "error": problem.error}
