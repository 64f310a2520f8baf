"""Offices: who is said to hold which office or bear which title."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.extract.names import PERSON, Names
from auditor.lexicon.words import HONORIFICS
from auditor.model import Claim, ClaimKind, Office, Prose

_FORMER = frozenset(["former", "ex", "late", "then", "onetime", "outgoing"])
_ADDRESS = HONORIFICS - {"professor", "prof"}


def find_offices(prose: Prose, names: Names) -> Iterator[Claim]:
    """One claim for every person named beside an office; forms of address alone ("Mr") are none."""
    for name in names.all:
        title = " ".join(word for word in name.title.split() if word.rstrip(".") not in _ADDRESS)
        if name.kind != PERSON or not title:
            continue
        before = prose.text[max(0, name.span.start - 60) : name.span.start].lower().split()
        former = bool(_FORMER.intersection(before[-6:]))
        value = Office(name.key, title, name.country, former)
        whose = f" of {name.country}" if name.country else ""
        yield Claim(ClaimKind.OFFICE, name.span, value, f"{title}{whose}")
