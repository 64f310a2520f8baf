"""Meetings: which claims are handed to a check together, so that no frequent subject makes the work quadratic.

Claims meet under a key. Quotations meet in pairs, each pair once, under the rarest runs of words that they share with any
other; a wording that many articles carry is met by a few of them as its witnesses, and a run of words in very many wordings
is a stock phrase.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import combinations

from auditor.model import Claim, Quotation
from auditor.subjects.keys import Key

Place = tuple[str, Key]
"""A group of documents, and a key in it."""

_WITNESSES = 4
"""Claims of one wording and one speaker that are compared with the others: the first ones in the order of the report."""
_STOCK = 40
"""Wordings under one run of words beyond which it is a phrase that anybody uses."""
_RAREST = 6
"""Runs of words by which a quotation meets others: an edit touches four runs, so that two edits leave enough."""


def meetings(grouped: Mapping[Place, Sequence[Claim]]) -> Iterator[Sequence[Claim]]:
    """The groups of claims to compare, in a total order; ``grouped`` holds the claims by group of documents and key."""
    quoted: dict[int, tuple[Claim, list[Place]]] = {}
    for place in sorted(place for place, claims in grouped.items() if len(claims) > 1):
        if isinstance(grouped[place][0].value, Quotation):
            for claim in grouped[place]:
                quoted.setdefault(id(claim), (claim, []))[1].append(place)
        else:
            yield grouped[place]
    yield from _pairs(grouped, sorted(quoted.values(), key=lambda one: one[0].span))


def _pairs(
    grouped: Mapping[Place, Sequence[Claim]], quoted: Sequence[tuple[Claim, Sequence[Place]]]
) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of quotations, given in the order of their places and told apart by their numbers in it."""
    meeting: dict[Place, list[int]] = defaultdict(list)
    for number, (_, places) in enumerate(quoted):
        for place in nsmallest(_RAREST, places, key=lambda place: (len(grouped[place]), place)):
            meeting[place].append(number)
    claims = [claim for claim, _ in quoted]
    pairs = {pair for numbers in meeting.values() for pair in combinations(_witnesses(claims, numbers), 2)}
    for one, other in sorted(pairs):
        if claims[one].span.document != claims[other].span.document:
            yield claims[one], claims[other]


def _witnesses(claims: Sequence[Claim], numbers: Iterable[int]) -> list[int]:
    """A few claims of each wording, in their order; none where there are too many wordings."""
    told: dict[object, list[int]] = defaultdict(list)
    for number in numbers:
        told[claims[number].span.text.lower(), claims[number].source].append(number)
    if len(told) > _STOCK:
        return []
    return sorted(number for same in told.values() for number in same[:_WITNESSES])
