"""GitLab's code quality report: a JSON list of the points that count, each under the fingerprint of its gravest finding.

GitLab takes two entries of one fingerprint for one: where points share one, the first free number is added in the order
of the report.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from auditor.model import Report, Severity
from auditor.reports.addresses import file_of, is_row
from auditor.reports.harmless import in_json, plain
from auditor.reports.layout import Places
from auditor.reports.results import Result, results

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report) -> str:
    """The report as JSON; problems are entries of the severity ``blocker``."""
    places = Places(report)
    seen: Counter[str] = Counter()
    entries = [
        {
            "description": plain(f"{problem.check or 'auditor'}: {problem.error}"),
            "check_name": problem.check or "auditor",
            "fingerprint": _unique(f"problem {problem.document} {problem.check} {problem.error}", seen),
            "severity": "blocker",
            "location": {"path": problem.document or "auditor", "lines": {"begin": 1}},
        }
        for problem in report.problems
    ]
    entries += [_entry(one, places, seen) for one in results(report) if one.point.counts]
    return in_json(entries, indent=2) + "\n"


def _entry(one: Result, places: Places, seen: Counter[str]) -> dict[str, Any]:
    document = places.report.documents[one.place.document]
    line = 1 if is_row(document) else places.position(document, one.place.start)[0]
    row = f"{plain(document.id)}: " if is_row(document) else ""
    return {
        "description": row + one.message,
        "check_name": one.point.lead.check,
        "fingerprint": _unique(one.point.lead.fingerprint, seen),
        "severity": _SEVERITIES[one.point.severity],
        "location": {"path": file_of(document), "lines": {"begin": line}},
    }


def _unique(fingerprint: str, seen: Counter[str]) -> str:
    unique = fingerprint
    while unique in seen:
        seen[fingerprint] += 1
        unique = f"{fingerprint}-{seen[fingerprint]}"
    seen[unique] = 1
    return unique
