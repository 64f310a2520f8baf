"""A heading in quotation marks quotes words that the article does not carry.

## What it flags
A heading, also one that runs into a paragraph, that stands in quotation marks, where its words are nowhere in the text
below.

## Why it matters
Marks say that somebody spoke these words. When the article has them only in other words, the heading quotes nobody.

## How to settle it
Use the words of a quotation in the article, or take the marks off.

## What it leaves alone
Headings whose words the article carries, in whatever case; names and terms of one or two words in marks.

## References
AP Stylebook, "quotations in the news": a headline quotes only what is in the story.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.quotation import asked_whence
from auditor.model import Article, Confidence, Family, Finding, Role, Severity, Span
from auditor.text.regex import regex

_MARKED = regex(r"[“\"„«‘'](?P<words>[^“”\"„«»]{8,120})[”\"“»’'][.!?]?")
_WORD = regex(r"\w+")
_LEAST = 3
"""Words: fewer in marks are a name or a term."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report the headings in marks whose words the prose does not hold."""
    prose = " ".join(_WORD.findall(article.prose.text.casefold()))
    for heading in sorted(_headings(article)):
        found = _MARKED.fullmatch(heading.text)
        if not found:
            continue
        told = [word.casefold() for word in _WORD.findall(found["words"])]
        if len(told) >= _LEAST and f" {' '.join(told)} " not in f" {prose} ":
            start = heading.start + found.start("words")
            quoted = article.document.span(start, start + len(found["words"]))
            settle = (
                "A heading quotes it, and the article carries these words nowhere else. They hold as a quotation only if "
                "somebody said them elsewhere."
            )
            yield CHECK.finding(
                asked_whence(quoted, "Who said", settle),
                quoted,
                confidence=Confidence.MEDIUM,
            )


def _headings(article: Article) -> Iterator[Span]:
    """The headings on lines of their own and those that run into a paragraph."""
    for block in article.blocks:
        if block.role == Role.HEADING:
            yield article.document.span(block.start, block.end)
    for piece in article.residue:
        if piece.kind == "fused-heading":
            yield piece.span


CHECK = Check(
    id="quoted-heading",
    family=Family.QUOTATION,
    severity=Severity.NOTE,
    since="0.2.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example(
            "a heading that nobody said",
            "The port stays closed\n\nThe port office said that no ship would leave before the wall is repaired, whatever "
            "it may cost.\n\n“[[WE WILL NEVER LEAVE HARBOUR]]” The captains of the fleet spoke of hard months to come, and of "
            "boats that may have to be sold in spring.",
        ),
    ),
    leaves_alone=(
        example(
            "a heading from a quotation",
            "The port stays closed\n\nThe port office said that no ship would leave before the wall is repaired.\n\n“WE WILL "
            "NEVER LEAVE HARBOUR” One captain of the fleet, Jon Berg, was bitter. “We will never leave harbour,” he said to the "
            "crew on the quay.",
        ),
        example(
            "a heading without marks",
            "The port stays closed\n\nThe port office said that no ship would leave before the wall is repaired.\n\nHard months "
            "to come\n\nThe captains of the fleet spoke of boats that may have to be sold in spring, and of the debts.",
        ),
        example(
            "a term in marks",
            "The port stays closed\n\nThe port office said that no ship would leave before the wall is repaired.\n\n“Black "
            "Friday”\n\nThe captains of the fleet spoke of boats that may have to be sold in spring, and of the debts.",
        ),
    ),
)
