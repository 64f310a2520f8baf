"""Days of the calendar as a text writes them, with the weekday beside them: also days that do not exist.

Time extraction gives values, so it passes over "31 June" and does not ask whether 3 June was a Tuesday. Checks of the
calendar need just that: what is written, piece by piece, each with its place.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta

from auditor.languages.en.code.times.written_days import (
    WrittenDays,
    days_of_month,
    is_listed,
    months_in,
    weekday_before,
    weekday_behind,
)
from auditor.languages.en.code.times.written_years import year_behind
from auditor.languages.en.lexicon.calendar import WEEKDAYS

GREGORIAN = 1924
"""The first year in which every country told the news by the Gregorian calendar; Greece changed in 1923."""
_LEAP_YEAR = 2000
"""Any leap year, behind which one comes that is none."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day as written at ``[start, end)``, which spans the weekday and the year where they are given.

    ``weekday`` is the ISO number, Monday 1. The day need not exist.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None

    @property
    def exists(self) -> bool:
        """Whether there is such a day in its year, or in any where it gives none, by the Gregorian or Julian calendar."""
        leap = not self.year or (self.year % 4 == 0 if self.year < GREGORIAN else isleap(self.year))
        return self.day <= monthrange(_LEAP_YEAR + (not leap), self.month)[1]

    def on(self, year: int) -> date | None:
        """The day in that year, ``None`` where it has none."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def near(self, earliest: date, latest: date) -> date | None:
        """The day in its own year, else in the year that brings it nearest to the days from ``earliest`` to ``latest``."""
        if self.year is not None:
            return self.on(self.year)
        years = range(max(1, earliest.year - 1), min(MAXYEAR, latest.year + 1) + 1)
        days = [day for year in years if (day := self.on(year))]
        return min(days, key=lambda day: (max(earliest - day, day - latest, timedelta()), day), default=None)


def find_days(text: str, start: int, end: int) -> Iterator[CalendarDay]:
    """The days of the calendar in ``text[start:end]``, in reading order.

    A weekday counts only where it stands beside its own day: not in "Monday to Wednesday, 3-5 June".
    """
    raw = text[start:end]
    lower, free = raw.replace("İ", "_").lower(), 0  # of all letters it alone becomes two in lower case
    for at in months_in(lower):
        written = days_of_month(lower, at, free) if raw[at].isupper() else None
        stated = year_behind(lower, written.end) if written else None
        if written is None or (stated and stated[0] is None):
            continue
        for day in _days(raw, lower, written, stated or (None, written.end)):
            yield replace(day, start=start + day.start, end=start + day.end)
            free = day.end


def _days(raw: str, lower: str, written: WrittenDays, stated: tuple[int | None, int]) -> Iterator[CalendarDay]:
    """The days written there, each with the year, the only one with its weekday."""
    year, stop = stated
    for first, last, number in written.days[:-1]:
        yield CalendarDay(first, last, number, written.number, year)
    first, last, number = written.days[-1]
    weekday = 0
    if len(written.days) == 1:
        opening, weekday = weekday_before(lower, first)
        if weekday and raw[opening].isupper() and not is_listed(lower, opening) and not _is_name(raw, lower, opening):
            first = opening
        else:
            stop, weekday = weekday_behind(lower, stop)
    yield CalendarDay(first, stop, number, written.number, year, weekday or None)


def _is_name(raw: str, lower: str, at: int) -> bool:
    """Whether a weekday written short ends a name: "the Daily Sun, 3 June"."""
    before = raw[:at].split()[-1:]
    return bool(before) and before[0].istitle() and before[0].isalpha() and not lower.startswith(tuple(WEEKDAYS), at)
