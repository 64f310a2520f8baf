"""Decisions: a person's word on a finding, which sticks to the finding's fingerprint.

A file of JSON Lines beside the articles, one decision a line in the order of the fingerprints. Until when a decision
holds is judged by ``as_of`` alone: the day of the run never counts, so without ``as_of`` it holds and the report says
that its day could not be judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from auditor.gate.baseline import as_entry, known_from
from auditor.gate.ledgers import LedgerError, read_ledger, text_of, write_ledger
from auditor.model import Decision, Judgement
from auditor.store.files import alone

KIND = "decisions"
FILE = "auditor-decisions.ndjson"
_KEYS = ("fingerprint", "judgement", "reason", "author", "until", "check", "documents", "text")

Decisions = Mapping[str, Decision]
"""Decisions by fingerprint."""


def read_decisions(path: str | Path) -> Decisions:
    """The decisions of a file, none where there is no file. Raises ``LedgerError`` for a line that is no decision."""
    if not Path(path).exists():
        return {}
    found: dict[str, Decision] = {}
    for number, entry in read_ledger(path, KIND).entries:
        decision = _decision(path, number, entry)
        if found.setdefault(decision.finding.fingerprint, decision) != decision:
            raise LedgerError(f"{path}:{number}: {decision.finding.fingerprint} is decided twice: keep one line.")
    return found


def merged(files: Iterable[str | Path]) -> Decisions:
    """The decisions of several files together. Raises ``LedgerError``, also where two of them decide otherwise on one finding."""
    found: dict[str, Decision] = {}
    for path in files:
        for name, decision in read_decisions(path).items():
            if found.setdefault(name, decision) != decision:
                raise LedgerError(f"{path}: {name} is decided otherwise in another file of this audit: keep one.")
    return found


def write_decisions(path: str | Path, decisions: Decisions) -> None:
    """Write the decisions over what was there. Raises ``LedgerError``; the old file then stays."""
    write_ledger(path, KIND, (_as_entry(decisions[name]) for name in sorted(decisions)))


def put_down(path: str | Path, decided: Mapping[str, Decision | None]) -> None:
    """Put decisions by fingerprint into the file as it is now, or take one out for ``None``: others may have decided meanwhile.

    Raises ``LedgerError``; the old file then stays.
    """
    with alone(path):
        together = {**read_decisions(path), **decided}
        write_decisions(path, {name: one for name, one in together.items() if one is not None})


def tally(decisions: Iterable[Decision]) -> Mapping[str, tuple[int, int]]:
    """By check: how many of its findings were confirmed, and how many decided at all."""
    decided = Counter(decision.finding.check for decision in decisions)
    confirmed = Counter(decision.finding.check for decision in decisions if decision.judgement is Judgement.CONFIRMED)
    return {check: (confirmed[check], number) for check, number in sorted(decided.items())}


def _decision(path: str | Path, number: int, entry: Mapping[str, Any]) -> Decision:
    for name in entry:
        if name not in _KEYS:
            raise LedgerError(f"{path}:{number}: a decision has no key {name!r}, only {', '.join(_KEYS)}.")
    finding = known_from(path, number, {"check": "", "documents": [], "text": "", **entry})
    reason = text_of(path, number, entry, "reason")
    judgement = entry.get("judgement")
    if judgement not in list(Judgement):
        raise LedgerError(f'{path}:{number}: "judgement" must be "confirmed" or "dismissed".')
    if judgement == Judgement.DISMISSED and not reason.strip():
        raise LedgerError(f"{path}:{number}: a dismissal needs a reason.")
    author = text_of(path, number, {"author": "", **entry}, "author")
    return Decision(finding, Judgement(judgement), reason, author, _until(path, number, entry.get("until")))


def _until(path: str | Path, number: int, given: object) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given if isinstance(given, str) else "")
    except ValueError as error:
        raise LedgerError(f'{path}:{number}: "until" must be a day such as "2025-06-30".') from error


def _as_entry(decision: Decision) -> dict[str, Any]:
    given = {"author": decision.author, "until": decision.until and decision.until.isoformat()}
    finding = as_entry(decision.finding)
    return {
        "fingerprint": finding.pop("fingerprint"),
        "judgement": decision.judgement.value,
        "reason": decision.reason,
        **{name: value for name, value in given.items() if value},
        **finding,
    }
