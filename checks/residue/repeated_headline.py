"""The headline is repeated in the text.

## What it flags
The headline given a second time as a line, or injected between two sentences of a paragraph.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
A headline whose words the article uses in a sentence of its own; short headlines.

## References
CleanEval (Baroni et al. 2008), boilerplate; C4 and RefinedWeb line filters.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import ANY_LANGUAGE, Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


CHECK = Check(
    id="repeated-headline",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    languages=ANY_LANGUAGE,
    flags=(
        example(
            "given twice", "Storm closes the harbour of Mariel\n\n[[Storm closes the harbour of Mariel]]\n\n" + STORY
        ),
        example(
            "injected in a paragraph",
            "Storm Closes The Harbour Of Mariel\n\n"
            + STORY
            + "\n\nNobody was hurt. [[Storm Closes The Harbour Of Mariel]] The inn took in thirty people.",
        ),
    ),
    leaves_alone=(
        example("said once", "Storm closes the harbour of Mariel\n\n" + STORY),
        example(
            "words of the headline in a sentence",
            "Storm closes harbour\n\n" + STORY + "\n\nThat a storm closes harbour after harbour is new.",
        ),
        example(
            "the headline as part of a sentence",
            "A storm in the north\n\n" + STORY + "\n\nIt was A storm in the north that did it, he wrote.",
        ),
        example(
            "a different line",
            "Storm closes the harbour of Mariel\n\nStorm closes the school of Mariel, too\n\n" + STORY,
        ),
    ),
)
