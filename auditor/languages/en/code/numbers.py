"""Numbers as text writes them: digits, words, scales, fractions, vague plurals ("dozens of") and ranges.

What a number counts, and whether it counts anything at all, is for ``quantities``: here it is read at a given place of
the text in lower case.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import prod
from typing import NamedTuple

from auditor.languages.en.lexicon.numbers import FRACTIONS, GROUPS, SCALES, SHORT_SCALES, SMALL, WHOLES
from auditor.languages.en.lexicon.units import SYMBOLS
from auditor.text.alternation import one_of
from auditor.text.kept import WORDS
from auditor.text.regex import regex


class Number(NamedTuple):
    """A number that stands at ``[start, end)``.

    ``grain`` is what the last digit written counts, ``significant`` what the last digit that is not a zero counts:
    1 and 100 for "3,500", 100,000 for both of "1.2 million". ``form`` is ``digits``, ``scaled`` (digits or words with
    a scale: "2 million"), ``words``, ``vague`` ("dozens") or ``share`` ("two-thirds", "one in five"; in per cent).
    """

    start: int
    end: int
    low: float
    high: float
    grain: float
    significant: float
    form: str
    symbol: str = ""


_DIGITS = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,4})?(?!,?\d)|\d{1,2}(?:,\d\d){1,4},\d{3}(?!,?\d)|\d{1,15}(?:\.\d{1,6})?(?![\d]|,\d)"
TEN, HUNDRED = SMALL["ten"], SCALES["hundred"]
_UNITS = one_of(word for word, value in SMALL.items() if value < TEN)
TENS = one_of(word for word, value in SMALL.items() if value > TEN and value % TEN == 0)
_BELOW_100 = rf"(?:(?:{TENS})(?:[-\s](?:{_UNITS})\b)?|(?:{one_of(SMALL)}))"
_BELOW_1000 = rf"(?:(?:{_BELOW_100}|a)[\s-]hundred\b(?:\s(?:and\s)?{_BELOW_100}\b)?|{_BELOW_100}\b)"
_LARGE = one_of(word for word in SCALES if word != "hundred")
BLANK, JOINT = re.escape(" "), r"[\s-]"
"""A blank in a phrase as patterns hold it, and what may stand for it in a number or a unit."""
_PARTS = ("a half", "a quarter", "three quarters", "one third", "two thirds")
"""What in words stands behind a whole number and "and" for a part of one more; "a third" may be another one."""
_AND_PART = rf"and\s(?:{one_of(_PARTS).replace(BLANK, JOINT)})"
_WORDS = rf"(?:{_BELOW_1000}|an?(?=\s(?:{_LARGE})\b))(?:\s{_AND_PART}\b)?(?:[\s-](?:{_LARGE})\b(?:,?\s(?:and\s)?{_BELOW_1000})?){{0,3}}"
_FRACTION = one_of(FRACTIONS)
_COUNTED = one_of([*SCALES, *GROUPS])
_PLURAL = rf"(?:{_COUNTED})s"

_WHOLES = WHOLES | {str(whole): whole for whole in WHOLES.values()}

SIGNS = {sign: Fraction(unicodedata.numeric(sign)).limit_denominator(TEN) for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}
"""A fraction in one character -> its value."""
_WRITTEN = {f"{part}/{whole}": Fraction(part, whole) for whole in FRACTIONS.values() for part in range(1, whole)}
_VULGAR = SIGNS | _WRITTEN
"""What stands behind a whole number for a part of one more: "5 1/2", "5⅜"."""

_SINGLE = regex(
    rf"(?P<vague>(?:(?:tens|dozens|scores|hundreds|thousands)\sof\s)?{_PLURAL}(?=\W|$)"
    rf"|(?:several|a\sfew|a\scouple\sof)\s(?:{_COUNTED})\b)"
    rf"|(?P<ratio>(?:\d{{1,2}}|{_UNITS}|ten)\s(?:in|out\sof)\s(?:every\s)?(?:{one_of(_WHOLES)})\b(?![-/:]|[.,]\d|\s(?:{_LARGE})\b))"
    rf"|(?P<part>(?:a|one)\s(?:{_LARGE})\sand\sa\shalf\b|half\san?\s(?:{_LARGE}|dozen)\b|(?:a\s|one[-\s]|three[-\s])quarters?\sof\sa\s(?:{_LARGE})\b)"
    rf"|(?P<sign>[{''.join(SIGNS)}]|(?:{one_of(_WRITTEN)})(?=\sof\s(?:an?|the|one|all|its|their)\s))"
    rf"|(?P<fraction>(?:(?:{_UNITS}|an?)[-\s](?:{_FRACTION})s?|half)\b)"
    rf"|(?P<group>(?:{_BELOW_100}|\d{{1,2}}|a|half\sa)\sdozen\b)"
    rf"|(?P<words>{_WORDS})"
    rf"|(?P<symbol>{one_of(SYMBOLS)})?\s?(?P<digits>{_DIGITS})(?P<mixed>\s?[{''.join(SIGNS)}]|\s(?:{one_of(_WRITTEN)})(?![\d/]))?"
    rf"(?:(?P<scale>[\s-]?(?:{_COUNTED})\b(?:\s(?:{_LARGE})\b){{0,2}}|\s?(?:mn|mln|bn|tn|trn)(?!\w)|[mkb](?!\w))|(?![\d_]))"
)
_LINK = regex(r"%?\s?[-–]\s?|\s(?:to|or)\s")
_LINK_BETWEEN = regex(r"(?:\s?%|\sper\s?cent)?\s(?:and|to)\s")


def read_number(text: str, at: int, *, between: bool = False, alone: bool = False) -> Number | None:
    """The number, or the range of numbers, that begins at ``at`` in the text in lower case.

    ``between`` says that "between" stands before it, so that "and" joins two ends; ``alone`` that no range is meant.
    """
    first = _read(text, at)
    if first is None or alone or first.form in ("vague", "share"):
        return first
    link = (_LINK_BETWEEN if between else _LINK).match(text, first.end)
    second = _read(text, link.end()) if link else None
    return (_joined(text, first, second) if second else None) or first


def _joined(text: str, first: Number, second: Number) -> Number | None:
    """The two as one range, where they can be its ends; the scale of the second is the first one's too."""
    if second.form in ("vague", "share") or (second.symbol and second.symbol != first.symbol):
        return None
    if second.form == "scaled" and first.form != "scaled":
        scale = _scale_of(text[second.start : second.end])
        if first.high * scale < second.low:
            first = first._replace(low=first.low * scale, high=first.high * scale, grain=first.grain * scale)
    if first.low >= second.low:
        return None
    return second._replace(start=first.start, low=first.low, grain=min(first.grain, second.grain), symbol=first.symbol)


def _scale_of(text: str) -> int:
    scale = re.search(rf"(?:{_COUNTED})(?:\s(?:{_LARGE}))*$|[mkbtrln]+$", text)
    return _factor(scale.group()) if scale else 1


def _factor(scale: str) -> int:
    """What scale words multiply by, one behind another too: "lakh crore"."""
    return prod((SCALES | GROUPS | SHORT_SCALES).get(word, 1) for word in scale.split())


def _read(text: str, at: int) -> Number | None:
    found = _SINGLE.match(text, at)
    if found is None:
        return None
    if found["digits"] is not None:
        return _digits(found)
    form = found.lastgroup or ""
    read = _spoken(form, " ".join(found.group().split()))
    return read._replace(start=found.start(), end=found.end()) if read else None


def _digits(found: re.Match[str]) -> Number:
    scale = (found["scale"] or "").strip(" -\n\t\xa0")
    symbol = SYMBOLS.get(found["symbol"] or "", "")
    figure = _figure(found["digits"], scale)
    if found["mixed"]:
        part = float(_VULGAR[found["mixed"].strip()]) * (figure.grain if figure.form == "scaled" else 1)
        figure = figure._replace(
            low=figure.low + part, high=figure.high + part, grain=part, significant=part, form="scaled"
        )
    return figure._replace(start=found.start(), end=found.end(), symbol=symbol)


@lru_cache(WORDS)
def _figure(digits: str, scale: str) -> Number:
    """The number in digits; its place is filled in by the caller."""
    written = digits.replace(",", "")
    factor = _factor(scale)
    grain = Decimal(factor).scaleb(-len(written.partition(".")[2]))
    return _exact(float(Decimal(written) * factor), float(grain), "scaled" if factor > 1 else "digits")


def _exact(value: float, grain: float, form: str) -> Number:
    return Number(0, 0, value, value, grain, max(grain, _last_digit(value)), form)


def _last_digit(value: float) -> float:
    """What the last digit of the value that is not a zero counts: 100 for 3,500; 1 for 0."""
    digits = Decimal(repr(value)).normalize()
    return 1.0 if not value else float(Decimal(1).scaleb(int(digits.as_tuple().exponent)))


@lru_cache(WORDS)
def _spoken(form: str, words: str) -> Number | None:
    """The number in words; its place is filled in by the caller."""
    return {
        "vague": _vague,
        "ratio": _ratio,
        "part": _part,
        "fraction": _fraction,
        "sign": _sign,
        "group": _group,
        "words": _cardinal,
    }[form](words)


def _vague(words: str) -> Number:
    """ "Dozens" reach from one dozen to ten, where the next word would be used; "several hundred" from 200 to 900."""
    base = 1
    for word in re.findall(r"[a-z]+", words):
        base *= {"tens": TEN}.get(word, (SCALES | GROUPS).get(word.removesuffix("s"), 1))
    few = not words.endswith("s")
    return Number(0, 0, 2.0 * base if few else base, float((TEN - 1 if few else TEN) * base), base, base, "vague")


def _ratio(words: str) -> Number | None:
    first, *_, last = words.split()
    part, whole = int(first) if first.isdigit() else SMALL[first], _WHOLES[last]
    return _share(part, whole) if 0 < part < whole else None


def _share(part: int, whole: int) -> Number:
    """A share in per cent; a fraction reaches half the way to the next simpler one, or a quarter when not hedged."""
    coarse = HUNDRED / (whole * (whole + 1))
    value = round(HUNDRED * part / whole, 4)
    return Number(0, 0, value, value, coarse / 2, coarse, "share")


def _part(words: str) -> Number:
    """ "Half a million", "three quarters of a million", "a million and a half"."""
    scale = next(size for word, size in (SCALES | GROUPS).items() if word in words.split())
    count = SMALL.get(re.split(r"[\s-]", words)[0], 1)
    value = count * scale / FRACTIONS["half" if "half" in words else "quarter"] + scale * words.endswith("half")
    return Number(0, 0, value, value, scale / TEN, scale / TEN, "scaled")


def _sign(written: str) -> Number:
    """ "⅝", "5/8"."""
    return _share(_VULGAR[written].numerator, _VULGAR[written].denominator)


def _fraction(words: str) -> Number | None:
    *numerator, name = re.split(r"[-\s]", words)
    whole = FRACTIONS.get(name) or FRACTIONS[name.removesuffix("s")]
    part = SMALL.get(numerator[0], 1) if numerator else 1
    plural = name.endswith("s")
    return _share(part, whole) if part < whole and plural == (part > 1) else None


def _group(words: str) -> Number:
    """Dozens and scores: half a dozen is the finest that they are told in."""
    *count, name = words.split()
    size = GROUPS[name]
    times = {"a": 1.0, "half a": 1 / 2}.get(" ".join(count)) or float(_cardinal_value(" ".join(count)))
    return Number(0, 0, times * size, times * size, size / 2, size, "scaled")


def _cardinal(words: str) -> Number:
    value = _cardinal_value(words)
    scale = max((_factor(found) for found in re.findall(rf"\b(?:{_LARGE})\b(?:\s(?:{_LARGE})\b)*", words)), default=1)
    if scale == 1:
        return _exact(float(value), 1, "words")
    trailing = re.search(rf"(?:{_LARGE})[,\s].", words)
    grain = 1 if trailing else scale / TEN if "half" in words else scale
    return _exact(float(value), grain, "scaled")


def _part_in_digits(found: re.Match[str]) -> str:
    """ "And a quarter" in digits."""
    _, part, whole = re.split(r"[\s-]", found.group())
    return str(SMALL.get(part, 1) / FRACTIONS[whole.removesuffix("s")])


def _cardinal_value(words: str) -> Decimal:
    if words.isdigit():
        return Decimal(words)
    total = current = last = Decimal(0)
    before = ""
    for word in re.findall(r"[a-z]+|[\d.]+", re.sub(_AND_PART, _part_in_digits, words)):
        if word[0].isdigit():
            current += Decimal(word)
        elif word in SCALES and before in SCALES and before != "hundred":
            total, last = total + last * (SCALES[word] - 1), last * SCALES[word]
        elif word == "hundred":
            current = (current or Decimal(1)) * HUNDRED
        elif word in SCALES:
            last = (current or Decimal(1)) * SCALES[word]
            total, current = total + last, Decimal(0)
        elif word in SMALL:
            current += SMALL[word]
        before = word
    return total + current
