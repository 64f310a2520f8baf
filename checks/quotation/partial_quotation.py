"""Words that one article sets into a sentence of its own are part of a sentence that another quotes whole.

## What it flags
A few words in marks inside an article's own sentence, which another article carries with what the speaker said before and
behind them. A note, never more: it shows where the whole can be read.

## Why it matters
Words out of their sentence may say more, or less, than the speaker did. Nothing is wrong with them; whoever checks them wants
the rest.

## How to settle it
Read the sentence where it stands whole, and see whether the part says the same.

## What it leaves alone
Whole sentences; words that differ (cut-quotation, reworded-quotation, altered-quotation); a fragment beside another fragment;
words too few to be told again.

## References
Reuters Handbook of Journalism, "Quotes": fragments are the easiest to take out of context.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.check import Check, example
from auditor.checks.conflict import across
from auditor.checks.quotation import shown, version
from auditor.model import Asked, Claim, ClaimKind, Confidence, Family, Finding, Quotation, Severity
from auditor.wording import Change, Retelling, retold


def compare(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Compare the quotations that share a run of words, article with article."""
    for one, other in across(claims):
        told = retold(one, other)
        if told is None or not told.sure or not told.changes or not told.kinds <= {Change.SHORTENED, Change.NONE}:
            continue
        for part, whole, more in ((one, other, _adds(told, 1)), (other, one, _adds(told, 0))):
            if more and _form(part) == "fragment" and _form(whole) == "direct":
                words = shown(part.span)
                sides = version(part.span), version(whole.span)
                settle = f"Read in {whole.span.document} what comes before and after."
                yield CHECK.finding(
                    Asked("quotation", words, f"What was said before and after “{words}”?", sides, settle),
                    part.span,
                    [whole.span],
                    confidence=Confidence.HIGH,
                    passages=(part.span, whole.span),
                )


def _adds(told: Retelling, side: int) -> bool:
    """Whether all that differs is what one side (0: the left one) has more."""
    return all((edit.right, edit.left)[side][0] == (edit.right, edit.left)[side][1] for _, edit in told.changes)


def _form(claim: Claim) -> str:
    return claim.value.form if isinstance(claim.value, Quotation) else ""


CHECK = Check(
    id="partial-quotation",
    family=Family.QUOTATION,
    severity=Severity.NOTE,
    since="0.2.0",
    docs=__doc__ or "",
    consumes=frozenset({ClaimKind.QUOTATION}),
    compare=compare,
    flags=(
        example(
            "a part of a sentence",
            "Ana Ruiz wrote that the guard “[[opened the old gate of the yard at night]]” without leave.",
            "“{{I was told that he opened the old gate of the yard at night, and I doubt it,}}” Ana Ruiz said.",
        ),
    ),
    leaves_alone=(
        example(
            "a whole sentence",
            "“I was told that he opened the old gate of the yard at night,” Ana Ruiz said.",
            "“I was told that he opened the old gate of the yard at night. I doubt it,” Ana Ruiz said.",
        ),
        example(
            "the same words",
            "Ana Ruiz wrote that the guard “opened the old gate of the yard at night” without leave.",
            "Ana Ruiz wrote that the guard “opened the old gate of the yard at night” and left.",
        ),
        example(
            "another word",
            "Ana Ruiz wrote that the guard “opened the old gate of the yard at night” without leave.",
            "“I was told that he opened the old gate of the yard at noon, and I doubt it,” Ana Ruiz said.",
        ),
    ),
)
