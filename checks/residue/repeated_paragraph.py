"""A paragraph stands in the text twice.

## What it flags
A long line that says again, word for word, what an earlier line said.

## Why it matters
Every count, claim and quotation in it is taken twice.

## How to settle it
Delete the second one.

## What it leaves alone
Refrains and short lines that come back.

## References
C4 and Gopher, removal of repeated lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import ANY_LANGUAGE, Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Confidence, Family, Finding, Severity
from auditor.residue.draft import Draft, Piece, Stage
from auditor.residue.recogniser import Recogniser
from auditor.residue.words import is_list_item

_LENGTH = 100
"""Characters from which on a sentence said twice in one article is a repetition of the page, not of the author."""
_FINAL = (".", "!", "?", "”", '"')


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


def _repetitions(draft: Draft) -> Iterator[Piece]:
    """The paragraphs that stand there a second time."""
    said: set[str] = set()
    for line in draft.lines:
        if len(line.text) >= _LENGTH and line.text.endswith(_FINAL) and not is_list_item(line.text):
            if not line.kind and line.text in said:
                yield line.piece("stands in the text a second time", Confidence.MEDIUM)
            said.add(line.text)


RECOGNISER = Recogniser(steps=((Stage.LINES, _repetitions),), rank=920)  # behind the teasers under a label

CHECK = Check(
    id="repeated-paragraph",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    languages=ANY_LANGUAGE,
    flags=(
        example(
            "twice",
            STORY
            + "\n\nNobody was hurt.\n\n"
            + "[[The harbour of Mariel was closed on Monday after a storm broke its northern wall, the port office said.]]",
        ),
    ),
    leaves_alone=(
        example("a refrain", STORY + "\n\nNobody came.\n\nNobody came."),
        example(
            "nearly the same",
            STORY
            + "\n\nRepairs will take until winter, and the fishing fleet has moved to the next bay for the time being.",
        ),
        example(
            "a quotation that comes back", STORY + "\n\n“Build it again.”\n\nThe council met.\n\n“Build it again.”"
        ),
    ),
)
