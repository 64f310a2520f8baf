"""The gate: which findings of a report count, given what was known before and what people decided."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from auditor.decisions import Decisions
from auditor.model import BaselineState, Decision, Finding, Known, Lapse, Lapsed, Report


def judged(
    report: Report,
    *,
    checks: Collection[str],
    before: Mapping[str, Known] | None = None,
    decisions: Decisions | None = None,
    as_of: date | None = None,
) -> Report:
    """The report with each finding's state and decision, what is fixed, and the decisions to look at again.

    ``before`` are the findings known before, ``None`` where nothing is to be compared with. What belongs to documents
    or ``checks`` that were not part of the audit is neither fixed nor orphaned.
    """
    holding = {name: one for name, one in (decisions or {}).items() if not _over(one, as_of)}
    findings = tuple(
        replace(finding, state=_state(finding, before), decision=holding.get(finding.fingerprint))
        for finding in report.findings
    )
    found = {finding.fingerprint for finding in findings}
    gone = (one for name, one in (before or {}).items() if name not in found)
    return replace(
        report,
        findings=findings,
        fixed=tuple(sorted(one for one in gone if _audited(one, report, checks))),
        lapsed=tuple(sorted(_lapsed(report, checks, decisions or {}, as_of))),
    )


def _over(decision: Decision, as_of: date | None) -> bool:
    return decision.until is not None and as_of is not None and decision.until < as_of


def _state(finding: Finding, before: Mapping[str, Known] | None) -> BaselineState | None:
    if before is None:
        return None
    return BaselineState.UNCHANGED if finding.fingerprint in before else BaselineState.NEW


def _audited(one: Known, report: Report, checks: Collection[str]) -> bool:
    return one.check in checks and bool(one.documents) and all(name in report.documents for name in one.documents)


def _lapsed(report: Report, checks: Collection[str], decisions: Decisions, as_of: date | None) -> Iterator[Lapsed]:
    found = {finding.fingerprint for finding in report.findings}
    for name, decision in decisions.items():
        if name not in found:
            if _audited(decision.finding, report, checks):
                yield Lapsed(Lapse.ORPHANED, decision)
        elif _over(decision, as_of):
            yield Lapsed(Lapse.EXPIRED, decision)
        elif decision.until is not None and as_of is None:
            yield Lapsed(Lapse.UNDATED, decision)
