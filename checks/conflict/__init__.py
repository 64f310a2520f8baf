"""Conflicts: claims about one subject that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from auditor.model import Claim
from auditor.subjects.mentions import Mention


def across(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Every pair of claims of two different documents, in the order of their places."""
    for one, other in combinations(sorted(claims, key=lambda claim: claim.span), 2):
        if one.span.document != other.span.document:
            yield one, other


def quoted(side: Sequence[Mention]) -> str:
    """The words of mentions that agree, each with the document it stands in: "“six months” in a.txt and b.txt"."""
    places: dict[str, list[str]] = {}
    for mention in side:
        documents = places.setdefault(mention.claim.span.text, [])
        if mention.document not in documents:
            documents.append(mention.document)
    return ", ".join(f"“{words}” in {' and '.join(documents)}" for words, documents in places.items())
