"""Runs of letters and digits in a text, where no more is asked of it than which words stand at a place.

Cheaper than tokens: nothing is kept, and no mark is looked at.
"""

from __future__ import annotations

from auditor.text.regex import regex

_RUN = regex(r"\w+")
STEP = regex(r"[\w’'.-]{1,20}\s")
"""A word and the one white space behind it."""


def runs(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The runs in ``[start, end)``, in reading order."""
    return _RUN.findall(text, start, len(text) if end is None else end)


def run_at(text: str, at: int) -> str:
    """The run that begins at a place, or the rest of one that stands there; empty where none does."""
    found = _RUN.match(text, at)
    return found.group() if found else ""


def run_before(text: str, at: int, low: int = 0) -> str:
    """The run that ends at a place, no part of it from before ``low``; empty where none does."""
    start = at
    while start > low and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return text[start:at]
