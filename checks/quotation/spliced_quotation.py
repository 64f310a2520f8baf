"""Pieces of two sentences are joined to one quotation.

## What it flags
A quotation that another article carries at greater length, where what was cut out goes over the end of a sentence and no
ellipsis says so: the reader takes for one sentence what was said in two.

## Why it matters
A splice keeps every word and can turn the sense: the subject of one sentence gets the verb of another.

## How to settle it
Put the ellipsis where the cut is, or quote the two sentences apart.

## What it leaves alone
Cuts at an end; cuts that an ellipsis or brackets own to; words left out inside one sentence; other words.

## References
Reuters Handbook of Journalism, "Quotes": delete only, marked, and never so that the sense changes.
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
        if told is not None and not told.kinds & ALTERING:
            yield from left_out(CHECK, one, other, told, Change.SPLICED)


CHECK = Check(
    id="spliced-quotation",
    family=Family.QUOTATION,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    consumes=frozenset({ClaimKind.QUOTATION}),
    compare=compare,
    flags=(
        example(
            "the middle of two sentences is gone",
            "“The crew closed the gate at noon that day. {{Nobody was there. The guard of the yard}} opened it again at "
            "night,” said Ana Ruiz.",
            "“The crew closed the gate at noon that [[day opened]] it again at night,” said Ana Ruiz.",
        ),
    ),
    leaves_alone=(
        example(
            "a trimmed start whose first word stands earlier too",
            "“Based on what I have seen, I am deeply troubled by the death of the guard. I expect justice to be done swiftly,” said Ana Ruiz.",
            "“I expect justice to be done swiftly,” said Ana Ruiz.",
        ),
        example(
            "an ellipsis",
            "“The crew closed the gate at noon that day. Nobody was there. They opened it again at night,” said Ana Ruiz.",
            "“The crew closed the gate at noon that day … They opened it again at night,” said Ana Ruiz.",
        ),
        example(
            "a cut at the end",
            "“The crew closed the gate at noon that day. Nobody was there at all,” said Ana Ruiz.",
            "“The crew closed the gate at noon that day,” said Ana Ruiz.",
        ),
        example(
            "a word left out",
            "“The whole crew closed the old gate at noon that day,” said Ana Ruiz.",
            "“The whole crew closed the gate at noon that day,” said Ana Ruiz.",
        ),
    ),
)
