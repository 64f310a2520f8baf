"""The report for programs: JSON, described by ``schema/report-1.json``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from auditor.model import Article, Comparison, Edit, Evidence, Finding, Problem, Report, Span, Verdict, Window

SCHEMA_VERSION = 1
"""Raised when a key changes its meaning or goes; new keys do not raise it."""

Plain = dict[str, Any]


def render(report: Report) -> str:
    """The report as one JSON object, every list in the order of the report."""
    return _encodable(json.dumps(_report(report), ensure_ascii=False, indent=2)) + "\n"


def schema() -> Plain:
    """The JSON Schema (draft 2020-12) that every rendered report is valid against."""
    text = files("auditor.reports").joinpath("schema", f"report-{SCHEMA_VERSION}.json").read_text("utf-8")
    loaded: Plain = json.loads(text)
    return loaded


def _report(report: Report) -> Plain:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "auditor", "version": report.version},
        "documents": [_document(article) for article in report.articles],
        "findings": [_finding(finding) for finding in report.findings],
        "comparisons": _comparisons(report.comparisons),
        "problems": [_problem(problem) for problem in report.problems],
    }


def _document(article: Article) -> Plain:
    document = article.document
    return {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "title": document.title,
        "date": document.date,
        "window": _window(article.window),
        "source": document.source,
        "url": document.url,
        "byline": document.byline,
        "group": document.group,
    }


def _window(window: Window) -> Plain:
    return {
        "earliest": window.earliest.isoformat() if window.earliest else None,
        "latest": window.latest.isoformat() if window.latest else None,
        "evidence": [_evidence(evidence) for evidence in window.evidence],
    }


def _evidence(evidence: Evidence) -> Plain:
    return {"reason": evidence.reason, "span": _span(evidence.span) if evidence.span else None}


def _finding(finding: Finding) -> Plain:
    return {
        "check": finding.check,
        "family": finding.family,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "primary": _span(finding.primary),
        "related": [_span(span) for span in finding.related],
        "edit": _edit(finding.edit) if finding.edit else None,
    }


def _span(span: Span) -> Plain:
    return {"document": span.document, "start": span.start, "end": span.end, "text": span.text}


def _edit(edit: Edit) -> Plain:
    return {"span": _span(edit.span), "replacement": edit.replacement}


def _comparisons(comparisons: tuple[Comparison, ...]) -> Plain:
    counts = Counter(comparison.verdict for comparison in comparisons)
    return {
        "agree": counts[Verdict.AGREE],
        "compatible": _reasons(comparisons, Verdict.COMPATIBLE),
        "conflict": counts[Verdict.CONFLICT],
        "not_comparable": _reasons(comparisons, Verdict.NOT_COMPARABLE),
    }


def _reasons(comparisons: tuple[Comparison, ...], verdict: Verdict) -> Mapping[str, int]:
    """How many comparisons got the verdict for each reason, by reason."""
    counts = Counter(comparison.reason for comparison in comparisons if comparison.verdict is verdict)
    return dict(sorted(counts.items()))


def _problem(problem: Problem) -> Plain:
    return {"document": problem.document, "check": problem.check, "error": problem.error}


def _encodable(text: str) -> str:
    r"""The JSON text with lone surrogates, which no UTF-8 file can hold, as ``\udxxx`` escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
