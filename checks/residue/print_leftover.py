"""What a printed or sent copy of the page carries stands in the text.

## What it flags
Lines such as "Printed from ...", "A version of this article appears in print on ..." or "View this email in your browser".

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Sentences about what was printed.

## References
CleanEval (Baroni et al. 2008), boilerplate; WCXB, Web Content Extraction Benchmark.
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
            "belongs to a printed or sent copy",
            r"(?:printed (?:from|on|by):? .{4,160}|(?:source|article|page|permalink|original) (?:url|link|address):? .{4,200}|(?:a version of this|this) (?:article|story|column|post) (?:(?:first |originally )?(?:appears?|appeared|ran|was published) (?:in|on)\b).{2,200}"
            r"|(?:originally|first) published (?:in|on|at|by) .{2,120}|(?:read|view|see) (?:the )?(?:original|full) (?:article|story|post)(?: (?:at|on|here|in)\b.{0,80})?|(?:via|source): (?:https?://|www\.).{4,200}"
            r"|(?:order|buy) (?:reprints|back issues).{0,80}|(?:save|download|export) (?:as |this )?(?:a |article |page )?(?:as )?(?:a )?pdf|print (?:edition|version|friendly version|this page)(?: .{2,40})?)[\s.!:|]*",
            260,
            opens="a article buy download export first order original originally page permalink print printed read save see source this via view",
        ),
    ),
    rank=127,
)

CHECK = Check(
    id="print-leftover",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("an address", STORY + "\n\n[[Printed from https://post.example/harbour]]"),
        example(
            "an edition", STORY + "\n\n[[A version of this article appears in print on 5 May 2023, Section A, Page 3.]]"
        ),
        example("an address of the page", STORY + "\n\n[[Source URL: https://post.example/harbour]]"),
        example("a file", STORY + "\n\n[[Save as PDF]]"),
    ),
    leaves_alone=(
        example("printed in prose", STORY + "\n\nPrinted in 1911, the plan of the wall is the only one there is."),
        example("an original in prose", STORY + "\n\nThe original plan: four walls, of which one was built."),
        example("a first in prose", STORY + "\n\nFirst published figures show a loss of a third."),
    ),
)
