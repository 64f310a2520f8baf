"""TIMEX3 values: how days, periods and years are written, and the arithmetic on them. Knows no language.

Units go by their names in ``UNITS``, whatever a language calls them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any

_DAY = 86_400
"""Seconds of a day."""
UNITS: dict[str, tuple[str, float]] = {
    "second": ("TS", 1 / _DAY),
    "minute": ("TM", 60 / _DAY),
    "hour": ("TH", 3_600 / _DAY),
    "day": ("D", 1),
    "night": ("D", 1),
    "week": ("W", 7),
    "weekend": ("WE", 2),
    "fortnight": ("F", 14),
    "month": ("M", 2_629_746 / _DAY),
    "quarter": ("Q", 7_889_238 / _DAY),
    "year": ("Y", 31_556_952 / _DAY),
    "decade": ("DE", 315_569_520 / _DAY),
    "century": ("CE", 3_155_695_200 / _DAY),
}
"""Unit -> its letter in TIMEX3 (T before units of the clock) and its mean length in days by the Gregorian calendar."""
_COARSE = frozenset(["week", "fortnight", "month", "quarter", "year", "decade", "century"])
YEARS = {"year": 1, "decade": 10, "century": 100}
"""Unit -> the years that it has."""
MONTHS = 12
"""Months of a year."""
_QUARTER = 3
"""Months of a quarter."""


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date as far as it is known: year (negative before Christ), month and day."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value, with XXXX for a year that is not known."""
        text = "XXXX" if self.year is None else year_value(self.year)
        if self.month is not None:
            text += f"-{self.month:02}"
            if self.day is not None:
                text += f"-{self.day:02}"
        return text

    @property
    def exact(self) -> date | None:
        """The day itself, where all of it is known and the calendar has it."""
        if self.year is None or self.month is None or self.day is None or self.year < 1:
            return None
        return date(self.year, self.month, self.day)


def year_value(year: int) -> str:
    """A year in TIMEX3: four digits, before Christ with BC in front."""
    return f"{year:04}" if year >= 0 else f"BC{-year:04}"


def decade_value(year: int) -> str:
    """The decade of a year: its digits without the last ("199")."""
    return year_value(year)[:-1]


def century_value(year: int) -> str:
    """The century of a year: its digits without the last two ("19")."""
    return year_value(year)[:-2]


def quarter_of(month: int) -> int:
    """The number of the quarter that a month lies in."""
    return (month - 1) // _QUARTER + 1


def quarter_before(year: int, quarter: int) -> tuple[int, int]:
    """The year and number of the quarter before one."""
    return (year, quarter - 1) if quarter > 1 else (year - 1, quarter_of(MONTHS))


def months_between(one: Day, other: Day) -> int:
    """The months from that of a day to that of another; those of a day of which the month is not known count as none."""
    return MONTHS * ((other.year or 0) - (one.year or 0)) + (other.month or 0) - (one.month or 0)


def month_after(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and number of the month so many after another."""
    year, month = divmod(MONTHS * year + month - 1 + count, MONTHS)
    return year, month + 1


def week_value(day: date) -> str:
    """The ISO week of a day."""
    week = day.isocalendar()
    return f"{week.year:04}-W{week.week:02}"


@cache
def _parser() -> Any:
    """One dateparser for all; its base is fixed, so that no reading depends on the day of the run."""
    from dateparser.date import DateDataParser

    settings = {"RELATIVE_BASE": datetime(2000, 1, 1), "PREFER_DAY_OF_MONTH": "first", "PARSERS": ["custom-formats"]}
    return DateDataParser(languages=["en"], settings=settings)


@lru_cache(maxsize=65_536)
def exists(day: int, month: int, year: int | None) -> bool:
    """Whether the calendar has the day, as dateparser reads it; any year will do where none is known."""
    known = 2024 if year is None or year < 1 else year
    canonical = f"{known:04}-{month:02}-{day:02}"
    return _parser().get_date_data(canonical, date_formats=["%Y-%m-%d"]).date_obj is not None


def shifted(day: Day, count: float, unit: str) -> str | None:
    """The value so many units after a date, as exact as the unit; ``None`` where the date is not known so exactly."""
    if day.year is None:
        return None
    if unit in YEARS:
        years = count * YEARS[unit]
        if day.month is not None and unit == "year" and years != round(years):  # half a year is told in months
            return shifted(day, years * MONTHS, "month")
        year = day.year + round(years)
        return {"year": year_value, "decade": decade_value, "century": century_value}[unit](year)
    if unit in ("month", "quarter") and day.month is not None:
        year, month = month_after(day.year, day.month, round(count) * (1 if unit == "month" else _QUARTER))
        return Day(year, month).value if unit == "month" else f"{year_value(year)}-Q{quarter_of(month)}"
    if unit in ("day", "night", "week", "weekend", "fortnight", "hour", "minute", "second"):
        return _later(day.exact, count, unit)
    return None


def _later(start: date | None, count: float, unit: str) -> str | None:
    if start is None:
        return None
    try:
        found = start + timedelta(days=count * (7 if unit == "weekend" else UNITS[unit][1]))
    except OverflowError:
        return None
    if unit in ("week", "fortnight"):
        return week_value(found)
    return f"{week_value(found)}-WE" if unit == "weekend" else found.isoformat()


def day_after(day: date, count: int) -> str:
    """The day so many days later; nothing known of one beyond the calendar."""
    return _later(day, count, "day") or unknown("day")


def unknown(unit: str) -> str:
    """The value of one unit of which nothing is known but that it is one."""
    return {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "quarter": "XXXX-QX", "weekend": "XXXX-WXX-WE"}.get(
        unit, "XXXX-XX-XX"
    )


def period(count: float | str, unit: str) -> str:
    """The TIMEX3 value of a length ("P3Y", "PT24H", "PXM"); fortnights are written in weeks."""
    letter = UNITS[unit][0]
    if letter == "F":
        count, letter = ("X" if isinstance(count, str) else 2 * count), "W"
    number = count if isinstance(count, str) else f"{count:.10g}"
    return f"PT{number}{letter[1]}" if letter[0] == "T" else f"P{number}{letter}"


def length(count: float, unit: str, mod: str) -> tuple[float, float | None]:
    """The days that a count of units may stand for.

    A bare count of weeks or more reaches to just under the next one ("three years" may be three and a half); about so
    many is half a unit either way; more and less are bounds on one side.
    """
    size = UNITS[unit][1]
    exact = count * size
    if mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        return exact, None
    if mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        return 0.0, exact
    if mod == "APPROX":
        return max(0.0, exact - size / 2), exact + size / 2
    return exact, exact + size if unit in _COARSE and count == int(count) else exact
