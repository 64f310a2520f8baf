"""Hedges: words that take a number or statement out of what has happened, by what they make of it.

Two statements under hedges of different classes do not speak of one thing: what was planned, what is possible, what a
thing can hold, what was offered, and what a survey of another time found.
"""

from __future__ import annotations

_CLASSES = {
    "forecast": "would could may might expect forecast predict project estimate likely anticipate believe fear "
    "possible potentially perhaps probably plan hope aim target intend seek propose scheduled due",
    "capacity": "capacity capable licensed license seat hold accommodate limit maximum ceiling rated",
    "offer": "tabled initial initially originally previously improved revised",
    "condition": "if unless whether",
    "correction": "correction corrected erroneously incorrectly mistakenly misstated",
    "rescheduled": "moved postponed rescheduled delayed extended shortened",
    "earlier": "previous previously record",
}

HEDGES = {word: name for name, words in _CLASSES.items() for word in words.split()}
"""Word in lower case (a lemma or a form) -> the class of hedge."""

PART_WORDS = frozenset(
    "another more further other others additional extra remaining rest included including among".split()
)
"""Words beside a number that make it part of a larger one, or one on top of another."""

ALL_WORDS = frozenset("total all altogether together combined overall".split())
"""Words beside a number that make it the whole."""
