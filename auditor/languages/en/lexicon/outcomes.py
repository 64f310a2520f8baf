"""Outcomes: what became of something, by scales of two poles that one thing cannot both have reached."""

from __future__ import annotations

from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import inflected

_FIRST = "first"
_SCALES = LISTS.column("outcomes", "scale")
OUTCOMES = {
    tuple(phrase.split(" ")): (_SCALES[phrase], pole == _FIRST)
    for phrase, pole in LISTS.column("outcomes", "pole").items()
}
"""Phrase, as a tuple of lemmas -> its scale, and whether it states the first pole."""

SPLIT = frozenset(tuple(phrase.split(" ")) for phrase in LISTS.entries("outcomes", "split"))
"""Phrases whose object may stand behind their first word: "turned the claim down", "gave the sale its blessing"."""

OPENERS = frozenset(phrase[0] for phrase in OUTCOMES)
"""The first lemmas of the phrases."""

LONGEST = max(len(phrase) for phrase in OUTCOMES)
"""Words of the longest phrase."""

_CLASSES = [*LISTS.members("same_things", "nouns").values()]
SAME_THINGS = {
    noun: {number for number, nouns in enumerate(_CLASSES) if noun in nouns} for nouns in _CLASSES for noun in nouns
}
"""Noun in the singular -> the classes of what is accepted, passed or contested that it stands for in the news."""

_WORDS = {word for phrase in OUTCOMES for word in phrase} | LISTS.words("outcome_words", "lasting")
_OWN = "its"
"""The possessive that the phrases are written with; others stand for it."""
IRREGULAR = {
    form: verb for form, verb in LISTS.column("irregular_verbs", "verb").items() if verb in _WORDS
} | dict.fromkeys(("his", "her", "their", "our"), _OWN)
"""Irregular form of a word of the phrases -> the word."""


def _forms(word: str) -> tuple[str, ...]:
    doubled = (word + word[-1] + "ed", word + word[-1] + "ing") if len(word) > 2 else ()
    return (*inflected(word), *doubled) if word.isalpha() and len(word) > 2 else (word,)


# The shorter of two words last: "voted" stands in a phrase of its own, and is a form of "vote" all the same.
_BY_LENGTH = sorted(_WORDS, key=lambda word: (-len(word), word))
PLAIN = {form: word for word in _BY_LENGTH for form in _forms(word)} | IRREGULAR
"""Form of a word of the phrases -> the word: a dictionary of all forms would have to be loaded for every article."""
