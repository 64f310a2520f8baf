"""Lemmas: the dictionary form under which the forms of a word are one word."""

from __future__ import annotations

from functools import lru_cache

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
    from simplemma import lemmatize  # here, since loading its dictionary takes a tenth of a second

    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return lemmatize(word, lang="en").lower()
