"""Rosters: lists that claim to be complete, because the text says how many there are and then names as many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.languages.en.lexicon.numbers import SMALL
from auditor.languages.en.morphology import singular
from auditor.model import Span
from auditor.story.mentions import Story
from auditor.text.alternation import one_of

_MOST = 12
"""Members of a roster, at most: longer lists are tables."""
_FEW = {word: int(value) for word, value in SMALL.items() if 2 <= value <= _MOST}
_PART = r"[^\W\d_][\w’'.-]{0,30}"
_NAME = re.compile(
    r"(?-i:[A-ZÀ-Þ])[\w’'.-]{0,30}(?:\s(?:(?:of|the|de|la|le|van|von)\s){0,2}(?-i:[A-ZÀ-Þ])[\w’'.-]{0,30}){0,4}"
)
_HEAD = re.compile(
    rf"\b(?P<number>{one_of(_FEW)}|[2-9]|1[0-2])\s(?P<before>(?:{_PART}\s){{0,3}}?)(?P<noun>[a-z]{{3,20}}s|people|men|women)"
    r"(?:(?:\s[a-z’-]{2,20}){1,4}:\s|\s(?:are|were|will\sbe)(?:\snow)?\s?:?\s|,\s|:\s|\s?[—–-]\s|\s\()",
    re.I,
)
_NEXT = re.compile(r",?\s(?:and|&)\s|,\s")


@dataclass(frozen=True, slots=True)
class Roster:
    """A complete list: what it lists in the singular, how it is narrowed, and its members as written, in their order.

    ``told`` is how many of what it lists, in the words of the text: "three finalists".
    """

    told: str
    thing: str
    narrowed: frozenset[str]
    members: tuple[Span, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The members by their words in lower case."""
        return frozenset(" ".join(member.text.lower().split()) for member in self.members)


def rosters(story: Story) -> Iterator[Roster]:
    """The rosters of an article, in reading order: the number said is the number named, and none is left open."""
    prose = story.article.prose
    for start, end in prose.sentences:
        for head in _HEAD.finditer(prose.text, start, end):
            members = list(_members(prose.text, head.end(), end))
            number = _FEW.get(head["number"].lower()) or int(head["number"])
            if len(members) == number:
                narrowed = frozenset(word.lower() for word in head["before"].split())
                spans = tuple(prose.span(*member) for member in members)
                yield Roster(_told(head), singular(head["noun"].lower()), narrowed, spans)


def _told(head: re.Match[str]) -> str:
    words = " ".join((head["number"], *head["before"].split(), head["noun"]))
    return words[:1].lower() + words[1:]


def _members(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the names of a list that begins at ``at``; the last one stands behind "and"."""
    closing = False
    for _ in range(_MOST + 1):
        name = _NAME.match(text, at, end)
        if name is None:
            return
        stop = name.end() - (name.group().endswith("."))
        yield name.start(), stop
        link = _NEXT.match(text, name.end(), end)
        if link is None or closing:
            return
        closing = "," not in link.group() or "and" in link.group()
        at = link.end()
