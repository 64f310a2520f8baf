"""Seasons, and holidays that fall on one day of the year. The rules are in ``rules/times.toml``."""

from __future__ import annotations

from auditor.grammar.grammar import Found
from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Passage, Reading, one
from auditor.languages.en.code.times.tense import AHEAD, direction
from auditor.languages.en.code.times.written_years import year_behind
from auditor.languages.en.lexicon.calendar import FIRST_MONTHS, FIXED_HOLIDAYS, SEASON_MONTHS, SEASONS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import Day, year_value
from auditor.model import ClaimKind
from auditor.text.regex import regex

_SPLIT = regex(r"\s?[-–/]\s?\d{2,4}\b")
"""Behind the year of a winter the one in which it ends."""
_SEASONS_TOO = frozenset(["christmas", "halloween"])
"""Holidays that also name the weeks around them, before a noun: "the Christmas market"."""
_IN_THE = leads("in-season", "the")
_IN = leads("season", hyphen=True)
_STEPS = LISTS.numbers("time_steps", "step")


def season(passage: Passage, found: Found) -> Reading:
    """A season with its year, or where "the", "last", "in" say that it is a time."""
    place, word, step = found.span("season"), found.said("season"), found.said("step")
    end, code = place.end, SEASONS[word]
    if "every" in found:
        return one(found.start, end, ClaimKind.SET, f"XXXX-{code}")
    start = found.start if "the" in found or step else place.start
    if written := year_behind(passage.text, end, passage.reference):
        split = _SPLIT.match(passage.text, written[1])
        return one(start, split.end() if split else written[1], ClaimKind.DATE, _value(written[0], code))
    fought = "thing" in found and (word != "fall" or start < place.start)
    if fought and (of := year_behind(passage.text, found.span("thing").end, passage.reference)):
        return one(start, end, ClaimKind.DATE, _value(of[0], code))
    led = "the" in found or "in" in found
    if not (fought or step or (led and _is_season(passage, place.start, word, the="the" in found))):
        return ()
    return one(start, end, ClaimKind.DATE, _value(_bare_year(passage, code, step, place.start, end), code))


def _value(year: int | None, code: str) -> str:
    return f"{'XXXX' if year is None else year_value(year)}-{code}"


def _is_season(passage: Passage, at: int, word: str, *, the: bool) -> bool:
    """Whether a word behind "the", "in" and the like is a season: "spring" and "fall" are other words, too."""
    end = at + len(word)
    if word not in ("fall", "spring"):
        return passage.text[end : end + 1] != "-"
    if passage.text.startswith((" of", " in", "-", "s", " from", " to"), end):
        return False
    return (_IN_THE if the else _IN).stands(passage.text, at) and (word == "spring" or the or not passage.goes_on(end))


def _bare_year(passage: Passage, code: str, step: str, at: int, end: int) -> int | None:
    """The year of a season that is written without one."""
    now, first = passage.reference.now, FIRST_MONTHS[code]
    if passage.reference.narrative and not step:
        return passage.reference.year_of(SEASON_MONTHS[code], None, at)
    if now.year is None or now.month is None:
        return now.year
    way = _STEPS.get(step.split()[-1], 0) if step else 0
    if way > 0:
        return now.year + (first <= now.month)
    if way < 0:
        return now.year - (first > now.month - 2)
    ahead = bool(step) or direction(passage.text, at, end) == AHEAD
    return now.year - (first > now.month and not ahead)


def holiday(passage: Passage, found: Found) -> Reading:
    """A holiday on a fixed day, with its year where one is known."""
    start, name = found.start, found.said("name").replace("’", "'")
    if not (passage.capital(start) or name.startswith("christmas")):
        return ()
    month, day = FIXED_HOLIDAYS[name]
    year, end = year_behind(passage.text, found.end, passage.reference) or (None, found.end)
    if year is None and name in _SEASONS_TOO and passage.goes_on(found.end):
        return ()
    if year is None:
        year, end = passage.reference.year_of(month, day, start, direction(passage.text, start, end)), found.end
    return one(start, end, ClaimKind.DATE, Day(year, month, day).value)
