"""Whether the words before a date point ahead of the day of writing."""

from __future__ import annotations

import re

_AHEAD = re.compile(
    r"\b(?:will|won’t|won't|’ll|'ll|shall|scheduled|due|upcoming|planned|plans|(?:is|are|set|expected|hopes?|going)\sto|"
    r"until|by|no\slater\sthan|starting|beginning|effective)\b[^.;:!?\n]{0,60}\Z"
)
_REACH = 70
"""Characters before a date in which a sign of the future counts: about a clause."""


def points_ahead(text: str, at: int) -> bool:
    """Whether the clause before ``at`` speaks of the future ("will meet on", "until")."""
    return _AHEAD.search(text, max(0, at - _REACH), at) is not None
