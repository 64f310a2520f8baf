"""A statement of rights stands in the text.

## What it flags
A line with a copyright sign, "All rights reserved", or terms of re-use.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Articles about copyright; the letter c in brackets in a list.

## References
CleanEval (Baroni et al. 2008), boilerplate; C4 and RefinedWeb line filters.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, line_pattern, telltale


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "states rights",
            r"(?:(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}|by|notice)|&copy;).{0,200}|(?:all )?rights reserved\b.{0,120}"
            r"|(?:this material|no part of this).{0,40}\b(?:may not be|reproduced|published).{0,160}|click here for restrictions.{0,60})",
            320,
            opens="all c click copy copyright no rights this",
            holds=("©", "&copy;"),
        ),
    ),
    telltale=telltale(
        "reads like a legal notice",
        r"©|\bcopyright\b|\brights reserved\b|\bterms (?:of|and)\b|\bdisclaimer\b|\bdisclosure\b",
    ),
    rank=30,
)

CHECK = Check(
    id="copyright-notice",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("a notice", STORY + "\n\n[[© 2023 Mariel Courier Ltd. All rights reserved.]]"),
        example("terms of re-use", STORY + "\n\n[[(c) VPA 2023. Click here for restrictions on re-use.]]"),
    ),
    leaves_alone=(
        example("rights in prose", STORY + "\n\nAll rights to the catch belong to the village."),
        example("copyright in prose", STORY + "\n\nThe engineer holds the copyright in the plans."),
        example("a list", STORY + "\n\nThe plan has three parts: (a) a wall, (b) a pump and (c) a road."),
    ),
)
