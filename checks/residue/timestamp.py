"""A time stamp or reading time of the page stands in the text.

## What it flags
Lines such as "Updated 3 hours ago", "Published: 4 May 2023 at 10:31" or "5 min read".

## Why it matters
The day a page was changed is taken for a day of the story.

## How to settle it
Delete the line, or keep the date with the article's metadata.

## What it leaves alone
Datelines, dates at the head of the article, and sentences about when something was published.

## References
CleanEval (Baroni et al. 2008), boilerplate; WCXB, Web Content Extraction Benchmark.
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
            "says when the page was made",
            r"(?:[•·*-] )?(?:(?:first |last |originally |article )?(?:published|updated|posted|modified|created)(?: on| at|:)?:?\s?"
            r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b"
            r"|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[:.]\d\d"
            r"|\d{1,3} \w{3,7} ago|today|yesterday)(?:[^.]|[ap]\.m\.){0,50}"
            r"|\d{1,3} (?:second|minute|min|hour|hr|day|week|month|year)s? ago(?:,? (?:at )?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?)?"
            r"|(?:about |over |reading time:? )?\d{1,3}[ -]?(?:min(?:ute)?s?) (?:to )?(?:read|listen)(?:ing)?(?: time)?|reading time:? .{1,20}|(?:\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}),? \d{4} ?[-–—:] ?(?:added|updated|fixed|corrected|removed|revised|changed) .{2,60}|just now|yesterday at \d.{0,12})",
            100,
            opens="article originally jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december about created first hour hours just last min mins minute minutes modified over posted published reading updated yesterday",
        ),
    ),
    telltale=telltale(
        "reads like a time stamp",
        r"^\W*(?:\w{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \w{3,9}\.? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\b|\b(?:published|updated)\b|\bmin(?:ute)? read\b|\bago$",
    ),
    rank=100,
    dates=True,
)

CHECK = Check(
    id="timestamp",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("reading time", STORY + "\n\n[[5 min read]]"),
        example("how long ago", STORY + "\n\n[[3 hours ago]]\n\nNobody was hurt."),
        example("how long ago, with the hour", STORY + "\n\n[[3 days ago, 14:30]]\n\nNobody was hurt."),
        example("updated", STORY + "\n\n[[Updated 3 hours ago]]"),
    ),
    leaves_alone=(
        example(
            "a dateline",
            "MARIEL, 4 May 2023 — The harbour was closed on Monday after a storm broke its wall.\n\n" + STORY,
        ),
        example("in prose", STORY + "\n\nThree hours ago the wall still stood."),
        example(
            "a report's date in prose",
            STORY + "\n\nPublished in 1911, the plan of the wall shows no foundation at all.",
        ),
        example("a date alone under the headline", "A storm closes the harbour\n\n4 May 2023\n\n" + STORY),
    ),
)
