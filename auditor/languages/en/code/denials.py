"""Denials: verbs that one article denies ("did not inspect"), and the sentences of others that assert the same verb.

Any verb can be denied, so what is denied somewhere is looked for elsewhere, rather than every verb of every article kept as a claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from auditor.languages.en.code.names import Names
from auditor.languages.en.code.outcomes import Outcomes, words_of
from auditor.languages.en.lexicon.concepts import CONCEPTS
from auditor.languages.en.lexicon.light import LIGHT
from auditor.languages.en.lexicon.outcomes import OPENERS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import lemma
from auditor.model import Article, Claim
from auditor.text.beside import Before, Behind
from auditor.text.regex import regex

_DENIED = regex(
    r"\b(?:(?:did|does|do|has|have|had|was|were|is|are)(?:\snot|n[’']t)|never|fail(?:ed|s)\sto)\s(?!only\b|merely\b|simply\b)"
    r"(?:(?:[a-z]{2,12}ly|yet|even|been|be|had|once)\s){0,2}([a-z]{3,20})\b(?!\s(?:by\s\w{1,20}ing|because|until|unless|merely|only|just)\b)"
)
"""A verb denied; where its manner, reason or term follows, that is what is denied ("not done by guessing")."""

_LEADING = Before([*LISTS.words("function_words", "do", "modal", "personal"), "not", "to", "never", "who", "which"])
"""What stands before a verb whose form a noun has too."""
_MODIFYING = Before(LISTS.words("clause_cues", "modifying"))
_OBJECT = Behind(LISTS.words("clause_cues", "object"))


def denied_verbs(article: Article) -> frozenset[str]:
    """What the article denies, as scales."""
    return frozenset(scale for m in _DENIED.finditer(article.prose.text) if (scale := _scale(m.group(1))))


def find_denials(article: Article, names: Names, scales: Set[str]) -> Iterator[Claim]:
    """The outcomes of the article on the given scales, denied or not."""
    if not scales:
        return
    reader = Outcomes(article.prose, names, article.claims)
    for sentence in article.prose.sentences:
        for start, end, surface in words_of(article.prose, sentence):
            plain = lemma(surface)
            scale = _scale(surface) if plain in scales or CONCEPTS.get(plain) else ""
            if scale in scales and _is_verb(article.prose.lower, sentence[0], start, surface, plain):
                yield reader.claim(start, end, scale, first=True)


def _is_verb(text: str, first: int, at: int, surface: str, plain: str) -> bool:
    """Whether a word is a verb in its sentence: its form says so, or a helping verb or a pronoun before it does.

    What opens a sentence in the past tells of what follows ("Advanced humbug"), and "licenses" alone may be a noun.
    """
    if surface.endswith("ing") or _MODIFYING.start(text, at, first) is not None:
        return False
    if _OBJECT.next(text, at + len(surface)) and not surface.endswith("ed"):
        return True  # "features a gun"
    if at == first:
        return False
    if surface != plain and not surface.endswith("s"):
        return True
    return _LEADING.start(text, at, first) is not None


def _scale(word: str) -> str:
    plain = lemma(word)
    if plain in LIGHT or plain in OPENERS or word in LIGHT:
        return ""
    concepts = CONCEPTS.get(plain, ())
    return f"~{concepts[0]}" if len(concepts) == 1 else plain
