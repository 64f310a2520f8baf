"""An article gives an event of a row another number than the reference.

## What it flags
A dated event with number, place and parties, where the table has another number of the row on that day.

## Why it matters
Rounds are told apart by their numbers: what one round agreed is then held against another.

## How to settle it
Count the rounds by the pages that the rows name, and correct the article or the row.

## What it leaves alone
Events without a date, place or parties; a day on which the table knows none; what is only planned.

## References
de Marneffe et al. 2008 (ACL P08-1118): event coreference comes first.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.reference import looked_up
from auditor.facts.happenings import days, in_one_row, on_those_days
from auditor.facts.rows import Facts
from auditor.model import Article, Asked, Event, Family, Finding, Modality, Severity


def consult(article: Article, facts: Facts) -> Iterator[Finding]:
    """One finding for each event that is numbered otherwise."""
    for claim in article.claims:
        event = claim.value
        if not isinstance(event, Event) or event.ordinal is None or claim.modality != Modality.ASSERTED:
            continue
        given = days(event.date)
        if given is None or given[0] != given[1]:
            continue
        then = [one for one in in_one_row(event, facts) if one.ordinal and on_those_days(one, given)]
        if not then or any(one.ordinal == event.ordinal for one in then):
            continue
        right = then[0]
        asked = Asked(
            "round",
            claim.subject,
            f"Which number has the {claim.subject}?",
            (side([claim.span], f"{event.ordinal}, by the reference {right.ordinal}"),),
            f"By the reference number {right.ordinal} was on {right.told} {looked_up(right.origin)}. The number or the day is wrong.",
        )
        yield CHECK.finding(asked, claim.span)


CHECK = Check(
    id="round-differs-from-reference",
    family=Family.REFERENCE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    consult=consult,
    flags=(
        example(
            "the first told as the second",
            "The second [[round of talks between Russia and Ukraine in Istanbul on 16 May 2025]] ended early.",
        ),
    ),
    leaves_alone=(
        example(
            "the number of the table",
            "The second round of talks between Russia and Ukraine in Istanbul on 2 June 2025 ended early.",
        ),
        example("only a year", "The second round of talks between Russia and Ukraine in Istanbul in 2025 ended early."),
        example(
            "other parties",
            "The second round of talks between Russia and Poland in Istanbul on 16 May 2025 ended early.",
        ),
        example("no date", "The fourth round of talks between Russia and Ukraine in Istanbul ended early."),
    ),
)
