"""Seasons, and holidays that fall on one day of the year."""

from __future__ import annotations

import re

from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Passage, Reading, one
from auditor.languages.en.code.times.patterns import BEFORE_CHRIST, YEAR
from auditor.languages.en.code.times.tense import AHEAD, direction
from auditor.languages.en.lexicon.calendar import FIXED_HOLIDAYS, SEASONS
from auditor.languages.timex import Day, year_value
from auditor.model import ClaimKind

_SEASON_YEAR = re.compile(
    rf"(?:\sof|,|\sin)?\s(?:the\s)?(?:(\d{{1,4}})\s?{BEFORE_CHRIST}|({YEAR})(?:\s?[-–/]\s?\d{{2,4}}\b)?|(?:that|the\ssame)\s(year)|(last|next|this|following)\syear|['’‘](\d\d)(?![\w’']))"
)
_SEASON_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<every>every|each)|(?P<step>last|next|this|(?:the\s)?(?:following|previous|coming|past|same)|that(?:\ssame)?)|"
    r"(?P<the>the)|(?P<in>in|for|by|since|until|during|early|late|mid|of|and|from|to|through|middle\sof))[\s-]\Z"
)
_HOLIDAY = re.compile(
    rf"({'|'.join(sorted((h.replace(chr(39), '[’' + chr(39) + ']') for h in FIXED_HOLIDAYS), key=len, reverse=True))})\b"
)
_SEASONS_TOO = frozenset(["christmas", "halloween"])
"""Holidays that also name the weeks around them, before a noun: "the Christmas market"."""
_THING_BEHIND = re.compile(
    r"[\s-](?!(?:and|or|in|at|to|is|was|has|had|with|when|that|by|as|but|after|before|because|for|this|last|next|he|she|they|we|"
    r"it|i|you|the|a|an|of|on|from|will|would|if|since|until|while|who|which|than|so|are|were|morning|evening|night|"
    r"afternoon|there|here|came|comes|went|said)\b)[a-z]"
)
_WORD = re.compile(r"\w+")
_IN_THE = leads("in-season", "the")
_IN = leads("season", hyphen=True)
_FOUGHT = re.compile(
    r"\s(?:offensives?|counter-?\s?offensives?|campaigns?|fighting|assaults?|advances?|retreat|floods?|rains|harvests?|"
    r"drought|heat|thaw|semester|term|recess|session|months)\b"
)
"""What a season before it dates."""
_YEAR_AFTER = re.compile(rf"(?:,|\sof)?\s({YEAR})")
_OF_YEAR = re.compile(rf"\s(?:of|in)\s({YEAR})")
_SEASON_MIDDLE = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def season(passage: Passage, at: int) -> Reading:
    """A season with its year, or where "the", "last", "in" say that it is a time."""
    word = _WORD.match(passage.text, at)
    assert word is not None
    code = SEASONS[word.group()]
    before = _SEASON_BEFORE.search(passage.text, max(passage.free, at - 14), at)
    year = _SEASON_YEAR.match(passage.text, word.end())
    if before and before["every"]:
        return one(before.start(), word.end(), ClaimKind.SET, f"XXXX-{code}")
    start = before.start() if before and (before["the"] or before["step"]) else at
    if year:
        return one(start, year.end(), ClaimKind.DATE, f"{_season_year(passage, year)}-{code}")
    fought = _FOUGHT.match(passage.text, word.end())
    if fought and not (word.group() == "fall" and (before is None or before["in"])):
        year_of = _OF_YEAR.match(passage.text, fought.end())
        told = int(year_of[1]) if year_of else _bare_season_year(passage, code, before and before["step"], word)
        return one(start, word.end(), ClaimKind.DATE, f"{'XXXX' if told is None else year_value(told)}-{code}")
    if before is None or not _is_season(passage, at, word, before):
        return ()
    told = _bare_season_year(passage, code, before["step"], word)
    value = "XXXX" if told is None else year_value(told)
    return one(start, word.end(), ClaimKind.DATE, f"{value}-{code}")


def _season_year(passage: Passage, found: re.Match[str]) -> str:
    if found[1]:
        return year_value(-int(found[1]))
    if found[2]:
        return found[2]
    if found[5]:
        return year_value(passage.reference.year_of_two_digits(int(found[5])))
    base = passage.reference.then.year if found[3] else passage.reference.now.year
    if base is None:
        return "XXXX"
    return year_value(base + {"last": -1, "next": 1, "following": 1}.get(found[4] or "", 0))


def _is_season(passage: Passage, at: int, word: re.Match[str], before: re.Match[str]) -> bool:
    after = passage.text[word.end() : word.end() + 4]
    if before["step"]:
        return True
    if word.group() in ("fall", "spring"):
        if after.startswith((" of", " in", "-", "s", " fro", " to")):
            return False
        if before["the"]:
            return _IN_THE.stands(passage.text, at)
        return _IN.stands(passage.text, at) and (word.group() == "spring" or after[:1] in ",.;")
    return not after.startswith("-")


def _bare_season_year(passage: Passage, code: str, step: str | None, word: re.Match[str]) -> int | None:
    reference = passage.reference
    now = reference.now
    if reference.narrative and not step:
        return reference.year_of(_SEASON_MIDDLE[code], None, word.start())
    if now.year is None:
        return None
    if step in ("next", "the following", "following", "coming", "the coming"):
        return now.year + (now.month is None or _SEASON_START[code] <= now.month)
    if step in ("last", "the previous", "previous", "past", "the past"):
        return now.year - (now.month is None or _SEASON_START[code] > now.month - 2)
    if step or now.month is None:
        return now.year
    ahead = direction(passage.text, word.start(), word.end()) == AHEAD
    return now.year - (_SEASON_START[code] > now.month and not ahead)


def holiday(passage: Passage, at: int) -> Reading:
    """A holiday on a fixed day, with its year where one is known."""
    found = _HOLIDAY.match(passage.text, at)
    if found is None or not (passage.capital(at) or found[1].startswith("christmas")):
        return ()
    if found[1] in _SEASONS_TOO and _THING_BEHIND.match(passage.text, found.end()):
        return ()
    month, day = FIXED_HOLIDAYS[found[1].replace("’", "'")]
    year = _YEAR_AFTER.match(passage.text, found.end())
    if year:
        return one(at, year.end(), ClaimKind.DATE, Day(int(year[1]), month, day).value)
    told = passage.reference.year_of(month, day, at, direction(passage.text, at, found.end()))
    return one(at, found.end(), ClaimKind.DATE, Day(told, month, day).value)
