"""Units of time with an ordinal: "the third quarter", "the 19th century", "entered its second year"."""

from __future__ import annotations

from auditor.grammar.grammar import Found
from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.offsets import is_told
from auditor.languages.en.code.times.passage import Passage, Reading, Time, one
from auditor.languages.en.code.times.patterns import BEFORE_CHRIST, rank
from auditor.languages.en.code.times.reference import Reference
from auditor.languages.en.code.times.written_years import year_behind
from auditor.languages.timex import (
    MONTHS,
    UNITS,
    length,
    period,
    quarter_of,
    shifted,
    unknown,
    year_value,
)
from auditor.model import ClaimKind, Timex
from auditor.text.beside import Before
from auditor.text.regex import regex

_BC = regex(rf"\s{BEFORE_CHRIST}")
_ELAPSED_BEFORE = leads("elapsed")
_ON_BEFORE = Before(["on"])
_LAST_QUARTER = quarter_of(MONTHS)
_OF_THE_YEAR = " of the year"
_NO_RANK = frozenset(["second", "minute", "hour", "quarter", "weekend", "night", "fortnight"])
"""Units of which the so-many-eth tells no time."""


def ranked(passage: Passage, found: Found) -> Reading:
    """ "The third quarter of 2008", "the 19th century", "entered its second year"."""
    text, name, end = found.said("rank"), found.said("unit"), found.span("unit").end
    start = found.start if found.said("det") == "the" else found.span("rank").start
    nth = 0 if text in ("latter", "final") else rank(text)
    if name == "quarter":
        nth = nth or _LAST_QUARTER * (text == "final")
        return _of_year(passage, start, end, nth) if 1 <= nth <= _LAST_QUARTER else ()
    if name == "century":
        return _century(passage, start, end, nth) if nth else ()
    return _elapsed(passage, found, nth, name) if nth and "det" in found and name not in _NO_RANK else ()


def _of_year(passage: Passage, start: int, end: int, number: int) -> Reading:
    """A quarter with the year behind it, else the last of its number; "of the year" adds nothing to it."""
    known, stop = year_behind(passage.text, end, passage.reference) or (_latest_quarter(passage.reference, number), end)
    if passage.text.startswith(_OF_THE_YEAR, end):
        known, stop = passage.reference.now.year, end + len(_OF_THE_YEAR)
    value = "XXXX" if known is None else year_value(known)
    return one(start, stop, ClaimKind.DATE, f"{value}-Q{number}")


def named_quarter(passage: Passage, found: Found) -> Reading:
    """ "The latest quarter", "the year-earlier quarter": by the one named last, else the last that is over; "the quarter" too."""
    over = passage.reference.over if "which" in found or passage.reference.quarter else None
    if over is None or passage.text.startswith((" of ", "-"), found.end):
        return ()
    return one(found.start, found.end, ClaimKind.DATE, f"{year_value(over[0] - ('earlier' in found))}-Q{over[1]}")


def short_quarter(passage: Passage, at: int) -> Reading:
    """ "Q3 2012", "2012 Q3"."""
    end = at + len("q1")
    if not (passage.capital(at) or year_behind(passage.text, end)):
        return ()
    return _of_year(passage, at, end, int(passage.text[at + 1]))


def _latest_quarter(reference: Reference, number_of: int) -> int | None:
    now = reference.now
    if now.year is None or now.month is None:
        return now.year
    return now.year - (number_of > quarter_of(now.month))


def _century(passage: Passage, start: int, end: int, nth: int) -> Reading:
    value = f"{nth - 1:02}"
    if len(value) > 2:
        return ()
    christ = _BC.match(passage.text, end)
    return one(start, christ.end() if christ else end, ClaimKind.DATE, f"{'BC' if christ else ''}{value}")


def _elapsed(passage: Passage, found: Found, count: int, name: str) -> Reading:
    """ "Entered its second year": between one and two years have passed. "A second-year student" is none."""
    at, end, days = found.start, found.span("unit").end, UNITS[name][1]
    if passage.text[end : end + 1] == "-":
        return ()
    of = passage.behind(end) == "of" and found.said("det") == "the"
    if of and name == "day" and _ON_BEFORE.stands(passage.text, at):
        known = shifted(passage.reference.last, count - 1, name) if is_told(passage, end + len(" of")) else None
        if known or count == 1:
            return one(at, end, ClaimKind.DATE, known or unknown(name))
    if of and count == 1:
        low, high = length(1, name, "")
        return (Time(at, end, ClaimKind.DURATION, Timex(period(1, name), low, high)),)
    if not _ELAPSED_BEFORE.stands(passage.text, at):
        return ()
    return (Time(at, end, ClaimKind.DURATION, Timex(period(count, name), (count - 1) * days, count * days)),)
