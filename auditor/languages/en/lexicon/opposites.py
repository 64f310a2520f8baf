"""Opposites: words that, said of one thing, exclude each other.

A scale has two poles: every word of one pole excludes every word of the other. Alternatives are words of which one thing
bears one (a colour, a point of the compass).
"""

from __future__ import annotations

from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import STEM


def _poles() -> dict[str, tuple[tuple[int, int], ...]]:
    """Word -> the scales it stands on, by number, with its pole on each."""
    found: dict[str, list[tuple[int, int]]] = {}
    for scale, poles in enumerate(LISTS.rows("opposites", "pole", "opposite")):
        for pole, cell in enumerate(poles):
            for word in cell.split(", "):
                found.setdefault(word, []).append((scale, pole))
    return {word: tuple(places) for word, places in found.items()}


_POLES = _poles()
_CLASSES = (
    *map(frozenset, LISTS.members("alternatives", "words").values()),
    LISTS.words("months") - LISTS.words("function_words", "modal"),
    LISTS.words("weekdays"),
)

OPPOSING = frozenset(_POLES).union(*_CLASSES)
"""Every word that has an opposite or an alternative here."""

_UN = ("un", "non-", "anti-")
_NO_PREFIX = LISTS.words("not_denied")


def exclude(one: str, other: str) -> bool:
    """Whether two lemmas exclude each other: opposite poles, two alternatives, or one the other's denial by prefix."""
    if one == other:
        return False
    mine, theirs = _POLES.get(one, ()), _POLES.get(other, ())
    if any(scale == number and pole != end for scale, pole in mine for number, end in theirs):
        return True
    return any(one in group and other in group for group in _CLASSES) or _denies(one, other) or _denies(other, one)


def _denies(one: str, other: str) -> bool:
    return len(other) >= STEM and one not in _NO_PREFIX and any(one == prefix + other for prefix in _UN)
