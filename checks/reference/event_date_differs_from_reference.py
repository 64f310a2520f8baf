"""An article dates a numbered event to another day than the reference.

## What it flags
An event with its number, place and parties, whose date in the article shares no day with the date in the table.

## Why it matters
A wrong day puts everything that is told around it in the wrong order.

## How to settle it
Look at the page that the row names, and correct the article or the row.

## What it leaves alone
Events without number, place or parties; dates without a year; what is only planned; a month or a year that the day lies in; a day on
which the table has another number of the row, which `round-differs-from-reference` tells.

## References
TimeML TIMEX3 type="DATE"; de Marneffe et al. 2008 (ACL P08-1118): event coreference comes first.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.reference import looked_up
from auditor.facts.happenings import days, in_one_row, on_those_days, told_as
from auditor.facts.rows import Facts
from auditor.model import Article, Asked, Event, Family, Finding, Modality, Severity


def consult(article: Article, facts: Facts) -> Iterator[Finding]:
    """One finding for each event that is dated otherwise."""
    for claim in article.claims:
        event = claim.value
        if not isinstance(event, Event) or event.when is None or claim.modality != Modality.ASSERTED:
            continue
        given, known = days(event.date), list(told_as(event, facts))
        if given is None or not known or any(on_those_days(one, given) for one in in_one_row(event, facts)):
            continue
        right = known[0]
        asked = Asked(
            "event date",
            claim.subject,
            f"When was the {claim.subject}?",
            (side([event.when], f"{' '.join(event.when.text.split())}, by the reference {right.told}"),),
            f"By the reference it was {right.told} {looked_up(right.origin)}. One of the two is wrong, or another event is meant.",
        )
        yield CHECK.finding(asked, event.when, [claim.span] if not claim.span.overlaps(event.when) else [])


CHECK = Check(
    id="event-date-differs-from-reference",
    family=Family.REFERENCE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    consult=consult,
    flags=(
        example(
            "a day on which no round was",
            "The second round of talks between Russia and Ukraine in Istanbul on [[9 June 2025]] ended early.",
        ),
    ),
    leaves_alone=(
        example(
            "the day of the table",
            "The second round of talks between Russia and Ukraine in Istanbul on 2 June 2025 ended early.",
        ),
        example(
            "a month that holds it",
            "The second round of talks between Russia and Ukraine in Istanbul in June 2025 ended.",
        ),
        example(
            "other parties",
            "The second round of talks between Russia and Poland in Istanbul on 9 June 2025 ended early.",
        ),
        example(
            "another number of the row was that day",
            "The second round of talks between Russia and Ukraine in Istanbul on 16 May 2025 ended early.",
        ),
        example("no number", "The talks between Russia and Ukraine in Istanbul on 9 June 2025 ended early."),
    ),
)
