"""The baseline: the findings known before, so that a gate speaks only of what is new.

A file of JSON Lines in the order of the fingerprints: no line numbers and no times, so it changes only where findings do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from auditor.ledgers import read_ledger, text_of, texts_of, write_ledger
from auditor.model import Finding, Known

KIND = "baseline"
_LONGEST = 120


def known(finding: Finding) -> Known:
    """What a baseline keeps of a finding."""
    documents = tuple(sorted({span.document for span in finding.spans}))
    words = " ".join(finding.primary.text.split())
    return Known(finding.fingerprint, finding.check, documents, words[:_LONGEST])


def known_from(path: str | Path, number: int, entry: Mapping[str, Any]) -> Known:
    """The finding that a line of a file names. Raises ``LedgerError`` where it does not."""
    texts = [text_of(path, number, entry, name) for name in ("fingerprint", "check", "text")]
    return Known(texts[0], texts[1], texts_of(path, number, entry, "documents"), texts[2])


def as_entry(one: Known) -> dict[str, Any]:
    """The finding as a line of a file holds it."""
    return {"fingerprint": one.fingerprint, "check": one.check, "documents": list(one.documents), "text": one.text}


def read_baseline(path: str | Path) -> Mapping[str, Known]:
    """The known findings by fingerprint. Raises ``LedgerError``."""
    found = (known_from(path, number, entry) for number, entry in read_ledger(path, KIND))
    return {one.fingerprint: one for one in found}


def write_baseline(path: str | Path, findings: Iterable[Known]) -> None:
    """Write the known findings, one of each fingerprint. Raises ``LedgerError``."""
    by_fingerprint = {one.fingerprint: one for one in sorted(findings)}
    write_ledger(path, KIND, (as_entry(by_fingerprint[name]) for name in sorted(by_fingerprint)))


def by_fingerprint(findings: Iterable[Finding]) -> Mapping[str, Known]:
    """The findings of an audit as a baseline knows them."""
    return {finding.fingerprint: known(finding) for finding in findings}
