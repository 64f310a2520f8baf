"""A label of the comment form stands in the text.

## What it flags
A line that invites to comment, counts comments or says that they are closed; a reader's comment with its reply button.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Sentences about comments, replies and discussions; officials who decline to comment.

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
    id="comment-form",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example("comments closed", STORY + "\n\n[[Comments are closed]]"),
        example("an invitation", STORY + "\n\n[[Leave A Reply]]"),
        example("their order", STORY + "\n\n[[Sorted by: most recent first]]"),
        example("a count", STORY + "\n\n[[3 comments]]"),
        example(
            "on the date line", "A storm closes the harbour\n\nFriday 9 December 2022 | [[3 comments]]\n\n" + STORY
        ),
        example("a reader's comment", STORY + "\n\n[[gull12 says: about time too. Reply · Like (2)]]"),
    ),
    leaves_alone=(
        example("no comment", STORY + "\n\nThe owner of the fleet declined to comment."),
        example(
            "comments in prose", STORY + "\n\nComments are pouring in from every village on the coast, the mayor said."
        ),
        example("a reply in prose", STORY + "\n\nLeave it to the sea to reply, as the saying goes."),
        example("a debate", STORY + "\n\nJoin the queue, the clerk told him, and he did."),
    ),
)
