"""Days of the calendar as a text writes them, with the weekday beside them: also days that do not exist.

Time extraction gives values, so it passes over "31 June" and does not ask whether 3 June was a Tuesday. Checks of the
calendar need just that: what is written, piece by piece, each with its place.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from auditor.languages.en.lexicon.calendar import MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from auditor.languages.en.lists import LISTS
from auditor.text.alternation import one_of

_NAMED = SHORT_WEEKDAYS | WEEKDAYS


_WEEKDAY = rf"(?:{one_of(WEEKDAYS)}|(?:{one_of(SHORT_WEEKDAYS)})\b\.?)"
_BEFORE = rf"(?<![\w/–-])(?P<before>{_WEEKDAY})(?:\s(?:morning|afternoon|evening|night))?(?:\s?,\s|\s\(|\s)(?:the\s)?"
_AFTER = rf"(?:\s\((?P<aside>{_WEEKDAY})\)|,\sa\s(?P<after>{one_of(WEEKDAYS)})\b)"
_MONTH = rf"(?P<{{}}month>{one_of(MONTHS)})\b\.?"
_DAY = r"(?P<{}day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s(?P<{}year>1[0-9]\d\d|20\d\d|['’]\d\d)(?![\w%]|[.,:]\d))?"
_DMY = rf"(?<![\w$£€.,:/])(?P<first>{_DAY.format('d')}(?:\sof)?\s{_MONTH.format('d')}{_YEAR.format('d')})"
_MDY = rf"(?<![\w-])(?P<second>{_MONTH.format('m')}\s{_DAY.format('m')}(?![\w%]|[.,:/-]\d|[-–]){_YEAR.format('m')})"
_DATED = re.compile(rf"(?:{_BEFORE})?(?:{_DMY}|{_MDY})(?:{_AFTER})?", re.IGNORECASE)

_LISTED = re.compile(
    rf"(?:\b(?:{one_of(_NAMED)})\b\.?|(?<!\d)\d\d?)\s?(?:-|–|—|/|,|and|or|to|through|until|into)\s?$"
    rf"|(?:\b(?:{one_of(MONTHS)})\b\.?|\d(?:st|nd|rd|th)?)\s$",
    re.IGNORECASE,
)
"""Before a weekday or a day: another one in a list, range or timetable, so the two need not belong together."""
_NAME_BEFORE = re.compile(r"(?:\b[Tt]he|\b[A-ZÀ-Þ][\w’'-]{0,30})\s$")
"""Before a short weekday: it is a name's last word ("The Sun, 3 June")."""
_COUNTED = re.compile(
    rf"\s(?!(?:{one_of(LISTS.words('function_words', 'no-thing'))})\b)(?:people|men|women|children|police|troops|"
    r"[a-z]{3,20}s)\b"
)
"""After a number: the things it counts ("June 3, 2000 homes")."""
_LOOK_BACK = 24
"""Characters before a date that can tell a list, a range or a name."""
GREGORIAN = 1924
"""The first year in which every country told the news by the Gregorian calendar; Greece changed in 1923."""
_LEAP_YEAR = 2000
"""Any leap year, for days that give no year."""


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
        if self.month == 2 and self.day == 29 and self.year:
            return self.year % 4 == 0 if self.year < GREGORIAN else isleap(self.year)
        return self.day <= monthrange(_LEAP_YEAR, self.month)[1]

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
        years = range(max(1, earliest.year - 1), min(9999, latest.year + 1) + 1)
        days = [day for year in years if (day := self.on(year))]
        return min(days, key=lambda day: (max(earliest - day, day - latest, timedelta()), day), default=None)


def find_days(text: str, start: int, end: int) -> Iterator[CalendarDay]:
    """The days of the calendar in ``text[start:end]``, in reading order.

    A weekday counts only where it stands beside its own day: not in "Monday to Wednesday, 3-5 June".
    """
    for found in _DATED.finditer(text, start, end):
        day = _read(text, found, start, end)
        if day:
            yield day


def _read(text: str, found: re.Match[str], start: int, end: int) -> CalendarDay | None:
    kind, place = ("d", "first") if found["first"] else ("m", "second")
    month = MONTHS.get(found[f"{kind}month"].casefold())
    if month is None or not text[found.start(f"{kind}month")].isupper():
        return None
    year = found[f"{kind}year"]
    if year and (year[0] in "'’" or _COUNTED.match(text, found.end(place), end)):
        return None
    weekday = _weekday(text, found, start)
    return CalendarDay(
        found.start() if weekday and found["before"] else found.start(place),
        found.end() if weekday and not found["before"] else found.end(place),
        int(found[f"{kind}day"]),
        month,
        int(year) if year else None,
        weekday,
    )


def _weekday(text: str, found: re.Match[str], start: int) -> int | None:
    """The weekday beside the day, unless either is one of a list or range."""
    group = next((name for name in ("before", "aside", "after") if found[name]), None)
    if group is None or not found[group][0].isupper():
        return None
    before = max(start, found.start() - _LOOK_BACK)
    if _LISTED.search(text, before, found.start()):
        return None
    word = found[group].casefold().rstrip(".")
    if word not in WEEKDAYS and _NAME_BEFORE.search(text, before, found.start()):
        return None
    return _NAMED.get(word)
