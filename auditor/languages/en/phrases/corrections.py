"""Words by which a text says that something in it, or in what it quotes, was not so."""

from __future__ import annotations

import re

from auditor.languages.en.lists import LISTS
from auditor.text.beside import Within
from auditor.text.regex import regex

CORRECTED = Within(LISTS.words("corrected"))
CORRECTION_NOTE = regex(
    r"[\[(*\s]{0,3}(?:corrections?|clarifications?|editor[’']s note|(?:this|an earlier version of this) (?:article|story)"
    r"(?: (?:has been|was|gave|said|stated|misstated)))\b",
    re.I,
)
