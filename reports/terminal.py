"""The report for reading in a terminal: document by document, both sides quoted. Plain text unless colour is asked for."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from auditor.model import Evidence, Finding, Report, Severity
from auditor.reports.harmless import in_lines, plain
from auditor.reports.layout import (
    TOUCHED,
    Entry,
    Pair,
    Places,
    Quote,
    Section,
    confirmed,
    copied,
    copies_line,
    counted,
    gate_line,
    known_line,
    lapsed_line,
    outcome,
    problem_place,
    said,
    sections,
    severities_line,
    shown,
    standing,
    summary,
    touched_lines,
    written,
)
from auditor.reports.word_diff import Side, side_by_side

_MOST_CONSISTENT = 5
"""Agreeing pairs listed for a document; the rest is counted. The JSON report has the counts by reason."""

_MOST_CONFIRMED = 10
"""Claims listed as confirmed by independent articles; the heading states the cap where it cuts."""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def render(report: Report, *, colour: bool = False, width: int = 100) -> str:
    """The report in lines of at most ``width`` columns, with escape codes only where ``colour`` is set."""
    places = Places(report)
    listed = (line for section in sections(report) for line in _section(section, places))
    return _printed((*listed, *_agreed(report, places), *_settled(report), *_closing(report)), colour, width)


def render_finding(report: Report, finding: Finding, *, colour: bool = False, width: int = 100) -> str:
    """One finding of the report, with both its sides."""
    document = Text(plain(finding.primary.document), style="bold underline"), 0
    return _printed((document, *_entry(Entry(finding, finding.primary), Places(report))), colour, width)


Line = tuple[Text, int]


def _printed(lines: Iterable[Line], colour: bool, width: int) -> str:
    console = Console(
        file=io.StringIO(),
        width=max(40, width),
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )
    for line, indent in lines:
        console.print(Padding(line, (0, 0, 0, indent)))
    written_out = console.file.getvalue() if isinstance(console.file, io.StringIO) else ""
    text = "\n".join(line.rstrip() for line in written_out.splitlines()) + "\n"
    return text if colour else in_lines(text)  # where words are wrapped, an article's may come to begin a line


def _section(section: Section, places: Places) -> Iterator[Line]:
    yield Text(plain(section.document.id), style="bold underline"), 0
    yield Text(f"Written: {written(section.article.window)}."), 2
    for evidence in section.article.window.evidence:
        yield Text(f"because of {_reason(evidence, places)}", style="dim"), 4
    if section.copies:
        yield Text(copies_line(section)), 2
    yield Text(f"{severities_line(section.severities)}."), 2
    for entry in section.entries:
        if not entry.finding.possible:
            yield Text(""), 0
            yield from _entry(entry, places)
    yield from _possible([entry for entry in section.entries if entry.finding.possible], places)
    yield from _pairs("Checked and consistent", section.consistent, places, _MOST_CONSISTENT)
    yield from _pairs("Could not be compared, because", section.not_comparable, places, len(section.not_comparable))
    yield Text(""), 0


def _reason(evidence: Evidence, places: Places) -> str:
    """What a bound rests on, with the words and their place unless the reason has them."""
    quote = places.quote(evidence.span, context=0) if evidence.span else None
    reason = plain(evidence.reason)
    return reason if quote is None or quote.words in reason else f"{reason}: “{quote.words}” ({quote.position})"


def _entry(entry: Entry, places: Places) -> Iterator[Line]:
    finding = entry.finding
    quotes, more = places.sides(entry)
    head = Text(f"{quotes[0].position}  ")
    head.append(finding.severity.value, style=_STYLES[finding.severity])
    head.append(f"  {finding.check}", style="bold")
    if entry.home is not None:
        head.append(f"  (listed under {plain(entry.home.document)})")
    else:
        head.append(f"  {finding.fingerprint}", style="dim")
    if told := standing(finding):
        head.append(f"  {told}", style="bold" if finding.counts else "dim")
    yield head, 2
    if not finding.counts:
        return
    if entry.home is None:
        yield Text(plain(finding.message)), 4
    for quote in quotes:
        yield _quoted(quote), 6
    if more:
        yield Text(f"and {counted(more, 'more place')}", style="dim"), 6
    if entry.home is None and (sides := side_by_side(finding)):
        yield from ((_telling(side), 6) for side in sides)


def _possible(entries: Sequence[Entry], places: Places) -> Iterator[Line]:
    """Findings that are only possible, a line each: most of such are no conflicts."""
    if not entries:
        return
    yield Text(""), 0
    yield Text(f"Possible, and often wrong ({len(entries)})", style="bold"), 2
    for entry in entries:
        quotes, _ = places.sides(entry)
        line = Text(f"{quotes[0].position}  ", style="dim")
        line.append(f"{entry.finding.check}: ")
        line.append(" | ".join(f"“{quote.words}” ({quote.place})" for quote in quotes[:2]))
        line.append(f"  {entry.finding.fingerprint}", style="dim")
        yield line, 4


def _quoted(quote: Quote) -> Text:
    line = Text(f"{quote.place}: ", style="dim")
    line.append(quote.before)
    line.append(f"[{quote.words}]", style="bold")
    line.append(quote.after)
    return line


def _telling(side: Side) -> Text:
    """One of two tellings, a line each under the other: brackets where they differ, also without colour."""
    line = Text(f"{side.document} | ", style="dim")
    for number, piece in enumerate(side.pieces):
        line.append(" " if number else "")
        line.append(f"[{piece.text}]" if piece.differs else piece.text, style="bold" if piece.differs else "")
    return line


def _pairs(title: str, pairs: tuple[Pair, ...], places: Places, most: int) -> Iterator[Line]:
    if not pairs:
        return
    yield Text(""), 0
    yield Text(f"{title} ({shown(most, len(pairs))})", style="bold"), 2
    for pair in pairs[:most]:
        here, there = places.quote(pair.here, 0), places.quote(pair.there, 0)
        number = f" ({counted(pair.count, 'comparison')})" if pair.count > 1 else ""
        yield Text(f"{outcome(pair)}: “{here.words}” ({here.position}) and “{there.words}” ({there.place}){number}"), 4


def _agreed(report: Report, places: Places) -> Iterator[Line]:
    """The claims that independent articles make, and the articles that are not independent."""
    claims = confirmed(report)
    if claims:
        heading = f"Confirmed by independent articles ({shown(_MOST_CONFIRMED, len(claims))})"
        yield Text(heading, style="bold"), 0
        for one in claims[:_MOST_CONFIRMED]:
            yield Text(said(one, places)), 2
        yield Text(""), 0
    if report.copies:
        yield Text("Copies of one article", style="bold"), 0
        for group in copied(report, places):
            yield Text(group.line), 2
            for edit in group.edits:
                yield Text(edit), 4
        yield Text(""), 0


def _settled(report: Report) -> Iterator[Line]:
    """Known findings that are gone, decisions to look at again, and what a change touches of the gate itself."""
    for heading, lines in (
        ("Fixed", map(known_line, report.fixed)),
        ("Decisions to look at again", map(lapsed_line, report.lapsed)),
        (TOUCHED, touched_lines(report)),
    ):
        for number, line in enumerate(lines):
            if not number:
                yield Text(heading, style="bold"), 0
            yield Text(line), 2


def _closing(report: Report) -> Iterator[Line]:
    if not report.articles:
        yield Text("No document could be read."), 0
    for problem in report.problems:
        where = problem_place(problem)
        line = Text("problem", style="bold red")
        line.append(f"  {where}: {plain(problem.error)}" if where else f"  {plain(problem.error)}")
        yield line, 0
    if told := gate_line(report):
        yield Text(f"Findings: {told}."), 0
    yield Text(f"{summary(report)}.", style="bold"), 0
