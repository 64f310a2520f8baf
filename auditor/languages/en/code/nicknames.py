"""Nicknames in marks between a given and a family name: ``Robert "Bob" Lee``. They are part of the name and quote nobody."""

from __future__ import annotations

from auditor.languages.en.lists import LISTS
from auditor.text.regex import regex
from auditor.text.runs import run_before

MARKS = "\"“‘'"
"""The marks that open a nickname."""
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
NICKNAME = rf"[ \xa0][{MARKS}]{_CAPITAL}\w{{1,20}}[\"”’'](?=[ \xa0]{_CAPITAL})"
"""A word in marks with a name behind it, as a pattern; before it stands the given name."""
_ONE = regex(NICKNAME)
_NOT_NAMES = LISTS.words("plain_words", "opener")


def is_nickname(text: str, mark: int, end: int) -> bool:
    """Whether a mark of the paragraph that ends at ``end`` opens a nickname.

    Never in a line without a full stop: in a headline any word may have a capital.
    """
    given = run_before(text, mark - 1)
    named = given[:1].isupper() and given.lower() not in _NOT_NAMES and _ONE.match(text, mark - 1)
    return bool(named) and text[:end].rstrip().endswith((".", "!", "?", "”", '"'))
