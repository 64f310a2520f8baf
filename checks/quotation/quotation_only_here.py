"""Words of a speaker whom other articles quote too stand in this article alone.

## What it flags
Direct speech of somebody whom at least three other independent articles of the set quote in words of their own, and that none
of them carries.

## Why it matters
Most articles on one occasion quote the same passages. What only one has may be its own interview, or not have been said: it
is worth a look at where it comes from.

## How to settle it
See whether the article says when and to whom the words were said; ask for the recording.

## What it leaves alone
Speakers whom fewer than three other independent articles quote; short quotations; words that another article carries in part,
or as indirect speech; copies of one article, which count as one.

## References
Spiegelman's rule of two sources, as newsroom handbooks restate it: one source is a claim, two are a report.
Of 11 findings read on real news all were true and none was of use (one reader), hence three articles and a note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.quotation import asked_whence, quotations
from auditor.model import Claim, Comparison, Confidence, Family, Finding, Severity
from auditor.story.mentions import Record
from auditor.story.stories import Story
from auditor.wording import runs, words

_LEAST = 8
"""Words of a quotation that other articles would carry where it was said in public."""
_OTHERS = 3
"""Independent articles that quote the speaker: with two, what one article has alone is nearly always more of one statement
(11 of 11 notes that were read on real news)."""
_RUN = 4
"""Words in a row by which another article carries a quotation, in marks or out of them."""


def contrast(_: str, story: Story) -> Iterator[Comparison | Finding]:
    """Tell of every long quotation that no other article of the story has, of a speaker whom others quote."""
    fellows: dict[str, list[Record]] = defaultdict(list)
    for left, right in story.pairs:
        fellows[left.article.document.id].append(right)
        fellows[right.article.document.id].append(left)
    said = {record.article.document.id: list(_said(record)) for record in story.records}
    carried = {one.article.document.id: set(runs(one.told, _RUN)) for one in story.records}
    for record in story.records:
        others = [other for other in fellows[record.article.document.id] if other.source != record.source]
        for speaker, claim in said[record.article.document.id]:
            quoting = {o.source for o in others if any(name == speaker for name, _ in said[o.article.document.id])}
            own = set(runs(words(claim.span.text), _RUN))
            if len(quoting) >= _OTHERS and not any(own & carried[other.article.document.id] for other in others):
                yield _finding(claim, len(quoting))


def _said(story: Record) -> Iterator[tuple[str, Claim]]:
    """The long quotations of named speakers, with the family name of the speaker."""
    for claim, quotation in quotations(story.article, "direct"):
        told = claim.source or (quotation.speaker.text if quotation.speaker else "")
        family = told.split()[-1] if told else ""
        if family[:1].isupper() and len(words(claim.span.text)) >= _LEAST:
            yield family.lower().removesuffix("’s").removesuffix("'s"), claim


def _finding(claim: Claim, others: int) -> Finding:
    settle = (
        f"It stands in no other article of the set, and {others} of them quote the same speaker. It may be the article’s own "
        "interview."
    )
    return CHECK.finding(
        asked_whence(claim.span, "Where does", settle, " come from?"),
        claim.span,
        confidence=Confidence.LOW,
    )


CHECK = Check(
    id="quotation-only-here",
    family=Family.QUOTATION,
    severity=Severity.NOTE,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=contrast,
    flags=(
        example(
            "one of four articles has other words",
            "“The gate of the yard was closed at noon that day,” said Ana Ruiz in Port Lund. “[[Nobody but the old guard ever "
            "had the second key of it,]]” Ana Ruiz said.",
            "“The gate of the yard was closed at noon that day,” said Ana Ruiz in Port Lund.",
            "In Port Lund the harbour was quiet. “The gate of the yard was closed at noon,” said Ana Ruiz.",
            "The board met in Port Lund. “The gate of the yard was closed at noon that day,” Ana Ruiz told it.",
        ),
    ),
    leaves_alone=(
        example(
            "only two other articles quote the speaker",
            "“The gate of the yard was closed at noon that day,” said Ana Ruiz. “Nobody but the old guard ever had the second "
            "key of it,” Ana Ruiz said.",
            "“The gate of the yard was closed at noon that day,” said Ana Ruiz.",
            "In Port Lund the harbour was quiet. “The gate of the yard was closed at noon,” said Ana Ruiz.",
        ),
        example(
            "others carry a part of it",
            "“Nobody but the old guard ever had the second key of the gate,” said Ana Ruiz in Port Lund.",
            "Ana Ruiz said in Port Lund that nobody but the old guard had been there. “I left at noon that day with all the men,” said Ana Ruiz.",
            "“I left at noon that day with all the men,” said Ana Ruiz in Port Lund.",
        ),
        example(
            "a speaker of one article alone",
            "“Nobody but the old guard ever had the second key of it,” said Ben Olsen in Port Lund.",
            "“The gate of the yard was closed at noon that day,” said Ana Ruiz in Port Lund.",
            "“The gate of the yard was closed at noon that day,” said Ana Ruiz in Port Lund.",
        ),
    ),
)
