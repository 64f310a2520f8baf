"""The dateline that opens an article: where and on which day it was written ("PORT SELLICK, March 16 (VPA) -")."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from auditor.languages.en.code.calendar_days import CalendarDay, find_days
from auditor.languages.en.reach import PHRASE

_PARAGRAPHS = 4
"""A dateline opens one of the first paragraphs."""


def dateline(text: str, paragraphs: Iterable[tuple[int, int]]) -> CalendarDay | None:
    """The day in the dateline of an article whose paragraphs stand at these places; ``None`` without one."""
    for start, end in islice(paragraphs, _PARAGRAPHS):
        comma = text.find(",", start, min(end, start + PHRASE))
        if comma < 0 or not text[start:comma].isupper():
            continue
        day = next(find_days(text, comma, min(end, comma + PHRASE)), None)
        if day and _is_region(text[comma + 1 : day.start]) and _closes(text[day.end : min(end, day.end + PHRASE)]):
            return day
    return None


def _is_region(between: str) -> bool:
    """Whether nothing stands between a place and the day but the name of what it lies in."""
    region, comma, rest = between.strip().partition(",")
    return not region or (region[0].isupper() and bool(comma) and not rest)


def _closes(behind: str) -> bool:
    """Whether a dash or a colon follows, perhaps behind an agency in brackets."""
    rest = behind.lstrip()
    if rest.startswith("("):
        rest = rest.partition(")")[2].lstrip()
    return rest.startswith(("-", "–", "—", ":"))
