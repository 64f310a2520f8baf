"""Words that say how often: "daily", "annually"."""

from __future__ import annotations

import re

from auditor.languages.en.code.times.passage import Passage, Reading, one
from auditor.languages.en.lists import LISTS
from auditor.model import ClaimKind

FREQUENCIES = LISTS.column("frequencies", "value")
"""Word -> its TIMEX3 value: the date with what varies left open."""

_WORD = re.compile(r"[a-z]+")


def frequency(passage: Passage, at: int) -> Reading:
    """How often, in one word; a capital inside a sentence makes it a name ("the Daily Telegraph")."""
    word = _WORD.match(passage.text, at)
    assert word is not None
    follows = passage.raw[word.end() + 1 : word.end() + 2]
    if passage.capital(at) and (follows.isupper() or (at > 1 and passage.raw[at - 2].isalpha())):
        return ()
    return one(at, word.end(), ClaimKind.SET, FREQUENCIES[word.group()])
