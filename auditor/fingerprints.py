"""Fingerprints: a name for a finding that stays the same across runs, shifted lines and re-wrapped text.

A fingerprint is made of the check's id, the words found and the three words on either side of each place, with
typography folded, and a counter for findings that are alike in all of that.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from auditor.model import Document, Finding, Span

_CONTEXT_WORDS = 3
_REACH = 120
"""Characters on either side in which the three words are looked for."""
_FOLD = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[^\w\s]")


def fingerprinted(findings: Iterable[Finding], documents: Mapping[str, Document]) -> tuple[Finding, ...]:
    """The findings in their total order, each with its fingerprint (16 hexadecimal digits)."""
    seen: Counter[str] = Counter()
    named = []
    for finding in sorted(findings, key=lambda finding: finding.order):
        what = _description(finding, documents)
        seen[what] += 1
        digest = hashlib.sha256(f"{what}\0{seen[what]}".encode()).hexdigest()
        named.append(replace(finding, fingerprint=digest[:16]))
    return tuple(named)


def _description(finding: Finding, documents: Mapping[str, Document]) -> str:
    places = sorted(_place(span, documents[span.document].text) for span in finding.spans)
    return "\0".join((finding.check, *places))


def _place(span: Span, text: str) -> str:
    before = _words(text[max(0, span.start - _REACH) : span.start])[-_CONTEXT_WORDS:]
    after = _words(text[span.end : span.end + _REACH])[:_CONTEXT_WORDS]
    return " ".join((*before, "[", *_words(span.text), "]", *after))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).translate(_FOLD))
