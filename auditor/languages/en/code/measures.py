"""The unit of a number: signs and codes of money before it, units of measure and words of money behind it."""

from __future__ import annotations

from auditor.languages.en.code.numbers import BLANK, HUNDRED, JOINT, TEN, Number, read_number
from auditor.languages.en.lexicon.units import CODES, DOLLARS, UNITS
from auditor.languages.en.lists import LISTS
from auditor.model import Prose
from auditor.text.alternation import one_of
from auditor.text.beside import Before
from auditor.text.regex import regex

_CODE_BEFORE = Before(CODES)
_CODE_LENGTH = max(map(len, CODES))
_UNIT = regex(
    rf"[\s-]?(?:(?P<whose>{one_of(DOLLARS)})\s(?=dollars?\b))?(?P<unit>{one_of(UNITS).replace(BLANK, JOINT)})(?!\w)"
)
_SPACES = regex(r"[\s-]+")
_FIRST_LETTERS = frozenset(word[0] for word in (*UNITS, *DOLLARS))
_MAGNITUDE = Before(("magnitude", "magnitude of"), hyphen=True)
_A_UNIT = regex(r"(?P<of>\sof)?\s(?:an?|1|one)(?=\s)")

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
    code = _CODE_BEFORE.start(prose.text, number.start)
    if code is not None:
        return number, prose.text[code : number.start].strip(), code, end
    if number.symbol:
        return number, number.symbol, number.start, end
    magnitude = _MAGNITUDE.start(text, number.start)
    if magnitude is not None:
        return number, "magnitude", magnitude, end
    unit = _code_at(prose.text, end, limit) or unit_at(text, end, limit)
    if unit is None:
        return None
    return _with_rest(text, number, unit, limit) or (number, unit[0], number.start, unit[1])


def _code_at(text: str, at: int, limit: int) -> tuple[str, int] | None:
    """The code of a currency behind ``at``, and where it ends."""
    end = at + 1 + _CODE_LENGTH
    known = end <= limit and text[at].isspace() and text[at + 1 : end] in CODES and not text[end : end + 1].isalnum()
    return (text[at + 1 : end], end) if known else None


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
    elif unit[0] == "foot" and text[link.start()] == "-":
        size, end = parts["inch"], rest.end
    else:
        return None
    if not 0 < rest.low < size:
        return None
    whole, grain = number.low + rest.low / size, rest.grain / size
    read = number._replace(low=whole, high=whole, grain=grain, significant=grain, end=rest.end, form="scaled")
    return read, unit[0], number.start, end


_PARTS = {
    unit: {smaller: int(size) for size, smaller in map(str.split, parts)}
    for unit, parts in LISTS.members("unit_parts", "parts").items()
}
"""Unit -> the smaller ones that its rest is told in, and how many of those it has."""
_REST = regex(r"-(?=\d)|,?\s(?:and\s)?(?=[a-z\d])")


def part_of_one(text: str, number: Number, limit: int) -> Measure | None:
    """A fraction of one unit: "half a percentage point", "three-tenths of a mile"; ``number`` is the fraction."""
    article = _A_UNIT.match(text, number.end, limit)
    joined = article and (article["of"] or text[number.start : number.end] == "half")
    unit = unit_at(text, article.end(), limit) if article and joined else None
    if unit is None:
        return None
    part = number.low / HUNDRED
    grain = 1 / TEN if (part * TEN).is_integer() else number.grain / HUNDRED
    fraction = number._replace(low=part, high=part, grain=grain, significant=grain, form="scaled")
    return fraction, unit[0], number.start, unit[1]
