"""Two articles give different lengths of time for the same thing.

## What it flags
How long something took, lasts or was set for - a crossing, a trial, a sentence, a deadline - where two articles give
lengths that exclude each other, and the rare words beside them show that they mean the same thing.

## Why it matters
Both cannot be right, and whoever cites one of them cites a mistake with even odds.

## How to settle it
Look the length up in the ruling, timetable or record; where both may hold, say what each counts.

## What it leaves alone
One length in other words (an hour and a half, 90 minutes); rounding and bounds; ages; lengths of different things;
a length that the other article gives too, in another place.

## References
de Marneffe et al. 2008 (ACL P08-1118), numeric contradiction: alignment first, values second.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.check import Check, example
from auditor.checks.conflict import quoted
from auditor.contrast import Contrast
from auditor.model import ClaimKind, Confidence, Family, Finding, Severity, Timex, Verdict
from auditor.subjects.alignment import Link
from auditor.subjects.mentions import Mention


def _slot(mention: Mention) -> str:
    value = mention.claim.value
    if mention.claim.kind != ClaimKind.DURATION or not isinstance(value, Timex) or value.low is None:
        return ""
    return "" if value.relation == "elapsed" or mention.claim.span.text.endswith("-old") else "length"


def _relate(left: Mention, right: Mention) -> tuple[Verdict, str]:
    mine, theirs = left.claim.value, right.claim.value
    assert isinstance(mine, Timex)
    assert isinstance(theirs, Timex)
    if mine.value == theirs.value:
        return Verdict.AGREE, "same length"
    if (mine.low or 0) <= _high(theirs) and (theirs.low or 0) <= _high(mine):
        return Verdict.COMPATIBLE, "same length, rounded or within bounds"
    return Verdict.CONFLICT, "different lengths"


def _high(value: Timex) -> float:
    return float("inf") if value.high is None else value.high


def _tell(link: Link, fewer: Sequence[Mention], more: Sequence[Mention]) -> Finding:
    return CHECK.finding(
        f"Lengths of time differ: {quoted(fewer)}, but {quoted(more)}. Both hold only if they measure different things.",
        fewer[0].claim.span,
        [mention.claim.span for mention in (*fewer[1:], *more)],
        confidence=Confidence.MEDIUM,
    )


CHECK = Check(
    id="conflicting-length",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=Contrast(_slot, _relate, _tell, enough=1.0),
    flags=(
        example(
            "how long an inquiry has",
            "The inquiry into the bridge will report within {{six months}}, the ministry said.",
            "The ministry gave the inquiry [[nine months]] to report.",
        ),
    ),
    leaves_alone=(
        example(
            "one length in other words",
            "The crossing takes about 90 minutes in calm weather.",
            "In calm weather the crossing takes an hour and a half.",
        ),
        example(
            "lengths of different things",
            "The trial lasted nine weeks.",
            "The prison sentence of seven years was suspended.",
        ),
        example(
            "ages",
            "The driver, a 61-year-old from the village, was unhurt.",
            "The other driver, a 56-year-old from the village, was unhurt.",
        ),
    ),
)
