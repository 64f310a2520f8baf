"""Phrases by which a text speaks to its reader."""

from __future__ import annotations

import re

from auditor.languages.en.lists import LISTS
from auditor.text.alternation import one_of
from auditor.text.regex import regex

_STRAIGHT, _CURLY = "'", "’"
_WORDS = LISTS.words("addressing")
ADDRESS = regex(
    rf"(?:(?<!\w)|(?=,))(?:{one_of(_WORDS | {word.replace(_STRAIGHT, _CURLY) for word in _WORDS})})(?!\w)", re.I
)
"""One of them, with a straight or a curly apostrophe."""
