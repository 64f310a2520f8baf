"""Words around days and dates: what a day is counted from, what dates it, and what makes a date no date."""

from __future__ import annotations

import re

from auditor.languages.en.lexicon.calendar import WEEKDAYS
from auditor.languages.en.lists import LISTS
from auditor.text.regex import regex

FROM_TODAY = regex(r"\b(?:today|tonight|tomorrow|yesterday|this\s(?:morning|afternoon|evening)|last\snight|midnight)\b")
"""A day that is another where an article is a day older, or that begins where another ends."""
FROM_ANOTHER_DAY = regex(
    r"\b(?:later(?!\s(?:this|in|on)\b)|the\s(?:next|following|previous|same)|(?:day|night|week|year)\s(?:before|after)|that)\b"
)
PAGE_DATE = regex(
    r"\b(?:(?P<updated>updated?|modified|revised|edited|corrected|amended|reviewed|checked)|published|posted|created|written)\b",
    re.I,
)
ABOUT_CALENDARS = regex(
    r"\b(?:no such|(?:not|never) exist\w*|does ?n[o’']t exist|non-?existent|there is no|impossible|imaginary|fictional|fictitious|"
    r"calendars?|leap|fiscal|day[- ]count)\b",
    re.I,
)
DATING_BEFORE = regex(
    r"\b(?:on|until|till|by|before|after|since|from|dated|due|between|through|the|to|and)\s$|[-–—]\s?$", re.I
)
MONTH_ALONE_BEFORE = regex(r"\b(?:in|during|last|this|next|every|each|early|late|mid|of)[\s-]$", re.I)
CLOSED_AFTER = regex(
    r"\s?(?:[.,;:!?)\]”’\"–—-]|$)|\s(?:at|in|and|or|to|as|was|is|were|with|for|when|the|after|before|by|from|but|on|until|under|between|a|an)\b"
)
COUNTED_AFTER = regex(
    r"\s(?:\d|%|percent\b|per\scent\b|points?\b|anniversary|birthday|edition|[a-z]+s\b(?<!\bas)(?<!\bwas)(?<!\bis))"
)
OTHER_YEAR = regex(r"\b(?:years?|anniversary|decades?|annual\w*|(?:1[0-9]|20)\d\d)\b", re.I)
ANNIVERSARY = "anniversar"
"""How the words for an anniversary and several begin."""
NEW_CLAUSE = regex(r"\s(?:was|is|will|would|had|has|may|might|could|should|marks|marked|remains|as)\b")
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
