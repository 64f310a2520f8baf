"""The words of a quotation as they are compared: typography, spellings and short forms folded, insertions left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from auditor.languages.en.lexicon.short_forms import LONG_FORMS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.phrases.wording import FOLDED, NUMERO, NUMERO_IN_FULL, PAIRED, SPEAKER_HIMSELF, VARIANT
from auditor.text.invisible import ends, visible
from auditor.text.regex import regex

TOKEN = regex(r"\w+(?:[’'-]\w+)*")
_SPOKEN = regex(r"(?:[A-Za-z]\.){1,4}[A-Za-z]\b\.?|(?:\[\w{1,3}\](?=\w))?\w+(?:[’'-]\w+|\[\w{1,3}\])*|[%&]")
"""A word of a quotation: dotted initials are one, letters that an editor set in brackets ("[W]hile") are its own."""
_INSERTED = regex(r"(?<!\w)\[[^\[\]]{1,120}\](?!\w)|\([^()]{1,80}\)")
"""What an editor put into a quotation."""
STOP = LISTS.words("function_words", "stop")
"""Words that tell no quotation from another."""
SMALL = LISTS.words("function_words", "small")
"""Words whose loss an editor would hardly mark: articles, particles, what is said while thinking."""
_NUMBER_BEHIND = regex(r"\.\s?\d")
FOLD = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-"})
_SECOND = frozenset(second for _, second in PAIRED)


class Word(NamedTuple):
    """A word of a quotation: folded, and its place in code points from the quotation's start."""

    text: str
    start: int
    end: int
    name: bool


_SHORT = 2_000
"""Characters of a text whose words are kept: several checks ask for those of one quotation, and each article keeps its own."""


def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in lower case, typography, spellings of one word ("can not") and what nobody sees folded."""
    return _kept(text) if len(text) <= _SHORT else _read(text)


def _read(text: str) -> tuple[Word, ...]:
    seen, places = visible(text)
    return _placed(_words(seen), places)


_kept = lru_cache(maxsize=8_192)(_read)


def _placed(found: tuple[Word, ...], places: Sequence[int]) -> tuple[Word, ...]:
    """The words of the visible text at their places in the text given."""
    if isinstance(places, range):
        return found
    return tuple(Word(word.text, *ends(places, word.start, word.end), word.name) for word in found)


def _words(text: str) -> tuple[Word, ...]:
    found: list[Word] = []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        word = match.group()
        if not word.isascii():
            word = word.translate(FOLD)
        if word in NUMERO and _NUMBER_BEHIND.match(text, end):
            word = NUMERO_IN_FULL
        plain = word.lower()
        if plain == "not" and found and found[-1].text == "can" and start - found[-1].end == 1:
            found[-1] = Word("cannot", found[-1].start, end, False)
            continue
        # An ordinary word is written as it is in lower case, so that nothing more has to be asked of it.
        name = word != plain and word[0].isupper() and bool(found) and text[start - 2] not in ".!?"
        found.append(Word(plain, start, end, name and word != "I" and not word.startswith("I'")))
    return tuple(found)


@lru_cache(maxsize=16_384)
def spoken(text: str) -> tuple[Word, ...]:
    """The speaker's words of a quotation: as :func:`words`, short forms written out, an editor's insertions left out.

    Several checks ask for those of one quotation, one after another.
    """
    seen, places = visible(text)
    return _placed(_told(seen), places)


def _told(text: str) -> tuple[Word, ...]:
    inserted = [found.span() for found in _INSERTED.finditer(text)] if "[" in text or "(" in text else []
    found: list[Word] = []
    for match in _SPOKEN.finditer(text):
        start, end = match.span()
        if inserted and any(first <= start < last for first, last in inserted):
            continue
        written = match.group()
        word = _folded(written)
        if word in _SECOND and found and start - found[-1].end == 1 and (pair := PAIRED.get((found[-1].text, word))):
            found[-1] = Word(pair, found[-1].start, end, False)
            continue
        if written in NUMERO and _NUMBER_BEHIND.match(text, end):
            word = NUMERO_IN_FULL
        himself = f"{written}'".startswith(SPEAKER_HIMSELF)
        name = written[0].isupper() and bool(found) and text[start - 2] not in ".!?" and not himself
        found.append(Word(word, start, end, name))
    return tuple(found)


@lru_cache(maxsize=65_536)
def _folded(word: str) -> str:
    """A word in lower case, without brackets and the dots of initials, its short form written out and its spelling folded."""
    plain = word.translate(FOLD).lower().replace("[", "").replace("]", "")
    plain = plain.replace(".", "").removesuffix("'") if "." in plain else plain.replace("s's", "s")
    plain = LONG_FORMS.get(plain, plain)
    return VARIANT.sub(lambda found: FOLDED.get(found.group(), ""), plain)


def runs(told: Sequence[Word], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of so many words, in reading order."""
    plain = [word.text for word in told]
    return (tuple(plain[at : at + length]) for at in range(len(plain) - length + 1))
