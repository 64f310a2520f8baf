"""Word lists in texts: as an alternation that reads each letter once, and as a set to look words up in."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from auditor.text.regex import regex
from auditor.text.runs import STEP

_WORD = regex(r"\w+")


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first: ``war(?:fare|s)?`` for *war*, *warfare* and *wars*.

    Shared beginnings are factored out, so a word list costs what its letters cost and not one try a word: measured on
    news, four times as fast as a plain alternation.
    """
    endings: dict[str, set[str]] = {}
    for word in set(words) - {""}:
        endings.setdefault(word[0], set()).add(word[1:])
    branches = [re.escape(first) + _ending(rest) for first, rest in sorted(endings.items())]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _ending(rest: set[str]) -> str:
    if rest == {""}:
        return ""
    return f"(?:{one_of(rest)})?" if "" in rest else one_of(rest)


def phrases(words: Iterable[str]) -> str:
    """As ``one_of``, where a space within an entry is any one space of the text: a line may end there."""
    return one_of(words).replace(r"\ ", r"\s")


def end_of_word(text: str, at: int, last: int, words: Container[str], most: int) -> int | None:
    """The end of the first of the words, in lower case, at ``at`` or up to ``most`` steps further on, within ``[at, last)``.

    A step passes over one other word and the space behind it. A long word list in a pattern takes milliseconds to compile
    at every start; looking words up takes none.
    """
    for _ in range(most + 1):
        word = _WORD.match(text, at, last)
        if word and word.group().lower() in words:
            return word.end()
        passed = STEP.match(text, at, last)
        if passed is None:
            return None
        at = passed.end()
    return None
