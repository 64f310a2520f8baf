"""An article names a day that no calendar has.

## What it flags
"31 June", "30 February", "29 February 2023": a day of the month that the month, or the year, does not have.

## Why it matters
Nothing can have happened then. The day, the month or the year is wrong, and nobody can tell which from the text alone.

## How to settle it
Look the event up in another source; correct the day.

## What it leaves alone
Numbers that count something ("31st anniversary", "in June 31 people"); a 29 February without a year; days of the Julian
calendar; sentences about the calendar itself, and corrections.

## References
ISO 8601; TimeML TIMEX3 DATE; W3C credibility signals.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict._days import around, days_of
from auditor.languages.en.code.calendar_days import CalendarDay
from auditor.languages.en.phrases.corrections import CORRECTED
from auditor.languages.en.phrases.days import (
    ABOUT_CALENDARS,
    CLOSED_AFTER,
    COUNTED_AFTER,
    DASHES,
    DATING_BEFORE,
    MONTH_ALONE_BEFORE,
)
from auditor.model import Article, Asked, Family, Finding, Severity

_MONTHS = "January February March April May June July August September October November December".split()
_REACH = 30
"""Characters beside a day that can tell whether it is one."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report every day that its month does not have."""
    for day in days_of(article):
        if not day.exists and _is_a_date(article, day):
            span = article.document.span(day.start, day.end)
            question = f"Which day is meant by “{span.text}”?"
            yield CHECK.finding(Asked("date", span.text, question, (side([span]),), f"{_length(day)}."), span)


def _length(day: CalendarDay) -> str:
    month = _MONTHS[day.month - 1]
    if day.month != 2:
        return f"{month} has 30 days"
    return f"{month} has 28 days in {day.year}" if day.day == 29 else f"{month} has at most 29 days"


def _is_a_date(article: Article, day: CalendarDay) -> bool:
    """Whether number and month are one date, and the article means it: a year or weekday says so, or what is around."""
    text = article.document.text
    before, after = text[max(0, day.start - _REACH) : day.start], text[day.end : day.end + _REACH]
    start, end = around(article, day.start, day.end)
    if ABOUT_CALENDARS.stands(text[start:end].lower()) or CORRECTED.stands(text, start, end):
        return False
    if day.year or day.weekday:
        return True
    if COUNTED_AFTER.match(after) or MONTH_ALONE_BEFORE.stands(before.lower(), len(before)):
        return False
    return bool(CLOSED_AFTER.match(after)) and (text[day.start].isalpha() or _opens_or_dates(before))


def _opens_or_dates(before: str) -> bool:
    if not before.strip() or before.endswith("\n"):
        return True
    return before.rstrip().endswith(DASHES) or DATING_BEFORE.stands(before.lower(), len(before))


CHECK = Check(
    id="impossible-date",
    family=Family.CONFLICT,
    severity=Severity.ERROR,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example("a month of 30 days", "The harbour was closed on [[31 June]] after a storm broke its wall."),
        example("a common year", "The strike began on [[29 February 2023]] and ended in May."),
        example("a month before its day", "The court ruled on [[Feb. 30, 2021]], and nobody appealed."),
        example("the end of a range", "The fair runs from 29–[[31 September 2024]] in the old market hall."),
        example("with a weekday", "The council met on [[Tuesday, 31 April]] and adjourned."),
        example(
            "in the byline",
            "Ferry lost off the point\nPublished [[31 June 2024]]\n\nThe ferry was lost at dawn, the coastguard said on the radio.",
        ),
        example("no year", "The contract ends on [[June 31]], the harbour office said."),
    ),
    leaves_alone=(
        example("an anniversary", "They marked the June 31st anniversary of nothing at all, and the 31st June fair."),
        example("days that exist", "It rained on 31 May, 30 June, 31 December 2023 and 29 February 2024."),
        example("no year to tell by", "He was born on 29 February and has a birthday every four years."),
        example(
            "a number that counts", "In June 31 people drowned off the point, and in September 31 of them were named."
        ),
        example("a share", "Sales rose in February 30 percent and fell in April 31 percent."),
        example(
            "an adjective's number", "The 31 September births filled the ward, and the 31 April ones its corridor."
        ),
        example("the calendar itself", "There is no 30 February in the calendar, and 31 June does not exist either."),
        example("a correction", "An earlier version of this article gave the day of the vote as 31 June 2024."),
        example("a leap day of the Julian calendar", "The synod of 29 February 1900 was held in Athens."),
        example("days and a date", "The 31 June 5 defendants pleaded not guilty."),
        example("no month", "In rows 31, June and her sister sat through a long evening."),
        example(
            "page furniture",
            "Ferry lost off the point\n\nThe ferry was lost at dawn, the coastguard said.\n\n© 31 June 2024 Harbour News. All rights reserved.",
        ),
    ),
)
