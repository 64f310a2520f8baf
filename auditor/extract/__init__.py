"""Extraction: from an article's prose to its typed claims, one kind of claim a file."""

from __future__ import annotations

from datetime import date

from auditor.extract.assertions import Assertions
from auditor.extract.events import find_events
from auditor.extract.lasting import Lasting
from auditor.extract.names import find_names
from auditor.extract.offices import find_offices
from auditor.extract.quotations import quotations_of, read_speakers
from auditor.extract.spans_of_time import with_subjects
from auditor.extract.stances import find_stances
from auditor.extract.timex import find_times
from auditor.model import Claim, Prose


def extract(prose: Prose, anchor: date | None) -> tuple[Claim, ...]:
    """All claims of the prose, in the order of their places; ``anchor`` is the day relative dates count from."""
    names = find_names(prose)
    lasting = Lasting(prose, names)
    times = with_subjects(find_times(prose, anchor), prose, lasting)
    speakers = read_speakers(prose, names)
    quotations = tuple(quotations_of(prose, speakers))
    claims = [
        *times,
        *quotations,
        *find_offices(prose, names),
        *find_stances(prose, names, quotations),
        *find_events(prose, names, times, lasting),
    ]
    claims = Assertions(prose, speakers, quotations).with_sources(claims)
    return tuple(sorted(claims, key=lambda claim: (claim.span, claim.kind)))
