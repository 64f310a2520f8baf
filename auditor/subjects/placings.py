"""Placings: that something happened at a named place ("detained in a lock-up in Halmere").

They are drawn for comparing alone: the place is the value, what happened there is told by the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.extract.names import NAME, Name, Names
from auditor.extract.places import sentence_at
from auditor.model import Claim, ClaimKind, Event, Prose

_AT = re.compile(
    r"\b(?P<at>at|in|near|off|into|beside|outside|from|on)\s(?:the\s|an?\s)?(?:[a-z][a-z-]{1,15}\s){0,3}"
    r"(?:(?:in|near|at|on|outside|of)\s(?:the\s)?)?$"
)
_BACK = 60
"""Characters before a name in which the preposition of its place stands."""
_REGIONS = frozenset(
    """europe asia africa america americas oceania antarctica east west north south eastern western northern southern
    central middle pacific atlantic mediterranean balkans caucasus caribbean scandinavia earth""".split()
)
"""Words of regions that hold many places: a town in one is no other place."""
_LIES_IN = re.compile(r",?\s(?:in|near|outside)\s(?:the\s)?")
_PERSONAL = re.compile(r"\b(?:by|with|said|says|told)\s", re.I)


def find_placings(prose: Prose, names: Names) -> Iterator[Claim]:
    """An event of type ``placing`` for every name that a preposition makes a place; its span is the name.

    Of a place and the one it lies in ("the Customs House in Lindmouth") the second alone is told: they are one placing.
    """
    for name in names.all:
        if name.kind != NAME or _REGIONS.intersection(name.key.split()):
            continue
        start = sentence_at(prose, name.span.start)[0]
        before = _AT.search(prose.text, max(start, name.span.start - _BACK), name.span.start)
        if before and not _PERSONAL.search(before.group()) and not _lies_in_another(prose, names, name):
            yield Claim(
                ClaimKind.EVENT, name.span, Event("placing", place=name.key), f"what happened at {name.span.text}"
            )


def _lies_in_another(prose: Prose, names: Names, name: Name) -> bool:
    behind = _LIES_IN.match(prose.text, name.span.end)
    return behind is not None and bool(names.within(behind.end(), behind.end() + 1))
