"""The label of an advertisement stands in the text.

## What it flags
A line such as "Advertisement" or "Story continues below".

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Sentences about advertisements and sponsors.

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
            "labels an advertisement",
            r"(?:advert(?:isement|ising|s)?|ads?|sponsored(?: (?:content|post|by [^.,]{2,40}))?|promoted(?: content)?|paid (?:content|post)"
            r"|(?:(?:story|article) continues|continue reading) (?:below|after).{0,30})(?:\s?[-–—|:(]{1,2}.{0,50})?[\s.!:)]*",
            80,
            opens="ad ads advert advertisement advertising adverts article continue paid promoted sponsored story",
        ),
    ),
    telltale=telltale("reads like advertising", r"\badvert|\bsponsored\b|\baffiliate\b|\bbuy now\b|\bshop now\b"),
    rank=40,
)

CHECK = Check(
    id="ad-label",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("where to go on", STORY + "\n\n[[Continue Reading Below]]\n\nNobody was hurt."),
        example("a label", STORY + "\n\n[[Advertisement]]\n\nNobody was hurt."),
        example("a longer label", STORY + "\n\n[[ADVERTISEMENT - CONTINUE READING BELOW]]\n\nNobody was hurt."),
    ),
    leaves_alone=(
        example(
            "an advertisement in prose",
            STORY + "\n\nThe ferry line has withdrawn an advertisement that was to run this week.",
        ),
        example("sponsors in prose", STORY + "\n\nSponsored by nobody, the race went on."),
        example("advertising in prose", STORY + "\n\nAdvertising revenue paid for the wall in 1911."),
    ),
)
