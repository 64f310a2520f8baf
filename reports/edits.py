"""What lies between two copies of one article: the edits, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.model import Copies, Span
from auditor.reports.answers import Answers
from auditor.reports.layout import CONTEXT, counted

MOST = 8
"""Edits of a group of copies that are listed; the others are counted."""
_WORD = re.compile(r"\w+")


def edits(copies: Copies, found: Answers) -> Iterator[str]:
    """The first edits of a few words with their places, a line each; longer ones and those of order alone are counted."""
    short = [pair for pair in copies.edits if max(len(span.text) for span in pair) <= CONTEXT and not _reordered(*pair)]
    for left, right in short[:MOST]:
        mine, theirs = (found.places.quote(span, context=0).words for span in (left, right))
        if not theirs:
            yield f"“{mine}” ({found.at(left)}) was cut ({found.at(right)})"
        elif not mine:
            yield f"“{theirs}” was added ({found.at(right)})"
        else:
            yield f"“{mine}” ({found.at(left)}) became “{theirs}” ({found.at(right)})"
    if more := len(copies.edits) - len(short[:MOST]):
        yield f"and {counted(more, 'more edit')}"


def _reordered(left: Span, right: Span) -> bool:
    """Whether an edit has the same words in another order: "March 11", "11 March"."""
    one, other = (sorted(_WORD.findall(span.text.lower())) for span in (left, right))
    return one == other
