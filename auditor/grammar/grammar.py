"""Grammars: rules run over the prose of an article.

Where rules find words that overlap, those that begin first are kept, of them the longest, of them the rule that stands first
in its file: each place is told by one rule.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from auditor.grammar.pattern import Pattern, masked
from auditor.grammar.rule import Rule
from auditor.model import Prose, Span
from auditor.text.index import WordIndex, index_of

Given = Mapping[str, Sequence[tuple[int, int]]]
"""Start and end of what code has found in a text before rules run, in reading order, by its kind."""


@dataclass(frozen=True)
class Found:
    """What a rule found in a prose: the words, and those that its pattern remembers under names."""

    rule: Rule
    prose: Prose
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.match.end()

    @property
    def given(self) -> Mapping[str, Any]:
        """What the rule says beside its pattern (``with``)."""
        return self.rule.given

    def __contains__(self, name: str) -> bool:
        """Whether words were remembered under the name."""
        return self._group(name) is not None

    def __getitem__(self, name: str) -> str:
        """The words remembered under the name, as written; empty where there are none."""
        group = self._group(name)
        return self.prose.text[slice(*self.match.span(group))] if group else ""

    def said(self, name: str) -> str:
        """The same in lower case, with one blank between two words."""
        return " ".join(self[name].lower().split())

    @property
    def text(self) -> str:
        """All its words, as written."""
        return self.prose.text[self.start : self.end]

    def span(self, name: str = "") -> Span:
        """The place of the words remembered under the name, or of all. Raises ``KeyError`` where there are none."""
        group = self._group(name) if name else 0
        if group is None:
            raise KeyError(name)
        return self.prose.span(*self.match.span(group))

    @property
    def names(self) -> list[str]:
        """The names under which words are remembered, in reading order."""
        groups = {group: self.match.start(group) for group in self.match.re.groupindex if self.match[group] is not None}
        return [group.split("__")[0] for group in sorted(groups, key=groups.__getitem__) if group != "_key"]

    def _group(self, name: str) -> int | None:
        """The group of the pattern that remembers the name here: of several rows each has one of its own."""
        for group in self.rule.pattern.groups.get(name, ()):
            if self.match.start(group) >= 0:
                return group
        return None

    @property
    def order(self) -> tuple[int, int]:
        """By which of two that overlap the one is kept, its place in the file aside."""
        return self.start, -self.end


@dataclass(frozen=True)
class Grammar:
    """Rules that run together, in the order in which they win over one another."""

    rules: tuple[Rule, ...]

    def every(self, prose: Prose, given: Given | None = None) -> list[Found]:
        """What each rule finds by itself, in the order in which they win over one another; several may overlap.

        None goes over the end of a sentence that may not. ``given`` are the places of what patterns call by the name of its
        kind (``PERSON``).
        """
        given = given or {}
        text = masked(prose.text, given) if given else prose.text
        read = _Read(
            text, index_of(prose.lower), {kind: [place for place, _ in places] for kind, places in given.items()}
        )
        starts = [start for start, _ in prose.sentences]
        every = [
            (found.order, number, found)
            for number, rule in enumerate(self.rules)
            if (places := read.places(rule.pattern))
            for found in self._tried(rule, prose, read.text, places)
            if rule.across or _in_one_sentence(prose, starts, found)
        ]
        return [found for _, _, found in sorted(every, key=lambda one: one[:2])]

    def found(self, prose: Prose, given: Given | None = None) -> list[Found]:
        """What the rules find, in reading order: of those that overlap the one that wins."""
        kept: list[Found] = []
        for found in self.every(prose, given):
            if not kept or found.start >= kept[-1].end:
                kept.append(found)
        return kept

    def made(self, prose: Prose, given: Given | None = None) -> list[Found]:
        """What is found by rules that something is made of: words that an antipattern takes are found by none."""
        return [found for found in self.found(prose, given) if found.rule.makes]

    @staticmethod
    def _tried(rule: Rule, prose: Prose, text: str, places: Sequence[int]) -> Iterator[Found]:
        pattern = rule.pattern
        for place in places:
            match = pattern.at(text, place)
            if match:
                yield Found(rule, prose, match)


@dataclass(frozen=True)
class _Read:
    """A text ready for rules: what they match, and where its words and what code has found in it begin."""

    text: str
    index: WordIndex
    given: Mapping[str, list[int]]

    def places(self, pattern: Pattern) -> Sequence[int]:
        """Where the pattern can begin to match, in reading order."""
        places: Sequence[int] = self.index.places(pattern.opens)
        more = [self.given[kind] for kind in pattern.opens & self.given.keys()]
        if pattern.numbers:
            more.append(self.index.numbers)
        return sorted(chain(places, *more)) if more else places


def _in_one_sentence(prose: Prose, starts: Sequence[int], found: Found) -> bool:
    number = bisect_right(starts, found.start) - 1
    return number >= 0 and found.end <= prose.sentences[number][1]
