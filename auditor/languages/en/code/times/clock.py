"""Times of the day: the clock, and mornings, evenings and nights. The rules are in ``rules/times.toml``."""

from __future__ import annotations

from datetime import datetime, timedelta

from auditor.grammar.grammar import Found
from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Passage, Reading, Time, one
from auditor.languages.en.lexicon.calendar import MANY_PARTS_OF_DAY, PARTS_OF_DAY
from auditor.languages.en.lexicon.numbers import CARDINALS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import Day, day_after
from auditor.model import ClaimKind, Timex
from auditor.text.beside import Behind
from auditor.text.regex import regex

_MINUTES = LISTS.numbers("clock_words", "minutes")
_HOURS = LISTS.numbers("clock_words", "hour")
_NOON, _MIDNIGHT, _SMALL_HOURS = (_HOURS[name] for name in ("noon", "midnight", "small hours"))
_AT_BEFORE = leads("hour")
_ROUND = leads("round")
_ABOUT_BEFORE = leads("about")
_AT = Behind(LISTS.words("clock_words", "before"))
_OF_DAY = Behind(["of", "on", "of the", "on the"])
_A_DAY = regex(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d)(?:T[A-Z]{2})?\Z")
_NIGHT = f"T{PARTS_OF_DAY['night']}"
_STEPS = LISTS.numbers("time_steps", "step")


def clock(passage: Passage, found: Found) -> Reading:
    """A time of the clock in digits, or the two ends of "5-6 p.m.", with the day named beside it."""
    hour, minute = _told(found["time"].lower())
    half = found.said("half")[:1]
    if "." in found["time"] and not half and passage.before(found.start) != "at":
        return ()
    if half and not 1 <= hour <= _NOON:
        return ()
    hour = _of_the_day(hour, half == "p") if half else hour
    if hour > _MIDNIGHT:
        return ()
    second = _at_hour(passage, found, found.span("time").start, (hour, minute), sure=bool(half))
    return (*_first_of_two(found, second[0], hour), *second) if "first" in found else second


def _told(words: str) -> tuple[int, int]:
    """The hour and the minute in digits: "8", "8:30", "8.30:15", "8h30", "0830"."""
    if words.isdecimal() and len(words) > 2:
        return int(words[:2]), int(words[2:])
    hour, minute, *_ = [*words.replace("h", ":").replace(".", ":").split(":"), "0"]
    return int(hour), int(minute)


def _of_the_day(hour: int, late: bool) -> int:
    """The hour of 24 that an hour of twelve is."""
    return hour % _NOON + (_NOON if late else 0)


def half(passage: Passage, found: Found) -> Reading:
    """ "Half past seven", and behind "at" also "ten to six"."""
    start, to = found.start, found.said("way") == "to"
    if (to and not _behind_at(passage.text, start)) or (passage.goes_on(found.end) and passage.behind(found.end)):
        return ()
    told, hour = found.said("minutes"), CARDINALS.get(found.said("hour")) or int(found["hour"])
    minutes = _MINUTES.get(told) or int(told)
    if hour > _MIDNIGHT:
        return ()
    then = datetime.min + timedelta(days=1, hours=hour, minutes=-minutes if to else minutes)
    return _at_hour(passage, found, start, (then.hour or _NOON if to else hour, then.minute))


def _behind_at(text: str, at: int) -> bool:
    """Whether "at" or the like stands before the time, "about" between them or not."""
    about = _ROUND.start(text, at)
    return _AT_BEFORE.stands(text, at if about is None else about)


def in_words(passage: Passage, found: Found) -> Reading:
    """ "Seven o'clock", "three p.m.", and behind "at" also "three in the morning"."""
    if "half" not in found and "sharp" not in found and not _behind_at(passage.text, found.start):
        return ()
    hour = CARDINALS[found.said("hour")]
    if half := found.said("half"):
        hour = _of_the_day(hour, half[0] == "p")
    return _at_hour(passage, found, found.start, (hour, 0), sure=bool(half))


def _at_hour(passage: Passage, found: Found, start: int, told: tuple[int, int], *, sure: bool = False) -> Reading:
    """A time of the clock; the part of the day behind it says in which half of it that lies, unless that is ``sure``."""
    hour, minutes = told
    part = found.said("part")
    if part and not sure and hour <= _NOON:
        hour = _of_the_day(hour, part in ("afternoon", "evening") or (part == "night" and hour > _SMALL_HOURS))
    return _on_day(passage, start, found.end, f"T{hour:02}:{minutes:02}")


def _first_of_two(found: Found, second: Time, hour: int) -> Reading:
    """ "5-6 p.m.": the first hour lies in the same half of the day, or in the one before where it is the later hour."""
    told = int(found["first"])
    first = _of_the_day(told, hour >= _NOON)
    if first > hour:
        first -= _NOON
    if first < 0 or told > _NOON:
        return ()
    day, place = second.timex.value.rpartition("T")[0], found.span("first")
    return one(place.start, place.end, ClaimKind.TIME, f"{day}T{first:02}:00")


def with_clock(passage: Passage, reading: Reading) -> Reading:
    """The reading of a day with the time of the clock behind it ("Thursday at 8:30 a.m.")."""
    day = reading[-1]
    if not _A_DAY.match(day.timex.value):
        return reading
    comma = day.end + passage.text.startswith(",", day.end)
    for at in (_AT.next(passage.text, comma), comma + 1):
        for found in passage.rules_at(at) if at is not None else ():
            time = (
                clock(passage, found)
                if found.rule.makes == "clock" and ("half" in found or not found["time"].isdecimal())
                else ()
            )
            if time:
                value = f"{day.timex.value.partition('T')[0]}T{time[0].timex.value.partition('T')[2]}"
                return (*reading[:-1], Time(day.start, time[0].end, ClaimKind.TIME, Timex(value)))
    return reading


def _on_day(passage: Passage, start: int, end: int, time: str) -> Reading:
    mod = "APPROX" if _ABOUT_BEFORE.stands(passage.text, start) else ""
    day = _day_of(passage, end)
    if day:
        return one(start, day[0].end, ClaimKind.TIME, _date_of(day) + time, mod)
    reference = passage.reference
    day_of_all = reference.then if reference.narrative or reference.then.exact else reference.now
    return one(start, end, ClaimKind.TIME, _day_value(day_of_all) + time, mod)


def _day_of(passage: Passage, end: int, *, tied: bool = False) -> Reading:
    """The day behind a time: "of Monday", ", 3 May", "hours on the 5th of June"; where it is ``tied``, by "of" or "on"."""
    end += passage.text.startswith(",", end)
    end += len(" hours") * passage.text.startswith(" hours", end)
    at = _OF_DAY.next(passage.text, end)
    if at is None and not tied and passage.text[end : end + 1].isspace():
        at = end + 1
    return passage.day_at(at) if at is not None else ()


def _day_value(day: Day) -> str:
    if day.day is not None:
        return day.value
    return {True: f"{day.value}-XX", False: f"{day.value}-XX-XX"}[day.month is not None] if day.year else "XXXX-XX-XX"


def noon(passage: Passage, found: Found) -> Reading:
    """ "Noon", "midnight on 3 May"."""
    return _on_day(passage, found.start, found.end, f"T{_HOURS[found.said('name')]}:00")


def part_of_day(passage: Passage, found: Found) -> Reading:
    """A morning, evening or night: of a day, this or last one, or nights in general."""
    part, base = found.span("part"), passage.reference
    if passage.text[part.start - 1] == "-" and passage.before(part.start) != "mid":
        return ()
    code = f"T{MANY_PARTS_OF_DAY[found.said('part')]}"
    if found.said("part") not in PARTS_OF_DAY:
        return one(part.start, part.end, ClaimKind.SET, f"XXXX-XX-XX{code}")
    if day := _day_of(passage, part.end, tied=True):
        led = next((name for name in ("lead", "the") if "the" in found and name in found), "part")
        start = found.span(led).start
        return one(start, day[0].end, ClaimKind.TIME, f"{_date_of(day)}{code}")
    if "rough" in found and not passage.text.startswith(("-", " of "), part.end):
        return one(found.span("rough").end + 1, part.end, ClaimKind.TIME, f"{_day_value(base.then)}{code}")
    if "every" in found:
        return one(found.start, part.end, ClaimKind.SET, f"XXXX-XX-XX{code}")
    if "at" in found:
        return one(part.start, part.end, ClaimKind.TIME, f"XXXX-XX-XX{code}") if code == _NIGHT else ()
    if "during" in found or ("the" in found and found.said("lead").endswith((" in", " on"))):
        return one(found.span("the").start, part.end, ClaimKind.TIME, f"{_day_value(base.then)}{code}")
    if "step" not in found:
        return ()
    words = found.said("step").split()
    day_of_all = base.then if words[0] in ("the", "that") else base.now
    return one(found.start, part.end, ClaimKind.TIME, f"{_stepped(day_of_all, _STEPS.get(words[-1], 0))}{code}")


def _date_of(day: Reading) -> str:
    return day[0].timex.value.partition("T")[0]


def _stepped(base: Day, step: int) -> str:
    exact = base.exact
    return day_after(exact, step) if exact else _day_value(base) if step == 0 else "XXXX-XX-XX"
