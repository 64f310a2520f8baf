"""SARIF 2.1.0, for code scanning and editors: one run, a rule for each check, a result for each point.

Columns count code points from 1. A document that is a row of a table has no lines of its own in the file: its results name
the row as a logical location. Dismissed points are suppressed results, known ones ``unchanged``, vanished findings ``absent``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from auditor.model import BaselineState, Edit, Finding, Judgement, Known, Point, Problem, Report, Rule, Severity, Span
from auditor.reports.addresses import is_row, uri_of
from auditor.reports.harmless import in_json, plain
from auditor.reports.layout import TOUCHED, Places, touched_lines
from auditor.reports.results import Result, results

MOST_RESULTS = 25_000
"""Results of a run that GitHub's code scanning takes; conflicts are kept first, and a notification says what is left out."""

MOST_RELATED = 100
"""Related locations of one result."""

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_FINGERPRINT = "auditor/v1"
_POINT = "auditor/point/v1"


def render(report: Report) -> str:
    """The report as a SARIF log, one byte-identical text for one report."""
    return in_json(log(report), indent=2) + "\n"


def log(report: Report) -> Mapping[str, Any]:
    """The SARIF log as data."""
    told = results(report)
    rules = _rules(report)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    places = Places(report)
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "auditor", "version": report.version or "0", "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(report, len(told))],
                "results": [
                    *(_result(one, numbers, places) for one in told[:MOST_RESULTS]),
                    *(_absent(one, numbers) for one in report.fixed),
                ],
            }
        ],
    }


def _rules(report: Report) -> list[dict[str, Any]]:
    """The checks that were run, and those that findings name without having been."""
    known = {rule.check: _rule(rule) for rule in report.rules}
    named = {*(finding.check for finding in report.findings), *(one.check for one in report.fixed)}
    return [known.get(name, {"id": name}) for name in sorted({*known, *named})]


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.check,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.docs, "markdown": rule.docs},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family.value]},
    }


def _result(one: Result, numbers: Mapping[str, int], places: Places) -> dict[str, Any]:
    point, lead = one.point, one.point.lead
    result: dict[str, Any] = {
        "ruleId": lead.check,
        "ruleIndex": numbers[lead.check],
        "level": _LEVELS[point.severity],
        "message": {"text": one.message},
        "locations": [_location(one.place, places)],
        "relatedLocations": [
            {"id": number, **_location(span, places), "message": {"text": f"“{plain(span.text)}”"}}
            for number, span in enumerate(one.others[:MOST_RELATED], 1)
        ],
        "partialFingerprints": {_FINGERPRINT: lead.fingerprint, _POINT: point.id},
        "properties": {"confidence": lead.confidence.value, "family": point.family.value},
        **_standing(point),
    }
    if lead.edit and not is_row(places.report.documents[lead.edit.span.document]):
        result["fixes"] = [_fix(lead.edit, places)]
    return result


def _standing(point: Point) -> dict[str, Any]:
    """What was known of a point, and why it was dismissed where all of its findings were."""
    undecided = [finding for finding in point.findings if not _dismissed(finding)]
    states = {finding.state for finding in undecided or point.findings}
    told: dict[str, Any] = {}
    if states != {None}:
        told["baselineState"] = "new" if BaselineState.NEW in states else "unchanged"
    if not undecided:
        reasons = dict.fromkeys(plain(finding.decision.reason) for finding in point.findings if finding.decision)
        told["suppressions"] = [{"kind": "external", "justification": one or "dismissed"} for one in reasons]
    return told


def _dismissed(finding: Finding) -> bool:
    return finding.decision is not None and finding.decision.judgement is Judgement.DISMISSED


def _absent(one: Known, numbers: Mapping[str, int]) -> dict[str, Any]:
    """A known finding that is gone."""
    return {
        "ruleId": one.check,
        "ruleIndex": numbers[one.check],
        "level": "none",
        "kind": "pass",
        "message": {"text": f"No longer found: “{plain(one.text)}” in {plain(', '.join(one.documents))}."},
        "partialFingerprints": {_FINGERPRINT: one.fingerprint},
        "baselineState": "absent",
    }


def _location(span: Span, places: Places) -> dict[str, Any]:
    document = places.report.documents[span.document]
    artifact = {"artifactLocation": {"uri": uri_of(document)}}
    if is_row(document):
        return {"physicalLocation": artifact, "logicalLocations": [{"name": plain(document.id), "kind": "member"}]}
    return {"physicalLocation": {**artifact, "region": {**_region(span, places), "snippet": {"text": span.text}}}}


def _region(span: Span, places: Places) -> dict[str, int]:
    document = places.report.documents[span.document]
    line, column = places.position(document, span.start)
    last_line, last_column = places.position(document, span.end)
    return {"startLine": line, "startColumn": column, "endLine": last_line, "endColumn": last_column}


def _fix(edit: Edit, places: Places) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(edit.span, places), "insertedContent": {"text": edit.replacement}}
    uri = uri_of(places.report.documents[edit.span.document])
    return {
        "description": {"text": "What `auditor clean` would do."},
        "artifactChanges": [{"artifactLocation": {"uri": uri}, "replacements": [replacement]}],
    }


def _invocation(report: Report, points: int) -> dict[str, Any]:
    """Whether the run was whole, with what went wrong and how many of the points were left out."""
    told = [_notification("error", _problem(problem)) for problem in report.problems]
    if report.touched:
        told.append(_notification("warning", f"{TOUCHED}: {', '.join(touched_lines(report))}."))
    if points > MOST_RESULTS:
        left_out = points - MOST_RESULTS
        text = f"{left_out:,} of {points:,} points are left out: a run holds {MOST_RESULTS:,}, conflicts first."
        told.append(_notification("note", text))
    return {"executionSuccessful": not report.problems, "toolExecutionNotifications": told}


def _notification(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": text}}


def _problem(problem: Problem) -> str:
    where = ": ".join(part for part in (problem.document, problem.check and f"check {problem.check}") if part)
    return plain(f"{where}: {problem.error}" if where else problem.error)
