"""A request to subscribe stands in the text.

## What it flags
A line that asks to subscribe, sign up for a newsletter or follow the outlet.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
People in the story who subscribe, sign up or follow.

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
    id="subscription-prompt",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example("a newsletter", STORY + "\n\n[[Sign up to our morning newsletter and never miss a story.]]"),
        example("a paywall", STORY + "\n\n[[Subscribe now]]"),
        example("under the name of the site", STORY + "\n\n[[MARIEL TODAY! PODCASTS]]"),
        example("an account", STORY + "\n\n[[Already a subscriber? Log in]]"),
    ),
    leaves_alone=(
        example(
            "volunteers", STORY + "\n\nVolunteers are asked to subscribe to a rota pinned to the church hall door."
        ),
        example("signing up in prose", STORY + "\n\nSign up they did, forty of them before noon."),
        example("followers in prose", STORY + "\n\nFollow us, the pilots said over the radio, and the boats did."),
        example("a heading", STORY + "\n\nA parish newsletter\n\n" + STORY),
        example("a newsletter in prose", STORY + "\n\nThe newsletter of the parish was the first to print the names."),
    ),
)
