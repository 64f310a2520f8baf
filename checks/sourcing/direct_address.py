"""The article speaks to its reader as a blog or a video does.

## What it flags
Greetings ("Hey guys"), invitations ("let's dive deep into") and what a text says of itself ("in this article, we"), outside of
quotations; once for an article, with all places.

## Why it matters
Reports of news are not written so; pages made for search engines are, and nobody answers for what they say.

## How to settle it
Look for the report that the page retells, and use that one.

## What it leaves alone
What a quoted speaker says; "here is what you need to know", "stay tuned" and the like, which newspapers print as well.

## References
Credibility Coalition indicators (Zhang et al. 2018): direct address of the reader. In 1,930 articles of real news one was found.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from auditor.asked import brief, side
from auditor.check import Check, example
from auditor.languages.en.phrases.addressing import ADDRESS
from auditor.model import Article, Asked, Confidence, Family, Finding, Quotation, Severity


def inspect(article: Article) -> Iterator[Finding]:
    """Report all such phrases of an article as one."""
    speech = [(one.span.start, one.span.end) for one in article.claims if isinstance(one.value, Quotation)]
    places = []
    for found in ADDRESS.finditer(article.prose.text):
        before = bisect_right(speech, (found.start(), len(article.document.text))) - 1
        if before < 0 or speech[before][1] <= found.start():
            places.append(article.document.span(*found.span()))
    if places:
        words = brief(places[0].text.strip(" ,"))
        settle = "No report of news is written so: look for the one that this page retells."
        asked = Asked(
            "address", words, f"Whom does the article address with “{words}”?", (side(places, words),), settle
        )
        confidence = Confidence.HIGH if len(places) > 1 else Confidence.MEDIUM
        yield CHECK.finding(asked, places[0], places[1:], confidence=confidence)


CHECK = Check(
    id="direct-address",
    family=Family.SOURCING,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example(
            "a greeting", "[[Hey guys]], the harbour is closed until Friday, and nobody knows why.\n\nIt is a mess."
        ),
        example(
            "several",
            "The harbour is closed. [[Let's dive]] into the reasons.\n\nNow{{, guys,}} the port office is in no hurry at all.",
        ),
        example(
            "what the text will do", "[[In this article, we]] will look at why the harbour of the town was closed."
        ),
    ),
    leaves_alone=(
        example("a speaker", "“Hey guys, let's dive in,” the coach told the swimmers when the harbour was open again."),
        example("guys who are told of", "The two guys who closed the harbour were seen near the pier in the morning."),
        example("a phrase of newspapers", "The harbour is closed. Here's what you need to know about the ferries."),
        example("diving", "The crew let a diver look at the hull, and said that she will dive again on Friday."),
    ),
)
