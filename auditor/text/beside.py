"""Which of some phrases stands right before a place in a text.

A pattern that searches the characters before a place needs a number for how many; here the longest phrase is the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from auditor.text.alternation import one_of


class Before:
    """Phrases in lower case that are looked for right before places: whole words, one white space between them and the place.

    ``hyphen``: a hyphen may stand there as well ("mid-May"). Nothing is made ready before the first question.
    """

    def __init__(self, phrases: Iterable[str], *, hyphen: bool = False) -> None:
        """Take the phrases."""
        self._phrases = frozenset(phrases)
        self._gap = r"[\s-]" if hyphen else r"\s"

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){one_of(self._phrases)}{self._gap}\Z".replace(r"\ ", r"\s"))

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
