"""A point as one result of another program, such as code scanning or a build server: where it is shown, and what is said."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from auditor.asked import message
from auditor.model import Asked, Point, Report, Side, Span
from auditor.points import points
from auditor.reports.harmless import plain


@dataclass(frozen=True, slots=True)
class Result:
    """A point with the one place it is shown at, the other places it is about, and what it says in a few sentences."""

    point: Point
    place: Span
    others: tuple[Span, ...]
    message: str


def results(report: Report) -> tuple[Result, ...]:
    """The points of a report in their order: what counts first, then conflicts before residue.

    A point is shown in a document under review where it has a place in one, else where the answer stands that the fewest
    give.
    """
    return tuple(_result(point, report.reviewed or ()) for point in points(report))


def _result(point: Point, reviewed: Collection[str]) -> Result:
    places = list(_places(point))
    place = next((one for one in places if one.document in reviewed), places[0])
    others = [place]
    for one in places:
        if not any(one.overlaps(other) for other in others):
            others.append(one)
    return Result(point, place, tuple(others[1:]), plain(_message(point)))


def _places(point: Point) -> Iterator[Span]:
    """All places of a point, those of the answer that the fewest give first."""
    for answer in reversed(point.answers):
        yield from (witness.place for witness in answer.witnesses)
    for finding in point.findings:
        yield from finding.spans


def _message(point: Point) -> str:
    if len(point.answers) == 1 and point.lead.asked is None:
        return point.lead.message
    sides = tuple(Side(one.value, tuple(witness.place for witness in one.witnesses)) for one in point.answers)
    return message(Asked(point.kind, point.subject, point.question, sides, point.settle))
