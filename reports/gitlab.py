"""GitLab's code quality report: a JSON list of the findings that count.

GitLab takes two entries of one fingerprint for one: where findings share one, the first free number is added in the order
of the report.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from auditor.model import Finding, Report, Severity
from auditor.reports.addresses import file_of, is_row
from auditor.reports.harmless import in_json, plain
from auditor.reports.layout import Places

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
    entries += [_entry(finding, places, seen) for finding in report.findings if finding.counts]
    return in_json(entries, indent=2) + "\n"


def _entry(finding: Finding, places: Places, seen: Counter[str]) -> dict[str, Any]:
    document = places.report.documents[finding.primary.document]
    line = 1 if is_row(document) else places.position(document, finding.primary.start)[0]
    row = f"{plain(document.id)}: " if is_row(document) else ""
    return {
        "description": row + plain(finding.message),
        "check_name": finding.check,
        "fingerprint": _unique(finding.fingerprint, seen),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": file_of(document), "lines": {"begin": line}},
    }


def _unique(fingerprint: str, seen: Counter[str]) -> str:
    unique = fingerprint
    while unique in seen:
        seen[fingerprint] += 1
        unique = f"{fingerprint}-{seen[fingerprint]}"
    seen[unique] = 1
    return unique
