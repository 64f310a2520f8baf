"""One quotation stands in two articles with the same words and other punctuation.

## What it flags
A dash for a comma, a full stop for a semicolon, capitals or spelling marks inside the words: the words agree, their
typography does not. A finding only under a house style that asks for it.

## Why it matters
Punctuation inside a quotation is the writer's; a house may want it to be alike wherever the quotation stands.

## How to settle it
Set both as the house style has it.

## What it leaves alone
The kind of quotation marks, and the mark at either end; white space; anything that changes a word.

## References
The Associated Press Stylebook, "quotation marks"; Guardian and Observer style guide, "quotation marks".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.check import Check, example
from auditor.checks.conflict import across
from auditor.checks.quotation import shown, version
from auditor.model import Asked, Claim, ClaimKind, Confidence, Family, Finding, Severity
from auditor.text.invisible import without
from auditor.wording import retold

_MARKS = str.maketrans("", "", "‘’“”'\"«»„")
_ENDS = " .,!?…—–;:-"


def compare(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Compare the quotations that share a run of words, article with article."""
    for one, other in across(claims):
        told = retold(one, other)
        if told is None or told.changes or _set(one.span.text) == _set(other.span.text):
            continue
        words = shown(other.span)
        sides = version(other.span), version(one.span)
        settle = "Both hold: only the typography differs."
        yield CHECK.finding(
            Asked("quotation", words, f"How is “{words}” punctuated?", sides, settle),
            other.span,
            [one.span],
            confidence=Confidence.HIGH,
            passages=(one.span, other.span),
        )


def _set(text: str) -> str:
    """The text as it is set inside: without quotation marks, the marks at its ends, and line breaks."""
    return re.sub(r"\s+", " ", without(text).translate(_MARKS)).strip(_ENDS)


CHECK = Check(
    id="retypeset-quotation",
    family=Family.QUOTATION,
    severity=Severity.NOTE,
    since="0.2.0",
    docs=__doc__ or "",
    consumes=frozenset({ClaimKind.QUOTATION}),
    compare=compare,
    flags=(
        example(
            "a dash for a comma",
            "“{{The crew closed the gate of the yard, and opened it again at night,}}” said Ana Ruiz.",
            "“[[The crew closed the gate of the yard – and opened it again at night,]]” said Ana Ruiz.",
        ),
    ),
    leaves_alone=(
        example(
            "other quotation marks, and another mark at the end",
            "“The crew closed the gate of the yard and opened it again at night,” said Ana Ruiz.",
            'Ana Ruiz said: "The crew closed the gate of the yard and opened it again at night."',
        ),
        example(
            "another word",
            "“The crew closed the gate of the yard, and opened it again at night,” said Ana Ruiz.",
            "“The crew closed the gate of the yard – and unlocked it again at night,” said Ana Ruiz.",
        ),
        example(
            "a line break",
            "“The crew closed the gate of the yard and opened it again at night,” said Ana Ruiz.",
            "“The crew closed the gate of the yard\nand opened it again at night,” said Ana Ruiz.",
        ),
    ),
)
