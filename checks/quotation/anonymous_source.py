"""What the article says rests on a source without a name.

## What it flags
People "familiar with" a matter, officials who spoke "on condition of anonymity", "sources said": a statement whose source
the article keeps to itself.

## Why it matters
It cannot be checked by anybody else. That may be right, and the reader should see it.

## How to settle it
Say why the name is withheld and how the source knows; look for a second source with a name.

## What it leaves alone
What a quoted speaker says of sources; unnamed witnesses and passers-by, who are reported where they are quoted; spokespeople; sources of rivers and of light.

## References
Credibility Coalition indicators (Zhang et al. 2018); AP, "News Values and Principles": anonymous sources.
Of 8 notes read on real news 7 were right (one reader).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from auditor.asked import brief, side
from auditor.check import Check, example
from auditor.checks.quotation import quotations, version
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.phrases.sources import ANONYMOUS, HIDING, KNOWN_BEHIND
from auditor.model import Article, Asked, Claim, Family, Finding, Prose, Quotation, Severity, Span
from auditor.text.index import any_within, index_of


def inspect(article: Article) -> Iterator[Finding]:
    """Report every phrase that keeps a source's name back."""
    told = list(quotations(article, "direct", "fragment", "scare"))
    speech = [(claim.span.start, claim.span.end) for claim, _ in told]
    for found in _hidden(article.prose):
        place = bisect_right(speech, found.start(), key=lambda one: one[0]) - 1
        if place >= 0 and found.start() < speech[place][1]:
            continue
        kept_back = article.document.span(*found.span())
        yield CHECK.finding(_asked(article, kept_back, told), kept_back)


def _hidden(prose: Prose) -> Iterator[re.Match[str]]:
    """The phrases that keep a name back, in reading order."""
    hiding = index_of(prose.lower).places(HIDING)
    for start, end in prose.paragraphs:
        if any_within(hiding, start, end):
            yield from ANONYMOUS.finditer(prose.text, start, end)


def _asked(article: Article, place: Span, told: Sequence[tuple[Claim, Quotation]]) -> Asked:
    """Who the source is; what it is quoted with in the same sentence is what cannot be traced."""
    start, end = sentence_at(article.prose, place.start)
    quoted = [claim.span for claim, value in told if value.speaker and start <= value.speaker.start < end]
    words = _in_full(article.prose.text, place)
    settle = "The source’s name is kept back: what is said cannot be traced beyond this article."
    sides = (side(quoted, version(quoted[0]).value),) if quoted else (side([place], words),)
    return Asked("origin", words, f"Who is the source in “{words}”?", sides, settle)


def _in_full(text: str, place: Span) -> str:
    """The phrase, with what somebody is familiar with or close to, or a sign that it goes on."""
    words = brief(place.text)
    if not place.text.endswith((" with", " to", " on", " of")):
        return words
    known = KNOWN_BEHIND.match(text, place.end)
    return f"{words}{known.group()}" if known else f"{words}…"


CHECK = Check(
    id="anonymous-source",
    family=Family.QUOTATION,
    severity=Severity.NOTE,
    since="0.2.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example("familiar with", "The port will be sold, said [[a person familiar with]] the talks."),
        example("a condition", "An official spoke [[on condition of anonymity]] because the talks go on."),
        example("sources", "The port will be sold next year, [[sources said]]."),
    ),
    leaves_alone=(
        example(
            "the words of somebody else",
            "“None of them voted for a gutless, anonymous source to the paper,” Ana Ruiz said. Jon Berg denied serving as an anonymous source.",
        ),
        example("a witness", "“The wall fell at noon,” said a man on the quay."),
        example("a spokesman", "A spokesman for the port office said that the talks went on."),
        example("other sources", "The river has two sources, and energy sources say little of prices."),
    ),
)
