"""Words inside a sentence of a quotation are missing in another article's version, and no ellipsis says so.

## What it flags
"The inquiry will be full and independent" beside "The inquiry will be independent": one sentence of one speech, from which
words have gone without a mark. Articles, particles and the like ("that", "well") are worth a note, and
so is a quotation that ends with a full stop where the sentence goes on, or leaves out in front what made it a guess ("it
appears to me that").

## Why it matters
Readers take words in marks for what was said. What a house allows to go without a mark differs: a house style
(`quotation-style`) settles whether this counts.

## How to settle it
Put the words back, or an ellipsis in their place.

## What it leaves alone
Sentences left out at either end; cuts that an ellipsis or brackets own to; cuts over the end of a sentence (spliced-quotation)
and those that turn the sense (altered-quotation).

## References
Reuters Handbook of Journalism, "Quotes"; The Associated Press Stylebook, "quotations in the news" (ellipsis).
Of 28 warnings on 726 articles of real news 21 were right (one reader), of 16 notes read 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.check import Check, example
from auditor.checks.conflict import across
from auditor.checks.quotation import left_out
from auditor.model import Claim, ClaimKind, Family, Finding, Severity
from auditor.wording import ALTERING, Change, retold


def compare(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Compare the quotations that share a run of words, article with article."""
    for one, other in across(claims):
        told = retold(one, other)
        if told is not None and not told.kinds & (ALTERING | {Change.SPLICED}):
            kind = next(
                kind
                for kind in (Change.CUT, Change.SLIGHT, Change.BROKEN)
                if kind in told.kinds or kind == Change.BROKEN
            )
            yield from left_out(CHECK, one, other, told, kind)


CHECK = Check(
    id="cut-quotation",
    family=Family.QUOTATION,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    consumes=frozenset({ClaimKind.QUOTATION}),
    compare=compare,
    flags=(
        example(
            "an adjective is gone",
            "“The crew closed the gate of the yard at noon and opened it {{again late}} at night,” said Ana Ruiz.",
            "“The crew closed the gate of the yard at noon and opened [[it at]] night,” said Ana Ruiz.",
        ),
        example(
            "a full stop where the sentence goes on",
            "“The guard is the hero here and he saved many lives {{by taking the gun away}},” said Ana Ruiz.",
            "“The guard is the hero here and he saved many [[lives]].” Ana Ruiz said so twice.",
        ),
    ),
    leaves_alone=(
        example(
            "an editor’s insertion",
            "“Every expert agrees that (insurance) premiums will go up by the end of the year,” Ana Ruiz said.",
            "“Every expert agrees that premiums will go up by the end of the year,” Ana Ruiz said.",
        ),
        example(
            "a short quotation whose first word stands earlier in the long one too",
            "“I have seen the films and I am troubled by the death of the guard. I expect justice to be done swiftly,” Ana Ruiz said.",
            "“I expect justice to be done swiftly,” said Ana Ruiz.",
        ),
        example(
            "an ellipsis",
            "“The crew closed the gate of the yard at noon and opened it again late at night,” said Ana Ruiz.",
            "“The crew closed the gate of the yard at noon and opened it … at night,” said Ana Ruiz.",
        ),
        example(
            "the end is left out",
            "“The crew closed the gate of the yard at noon and opened it again late at night,” said Ana Ruiz.",
            "“The crew closed the gate of the yard at noon,” said Ana Ruiz.",
        ),
        example(
            "a negation is gone: that alters it",
            "“The crew did not open the gate of the yard at noon or at night,” said Ana Ruiz.",
            "“The crew did open the gate of the yard at noon or at night,” said Ana Ruiz.",
        ),
    ),
)
