"""Units of time with an ordinal: "the third quarter", "the 19th century", "entered its second year"."""

from __future__ import annotations

import re

from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.offsets import is_told
from auditor.languages.en.code.times.passage import Passage, Reading, Time, one
from auditor.languages.en.code.times.patterns import BEFORE_CHRIST, RANK, rank
from auditor.languages.en.code.times.reference import Reference
from auditor.languages.en.code.times.written_years import year_behind
from auditor.languages.en.lexicon.numbers import RANKS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import (
    UNITS,
    length,
    period,
    shifted,
    unknown,
    year_value,
)
from auditor.model import ClaimKind, Timex
from auditor.text.beside import Before
from auditor.text.regex import regex

_RANK_LEFT = regex(
    rf"(?<!\w)(?P<det>(?:the|its|their|his|her|our|a|this|last\syear[’']s)\s)?(?P<rank>{RANK}|latter|final)(?P<gap>\s(?:straight|consecutive|full|fiscal))?[\s-]\Z"
)
_BC = regex(rf"\s{BEFORE_CHRIST}")
_ELAPSED_BEFORE = leads("elapsed")
_ON_BEFORE = Before(["on"])
_WHICH_QUARTER = regex(
    r"(?<!\w)(?:the|its)\s(?P<which>(?P<earlier>(?:year-(?:earlier|ago)|prior-year)\s)|(?:latest|most\srecent|just-ended|year[’']s\slatest)\s)?\Z"
)
_OF_THE_YEAR = " of the year"
RANK_WORDS = frozenset(RANKS) | LISTS.words("time_words", "rank")


def ranked(passage: Passage, at: int, end: int, name: str) -> Reading | None:
    """A unit with an ordinal, as a date or the time elapsed; ``None`` where no ordinal stands before it."""
    found = passage.left(_RANK_LEFT, at)
    return _ranked(passage, found, end, name) if found else None


def _ranked(passage: Passage, found: re.Match[str], end: int, name: str) -> Reading | None:
    """ "The third quarter of 2008", "the 19th century", "entered its second year"; ``None`` where it is no rank."""
    text = found["rank"]
    if name == "quarter":
        return _quarter(passage, found, end) if text not in ("latter",) else None
    if name == "century":
        return _century(passage, found, end) if text not in ("latter", "final") else None
    if text in ("latter", "final") or name in ("second", "minute", "hour", "quarter", "weekend", "night", "fortnight"):
        return None
    return _elapsed(passage, found, end, name)


def _quarter(passage: Passage, found: re.Match[str], end: int) -> Reading:
    number_of = 4 if found["rank"] == "final" else rank(found["rank"])
    if not 1 <= number_of <= 4:
        return ()
    return _of_year(passage, found.start() if found["det"] in ("the ",) else found.start("rank"), end, number_of)


def _of_year(passage: Passage, start: int, end: int, number: int) -> Reading:
    """A quarter with the year behind it, else the last of its number; "of the year" adds nothing to it."""
    known, stop = year_behind(passage.text, end, passage.reference) or (_latest_quarter(passage.reference, number), end)
    if passage.text.startswith(_OF_THE_YEAR, end):
        known, stop = passage.reference.now.year, end + len(_OF_THE_YEAR)
    value = "XXXX" if known is None else year_value(known)
    return one(start, stop, ClaimKind.DATE, f"{value}-Q{number}")


def named_quarter(passage: Passage, at: int, end: int) -> Reading:
    """ "The latest quarter", "the year-earlier quarter": by the one named last, else the last that is over; "the quarter" too."""
    found = passage.left(_WHICH_QUARTER, at)
    over = passage.reference.over if found and (found["which"] or passage.reference.quarter) else None
    if found is None or over is None or passage.text.startswith((" of ", "-"), end):
        return ()
    value = f"{year_value(over[0] - (found['earlier'] is not None))}-Q{over[1]}"
    return one(found.start(), end, ClaimKind.DATE, value)


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
    return now.year - (3 * number_of - 2 > now.month)


def _century(passage: Passage, found: re.Match[str], end: int) -> Reading:
    number_of = rank(found["rank"])
    if not 1 <= number_of <= 30:
        return ()
    christ = _BC.match(passage.text, end)
    start = found.start() if found["det"] == "the " else found.start("rank")
    value = f"BC{number_of - 1:02}" if christ else f"{number_of - 1:02}"
    return one(start, christ.end() if christ else end, ClaimKind.DATE, value)


def _elapsed(passage: Passage, found: re.Match[str], end: int, name: str) -> Reading | None:
    """ "Entered its second year": between one and two years have passed. "A second-year student" is none."""
    if found["det"] is None or passage.text[end : end + 1] == "-" or passage.text[end - 1] == "s":
        return () if found["det"] is None or passage.text[end : end + 1] == "-" else None
    at = found.start()
    count, days = rank(found["rank"]), UNITS[name][1]
    if count < 1 or name in ("weekend", "night"):
        return ()
    of = passage.behind(end) == "of" and found["det"] == "the "
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
