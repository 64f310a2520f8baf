"""Residue: what a scraper left of the page around an article. Recognised once, reported by one check a class."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.asked import brief, side
from auditor.check import Check
from auditor.model import Article, Asked, Edit, Finding, Residue
from auditor.residue.levels import level_of

STORY = (
    "The harbour of Mariel was closed on Monday after a storm broke its northern wall, the port office said.\n\n"
    "Repairs will take until autumn, and the fishing fleet has moved to the next bay for the time being."
)
"""Two paragraphs of an article, for examples: residue is told by what stands around it."""

_QUOTED = 70
"""Characters of a line that its question quotes."""


def report(
    check: Check,
    article: Article,
    says: str = "",
    asking: tuple[str, str] = ("Is", "part of the article?"),
    *,
    end: bool = False,
) -> Iterator[Finding]:
    """The residue of an article that belongs to ``check``, its words between those of the question; ``says`` ends the message.

    Of a long piece the beginning is quoted, or the ``end``. Each finding carries the edit that removes or replaces it.
    """
    for piece in article.residue:
        if piece.kind == check.id:
            yield check.finding(
                _asked(piece, says, asking, end),
                piece.span,
                confidence=piece.confidence,
                edit=Edit(piece.span, piece.replacement, level_of(piece, article.document.text)),
            )


def _asked(piece: Residue, says: str, asking: tuple[str, str], end: bool) -> Asked:
    """Whether a piece belongs to the article. Each is a point of its own, whatever stands beside it."""
    line = " ".join(piece.span.text.split()).strip("“” ")
    words = f"…{line[-_QUOTED:].partition(' ')[2]}" if end and len(line) > _QUOTED else brief(line, _QUOTED)
    settle = f"It {piece.reason}. {says}".strip()
    return Asked(piece.kind, words, f"{asking[0]} “{words}” {asking[1]}", (side([piece.span], words),), settle)
