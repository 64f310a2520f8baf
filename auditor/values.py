"""Values as intervals: what days a date covers, how far a number reaches, and whether two values agree.

``relate`` is the one place that decides whether two values of a kind agree, are compatible (and why) or differ. It looks
at values alone: whether two claims are about one thing is decided before it is asked.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date
from enum import StrEnum
from math import floor, inf, isclose, log10

from auditor.languages.en.lexicon.units import MEASURES, MONEY
from auditor.model import Counted, Ordinal, Quantity, Timex, Verdict
from auditor.text.regex import regex

_DATE = regex(r"(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T.*)?")
_WEEK = regex(r"(\d{4})-W(\d\d)")
_PART = regex(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)} | {
    **{f"Q{n}": (3 * n - 2, 3 * n) for n in range(1, 5)},
    **{f"H{n}": (6 * n - 5, 6 * n) for n in range(1, 3)},
}


class Relation(StrEnum):
    """How two values stand to each other."""

    SAME = "same"
    PRECISION = "same at another precision"
    DIFFER = "differ"
    UNKNOWN = "cannot be told"


def bounds(value: str) -> tuple[date, date] | None:
    """The first and last day that a TIMEX3 date covers; ``None`` where it has no year or is no date."""
    if re.fullmatch(r"\d{2,3}", value):
        span = 10 ** (4 - len(value))
        first = int(value) * span
        return (date(first, 1, 1), date(first + span - 1, 12, 31)) if first > 0 else None
    week = _WEEK.match(value)
    if week:
        try:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        except ValueError:
            return None
        return monday, moved(monday, 6)
    part = _PART.match(value)
    if part:
        low, high = _MONTHS[part[2]]
        year = int(part[1])
        return (_first(year, low), _last(year, high)) if 0 < year < MAXYEAR else None
    return _day_bounds(value)


def moved(day: date, days: int) -> date:
    """The day so many days later, or earlier for a negative number; at most the first or last of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _day_bounds(value: str) -> tuple[date, date] | None:
    found = _DATE.fullmatch(value)
    if not found or found[1] in ("XXXX", "0000"):
        return None
    year = int(found[1])
    if found[2] in (None, "XX"):
        return date(year, 1, 1), date(year, 12, 31)
    month = int(found[2])
    if not 1 <= month <= 12:
        return None
    if found[3] in (None, "XX"):
        return _first(year, month), _last(year, month)
    try:
        day = date(year, month, int(found[3]))
    except ValueError:
        return None
    return day, day


def _first(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _last(year: int, month: int) -> date:
    first = _first(year, month)
    return first.replace(day=monthrange(first.year, first.month)[1])


def relate_dates(one: str, other: str) -> Relation:
    """How two TIMEX3 dates stand to each other; a date without its year is compared in the fields both have."""
    weekdays = _weekday(one), _weekday(other)
    if all(weekdays) and "W" in one + other:
        return Relation.DIFFER if weekdays[0] != weekdays[1] else Relation.PRECISION if one != other else Relation.SAME
    left, right = _DATE.fullmatch(one), _DATE.fullmatch(other)
    if left and right:
        fields = [(a, b) for a, b in zip(left.groups(), right.groups(), strict=True)]
        known = [(a, b) for a, b in fields if a and b and "X" not in a and "X" not in b]
        if not known:
            return Relation.UNKNOWN
        if any(a != b for a, b in known):
            return Relation.DIFFER
        return Relation.SAME if left.groups() == right.groups() else Relation.PRECISION
    mine, theirs = bounds(one), bounds(other)
    if mine is None or theirs is None:
        return Relation.SAME if one == other else Relation.UNKNOWN
    if mine[0] > theirs[1] or theirs[0] > mine[1]:
        return Relation.DIFFER
    return Relation.SAME if one == other else Relation.PRECISION


def _weekday(value: str) -> int:
    """The day of the week of a day, Monday 1, as the text says it or by the calendar; 0 where it cannot be told."""
    if value.startswith("XXXX-WXX-") and value[9:10].isdigit():
        return int(value[9])
    days = bounds(value)
    return days[0].isoweekday() if days and days[0] == days[1] else 0


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a value lies: between ``low`` and ``high`` as written, and, since it may be rounded, within the reach."""

    low: float
    high: float
    reach_low: float
    reach_high: float

    def meets(self, other: Interval) -> bool:
        """Whether one, as written, lies at least in part within the reach of the other."""
        return _overlap(self.low, self.high, other.reach_low, other.reach_high) or _overlap(
            other.low, other.high, self.reach_low, self.reach_high
        )

    def scaled(self, factor: float) -> Interval:
        """The interval in a unit of which ``factor`` make one of this one's."""
        return Interval(self.low * factor, self.high * factor, self.reach_low * factor, self.reach_high * factor)


def _overlap(low: float, high: float, other_low: float, other_high: float) -> bool:
    return (low <= other_high or isclose(low, other_high, rel_tol=1e-9)) and (
        other_low <= high or isclose(other_low, high, rel_tol=1e-9)
    )


def precision(number: float, grain: float, significant: float, *, hedged: bool) -> float:
    """The step in which a number is told: what it may have been rounded to.

    ``grain`` is what its last written digit counts and ``significant`` what its last digit counts that is not a zero.
    A hedged number ("some 3,500") is rounded to its last significant digit; one that stands alone keeps two digits
    ("300 homes" is no rounding of 260, and 30 none of 27), and is at least as coarse as its last written digit
    ("2 million").
    """
    if hedged or not number:
        return max(significant, grain)
    two_digits: float = 10.0 ** (floor(log10(abs(number)) + 1e-12) - 1)
    return max(grain, min(significant, two_digits))


def interval(quantity: Quantity) -> Interval:
    """Where a quantity lies: half a step around what is written, on the sides that its comparator leaves open."""
    low = -inf if quantity.low is None else quantity.low
    high = inf if quantity.high is None else quantity.high
    half = quantity.step / 2
    below = 0.0 if quantity.comparator in (">=", ">", ">~") else half
    above = 0.0 if quantity.comparator in ("<=", "<", "<~") else half
    return Interval(low, high, low - below, high + above)


def relate(one: Timex | Counted, other: Timex | Counted) -> tuple[Verdict, str]:
    """Whether two values agree, are compatible, or differ (``CONFLICT``), and why, in a short phrase.

    ``NOT_COMPARABLE`` where it cannot be told: values of two kinds, units of two dimensions, a date without an anchor.
    The answer is the same for both orders.
    """
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return _relate_quantities(one, other)
    if isinstance(one, Ordinal) and isinstance(other, Ordinal):
        return (Verdict.AGREE, "same value") if one.rank == other.rank else (Verdict.CONFLICT, _DIFFER)
    if isinstance(one, Timex) and isinstance(other, Timex):
        return _relate_times(one, other)
    return Verdict.NOT_COMPARABLE, "values of two kinds"


def _relate_times(one: Timex, other: Timex) -> tuple[Verdict, str]:
    if one.value == other.value and (one.low, one.high) == (other.low, other.high):
        return (Verdict.NOT_COMPARABLE, _UNTOLD) if "REF" in one.value else (Verdict.AGREE, "same value")
    if one.value.startswith("P") and other.value.startswith("P"):
        return _relate_durations(one, other)
    within = _relate_periods(one, other)
    days = _RELATED[relate_dates(one.value, other.value)]
    if within or days[0] == Verdict.CONFLICT:
        return within or days
    return relate_hours(one, other) or days


def relate_hours(one: Timex, other: Timex) -> tuple[Verdict, str] | None:
    """How two times of what may be one day stand to each other; ``None`` where either tells no time of the day."""
    mine, theirs = _minutes(one), _minutes(other)
    if mine is None or theirs is None:
        return None
    if mine[0] <= theirs[1] and theirs[0] <= mine[1]:
        return Verdict.COMPATIBLE, "precision"
    return Verdict.CONFLICT, "different hours"


def _minutes(time: Timex) -> tuple[int, int] | None:
    """The minutes of the day between which a time may lie: a clock with its rounding, a part of the day with its edges."""
    told = time.value.partition("T")[2]
    if time.value.startswith("P") or not told:
        return None
    if told in _PART_MINUTES:
        return _PART_MINUTES[told]
    hour, _, minute = told.partition(":")
    if not (hour.isdigit() and minute.isdigit()):
        return None
    at, about = 60 * int(hour) + int(minute), time.mod == "APPROX"
    reach = (30 if about else 10) if minute == "00" else (10 if minute == "30" else 5) if about else 0
    return at - reach, at + reach


_PART_MINUTES = {"MO": (0, 750), "MI": (660, 840), "AF": (690, 1140), "EV": (960, 1440), "DT": (300, 1260)}
"""TIMEX3 part of the day -> the minutes of the day that news tells by its name; a night has hours of two days."""


def _relate_periods(one: Timex, other: Timex) -> tuple[Verdict, str] | None:
    """How the end of a period stands to another time, where it is not simply that date; ``None`` where it is.

    A first day is no last day. A date without such an end may lie anywhere behind the first day or before the last one.
    """
    ends = {one.relation, other.relation} & _ENDS
    if ends == _ENDS:
        return Verdict.NOT_COMPARABLE, "the two ends of a period"
    if not ends or one.relation == other.relation:
        return None
    end, point = (one, other) if one.relation in _ENDS else (other, one)
    known, day = bounds(end.value), bounds(point.value)
    if known is None or day is None:
        return None
    inside = day[1] >= known[0] if end.relation == "from" else day[0] <= known[1]
    near = abs((day[0] - known[0]).days) <= (known[1] - known[0]).days + _PERIOD_DAYS
    return (Verdict.COMPATIBLE, "period") if inside and near else None


_ENDS = frozenset({"from", "to"})
_PERIOD_DAYS = 31
"""Days from an end of a period within which a date may be one of the period, where its other end is not looked up."""
_DIFFER = "different values"
_UNTOLD = "a value counts from an unknown point"
_RELATED = {
    Relation.SAME: (Verdict.AGREE, "same value"),
    Relation.PRECISION: (Verdict.COMPATIBLE, "precision"),
    Relation.DIFFER: (Verdict.CONFLICT, _DIFFER),
    Relation.UNKNOWN: (Verdict.NOT_COMPARABLE, _UNTOLD),
}


def _relate_durations(one: Timex, other: Timex) -> tuple[Verdict, str]:
    if one.low is None or other.low is None:
        return Verdict.NOT_COMPARABLE, _UNTOLD
    highs = [inf if each.high is None else each.high for each in (one, other)]
    loose = 1.0 if one.value[-1] == other.value[-1] else 1.0 + _CALENDAR
    reach = _rounding(one, other)
    apart = not _overlap(one.low - reach, highs[0] * loose + reach, other.low, highs[1] * loose)
    if apart or (not reach and _only_touch(one, other)):
        return Verdict.CONFLICT, _DIFFER
    if isclose(one.low, other.low) and highs[0] == highs[1]:
        return Verdict.COMPATIBLE, "unit conversion"
    return Verdict.COMPATIBLE, "bound" if inf in highs else "precision"


def _rounding(one: Timex, other: Timex) -> float:
    """Days by which two lengths may lie apart where one is hedged or told in halves: half a unit, the other being rounded."""
    finer = [bool(each.mod) or "." in each.value for each in (one, other)]
    if finer[0] == finer[1] or None in (one.low, other.low) or one.value[-1] != other.value[-1]:
        return 0.0
    whole = one if finer[1] else other
    number = float(re.sub(r"[^\d.]", "", whole.value) or 0)
    return (whole.low or 0.0) / number / 2 if number else 0.0


_CALENDAR = 0.015
"""How far a length in days may lie from the same in months or years: 30 days are a month, 360 or 365 a year."""


def _only_touch(one: Timex, other: Timex) -> bool:
    """Whether one bare count of weeks or more ends where the other begins: two weeks, up to just under three, and three."""
    if one.mod or other.mod or not _open(one) or not _open(other):
        return False
    return isclose(one.high or 0, other.low or 0) or isclose(other.high or 0, one.low or 0)


def _open(length: Timex) -> bool:
    """Whether a length reaches to just under the next count of its unit."""
    return length.high is not None and length.low is not None and length.high > length.low


def _relate_quantities(one: Quantity, other: Quantity) -> tuple[Verdict, str]:
    if one.rate != other.rate:
        return Verdict.NOT_COMPARABLE, "another rate"
    if one.against is not None or other.against is not None:
        return _relate_votes(one, other)
    mine, theirs = interval(one), interval(other)
    if one.unit != other.unit:
        factor = _factor(other.unit, one.unit)
        if factor is None:
            return _relate_other_units(one, other)
        theirs = theirs.scaled(factor)
    if not mine.meets(theirs):
        return Verdict.CONFLICT, _DIFFER
    if one.unit != other.unit:
        return Verdict.COMPATIBLE, "unit conversion"
    if (one.low, one.high, one.comparator) == (other.low, other.high, other.comparator):
        return Verdict.AGREE, "same value"
    return Verdict.COMPATIBLE, _why(one, other)


def _relate_other_units(one: Quantity, other: Quantity) -> tuple[Verdict, str]:
    """Two sums in two currencies may be one converted, but not where the number is the same one."""
    same = (one.low, one.high, one.comparator) == (other.low, other.high, other.comparator)
    if same and {one.unit, other.unit} <= MONEY and min(one.low or 0.0, other.low or 0.0) >= _LARGE_SUM:
        return Verdict.CONFLICT, "another currency"
    return Verdict.NOT_COMPARABLE, "another unit"


_LARGE_SUM = 1_000_000
"""From where on two equal sums in two currencies are one sum: small round ones are prices of two things."""


def _relate_votes(one: Quantity, other: Quantity) -> tuple[Verdict, str]:
    """Two votes agree in both sides or in none: whose side is told first is not part of the value."""
    if one.against is None or other.against is None:
        return Verdict.NOT_COMPARABLE, "a vote and a count"
    sides = [sorted((vote.low or 0.0, vote.against or 0.0)) for vote in (one, other)]
    return (Verdict.AGREE, "same value") if sides[0] == sides[1] else (Verdict.CONFLICT, _DIFFER)


def ratio(one: Quantity, other: Quantity) -> float | None:
    """How many times the larger of two quantities is the smaller, units converted; ``None`` where it cannot be told."""
    factor = 1.0 if one.unit == other.unit else _factor(other.unit, one.unit)
    mine, theirs = (value.high if value.low is None else value.low for value in (one, other))
    if factor is None or not mine or not theirs:
        return None
    sizes = abs(mine), abs(theirs * factor)
    return max(sizes) / min(sizes)


def _why(one: Quantity, other: Quantity) -> str:
    """What lets two values stand side by side, the widest reason first."""
    if any(each.low is None or each.high is None for each in (one, other)):
        return "bound"
    return "range" if any(each.low != each.high for each in (one, other)) else "rounding"


def _factor(unit: str, target: str) -> float | None:
    """How many of ``target`` make one ``unit``; ``None`` where no factor does: money, counts, degrees, two measures."""
    if unit not in MEASURES or target not in MEASURES:
        return None
    (measure, size), (other, step) = MEASURES[unit], MEASURES[target]
    return size / step if measure == other else None
