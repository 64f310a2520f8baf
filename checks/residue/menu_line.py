"""An entry of the site's menu stands in the text.

## What it flags
Short lines such as the names of sections, links and buttons, where the page around them looks like a menu.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Headings over a paragraph, items of a list, names under a letter, one-line quotations.

## References
CleanEval (Baroni et al. 2008), boilerplate; WCXB, Web Content Extraction Benchmark.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, telltale


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    telltale=telltale("reads like an entry of a menu", r"\A\s*\S+(?:\s+\S+){0,3}\s*\Z"),  # of no more than four words
    rank=900,  # behind the classes that know some of them
)

CHECK = Check(
    id="menu-line",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example(
            "a menu after the article",
            STORY
            + "\n\n[[Home]]\n\n[[News]]\n\n[[Sport]]\n\n[[Jobs]]\n\n[[Weather]]\n\n[[Lifestyle]]\n\n[[Podcasts]]\n\n[[Shopping]]\n\nSubscribe\n\nLog in\n\nPrivacy Policy\n\n© 2024 Mariel Post. All rights reserved.",
        ),
    ),
    leaves_alone=(
        example(
            "headings",
            STORY
            + "\n\nThe wall\n\nThe northern wall of the harbour was built in 1911 and has been mended four times since then, the port office said.\n\nThe boats\n\nForty boats lie in the next bay, and their owners will not be told before Friday when they can come back.",
        ),
        example("a list", STORY + "\n\nThe hall is short of:\n\n- dry socks\n- blankets\n- lamps"),
        example(
            "a short paragraph",
            STORY
            + "\n\nNobody was hurt.\n\nThe inn stayed open all night, and its owner said that she would not send a bill to anybody.",
        ),
        example("a name under a letter", STORY + "\n\nNadia Haddad\n\nMariel"),
    ),
)
