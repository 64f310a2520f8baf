"""The gate: which findings of a report count, given what was known before and what people decided.

A change is judged where it changed. What was found before is known; and where it is told which articles there were before,
only what a new or changed article takes part in is new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from auditor.gate.baseline import Baseline, digest
from auditor.gate.decisions import Decisions
from auditor.model import BaselineState, Decision, Document, Finding, Known, Lapse, Lapsed, Report


def judged(
    report: Report,
    *,
    checks: Collection[str],
    before: Baseline | None = None,
    decisions: Decisions | None = None,
    as_of: date | None = None,
    gone: Collection[str] = (),
) -> Report:
    """The report with each finding's state and decision, what is fixed, and the decisions to look at again.

    ``before`` is what was known before, ``None`` where nothing is to be compared with. What belongs to documents or
    ``checks`` that were not part of the audit is neither fixed nor orphaned; ``gone`` are documents that are no more.
    """
    holding = {name: one for name, one in (decisions or {}).items() if not _over(one, as_of)}
    reviewed = _changed(report.documents, before.documents) if before and before.documents is not None else None
    findings = tuple(
        replace(finding, state=_state(finding, before, reviewed), decision=holding.get(finding.fingerprint))
        for finding in report.findings
    )
    audited = frozenset({*report.documents, *gone})
    found = {finding.fingerprint for finding in findings}
    lost = (one for name, one in (before.findings if before else {}).items() if name not in found)
    return replace(
        report,
        findings=findings,
        fixed=tuple(sorted(one for one in lost if _was_sought(one, audited, checks))),
        lapsed=tuple(sorted(_lapsed(found, audited, checks, decisions or {}, as_of))),
        reviewed=reviewed,
    )


def _changed(documents: Mapping[str, Document], before: Mapping[str, Collection[str]]) -> frozenset[str]:
    """The documents that are new or not as before; one that only got another name is neither."""
    now = {name: digest(document) for name, document in documents.items()}
    moved = Counter(one for name, digests in before.items() if now.get(name) not in digests for one in digests)
    changed = set()
    for name in sorted(name for name, one in now.items() if one not in before.get(name, ())):
        if moved[now[name]]:
            moved[now[name]] -= 1
        else:
            changed.add(name)
    return frozenset(changed)


def _over(decision: Decision, as_of: date | None) -> bool:
    return decision.until is not None and as_of is not None and decision.until < as_of


def _state(finding: Finding, before: Baseline | None, reviewed: Collection[str] | None) -> BaselineState | None:
    if before is None:
        return None
    aside = reviewed is not None and not any(span.document in reviewed for span in finding.spans)
    return BaselineState.UNCHANGED if aside or finding.fingerprint in before.findings else BaselineState.NEW


def _was_sought(one: Known, audited: Collection[str], checks: Collection[str]) -> bool:
    return one.check in checks and bool(one.documents) and all(name in audited for name in one.documents)


def _lapsed(
    found: Collection[str], audited: Collection[str], checks: Collection[str], decisions: Decisions, as_of: date | None
) -> Iterator[Lapsed]:
    for name, decision in decisions.items():
        if name not in found:
            if _was_sought(decision.finding, audited, checks):
                yield Lapsed(Lapse.ORPHANED, decision)
        elif _over(decision, as_of):
            yield Lapsed(Lapse.EXPIRED, decision)
        elif decision.until is not None and as_of is None:
            yield Lapsed(Lapse.UNDATED, decision)
