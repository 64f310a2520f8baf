"""The article tells of a numbered event and nowhere of a day.

## What it flags
"The second round of talks in Oslo" in an article that carries no date and names no day or month at all: neither the event nor
the article can be placed.

## Why it matters
Rounds, summits and games come in rows. Which one is meant, and whether it was the last, only a date can tell.

## How to settle it
Find the day of the event, or of publication, and give it.

## What it leaves alone
Articles that carry or name a date, if only a month; events without a number.

## References
ACE 2005 event annotation: an event is placed by its time and its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.asked import brief, side
from auditor.check import Check, example
from auditor.checks.sourcing import is_undated
from auditor.model import Article, Asked, ClaimKind, Confidence, Event, Family, Finding, Severity, Timex
from auditor.text.regex import regex

_MONTH = regex(r"[\dX]{4}-(?:\d\d|W\d\d).*")
"""A value that names a month, a week or a day."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report the first numbered event of an article without any date."""
    if not is_undated(article) or any(
        claim.kind is ClaimKind.DATE and isinstance(claim.value, Timex) and _MONTH.fullmatch(claim.value.value)
        for claim in article.claims
    ):
        return
    for claim in article.claims:
        event = claim.value
        if isinstance(event, Event) and event.ordinal and event.place and event.date is None:
            words = brief(claim.span.text)
            settle = "The article carries no date and names no day or month."
            asked = Asked("day", words, f"When was “{words}”?", (side([claim.span], words),), settle)
            yield CHECK.finding(asked, claim.span, confidence=Confidence.MEDIUM)
            return


CHECK = Check(
    id="undated-event",
    family=Family.SOURCING,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example(
            "a round of talks",
            "The second [[round of talks in Istanbul]] between Talvania and Norrane ended without a result, and both went home.",
        ),
    ),
    leaves_alone=(
        example(
            "a month", "The second round of talks in Istanbul ended in June 2025 without a result, and both went home."
        ),
        example(
            "a date given with it",
            "The second round of talks in Istanbul between Talvania and Norrane ended without a result.",
            dates=["2025-06-03"],
        ),
        example(
            "no number",
            "The talks in Istanbul between Talvania and Norrane ended without a result, and both went home.",
        ),
    ),
)
