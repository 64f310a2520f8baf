"""Annotations of GitHub Actions: one workflow command a point that counts, on standard output of a step.

GitHub shows ten annotations of a level for a step: the first ten of each are printed, conflicts before residue, and the last
line says how many points there are.
"""

from __future__ import annotations

from collections import Counter

from auditor.model import Problem, Report, Severity
from auditor.reports.addresses import file_of, is_row
from auditor.reports.harmless import plain
from auditor.reports.layout import TOUCHED, Places, counted, touched_lines
from auditor.reports.results import Result, results

MOST = 10
"""Annotations of one level that GitHub shows for a step."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """A line an annotation, problems first, and a line with the count of all points that count."""
    places = Places(report)
    lines = [_problem(problem) for problem in report.problems[:MOST]]
    room = Counter({_LEVELS[severity]: MOST for severity in Severity})
    room["error"] -= len(lines)
    if report.touched:  # one for all of them: many names must not push out what else is told
        room["warning"] -= 1
        lines.append(_command("warning", {"title": "auditor: the gate itself"}, f"{TOUCHED}: {_names(report)}."))
    counting = [one for one in results(report) if one.point.counts]
    for one in counting:
        level = _LEVELS[one.point.severity]
        if room[level] > 0:
            room[level] -= 1
            lines.append(_annotation(level, one, places))
    told = len(counting) + len(report.problems) + bool(report.touched)
    more = f"; {len(lines):,} of {told:,} shown, GitHub takes {MOST} of a level" if len(lines) < told else ""
    problems = f", {counted(len(report.problems), 'problem')}" if report.problems else ""
    lines.append(
        f"auditor: {counted(len(counting), 'point')} that count{'s' if len(counting) == 1 else ''}{problems}{more}."
    )
    return "\n".join(lines) + "\n"


def _names(report: Report) -> str:
    return ", ".join(touched_lines(report))


def _annotation(level: str, one: Result, places: Places) -> str:
    document = places.report.documents[one.place.document]
    given = {"file": file_of(document)}
    message = one.message
    if is_row(document):
        message = f"{plain(document.id)}: {message}"
    else:
        line, column = places.position(document, one.place.start)
        last, end = places.position(document, one.place.end)
        given |= {"line": str(line), "endLine": str(last)}
        if line == last:
            given |= {"col": str(column), "endColumn": str(end)}
    given["title"] = f"{one.point.lead.check} {one.point.id}"
    return _command(level, given, message)


def _problem(problem: Problem) -> str:
    where = ": ".join(part for part in (problem.document, problem.check and f"check {problem.check}") if part)
    return _command(
        "error", {"title": "auditor could not finish"}, plain(f"{where}: {problem.error}" if where else problem.error)
    )


def _command(level: str, given: dict[str, str], message: str) -> str:
    told = ",".join(f"{name}={_property(value)}" for name, value in given.items())
    return f"::{level} {told}::{_data(message)}"


def _data(text: str) -> str:
    """The text as a message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The text as a value of a workflow command, where colons and commas divide."""
    return _data(plain(text)).replace(":", "%3A").replace(",", "%2C")
