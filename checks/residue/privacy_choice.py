"""A choice of the reader's privacy stands in the text.

## What it flags
Lines such as "Privacy Preferences", "Do Not Sell My Personal Information" or "Terms of Service | Privacy Policy".

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Articles about privacy.

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
            "is a choice of the reader's privacy",
            r"(?:(?:your )?(?:us |california |ad )?privacy (?:(?:&|and) (?:cookies?|cookie policy|terms)|(?:policy|notice|statement|settings|preferences|choices|center|centre|rights)(?: (?:&|and) \w{3,12}){0,2})"
            r"|(?:terms|conditions)(?: (?:(?:&|and) conditions|of (?:use|service|sale)))?(?: ?(?:[|·•,&]|and) ?(?:(?:your )?privacy(?: (?:policy|notice|statement))?|cookies?(?: policy)?|accessibility(?: statement)?)){1,3}"
            r"|(?:manage|update|change|review) (?:your |my )?(?:privacy|consent|cookie|advertising|ad|tracking)(?: (?:settings|preferences|choices|options))?|ad ?choices|consent (?:preferences|management|choices)"
            r"|this site is protected by recaptcha\b.{0,120}|(?:you can|to) (?:change|withdraw|manage) your (?:consent|preferences|choices)\b.{0,120})[\s.!:]*",
            220,
            opens="ad adchoices california change conditions consent manage privacy review terms this to update us you your",
        ),
    ),
    telltale=telltale("reads like a choice of privacy", r"\bprivacy\b|\bterms of\b|\bopt[- ]out\b"),
    rank=25,
)

CHECK = Check(
    id="privacy-choice",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("a policy", STORY + "\n\n[[Privacy Policy]]"),
        example("two links", STORY + "\n\n[[Terms of Service | Privacy Policy]]"),
        example("a setting", STORY + "\n\n[[Manage your privacy preferences]]"),
        example("a gate", STORY + "\n\n[[This site is protected by reCAPTCHA and the policies of its maker apply.]]"),
    ),
    leaves_alone=(
        example(
            "privacy in prose", STORY + "\n\nPrivacy is what the innkeeper sells, and she has sold it for forty years."
        ),
        example("terms in prose", STORY + "\n\nTerms of the sale were not made known, the port office said on Friday."),
        example(
            "consent in prose", STORY + "\n\nYou can withdraw your boat before Friday, the notice on the quay says."
        ),
    ),
)
