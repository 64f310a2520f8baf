"""A text being read for its times, and what is found in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from auditor.grammar.grammar import Found
from auditor.languages.en.code.times.persons import people_named
from auditor.languages.en.code.times.reference import Reference
from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import PHRASE, WORD
from auditor.model import ClaimKind, Prose, Timex
from auditor.text.regex import regex


class Time(NamedTuple):
    """A time expression: code points ``[start, end)``, its kind and its value, and what a rule found that it was made of."""

    start: int
    end: int
    kind: ClaimKind
    timex: Timex
    found: Found | None = None


Reading = tuple[Time, ...]
"""What is read at one place: nothing, one expression, or several ("May 4 and 5")."""


_LONG_WORD = regex(r"[^\W\d_]{4,}")
"""Words that headlines write with a capital, as they do not "of" and "the"."""
_WORD = regex(r"(?<![\w$£€])([a-z]+)(?:[’'-][a-z]+|\d)?")
_BEHIND = regex(r"[^\S\n]([\w-][\w.-]*)")
_JOINS = ("-", "/", "%")
_ONWARD = LISTS.words("time_words", "onward") | {""}
OPENING = "\"“‘(['"


class Passage:
    """The text as written and in lower case, offsets alike; ``free`` is where the last expression ended, ``rules`` what
    rules find in it."""

    __slots__ = ("_people", "_read_day", "free", "prose", "raw", "reference", "rules", "text")

    def __init__(self, prose: Prose, reference: Reference, read_day: Callable[[Passage, int], Reading]) -> None:
        """Nothing is read yet; ``read_day`` reads the day at a place, for times that name theirs."""
        self.prose = prose
        self.raw = prose.text
        self.text = prose.lower
        self.reference = reference
        self.free = 0
        self.rules: Sequence[Found] = ()
        self._read_day = read_day
        self._people: frozenset[str] | None = None

    @property
    def people(self) -> frozenset[str]:
        """The months, in lower case, that are names of people in the text."""
        if self._people is None:
            self._people = people_named(self.raw)
        return self._people

    def day_at(self, at: int) -> Reading:
        """The day that begins there, if one does."""
        return self._read_day(self, at)

    def rules_at(self, at: int) -> Iterator[Found]:
        """What rules find that begins there."""
        first = bisect_left(self.rules, at, key=lambda found: found.start)
        return takewhile(lambda found: found.start == at, islice(self.rules, first, None))

    def before(self, at: int) -> str:
        """The word before ``at``, behind which a space or hyphen stands; cheap, so that patterns run where they may match."""
        text, end = self.text, at - 1
        low = max(self.free, end - WORD)
        start = max(text.rfind(" ", low, end), text.rfind("-", low, end), text.rfind("\n", low, end), low - 1) + 1
        return text[start:end].lstrip(OPENING)

    def left(self, pattern: re.Pattern[str], at: int, free: int | None = None) -> re.Match[str] | None:
        """What the pattern finds right before ``at``, of words that no time has taken, or from ``free`` on."""
        return pattern.search(self.text, max(self.free if free is None else free, at - PHRASE), at)

    def word(self, at: int, known: Container[str]) -> str:
        """The word at a place, with what a hyphen or apostrophe joins to it where that is known, else alone; empty if neither is."""
        found = _WORD.match(self.text, at)
        for word in (found[0], found[1]) if found else ():
            if word in known and not self.text[at + len(word) : at + len(word) + 1].isalnum():
                return word
        return ""

    def behind(self, at: int) -> str:
        """The word behind the white space at a place, empty where something else stands there."""
        found = _BEHIND.match(self.text, at)
        return found[1].rstrip(".") if found else ""

    def goes_on(self, at: int) -> bool:
        """Whether what stands before ``at`` is part of what is behind: "the past year", "a Christmas market", "present-day"."""
        return self.text[at : at + 1] in _JOINS or self.behind(at) not in _ONWARD

    def stands_out(self, start: int, end: int) -> bool:
        """Whether a capital there says something: the rest of the line is no headline with most words in capitals."""
        first = max(self.raw.rfind("\n", 0, start) + 1, start - 2 * PHRASE)
        last = self.raw.find("\n", end)
        last = end + 2 * PHRASE if last < 0 else min(last, end + 2 * PHRASE)
        words: list[str] = [*_LONG_WORD.findall(self.raw, first, start), *_LONG_WORD.findall(self.raw, end, last)]
        capitals = sum(word[:1].isupper() for word in words)
        return capitals <= len(words) // 2

    def capital(self, at: int) -> bool:
        """Whether the letter there is a capital, as names of months and days are written."""
        return self.raw[at].isupper()


def one(start: int, end: int, kind: ClaimKind, value: str, mod: str = "") -> Reading:
    """A reading of a single expression without bounds."""
    return (Time(start, end, kind, Timex(value, mod=mod)),)
