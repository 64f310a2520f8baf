"""Complete lists in prose: what they list, and how their members are joined."""

from __future__ import annotations

import re

from auditor.languages.en.lexicon.numbers import SMALL
from auditor.text.alternation import one_of
from auditor.text.regex import regex

MOST = int(SMALL["twelve"])
"""Members of a roster, at most: longer lists are tables."""
FEW = {word: int(value) for word, value in SMALL.items() if 2 <= value <= MOST}
PART = r"[^\W\d_][\w’'.-]{0,30}"
MEMBER = regex(
    r"(?-i:[A-ZÀ-Þ])[\w’'.-]{0,30}(?:\s(?:(?:of|the|de|la|le|van|von)\s){0,2}(?-i:[A-ZÀ-Þ])[\w’'.-]{0,30}){0,4}"
)
HEAD = regex(
    rf"\b(?P<number>{one_of(FEW)}|[2-9]|1[0-2])\s(?P<before>(?:{PART}\s){{0,3}}?)(?P<noun>[a-z]{{3,20}}s|people|men|women)"
    r"(?:(?:\s[a-z’-]{2,20}){1,4}:\s|\s(?:are|were|will\sbe)(?:\snow)?\s?:?\s|,\s|:\s|\s?[—–-]\s|\s\()",
    re.I,
)
NEXT = regex(r",?\s(?:and|&)\s|,\s")
