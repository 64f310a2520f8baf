"""Conflicts: claims about one subject that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from auditor.model import Claim, Span
from auditor.subjects.mentions import Mention


def across(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Every pair of claims of two different documents, in the order of their places."""
    for one, other in combinations(sorted(claims, key=lambda claim: claim.span), 2):
        if one.span.document != other.span.document:
            yield one, other


def quoted(side: Sequence[Mention]) -> str:
    """The words of mentions that agree, each with the document it stands in: "“six months” in a.txt and b.txt"."""
    return placed(mention.claim.span for mention in side)


def placed(spans: Iterable[Span]) -> str:
    """The words of places, each with the documents they stand in."""
    places: dict[str, list[str]] = {}
    for span in spans:
        documents = places.setdefault(" ".join(span.text.split()), [])
        if span.document not in documents:
            documents.append(span.document)
    return ", ".join(f"“{words}” in {' and '.join(documents)}" for words, documents in places.items())


def rarer_first(one: Sequence[Span], other: Sequence[Span]) -> tuple[Sequence[Span], Sequence[Span]]:
    """The two sides, the one with fewer places first; of two as frequent the one that stands later."""
    return (one, other) if (len(one), other[0]) < (len(other), one[0]) else (other, one)
