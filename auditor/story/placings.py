"""Placings: that something happened at a named place ("detained in a lock-up in Halmere").

They are drawn for comparing alone: the place is the value, what happened there is told by the words around it. A name is a
place where the gazetteer knows it or its noun says so ("Elm Street"), and else only right behind "in" or "near", where it
modifies nothing: "in Islamic dress", "at Vox", "on Twitter", "an inquiry into Voss" place nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.languages.en.code.names import NAME, PERSON, Name, Names
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.lexicon.countries import demonyms
from auditor.languages.en.lexicon.gazetteer import is_known, is_place
from auditor.languages.en.lists import LISTS
from auditor.languages.en.phrases.places import (
    LIES_IN,
    NO_NOUN,
    NO_PLACE,
    PLACED_BEFORE,
    RIGHT_IN,
    TRUSTING,
)
from auditor.model import Claim, ClaimKind, Event, Place, Prose
from auditor.text.regex import regex

_BACK = 60
"""Characters beside a name in which the words stand that tell whether it is a place."""
_REGIONS = LISTS.words("places", "wide")
"""Words of regions that hold many places: a town in one is no other place."""
_CUT = regex(r"[’']s\s[A-Z]")
"""Behind a name that is the first word of a longer one: "Valentine's Day"."""
_OUTER = regex(r",\s([A-Z][\w.’-]+(?:\s[A-Z][\w’-]+)?)")


def find_placings(prose: Prose, names: Names) -> Iterator[Claim]:
    """An event of type ``placing`` for every name that is a place where something happened; its span is the name.

    Of a place and the one it lies in ("the Customs House in Lindmouth", "Lindmouth, Ohio") the second alone is told where
    both follow one another with "in", the first where a comma parts them: they are one placing.
    """
    people = frozenset(name.key for name in names.all if name.kind == PERSON)
    for name in names.all:
        if name.kind != NAME or _REGIONS.intersection(name.key.split()):
            continue
        start = sentence_at(prose, name.span.start)[0]
        before = prose.text[max(start, name.span.start - _BACK) : name.span.start]
        if not PLACED_BEFORE.search(before) or _lies_in_another(prose, names, name):
            continue
        if _places(prose, name, people):
            yield Claim(
                ClaimKind.EVENT,
                name.span,
                Event("placing", place=Place(name.key, name.span)),
                f"what happened at {name.span.text}",
            )


def _places(prose: Prose, name: Name, people: frozenset[str]) -> bool:
    """Whether a name behind a preposition of place is a place."""
    text, lower, written = prose.text, prose.lower, name.span.text
    if name.key in people or written in demonyms():
        return False
    if _CUT.match(text, name.span.end):
        return False
    if is_known(written) or is_place(written) or _in_a_known_one(text, name.span.end):
        return True
    if " " in written or written.isupper() or written.lower().endswith(NO_PLACE):
        return False
    led = RIGHT_IN.stands(lower, name.span.start) and not TRUSTING.stands(lower, name.span.start)
    return led and not _modifies(lower[name.span.end : name.span.end + _BACK])


def _modifies(behind: str) -> bool:
    """Whether a name in front of these words modifies a noun, or owns it: no place by its position alone."""
    if not behind[:1].isspace():
        return behind[:1] in tuple("-’'")
    word = "".join(behind.split()[:1])
    return word[:1].isalnum() and word.rstrip(".,;:?!”") not in NO_NOUN


def _in_a_known_one(text: str, end: int) -> bool:
    """Whether a known place stands behind a comma, as that in which this one lies: "Dellmoor, Ohio"."""
    behind = _OUTER.match(text, end)
    return behind is not None and is_known(behind[1])


def _lies_in_another(prose: Prose, names: Names, name: Name) -> bool:
    outer = LIES_IN.next(prose.text, name.span.end)
    return outer is not None and bool(names.within(outer, outer + 1))
