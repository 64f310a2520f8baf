"""A point a line, as compilers print what they find, so that editors jump to it: ``path:line:column: severity: question [id]``.

A row of a table has no line of its own in the file: its points stand at the beginning, named by the row.
"""

from __future__ import annotations

import re

from auditor.model import Point, Report
from auditor.reports.addresses import file_of, is_row
from auditor.reports.answers import Answers, answered, answers, question_of
from auditor.reports.harmless import in_lines, plain
from auditor.reports.results import Result, results

_LOCATION = re.compile(r"(:\d+):(?=\s*(?:fatal\s+)?\w+:)")
"""What an editor would take for another place, further on in the line, if an article said it."""


def render(report: Report) -> str:
    """A line for each point that counts, in the order of the report."""
    found = answers(report)
    counting = (result for result in results(report, found.points) if result.point.counts)
    return in_lines("".join(f"{_line(result, found)}\n" for result in counting))


def _line(result: Result, found: Answers) -> str:
    point, place = result.point, result.place
    document = found.report.documents[place.document]
    line, column = (1, 1) if is_row(document) else found.places.position(document, place.start)
    row = f"{found.name(document.id)}: " if is_row(document) else ""
    words = _LOCATION.sub(r"\1 ", f"{row}{question_of(point)}{_sides(point, found)}")
    return f"{plain(file_of(document))}:{line}:{column}: {point.severity}: {words} [{point.id}]"


def _sides(point: Point, found: Answers) -> str:
    """The answers with who gives them; of a point that has but one nothing, since its place says it."""
    if len(point.answers) < 2:
        return ""
    told = (
        f"{' '.join(piece.text for piece in pieces)} ({', '.join(found.said_by(answer))})"
        for answer, pieces in answered(point.answers)
    )
    return f" {' | '.join(told)}"
