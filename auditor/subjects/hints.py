"""Hints: what the values of two mentions say for their being about one thing, beside the words around them."""

from __future__ import annotations

from auditor.subjects.alignment import Shared
from auditor.subjects.mentions import Mention, measure, plain

_ALONE = 0.5
"""What it weighs that neither article tells anything else in a measure; less where either has more."""

_OTHER_NAMES = -0.2
"""What it weighs against two lengths that their sentences name other people and places."""


def alone(one: Mention, other: Mention) -> Shared | None:
    """Both are told in one measure that few values of either article are told in, and neither value is in the other.

    Two articles of one story that each give one length in seconds give that of the same thing, as two that each name one
    day in February do.
    """
    what = measure(one.claim)
    if what != measure(other.claim) or plain(one.claim) in other.story.values or plain(other.claim) in one.story.values:
        return None
    few = one.story.measures[what] * other.story.measures[what]
    return Shared(f"few others in {what.strip()}", _ALONE / few)


def other_names(one: Mention, other: Mention) -> Shared | None:
    """Both sentences name somebody or something, and none of it is shared: they may be told of two."""
    apart = one.names and other.names and not one.names & other.names
    return Shared("no name is shared", _OTHER_NAMES) if apart else None
