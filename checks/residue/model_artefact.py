"""A language model speaks about its own text.

## What it flags
"Here is the rewritten article:", "Sure! Here's a polished version", "As an AI language model".

## Why it matters
The text was made or rewritten by a machine and nobody read it: its facts and quotations need a second look.

## How to settle it
Go back to the source text; delete the line.

## What it leaves alone
Articles about language models, and speech that begins alike.

## References
Common Corpus and FineWeb filters on model refusals.
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
    id="model-artefact",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example("an announcement", STORY + "\n\n[[Here is the rewritten article:]]"),
        example("an answer", STORY + "\n\n[[Sure! Here's a polished version of your text.]]"),
        example("a refusal", STORY + "\n\n[[As an AI language model, I cannot confirm these figures.]]"),
    ),
    leaves_alone=(
        example("speech", STORY + "\n\n“Sure, here we go again,” said the innkeeper."),
        example("in prose", STORY + "\n\nHere is the harbour as the painter saw it."),
        example("about models", STORY + "\n\nThe language model of the port office predicts waves."),
    ),
)
