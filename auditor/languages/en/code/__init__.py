"""Extraction: from an article's prose to its typed claims, one kind of claim a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from auditor.languages import Unread
from auditor.languages.en.code.ages import find_ages
from auditor.languages.en.code.assertions import Assertions
from auditor.languages.en.code.events import find_events
from auditor.languages.en.code.lasting import Lasting
from auditor.languages.en.code.names import find_names
from auditor.languages.en.code.offices import find_offices
from auditor.languages.en.code.ordinals import find_ordinals
from auditor.languages.en.code.outcomes import find_outcomes
from auditor.languages.en.code.people import find_people
from auditor.languages.en.code.quantities import find_quantities
from auditor.languages.en.code.quotations import quotations_of, read_speakers
from auditor.languages.en.code.seen import Seen
from auditor.languages.en.code.spans_of_time import with_subjects
from auditor.languages.en.code.stances import find_stances
from auditor.languages.en.code.timex import find_times
from auditor.model import Claim, Prose


@contextmanager
def _reading(what: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        raise Unread(what) from error


def extract(prose: Prose, anchor: date | None) -> tuple[Claim, ...]:
    """All claims of the prose, in the order of their places; ``anchor`` is the day relative dates count from.

    Characters that nobody sees are passed over. Raises ``Unread`` where an extractor raises.
    """
    seen = Seen(prose)
    return seen.told(_extract(seen.prose, anchor))


def _extract(prose: Prose, anchor: date | None) -> tuple[Claim, ...]:
    with _reading("names"):
        names = find_names(prose)
    with _reading("people"):
        people = tuple(find_people(prose, names))
    with _reading("times"):
        lasting = Lasting(prose, names)
        times = with_subjects(find_times(prose, anchor), prose, lasting)
    with _reading("quotations"):
        speakers = read_speakers(prose, names)
        quotations = tuple(quotations_of(prose, speakers))
    with _reading("stances"):
        stances = tuple(find_stances(prose, names, quotations))
    claims: list[Claim] = [*times, *quotations, *stances]
    with _reading("ages"):
        ages = tuple(find_ages(prose, people))
        claims += ages
    with _reading("quantities"):
        claims += find_quantities(prose, times, ages)
    with _reading("ordinals"):
        claims += find_ordinals(prose, times)
    with _reading("offices"):
        claims += find_offices(prose, names, people)
    with _reading("outcomes"):
        claims += find_outcomes(prose, names, (*quotations, *stances))
    with _reading("events"):
        claims += find_events(prose, names, times, lasting)
    with _reading("assertions"):
        claims = list(Assertions(prose, speakers, quotations).with_sources(claims))
    return tuple(sorted(claims, key=lambda claim: (claim.span.start, claim.span.end, claim.kind)))
