"""Verbs with what may stand before and behind them."""

from __future__ import annotations

from auditor.languages.en.lists import LISTS
from auditor.text.regex import regex

DONE = LISTS.entry_of("roles", "past")
SUFFERED = LISTS.entry_of("roles", "turned round")
_ADVERB = r"(?:[a-z]{2,16}ly |also |then |later |easily )?"
_HELPED = rf"(?:has |had |have )?{_ADVERB}"
_BY = rf"(?P<passive>(?:was|were|is|are|been|be) {_ADVERB})?"
DEED = regex(
    rf" {_HELPED}{_BY}(?P<verb>{'|'.join(sorted({*DONE, *SUFFERED}, key=lambda verb: (-len(verb), verb)))})(?P<by> by)? "
    r"(?:the |its |his |her |champions |champion |rivals |rival )?"
)
