"""What a headline says: its first statement as stems, and the numbers in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.languages.en.code.numbers import Number, read_number
from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import STEM, WORD
from auditor.text.alternation import one_of
from auditor.text.regex import regex

_END = regex(r"[:;,.!?–—|(“”\"‘]| - ")
_WORD = regex(r"[^\W\d_]{2,}")
_SMALL = LISTS.words("function_words")
_LISTED = LISTS.words("listed_things")
_FIGURE = regex(r"(?<![\w.,:/#-])[$€£]?\d")
_NO_COUNT = regex(
    r"(?:\d{1,2}:\d\d|(?:19|20)\d\d(?![\d,.])|\d{1,12}(?:st|nd|rd|th|s|-\w|\s?[ap]\.?m|(?=,\s)|/\d))",
    re.I,
)
"""Figures that count nothing: a time, a year, a rank, a part of a name ("G-20"), an age between commas."""
_MONTH_BEFORE = regex(rf"(?:{one_of(LISTS.words('months') | LISTS.all_members('months', 'short'))})\.?\s\Z", re.I)


def first_statement(headline: str) -> tuple[str, ...]:
    """The stems of the words that say something in a headline up to its first mark, each once, in their order."""
    end = _END.search(headline)
    return tuple(dict.fromkeys(stem for stem, _ in stems(headline[: end.start() if end else len(headline)])))


def stems(text: str) -> Iterator[tuple[str, int]]:
    """The stems of the words that say something, with their places."""
    for found in _WORD.finditer(text):
        word = found.group().lower()
        if word not in _SMALL:
            yield word[:STEM], found.start()


def counts(headline: str) -> Iterator[Number]:
    """The numbers in digits of a headline that count something."""
    lower = headline.lower()
    for found in _FIGURE.finditer(headline):
        month = _MONTH_BEFORE.search(headline, max(0, found.start() - WORD), found.start())
        number = read_number(lower, found.start())
        if number and not month and not _NO_COUNT.match(headline, found.end() - 1) and not _lists(lower, number):
            yield number


def _lists(headline: str, number: Number) -> bool:
    """Whether a number says how long a list is: "4 takeaways", "the top 10"."""
    before, behind = headline[: number.start].split()[-1:], headline[number.end :].split()[:2]
    return not _LISTED.isdisjoint([*before, *behind])


def numbers(text: str) -> Iterator[Number]:
    """Every number of a text in lower case, in digits or words."""
    at = 0
    for found in _ANY.finditer(text):
        if found.start() >= at and (number := read_number(text, found.start())):
            yield number
            at = max(at, number.end)


_ANY = regex(rf"[$€£]?\b\d|\b(?:{one_of(LISTS.words('numbers'))})\b")
