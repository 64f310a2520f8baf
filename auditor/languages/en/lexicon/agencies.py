"""News agencies: the names under which their text is carried, and how a text says that it rests on one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import SENTENCE
from auditor.text.alternation import one_of
from auditor.text.regex import regex

_AGENCY_OF = LISTS.entry_of("agencies", "written")
_IN_ANY_CASE = {written.lower(): agency for written, agency in _AGENCY_OF.items()}
_WRITTEN = one_of(_AGENCY_OF)
_LONG = one_of(written for written in _AGENCY_OF if written[3:])

_DATELINE = regex(r"\(([A-Z][\w&.]{1,20}(?: [A-Z][\w&.]{1,20}){0,2})\)\s?(?:[-–—]|--)")
_BYLINE = regex(
    rf"\A\W{{0,3}}(?:by\b[^\n]{{0,80}}?[,|/–—-]\s{{0,2}}|by\s)?(?:the )?(?P<name>{_WRITTEN})(?: (?:staff|writers?|news))*\W*\Z",
    re.I,
)
_COPYRIGHT = regex(rf"(?:©|\(c\)|\bcopyright\b)[^\n]{{0,20}}?\b(?P<name>{_LONG})\b", re.I)
_CITED = regex(
    rf"\b(?:according to|told|quoted by|cited by|reported by|seen by) (?:the )?(?P<cited>{_WRITTEN})\b"
    rf"|\b(?P<telling>{_WRITTEN})(?: news agency)? (?:reported|reports|said|quoted|cited)\b"
)


def in_dateline(text: str) -> str:
    """The agency or outlet that the dateline names, as the text writes it; empty where there is none."""
    found = _DATELINE.search(text, 0, 2 * SENTENCE)
    return found[1] if found else ""


def known(name: str) -> str:
    """The agency that a name in a dateline or credit stands for; the name itself where it is no agency listed."""
    return _AGENCY_OF.get(name, name)


def in_byline(line: str) -> str:
    """The agency that a byline is, or ends on: "By Nadia Haddad, The Associated Press"; empty where it names none."""
    found = _BYLINE.search(" ".join(line.split()))
    return _IN_ANY_CASE[found["name"].lower()] if found else ""


def in_copyright(line: str) -> str:
    """The agency whose copyright a line states; empty where it states none."""
    found = _COPYRIGHT.search(line)
    return _IN_ANY_CASE[found["name"].lower()] if found else ""


def cited(sentence: str) -> Iterator[str]:
    """The agencies that a sentence gives for what it says: "according to Reuters", "told AFP", "TASS reported"."""
    for found in _CITED.finditer(sentence):
        yield _AGENCY_OF[found["cited"] or found["telling"]]
