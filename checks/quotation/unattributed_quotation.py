"""A quotation is nobody's, or somebody's who is not named.

## What it flags
Speech in quotation marks with no speaker, with a pronoun that stands for no named person ("they are essentially
saying"), or with a speaker who has no name ("one official").

## Why it matters
Words that cannot be laid to anyone cannot be checked, and invented speech looks just like them.

## How to settle it
Name the speaker, say why the name is withheld, or drop the marks and paraphrase.

## What it leaves alone
Terms, titles, slogans and headings in marks; speech that goes on after its speaker was named; a speaker named in the
sentence or paragraph before.

## References
Credibility Coalition indicators (Zhang et al. 2018), source attribution; AP style book, anonymous sources.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.quotation import PRONOUNS, quotations, shown
from auditor.model import Article, Claim, Confidence, Family, Finding, Quotation, Severity, Span


def inspect(article: Article) -> Iterator[Finding]:
    """Report direct speech without a named speaker, once for speech that goes on."""
    last: Span | None = None
    for claim, quotation in quotations(article, "direct"):
        missing = _missing(quotation)
        if missing and not (last and quotation.speaker == last):
            yield _finding(claim, quotation, missing)
        last = quotation.speaker


def _missing(quotation: Quotation) -> str:
    """What is missing of the speaker, or empty."""
    speaker = quotation.speaker
    if speaker is None:
        return "has no speaker"
    if speaker.text.lower() in PRONOUNS:
        return f"has only “{speaker.text}” for its speaker, and no person named beside it"
    if not any(word[:1].isupper() for word in speaker.text.split()[:1]) and not _holds_name(speaker.text):
        return f"has a speaker without a name, “{speaker.text}”"
    if speaker.text.lower().startswith(("a ", "an ", "one ", "the ", "another ")):
        return f"has a speaker without a name, “{speaker.text}”"
    return ""


def _holds_name(text: str) -> bool:
    return any(word[:1].isupper() for word in text.split())


def _finding(claim: Claim, quotation: Quotation, missing: str) -> Finding:
    related = [span for span in (quotation.speaker, quotation.cue) if span is not None]
    return CHECK.finding(
        f"“{shown(claim.span.text)}” {missing}. It cannot be traced to anyone as it stands.",
        claim.span,
        related,
        confidence=Confidence.MEDIUM,
    )


CHECK = Check(
    id="unattributed-quotation",
    family=Family.QUOTATION,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example(
            "a pronoun for nobody named",
            "The owners are in no hurry. {{They}} are essentially {{saying}}, “[[Why sell now if the price will only rise?]]”",
        ),
        example(
            "a spokesman without a name",
            "{{Said}} {{a Turkish Foreign Ministry spokesman}}, “[[The way is long, but we must go on.]]”",
        ),
        example("a survivor", "“[[It smelled of diesel and the cars were sliding,]]” {{said}} {{one survivor}}."),
        example("no speaker at all", "The night was long. “[[Nobody knew where the boats had gone.]]” Then it was day."),
    ),
    leaves_alone=(
        example("a named speaker", "“The way is long, but we must go on,” said Ana Ruiz."),
        example("speech that goes on", "“The way is long,” said Ana Ruiz. “But we must go on, and we will.”"),
        example("a term in marks", "They call the war a “special operation” and the border a “line of contact”."),
        example("a title", "He is the author of “The Long Way Down the River” and of two plays."),
        example("a slogan", "The line ran an advertisement under the slogan “Your island, on time”."),
        example(
            "a speaker in the paragraph before",
            "Ana Ruiz had only a few words for the officials and said:\n\n“Just bring the boats back home.”",
        ),
        example("a pronoun for a named person", "Ana Ruiz runs the port. “The way is long, but we must go on,” she said."),
    ),
)
