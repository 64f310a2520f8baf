"""The report as GitHub Markdown, for a pull request or an editor's notes. Text from articles cannot break out of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.model import Report
from auditor.reports.layout import (
    Entry,
    Pair,
    Places,
    Quote,
    Section,
    counted,
    outcome,
    plain,
    problem_place,
    sections,
    severities_line,
    shown,
    summary,
    written,
)

LONGEST = 65_000
"""Characters of a comment on GitHub (65,536) less room for the line that says what was left out."""

_MOST_PAIRS = 10
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$@:])")


def render(report: Report) -> str:
    """The report in at most ``LONGEST`` characters; where findings are left out, the end says how many."""
    places = Places(report)
    head = ["# Discrepancy report", "", f"{escape(summary(report))}.", *_problems(report)]
    tail: list[str] = []
    room = LONGEST - sum(len(line) + 1 for line in head)
    left_out = 0
    for section in sections(report):
        for is_finding, lines in _section(section, places):
            size = sum(len(line) + 1 for line in lines)
            if size > room:
                left_out += is_finding
                room = min(room, 0) if is_finding else room
                continue
            room -= size
            tail += lines
    if left_out:
        tail += ["", f"**{counted(left_out, 'finding')} left out** to fit a comment; the JSON report has them all."]
    return "\n".join([*head, *tail]) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is: on one line, with every mark that means something escaped."""
    escaped = _SPECIAL.sub(r"\\\1", plain(text))
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _problems(report: Report) -> Iterator[str]:
    if report.problems:
        yield ""
        yield "## Problems"
        yield ""
    for problem in report.problems:
        where = problem_place(problem)
        yield f"- {escape(where)}: {escape(problem.error)}" if where else f"- {escape(problem.error)}"


def _section(section: Section, places: Places) -> Iterator[tuple[bool, list[str]]]:
    """The parts of a document's report: whether each is a finding, and its lines."""
    reasons = "; ".join(escape(evidence.reason) for evidence in section.article.window.evidence)
    when = f"Written: {escape(written(section.article.window))}" + (f" ({reasons})." if reasons else ".")
    title = ["", f"## {escape(section.document.id)}", "", when, "", f"{escape(severities_line(section.severities))}."]
    yield False, [*title, ""]
    for entry in section.entries:
        yield True, list(_entry(entry, places))
    yield False, list(_pairs("Checked and consistent", section.consistent, places))
    yield False, list(_pairs("Could not be compared, because", section.not_comparable, places))


def _entry(entry: Entry, places: Places) -> Iterator[str]:
    finding = entry.finding
    quotes, more = places.sides(entry, 30)
    elsewhere = f" (listed under {escape(entry.home.document)})" if entry.home else f": {escape(finding.message)}"
    yield f"- **{finding.severity.value}** `{finding.check}` at {quotes[0].position}{elsewhere}"
    for quote in quotes:
        yield f"  - {_quoted(quote)}"
    if more:
        yield f"  - and {counted(more, 'more place')}"


def _quoted(quote: Quote) -> str:
    return f"{escape(quote.place)}: {escape(quote.before)}<mark>{escape(quote.words)}</mark>{escape(quote.after)}"


def _pairs(title: str, pairs: Iterable[Pair], places: Places) -> Iterator[str]:
    listed = list(pairs)
    if not listed:
        return
    yield ""
    yield f"### {title} ({shown(_MOST_PAIRS, len(listed))})"
    yield ""
    for pair in listed[:_MOST_PAIRS]:
        here, there = places.quote(pair.here, 0), places.quote(pair.there, 0)
        number = f" ({counted(pair.count, 'comparison')})" if pair.count > 1 else ""
        yield f"- {escape(outcome(pair))}: “{escape(here.words)}” and “{escape(there.words)}” ({escape(there.place)}){number}"
