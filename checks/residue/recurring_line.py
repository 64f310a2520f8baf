"""A line stands on several pages of one source.

## What it flags
A line that at least three articles of one source have word for word, and that no other check knows.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Copies and versions of one article, and sentences that articles of an unknown source share.

## References
Line document frequency: CCNet (Wenzek et al. 2020), RefinedWeb (Penedo et al. 2023).
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import ANY_LANGUAGE, Check, example
from auditor.checks.residue import report
from auditor.model import Article, Family, Finding, Severity
from auditor.residue.draft import Draft, Piece, Stage
from auditor.residue.recogniser import Recogniser


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


def _recurring(draft: Draft) -> Iterator[Piece]:
    """The lines that other pages of the source have, whatever else they look like."""
    return (
        line.piece("stands on other pages of the source, too") for line in draft.lines if line.text in draft.recurring
    )


RECOGNISER = Recogniser(steps=((Stage.LINES, _recurring),), rank=930)  # the last word on what they are

CHECK = Check(
    id="recurring-line",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    languages=ANY_LANGUAGE,
    flags=(
        example(
            "on three pages",
            "The harbour of Mariel was closed on Monday after a storm broke its northern wall.\n\n[[Mariel Post, the voice of the coast]]",
            "The school of Mariel opens again on Tuesday with forty pupils in two classes.\n\n[[Mariel Post, the voice of the coast]]",
            "The price of fish has gone up by a third since the boats left for the next bay.\n\n[[Mariel Post, the voice of the coast]]",
        ),
    ),
    leaves_alone=(
        example(
            "on two pages",
            "The harbour of Mariel was closed on Monday after a storm broke its wall.\n\nMariel Post, the voice of the coast",
            "The school of Mariel opens again on Tuesday with forty pupils.\n\nMariel Post, the voice of the coast",
        ),
        example(
            "three copies",
            "The harbour of Mariel was closed on Monday after a storm broke its wall.\n\nThe voice of the coast",
            "The harbour of Mariel was closed on Monday after a storm broke its wall.\n\nThe voice of the coast",
            "The harbour of Mariel was closed on Monday after a storm broke its wall.\n\nThe voice of the coast",
        ),
        example(
            "a quotation in three articles",
            "The mayor spoke on Monday in the harbour.\n\n“We will build it again.”",
            "The mayor did not stay for long after his speech.\n\n“We will build it again.”",
            "One sentence of the mayor is on every wall in town.\n\n“We will build it again.”",
        ),
    ),
)
