"""Extraction: from an article's prose to its typed claims, one kind of claim a file."""

from __future__ import annotations

from datetime import date

from auditor.extract.ages import find_ages
from auditor.extract.assertions import Assertions
from auditor.extract.events import find_events
from auditor.extract.lasting import Lasting
from auditor.extract.names import find_names
from auditor.extract.offices import find_offices
from auditor.extract.ordinals import find_ordinals
from auditor.extract.outcomes import find_outcomes
from auditor.extract.people import find_people
from auditor.extract.quantities import find_quantities
from auditor.extract.quotations import quotations_of, read_speakers
from auditor.extract.spans_of_time import with_subjects
from auditor.extract.stances import find_stances
from auditor.extract.timex import find_times
from auditor.model import Claim, Prose


def extract(prose: Prose, anchor: date | None) -> tuple[Claim, ...]:
    """All claims of the prose, in the order of their places; ``anchor`` is the day relative dates count from."""
    names = find_names(prose)
    people = tuple(find_people(prose, names))
    lasting = Lasting(prose, names)
    times = with_subjects(find_times(prose, anchor), prose, lasting)
    speakers = read_speakers(prose, names)
    quotations = tuple(quotations_of(prose, speakers))
    stances = tuple(find_stances(prose, names, quotations))
    claims = [
        *times,
        *find_quantities(prose, times),
        *find_ordinals(prose, times),
        *quotations,
        *find_offices(prose, names, people),
        *find_ages(prose, people),
        *stances,
        *find_outcomes(prose, names, (*quotations, *stances)),
        *find_events(prose, names, times, lasting),
    ]
    claims = Assertions(prose, speakers, quotations).with_sources(claims)
    return tuple(sorted(claims, key=lambda claim: (claim.span.start, claim.span.end, claim.kind)))
