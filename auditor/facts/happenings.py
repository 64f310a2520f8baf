"""Which event of a table an event of an article is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from auditor.facts.rows import Facts, Happening
from auditor.model import Event
from auditor.values import bounds


def told_as(event: Event, facts: Facts) -> Iterator[Happening]:
    """The happenings of the kind, number and place of an event, if its parties are told, and are those of the happening."""
    if event.ordinal is None:
        return
    yield from (one for one in in_one_row(event, facts) if one.ordinal == event.ordinal)


def in_one_row(event: Event, facts: Facts) -> Iterator[Happening]:
    """The happenings of the kind, place and parties of an event, whatever their number; none where one of these is not told."""
    if event.place is None or not event.participants:
        return
    kind, place = facts.canonical(event.type), facts.canonical(event.place.key)
    parties = {facts.canonical(one) for one in event.participants}
    for one in facts.happenings:
        same = facts.canonical(one.event) == kind and facts.canonical(one.place) == place
        if same and parties == {facts.canonical(name) for name in one.participants}:
            yield one


def days(value: str | None) -> tuple[date, date] | None:
    """The first and last day of a date that an article gives; ``None`` where it has no year."""
    return bounds(value) if value else None


def on_those_days(one: Happening, given: tuple[date, date]) -> bool:
    """Whether a happening was on one of the days from the first to the last given."""
    return given[0] <= one.latest and one.earliest <= given[1]
