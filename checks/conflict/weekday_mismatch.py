"""An article gives a date a weekday that it does not have.

## What it flags
"Monday, 3 June 2025" where the calendar says Tuesday. Where the text gives no year, the year that puts the date
nearest to the day the article states for itself, if that is within a month.

## Why it matters
Either the weekday or the date is wrong, and with it every "the day before" and "on Friday" that leans on it.

## How to settle it
Find the day in a first report; correct the weekday or the date.

## What it leaves alone
Lists and ranges ("Monday to Wednesday, 3-5 June"); "the Friday before 3 June"; years before 1924, in which some countries
told the news by the Julian calendar; dates without a year in undated articles, or told of another year;
days that do not exist; corrections.

## References
ISO 8601 weekdays; TimeML TIMEX3 DATE; de Marneffe et al. 2008 (ACL P08-1118), numeric contradiction.
"""

from __future__ import annotations

from calendar import day_name
from collections.abc import Iterator
from datetime import date, timedelta

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict._days import around, days_of, in_words
from auditor.languages.en.code.calendar_days import GREGORIAN, CalendarDay
from auditor.languages.en.phrases.corrections import CORRECTED
from auditor.languages.en.phrases.days import ANNIVERSARY, NEW_CLAUSE, OTHER_YEAR, SAYING_BEFORE
from auditor.model import Article, Asked, Confidence, Family, Finding, Severity
from auditor.story.dating import stated_date

_NEAR = timedelta(days=31)
"""From the stated day; a date without a year that lies further off may be of another year."""
_LOOKING_BACK = 12
"""Years back in which the day of an anniversary may lie: in as many every date falls on every day of the week."""
_REACH = 45
"""Characters before a weekday in which a verb of saying makes it the day of the saying."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report every weekday that is not its date's."""
    stated = stated_date(article.document, article.blocks)
    for day in days_of(article):
        meant = _meant(article, day, stated)
        if day.weekday and meant and meant.isoweekday() != day.weekday and not _excused(article, day):
            yield _finding(article, day, meant)


def _meant(article: Article, day: CalendarDay, stated: date | None) -> date | None:
    """The date in the year the text gives, else in the year that puts it near the stated day."""
    if day.year:
        return day.on(day.year) if day.year >= GREGORIAN else None
    near = day.near(stated, stated) if stated else None
    if stated is None or near is None or abs(near - stated) > _NEAR:
        return None
    start, end = around(article, day.start, day.end)
    other = OTHER_YEAR.search(article.document.text, start, end) or _of_an_anniversary(article, day, near)
    return None if other else near


def _of_an_anniversary(article: Article, day: CalendarDay, near: date) -> bool:
    """Whether the article tells of an anniversary, and the weekday is that of the date in an earlier year."""
    earlier = (day.on(near.year - back) for back in range(1, _LOOKING_BACK))
    fits = any(one and one.isoweekday() == day.weekday for one in earlier)
    return fits and any(ANNIVERSARY in text.lower() for text in (article.document.title or "", article.document.text))


def _excused(article: Article, day: CalendarDay) -> bool:
    """Whether the text itself says that this is wrong, or does not say that the weekday is the date's."""
    return CORRECTED.stands(article.document.text, *around(article, day.start, day.end)) or _of_the_saying(article, day)


def _of_the_saying(article: Article, day: CalendarDay) -> bool:
    """ "The court said Tuesday June 30 would be the last day": the weekday tells when it said so."""
    text = article.document.text
    if NEW_CLAUSE.next(text, day.end) is None:
        return False
    return bool(SAYING_BEFORE.search(text, max(0, day.start - _REACH), day.start))


def _finding(article: Article, day: CalendarDay, meant: date) -> Finding:
    span = article.document.span(day.start, day.end)
    subject = in_words(meant)
    question = f"Is {subject} a {day_name[(day.weekday or 1) - 1]}?"
    settle = f"By the calendar it is a {meant:%A}."
    if day.year:
        return CHECK.finding(Asked("date", subject, question, (side([span]),), settle), span)
    settle += " The year is that of the day the article states for itself; both hold only if another year is meant."
    return CHECK.finding(
        Asked("date", subject, question, (side([span]),), settle),
        span,
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
    )


CHECK = Check(
    id="weekday-mismatch",
    family=Family.CONFLICT,
    severity=Severity.ERROR,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example("a day before its month", "The talks resumed on [[Monday, 3 June 2025]] in the old customs house."),
        example("a month before its day", "The talks resumed on [[Wednesday, June 3, 2025]], the host said."),
        example("a part of the day", "The talks resumed on [[Monday evening, 3 June 2025]] in the old customs house."),
        example("the weekday behind", "The talks resumed on [[3 June 2025 (Monday)]] in the old customs house."),
        example("a short weekday in a dateline", "PORT SELLICK, [[Mon., June 3, 2025]] (VPA) - The union said no."),
        example("one of two", "They met on Tuesday, 3 June 2025 and [[Friday, 7 June 2025]], both times in Ankara."),
        example(
            "in the byline",
            "Ferry lost off the point\n[[Monday 3 June 2025]]\n\nThe ferry was lost at dawn, the coastguard said on the radio.",
        ),
        example(
            "the year of the given date",
            "The wreck was raised on [[Tuesday, 15 March]], the coastguard said.",
            dates=["18 March 2023"],
        ),
        example(
            "the year of the byline",
            "Ferry raised from the seabed\nPublished 18 March 2023\n\nThe wreck was raised on [[Tuesday, 15 March]], the coastguard said.",
        ),
        example(
            "an anniversary of a day that few years have",
            "The port marked the anniversary with a bell.\n\nThe wreck was raised on [[Sunday, 29 February]], with all its cranes.",
            dates=["29 February 2024"],
        ),
        example(
            "last December, told in January",
            "The ferry was lost on [[Friday 30 December]] with all hands.",
            dates=["2 January 2024"],
        ),
    ),
    leaves_alone=(
        example("the right weekday", "The talks resumed on Tuesday, 3 June 2025, and ended on Thursday, June 5, 2025."),
        example("a range", "The talks ran from Monday to Wednesday, 4 June 2025, and Monday-Friday, 2-5 June 2025."),
        example(
            "a list",
            "Polls open on Saturday and Sunday, 8 June 2025, and on Saturday, Monday and Tuesday, 9 June 2025.",
        ),
        example(
            "a weekday counted from a date", "It was settled on the Friday before 3 June 2025, and every Friday since."
        ),
        example("no year and no stated day", "The wreck was raised on Tuesday, 15 March, the coastguard said."),
        example("far from the stated day", "The wreck was raised on Tuesday, 15 March.", dates=["18 August 2023"]),
        example(
            "another year's day",
            "A year ago, on Tuesday, 15 March, the wreck was raised. In 2022 it began on Tuesday, 15 March.",
            dates=["18 March 2023"],
        ),
        example(
            "the day that an anniversary is of",
            "The port marked the anniversary with a bell.\n\nThe wreck was raised on Tuesday, 15 March, with all its cranes.",
            dates=["18 March 2023"],
        ),
        example(
            "a year in two digits",
            "It was on Tuesday, 15 March ’22 that the wreck was raised.",
            dates=["18 March 2023"],
        ),
        example("the Julian calendar", "The guns opened fire on Wednesday, 25 October 1917, as told in Petrograd."),
        example("a newspaper", "He wrote to The Sun, 3 June 2025, and to the Harbour Sun, 4 June 2025."),
        example(
            "a correction",
            "Correction: an earlier version dated the talks Monday, 3 June 2025; they resumed on a Tuesday.",
        ),
        example("a timetable", "3 June 2025 Tuesday 4 June 2025 Wednesday 5 June 2025 Thursday"),
        example("a count", "On Monday, June 3, 2000 people marched through the port.", dates=["4 June 2025"]),
        example(
            "the day of the saying",
            "The court said Tuesday June 30 would be the last day to appeal.",
            dates=["24 June 2025"],
        ),
        example("a day that does not exist", "The council met on Tuesday, 31 June 2025."),
        example("several weekdays a week", "Fridays, 3 June 2025 among them, are quiet."),
        example("two sentences", "They met on Monday. 3 June 2025 was the deadline."),
    ),
)
