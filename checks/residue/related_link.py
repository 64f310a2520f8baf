"""A link to another article stands in the text.

## What it flags
A line such as "Read more", "Related articles" or "You may also like", alone or with the title it points to.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Sentences that begin with the same words; headings of the article itself.

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
    id="related-link",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example("a link that ran into its title", STORY + "\n\n[[Why small harbours want big walls Read more]]"),
        example("a bare label", STORY + "\n\n[[Read More:]]"),
        example("a label with a title", STORY + "\n\n[[Read also: The night of the great storm, hour by hour]]"),
        example("what others do", STORY + "\n\n[[Readers also liked]]"),
        example("a call to click, doubled", STORY + "\n\n[[Click here to readClick here to read]]"),
        example("a heading of links", STORY + "\n\n[[You may also like]]"),
    ),
    leaves_alone=(
        example("reading more in prose", STORY + "\n\nRead more slowly, the teacher told them, and they did."),
        example("related in prose", STORY + "\n\nRelated damage to the road has not been counted."),
        example("readers in prose", STORY + "\n\nReaders also liked the old pier, as letters to the paper show."),
        example("more in prose", STORY + "\n\nMore rain is expected on Thursday."),
        example("a survivor not related to anyone", STORY + "\n\nRead aloud in the church, the names took an hour."),
    ),
)
