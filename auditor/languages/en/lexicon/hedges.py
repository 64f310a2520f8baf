"""Hedges: words that take a number or statement out of what has happened, by what they make of it.

Two statements under hedges of different classes do not speak of one thing: what was planned, what is possible, what a
thing can hold, what was offered, and what a survey of another time found.
"""

from __future__ import annotations

_CLASSES = {
    "forecast": "would could may might expect forecast predict project estimate likely anticipate believe fear "
    "possible potentially perhaps probably plan hope aim target intend seek propose schedule due",
    "capacity": "capacity capable license seat accommodate limit maximum ceiling",
    "offer": "initial initially originally previously improve revise",
    "condition": "if unless whether",
    "correction": "correction correct erroneously incorrectly mistakenly misstate",
    "rescheduled": "move postpone reschedule delay extend shorten",
    "earlier": "previous previously record",
}

HEDGES = {word: name for name, words in _CLASSES.items() for word in words.split()}
"""Lemma -> the class of hedge."""

PART_WORDS = frozenset(
    "another more further other others additional extra remaining rest included including among".split()
)
"""Words beside a number that make it part of a larger one, or one on top of another."""

ALL_WORDS = frozenset("total all altogether together combined overall".split())
"""Words beside a number that make it the whole."""
