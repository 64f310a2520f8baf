"""Words by which a text says that something in it, or in what it quotes, was not so."""

from __future__ import annotations

import re

CORRECTED = re.compile(
    r"\b(?:corrections?|corrected|clarification|(?:earlier|previous|original) version|misstated|misdated|mistaken\w*|wrong(?:ly)?|"
    r"incorrect(?:ly)?|erroneous(?:ly)?|in error|typo|misprint)\b",
    re.IGNORECASE,
)
"""Words by which a text says itself that something in it, or in what it quotes, is not so."""
CORRECTION_NOTE = re.compile(
    r"[\[(*\s]{0,3}(?:corrections?|clarifications?|editor[’']s note|(?:this|an earlier version of this) (?:article|story)"
    r"(?: (?:has been|was|gave|said|stated|misstated)))\b",
    re.I,
)
