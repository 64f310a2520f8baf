"""Morphology: the forms of English words, and the word that a form is of."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import STEM
from auditor.text.kept import WORDS

if TYPE_CHECKING:
    from simplemma import Lemmatizer

_READ_OTHERWISE = LISTS.column("irregular_verbs", "verb", "lemma")
_PLURALS = LISTS.column("irregular_nouns", "singular")
_UNCHANGED = LISTS.words("irregular_nouns", "unchanged")
_SINGULAR = LISTS.words("irregular_nouns", "singular")
_IN_I = LISTS.words("irregular_nouns", "in-i")
_ES = ("ches", "shes", "sses", "xes", "zzes", "toes", "does", "noes", "goes", "roes")
_SINGULAR_S = ("ss", "us", "is", "'s", "’s")


@lru_cache(maxsize=WORDS)
def lemma(word: str) -> str:
    """The English dictionary form of a lower-case word, the word itself where it is unknown (simplemma)."""
    if word in _READ_OTHERWISE:
        return _READ_OTHERWISE[word]
    return _lemmatizer().lemmatize(word, lang="en").lower()


def is_word(word: str) -> bool:
    """Whether a dictionary of English has the lower-case word, in any form (simplemma)."""
    from simplemma import is_known  # here, for the reason below

    return is_known(word, lang="en", low_memory=True)


@cache
def _lemmatizer() -> Lemmatizer:
    """Reads the packed dictionary in place: unpacking all of it first takes twice as long as a short run has words for."""
    from simplemma import Lemmatizer  # here, since importing it and opening the dictionary take a tenth of a second
    from simplemma.strategies import DefaultStrategy
    from simplemma.strategies.dictionaries import StreamDictionaryFactory

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=StreamDictionaryFactory()))


def singular(noun: str) -> str:
    """The noun, in lower case, in the singular; one that is singular already comes back as it is.

    By rule, since a lemmatiser's dictionary costs a third of the time that checking a small file may take, and reads
    "lives" and "leaves" as verbs; behind a number a noun is all there can be.
    """
    if noun in _UNCHANGED or noun in _SINGULAR:
        return noun
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > STEM:
        return noun[:-3] + "y"
    if noun.endswith(_ES) and len(noun) > STEM:
        return noun[:-2]
    if noun in _IN_I:
        return noun[:-1]
    if noun.endswith("s") and not noun.endswith(_SINGULAR_S) and len(noun) > 2:
        return noun[:-1]
    return noun


def is_plural(noun: str) -> bool:
    """Whether the word, in lower case, can be a noun in the plural."""
    return noun in _UNCHANGED or singular(noun) != noun


def inflected(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb: itself, in -s, in -ed and in -ing."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    s = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return verb, verb + s, verb + "ed", verb + "ing"
