"""Lemmas: the dictionary form under which the forms of a word are one word."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma import Lemmatizer

_IRREGULAR = {
    "left": "leave",
    "found": "find",
    "felt": "feel",
    "rose": "rise",
    "wounded": "wound",
    "lay": "lie",
    "broke": "break",
    "shot": "shoot",
}
"""Forms that the dictionary reads as another word than news prose means."""


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The English dictionary form of a lower-case word, the word itself where it is unknown (simplemma)."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return _lemmatizer().lemmatize(word, lang="en").lower()


@cache
def _lemmatizer() -> Lemmatizer:
    """Reads the packed dictionary in place: unpacking all of it first takes twice as long as a short run has words for."""
    from simplemma import Lemmatizer  # here, since importing it and opening the dictionary take a tenth of a second
    from simplemma.strategies import DefaultStrategy
    from simplemma.strategies.dictionaries import StreamDictionaryFactory

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=StreamDictionaryFactory()))
