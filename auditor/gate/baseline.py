"""The baseline: the findings known before and the articles they were sought in, so that a gate speaks only of what is new.

A file of JSON Lines: the articles by name with their digests, then the findings in the order of the fingerprints. It has no
line numbers and no times, so it changes only where articles and findings do. Files of version 1 name no articles.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.gate.ledgers import read_ledger, text_of, texts_of, write_ledger
from auditor.model import Document, Finding, Known

KIND = "baseline"
VERSION = 2
"""Version of the file; 1, which names no articles, is read too."""
_LONGEST = 120
"""Characters of a message that are kept, for people who read the file."""
_GIVEN = ("date", "group", "title", "byline", "source", "url")
"""What is given with an article and has a say in what is found, beside its text."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was known before: the findings by fingerprint, and the digests of the articles by name.

    An article has several digests where two versions of the file were merged. ``documents`` is ``None`` where nothing says
    which articles there were.
    """

    findings: Mapping[str, Known]
    documents: Mapping[str, frozenset[str]] | None = None

    def joined(self, later: Baseline) -> Baseline:
        """The two together: of an article in both, the later version counts."""
        documents = {**(self.documents or {}), **(later.documents or {})}
        return Baseline({**self.findings, **later.findings}, documents)


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


def digest(document: Document) -> str:
    """The SHA-256, in hexadecimal digits, of an article's text and of what was given with it, if anything was; not of its name."""
    given = {name: value for name in _GIVEN if (value := getattr(document, name))}
    if not given:
        return document.sha256
    return hashlib.sha256(json.dumps([document.sha256, given], sort_keys=True).encode()).hexdigest()


def baseline_of(documents: Iterable[Document], findings: Iterable[Finding]) -> Baseline:
    """What a baseline keeps of an audit."""
    return Baseline(
        {finding.fingerprint: known(finding) for finding in findings},
        {document.id: frozenset({digest(document)}) for document in documents},
    )


def read_baseline(path: str | Path) -> Baseline:
    """The baseline of a file. Raises ``LedgerError``."""
    ledger = read_ledger(path, KIND, VERSION)
    findings: dict[str, Known] = {}
    documents: dict[str, frozenset[str]] = defaultdict(frozenset)
    for number, entry in ledger.entries:
        if ledger.version > 1 and "document" in entry:
            documents[text_of(path, number, entry, "document")] |= {text_of(path, number, entry, "digest")}
        else:
            one = known_from(path, number, entry)
            findings[one.fingerprint] = one
    return Baseline(findings, documents if ledger.version > 1 else None)


def write_baseline(path: str | Path, baseline: Baseline) -> None:
    """Write the baseline over what was there. Raises ``LedgerError``; the old file then stays."""
    documents = sorted((name, one) for name, digests in (baseline.documents or {}).items() for one in digests)
    findings = [baseline.findings[name] for name in sorted(baseline.findings)]
    entries = [*({"document": name, "digest": one} for name, one in documents), *map(as_entry, findings)]
    write_ledger(path, KIND, entries, 1 if baseline.documents is None else VERSION)
