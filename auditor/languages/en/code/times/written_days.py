"""How a day of the calendar is written: "Tuesday, June 2, 2025", "16-19 May", "the 3rd of May", "July 25 of that year".

One place for all who read days: dates in claims, the day in a dateline, and checks that ask whether the calendar has the
day. So nothing is asked here but what is written, and a day need not exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.languages.en.code.times.patterns import DAY, JOIN, MONTH, RANKED_DAY, any_of, day_number
from auditor.languages.en.lexicon.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from auditor.languages.en.reach import PHRASE
from auditor.text.regex import regex

_NAMED = SHORT_WEEKDAYS | WEEKDAYS
_NAME = regex(rf"(?<!\w)({MONTH})")
_ONE = rf"(?:{DAY}|{RANKED_DAY})"
_BEHIND = regex(
    rf"[\s/-](?:(?P<first>{_ONE})|the\s(?P<nth>{_ONE})(?=[,.;:]|\s(?:to|till|until|and|of)\b|\s*\Z))"
    rf"(?!\s?[ap]\.?m\b|\s(?:percent|per\scent)\b)(?:{JOIN}(?P<last>{_ONE})(?!\s(?:of\s)?(?:{MONTH})))?"
)
_BEFORE = regex(
    rf"(?<![\w.,:$£€/#])(?<!\d[-–])(?:(?P<first>{DAY}){JOIN}(?:the\s)?)?(?P<last>{DAY})(?:\sof\s|\s|[-/])\Z|"
    rf"(?<![\w-])(?:(?P<first_word>{RANKED_DAY}){JOIN}(?:the\s)?)?(?P<last_word>{RANKED_DAY})\sof\s\Z"
)
_OPENING = regex(rf"(?<!\w)(?:from|between)\s(?:the\s)?(?P<first>{_ONE})\s(?:to|until|till|through|and)\s\Z")
"""Before a month with its day the first day of the range: "from 2 to April 7"."""
_BETWEEN = (" ", "-", "/", "\n", "\xa0")
"""What may stand between the day and the month behind it."""
_WEEKDAY = regex(
    rf"(?<!\w)(?P<weekday>{any_of(WEEKDAYS)}|(?<!the\s)(?:{any_of(SHORT_WEEKDAYS)})\.?)"
    r"(?:\s(?:morning|afternoon|evening|night))?(?:,?\s|\s\()(?:the\s)?\Z"
)
_ASIDE = regex(rf"\s\(({any_of(_NAMED)})\)|,\sa\s({any_of(WEEKDAYS)})\b")
_LISTED = regex(rf"(?:(?<!\w)(?:{any_of(_NAMED)})\.?{JOIN}|(?<!\w){MONTH}\.?\s|\d(?:st|nd|rd|th)?\s)\Z")


@dataclass(frozen=True, slots=True)
class WrittenDays:
    """One day of a month, or the first and last of several: for each its place, with the month where that stands beside it.

    ``number`` is the month, ``end`` is behind the last word.
    """

    number: int
    end: int
    days: tuple[tuple[int, int, int], ...]
    month_first: bool

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.days[0][0]


def month_end(text: str, at: int) -> int | None:
    """Where the name of a month at ``at`` ends, with the point behind one written short; ``None`` where there is none."""
    head = _NAME.match(text, at)
    if head is None:
        return None
    return head.end() + (head[1] in SHORT_MONTHS and text.startswith(".", head.end()))


def days_of_month(text: str, at: int, low: int = 0) -> WrittenDays | None:
    """The days written beside the month at ``at``, from ``low`` on; ``None`` where there is no month or no day.

    The text is in lower case.
    """
    end = month_end(text, at)
    if end is None:
        return None
    month = MONTHS[text[at:end].rstrip(".")]
    before = _BEFORE.search(text, max(low, at - PHRASE), at) if text[at - 1 : at] in _BETWEEN else None
    if before:
        *others, (start, _, number) = _told(before)
        return WrittenDays(month, end, (*others, (start, end, number)), month_first=False)
    behind = _BEHIND.match(text, end)
    if behind is None:
        return None
    (_, *first), *last = _told(behind)
    days = [(at, first[0], first[1]), *last]
    opening = _OPENING.search(text, max(low, at - PHRASE), at) if not last else None
    if opening and _told(opening)[0][2] < first[1]:
        days = [*_told(opening), *days]
    return WrittenDays(month, days[-1][1], tuple(days), month_first=not opening)


def _told(found: re.Match[str]) -> list[tuple[int, int, int]]:
    """The days among the groups of a match: where each stands, and its number."""
    return [(*found.span(name), day_number(words)) for name, words in found.groupdict().items() if words]


def weekday_before(text: str, at: int, low: int = 0) -> tuple[int, int]:
    """Where a weekday written before the date at ``at`` begins, or the date itself; and its ISO number, 0 without one."""
    found = _WEEKDAY.search(text, max(low, at - PHRASE), at)
    return (found.start(), _NAMED[found["weekday"].rstrip(".")]) if found else (at, 0)


def is_listed(text: str, at: int) -> bool:
    """Whether the weekday at ``at`` is one of a list or a timetable, so that the day behind it need not be its own."""
    return _LISTED.search(text, max(0, at - PHRASE), at) is not None


def weekday_behind(text: str, at: int) -> tuple[int, int]:
    """Where a weekday behind a date that ends at ``at`` ends, or the date itself; and its ISO number, 0 without one."""
    found = _ASIDE.match(text, at)
    return (found.end(), _NAMED[found[1] or found[2]]) if found else (at, 0)


def months_in(text: str, start: int | None = None) -> Iterator[int]:
    """Where the names of months begin in a text in lower case, or those that a day at ``start`` may belong to."""
    places = _NAME.finditer(text) if start is None else _NAME.finditer(text, start, start + PHRASE)
    return (found.start() for found in places)
