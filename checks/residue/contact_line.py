"""How to reach the site stands in the text.

## What it flags
Addresses, telephone numbers and appeals to send in stories.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Sentences that tell readers of the story whom to call.

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
            "says how to reach the site",
            r"(?:(?:got|have) (?:a|any) (?:story|tip|news|question|comment|concern)s?\b.{0,60}(?:@|e-?mail|contact|call|get in touch|let us know).{0,80}"
            r"|(?:e-?mail|contact|write to|call|phone|tel|telephone|fax)(?: us)?(?: (?:at|on))?\s?[:.]? ?(?:[\w.+-]{2,40}@[\w.-]{3,40}|[+(]?\d[\d ()./-]{6,20})|[\w.+-]{2,40}@[\w-]{2,30}(?:\.[a-z]{2,10}){1,3}"
            r"|contact (?:us|the (?:author|newsroom|editors?))\b.{0,60}|send (?:us )?(?:a )?(?:news )?tips?\b.{0,80})",
            180,
            opens="call contact e email fax got have phone send tel telephone write",
            holds=("@",),
        ),
    ),
    telltale=telltale(
        "reads like contact details", r"@\w|\b(?:contact|call us|phone|tel|e-?mail)\b|\+?\d[\d ()-]{8,}\d"
    ),
    rank=110,
)

CHECK = Check(
    id="contact-line",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("an appeal", STORY + "\n\n[[Got a story? Email tips@mariel-post.example]]"),
        example("an address", STORY + "\n\n[[newsroom@mariel-post.example]]"),
    ),
    leaves_alone=(
        example(
            "a number in the story", STORY + "\n\nAnyone who has seen the tug should call the port office on 555 0140."
        ),
        example("contact in prose", STORY + "\n\nContact with the tug was lost at four in the morning."),
        example(
            "an e-mail in the story", STORY + "\n\nIn an email to the port office the engineer repeated his warning."
        ),
    ),
)
