"""The year behind a day, a month, a season or a quarter: ", 2008", " of 44 BC", " of that year", " last year", " of '99"."""

from __future__ import annotations

import re

from auditor.languages.en.code.times.patterns import BEFORE_CHRIST, COUNTED, YEAR
from auditor.languages.en.code.times.reference import Reference
from auditor.languages.en.code.times.spelled_years import in_words
from auditor.languages.en.lists import LISTS
from auditor.text.regex import regex

_BEHIND = regex(
    rf"(?:(?:\sof|,|\sin)?\s(?:the\s)?(?:fiscal\s)?(?:year\s)?|(?P<joined>[-,/]))(?:(?P<bc>\d{{1,4}})\s?{BEFORE_CHRIST}|"
    rf"(?P<year>{YEAR})\b|(?:(?P<told>that|same|following|previous|that\ssame)|(?P<step>last|next|this))\syear\b|['’‘](?P<short>\d\d)(?![\w’']))"
)
_STEPS = LISTS.numbers("time_steps", "step")


def year_behind(text: str, at: int, reference: Reference | None = None) -> tuple[int | None, int] | None:
    """The year that is written behind ``at`` and where it ends; ``None`` where none is.

    One told by another ("of last year") is known by the ``reference``.
    """
    found = _BEHIND.match(text, at)
    if found is None:
        return in_words(text, at + 1) if text[at : at + 1] in (" ", ",") else None
    word = found["told"] or found["step"]
    if (word and text[at] == ",") or (found["year"] and COUNTED.match(text, found.end())):
        return None
    return _year(found, word, reference), found.end()


def _year(found: re.Match[str], word: str | None, reference: Reference | None) -> int | None:
    if found["bc"]:
        return -int(found["bc"])
    if found["year"]:
        return int(found["year"])
    if reference is None:
        return None
    if word is None:
        return reference.year_of_two_digits(int(found["short"]))
    base = (reference.then if found["told"] else reference.now).year
    return None if base is None else base + _STEPS.get(word.split()[-1], 0)
