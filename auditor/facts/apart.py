"""Meetings that the table tells apart: what differs between two of them is no conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from auditor.facts.happenings import days, in_one_row, on_those_days
from auditor.facts.rows import Facts, Happening
from auditor.model import Article, Claim, Event, Family, Finding, Span


def of_two(finding: Finding, article_of: Callable[[str], Article], facts: Facts) -> bool:
    """Whether a conflict holds two happenings of the table against each other, each told as the table has it.

    That is so where the places of each side lie in sentences on happenings, and no happening is on both sides.
    """
    if finding.family is not Family.CONFLICT or finding.asked is None or len(finding.asked.sides) < 2:
        return False
    sides = [[_told(span, article_of(span.document), facts) for span in side.places] for side in finding.asked.sides]
    if not all(told for side in sides for told in side):
        return False
    sets = [frozenset[Happening]().union(*side) for side in sides]
    return all(mine.isdisjoint(theirs) for n, mine in enumerate(sets) for theirs in sets[:n])


def _told(span: Span, article: Article, facts: Facts) -> frozenset[Happening]:
    """The happenings that the sentence of a place tells of; none where one of its events is not as the table has it."""
    low, high = next((one for one in article.prose.sentences if one[0] <= span.start < one[1]), (span.start, span.end))
    found: set[Happening] = set()
    for event in _events(article.claims, low, high):
        known = list(_as_told(event, facts))
        if not known:
            return frozenset()
        found.update(known)
    return frozenset(found)


def _events(claims: tuple[Claim, ...], low: int, high: int) -> Iterator[Event]:
    """The events of a sentence that tell their number or their day."""
    for claim in claims:
        if isinstance(claim.value, Event) and low <= claim.span.start < high and _is_told_apart(claim.value):
            yield claim.value


def _is_told_apart(event: Event) -> bool:
    return event.ordinal is not None or event.date is not None


def _as_told(event: Event, facts: Facts) -> Iterator[Happening]:
    """The happenings with which all agrees that an event tells: parties, place, number and day."""
    given = days(event.date)
    if event.ordinal is None and given is None:
        return
    for one in in_one_row(event, facts):
        if event.ordinal in (None, one.ordinal) and (given is None or on_those_days(one, given)):
            yield one
