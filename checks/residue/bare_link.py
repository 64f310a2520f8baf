"""An address alone stands in the text.

## What it flags
A line that is only an address of the web.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Addresses inside a sentence or a list of sources.

## References
CleanEval (Baroni et al. 2008), boilerplate; WCXB, Web Content Extraction Benchmark.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import ANY_LANGUAGE, Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Confidence, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, line_pattern


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "is an address alone",
            r"(?:https?://|www\.)[^\s<>\"]{4,500}",
            520,
            holds=("://", "www."),
            cased=True,
            confidence=Confidence.MEDIUM,  # the article may end with where it is from
        ),
    ),
    rank=115,
)

CHECK = Check(
    id="bare-link",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    languages=ANY_LANGUAGE,
    flags=(
        example("a page of a shop", STORY + "\n\n[[https://shop.example/products/elite-90-dumbbells]]"),
        example("without its protocol", STORY + "\n\n[[www.shop.example/lamps]]"),
    ),
    leaves_alone=(
        example(
            "in a sentence", STORY + "\n\nThe plan of the wall is at https://port.example/wall.pdf for all to read."
        ),
        example("in a list of sources", STORY + "\n\n- https://port.example/wall.pdf"),
        example("with its title", STORY + "\n\nThe report on the wall: https://port.example/wall.pdf"),
    ),
)
