"""The date that others are counted from: the day of writing in news, the date last told in a narrative.

A text is a narrative where it has no day of writing, or where most of the years it names lie well before it: a
history of a war is not about the week in which somebody wrote it down. There "May 16" is of the year last told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from auditor.extract.times.values import Day

_YEAR = re.compile(r"\d(?<![\d.,$£€-]\d)(?:(?:(?<=1)[5-9]|(?<=2)0)\d\d(?![\d,%])|\d{0,3} BCE?\b)")
"""A year from 1500 to 2099, or one before Christ; it begins with a digit, since those are quick to find."""
_ENOUGH_YEARS = 5
"""Years a text has to name before it can be taken for a narrative of the past."""
_BACKWARDS = 2
"""How much less likely a story goes back by a month than forward, where a month is named without its year."""
_ASIDE = 4
"""Months that going back to the year told before the last costs: a sentence about another year may have been an aside."""
_HALF_A_YEAR = 6
"""Months at which a month lies from a year told without one, on average."""
_VALUE = re.compile(r"(BC)?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
_SEASON = re.compile(r"\d{4}-(SP|SU|FA|WI)")


class Reference:
    """What is known of the time a text speaks of, as reading goes on."""

    def __init__(self, text: str, anchor: date | None) -> None:
        """Decide what the text is; ``anchor`` is the day of writing."""
        self.anchor = anchor
        self.narrative = anchor is None or _tells_the_past(_YEAR.findall(text), anchor.year)
        self.last = Day(None)
        self._aside = Day(None)
        self._day = Day(anchor.year, anchor.month, anchor.day) if anchor else Day(None)

    @property
    def now(self) -> Day:
        """The day that "last week" counts from: that of writing, in a narrative the one last told.

        Nothing, where the text has no day of writing: the dates it tells need not be near.
        """
        return self.last if self.narrative and self.anchor else self._day

    @property
    def then(self) -> Day:
        """The day that "a week later" counts from: the one last told, else that of writing."""
        return self.last if self.narrative or self.last.year is not None else self._day

    def tell(self, value: str) -> None:
        """Take note of a date as it is read."""
        found = _VALUE.match(value)
        if found is None:
            return
        year = -int(found[2]) if found[1] else int(found[2])
        season = _SEASON.match(value)
        month = _SEASON_MONTH[season[1]] if season else int(found[3]) if found[3] else None
        if year != self.last.year and self.last.year is not None:
            self._aside = self.last
        elif month is None and self.last.month is not None:
            return
        self.last = Day(year, month, int(found[4]) if found[4] else None)

    def year_of(self, month: int, ahead: bool = False) -> int | None:
        """The year of a month that is named without one.

        In a narrative that of the date last told, or the next where the months have begun anew. In news the month is
        the last one up to the day of writing, unless the words around point ahead.
        """
        if self.narrative:
            return self._told_year(month)
        if self.anchor is None:
            return None
        now = self.anchor.month
        if ahead:
            return self.anchor.year + (month < now)
        return self.anchor.year - (month > now)

    def _told_year(self, month: int) -> int | None:
        """The year in which the month lies nearest to what has been told, rather after than before it."""
        best: tuple[float, int] | None = None
        for told, cost in ((self.last, 0.0), (self._aside, _ASIDE)):
            if told.year is None:
                continue
            for year in (told.year, told.year + 1) if told.month else (told.year,):
                months = _HALF_A_YEAR if told.month is None else 12 * (year - told.year) + month - told.month
                found = (cost + (months if months >= 0 else -_BACKWARDS * months), year)
                best = found if best is None or found[0] < best[0] else best
        return best[1] if best else None


def _tells_the_past(years: Iterable[str], written: int) -> bool:
    named = [int(year) if year.isdecimal() else 0 for year in years]
    past = sum(year < written - 1 for year in named)
    return len(named) >= _ENOUGH_YEARS and 2 * past > len(named)
