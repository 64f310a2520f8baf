"""Tokens: the words, numbers and marks of a text with their places, sentence by sentence.

A possessive ending is a token of its own ("Monday", "'s"), as are the parts of a word that a hyphen joins to a number
("11", "-", "hour"); a hyphen between letters joins one word ("court-martial"). Nothing is read before it is asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from auditor.languages.en.morphology import lemma
from auditor.text.invisible import ends, visible
from auditor.text.regex import regex

_TOKEN = regex(
    r"(?:[A-Za-z]\.){2,6}"  # U.S.
    r"|[’']s\b|(?<=s)[’'](?!\w)"  # what makes a possessive
    r"|[^\W\d_]+(?:-[^\W\d_]+){0,5}(?:n[’']t\b|[’'](?!s\b)[^\W\d_]+)?"
    r"|\d+(?:[.,:]\d+){0,6}(?:[^\W\d_]{1,2}\b)?"
    r"|\S"
)
_SHORTENED = regex(r"[’'](?:ll|ve|re|d|m)$")


class Token(NamedTuple):
    """A word, number or mark: as written, in lower case, its place in the text, and whether it stands in a quotation."""

    text: str
    lower: str
    start: int
    end: int
    quoted: bool = False

    @property
    def lemma(self) -> str:
        """Its dictionary form in lower case; of a number or a mark what is written."""
        return lemma(_SHORTENED.sub("", self.lower)) if self.is_word else self.lower

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


class Tokens:
    """The tokens of a text, read by the sentence."""

    def __init__(self, text: str, sentences: Iterable[tuple[int, int]], quoted: Iterable[tuple[int, int]] = ()) -> None:
        """Take a text, the places of its sentences and those of the quotations in it, both in reading order."""
        self._text = text
        self.sentences = tuple(sentences)
        self._quoted = tuple(quoted)
        self._read: dict[int, tuple[Token, ...]] = {}

    def number(self, at: int) -> int:
        """The number of the sentence that holds the offset, or of the last one before it; 0 in front of all."""
        return max(0, bisect_right(self._starts, at) - 1)

    def of(self, number: int) -> tuple[Token, ...]:
        """The tokens of a sentence by its number; none where there is no such sentence."""
        if not 0 <= number < len(self.sentences):
            return ()
        if number not in self._read:
            self._read[number] = tuple(self._tokens(*self.sentences[number]))
        return self._read[number]

    def _tokens(self, start: int, end: int) -> Iterable[Token]:
        written, places = visible(self._text[start:end])
        for found in _TOKEN.finditer(written):
            first, last = ends(places, *found.span())
            text = found.group()
            yield Token(
                text, text.lower().replace("’", "'"), start + first, start + last, self._is_quoted(start + first)
            )

    def _is_quoted(self, at: int) -> bool:
        place = bisect_right(self._quote_starts, at) - 1
        return place >= 0 and at < self._quoted[place][1]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [start for start, _ in self._quoted]
