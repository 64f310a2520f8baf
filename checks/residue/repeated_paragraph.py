"""A paragraph stands in the text twice.

## What it flags
A long line that says again, word for word, what an earlier line said.

## Why it matters
Every count, claim and quotation in it is taken twice.

## How to settle it
Delete the second one.

## What it leaves alone
Refrains and short lines that come back.

## References
C4 and Gopher, removal of repeated lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import ANY_LANGUAGE, Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


CHECK = Check(
    id="repeated-paragraph",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    languages=ANY_LANGUAGE,
    flags=(
        example(
            "twice",
            STORY
            + "\n\nNobody was hurt.\n\n"
            + "[[The harbour of Mariel was closed on Monday after a storm broke its northern wall, the port office said.]]",
        ),
    ),
    leaves_alone=(
        example("a refrain", STORY + "\n\nNobody came.\n\nNobody came."),
        example(
            "nearly the same",
            STORY
            + "\n\nRepairs will take until winter, and the fishing fleet has moved to the next bay for the time being.",
        ),
        example(
            "a quotation that comes back", STORY + "\n\n“Build it again.”\n\nThe council met.\n\n“Build it again.”"
        ),
    ),
)
