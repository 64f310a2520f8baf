"""Marks around a value in a text being written, so that the ledger can say where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

Place = tuple[int, int]
_OPEN, _BETWEEN, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARKED = re.compile(f"{_OPEN}(\\w+){_BETWEEN}([^{_CLOSE}]*){_CLOSE}")


def marked(key: str, words: str) -> str:
    """The words, marked as what states the fact of that key."""
    return f"{_OPEN}{key}{_BETWEEN}{words}{_CLOSE}"


def unmarked(text: str) -> tuple[str, Mapping[str, Sequence[Place]]]:
    """The text without marks, and by key where its values stand in it."""
    parts: list[str] = []
    places: dict[str, list[Place]] = defaultdict(list)
    length = last = 0
    for match in _MARKED.finditer(text):
        parts += (text[last : match.start()], match[2])
        length += match.start() - last
        places[match[1]].append((length, length + len(match[2])))
        length += len(match[2])
        last = match.end()
    return "".join((*parts, text[last:])), places
