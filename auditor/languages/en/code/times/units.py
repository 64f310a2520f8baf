"""A number of units of time, or units that are not counted: lengths, rates, and how far away a date is (`offsets`).

The rules are in ``rules/times.toml``; what a number with its unit is, the words around it decide here.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.grammar.grammar import Found
from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.offsets import Away, offset
from auditor.languages.en.code.times.passage import Passage, Reading, Time, one
from auditor.languages.en.code.times.patterns import number
from auditor.languages.en.lexicon.calendar import PLURALS, SHORT_UNITS
from auditor.languages.en.lexicon.numbers import COMPARATORS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import UNITS, length, period
from auditor.model import ClaimKind, Timex
from auditor.text.regex import regex

_MODS = {
    ">=": "EQUAL_OR_MORE",
    ">": "MORE_THAN",
    "<=": "EQUAL_OR_LESS",
    "<": "LESS_THAN",
    "~": "APPROX",
    "<~": "LESS_THAN",
    ">~": "MORE_THAN",
}
"""Sign of a comparator -> the TIMEX3 modifier."""
_CLOSE = ("<~", ">~")
"""Signs of what is close to the number: the bounds of a length are those of about so many."""
_RATE_BEFORE = regex(
    r"(?:\d|%|\b(?:percent|times?|once|twice|million|billion|thousand|hundred|dollars|euros|pounds|rate|hours|days|per|nights|"
    r"people|deaths|attacks|flights|barrels|tons|tonnes|cents|bombings|sorties|units|cars|minutes|apiece|each|[a-z]{3,}(?:ings|ers|ions)))[\s-]\Z"
)
_LENGTH_BEFORE = leads("length")
_RATE_UNITS = LISTS.words("time_words", "rate")
_ADVERB = regex(r"(?:\A|[.?!\n]\s?|\b(?:to|will|would|could|may|might|can|that)\s)\Z")
"""Before "one day" that is no length: "He hopes to one day apply", "One day he left"."""
_SIZES = ("year", "month", "week", "day", "hour", "minute", "second")
"""Units in which the rest of a length is told, each in one behind it."""
_HALF = 1 / 2
"""What "half" and "and a half" count."""
_ABOUT = 0.1
"""The part of a length by which "half a year" and "year-long" may be less, and half a year more."""
_FRACTION_OF = leads("part-of")
_SINCE = frozenset(["after", "before", "later", "earlier", "of"])
_HALVED_IN = {"century": "year", "decade": "year", "year": "month", "day": "hour", "hour": "minute", "minute": "second"}
"""Unit -> the smaller one in which half of it is told."""


def unit_of(found: Found, name: str = "unit") -> str:
    """The name of the unit that a rule found."""
    word = found.said(name)
    return PLURALS.get(word) or SHORT_UNITS.get(word) or word


def is_plural(found: Found) -> bool:
    """Whether the unit that a rule found is written in the plural."""
    return found.said("unit") in PLURALS


def so_many(passage: Passage, found: Found) -> Reading:
    """A number of units, as a length, a rate, or with "ago" and "later" the date so far away."""
    if _refused(passage, found):
        return ()
    name, count, start = unit_of(found), _count(found), _start(found)
    if found["way"] and not found["which"]:
        about, article = "bound" in found, "det" in found
        reading = offset(passage, found, Away(start, found.span("unit").end, count, name, about, article))
        if reading:
            return reading
    end = max(found.span(part).end for part in ("unit", "plus", "old") if part in found)
    if passage.before(start) == "every":
        return one(start - len("every "), end, ClaimKind.SET, period("X" if count is None else count, name))
    article = found.said("one") in ("a", "an")
    rate = article and _is_rate(passage, found, start, name)
    rest = () if rate else tuple(_rest(found, name))
    if article and name in ("minute", "second") and not rest and not _is_measured(passage, start):
        return ()
    if rate and not found["bound"]:
        return one(start, end, ClaimKind.SET, period(1, name))
    if count is None:
        return one(start, end, ClaimKind.DURATION, period("X", name), _mod(found))
    if rest:
        return _in_parts(found, start, [(count, name), *rest])
    return _simple(passage, found, (start, end), count, name)


def _simple(passage: Passage, found: Found, place: tuple[int, int], count: float, name: str) -> Reading:
    """A length in one unit, or from so many of it to so many."""
    low, high = length(count, name, _bound_mod(found))
    least = number(found.said("low")) if "low" in found else count
    if least < count:
        low = least * UNITS[name][1]
    if "half" in found.said("one"):
        low, high = low * (1 - _ABOUT), low * (1 + _ABOUT)
    relation = "elapsed" if passage.behind(place[1]) == "into" else ""
    return (Time(*place, ClaimKind.DURATION, Timex(period(*_halved(count, name)), low, high, relation, _mod(found))),)


def _rest(found: Found, name: str) -> Iterator[tuple[float, str]]:
    """What a length goes on with in smaller and smaller units."""
    for count, unit in (("second", "less"), ("third", "least")):
        smaller = unit_of(found, unit)
        if smaller not in _SIZES or name not in _SIZES or _SIZES.index(smaller) <= _SIZES.index(name):
            return
        yield number(found.said(count)), smaller
        name = smaller


def _in_parts(found: Found, start: int, parts: list[tuple[float, str]]) -> Reading:
    """ "Nine hours and 30 minutes" as one length."""
    last, unit = parts[-1]
    low, high = length(last, unit, _bound_mod(found))
    rest = sum(count * UNITS[name][1] for count, name in parts[:-1])
    value = period(*parts[0])
    for count, name in parts[1:]:
        piece = period(count, name)
        value += piece[2:] if "T" in value and "T" in piece else piece[1:]
    end = found.span("least" if len(parts) > 2 else "less").end
    timex = Timex(value, 0.0 if low == 0.0 else low + rest, None if high is None else high + rest, mod=_mod(found))
    return (Time(start, end, ClaimKind.DURATION, timex),)


def _sign(found: Found) -> str:
    """The sign of the comparator; none of "over" in "over the past two years", which is during."""
    bound = found.said("bound")
    if bound in ("over", "under", "around") and (found["det"] or found["which"]):
        return ""
    return COMPARATORS.get(bound) or COMPARATORS.get(bound.partition(" ")[2], "")


def _mod(found: Found) -> str:
    """The TIMEX3 modifier of "more than", "about" and the like."""
    return _MODS.get(_sign(found), "")


def _bound_mod(found: Found) -> str:
    """ "Nearly two years" is close to two: for the bounds it counts as about, whatever its modifier."""
    return "APPROX" if _sign(found) in _CLOSE else _mod(found)


def _halved(count: float, name: str) -> tuple[float, str]:
    """Half a unit in the smaller one: half a year is six months."""
    if count != _HALF or name not in _HALVED_IN:
        return count, name
    small = _HALVED_IN[name]
    return round(count * UNITS[name][1] / UNITS[small][1]), small


def _count(found: Found) -> float | None:
    """How many there are; ``None`` of "several" and the like."""
    if "vague" in found:
        return None
    half = _HALF * ("half" in found or "plus" in found)
    return half + (number(found.said("count")) if "count" in found else _HALF if "half" in found.said("one") else 1.0)


def _start(found: Found) -> int:
    """Where the expression begins: at its comparator or article, but behind "his"."""
    narrow = found.said("det") not in ("the", "these", "those") or not (is_plural(found) or found["which"])
    if found["bound"] and not _sign(found):
        return found.span("det" if "det" in found else "which").start
    if found["det"] and narrow and not found["bound"]:
        return min(found.span(part).start for part in ("which", "low", "count", "vague", "one") if part in found)
    return found.start


def _refused(passage: Passage, found: Found) -> bool:
    """Fractions ("three quarters of"), and units that are other words ("a second", "the second", "one day he left")."""
    name, plural, alone = unit_of(found), is_plural(found), found.said("one")
    unit = found.span("unit")
    if found.said("unit") in SHORT_UNITS and not found["count"][-1:].isdigit():
        return True
    if name in ("minute", "hour") and unit.text[:2].istitle() and passage.stands_out(unit.start, unit.end):
        return True
    if name == "day" and found.said("count") == "one" and passage.behind(unit.end) not in _SINCE:
        return passage.left(_ADVERB, found.span("count").start, 0) is not None
    if _FRACTION_OF.stands(passage.text, found.start) or (
        alone in ("a", "an") and passage.text.startswith("-long", unit.end)
    ):
        return True
    if name == "quarter":
        told = found["which"] or found["bound"] or found["count"]
        rest = passage.before(found.start) == "and"  # "four and three quarters miles"
        return not plural or rest or passage.behind(unit.end) == "of" or not told
    if name == "second" and not plural:
        return not found["count"]
    if name in ("weekend", "night") and alone and alone != "a whole":
        return True
    return (found.said("vague") in ("some", "various") and not plural) or bool(alone and plural)


def _is_measured(passage: Passage, start: int) -> bool:
    """Whether "a minute" stands where a length or a rate does; "a minute detail" is small."""
    return bool(_LENGTH_BEFORE.stands(passage.text, start) or passage.left(_RATE_BEFORE, start, 0))


def _is_rate(passage: Passage, found: Found, start: int, name: str) -> bool:
    """ "Twice a week", "40 miles an hour", "$5 a day"; "for a week" is a length."""
    end = found.span("unit").end
    if (
        passage.text[end : end + 1] == "-"
        or _LENGTH_BEFORE.stands(passage.text, start)
        or passage.behind(end) in _SINCE
    ):
        return False
    return bool(passage.left(_RATE_BEFORE, start, 0)) or name in _RATE_UNITS


def not_counted(_: Passage, found: Found) -> Reading:
    """ "For years", "recent weeks", "the past few days", "decades-old"; "the early hours" tell when."""
    if found.said("which") in ("early", "first", "same") and unit_of(found) in ("hour", "minute"):
        return ()
    return one(found.start, found.end, ClaimKind.DURATION, period("X", unit_of(found)))


def long(_: Passage, found: Found) -> Reading:
    """ "Year-long": about one of them."""
    days = UNITS[unit_of(found)][1]
    timex = Timex(period(1, unit_of(found)), days * (1 - _ABOUT), days * 2)
    return (Time(found.start, found.end, ClaimKind.DURATION, timex),)


def some_away(passage: Passage, found: Found) -> Reading:
    """ "Years ago", "in the weeks after the vote"."""
    unit = found.span("unit")
    the = passage.before(unit.start) == "the"
    return offset(passage, found, Away(unit.start, unit.end, None, unit_of(found), period=the))
