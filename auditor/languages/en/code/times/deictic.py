"""Units of time that the text points at: "last week", "that year", "the end of the month", "every day"."""

from __future__ import annotations

from auditor.grammar.grammar import Found
from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.offsets import day_named, is_told
from auditor.languages.en.code.times.passage import Passage, Reading, Time, one
from auditor.languages.en.code.times.tense import AHEAD, direction
from auditor.languages.en.code.times.written_years import year_behind
from auditor.languages.en.lexicon.calendar import WEEKDAYS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import (
    Day,
    length,
    period,
    shifted,
    unknown,
    week_value,
    year_value,
)
from auditor.model import ClaimKind, Span, Timex
from auditor.text.regex import regex

_PERIOD_BEFORE = leads("period-of")
_STEPS = LISTS.numbers("time_steps", "step")
_OVER = leads("lasting")
_AROUND = {"before": -1, "after": 1, "following": 1}
"""Behind "the day" and the like: which way from what they name, or from the date last told."""
_APPOSED = regex(r"\d(?:,|\s?[(–—-])\s?\Z")
"""Before "the year before X" that explains the date it stands behind ("in 1990, the year before the war")."""
_EVENT_OPENERS = LISTS.words("function_words", "owner") | {"next", "last"}
"""Words with which the event begins that "the day before" counts from."""

_SHORT = frozenset(["second", "minute", "hour", "fortnight"])
_LASTING = frozenset(["year", "month", "week", "decade", "century", "quarter"])
_ALL = frozenset(["day", "week", "month", "year"])


def deictic(passage: Passage, found: Found) -> Reading:
    """ "Last week", "that year", "the following month", "every day", "the end of the year"."""
    words, name = found.said("which").split(), found.said("unit")
    which, unit, start = found.span("which"), found.span("unit"), found.start
    if words[-1] in ("each", "every", "per", "any", "other"):
        value = period(1 + (words[-1] == "other"), name)
        again = name == "night" and words[-1] in ("each", "every")
        return () if again or name == "second" else one(which.start, unit.end, ClaimKind.SET, value)
    if name in _SHORT and words[-1] in ("past", "last", "next", "coming"):
        return _past(start, unit.end, name)
    if name in _SHORT or name == "night" or (name == "quarter" and words == ["that"]):
        return ()
    if words[-1] in ("all", "another"):
        return _past(start, unit.end, name) if name in _ALL else ()
    if words == ["the"]:
        return _the_unit(passage, found, name)
    if words == ["that"] and passage.text[unit.end : unit.end + 1] == "-":
        return ()
    lasting = words == ["the", "last"] or (words == ["the", "next"] and _OVER.stands(passage.text, start))
    if (words[-1] == "past" or lasting) and name in _LASTING:
        return _past(start, unit.end, name)
    told = words[0] == "that" or (words[0] == "the" and words[-1] not in ("current", "present", "coming", "past"))
    base = passage.reference.then if told else passage.reference.now
    over = words == ["this"] and _is_over(passage, base, unit, name)
    return one(start, unit.end, ClaimKind.DATE, deictic_value(base, name, -1 if over else _STEPS.get(words[-1], 0)))


def end_of(passage: Passage, found: Found) -> Reading:
    """ "The end of the year", "year-end", of which no more is told."""
    value = deictic_value(passage.reference.now, found.said("unit"), 0)
    return one(found.start, found.end, ClaimKind.DATE, value, "END") if "end" in found else ()


def _past(start: int, end: int, name: str) -> Reading:
    low, high = length(1, name, "APPROX")
    return (Time(start, end, ClaimKind.DURATION, Timex(period(1, name), low, high)),)


def _the_unit(passage: Passage, found: Found, name: str) -> Reading:
    """ "The end of the year", "for the quarter"; "the day before": the unit around the date spoken of."""
    which, unit = found.span("which"), found.span("unit")
    if "way" in found and name in _ALL:
        apposed = passage.left(_APPOSED, which.start, 0)
        return () if apposed else _around(passage, which.start, unit.end, found.said("way"), name)
    if name == "day" or passage.text[unit.end : unit.end + 1] == "-" or passage.behind(unit.end) == "of":
        return ()
    if "late" not in found and not _PERIOD_BEFORE.stands(passage.text, which.start):
        return ()
    base = passage.reference.then if passage.reference.narrative else passage.reference.now
    value = deictic_value(base, name, -1 if _is_over(passage, base, unit, name) else 0)
    return one(found.start, unit.end, ClaimKind.DATE, value)


def _around(passage: Passage, start: int, end: int, word: str, name: str) -> Reading:
    """ "The day before", from the date last told; "the year before 1914", "the week after the vote", from what they name."""
    step, at = _AROUND[word], end + len(f" {word}")
    year = year_behind(passage.text, at) if name == "year" else None
    if year and year[0] is not None:
        return one(start, year[1], ClaimKind.DATE, year_value(year[0] + step))
    if word == "before" and passage.behind(at) == "last":
        return one(start, at + len(" last"), ClaimKind.DATE, deictic_value(passage.reference.now, name, -2))
    named = day_named(passage, at)
    if named:
        return one(start, named[1], ClaimKind.DATE, shifted(named[0], step, name) or unknown(name))
    alone = not passage.goes_on(at) and passage.behind(at) not in _EVENT_OPENERS
    known = alone or is_told(passage, at)
    value = shifted(passage.reference.then, step, name) if known else None
    return one(start, at, ClaimKind.DATE, value or unknown(name))


def _is_over(passage: Passage, base: Day, unit: Span, name: str) -> bool:
    """Whether a weekend told of on a weekday is the one before: unless its verb points ahead."""
    exact = base.exact
    on_a_weekday = name == "weekend" and exact is not None and exact.isoweekday() < WEEKDAYS["saturday"]
    return on_a_weekday and direction(passage.text, unit.start, unit.end) != AHEAD


def deictic_value(base: Day, name: str, step: int) -> str:
    """The value of the unit so many steps from the one that a date lies in."""
    if base.year is None:
        return (
            {-2: "PAST_REF", -1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step]
            if name != "day"
            else unknown(name)
        )
    if name == "week" and step == 0 and base.exact:
        return week_value(base.exact)
    return shifted(base, step, name) or _coarse(base, name)


def _coarse(base: Day, name: str) -> str:
    """The unit in a year or month of which no day is known."""
    assert base.year is not None
    if base.month is not None and name == "day":
        return f"{year_value(base.year)}-{base.month:02}-XX"
    return unknown(name).replace("XXXX", year_value(base.year))
