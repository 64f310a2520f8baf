"""Pieces of patterns that several kinds of time expressions share; all of them for text in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.languages.en.lexicon.calendar import MONTHS, RANKED_DAYS
from auditor.languages.en.lexicon.numbers import CARDINALS, RANKS, SCALES
from auditor.languages.en.lists import LISTS
from auditor.text.alternation import one_of
from auditor.text.regex import regex

COUNTED = regex(rf" (?:[a-z]{{3,}} )?{one_of(LISTS.words('time_words', 'counted'))}\b")
"""Behind digits that are the number of something: "2000 people", "2000 young men"."""


def any_of(words: Iterable[str]) -> str:
    """An alternation, long words first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_MONTHS = any_of(MONTHS)
MONTH = rf"(?:{_MONTHS})(?!\w|-(?!(?:{_MONTHS})\b)[a-z])"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.:]\d|,\d{3})"
RANKED_DAY = rf"(?:{any_of(RANKED_DAYS)})(?![\w-])"
YEAR = r"(?:1\d{3}|20\d\d)(?![\w%]|[.,]\d)"
RANK = rf"(?:{any_of(RANKS)}|\d{{1,3}}(?:,\d{{3}})?(?:st|nd|rd|th))"
JOIN = r"(?:\s?[-–—/]\s?|\s(?:to|and|or|through|until|till)\s)"
BEFORE_CHRIST = r"(?:bce?\b|b\.\s?c\b\.?(?:\s?e\b\.?)?)"


def number(words: str) -> float:
    """The value of a number in words or digits."""
    plain = words.replace(",", "")
    if plain[0].isdigit():
        return float(plain.rstrip("½")) + plain.endswith("½") / 2
    total = 0
    for word in re.split(r"[- ]", plain):
        total = max(total, 1) * SCALES[word] if word in SCALES else total + CARDINALS[word]
    return float(total)


def day_number(words: str) -> int:
    """The day of the month that DAY or RANKED_DAY matches."""
    return RANKED_DAYS[words] if words in RANKED_DAYS else int(re.sub(r"\D", "", words))


def rank(words: str) -> int:
    """The value of what RANK matches."""
    return RANKS[words] if words in RANKS else int(re.sub(r"\D", "", words))
