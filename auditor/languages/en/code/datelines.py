"""The dateline that opens an article: where and on which day it was written ("PORT SELLICK, March 16 (VPA) -")."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from auditor.languages.en.code.calendar_days import CalendarDay, find_days
from auditor.text.regex import regex

_PLACE = regex(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}(?=,\s)")
_REGION = regex(r",\s(?:[A-Z][\w. ]{2,20},\s)?")
_CLOSE = regex(r"\s?(?:\([^)]{1,20}\)\s?)?[-–—:]")
_LONGEST = 60
"""Characters of the region and the day, weekday and year included."""
_PARAGRAPHS = 4
"""A dateline opens one of the first paragraphs."""


def dateline(text: str, paragraphs: Iterable[tuple[int, int]]) -> CalendarDay | None:
    """The day in the dateline of an article whose paragraphs stand at these places; ``None`` without one."""
    for start, end in islice(paragraphs, _PARAGRAPHS):
        place = _PLACE.match(text, start, end)
        day = next(find_days(text, place.end(), min(end, place.end() + _LONGEST)), None) if place else None
        if place and day and _REGION.fullmatch(text, place.end(), day.start) and _CLOSE.match(text, day.end, end):
            return day
    return None
