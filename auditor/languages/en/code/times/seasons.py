"""Seasons, and holidays that fall on one day of the year."""

from __future__ import annotations

from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Passage, Reading, one
from auditor.languages.en.code.times.patterns import any_of
from auditor.languages.en.code.times.tense import AHEAD, direction
from auditor.languages.en.code.times.written_years import year_behind
from auditor.languages.en.lexicon.calendar import FIRST_MONTHS, FIXED_HOLIDAYS, SEASON_MONTHS, SEASONS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import Day, year_value
from auditor.model import ClaimKind
from auditor.text.regex import regex

_SPLIT = regex(r"\s?[-–/]\s?\d{2,4}\b")
"""Behind the year of a winter the one in which it ends."""
_SEASON_BEFORE = regex(
    r"(?<!\w)(?:(?P<every>every|each)|(?P<step>(?:the\s)?(?:last|next|this|that|following|previous|coming|past|same|that\ssame))|(?P<the>the)|"
    r"in|for|by|since|until|during|early|late|mid|of|and|from|to|through|middle\sof)[\s-]\Z"
)
_HOLIDAY = regex("(" + any_of(FIXED_HOLIDAYS).replace("'", "[’']") + r")\b")
_SEASONS_TOO = frozenset(["christmas", "halloween"])
"""Holidays that also name the weeks around them, before a noun: "the Christmas market"."""
_IN_THE = leads("in-season", "the")
_IN = leads("season", hyphen=True)
_FOUGHT = LISTS.words("time_words", "fought")
_STEPS = LISTS.numbers("time_steps", "step")


def season(passage: Passage, at: int) -> Reading:
    """A season with its year, or where "the", "last", "in" say that it is a time."""
    word = passage.word(at, SEASONS)
    end, code = at + len(word), SEASONS[word]
    before = passage.left(_SEASON_BEFORE, at)
    if before and before["every"]:
        return one(before.start(), end, ClaimKind.SET, f"XXXX-{code}")
    start = before.start() if before and (before["the"] or before["step"]) else at
    step = before["step"] if before else None
    written = year_behind(passage.text, end, passage.reference)
    if written:
        split = _SPLIT.match(passage.text, written[1])
        return one(start, split.end() if split else written[1], ClaimKind.DATE, _value(written[0], code))
    thing = passage.behind(end)
    fought = thing in _FOUGHT and (word != "fall" or start < at)
    if fought and (of := year_behind(passage.text, end + len(f" {thing}"), passage.reference)):
        return one(start, end, ClaimKind.DATE, _value(of[0], code))
    if not (fought or step or (before and _is_season(passage, at, word, before["the"]))):
        return ()
    return one(start, end, ClaimKind.DATE, _value(_bare_year(passage, code, step, at, end), code))


def _value(year: int | None, code: str) -> str:
    return f"{'XXXX' if year is None else year_value(year)}-{code}"


def _is_season(passage: Passage, at: int, word: str, the: str | None) -> bool:
    """Whether a word behind "the", "in" and the like is a season: "spring" and "fall" are other words, too."""
    end = at + len(word)
    if word not in ("fall", "spring"):
        return passage.text[end : end + 1] != "-"
    if passage.text.startswith((" of", " in", "-", "s", " from", " to"), end):
        return False
    return (_IN_THE if the else _IN).stands(passage.text, at) and (
        word == "spring" or bool(the) or not passage.goes_on(end)
    )


def _bare_year(passage: Passage, code: str, step: str | None, at: int, end: int) -> int | None:
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


def holiday(passage: Passage, at: int) -> Reading:
    """A holiday on a fixed day, with its year where one is known."""
    found = _HOLIDAY.match(passage.text, at)
    if found is None or not (passage.capital(at) or found[1].startswith("christmas")):
        return ()
    month, day = FIXED_HOLIDAYS[found[1].replace("’", "'")]
    year, end = year_behind(passage.text, found.end(), passage.reference) or (None, found.end())
    if year is None and found[1] in _SEASONS_TOO and passage.goes_on(found.end()):
        return ()
    if year is None:
        year, end = passage.reference.year_of(month, day, at, direction(passage.text, at, end)), found.end()
    return one(at, end, ClaimKind.DATE, Day(year, month, day).value)
