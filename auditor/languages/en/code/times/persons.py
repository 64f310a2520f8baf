"""Months that are names of people in a text ("Theresa May")."""

from __future__ import annotations

from auditor.languages.en.lexicon.calendar import NAMES
from auditor.languages.en.lists import LISTS
from auditor.text.regex import regex

_NOT_NAMES = LISTS.words("plain_words", "opener")

_PERSON = regex(r"(?<![\w’'])([A-Z][\w’'-]{1,20})\.?\s(May|April|June|August|March|Jan)\b(?!\s\d|,?\s(?:1\d|20)\d\d)")
_NO_GIVEN_NAMES = LISTS.words("time_words", "month-opener")
"""Words that open a sentence before a month."""


def people_named(raw: str) -> frozenset[str]:
    """The months, in lower case, that are somebody's name in the text: behind a given name or a title somewhere in it."""
    return frozenset(
        found[2].lower()
        for found in _PERSON.finditer(raw)
        if found[1].lower() not in _NOT_NAMES | NAMES | _NO_GIVEN_NAMES
    )
