"""Rosters: lists that claim to be complete, because the text says how many there are and then names as many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.languages.en.morphology import singular
from auditor.languages.en.phrases.rosters import FEW, HEAD, MEMBER, MOST, NEXT
from auditor.model import Span
from auditor.story.mentions import Record


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


def rosters(story: Record) -> Iterator[Roster]:
    """The rosters of an article, in reading order: the number said is the number named, and none is left open."""
    prose = story.article.prose
    for start, end in prose.sentences:
        for head in HEAD.finditer(prose.text, start, end):
            members = list(_members(prose.text, head.end(), end))
            number = FEW.get(head["number"].lower()) or int(head["number"])
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
    for _ in range(MOST + 1):
        name = MEMBER.match(text, at, end)
        if name is None:
            return
        stop = name.end() - (name.group().endswith("."))
        yield name.start(), stop
        link = NEXT.match(text, name.end(), end)
        if link is None or closing:
            return
        closing = "," not in link.group() or "and" in link.group()
        at = link.end()
