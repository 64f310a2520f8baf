"""Dates around the name of a month: "May 2025", "16-19 May", "Tuesday, June 2, 2025", "July 25 of that year"."""

from __future__ import annotations

from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Passage, Reading, Time
from auditor.languages.en.code.times.patterns import DAY, JOIN, MONTH, YEAR
from auditor.languages.en.code.times.tense import EITHER, direction
from auditor.languages.en.code.times.written_days import WrittenDays, days_of_month, month_end, weekday_before
from auditor.languages.en.code.times.written_years import year_behind
from auditor.languages.en.lexicon.calendar import MONTHS, SHORT_MONTHS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import Day, exists
from auditor.model import ClaimKind, Timex
from auditor.text.regex import regex

_YEAR_OF_OTHER = regex(
    rf"(?:{JOIN}(?:(?:{DAY})\s)?(?P<month>{MONTH})\.?\s(?:(?:{DAY}),?\s)?|(?:/(?:{MONTH}))?\s[a-z]+\s(?:of|in)\s)(?P<year>{YEAR})"
)
"""Behind a month its year, which stands with the next month or what happened: "April to May 1951", "the April raids of 1951"."""
_JOINED_BEFORE = regex(rf"(?<!\w)(?:{MONTH}){JOIN}\Z")
_JOINED_BEHIND = regex(rf"{JOIN}(?:{MONTH})")
_STEP_BEFORE = leads("month-step")
_EVERY = leads("each")
_TIME_BEFORE = leads("month", hyphen=True)
_SURE_BEFORE = leads("sure-month", hyphen=True)
_AMBIGUOUS = LISTS.words("month_words", "ambiguous")
_VERBS = LISTS.words("month_words", "verb")
_GIVEN_NAMES = LISTS.words("month_words", "given-name")
_OWNS = ("-", "’", "'")
"""Behind a name that is more often a verb's or a person's: "May's party", "a March-past"."""
_STEPS = LISTS.numbers("time_steps", "step")


def month(passage: Passage, at: int) -> Reading:
    """The date that a month's name at ``at`` belongs to."""
    end = month_end(passage.text, at)
    if end is None:
        return ()
    written = days_of_month(passage.text, at, passage.free)
    name = passage.text[at:end].rstrip(".")
    if not passage.capital(at) and (name in _VERBS or not (written or _is_month_in_small(passage, at, end, name))):
        return ()
    return _days(passage, written) if written else _bare(passage, at, end, name)


def _days(passage: Passage, written: WrittenDays) -> Reading:
    """One day of the month or two, with the words of month, year and weekday beside them taken in."""
    number, days, end = written.number, written.days, written.end
    start, weekday = weekday_before(passage.text, written.start, passage.free)
    told = _written_year(passage, number, end)
    year, stop = told or (_told_year(passage, Day(None, number, days[0][2]), start, end, weekday), end)
    if not all(exists(day, number, year) for _, _, day in days):
        if passage.text[:stop].endswith(str(year)) or not all(exists(day, number, None) for _, _, day in days):
            return ()
        year = None
    if len(days) == 2 and days[0][2] >= days[1][2]:
        days, start, stop = (days[:1], start, days[0][1]) if written.month_first else (days[1:], days[1][0], stop)
    starts = [start, *(first for first, _, _ in days[1:])]
    ends = [*(last for _, last, _ in days[:-1]), stop]
    values = [Day(year, number, day).value for _, _, day in days]
    return tuple(Time(*found[:2], ClaimKind.DATE, Timex(found[2])) for found in zip(starts, ends, values, strict=True))


def _told_year(passage: Passage, day: Day, start: int, end: int, weekday: int = 0) -> int | None:
    """The year of a month or day that is written without one at ``[start, end)``."""
    assert day.month is not None
    way = direction(passage.text, start, end) if passage.reference.asks_verb else EITHER
    return passage.reference.year_of(day.month, day.day, start, way, weekday)


def _written_year(passage: Passage, number: int, end: int) -> tuple[int | None, int] | None:
    """The year that is written behind ``end``, or behind what follows there, and where its words end."""
    year = year_behind(passage.text, end, passage.reference)
    other = None if year else _YEAR_OF_OTHER.match(passage.text, end)
    return (int(other["year"]) - (MONTHS.get(other["month"], number) < number), end) if other else year


def _bare(passage: Passage, at: int, end: int, name: str) -> Reading:
    """A month without a day; its name alone has to stand as a month does."""
    number = MONTHS[name]
    written = _written_year(passage, number, end)
    year, stop = written or (None, end)
    if stop == end and not _stands_alone(passage, at, end, name):
        return ()
    every = _EVERY.start(passage.text, at, passage.free)
    if every is not None:
        return (Time(every, stop, ClaimKind.SET, Timex(f"XXXX-{number:02}")),)
    step = _STEP_BEFORE.start(passage.text, at, passage.free) if stop == end else None
    if step is not None:
        year = _stepped(passage, number, passage.text[step:at].split()[-1])
    elif written is None:
        year = _told_year(passage, Day(None, number), at, end)
    return (Time(at if step is None else step, stop, ClaimKind.DATE, Timex(Day(year, number).value)),)


def _is_month_in_small(passage: Passage, at: int, end: int, name: str) -> bool:
    """Whether a month in small letters has its year or another month beside it, or stands behind "in" and is no other word."""
    if year_behind(passage.text, end) or _is_joined(passage, at, end):
        return True
    return _SURE_BEFORE.stands(passage.text, at) and name not in SHORT_MONTHS and name != "august"


def _is_joined(passage: Passage, at: int, end: int) -> bool:
    """Whether another month stands beside it: "from March to May"."""
    return bool(_JOINED_BEHIND.match(passage.text, end) or passage.left(_JOINED_BEFORE, at, 0))


def _stands_alone(passage: Passage, at: int, end: int, name: str) -> bool:
    """Whether a name that may be a verb or a person's is used as a month: behind "in", no capital behind it."""
    sure, behind = _SURE_BEFORE.stands(passage.text, at), passage.raw[end : end + 2]
    if name in passage.people or (name in _GIVEN_NAMES and behind[:1].isspace() and behind[1:].isupper()):
        return sure and not behind.startswith(_OWNS)
    if _is_joined(passage, at, end):
        return True
    if name in SHORT_MONTHS and "." not in passage.text[at:end]:
        return sure and name not in _AMBIGUOUS
    if name in _AMBIGUOUS and (behind.startswith(_OWNS) or not _TIME_BEFORE.stands(passage.text, at)):
        return False
    return passage.text[at - 1 : at] != "-" or passage.before(at) == "mid"


def _stepped(passage: Passage, month: int, step: str) -> int | None:
    """The year of "last May", "next May", "this May"."""
    now = passage.reference.now
    if now.year is None or now.month is None:
        return now.year
    way = _STEPS.get(step, 0)
    return now.year - (way < 0 and month >= now.month) + (way > 0 and month <= now.month)
