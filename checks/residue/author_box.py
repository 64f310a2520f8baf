"""The author box stands in the text.

## What it flags
A heading such as "Author" with the lines that follow, and a biography at the end.

## Why it matters
What a biography says of its author is taken for a statement of the article ("a second-year student").

## How to settle it
Delete the box, or move it to the byline.

## What it leaves alone
People who are introduced in the article; a byline; a closing paragraph about somebody in the story.

## References
Trust Project, author expertise; CleanEval.
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
    id="author-box",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example(
            "a box with its heading",
            STORY
            + "\n\n[[Author]]\n\n  [[• Dr. Nadia Haddad]]\n\n    [[Nadia Haddad is a doctoral candidate at the University of Oslo.]]",
        ),
        example(
            "a biography at the end",
            STORY
            + "\n\nThe wall was built in 1911.\n\n[[Nadia Haddad is our coast correspondent. She has reported from here since 2009.]]",
        ),
    ),
    leaves_alone=(
        example(
            "a person of the story",
            STORY
            + "\n\n“We will rebuild,” said Nadia Haddad, the reporter who owns the boat.\n\nThe wall was built in 1911.",
        ),
        example("a byline", "A storm closes the harbour\n\nBy Nadia Haddad, coast correspondent\n\n" + STORY),
        example(
            "an author in prose",
            STORY + "\n\nThe author of the report, an engineer, had warned of this.\n\nThe wall was built in 1911.",
        ),
        example(
            "a closing paragraph",
            STORY
            + "\n\nThe wall was built in 1911.\n\nNadia Haddad, who runs the inn, has not slept since the weekend.",
        ),
    ),
)
