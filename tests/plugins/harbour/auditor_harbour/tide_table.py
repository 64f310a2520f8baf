"""A table of tides stands in the text.

## What it flags
A line that gives the hours of high and low water.

## Why it matters
Its hours are taken for those of the story.

## How to settle it
Delete the line.

## What it leaves alone
Sentences that speak of high or low water.

## References
The pages of the harbour's paper.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, line_pattern


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "is a table of tides",
            r"tides on [\w ]{3,30}:(?: (?:high|low) water \d\d?:\d\d[,.]?){1,8}",
            longest=160,
            opens="tides",
        ),
    ),
)

CHECK = Check(
    id="tide-table",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("two tides", STORY + "\n\n[[Tides on Monday: high water 04:12, low water 10:31]]\n\nNobody was hurt."),
    ),
    leaves_alone=(
        example("in prose", STORY + "\n\nTides on Monday were higher than the wall, he wrote."),
        example("low water", STORY + "\n\nLow water is the time to look at the wall."),
        example("a heading", STORY + "\n\nTides on the coast\n\n" + STORY),
    ),
)
