"""The date that others are counted from: the day of writing in news, the date last told in a narrative.

A text is a narrative where it has no day of writing, or where most of the years it names lie well before it and it hardly
speaks of its own days ("on Tuesday", "last month"): a history of a war is not about the week in which somebody wrote it
down. There "May 16" is of the year last told. A short text that speaks of none of its own days is one where the first month
it names has its year, and that is past. News too stays in the past for the sentence behind a date of another year.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import MAXYEAR, date

from auditor.languages.en.code.times.tense import AHEAD, EITHER
from auditor.languages.en.lexicon.calendar import MONTHS as MONTH_NAMES
from auditor.languages.en.lexicon.calendar import SEASON_MONTHS
from auditor.languages.en.reach import SENTENCE
from auditor.languages.timex import MONTHS, UNITS, YEARS, Day, exists, months_between, quarter_before, quarter_of
from auditor.text.regex import regex

_YEAR = regex(r"\d(?<![\d.,$£€-]\d)(?:(?:(?<=1)[5-9]|(?<=2)0)\d\d(?!\d|,\d|%)|\d{0,3} BCE?\b)")
"""A year from 1500 to 2099, or one before Christ; it begins with a digit, since those are quick to find."""
_ENOUGH_YEARS = 5
"""Years a text has to name before it can be taken for a narrative of the past."""
_OF_ITS_DAY = regex(
    r"(?<!\w)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|tomorrow|ago|"
    r"(?:last|this|next)\s(?:week|month|year|spring|summer|fall|autumn|winter))(?!\w)",
    re.I,
)
"""Words that count from the day of writing."""
_PAST_TO_OWN = 6
"""Years told of the past for each such word, from which a text is a narrative. In the eleven histories of WikiWars there are
seven or more; of 1,204 news articles 122 name mostly past years, 108 of them fewer than six for each such word."""
_BACKWARDS = 2
"""How much less likely a story goes back by a month than forward, where a month is named without its year."""
_ASIDE = 4
"""Months that going back to the year told before the last costs: a sentence about another year may have been an aside."""
_AGAINST = 3
"""How many times as far away a day counts that its verb does not point to: a verb found near may be another's.

Writers leave a year out where no reader would think of another: of 148 days in news articles that their weekday dates,
143 lie within half a year of the article."""
_NAMED_MONTH = regex(rf"\b(?:{'|'.join(name.title() for name in MONTH_NAMES)})\b(?!\s[A-Z])")
_ITS_YEAR = regex(r"\s(?:of\s)?(?:(?:the\s)?\d{1,2}(?:st|nd|rd|th)?(?:[-–]\d{1,2})?(?:,\s?|\s(?:of\s)?))?(\d{4})\b")
"""Behind a month the year that is written with it."""
_FAR_YEARS = 3
"""Years from the story at which a bare year that opens no sentence is an aside ("papers found in 2003 show")."""
_LONG_PAST = 5
"""Years from which a date is of another time: what news tells of the last years it tells of its own story."""
_GOES_ON_DAYS = 2 * UNITS["month"][1]
"""Days after such a date that are still of its year, where the day of writing lies further from them."""
_NEXT_YEARS = 10
"""Years ahead of the date spoken of that a year of two digits may lie."""
_LAST_SHORT = 2029
"""The last year of two digits where no date is spoken of: as spreadsheets read them (Excel: 00 to 29 are of this century)."""
_VALUE = regex(
    r"(?P<bc>BC)?(?P<year>\d{4})(?:-(?:Q(?P<quarter>\d)|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)


class Reference:
    """What is known of the time a text speaks of, as reading goes on."""

    def __init__(self, text: str, anchor: date | None) -> None:
        """Decide what the text is; ``anchor`` is the day of writing."""
        self.anchor = anchor
        self._text = text
        self._years = [(found.start(), int(found[0])) for found in _YEAR.finditer(text) if found[0].isdecimal()]
        self._stated: tuple[int, Day] | None = None
        self.told_at: int | None = None
        self.quarter: tuple[int, int] | None = None
        self.quarter_is_last = False
        self.narrative = anchor is None or _tells_the_past(text, anchor.year)
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

    def tell(self, value: str, start: int, end: int) -> None:
        """Take note of the date read at ``[start, end)``; a far year that stands by the way does not move the story."""
        found = _VALUE.match(value)
        if found is None:
            return
        self.quarter_is_last = found["quarter"] is not None
        year = int(found["year"]) * (-1 if found["bc"] else 1)
        if found["quarter"]:
            self.quarter = year, int(found["quarter"])
        month = (
            SEASON_MONTHS[found["season"]]
            if found["season"] and year > 0
            else int(found["month"])
            if found["month"]
            else None
        )
        if self._is_aside(year, month, start):
            return
        if year != self.last.year and self.last.year is not None:
            self._aside = self.last
        elif month is None and self.last.month is not None:
            return
        self.last = Day(year, month, int(found["day"]) if found["day"] else None)
        self.told_at = start
        if (self._stated and self._stated[1].year == year) or self._text.find(found["year"], start, end) >= 0:
            self._stated = end, self.last

    def _is_aside(self, year: int, month: int | None, start: int) -> bool:
        """Whether a bare year far from the date last told is named in passing: it opens no sentence, and the story comes back.

        A life that goes on from 1925 to 1975 and 1979 has left 1925.
        """
        if not self.narrative or month is not None or self.last.month is None or self.last.year is None:
            return False
        behind = self._next_stated(start)
        if behind is not None and abs(behind - self.last.year) >= _FAR_YEARS:
            return False
        return abs(year - self.last.year) >= _FAR_YEARS

    def is_ahead(self, value: str) -> bool:
        """Whether a date lies behind the day of writing, where that is known."""
        return self.anchor is not None and value[:1].isdigit() and value > self.anchor.isoformat()

    @property
    def over(self) -> tuple[int, int] | None:
        """The year and number of the quarter named last, else of the one before the day of writing."""
        if self.quarter or self.now.year is None or self.now.month is None:
            return self.quarter
        return quarter_before(self.now.year, quarter_of(self.now.month))

    @property
    def asks_verb(self) -> bool:
        """Whether the verb beside a date has a say in its year: in news, and in a story that has named a bare year only."""
        return not self.narrative or (self.anchor is None and self.last.month is None)

    def year_of(self, month: int, day: int | None, at: int, way: int = EITHER, weekday: int = 0) -> int | None:
        """The year of a month or day that is named at ``at`` without one.

        In a narrative that of the date last told, or the next where the months have begun anew; nothing where the
        ``weekday`` written beside the day is not that year's, or the verb points ahead of a year told for something
        else. In news the year that brings it nearest to the day of writing: one on the side that the verb does not
        point to counts as further away; but the year just stated where the day follows that date. A weekday decides
        between years that have it.
        """
        if self.narrative or self.anchor is None:
            year = self._told_year(month, at) if way != AHEAD or self.last.month is not None else None
            return None if year and weekday and not _falls_on(year, month, day, weekday) else year
        years = [self.anchor.year + step for step in (0, -1, 1)]
        fitting = [year for year in years if weekday and _falls_on(year, month, day, weekday)]
        nearest = min(fitting or years, key=lambda year: self._distance(Day(year, month, day), way))
        if fitting or way == AHEAD:
            return nearest
        stated = self._stated_year(month, day, at)
        return stated[1] if stated and stated[0] < self._distance(Day(nearest, month, day), way) else nearest

    def year_of_two_digits(self, digits: int, *, now: bool = False) -> int:
        """The last year that ends in those digits and lies few years at most ahead of the date spoken of, or of ``now``."""
        base = self._day.year if now else self.then.year
        last = _LAST_SHORT if base is None else base + _NEXT_YEARS
        return last - (last - digits) % YEARS["century"]

    def _stated_year(self, month: int, day: int | None, at: int) -> tuple[float, int] | None:
        """The year stated just before, if it is past and the day follows that date, and by how many days."""
        if day is None or self._stated is None or at - self._stated[0] > SENTENCE:
            return None
        if self._text.endswith("as of ", 0, at):
            return None  # it holds now
        stated = self._stated[1]
        assert self.anchor is not None
        if stated.year is None or stated.month is None or not 0 < stated.year <= self.anchor.year - _LONG_PAST:
            return None
        for year in (stated.year, stated.year + 1):
            days = _days_between(stated, Day(year, month, day))
            if 0 <= days <= _GOES_ON_DAYS:
                return days, year
        return None

    def _distance(self, day: Day, way: int) -> float:
        """How far a day, or a month in days, lies from the day of writing, for a verb that points that way."""
        assert self.anchor is not None
        days = _days_between(Day(self.anchor.year, self.anchor.month, self.anchor.day), day)
        return abs(days) * (_AGAINST if days * way < 0 else 1)

    def _told_year(self, month: int, at: int) -> int | None:
        """The year in which the month lies nearest to what has been told, rather after than before it.

        A story that next states the year it is in has not left it.
        """
        if self.last.month is not None and self.last.year is not None and self._next_stated(at) == self.last.year:
            return self.last.year
        best: tuple[float, int] | None = None
        for told, cost in ((self.last, 0.0), (self._aside, _ASIDE)):
            if told.year is None:
                continue
            for year in (told.year, told.year + 1) if told.month else (told.year,):
                months = MONTHS // 2 if told.month is None else months_between(told, Day(year, month))
                found = (cost + (months if months >= 0 else -_BACKWARDS * months), year)
                best = found if best is None or found[0] < best[0] else best
        return best[1] if best else None

    def _next_stated(self, at: int) -> int | None:
        """The next year that the text states behind ``at``."""
        place = bisect_right(self._years, (at, MAXYEAR))
        return self._years[place][1] if place < len(self._years) else None


def _days_between(one: Day, other: Day) -> float:
    """The days from a date to another, about so many where one of them is only a month."""
    return UNITS["month"][1] * months_between(one, other) + (
        0 if one.day is None or other.day is None else other.day - one.day
    )


def _falls_on(year: int, month: int, day: int | None, weekday: int) -> bool:
    """Whether the calendar puts the day on that day of the week, Monday 1."""
    return day is not None and year > 0 and exists(day, month, year) and date(year, month, day).isoweekday() == weekday


def _tells_the_past(text: str, written: int) -> bool:
    found = list(_YEAR.finditer(text))
    own = sum(1 for _ in _OF_ITS_DAY.finditer(text))
    if not own and 2 * _past(found, written) > len(found) and _opens_in_the_past(text, written):
        return True
    named = [year for year in found if not text.startswith(",", year.end())]  # "May 4, 1990," has its year in news too
    past = _past(named, written)
    return len(named) >= _ENOUGH_YEARS and 2 * past > len(named) and past >= _PAST_TO_OWN * own


def _past(named: Sequence[re.Match[str]], written: int) -> int:
    """How many of the years lie before the year before the day of writing."""
    return sum(not year[0].isdecimal() or int(year[0]) < written - 1 for year in named)


def _opens_in_the_past(text: str, written: int) -> bool:
    """Whether the first month that the text names has its year beside it, and that is past."""
    month = _NAMED_MONTH.search(text)
    year = _ITS_YEAR.match(text, month.end()) if month else None
    return year is not None and int(year[1]) <= written - _LONG_PAST
