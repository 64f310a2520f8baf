"""Values as intervals: what days a date covers, and whether two values agree."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_PART = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
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
        return monday, monday + timedelta(days=6)
    part = _PART.match(value)
    if part:
        low, high = _MONTHS[part[2]]
        return _first(int(part[1]), low), _last(int(part[1]), high)
    return _day_bounds(value)


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
