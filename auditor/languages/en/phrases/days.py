"""Words around days and dates: what a day is counted from, what dates it, and what makes a date no date."""

from __future__ import annotations

import re

from auditor.languages.en.lexicon.calendar import WEEKDAYS
from auditor.languages.en.lists import LISTS
from auditor.text.beside import Before, Behind, Within
from auditor.text.regex import regex

FROM_TODAY, ABOUT_CALENDARS = (Within(LISTS.words("day_words", tag)) for tag in ("from-today", "calendars"))
"""A day that is counted from the day of writing; what makes a day that there is not no mistake."""
MONTH_ALONE_BEFORE = Before(LISTS.words("day_words", "month-alone"), hyphen=True)
DATING_BEFORE = Before(LISTS.words("day_words", "dating"))
DASHES = ("-", "–", "—")
"""What dates a number as well as a word does: "3 - 5 June"."""
NEW_CLAUSE = Behind(LISTS.words("day_words", "clause"))
FROM_ANOTHER_DAY = regex(
    r"\b(?:later(?!\s(?:this|in|on)\b)|the\s(?:next|following|previous|same)|(?:day|night|week|year)\s(?:before|after)|that)\b"
)
PAGE_DATE = regex(
    r"\b(?:(?P<updated>updated?|modified|revised|edited|corrected|amended|reviewed|checked)|published|posted|created|written)\b",
    re.I,
)
CLOSED_AFTER = regex(
    r"\s?(?:[.,;:!?)\]”’\"–—-]|$)|\s(?:at|in|and|or|to|as|was|is|were|with|for|when|the|after|before|by|from|but|on|until|under|between|a|an)\b"
)
COUNTED_AFTER = regex(
    r"\s(?:\d|%|percent\b|per\scent\b|points?\b|anniversary|birthday|edition|[a-z]+s\b(?<!\bas)(?<!\bwas)(?<!\bis))"
)
OTHER_YEAR = regex(r"\b(?:years?|anniversary|decades?|annual\w*|(?:1[0-9]|20)\d\d)\b", re.I)
ANNIVERSARY = "anniversar"
"""How the words for an anniversary and several begin."""
SAYING_BEFORE = regex(r"\b(?:said|says|told|announced|added|ruled|decided|confirmed|warned)\s(?:\w{1,20}\s){0,2}$")
_MARKS = ",.()’'s"
_LEADING = frozenset("on in the early late earlier later".split())
TIME_ZONES = LISTS.words("time_words", "zone")


def core(words: str) -> str:
    """The words of a date without those that make it no other: the weekday alone, else all but "on", "early" and the like."""
    found = words.split()
    weekday = next((name for word in found if (name := word.strip(_MARKS)) in WEEKDAYS), "")
    while len(found) > 1 and found[0] in _LEADING:
        del found[0]
    return weekday if weekday and not any(map(str.isdigit, words)) else " ".join(found)
