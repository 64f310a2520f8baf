"""Times of the day: the clock, and mornings, evenings and nights."""

from __future__ import annotations

import re

from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Passage, Reading, Time, one
from auditor.languages.en.code.times.patterns import any_of
from auditor.languages.en.lexicon.calendar import PARTS_OF_DAY
from auditor.languages.en.lexicon.numbers import CARDINALS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import Day, day_after
from auditor.model import ClaimKind, Timex
from auditor.text.beside import Before
from auditor.text.regex import regex

ZONE = r"(?:\s(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cet|cest|et|pt)\b)"
_CLOCK = regex(
    rf"(?P<hour>\d\d?)(?:(?P<sep>[:.]|h(?=\d\d(?!\d))|(?<=\d\d)(?=\d\d\s?(?:hours|hrs|local|[ap]\.?\s?m\b|{ZONE})))(?P<minute>[0-5]\d)(?::[0-5]\d)?)?"
    rf"(?:\s?(?P<half>[ap])(?:m\b|\.\s?m\b\.?)|\s(?P<sharp>o[’']?clock|local(?:\stime)?\b)|\s?(?P<hours>hrs|hours)\b)?(?P<zone>{ZONE})?"
    r"(?![\w%]|[:/]\d|[.,]\d)"
)
_HOURS = regex(r"(\d\d?)(?:\s?[-–]\s?|\s(?:to|and|or)\s)(?=\d\d?(?::\d\d)?\s?[ap]\.?\s?m\b)")
HOUR_WORDS = [*(word for word, value in CARDINALS.items() if 1 <= value <= 12), "twenty"]
"""The words that a time of the clock in words begins with."""
_HOUR_WORD = any_of(HOUR_WORDS[:-1])
_MINUTES = {
    "half": 30,
    "quarter": 15,
    "twenty-five": 25,
    **{word: CARDINALS[word] for word in ("five", "ten", "twenty")},
}
_PAST = regex(
    rf"({any_of(_MINUTES)}|[1-5]?\d)\s(?:minutes?\s)?(past|to)\s({_HOUR_WORD}|\d\d?)(?:\so[’']?clock)?(?![\w%]|[.,:]\d)"
)
_PART_BEHIND = regex(r"\s(?:in\sthe|at)\s(?P<part>(?<=the\s)(?:morning|afternoon|evening)|(?<=at\s)night)\b(?!\sof)")
_IN_WORDS = regex(
    rf"({_HOUR_WORD})(?:\s?o[’']?clock\b|\s([ap])\.?\s?m\b\.?|(?=\sin\sthe\s(?:morning|afternoon|evening)\b(?!\sof)))"
)
_AT_BEFORE = leads("hour")
_ROUND = leads("round")
_SMALL_HOURS = 5
"""Hours that at night lie behind midnight."""
_CLOCK_BEFORE = leads("clock")
_ABOUT_BEFORE = leads("about")
_TO_DAY = regex(r",?(?:\shours)?\s(?P<on>(?:of|on)\s(?:the\s)?)?(?=[a-z\d])")
"""Between a time and the day that it is of."""
_BEFORE_PART = regex(
    r"(?<!\w)(?:(?P<lead>(?:early|late)\s(?:in\s|on\s)?))?(?P<det>(?P<step>this|last|that|next|tomorrow|yesterday|"
    r"(?:the\s|that\s)(?:next|following|previous|same))|(?P<every>every|each)|the(?:\s(?:early|late))?|(?P<at>at|by|all))\s"
    r"(?P<early>early\s|late\s)?\Z"
)
_AT_CLOCK = regex(r",?\s(?:at\s|around\s|at\s(?:about|around)\s)?(?=\d\d?(?:[:.]\d\d|\s?[ap]\.?\s?m\b))")
_A_DAY = regex(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d)(?:T[A-Z]{2})?\Z")
_ROUGH_BEFORE = regex(r"(?<!\w)(?P<in>(?:in|by)\s)(?:(?:early|late|mid)[\s-])?\Z")

_PARTS = {**{part: f"T{code}" for part, code in PARTS_OF_DAY.items()}, "noon": "T12:00", "midnight": "T24:00"}
_MANY = ("mornings", "afternoons", "evenings", "nights")
_DURING = Before(["in", "during", "by", "of", "until", "through", "throughout", "on"])
_NOON = 12
"""The hour at which the second half of a day begins."""
_HOUR = 60
"""Minutes of an hour."""
_STEPS = LISTS.numbers("time_steps", "step")


def clock(passage: Passage, at: int) -> Reading:
    """A time of the clock, with the day named beside it."""
    past = half(passage, at)
    if past:
        return past
    span = _HOURS.match(passage.text, at)
    if span and clock(passage, span.end()):
        return _first_of_two(passage, at, span)
    found = _CLOCK.match(passage.text, at)
    if found is None or not _is_clock(passage, found):
        return ()
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= _NOON:
            return ()
        hour = _of_the_day(hour, found["half"] == "p")
    return _at_hour(passage, at, found.end(), (hour, minute), found["half"] is not None) if hour <= 2 * _NOON else ()


def _is_clock(passage: Passage, found: re.Match[str]) -> bool:
    """Whether digits are a time of the clock: by "p.m." and the like, else by their form and the word before them."""
    if found["half"] or found["sharp"]:
        return True
    if found["minute"] and not found["sep"]:
        return True
    at = found.start()
    formed = found["sep"] in (":", "h") or (found["sep"] and passage.before(at) == "at")
    return bool(formed and (found["hours"] or found["zone"] or _CLOCK_BEFORE.stands(passage.text, at)))


def _of_the_day(hour: int, late: bool) -> int:
    """The hour of 24 that an hour of twelve is."""
    return hour % _NOON + (_NOON if late else 0)


def half(passage: Passage, at: int) -> Reading:
    """ "Half past seven", and behind "at" also "ten to six"."""
    found = _PAST.match(passage.text, at)
    if found is None or (found[2] == "to" and not _behind_at(passage.text, at)):
        return ()
    if passage.goes_on(found.end()) and passage.behind(found.end()):
        return ()
    minutes = _MINUTES.get(found[1]) or int(found[1])
    hour = CARDINALS.get(found[3]) or int(found[3])
    if hour > 2 * _NOON or minutes >= _HOUR:
        return ()
    told = (hour, minutes) if found[2] == "past" else ((hour - 1) or _NOON, _HOUR - minutes)
    return _at_hour(passage, at, found.end(), told)


def _behind_at(text: str, at: int) -> bool:
    """Whether "at" or the like stands before the time, "about" between them or not."""
    about = _ROUND.start(text, at)
    return _AT_BEFORE.stands(text, at if about is None else about)


def in_words(passage: Passage, at: int) -> Reading:
    """ "Seven o'clock", "three p.m.", "three in the morning", "ten to six"."""
    found = _IN_WORDS.match(passage.text, at)
    if found is None:
        return half(passage, at)
    if found.group() == found[1] and not _behind_at(passage.text, at):
        return ()
    hour = CARDINALS[found[1]]
    if found[2]:
        hour = _of_the_day(hour, found[2] == "p")
    return _at_hour(passage, at, found.end(), (hour, 0), found[2] is not None)


def _at_hour(passage: Passage, start: int, end: int, told: tuple[int, int], sure: bool = False) -> Reading:
    """A time of the clock, with "in the evening" behind it, which says in which half of the day it lies unless that is ``sure``."""
    hour, minutes = told
    part = _PART_BEHIND.match(passage.text, end)
    if part:
        late = part[1] in ("afternoon", "evening") or (part[1] == "night" and hour > _SMALL_HOURS)
        hour = hour if sure or hour > _NOON else _of_the_day(hour, late)
        end = part.end()
    return _on_day(passage, start, end, f"T{hour:02}:{minutes:02}")


def _first_of_two(passage: Passage, at: int, span: re.Match[str]) -> Reading:
    """ "5-6 p.m.": the first hour lies in the same half of the day, or in the one before where it is the later hour."""
    second = clock(passage, span.end())[0]
    hour, _ = second.timex.value.rpartition("T")[2].split(":")
    first = _of_the_day(int(span[1]), int(hour) >= _NOON)
    if first > int(hour):
        first -= _NOON
    if first < 0 or int(span[1]) > _NOON:
        return (second,)
    day = second.timex.value.rpartition("T")[0]
    return Time(at, span.end(1), ClaimKind.TIME, Timex(f"{day}T{first:02}:00")), second


def with_clock(passage: Passage, reading: Reading) -> Reading:
    """The reading of a day with the time of the clock behind it ("Thursday at 8:30 a.m.")."""
    day = reading[-1]
    before = _AT_CLOCK.match(passage.text, day.end)
    if before is None or not _A_DAY.match(day.timex.value):
        return reading
    at = before.end()
    time = clock(passage, at)
    if not time:
        return reading
    value = f"{day.timex.value.partition('T')[0]}T{time[0].timex.value.partition('T')[2]}"
    return (*reading[:-1], Time(day.start, time[0].end, ClaimKind.TIME, Timex(value)))


def _on_day(passage: Passage, start: int, end: int, time: str) -> Reading:
    mod = "APPROX" if _ABOUT_BEFORE.stands(passage.text, start) else ""
    after = _TO_DAY.match(passage.text, end)
    if after:
        day = passage.day_at(after.end())
        if day:
            return one(start, day[0].end, ClaimKind.TIME, _date_of(day) + time, mod)
    reference = passage.reference
    day_of_all = reference.then if reference.narrative or reference.then.exact else reference.now
    return one(start, end, ClaimKind.TIME, _day_value(day_of_all) + time, mod)


def _day_value(day: Day) -> str:
    if day.day is not None:
        return day.value
    return {True: f"{day.value}-XX", False: f"{day.value}-XX-XX"}[day.month is not None] if day.year else "XXXX-XX-XX"


def part_of_day(passage: Passage, at: int) -> Reading:
    """A morning, evening or night: of a day, this or last one, or nights in general."""
    name = passage.word(at, _PARTS)
    many = "" if name else passage.word(at, _MANY)
    if many:
        return one(at, at + len(many), ClaimKind.SET, f"XXXX-XX-XX{_PARTS[many.removesuffix('s')]}")
    end, code = at + len(name), _PARTS[name]
    of, before = _TO_DAY.match(passage.text, end), passage.left(_BEFORE_PART, at)
    day = passage.day_at(of.end()) if of and of["on"] else ()
    if day:
        the = before and before["det"].startswith("the")
        return one(before.start() if before and the else at, day[0].end, ClaimKind.TIME, f"{_date_of(day)}{code}")
    if name not in PARTS_OF_DAY:
        return _on_day(passage, at, end, code)
    rough = passage.left(_ROUGH_BEFORE, at)
    if rough and not passage.text.startswith(("-", " of "), end):
        return one(rough.end("in"), end, ClaimKind.TIME, f"{_day_value(passage.reference.then)}{code}")
    return _determined(passage, at, end, code, before) if before else ()


def _date_of(day: Reading) -> str:
    return day[0].timex.value.partition("T")[0]


def _determined(passage: Passage, at: int, end: int, code: str, before: re.Match[str]) -> Reading:
    if before["every"]:
        return one(before.start(), end, ClaimKind.SET, f"XXXX-XX-XX{code}")
    if before["at"]:
        return one(at, end, ClaimKind.TIME, f"XXXX-XX-XX{code}") if before["at"] != "all" and code == "TNI" else ()
    if before["step"] is None:
        if not _DURING.stands(passage.text, before.start("det")):
            return ()
        return one(before.start("det"), end, ClaimKind.TIME, f"{_day_value(passage.reference.then)}{code}")
    words = before["step"].split()
    step = _STEPS.get(words[-1], 0)
    told = words[0] in ("the", "that")
    base = passage.reference.then if told else passage.reference.now
    return one(before.start(), end, ClaimKind.TIME, f"{_stepped(base, step)}{code}")


def _stepped(base: Day, step: int) -> str:
    exact = base.exact
    return day_after(exact, step) if exact else _day_value(base) if step == 0 else "XXXX-XX-XX"
