"""The credit of a picture stands in the text.

## What it flags
A line that says who took a picture.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line, or keep it with the picture.

## What it leaves alone
Sentences about photographs; captions that tell of the scene.

## References
CleanEval (Baroni et al. 2008), boilerplate; C4 and RefinedWeb line filters.
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
    id="photo-credit",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example("a credit", STORY + "\n\n[[Photo: Ilan Moe/Veldran Press Agency]]"),
        example("an agency", STORY + "\n\n[[Getty Images]]"),
    ),
    leaves_alone=(
        example("a photograph in prose", STORY + "\n\nPhotographs of the wave were all over the front pages."),
        example("a video in prose", STORY + "\n\nVideo of the wave was seen by thousands."),
        example("an image in prose", STORY + "\n\nImage is everything in this trade, the innkeeper said."),
    ),
)
