"""Concepts: words that newsrooms use for one another, by class, whatever the story."""

from __future__ import annotations

from auditor.languages.en.lists import LISTS


def _indexed() -> dict[str, tuple[str, ...]]:
    """Lemma or phrase of lemmas -> the concepts it may stand for."""
    found: dict[str, list[str]] = {}
    for concept, words in LISTS.members("concepts", "members").items():
        for word in words:
            found.setdefault(word, []).append(concept)
    return {word: tuple(dict.fromkeys(concepts)) for word, concepts in found.items()}


_ALL = _indexed()

CONCEPTS = {word: concepts for word, concepts in _ALL.items() if " " not in word}
"""Lemma -> its concepts."""

PHRASES = {tuple(word.split(" ")): concepts for word, concepts in _ALL.items() if " " in word}
"""Phrase, as a tuple of two to five lemmas -> its concepts."""

PHRASE_OPENERS = frozenset(phrase[0] for phrase in PHRASES)
"""The first lemmas of the phrases."""
