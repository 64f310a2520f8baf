"""Labels: what a word of a context is known by, so that two contexts can be held beside each other word by word."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from auditor.model import ClaimKind


class Sort(StrEnum):
    """What a label holds: the dictionary form of a word, a class of words, the key of a name, or a value."""

    CONCEPT = "concept"
    NAME = "name"
    VALUE = "value"
    WORD = "word"


class Label(NamedTuple):
    """What a word is known by. ``of`` is the kind of the claim whose value it is; labels are alike that are equal."""

    sort: Sort
    text: str
    of: ClaimKind | None = None

    @property
    def lemma(self) -> str:
        """The dictionary form of a word; empty for anything else."""
        return self.text if self.sort is Sort.WORD else ""

    @property
    def is_name(self) -> bool:
        """Whether it is of a name."""
        return self.sort is Sort.NAME

    @property
    def is_concept(self) -> bool:
        """Whether it is of a class of words, which says less than a word."""
        return self.sort is Sort.CONCEPT

    @property
    def shown(self) -> str:
        """How people read it: a class of words in angle brackets."""
        return f"<{self.text}>" if self.is_concept else self.text
