"""A byline stands in the middle or at the end of the text.

## What it flags
A line that only says who wrote, reviewed or edited something, behind the head of the article.

## Why it matters
It belongs to another article or to a box of the page: a name that stands there is taken for one of the story.

## How to settle it
Delete the line, or put it under the headline.

## What it leaves alone
The byline under the headline; whoever signs a letter; lines of verse.

## References
CleanEval (Baroni et al. 2008), boilerplate; WCXB, Web Content Extraction Benchmark.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Confidence, Family, Finding, Role, Severity
from auditor.residue.draft import HEAD, Draft, Piece, Stage
from auditor.residue.recogniser import Recogniser
from auditor.text.regex import regex

_NAME = r"[A-ZÀ-Þ][\w’'.-]{0,30}(?: [A-ZÀ-Þ][\w’'.-]{0,30}){1,3}"
_BYLINE = regex(
    r"(?i:(?:(?:medically |fact[- ]|expert )?(?:reviewed|checked|edited|written|reported|posted|authored|published|updated|compiled)"
    rf" by|reporting by|words by|by)):? {_NAME}(?:(?:,| (?i:and|&)) {_NAME}){{0,3}}"
    r"(?: ?[|·•,–—-] ?.{2,60})?"
)


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


def _bylines(draft: Draft) -> Iterator[Piece]:
    """The bylines behind the lines among which the article's own stands."""
    for line in draft.lines[HEAD:]:
        if line.role is Role.BODY and len(line.text) <= 160 and _BYLINE.fullmatch(line.text):
            yield line.piece("says who wrote something, far from any headline", Confidence.MEDIUM)


RECOGNISER = Recogniser(steps=((Stage.PAGE, _bylines),), rank=95)

CHECK = Check(
    id="stray-byline",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("of another article", "\n\n".join((STORY, STORY, STORY, STORY)) + "\n\n[[By Ilan Moe]]"),
        example(
            "a reviewer", "\n\n".join((STORY, STORY, STORY, STORY)) + "\n\n[[Medically reviewed by Nadia Haddad, MD]]"
        ),
    ),
    leaves_alone=(
        example("under the headline", "A storm closes the harbour\n\nBy Ilan Moe\n\n" + STORY),
        example("in prose", "\n\n".join((STORY, STORY, STORY, STORY)) + "\n\nBy Friday the boats were back."),
        example("a verse", "\n\n".join((STORY, STORY, STORY, STORY)) + "\n\nBy Night and Day the waters rise"),
    ),
)
