"""Conflicts: claims about one subject that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from auditor.model import Claim


def across(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Every pair of claims of two different documents, in the order of their places."""
    for one, other in combinations(sorted(claims, key=lambda claim: claim.span), 2):
        if one.span.document != other.span.document:
            yield one, other
