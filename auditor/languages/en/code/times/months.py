"""Dates around the name of a month: "May 2025", "16-19 May", "Tuesday, June 2, 2025", "July 25 of that year"."""

from __future__ import annotations

import re

from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Found, Passage, Reading
from auditor.languages.en.code.times.patterns import (
    BEFORE_CHRIST,
    DAY,
    JOIN,
    MONTH,
    RANKED_DAY,
    SHORT_WEEKDAY,
    YEAR,
    day_number,
)
from auditor.languages.en.code.times.spelled_years import in_words
from auditor.languages.en.code.times.tense import EITHER, direction
from auditor.languages.en.lexicon.calendar import MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import Day, exists
from auditor.model import ClaimKind, Timex

_HEAD = re.compile(rf"({MONTH})(?:(?<!may)(?<!june)(?<!july)(?<![a-z]{{5}})\.)?")
_DAYS_AFTER = re.compile(
    rf"[\s/-](?:(?P<one>{DAY}|{RANKED_DAY})|the\s(?P<nth>{DAY}|{RANKED_DAY})(?=[,.;:]|\s(?:to|till|until|and|of)\b|\s*\Z))(?!\s?[ap]\.?m\b|\s(?:percent|per\scent)\b)(?:{JOIN}(?P<two>{DAY}|{RANKED_DAY})(?!\s(?:of\s)?(?:{MONTH})))?"
)
_DAYS_BEFORE = re.compile(
    rf"(?<![\w.,:$£€/#])(?<!\d[-–])(?:(?P<one>{DAY}){JOIN}(?:the\s)?)?(?P<two>{DAY})(?:\sof\s|\s|[-/])\Z|"
    rf"(?<![\w-])(?:(?P<first>{RANKED_DAY}){JOIN}(?:the\s)?)?(?P<second>{RANKED_DAY})\sof\s\Z"
)
_FROM_DAY = re.compile(
    rf"(?<!\w)(?:from|between)\s(?:the\s)?(?P<day>{DAY}|{RANKED_DAY})\s(?:to|until|till|through|and)\s\Z"
)
_REACH_FROM = 40
"""Characters before a day in which the first day of its range stands: the longest range with both months in full."""
_YEAR_AFTER = re.compile(
    rf"(?:(?:\sof|,|\sin)?\s|[-,/])(?:(?P<bc>\d{{1,4}})\s?{BEFORE_CHRIST}|(?P<year>{YEAR})|"
    r"(?P<same>(?:the\s|that\s)same\syear|that\syear)|(?:the\s)?(?P<step>last|next|this|following|previous)\syear)\b"
)
_YEAR_OF_OTHER = re.compile(rf"{JOIN}(?:(?:{DAY})\s)?(?P<month>{MONTH})\.?\s(?:(?:{DAY}),?\s)?(?P<year>{YEAR})")
_YEAR_OF_NOUN = re.compile(rf"(?:[-–/](?P<month>{MONTH}))?\s[a-z]{{3,14}}\s(?:of|in)\s(?P<year>{YEAR})")
"""Behind a month what happened in it, with its year: "the April attacks of 1951"."""
_MONTH_BEHIND = re.compile(rf"[-–/](?:{MONTH})")
_JOINED = re.compile(rf"(?:{MONTH})\s?[-–/]\Z")
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w)(?P<weekday>{SHORT_WEEKDAY}),?\s(?:the\s)?\Z")
_STEP_BEFORE = leads("month-step")
_WEEKDAY_ENDS = frozenset([", ", ". ", "y ", "n ", "e ", "s ", "d ", "u ", "r ", "i ", "t "])
_WEEKDAY_NUMBERS = SHORT_WEEKDAYS | WEEKDAYS
_EVERY = leads("each")
_TIME_BEFORE = leads("month", hyphen=True)
_SURE_BEFORE = leads("sure-month", hyphen=True)
_STEP_WORDS = LISTS.words("time_words", "month-step")
_BETWEEN = re.compile(rf"(?<!\w)(?:from|between)\s(?:{MONTH})\s(?:to|and|until|through)\s\Z")
_OTHER_MONTH = re.compile(rf"\s(?:to|and|until|through)\s(?:{MONTH})")
_AMBIGUOUS = LISTS.words("month_words", "ambiguous")
_CAPITAL_AFTER = re.compile(r"\s[A-Z]")
_REACH, _REACH_IN_WORDS = 18, 44
"""Characters before a month in which its days stand, in digits and in words."""
_VERBS = LISTS.words("month_words", "verb")
_GIVEN_NAMES = LISTS.words("month_words", "given-name")
_STEPS = LISTS.numbers("time_steps", "step")


def month(passage: Passage, at: int) -> Reading:
    """The date that a month's name at ``at`` belongs to."""
    head = _HEAD.match(passage.text, at)
    if head is None:
        return ()
    word = passage.before(at)
    before = None
    if word == "of" or word[:1].isdigit() or passage.text[at - 1 : at] == "/":
        reach = _REACH_IN_WORDS if word == "of" else _REACH
        before = _DAYS_BEFORE.search(passage.text, max(passage.free, at - reach), at)
    after = None if before else _DAYS_AFTER.match(passage.text, head.end())
    if not passage.capital(at) and (head[1] in _VERBS or not (before or after or _lower_month(passage, head))):
        return ()
    if before is None and after is None:
        return _bare(passage, head)
    days = before or after
    assert days is not None
    end = after.end() if after else head.end()
    return _days(passage, MONTHS[head[1]], days, at, end)


def _days(passage: Passage, number: int, days: re.Match[str], at: int, end: int) -> Reading:
    """One day of the month or two, with the words of month, year and weekday beside them taken in."""
    groups = [name for name, text in days.groupdict().items() if text]
    counts = [day_number(days[group]) for group in groups]
    follow = days.end() > at
    start, weekday = _weekday_before(passage, at if follow else days.start(groups[0]))
    written = _written_year(passage, number, end)
    year, stop = written or (_told_year(passage, Day(None, number, counts[0]), start, end, weekday), end)
    if not all(exists(day, number, year) for day in counts):
        if passage.text[stop - 4 : stop].isdigit() or not all(exists(day, number, None) for day in counts):
            return ()
        year = None
    if len(counts) == 2 and counts[0] >= counts[1]:
        beside = slice(0, 1) if follow else slice(1, 2)
        groups, counts = groups[beside], counts[beside]
        stop = days.end(groups[0]) if follow else stop
    opening = _opening(passage, at, counts[0]) if follow and start == at and len(counts) == 1 else None
    if opening:
        first = Found(*opening.span("day"), ClaimKind.DATE, Timex(Day(year, number, day_number(opening["day"])).value))
        return first, Found(at, stop, ClaimKind.DATE, Timex(Day(year, number, counts[0]).value))
    starts = [start, *(days.start(group) for group in groups[1:])]
    ends = [*(days.end(group) for group in groups[:-1]), stop]
    values = [Day(year, number, day).value for day in counts]
    return tuple(Found(*found[:2], ClaimKind.DATE, Timex(found[2])) for found in zip(starts, ends, values, strict=True))


def _opening(passage: Passage, at: int, last: int) -> re.Match[str] | None:
    """The first day of "from 2 to April 7", which has its month behind the last one."""
    found = _FROM_DAY.search(passage.text, max(passage.free, at - _REACH_FROM), at)
    return found if found and 0 < day_number(found["day"]) < last else None


def _weekday_before(passage: Passage, start: int) -> tuple[int, int]:
    """Where a weekday written before the date begins, or the date itself; and its ISO number, 0 without one."""
    if start and passage.text[start - 2 : start] in _WEEKDAY_ENDS:
        weekday = _WEEKDAY_BEFORE.search(passage.text, max(passage.free, start - 16), start)
        if weekday:
            return weekday.start(), _WEEKDAY_NUMBERS[weekday["weekday"].rstrip(".")]
    return start, 0


def _told_year(passage: Passage, day: Day, start: int, end: int, weekday: int = 0) -> int | None:
    """The year of a month or day that is written without one at ``[start, end)``."""
    assert day.month is not None
    way = direction(passage.text, start, end) if passage.reference.asks_verb else EITHER
    return passage.reference.year_of(day.month, day.day, start, way, weekday)


def _written_year(passage: Passage, number: int, end: int) -> tuple[int | None, int] | None:
    """The year that is written behind ``end``, and where it ends; ``None`` where none is."""
    found = _YEAR_AFTER.match(passage.text, end)
    spelled = None if found else in_words(passage.text, end + 1)
    if spelled and passage.text[end] in " ,":
        return spelled
    if found is None or (found["step"] and passage.text[end] == ","):
        other = _YEAR_OF_OTHER.match(passage.text, end) or _YEAR_OF_NOUN.match(passage.text, end)
        if other and other["month"] is None:
            return int(other["year"]), end
        return (int(other["year"]) - (MONTHS[other["month"]] < number), end) if other else None
    if found["bc"]:
        return -int(found["bc"]), found.end()
    if found["year"]:
        return int(found["year"]), found.end()
    base = passage.reference.then.year if found["same"] else passage.reference.now.year
    return None if base is None else base + _STEPS.get(found["step"] or "this", 0), found.end()


def _bare(passage: Passage, head: re.Match[str]) -> Reading:
    """A month without a day; its name alone has to stand as a month does."""
    at, number = head.start(), MONTHS[head[1]]
    end = head.end()
    written = _written_year(passage, number, end)
    year, stop = written or (None, end)
    if stop == end and not _stands_alone(passage, head):
        return ()
    word = passage.before(at)
    every = _EVERY.start(passage.text, at, passage.free)
    if every is not None:
        return (Found(every, stop, ClaimKind.SET, Timex(f"XXXX-{number:02}")),)
    start = at
    step = None
    if stop == end and word in _STEP_WORDS:
        step = _STEP_BEFORE.start(passage.text, at, passage.free)
    if step is not None:
        start, year = step, _stepped(passage, number, " ".join(passage.text[step:at].split()))
    elif written is None:
        year = _told_year(passage, Day(None, number), at, end)
    return (Found(start, stop, ClaimKind.DATE, Timex(Day(year, number).value)),)


def _lower_month(passage: Passage, head: re.Match[str]) -> bool:
    """Whether a month in small letters has its year, or stands behind "in" and is no other word."""
    if _YEAR_AFTER.match(passage.text, head.end()):
        return True
    sure = _SURE_BEFORE.stands(passage.text, head.start())
    joined = _BETWEEN.search(passage.text, max(0, head.start() - 24), head.start())
    other = _OTHER_MONTH.match(passage.text, head.end())
    return bool(joined or other) or (sure and len(head[1]) > 3 and head[1] != "august")


def _stands_alone(passage: Passage, head: re.Match[str]) -> bool:
    """Whether a name that may be a verb or a person's is used as a month: behind "in", no capital behind it."""
    name, at = head[1], head.start()
    if len(name) < 4 and name != "may":
        joined = _BETWEEN.search(passage.text, max(0, at - 24), at) or _OTHER_MONTH.match(passage.text, head.end())
        return bool(joined) or (_SURE_BEFORE.stands(passage.text, at) and name not in _AMBIGUOUS)
    if (
        passage.text[head.end() : head.end() + 1] in ("-", "’", "'")
        and name in _AMBIGUOUS
        and not _MONTH_BEHIND.match(passage.text, head.end())
    ):
        return False
    if _JOINED.search(passage.text, max(0, at - 12), at):
        return True
    if name in _AMBIGUOUS and not _TIME_BEFORE.stands(passage.text, at):
        return False
    if name in passage.people:
        return _SURE_BEFORE.stands(passage.text, at)
    if name in _GIVEN_NAMES and _CAPITAL_AFTER.match(passage.raw, head.end()):
        return _SURE_BEFORE.stands(passage.text, at)
    return not (at and passage.text[at - 1] == "-" and not passage.text[max(0, at - 4) : at].endswith("mid-"))


def _stepped(passage: Passage, month: int, step: str) -> int | None:
    """The year of "last May", "next May", "this May"."""
    now = passage.reference.now
    if now.year is None or now.month is None:
        return now.year
    way = _STEPS.get(step.split()[-1], 0)
    if way < 0:
        return now.year - (month >= now.month)
    if way > 0:
        return now.year + (month <= now.month)
    return now.year
