"""What checks of dates share: the days an article names, and how much of a sentence speaks of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from auditor.languages.en.code.calendar_days import CalendarDay, find_days
from auditor.languages.en.code.places import sentence_at
from auditor.model import Article, Role

_REACH = 300
"""Characters either side of a place that are read of its sentence: what is longer is a list."""


def days_of(article: Article) -> Iterator[CalendarDay]:
    """The days of the calendar in what the article says, and in the lines that say who wrote it and when."""
    for block in article.blocks:
        if block.role == Role.BYLINE:
            yield from find_days(article.document.text, block.start, block.end)
    for start, end in article.prose.paragraphs:
        yield from find_days(article.prose.text, start, end)


def in_words(day: date) -> str:
    """A day as questions write it: "3 June 2025"."""
    return f"{day.day} {day:%B %Y}"


def around(article: Article, start: int, end: int) -> tuple[int, int]:
    """The sentence of the place ``[start, end)``, as far as it speaks of that place."""
    first, last = sentence_at(article.prose, start)
    return max(first, start - _REACH), min(last, end + _REACH)
