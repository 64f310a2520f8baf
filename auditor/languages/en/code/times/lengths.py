"""A number of units of time: a length ("three years"), a rate ("a month"), or how far away a date is (`offsets`)."""

from __future__ import annotations

import re

from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.offsets import ANCHORED, Away, offset
from auditor.languages.en.code.times.passage import Passage, Reading, Time, one
from auditor.languages.en.code.times.patterns import COUNT, UNIT, number
from auditor.languages.en.lexicon.calendar import PLURALS
from auditor.languages.en.lexicon.numbers import CARDINALS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import (
    UNITS,
    length,
    period,
)
from auditor.model import ClaimKind, Timex
from auditor.text.regex import regex

_MORE = r"more\sthan|over|longer\sthan|well\sover|in\sexcess\sof|upwards\sof|just\sover"
_LEAST = r"at\sleast|no\s(?:less|fewer)\sthan|a\sminimum\sof"
_LESS = r"less\sthan|under|fewer\sthan|just\sunder|nearly|almost|close\sto"
_MOST = r"up\sto|at\smost|no\s(?:more|longer)\sthan|a\smaximum\sof"
_ABOUT = r"about|around|roughly|some|approximately|an\sestimated|or\sso"
_BOUND = rf"(?:only\s|just\s)?(?:{_MORE}|{_LEAST}|{_LESS}|{_MOST}|{_ABOUT})"
WHICH = r"past|last|next|first|previous|following|coming|final|preceding|intervening|succeeding|subsequent|same|early|recent|ensuing"
_VAGUE = r"several|a\sfew|few|many|a\scouple\sof|a\scouple|couple\sof|couple|dozens\sof|hundreds\sof|thousands\sof|some|numerous|various"
_GAP = (
    "more|full|long|straight|consecutive|bloody|short|previous|last|working|business|calendar|extra|additional|"
    "whole|solid|further|final|peaceful|successive|crucial|intense|tense|difficult|brutal|past|following|intervening|next|upcoming|coming"
)
_LEFT = regex(
    rf"(?<![\w.,$£€-])(?:(?P<bound>{_BOUND})\s)?(?:(?P<det>the|these|those|this|its|his|her|their)\s)?(?:(?P<which>{WHICH})\s)?"
    r"(?:"
    rf"(?:between\s(?P<low>{COUNT})\sand\s|(?P<least>{COUNT})(?:(?<=\d)\s?[-–]\s?(?=\d)|-to-|\s(?:to|or)\s))?"
    rf"(?P<count>{COUNT})(?P<half>\sand\s(?:a\s)?half|-and-a[-\s]half|\s?½|\s1/2)?|(?P<vague>{_VAGUE})|"
    rf"(?P<one>a\shalf|half\sa|half\san|half|an?|a\sfull|a\swhole|an\sentire|a\ssingle))"
    rf"(?P<gap>\s(?:{_GAP}))?[\s-]\Z"
)
COUNT_WORDS = frozenset(
    f"a an half full whole entire single few several many some couple of numerous various {_GAP.replace('|', ' ')}".split()
) | set(CARDINALS)
_LENGTH_AFTER = regex(r"(?:[\s-](?:long|old|of\sage)\b)(?![\s-]ago)")
_RATE_BEFORE = regex(
    r"(?:\d|%|\b(?:percent|times?|once|twice|million|billion|thousand|hundred|dollars|euros|pounds|rate|hours|days|per|nights|"
    r"people|deaths|attacks|flights|barrels|tons|tonnes|cents|bombings|sorties|units|cars|minutes|apiece|each|[a-z]{3,}(?:ings|ers|ions)))\s\Z"
)
_LENGTH_BEFORE = leads("length")
_RATE_UNITS = LISTS.words("time_words", "rate")
_NEARLY = ("nearly", "almost", "just", "close")
_AND_LESS = regex(
    rf"(?:,?\sand\s|\s|,\s(?=[\da-z]+(?:-[a-z]|\s[a-z]+,?\sand\s)))(?P<count>{COUNT})[\s-](?P<unit>{UNIT})(?!\w)(?!\s(?:ago|later|earlier|before)\b)"
)
"""Behind a length what adds to it in a smaller unit: "nine hours and 30 minutes", "a 3-minute, 44-second clip"."""
_ADVERB = regex(r"(?:\A|[.?!\n]\s?|\b(?:to|will|would|could|may|might|can|that)\s)\Z")
_SMALLER = {
    "year": ("month", "week", "day"),
    "month": ("week", "day"),
    "week": ("day",),
    "day": ("hour", "minute"),
    "hour": ("minute", "second"),
    "minute": ("second",),
}
"""Unit -> the smaller ones that may tell the rest of a length."""
_MIXED_BEFORE = regex(rf"(?:\d|\b(?:{'|'.join(CARDINALS)}))\sand\s\Z")
"""Before "three quarters" of one more: "two and three quarters miles"."""
_HALF = 0.5
"""What "half" and "and a half" count."""
_FRACTION_OF = leads("part-of")
_SINCE = frozenset(["after", "before", "later", "earlier", "of"])
_HALVED_IN = {"century": "year", "decade": "year", "year": "month", "day": "hour", "hour": "minute", "minute": "second"}
"""Unit -> the smaller one in which half of it is told."""
_AND_A_HALF = " and a half"


def counted(passage: Passage, at: int, end: int, name: str) -> Reading | None:
    """A number of units, as a length, a rate or a date; ``None`` where no number stands before the unit at ``at``."""
    found = passage.left(_LEFT, at)
    return _counted_length(passage, found, at, end, name) if found else None


def _counted_length(passage: Passage, found: re.Match[str], at: int, end: int, name: str) -> Reading:
    """A number of units: a length, or with "ago" and "later" the date so far away."""
    count = _count(found)
    if _refused(passage, found, at, end, name):
        return ()
    if count is not None and passage.text.startswith(_AND_A_HALF, end):
        count, end = count + _HALF, end + len(_AND_A_HALF)
    start = _left_edge(found, passage.text[end - 1] != "s" or not passage.text[at].islower())
    anchored = ANCHORED.match(passage.text, end)
    if anchored and not found["which"]:
        reading = offset(
            passage, anchored, Away(start, end, count, name, found["bound"] is not None, found["det"] is not None)
        )
        if reading:
            return reading
    if passage.before(start) == "every":
        return one(start - len("every "), end, ClaimKind.SET, period("X" if count is None else count, name))
    if name in ("minute", "second") and found["one"] in ("a", "an") and not _is_measured(passage, start):
        return ()
    paid = found["one"] and passage.left(_RATE_BEFORE, start, 0)
    rest = _rest(passage, end, name) if found["count"] or (count == 1 and not paid) else None
    if found["one"] and not rest and not found["bound"] and _is_rate(passage, found, start, end, name):
        return one(start, end, ClaimKind.SET, period(1, name))
    mod = _mod(_comparator(found))
    if count is None:
        return one(start, _stop(passage, end), ClaimKind.DURATION, period("X", name), mod)
    if rest:
        return _compound(found, start, [(count, name), *rest[0]], rest[1])
    return _simple(passage, found, (start, end), count, name)


def _simple(passage: Passage, found: re.Match[str], place: tuple[int, int], count: float, name: str) -> Reading:
    """A length in one unit, or from so many of it to so many."""
    bound = _comparator(found)
    mod = _mod(bound)
    low, high = length(count, name, _bound_mod(bound, mod))
    least = found["low"] or found["least"]
    if least and number(least) < count:
        low = number(least) * UNITS[name][1]
    if "half" in (found["one"] or ""):
        low, high = low * 0.9, low * 1.1
    value = period(*_halved(count, name))
    relation = "elapsed" if passage.behind(place[1]) == "into" else ""
    timex = Timex(value, low, high, relation, mod)
    return (Time(place[0], _stop(passage, place[1]), ClaimKind.DURATION, timex),)


def _stop(passage: Passage, end: int) -> int:
    """Where the length ends, with "long" and "old" behind its unit taken in."""
    after = _LENGTH_AFTER.match(passage.text, end)
    return after.end() if after else end


def _rest(passage: Passage, end: int, name: str) -> tuple[list[tuple[float, str]], int] | None:
    """What a length goes on with in smaller and smaller units, and where it ends; ``None`` where it is told in one."""
    parts: list[tuple[float, str]] = []
    while found := _AND_LESS.match(passage.text, end):
        unit = PLURALS.get(found["unit"], found["unit"])
        if unit not in _SMALLER.get(name, ()):
            break
        parts.append((number(found["count"]), unit))
        name, end = unit, found.end()
    return (parts, end) if parts else None


def _compound(found: re.Match[str], start: int, parts: list[tuple[float, str]], end: int) -> Reading:
    """ "Nine hours and 30 minutes" as one length."""
    bound = _comparator(found)
    mod = _mod(bound)
    last, unit = parts[-1]
    low, high = length(last, unit, _bound_mod(bound, mod))
    rest = sum(count * UNITS[name][1] for count, name in parts[:-1])
    value = period(*parts[0])
    for count, name in parts[1:]:
        piece = period(count, name)
        value += piece[2:] if "T" in value and "T" in piece else piece[1:]
    top = None if high is None else high + rest
    return (Time(start, end, ClaimKind.DURATION, Timex(value, 0.0 if low == 0.0 else low + rest, top, mod=mod)),)


def _mod(bound: str | None) -> str:
    """The TIMEX3 modifier of "more than", "about" and the like."""
    for pattern, mod in (
        (_MORE, "MORE_THAN"),
        (_LEAST, "EQUAL_OR_MORE"),
        (_LESS, "LESS_THAN"),
        (_MOST, "EQUAL_OR_LESS"),
        (_ABOUT, "APPROX"),
    ):
        if bound and re.fullmatch(rf"(?:only\s|just\s)?(?:{pattern})", bound):
            return mod
    return ""


def _bound_mod(bound: str | None, mod: str) -> str:
    """ "Nearly two years" is close to two: for the bounds it counts as about, whatever its modifier."""
    return "APPROX" if bound and any(word in bound for word in _NEARLY) else mod


def _halved(count: float, name: str) -> tuple[float, str]:
    """Half a unit in the smaller one: half a year is six months."""
    if count != _HALF or name not in _HALVED_IN:
        return count, name
    small = _HALVED_IN[name]
    return round(count * UNITS[name][1] / UNITS[small][1]), small


def _count(found: re.Match[str]) -> float | None:
    if found["one"]:
        return _HALF if "half" in found["one"] else 1.0
    if found["vague"]:
        return None
    return number(found["count"]) + (_HALF if found["half"] else 0)


def _comparator(found: re.Match[str]) -> str | None:
    """ "Over two years" is more; "over the past two years" is during."""
    during = found["bound"] in ("over", "under", "around") and (found["det"] or found["which"])
    return None if during else found["bound"]


def _left_edge(found: re.Match[str], singular: bool) -> int:
    """Where the expression begins: at its comparator or article, but behind "his"."""
    narrow = found["det"] not in ("the", "these", "those") or (singular and not found["which"])
    if found["bound"] and not _comparator(found):
        return found.start("det") if found["det"] else found.start("which")
    if found["det"] and narrow and not found["bound"]:
        return min(found.start(g) for g in ("which", "least", "count", "vague", "one") if found[g])
    return found.start()


def _refused(passage: Passage, found: re.Match[str], at: int, end: int, name: str) -> bool:
    """Fractions ("three quarters of"), and units that are other words ("a second", "the second")."""
    count, plural = found["count"], passage.text[end - 1] == "s"
    if (name in ("minute", "hour") and passage.raw[at : at + 2].istitle() and passage.stands_out(at, end)) or (
        count == "one" and name == "day" and _is_adverb(passage, found.start("count"), end)
    ):
        return True
    if _FRACTION_OF.stands(passage.text, found.start()):
        return True
    if name == "quarter":
        if passage.left(_MIXED_BEFORE, found.start(), 0):
            return True
        return not plural or passage.behind(end) == "of" or not (found["which"] or found["bound"] or count)
    if name == "second" and not plural:
        return not count
    if name in ("weekend", "night") and found["one"] and found["one"] != "a whole":
        return True
    if found["vague"] in ("some", "various") and not plural:
        return True
    return bool(found["one"] and plural)


def _is_adverb(passage: Passage, start: int, end: int) -> bool:
    """Whether "one day" is no length: "He hopes to one day apply", "One day he left"."""
    opening = passage.left(_ADVERB, start, 0)
    return opening is not None and passage.behind(end) not in _SINCE


def _is_measured(passage: Passage, start: int) -> bool:
    """Whether "a minute" stands where a length or a rate does; "a minute detail" is small."""
    return bool(_LENGTH_BEFORE.stands(passage.text, start) or passage.left(_RATE_BEFORE, start, 0))


def _is_rate(passage: Passage, found: re.Match[str], start: int, end: int, name: str) -> bool:
    """ "Twice a week", "40 miles an hour", "$5 a day"; "for a week" is a length."""
    if passage.text[end : end + 1] == "-" or found["one"] not in ("a", "an"):
        return False
    if _LENGTH_BEFORE.stands(passage.text, start) or passage.behind(end) in _SINCE:
        return False
    return bool(passage.left(_RATE_BEFORE, start, 0)) or name in _RATE_UNITS
