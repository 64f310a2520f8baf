"""Meetings: which claims are handed to a check together, so that no frequent subject makes the work quadratic.

Claims meet under a key. Quotations meet in pairs, each pair once, under every run of words that they share; a wording that many
articles carry is met by a few of them as its witnesses, and a run of words in very many wordings is a stock phrase.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from auditor.model import Claim, Quotation
from auditor.story.keys import Key
from auditor.wording import BY_SPEAKER, speaker_key

_WITNESSES = 4
"""Claims of one wording and one speaker that are compared: the first ones in the order of the report."""
_ENDS = " .,!?…"
_FEW = 10
"""Words of a quotation that may share a single run with another of its speech, if a word is changed on either side of it."""
_ENOUGH = 2
"""Runs of words that longer quotations share where they are one: five words in a row are two runs of four."""
_STOCK = 24
"""Wordings under one run of words beyond which it is a phrase that anybody uses."""


def meetings(grouped: Mapping[Key, Sequence[Claim]]) -> Iterator[Sequence[Claim]]:
    """The groups of claims to compare, in a total order; ``grouped`` holds the claims of a story by key."""
    quoted: dict[int, tuple[Claim, list[Key]]] = {}
    for key in sorted(key for key, claims in grouped.items() if len(claims) > 1):
        if isinstance(grouped[key][0].value, Quotation):
            for claim in grouped[key]:
                quoted.setdefault(id(claim), (claim, []))[1].append(key)
        else:
            yield grouped[key]
    yield from _pairs(sorted(quoted.values(), key=lambda one: one[0].span))


def _pairs(quoted: Sequence[tuple[Claim, Sequence[Key]]]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of quotations, given in the order of their keys and told apart by their numbers in it.

    Two long ones that share a single run of words are two.
    """
    meeting: dict[Key, list[int]] = defaultdict(list)
    for number, (_, keys) in enumerate(quoted):
        for key in keys:
            meeting[key].append(number)
    claims = [claim for claim, _ in quoted]
    documents = [claim.span.document for claim in claims]
    wording = [(claim.span.text.lower().rstrip(_ENDS), speaker_key(claim)) for claim in claims]
    short = [claim.span.text.count(" ") < _FEW for claim in claims]
    pairs: Counter[tuple[int, int]] = Counter()
    for key, numbers in meeting.items():
        weight = _ENOUGH if key[0] == BY_SPEAKER else 1
        for pair in _met(numbers, documents, wording):
            pairs[pair] += weight
    for one, other in sorted(
        pair for pair, runs in pairs.items() if runs >= _ENOUGH or short[pair[0]] or short[pair[1]]
    ):
        yield claims[one], claims[other]


def _met(numbers: Iterable[int], documents: Sequence[str], wording: Sequence[object]) -> Iterator[tuple[int, int]]:
    """The pairs of two documents: those of one wording, and of any two wordings the first of either with all of the other.

    None where there are too many wordings.
    """
    told: dict[object, list[int]] = defaultdict(list)
    for number in numbers:
        told[wording[number]].append(number)
    if len(told) > _STOCK:
        return
    witnesses = [same[:_WITNESSES] for same in told.values()]
    for same in witnesses:
        yield from (pair for pair in combinations(same, 2) if documents[pair[0]] != documents[pair[1]])
    for mine, theirs in combinations(witnesses, 2):
        for one, other in ((mine[0], theirs), (theirs[0], mine)):
            yield from ((min(one, far), max(one, far)) for far in other if documents[one] != documents[far])
