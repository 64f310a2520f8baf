"""Values that articles state: counts, sums, days, ages. Each kind can be drawn, written, and changed to one that excludes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

_RANGES: Mapping[str, tuple[int, int]] = {
    "small": (13, 79),
    "hundreds": (112, 489),
    "thousands": (1_100, 9_800),
    "millions": (12, 890),
    "percents": (21, 89),
    "age": (19, 82),
    "years": (3, 12),
    "months": (3, 12),
    "weeks": (3, 12),
}
_SPELLED = "zero one two three four five six seven eight nine ten eleven twelve".split()
_CURRENCIES = ("euros", "dollars", "pounds", "francs")
_FORMS = ("{0.day} {0:%B} {0.year}", "{0:%B} {0.day}, {0.year}", "{0:%A}, {0.day} {0:%B} {0.year}", "{0.day} {0:%B}")
MONTHS = tuple(f"{date(2024, month, 1):%B}" for month in range(1, 13))
WEEKDAYS = tuple(f"{date(2024, 1, day):%A}" for day in range(1, 8))


@dataclass(frozen=True, slots=True)
class Value:
    """A number of some kind; of a day, its ordinal."""

    kind: str
    number: int
    unit: str = ""

    def words(self, chance: Random) -> str:
        """The value as one article writes it."""
        if self.kind in ("day", "earlier"):
            return chance.choice(_FORMS).format(date.fromordinal(self.number))
        if self.kind == "millions":
            return f"{self.number} million {self.unit}"
        if self.kind == "percents":
            return f"{self.number / 10} percent"
        if self.kind in ("years", "months", "weeks"):
            return f"{_SPELLED[self.number]} {self.kind}"
        return f"{self.number:,}"


def drawn(kind: str, day: date, chance: Random) -> Value:
    """A value of the kind, in a story that began on that day."""
    if kind == "day":
        return Value(kind, day.toordinal())
    if kind == "earlier":
        return Value(kind, (day - timedelta(days=chance.randint(14, 40))).toordinal())
    return Value(kind, chance.randint(*_RANGES[kind]), chance.choice(_CURRENCIES))


def changed(value: Value, chance: Random) -> Value:
    """Another value, which excludes the first."""
    if value.kind == "day":
        return replace(value, number=value.number - chance.randint(1, 3))
    if value.kind in ("age", "years", "months", "weeks"):
        step = chance.randint(2, 6)
        return replace(value, number=value.number - step if value.number - step > 1 else value.number + 3)
    number = _swapped(value.number) if chance.random() < 0.5 else value.number
    return replace(value, number=number if number != value.number else value.number + max(2, value.number // 5))


def _swapped(number: int) -> int:
    """The number with its first two digits swapped, as a slip of the pen does."""
    digits = str(number)
    return int(digits[1] + digits[0] + digits[2:]) if digits[1] != "0" else number
