"""Checks of what speaks for or against relying on an article.

No check tells of spun text: improbable synonyms need a list of how often words are in news, and wordfreq, the library that has
one, is no longer kept up, and its lists may be passed on under the same licence alone.
"""

from __future__ import annotations

from auditor.model import Article, Basis, ClaimKind, Timex

_STATED = frozenset(Basis) - {Basis.CLAIMS, Basis.AS_OF}


def is_undated(article: Article) -> bool:
    """Whether nothing states an article's day, and no full date in its text is there to count from."""
    if article.document.date or any(one.basis in _STATED for one in article.window.evidence):
        return False
    return not any(
        claim.kind is ClaimKind.DATE and isinstance(claim.value, Timex) and _is_full(claim.value.value, claim.span.text)
        for claim in article.claims
    )


def _is_full(value: str, words: str) -> bool:
    """Whether a value is a day and the words give its year: a year that was taken from elsewhere may be another."""
    return len(value) == len("2025-06-02") and value[:4].isdecimal() and value[:4] in words


__all__ = ["is_undated"]
