"""Which of some phrases stands right before or behind a place in a text, or somewhere in a stretch of it.

A pattern that searches the characters before a place needs a number for how many; here the longest phrase is the number.
All phrases are whole words with one white space between two, and nothing is made ready before the first question.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cached_property

from auditor.text.alternation import one_of


class Before:
    """Phrases in lower case that are looked for right before places, with one white space between them and the place.

    ``hyphen``: a hyphen may stand there as well ("mid-May").
    """

    def __init__(self, phrases: Iterable[str], *, hyphen: bool = False) -> None:
        """Take the phrases."""
        self._phrases = frozenset(phrases)
        self._gap = r"[\s-]" if hyphen else r"\s"

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){_any(self._phrases)}{self._gap}\Z")

    @cached_property
    def _reach(self) -> int:
        return max(map(len, self._phrases)) + 1

    def start(self, text: str, at: int, low: int = 0) -> int | None:
        """Where the longest of the phrases begins before ``at``, not before ``low``; ``None`` where none stands there.

        The text is in lower case.
        """
        found = self._pattern.search(text, max(low, at - self._reach), at)
        return found.start() if found else None

    def stands(self, text: str, at: int) -> bool:
        """Whether one of the phrases stands before ``at``."""
        return self.start(text, at) is not None


class Behind:
    """Phrases that are looked for right behind places, with one white space on either side of them."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the phrases, in small or capital letters as they are to be found."""
        self._phrases = frozenset(phrases)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\s{_any(self._phrases)}\s")

    def next(self, text: str, at: int) -> int | None:
        """Where that begins which follows the longest of the phrases behind ``at``; ``None`` where none stands there."""
        found = self._pattern.match(text, at)
        return found.end() if found else None


class Within:
    """Phrases that are looked for in stretches of a text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the phrases, in small or capital letters as they are to be found."""
        self._phrases = frozenset(phrases)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b{_any(self._phrases)}\b")

    def stands(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether one of the phrases stands in the stretch."""
        return self._pattern.search(text, start, end) is not None


def _any(phrases: Iterable[str]) -> str:
    return one_of(phrases).replace(r"\ ", r"\s")
