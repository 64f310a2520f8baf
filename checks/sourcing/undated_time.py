"""The article counts days from a day that it does not give.

## What it flags
"Last week", "yesterday", "on Thursday" in an article that carries no date: none given with it, none in its head, and no full
date in its text from which a reader could count. Once for an article, with all places.

## Why it matters
Nobody can say when it happened, and the article may be years old.

## How to settle it
Find the day of publication and give it with the article (`date` of a row, or a dateline).

## What it leaves alone
Articles with a date; articles that name a full date; "now", "recently" and "currently", which say no day anywhere;
"that day" and "hours later", which are counted from what was told before; what a quoted speaker says.

## References
TimeML: a deictic expression takes its value from the document's creation time. Of 41 read on real news whose given dates were
withheld 40 were right (one reader).
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.asked import brief, side
from auditor.check import Check, example
from auditor.checks.sourcing import is_undated
from auditor.languages.en.lists import LISTS
from auditor.model import Article, Asked, Claim, ClaimKind, Family, Finding, Quotation, Severity, Timex
from auditor.text.regex import regex

_COUNTING = LISTS.words("counted_times", "counting")
_OTHER = LISTS.words("counted_times", "other")
_WEEKDAY = regex(r"XXXX-WXX-\d.*")
"""The value of a weekday of no known week."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report all such times of an article as one."""
    if not is_undated(article):
        return
    speech = [claim.span for claim in article.claims if isinstance(claim.value, Quotation)]
    places = [
        claim.span
        for claim in article.claims
        if _is_counted(claim) and not any(claim.span.overlaps(words) for words in speech)
    ]
    if places:
        words = brief(places[0].text)
        settle = "The article carries no date and names none to count from: it can be placed once its day of publication is known."
        asked = Asked("day", words, f"From which day is “{words}” counted?", (side(places, words),), settle)
        yield CHECK.finding(asked, places[0], places[1:])


def _is_counted(claim: Claim) -> bool:
    value = claim.value
    if claim.kind is not ClaimKind.DATE or not isinstance(value, Timex):
        return False
    words = frozenset(claim.span.text.lower().split())
    return _OTHER.isdisjoint(words) and (bool(_WEEKDAY.fullmatch(value.value)) or not _COUNTING.isdisjoint(words))


CHECK = Check(
    id="undated-time",
    family=Family.SOURCING,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example(
            "a week of no year",
            "The harbour was closed [[last week]], the port office said.\n\nIt opened on {{Thursday}}.",
        ),
        example("a weekday", "The harbour was closed on [[Monday]] after a storm, and nobody may go in, it was said."),
    ),
    leaves_alone=(
        example(
            "a date given with it", "The harbour was closed last week, the port office said.", dates=["2024-03-20"]
        ),
        example(
            "a dateline", "OLD PORT, March 4, 2024 (NWS) - The harbour was closed last week, the port office said."
        ),
        example(
            "a full date to count from", "The harbour was closed on 4 March 2024 and opened again last week, it said."
        ),
        example(
            "counted from what was told before",
            "When that day came, the harbour was closed. Hours later it was open again.",
        ),
        example(
            "a speaker’s day", "“It was closed last week, and we have had no fish since,” said Ana Ruiz of the harbour."
        ),
        example("no day at all", "The harbour is now closed, and was recently open, the port office said."),
    ),
)
