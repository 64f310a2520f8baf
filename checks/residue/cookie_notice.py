"""A cookie notice stands in the text.

## What it flags
A line of a consent banner.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Cookies one can eat, and articles about consent banners.

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
            "is a cookie notice",
            r"(?:(?:we|this (?:web)?site|our (?:web)?site)(?: and our partners)? uses? cookies\b.{0,200}"
            r"|(?:we value|your) (?:your )?privacy\b.{0,60}\b(?:cookies|accept|reject|consent|choices)\b.{0,80}"
            r"|this (?:content|video|embed|post|map) (?:is|has been) (?:blocked|not available|unavailable)\b.{0,60}\b(?:cookie|consent|settings|browser|region|country)\b.{0,60}"
            r"|(?:please )?(?:enable|turn on) (?:javascript|cookies)\b.{0,80}"
            r"|(?:accept|reject|manage|allow)(?: all)? (?:cookies|preferences)\b.{0,80}|cookie (?:policy|settings|preferences|notice|consent)\b.{0,60}"
            r"|(?:do not|don[’']t) (?:sell|share)(?: (?:or|and) (?:sell|share))? my (?:personal )?(?:information|info|data)\b.{0,40}"
            r"|limit the use of my (?:sensitive )?(?:personal )?(?:information|data)\b.{0,40}|your (?:privacy|advertising|ad|cookie) choices"
            r"|you have (?:(?:chosen|elected|decided|asked) to opt|opted)[- ]?(?:out|in)\b.{0,200}"
            r"|by (?:continuing|using|clicking)\b.{0,60}\b(?:you (?:agree|accept|consent)).{0,120})",
            420,
            opens="accept allow by cookie do don enable limit manage our please reject this turn we you your",
        ),
    ),
    telltale=telltale("reads like a cookie notice", r"\bcookies?\b|\bconsent\b|\bprivacy (?:policy|settings)\b"),
    rank=20,
)

CHECK = Check(
    id="cookie-notice",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example(
            "a banner", STORY + "\n\n[[We use cookies to personalise content and ads. Accept all | Manage preferences]]"
        ),
        example("a choice by law", STORY + "\n\n[[Do not share my personal data]]\n\n[[Your privacy choices]]"),
        example("a choice made", STORY + "\n\n[[You have opted out of the sharing of your data with our partners.]]"),
        example("a setting", STORY + "\n\n[[Cookie settings]]"),
    ),
    leaves_alone=(
        example("cookies to eat", STORY + "\n\n“There were cookies and cups floating everywhere,” she said."),
        example("a law", STORY + "\n\nThe law lets sites set cookies only with consent."),
        example("choices in prose", STORY + "\n\nDo not share the boats, the old men told them."),
        example("accepting in prose", STORY + "\n\nAccept what the sea gives, they say here."),
    ),
)
