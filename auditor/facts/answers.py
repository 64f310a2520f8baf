"""What the facts say of each office and event that an article tells of: confirmed, contradicted, or not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.facts.happenings import days, on_those_days, told_as
from auditor.facts.offices import Standing, held
from auditor.facts.rows import Facts
from auditor.model import Claim, Event, Office, Window

CONFIRMED, CONTRADICTED, UNKNOWN = "confirmed", "contradicted", "not known"


@dataclass(frozen=True, slots=True)
class Answer:
    """How a claim stands to the facts, and why, in words."""

    claim: Claim
    standing: str
    told: str


def answers(claims: Iterable[Claim], window: Window, facts: Facts) -> Iterator[Answer]:
    """An answer for each office of a person, and for each event with an ordinal or a place, in their order."""
    for claim in claims:
        if isinstance(claim.value, Office):
            yield _of_office(claim, claim.value, window, facts)
        elif isinstance(claim.value, Event) and claim.value.place:
            yield _of_event(claim, claim.value, facts)


def _of_office(claim: Claim, office: Office, window: Window, facts: Facts) -> Answer:
    found = held(facts, office, window)
    words = " ".join((office.bearer or claim.span).text.split())
    title = f"{office.title} of {office.organisation}" if office.organisation else office.title
    if not found.terms:
        return Answer(claim, UNKNOWN, f"no row has {words} as {title}.")
    title = f"{found.terms[0].office} of {found.terms[0].of}"
    terms = ", ".join(f"from {one.since} to {one.until or 'now'}" for one in found.terms)
    if found.standing is Standing.UNKNOWN or office.former:
        return Answer(
            claim, UNKNOWN, f"{words} was {title} {terms}; what the article says of its own day does not decide."
        )
    standing = CONFIRMED if found.standing is Standing.HELD else CONTRADICTED
    return Answer(claim, standing, f"{words} was {title} {terms}.")


def _of_event(claim: Claim, event: Event, facts: Facts) -> Answer:
    found = list(told_as(event, facts))
    if not found:
        return Answer(claim, UNKNOWN, f"no row has “{claim.subject}”.")
    given = days(event.date)
    told = " or ".join(one.told for one in found)
    if given is None:
        return Answer(claim, CONFIRMED, f"“{claim.subject}” is in the table, {told}.")
    agrees = any(on_those_days(one, given) for one in found)
    return Answer(claim, CONFIRMED if agrees else CONTRADICTED, f"“{claim.subject}” was {told}, by the table.")
