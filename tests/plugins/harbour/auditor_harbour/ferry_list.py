"""A line for each point, as a harbour's build server reads them."""

from __future__ import annotations

from auditor.model import Report
from auditor.points import points


def render(report: Report) -> str:
    """The points of the report, one a line: family, check, document."""
    found = (f"{point.family}\t{point.lead.check}\t{','.join(point.documents)}\n" for point in points(report))
    return "".join(found)
