"""Words that say how often: "daily", "annually"."""

from __future__ import annotations

from auditor.languages.en.code.times.passage import Passage, Reading, one
from auditor.languages.en.lists import LISTS
from auditor.model import ClaimKind

FREQUENCIES = LISTS.column("frequencies", "value")
"""Word -> its TIMEX3 value: the date with what varies left open."""


def frequency(passage: Passage, at: int) -> Reading:
    """How often, in one word; a capital inside a sentence makes it a name ("the Daily Telegraph")."""
    word = passage.word(at, FREQUENCIES)
    end = at + len(word)
    if passage.capital(at) and (passage.raw[end + 1 : end + 2].isupper() or (at > 1 and passage.raw[at - 2].isalpha())):
        return ()
    return one(at, end, ClaimKind.SET, FREQUENCIES[word])
