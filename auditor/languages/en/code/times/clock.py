"""Times of the day: the clock, and mornings, evenings and nights."""

from __future__ import annotations

import re

from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Found, Passage, Reading, one
from auditor.languages.en.code.times.patterns import any_of
from auditor.languages.en.lexicon.calendar import PARTS_OF_DAY
from auditor.languages.en.lexicon.numbers import CARDINALS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import Day, day_after
from auditor.model import ClaimKind, Timex

ZONE = r"(?:\s(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cet|cest|et|pt)\b)"
_CLOCK = re.compile(
    rf"(\d\d?)(?:([:.]|h(?=\d\d(?!\d)))([0-5]\d)(?::[0-5]\d)?)?(?:\s?([ap])(?:m\b|\.\s?m\b\.?)|\s(o[’']?clock)|\s?(hrs|hours)\b)?({ZONE})?(?![\w%]|[:/]\d|[.,]\d)"
)
_HOURS = re.compile(r"(\d\d?)(?:\s?[-–]\s?|\s(?:to|and|or)\s)(?=\d\d?(?::\d\d)?\s?[ap]\.?\s?m\b)")
HOUR_WORDS = [*(word for word, value in CARDINALS.items() if 1 <= value <= 12), "twenty"]
"""The words that a time of the clock in words begins with."""
_HOUR_WORD = any_of(HOUR_WORDS[:-1])
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_PAST = re.compile(
    rf"({any_of(_MINUTES)}|[1-5]?\d)\s(?:minutes?\s)?(past|to)\s({_HOUR_WORD}|\d\d?)(?:\so[’']?clock)?(?![\w%]|[.,:]\d|\s(?!(?:and|in|at|on|a\.?m|p\.?m|he|she|it|they|we|the|when|as|but|for|with)\b)[a-z])"
)
_PART_BEHIND = re.compile(
    r"\s(?:in\sthe|at)\s(?P<part>(?<=the\s)(?:morning|afternoon|evening)|(?<=at\s)night)\b(?!\sof)"
)
_IN_WORDS = re.compile(
    rf"({_HOUR_WORD})(?:\s?o[’']?clock\b|\s([ap])\.?\s?m\b\.?|(?=\sin\sthe\s(?:morning|afternoon|evening)\b(?!\sof)))"
)
_AT_BEFORE = leads("hour")
_ROUND = leads("round")
_SMALL_HOURS = 5
"""Hours that at night lie behind midnight."""
_CLOCK_BEFORE = leads("clock")
_FOUR_DIGITS = re.compile(
    rf"([01]\d|2[0-3])([0-5]\d)(?:\s(?:hours|hrs|local(?:\stime)?)\b|{ZONE}|\s?([ap])(?:m\b|\.\s?m\b\.?))"
)
_ABOUT_BEFORE = leads("about")
_DAY_AFTER = re.compile(r",?\s(?:on\s)?(?=[a-z\d])")
_OF_DAY = re.compile(r"(?:\shours)?\s(?:of|on)\s(?:the\s)?(?=[a-z\d])")
_BEFORE_PART = re.compile(
    r"(?<!\w)(?:(?P<lead>(?:early|late)\s(?:in\s|on\s)?))?(?P<det>(?P<step>this|last|that|next|tomorrow|yesterday|"
    r"(?:the\s|that\s)(?:next|following|previous|same))|(?P<every>every|each)|the(?:\s(?:early|late))?|(?P<at>at|by|all))\s"
    r"(?P<early>early\s|late\s)?\Z"
)
_THE_BEFORE = re.compile(r"(?<!\w)(?:(?:early|late)\s(?:in\s|on\s))?(?:(?:the\s)?(?:early|late)|the)\s\Z")
_AT_CLOCK = re.compile(r",?\s(?:at\s|around\s|at\s(?:about|around)\s)?(?=\d\d?(?:[:.]\d\d|\s?[ap]\.?\s?m\b))")
_A_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d)(?:T[A-Z]{2})?\Z")
_MANY = re.compile(r"s\b")
_ROUGH_BEFORE = re.compile(r"(?<!\w)(?P<in>(?:in|by)\s)(?:(?:early|late|mid)[\s-])?\Z")
_EXACT = {"noon": "T12:00", "midnight": "T24:00"}
_PART = re.compile(any_of([*PARTS_OF_DAY, *_EXACT]))
_STEPS = LISTS.numbers("time_steps", "step")


def clock(passage: Passage, at: int) -> Reading:
    """A time of the clock, with the day named beside it."""
    past = half(passage, at)
    if past:
        return past
    four = _FOUR_DIGITS.match(passage.text, at)
    if four:
        hour = int(four[1]) % 12 + (12 if four[3] == "p" else 0) if four[3] else int(four[1])
        return _on_day(passage, at, four.end(), f"T{hour:02}:{four[2]}")
    span = _HOURS.match(passage.text, at)
    if span and clock(passage, span.end()):
        return _first_of_two(passage, at, span)
    found = _CLOCK.match(passage.text, at)
    if found is None or not (found[4] or found[5] or found[2]) or (found[6] and found[2] is None):
        return ()
    if not (found[4] or found[5]) and not (
        (found[2] in (":", "h") or passage.text.startswith("at ", at - 3))
        and (found[6] or found[7] or _CLOCK_BEFORE.stands(passage.text, at))
    ):
        return ()
    hour = int(found[1])
    if found[4]:
        if not 1 <= hour <= 12:
            return ()
        hour = hour % 12 + (12 if found[4] == "p" else 0)
    if hour > 24:
        return ()
    return _at_hour(passage, at, found.end(), (hour, int(found[3] or 0)), found[4] is not None)


def half(passage: Passage, at: int) -> Reading:
    """ "Half past seven", and behind "at" also "ten to six"."""
    found = _PAST.match(passage.text, at)
    if found is None or (found[2] == "to" and not _behind_at(passage.text, at)):
        return ()
    minutes = _MINUTES.get(found[1]) or int(found[1])
    hour = CARDINALS.get(found[3]) or int(found[3])
    if hour > 24 or minutes > 59:
        return ()
    told = (hour, minutes) if found[2] == "past" else ((hour - 1) or 12, 60 - minutes)
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
        hour = hour % 12 + (12 if found[2] == "p" else 0)
    return _at_hour(passage, at, found.end(), (hour, 0), found[2] is not None)


def _at_hour(passage: Passage, start: int, end: int, told: tuple[int, int], sure: bool = False) -> Reading:
    """A time of the clock, with "in the evening" behind it, which says in which half of the day it lies unless that is ``sure``."""
    hour, minutes = told
    part = _PART_BEHIND.match(passage.text, end)
    if part:
        late = part[1] in ("afternoon", "evening") or (part[1] == "night" and hour > _SMALL_HOURS)
        hour = hour if sure or hour > 12 else hour % 12 + (12 if late else 0)
        end = part.end()
    return _on_day(passage, start, end, f"T{hour:02}:{minutes:02}")


def _first_of_two(passage: Passage, at: int, span: re.Match[str]) -> Reading:
    """ "5-6 p.m.": the first hour lies in the same half of the day, or in the one before where it is the later hour."""
    second = clock(passage, span.end())[0]
    hour, _ = second.timex.value.rpartition("T")[2].split(":")
    first = int(span[1]) % 12 + (12 if int(hour) >= 12 else 0)
    if first > int(hour):
        first -= 12
    if first < 0 or int(span[1]) > 12:
        return (second,)
    day = second.timex.value.rpartition("T")[0]
    return Found(at, span.end(1), ClaimKind.TIME, Timex(f"{day}T{first:02}:00")), second


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
    return (*reading[:-1], Found(day.start, time[0].end, ClaimKind.TIME, Timex(value)))


def _on_day(passage: Passage, start: int, end: int, time: str) -> Reading:
    mod = "APPROX" if _ABOUT_BEFORE.stands(passage.text, start) else ""
    after = _DAY_AFTER.match(passage.text, end)
    if after:
        day = passage.day_at(after.end())
        if day:
            return one(start, day[0].end, ClaimKind.TIME, day[0].timex.value.split("T")[0] + time, mod)
    reference = passage.reference
    day_of_all = reference.then if reference.narrative or reference.then.exact else reference.now
    return one(start, end, ClaimKind.TIME, _day_value(day_of_all) + time, mod)


def _day_value(day: Day) -> str:
    if day.day is not None:
        return day.value
    return {True: f"{day.value}-XX", False: f"{day.value}-XX-XX"}[day.month is not None] if day.year else "XXXX-XX-XX"


def part_of_day(passage: Passage, at: int) -> Reading:
    """A morning, evening or night: of a day, this or last one, or nights in general."""
    word = _PART.match(passage.text, at)
    assert word is not None
    name = word.group()
    code = _EXACT.get(name) or f"T{PARTS_OF_DAY[name]}"
    of = _OF_DAY.match(passage.text, word.end())
    day = passage.day_at(of.end()) if of else ()
    if day:
        before = passage.left(_THE_BEFORE, at)
        start = before.start() if before else at
        return one(start, day[0].end, ClaimKind.TIME, day[0].timex.value.split("T")[0] + code)
    if name in _EXACT:
        return _on_day(passage, at, word.end(), code)
    many = _MANY.match(passage.text, word.end())
    if many:
        return one(at, many.end(), ClaimKind.SET, f"XXXX-XX-XX{code}")
    rough = passage.left(_ROUGH_BEFORE, at)
    if rough and not passage.text.startswith(("-", " of "), word.end()):
        return one(rough.end("in"), word.end(), ClaimKind.TIME, f"{_day_value(passage.reference.then)}{code}")
    before = passage.left(_BEFORE_PART, at)
    return _determined(passage, at, word.end(), code, before) if before else ()


def _determined(passage: Passage, at: int, end: int, code: str, before: re.Match[str]) -> Reading:
    if before["every"]:
        return one(before.start(), end, ClaimKind.SET, f"XXXX-XX-XX{code}")
    if before["at"]:
        return one(at, end, ClaimKind.TIME, f"XXXX-XX-XX{code}") if before["at"] != "all" and code == "TNI" else ()
    if before["step"] is None:
        if not re.search(
            r"(?:in|during|by|of|until|through|throughout|on)\s(?:the\s)?\Z", passage.text[max(0, at - 16) : at]
        ):
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
