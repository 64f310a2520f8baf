"""Reading prose without the characters that nobody sees, and telling what was found where it stands in the text as read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from auditor.model import Claim, Prose, Span, Telling
from auditor.text.invisible import ends, visible


class Seen:
    """A prose as readers see it: words are whole in it that soft hyphens part in the text as read."""

    def __init__(self, prose: Prose) -> None:
        """Take the prose of an article."""
        self._written = prose
        text, self._places = visible(prose.text)
        self.same = len(text) == len(prose.text)
        self.prose = prose if self.same else self._folded(text)

    def _folded(self, text: str) -> Prose:
        headings = tuple(
            Span(heading.document, *self._inside((heading.start, heading.end)), visible(heading.text)[0])
            for heading in self._written.headings
        )
        sentences, paragraphs = (
            tuple(found for place in places if (found := self._inside(place))[0] < found[1])
            for places in (self._written.sentences, self._written.paragraphs)
        )
        return Prose(self._written.document, text, sentences, paragraphs, headings)

    def _inside(self, place: tuple[int, int]) -> tuple[int, int]:
        return bisect_left(self._places, place[0]), bisect_left(self._places, place[1])

    def told(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims with their places in the text as read."""
        return tuple(claims) if self.same else tuple(self._moved(claim) for claim in claims)

    def moved(self, tellings: tuple[Telling, ...]) -> tuple[Telling, ...]:
        """The tellings with their places in the text as read."""
        return tellings if self.same else tuple(self._moved(one) for one in tellings)

    def _moved(self, value: Any) -> Any:
        """The value with every place in it moved."""
        if isinstance(value, Span):
            return self._written.span(*ends(self._places, value.start, value.end))
        if isinstance(value, tuple):
            return tuple(self._moved(one) for one in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{f.name: self._moved(getattr(value, f.name)) for f in fields(value) if f.init})
        return value
