"""Where in the prose a claim stands: sentences, and the words around a place in them."""

from __future__ import annotations

from bisect import bisect_right

from auditor.model import Prose


def sentence_at(prose: Prose, at: int) -> tuple[int, int]:
    """The bounds of the sentence that holds offset ``at``, or of the whole text where none does."""
    index = bisect_right(prose.sentences, (at, len(prose.text) + 1)) - 1
    if index >= 0 and at < prose.sentences[index][1]:
        return prose.sentences[index]
    return 0, len(prose.text)
