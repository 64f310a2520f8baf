"""The teaser of another article stands in the text.

## What it flags
Headlines and summaries of other articles, where the page around them looks like a list of links.

## Why it matters
What another article says is taken for a statement of this one.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
The article's own headline and headings, and its closing paragraphs.

## References
CleanEval (Baroni et al. 2008), boilerplate; WCXB, Web Content Extraction Benchmark.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


CHECK = Check(
    id="teaser",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example("under a label", STORY + "\n\nRelated articles\n\n[[Why small harbours want big walls]]"),
        example(
            "the last of a list before the article goes on",
            STORY
            + "\n\nSee also\n\n[[Two towns that will share a ferry]]\n\n[[What the harbour master wrote in her book]]\n\n"
            + STORY,
        ),
    ),
    leaves_alone=(
        example("the headline", "A storm closes the harbour of Mariel\n\n" + STORY),
        example("a closing paragraph", STORY + "\n\nThe next storm is expected on Thursday."),
        example(
            "a subheading",
            STORY
            + "\n\nHow the wall came to break\n\nThe engineer had written in March that the northern wall would not stand another winter, and nobody answered him.",
        ),
    ),
)
