"""A control of the page stands in the text.

## What it flags
A line of navigation, a breadcrumb, a theme switch, a reading time, a print or login link, a list of tags.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Sentences that mention menus, prints, tags or minutes; real lists; datelines.

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
    id="page-control",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example("a theme switch", STORY + "\n\n[[Exit mobile version]]"),
        example("a breadcrumb", "[[Home › News › Coast]]\n\nA storm closes the harbour\n\n" + STORY),
        example("a picture control", "A storm closes the harbour\n\n[[Click to enlarge]]\n\n" + STORY),
        example("a skip link", "[[Skip to main content]]\n\nA storm closes the harbour\n\n" + STORY),
        example("a question answered", STORY + "\n\n[[I found this article useful]]"),
        example("a running head", "[[The Mariel Courier | Page 12 of 40]]\n\nA storm closes the harbour\n\n" + STORY),
        example("tags", STORY + "\n\n[[Tags: harbours, storms, Mariel]]"),
    ),
    leaves_alone=(
        example("a page in prose", STORY + "\n\nThe plan of the wall - page 4 of the report - shows no foundation."),
        example("minutes in prose", STORY + "\n\nThe siren was heard for 4 minutes."),
        example("a menu in prose", STORY + "\n\nThe menu at the inn now has no fish on it."),
        example("a real list", STORY + "\n\nThe hall is short of:\n\n- dry socks, all sizes\n- blankets\n- baby food"),
        example("a short paragraph", STORY + "\n\nA vigil is planned for Wednesday at seven."),
        example(
            "a dateline",
            "MARIEL, March 16 - The harbour was closed on Monday after a storm broke its wall.\n\n" + STORY,
        ),
    ),
)
