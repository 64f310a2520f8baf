"""Units of time that the text points at: "last week", "that year", "the end of the month", "every day"."""

from __future__ import annotations

import re

from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.lengths import WHICH
from auditor.languages.en.code.times.offsets import day_named, is_told
from auditor.languages.en.code.times.passage import Passage, Reading, Time, one
from auditor.languages.en.code.times.tense import AHEAD, direction
from auditor.languages.en.code.times.written_years import year_behind
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import (
    Day,
    century_value,
    decade_value,
    length,
    period,
    shifted,
    unknown,
    week_value,
    year_value,
)
from auditor.model import ClaimKind, Timex
from auditor.text.regex import regex

_DEICTIC = regex(
    r"(?<!\w)(?P<late>(?:earlier|later|late|early)\s(?:in\s|on\s)?)?(?P<which>this|last|next|that|(?:the\s|that\s|this\s)"
    r"(?:very\s)?(?:same|following|previous|preceding|next|past|last|current|coming|prior|present)|the|each|every|per|all|another|every\sother|any|(?:current|previous|past|following))\s(?P<kind>(?:fiscal|calendar|financial|school|academic|working)\s)?\Z"
)
_WHICH_LEFT = regex(rf"(?<!\w)(?P<det>the\s)(?P<which>{WHICH})\s(?P<few>(?:few|several|couple\sof|many)\s)?\Z")
_PERIOD_BEFORE = leads("period-of")
_STEPS = LISTS.numbers("time_steps", "step")
WHICH_WORDS = frozenset(
    f"all another any other fiscal calendar financial school academic working this that the each every per same current present prior few several many of couple {WHICH.replace('|', ' ')}".split()
)
_OVER = leads("lasting")
_AROUND = {"before": -1, "after": 1, "following": 1}
"""Behind "the day" and the like: which way from what they name, or from the date last told."""
_APPOSED = regex(r"\d(?:,|\s?[(–—-])\s?\Z")
"""Before "the year before X" that explains the date it stands behind ("in 1990, the year before the war")."""
_EVENT_OPENERS = LISTS.words("function_words", "owner") | {"next", "last"}
"""Words with which the event begins that "the day before" counts from."""
_SATURDAY = 6
"""Its ISO number."""


def deictic(passage: Passage, at: int, end: int, name: str, plural: bool) -> Reading | None:
    """A unit with "this", "last", "the" or "every"; ``None`` where none of these stands before it."""
    which = passage.left(_WHICH_LEFT, at) if plural else None
    if which:
        return _which_plural(passage, which, end, name)
    found = None if plural else passage.left(_DEICTIC, at)
    return _deictic(passage, found, at, end, name) if found else None


def _which_plural(passage: Passage, which: re.Match[str], end: int, name: str) -> Reading:
    """ "The past few weeks", "the following days": a length that is not counted."""
    if which["which"] in ("early", "first", "same") and name in ("hour", "minute", "second"):
        return ()
    return one(which.start(), end, ClaimKind.DURATION, period("X", name))


def _deictic(passage: Passage, found: re.Match[str], at: int, end: int, name: str) -> Reading:
    """ "Last week", "that year", "the following month", "every day", "the end of the year"."""
    words = found["which"].split()
    start = found.start()
    if words == ["every", "other"]:
        return one(found.start("which"), end, ClaimKind.SET, period(2, name))
    if words[-1] in ("each", "every", "per", "any"):
        return one(found.start("which"), end, ClaimKind.SET, period(1, name)) if name != "second" else ()
    if name in ("second", "minute", "hour", "fortnight") and words[-1] in ("past", "last", "next", "coming"):
        return _past(start, end, name)
    if name in ("second", "minute", "hour", "fortnight", "night") or (name == "quarter" and words == ["that"]):
        return ()
    if words[-1] in ("all", "another"):
        return _past(start, end, name) if name in ("day", "week", "month", "year") else ()
    if words == ["the"]:
        return _the_unit(passage, found, at, end, name)
    if words == ["that"] and passage.text[end : end + 1] == "-":
        return ()
    lasting = words == ["the", "last"] or (words == ["the", "next"] and _OVER.stands(passage.text, start))
    if (words[-1] == "past" or lasting) and name in ("year", "month", "week", "decade", "century", "quarter"):
        return _past(start, end, name)
    told = words[0] == "that" or (words[0] == "the" and words[-1] not in ("current", "present", "coming", "past"))
    base = passage.reference.then if told else passage.reference.now
    over = words == ["this"] and _is_over(passage, base, at, end, name)
    value = deictic_value(base, name, -1 if over else _STEPS.get(words[-1], 0))
    return one(start, end, ClaimKind.DATE, value)


def _past(start: int, end: int, name: str) -> Reading:
    low, high = length(1, name, "APPROX")
    return (Time(start, end, ClaimKind.DURATION, Timex(period(1, name), low, high)),)


def _the_unit(passage: Passage, found: re.Match[str], at: int, end: int, name: str) -> Reading:
    """ "The end of the year", "for the quarter"; "the day before": the unit around the date spoken of."""
    start = found.start("which")
    around = passage.behind(end) if name in ("day", "week", "month", "year") else ""
    if around in _AROUND:
        return () if passage.left(_APPOSED, start, 0) else _around(passage, start, end, around, name)
    if name == "day":
        return ()
    before_word = _PERIOD_BEFORE.stands(passage.text, found.start("which"))
    if not (before_word or found["late"]) or passage.text[end : end + 1] == "-" or passage.behind(end) == "of":
        return ()
    base = passage.reference.then if passage.reference.narrative else passage.reference.now
    return one(
        found.start(),
        end,
        ClaimKind.DATE,
        deictic_value(base, name, -1 if _is_over(passage, base, at, end, name) else 0),
    )


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


def _is_over(passage: Passage, base: Day, at: int, end: int, name: str) -> bool:
    """Whether a weekend told of on a weekday is the one before: unless its verb points ahead."""
    exact = base.exact
    on_a_weekday = name == "weekend" and exact is not None and exact.isoweekday() < _SATURDAY
    return on_a_weekday and direction(passage.text, at, end) != AHEAD


def deictic_value(base: Day, name: str, step: int) -> str:
    """The value of the unit so many steps from the one that a date lies in."""
    if base.year is None:
        return (
            {-2: "PAST_REF", -1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step]
            if name != "day"
            else unknown(name)
        )
    if name == "decade":
        return decade_value(base.year + 10 * step)
    if name == "century":
        return century_value(base.year + 100 * step)
    if name == "week" and step == 0 and base.exact:
        return week_value(base.exact)
    return shifted(base, step, name) or _coarse(base, name)


def _coarse(base: Day, name: str) -> str:
    """The unit in a year or month of which no day is known."""
    if base.month is not None and name == "day" and base.year is not None:
        return f"{year_value(base.year)}-{base.month:02}-XX"
    return unknown(name) if base.year is None else unknown(name).replace("XXXX", year_value(base.year))
