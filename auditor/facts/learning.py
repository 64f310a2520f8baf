"""What the facts tell of the day on which an article was written: not before what it tells of, nor before whom it names in office.

A fact is a lower bound only: history is written later. An event may be told a while ahead, and somebody be called by an office
who is only elected to it, so that each bound lies so many days before the fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from auditor.facts.happenings import told_as
from auditor.facts.offices import BEFORE, terms_of
from auditor.facts.rows import Facts
from auditor.model import Claim, Event, Evidence, Modality, Office, Window

AHEAD = timedelta(days=31)
"""Days by which an event that is numbered and placed may be told before it is: rounds of talks are called weeks ahead."""


def learned(claims: Iterable[Claim], facts: Facts) -> Iterator[Window]:
    """Windows with a lower bound and its evidence, one for each fact that the claims touch."""
    if not facts:
        return
    for claim in claims:
        if claim.modality != Modality.ASSERTED:
            continue
        if isinstance(claim.value, Office) and not claim.value.former:
            yield from _by_holder(claim, claim.value, facts)
        elif isinstance(claim.value, Event):
            for happening in told_as(claim.value, facts):
                reason = f"“{' '.join(claim.span.text.split())}”, which was {happening.told}"
                yield Window(happening.earliest - AHEAD, evidence=(Evidence(reason, claim.span),))


def _by_holder(claim: Claim, office: Office, facts: Facts) -> Iterator[Window]:
    _, terms = terms_of(facts, office)
    if not terms:
        return
    first = min(terms)
    named = office.bearer or claim.span
    reason = f"“{' '.join(named.text.split())}” as {first.office} of {first.of}, since {first.since}"
    since = min(term.since for term in terms)
    yield Window(since - BEFORE, evidence=(Evidence(reason, claim.span),))
