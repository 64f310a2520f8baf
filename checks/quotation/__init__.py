"""Quotations: whose they are, where they come from, and whether their wording holds."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model import Article, Claim, Quotation

PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we"])
"""Speakers that are only a pronoun."""

_SHOWN = 80
"""Characters of a quotation that a message repeats."""


def quotations(article: Article, *forms: str) -> Iterator[tuple[Claim, Quotation]]:
    """The article's quotations of the given forms, in reading order."""
    for claim in article.claims:
        if isinstance(claim.value, Quotation) and claim.value.form in forms:
            yield claim, claim.value


def shown(text: str) -> str:
    """A quotation as a message repeats it: on one line, shortened."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
