"""Grammars: rules run over the prose of an article.

Where rules find words that overlap, those that begin first are kept, of them the longest, of them the rule that stands first
in its file: each place is told by one rule.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.grammar.rule import Rule
from auditor.model import Prose, Span
from auditor.text.index import WordIndex, index_of


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
        return self.match[group] if group else ""

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

    def _group(self, name: str) -> str | None:
        """The group of the pattern that remembers the name here: of several rows each has one of its own."""
        for group in self.match.re.groupindex:
            if group.split("__")[0] == name and self.match[group] is not None:
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

    def found(self, prose: Prose) -> list[Found]:
        """What the rules find, in reading order: no two overlap, and none goes over the end of a sentence."""
        index = index_of(prose.lower)
        starts = [start for start, _ in prose.sentences]
        every = [
            (found.order, number, found)
            for number, rule in enumerate(self.rules)
            for found in self._tried(rule, prose, index)
            if _in_one_sentence(prose, starts, found)
        ]
        kept: list[Found] = []
        for _, _, found in sorted(every, key=lambda one: one[:2]):
            if not kept or found.start >= kept[-1].end:
                kept.append(found)
        return kept

    @staticmethod
    def _tried(rule: Rule, prose: Prose, index: WordIndex) -> Iterator[Found]:
        pattern = rule.pattern
        places: Sequence[int] = index.places(pattern.opens)
        if pattern.numbers:
            places = sorted((*places, *index.numbers)) if places else index.numbers
        for place in places:
            match = pattern.at(prose.text, place)
            if match:
                yield Found(rule, prose, match)


def _in_one_sentence(prose: Prose, starts: Sequence[int], found: Found) -> bool:
    number = bisect_right(starts, found.start) - 1
    return number >= 0 and found.end <= prose.sentences[number][1]
