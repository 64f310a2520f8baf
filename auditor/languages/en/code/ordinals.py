"""Ordinals: which one of a row a text says something is ("the third fire in the valley since 2000").

Only an ordinal with a noun and a row to count in ("of the ship", "in its history", "since the walkout") is a claim; names
and terms with an ordinal in them ("First Minister", "second-year student", "first aid") are none. The rules are in
``rules/ordinals.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.grammar.grammar import Found
from auditor.grammar.trace import note
from auditor.languages.en.grammars import GRAMMARS
from auditor.languages.en.lexicon.numbers import RANKS
from auditor.languages.en.morphology import singular
from auditor.model import Claim, ClaimKind, Ordinal, Prose

_ROMAN = ("", "I", "II", "III", "IV", "V")
OF_A_ROW = "one of a row"
"""The subject of a claim that only tells which one of several is meant, before the noun."""


def find_ordinals(prose: Prose, times: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that something is the so-many-eth of its kind."""
    for found in GRAMMARS.grammar("ordinals").made(prose):
        claim = _claim(found)
        if not any(time.span.overlaps(claim.span) for time in times):
            yield note(claim, found)


def _claim(found: Found) -> Claim:
    noun = singular(found["noun"].lower()) if "noun" in found else "place"
    value = Ordinal(_rank(found["n"]), found.span("n"), noun, tuple(found["words"].split()))
    told = OF_A_ROW if found.given.get("row") is False else "place in a row"
    start, end = found.span("n"), found.span(found.given.get("until", "noun"))
    if found.rule.makes == "label":
        start, end = end, start
    return Claim(ClaimKind.QUANTITY, found.prose.span(start.start, end.end), value, f"{told}: {noun}")


def _rank(words: str) -> int:
    """The number of an ordinal in words, digits or Roman digits."""
    word = words.lower()
    if words in _ROMAN:
        return _ROMAN.index(words)
    return RANKS.get(word) or int(re.sub(r"\D", "", word))
