"""The third step: what the checks say of claims that meet, and of the articles of a group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from auditor.check import Check
from auditor.model import (
    Claim,
)
from auditor.steps.contrasting import contrasting
from auditor.steps.outcomes import Outcome, collected
from auditor.steps.plan import Plan
from auditor.timing import Clock


def compare(plan: Plan, clock: Clock) -> Iterator[Outcome]:
    """What the checks say of all that the plan holds: one outcome a check and meeting, one a check and set of articles."""
    yield from compare_claims(plan.meetings, clock)
    for one in plan.contrasts:
        yield from contrasting(one.stories, one.checks, clock)


def compare_claims(meetings: Iterable[tuple[Check, Sequence[Claim]]], clock: Clock) -> Iterator[Outcome]:
    """What the comparing checks say of claims about one subject."""
    for check, claims in meetings:
        with clock.stage(check.id):
            found = collected(check, check.compare or (lambda _: ()), claims, lambda claim: claim.span.document)
        yield found
