"""Two articles give different dates for the same event.

## What it flags
The same numbered round of talks dated to different days; an accident, disaster, attack or election at one place, with
dates that lie days apart.

## Why it matters
The articles cannot both be right, and a timeline built on both is wrong.

## How to settle it
Find the communique or the first report of the day; correct the article it refutes.

## What it leaves alone
Different rounds, places or parties; one day written in two ways or less precisely; two meetings that no ordinal tells
apart; the same kind of event in another month or year; what is planned.

## References
TimeML TIMEX3 DATE; de Marneffe et al. 2008 (ACL P08-1118): event coreference comes before contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.asked import side
from auditor.check import Check, example
from auditor.comparing.named import Naming, Paired
from auditor.languages.en.lists import LISTS
from auditor.model import (
    Asked,
    Claim,
    ClaimKind,
    Confidence,
    Event,
    Family,
    Finding,
    Modality,
    Severity,
    Side,
    Span,
    Verdict,
)
from auditor.values import Relation, bounds, relate_dates

_ONE_OFF = LISTS.words("event_nouns", "one-off")

_NEAR = 10
"""Days within which two dates at one place are taken for one accident or attack told twice, not for two."""


def _is_dated(claim: Claim) -> bool:
    return isinstance(claim.value, Event) and claim.value.date is not None


def _relate(one: Claim, other: Claim) -> tuple[Verdict, str]:
    left, right = _event(one), _event(other)
    apart = _different_event(left, right)
    if apart:
        return Verdict.NOT_COMPARABLE, apart
    relation = relate_dates(left.date or "", right.date or "")
    if relation == Relation.SAME:
        return Verdict.AGREE, "same date"
    if relation == Relation.PRECISION:
        return Verdict.COMPATIBLE, "same date at another precision"
    if relation == Relation.UNKNOWN:
        return Verdict.NOT_COMPARABLE, "a date counts from an unknown day"
    if Modality.HEDGED in (one.modality, other.modality):
        return Verdict.NOT_COMPARABLE, "one date is planned or supposed"
    if left.ordinal is None and not _near(left, right):
        return Verdict.NOT_COMPARABLE, "may be another event of the kind"
    return Verdict.CONFLICT, "different dates"


def _event(claim: Claim) -> Event:
    assert isinstance(claim.value, Event)
    return claim.value


def _different_event(left: Event, right: Event) -> str:
    """Why the two are not the same event, or empty."""
    if left.ordinal != right.ordinal and left.ordinal and right.ordinal:
        return "different rounds"
    if left.place and right.place and left.place != right.place:
        return "different places"
    if left.participants and right.participants and left.participants != right.participants:
        return "different participants"
    if left.ordinal is None or right.ordinal is None:
        return "" if left.type in _ONE_OFF and left.place == right.place else "no ordinal tells which one is meant"
    if left.place != right.place and not (left.participants & right.participants):
        return "neither place nor participants are shared"
    return ""


def _near(left: Event, right: Event) -> bool:
    mine, theirs = bounds(left.date or ""), bounds(right.date or "")
    return bool(mine and theirs) and abs((mine[0] - theirs[0]).days) <= _NEAR  # type: ignore[index]


def _tell(pairs: Sequence[Paired], claims: Sequence[Claim]) -> Finding:
    """One finding for two articles, at their first pair, with every other place as evidence."""
    one, other = pairs[0]
    numbered = _event(one).ordinal is not None
    subject = max(one.subject, other.subject, key=len)
    settle = f"Both hold only if they mean two events{' under one number' if numbered else ''}."
    return CHECK.finding(
        Asked("date", subject, f"When was the {subject}?", tuple(_sides(pairs)), settle),
        _place(other),
        {_place(claim) for pair in pairs for claim in pair} - {_place(other)},
        severity=Severity.ERROR if numbered else Severity.WARNING,
        confidence=Confidence.HIGH if numbered else Confidence.MEDIUM,
    )


def _sides(pairs: Sequence[Paired]) -> Iterator[Side]:
    """The dates with all their places, that of the later article first."""
    told: dict[str, list[Claim]] = {}
    for one, other in pairs:
        for claim in (other, one):
            told.setdefault(_event(claim).date or "", []).append(claim)
    for when, claims in told.items():
        yield side(map(_place, claims), same=when)


def _place(claim: Claim) -> Span:
    """The words that date an event, its own where none do."""
    return _event(claim).when or claim.span


CHECK = Check(
    id="conflicting-event-date",
    family=Family.CONFLICT,
    severity=Severity.ERROR,
    since="0.1.0",
    docs=__doc__ or "",
    consumes=frozenset({ClaimKind.EVENT}),
    compare=Naming("conflicting-event-date", _is_dated, _relate, _tell),
    flags=(
        example(
            "two days for one round",
            "The second round of talks in Istanbul on {{2 June 2025}} brought no truce.",
            "After the second round of talks in Istanbul on [[5 June 2025]] the delegations flew home.",
        ),
        example(
            "two days for one earthquake",
            "The earthquake in Arequipa on {{3 May 2021}} left hundreds without a roof.",
            "Schools stayed shut after the earthquake in Arequipa on [[4 May 2021]].",
        ),
    ),
    leaves_alone=(
        example(
            "the day that somebody spoke",
            "The mayor on Sunday defended his answer to the explosion in Lund.",
            "The explosion in Lund on Saturday tore off a roof.",
        ),
        example(
            "two rounds",
            "The first round of talks in Istanbul on 16 May 2025 lasted two hours.",
            "The second round of talks in Istanbul on 2 June 2025 brought no truce.",
        ),
        example(
            "one day written in two ways",
            "The second round of talks in Istanbul on 2 June 2025 brought no truce.",
            "The second round of talks in Istanbul on June 2, 2025 brought no truce.",
        ),
        example(
            "a day and its month",
            "The second round of talks in Istanbul on 2 June 2025 brought no truce.",
            "The second round of talks in Istanbul in June 2025 brought no truce.",
        ),
        example(
            "the same city, other parties",
            "Talks held in Nairobi on March 4 between Norway and Chile turned on quotas of fish.",
            "The talks held in Nairobi on 9 March between Norway and Peru brought no quota.",
        ),
        example(
            "two meetings that no ordinal tells apart",
            "The talks in Geneva on 3 March 2024 were brief.",
            "The talks in Geneva on 5 March 2024 went on into the night.",
        ),
        example(
            "another year's election",
            "The election in Ghana on 7 December 2020 was close.",
            "The election in Ghana on 7 December 2024 was not.",
        ),
        example(
            "a date that was only planned",
            "The third round of talks in Geneva was planned for 3 March 2024.",
            "The third round of talks in Geneva on 9 March 2024 went on into the night.",
        ),
    ),
)
