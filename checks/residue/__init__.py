"""Residue: what a scraper left of the page around an article. Recognised once, reported by one check a class."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check
from auditor.model import Article, Edit, Finding

STORY = (
    "The harbour of Mariel was closed on Monday after a storm broke its northern wall, the port office said.\n\n"
    "Repairs will take until autumn, and the fishing fleet has moved to the next bay for the time being."
)
"""Two paragraphs of an article, for examples: residue is told by what stands around it."""

_QUOTED = 70
"""Characters of a line that its message quotes."""


def report(check: Check, article: Article, says: str = "It is not part of the article.") -> Iterator[Finding]:
    """The residue of an article that belongs to ``check``; ``says`` ends the message.

    Each finding carries the edit that removes or replaces it.
    """
    for piece in article.residue:
        if piece.kind == check.id:
            words = " ".join(piece.span.text.split())
            shown = words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + "…"
            yield check.finding(
                f"“{shown.strip('“”')}” {piece.reason}. {says}",
                piece.span,
                confidence=piece.confidence,
                edit=Edit(piece.span, piece.replacement),
            )
