"""The unit of a number: signs and codes of money before it, units of measure and words of money behind it."""

from __future__ import annotations

import re

from auditor.languages.en.code.numbers import Number, read_number
from auditor.languages.en.lexicon.units import CODES, DOLLARS, UNITS
from auditor.model import Prose
from auditor.text.alternation import one_of

_CODE_BEFORE = re.compile(rf"\b({one_of(CODES)})\s?$")
_CODE_BEHIND = re.compile(rf"\s({one_of(CODES)})\b")
_UNIT = re.compile(
    rf"[\s-]?(?:(?P<whose>{one_of(DOLLARS)})\s(?=dollars?\b))?(?P<unit>{one_of(UNITS).replace(chr(92) + ' ', '[' + chr(92) + 's-]')})(?!\w)"
)
_SPACES = re.compile(r"[\s-]+")
_FIRST_LETTERS = frozenset(word[0] for word in (*UNITS, *DOLLARS))
_METRES = re.compile(r"\s?m(?=\s?\(|\s(?:high|long|tall|wide|deep|away|above|below|thick|north|south|east|west)\b)")
_MAGNITUDE = re.compile(r"\bmagnitude(?:\sof)?[\s-]$")
_OF_ONE = re.compile(r"\sof\s(?:an?|1|one)(?=\s)")
_HALF_A = re.compile(r"\s(?:of\s)?(?:an?|1|one)(?=\s)")

Measure = tuple[Number, str, int, int]
"""A number, its unit, and the places where the two together begin and end."""


def unit_at(text: str, at: int, limit: int) -> tuple[str, int] | None:
    """The unit behind ``at`` in the text in lower case, and where it ends."""
    if text[at : at + 2].lstrip(" \n\xa0-")[:1] not in _FIRST_LETTERS:
        return None
    found = _UNIT.match(text, at, limit)
    if found is None:
        return None
    return DOLLARS.get(found["whose"] or "") or UNITS[_SPACES.sub(" ", found["unit"])], found.end()


def measured(prose: Prose, text: str, number: Number, end: int, limit: int) -> Measure | None:
    """The number with its unit, where it has one; ``end`` is where the number ends with what bounds it ("500 or more").

    "m" is metres where the neighbours say so ("12 m (39 ft)", "100m deep"), else short for million.
    """
    code = _CODE_BEFORE.search(prose.text, max(0, number.start - 5), number.start)
    if number.symbol or code:
        start = code.start() if code else number.start
        return number, code[1] if code else number.symbol, start, end
    metres = _in_metres(text, number, limit)
    if metres:
        return metres
    magnitude = _MAGNITUDE.search(text, max(0, number.start - 14), number.start)
    if magnitude:
        return number, "magnitude", magnitude.start(), end
    behind = _CODE_BEHIND.match(prose.text, end, limit)
    if behind:
        return number, behind[1], number.start, behind.end()
    unit = unit_at(text, end, limit)
    if unit is None:
        return None
    return _with_rest(text, number, unit, limit) or (number, unit[0], number.start, unit[1])


def _with_rest(text: str, number: Number, unit: tuple[str, int], limit: int) -> Measure | None:
    """A measure that goes on in a smaller unit: "five feet six inches", "a 6-foot-3 guard"; counted in the larger one."""
    parts = _PARTS.get(unit[0])
    link = _REST.match(text, unit[1], limit) if parts else None
    rest = read_number(text, link.end(), alone=True) if link else None
    if parts is None or link is None or rest is None or rest.form not in ("digits", "words"):
        return None
    behind = unit_at(text, rest.end, limit)
    if behind and behind[0] in parts:
        size, end = parts[behind[0]], behind[1]
    elif unit[0] == "foot" and (text[link.start()] == "-" or _CLOSED.match(text, rest.end)):
        size, end = parts["inch"], rest.end
    else:
        return None
    if not 0 < rest.low < size:
        return None
    whole, grain = number.low + rest.low / size, rest.grain / size
    read = number._replace(low=whole, high=whole, grain=grain, significant=grain, end=rest.end, form="scaled")
    return read, unit[0], number.start, end


_PARTS: dict[str, dict[str, int]] = {
    "foot": {"inch": 12},
    "yard": {"foot": 3},
    "mile": {"yard": 1760, "foot": 5280},
    "km": {"m": 1000},
    "m": {"cm": 100, "mm": 1000},
    "kg": {"g": 1000},
    "pound": {"ounce": 16, "penny": 100},
    "lb": {"ounce": 16},
    "USD": {"cent": 100},
    "EUR": {"cent": 100},
}
"""Unit -> the smaller ones that its rest is told in, and how many of those it has; the first where the rest names none."""
_REST = re.compile(r"-(?=\d)|,?\s(?:and\s)?(?=[a-z\d])")
_CLOSED = re.compile(r"[.,;:)]|\s(?:tall|high|long|wide|deep)\b|\s{0,9}\Z")


def _in_metres(text: str, number: Number, limit: int) -> Measure | None:
    short = number.form == "scaled" and text[number.end - 1] == "m"
    digits_end = number.end - 1 if short else number.end
    found = _METRES.match(text, digits_end, limit) if text[digits_end - 1 : digits_end].isdigit() else None
    if found is None:
        return None
    if short:
        ones = {name: getattr(number, name) / 1e6 for name in ("low", "high", "grain", "significant")}
        number = number._replace(end=digits_end, form="digits", **ones)
    return number, "m", number.start, found.end()


def part_of_one(text: str, number: Number, limit: int) -> Measure | None:
    """A fraction of one unit: "half a percentage point", "three-tenths of a mile"; ``number`` is the fraction."""
    is_half = text[number.start : number.end] == "half"
    article = (_HALF_A if is_half else _OF_ONE).match(text, number.end, limit)
    unit = unit_at(text, article.end(), limit) if article else None
    if unit is None:
        return None
    part = number.low / 100
    grain = 0.1 if part * 10 == int(part * 10) else number.grain / 100
    fraction = number._replace(low=part, high=part, grain=grain, significant=grain, form="scaled")
    return fraction, unit[0], number.start, unit[1]
