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

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from auditor.check import Check, example
from auditor.checks.quotation import PRONOUNS, attribution, quotations, shown
from auditor.extract.names import GROUP, NAME, PERSON, find_names
from auditor.extract.quotations import RUNS_ON, marked_passages
from auditor.model import Article, Claim, Confidence, Family, Finding, Quotation, Severity, Span

_POINTS_BACK = re.compile(r"(?:he|she|they|it|we|i)$|(?:the|his|her|their|its)\s", re.I)


def inspect(article: Article) -> Iterator[Finding]:
    """Report direct speech without a named speaker, once for speech that goes on."""
    last: Span | None = None
    goes_on = {after.start for passage, after in pairwise(marked_passages(article.prose)) if passage.closed == RUNS_ON}
    named = _named_outside_speech(article)
    for claim, quotation in quotations(article, "direct"):
        missing = "" if claim.span.start in goes_on else _missing(quotation)
        if missing and not (last and quotation.speaker == last) and not _may_be_told(article, named, claim, quotation):
            yield _finding(article, claim, quotation, missing)
        last = quotation.speaker


def _named_outside_speech(article: Article) -> list[int]:
    """Where the article's own words name somebody who can speak."""
    speech = sorted((c.span.start, c.span.end) for c, _ in quotations(article, "direct", "fragment"))
    if not speech:
        return []
    named = []
    for name in find_names(article.prose).all:
        before = bisect_right(speech, (name.span.start, len(article.document.text))) - 1
        if name.kind in (PERSON, NAME, GROUP) and (before < 0 or speech[before][1] <= name.span.start):
            named.append(name.span.start)
    return named


def _may_be_told(article: Article, named: list[int], claim: Claim, quotation: Quotation) -> bool:
    """Whether the text around may tell a reader who speaks, where only this tool cannot say.

    A speaker not found may be any person named in this paragraph or the one before; "he", "they" or "the mayor" may be
    anyone named earlier. Speech that is going on ("they are saying") was never uttered in one voice: nobody is meant.
    """
    speaker = quotation.speaker
    going_on = quotation.cue is not None and quotation.cue.text.endswith("ing")
    if speaker is not None and (going_on or not _POINTS_BACK.match(speaker.text)):
        return False
    paragraphs = article.prose.paragraphs
    here = max(0, bisect_right(paragraphs, (claim.span.start, len(article.document.text))) - 1)
    first = 0 if speaker is not None else paragraphs[max(0, here - 1)][0]
    last = claim.span.start if speaker is not None else paragraphs[here][1]
    return bisect_left(named, first) < bisect_left(named, last)


def _missing(quotation: Quotation) -> str:
    """What is missing of the speaker, or empty."""
    speaker = quotation.speaker
    if speaker is None:
        return "has no speaker"
    if speaker.text.lower() in PRONOUNS:
        return f"has only “{speaker.text}” for its speaker, and no person named beside it"
    if speaker.text.islower() or speaker.text.lower().startswith(("a ", "an ", "one ", "the ", "another ")):
        return f"has a speaker without a name, “{shown(speaker.text)}”"
    return ""


def _finding(article: Article, claim: Claim, quotation: Quotation, missing: str) -> Finding:
    return CHECK.finding(
        f"“{shown(claim.span.text)}” {missing}. It cannot be traced to anyone as it stands.",
        claim.span,
        attribution(article, quotation),
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
            "The owners are in no hurry. {{They are essentially saying}}, “[[Why sell now if the price will only rise?]]”",
        ),
        example(
            "a spokesman without a name",
            "{{Said a Turkish Foreign Ministry spokesman}}, “[[The way is long, but we must go on.]]”",
        ),
        example("a survivor", "“[[It smelled of diesel and the cars were sliding,]]” {{said one survivor}}."),
        example(
            "no speaker at all", "The night was long. “[[Nobody knew where the boats had gone.]]” Then it was day."
        ),
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
        example(
            "a speaker this tool cannot tell but a reader can",
            "Jon Berg met Ana Ruiz at the quay, and both were late. “The boats are gone for good.”",
        ),
        example(
            "an office that was named before",
            "Mayor Ana Ruiz came at noon and stayed for an hour. “The way is long, but we must go on,” the mayor said.",
        ),
        example(
            "a pronoun for a named person", "Ana Ruiz runs the port. “The way is long, but we must go on,” she said."
        ),
    ),
)
