"""The report for a person at a terminal: one section a document, both sides of every finding quoted.

``[[...]]`` marks the words of the document the section is about, ``{{...}}`` the other side, as in the examples of
the checks. Colour only adds to this: without its escape codes the report reads the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text

from auditor.model import Evidence, Problem, Report, Severity
from auditor.reports import layout
from auditor.reports.layout import Entry, Pair, Places, Quote, Section

MOST_CONSISTENT = 10
"""Pairs listed as checked and consistent for one document; the heading states the cap where it cuts."""

_NARROWEST = 40
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold blue"}

Parts = tuple[str | tuple[str, str], ...]


def render(report: Report, *, colour: bool = False, width: int = 100) -> str:
    """The report as text wrapped to ``width`` columns, without escape codes unless ``colour``."""
    page = _Page(colour, max(width, _NARROWEST))
    places = Places(report)
    _problems(page, report.problems)
    for section in layout.sections(report):
        _section(page, section, places)
    page.line(0, (layout.summary(report), "bold"))
    return page.text()


class _Page:
    """Collects lines, wrapped to the width and indented."""

    def __init__(self, colour: bool, width: int) -> None:
        self._colour = colour
        self._width = width
        self._lines: list[Text] = []
        # Everything the console would read from the environment is said here: one report, one rendering.
        self._console = Console(
            file=StringIO(),
            width=width,
            height=100,
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def line(self, indent: int, *parts: str | tuple[str, str], hang: int = 0) -> None:
        """Adds the parts as one paragraph; lines after its first are indented by ``hang`` more."""
        text = Text.assemble(*parts)
        margin = indent
        for line in text.wrap(self._console, self._width - indent - hang, overflow="fold"):
            line.rstrip()
            self._lines.append(Text(" " * margin) + line)
            margin = indent + hang

    def blank(self) -> None:
        """Adds an empty line."""
        self._lines.append(Text())

    def text(self) -> str:
        """All lines, each ended."""
        if not self._colour:
            return "".join(f"{line.plain}\n" for line in self._lines)
        with self._console.capture() as capture:
            for line in self._lines:
                self._console.print(line, soft_wrap=True)
        return capture.get()


def _problems(page: _Page, problems: Iterable[Problem]) -> None:
    """What could not be done comes first: the rest of the report is less than was asked for."""
    listed = list(problems)
    if not listed:
        return
    page.line(0, (f"Problems ({len(listed)}): this report is incomplete", "bold red"))
    for problem in listed:
        place = layout.problem_place(problem)
        page.line(2, f"{place}: " if place else "", layout.plain(problem.error), hang=2)
    page.blank()


def _section(page: _Page, section: Section, places: Places) -> None:
    document = section.document
    title = f"  {layout.plain(document.title)}" if document.title else ""
    page.line(0, (layout.plain(document.id), "bold underline"), title)
    page.line(2, layout.severities_line(section.severities) if section.entries else "No findings.")
    page.blank()
    for entry in section.entries:
        _entry(page, entry, places)
    _consistent(page, section.consistent, places)
    _not_comparable(page, section.not_comparable, places)
    page.line(2, ("Written ", "bold"), layout.written(section.article.window))
    for evidence in section.article.window.evidence:
        page.line(4, *_evidence(evidence, places), hang=2)
    page.blank()


def _entry(page: _Page, entry: Entry, places: Places) -> None:
    finding = entry.finding
    quotes, left_out = places.sides(entry)
    page.line(
        2,
        (finding.severity, _STYLES[finding.severity]),
        "  ",
        (finding.check, "bold"),
        f"  {quotes[0].position}",
        f"  (see {places.quote(entry.home).place}:{places.quote(entry.home).column})" if entry.home else "",
        ("" if finding.confidence.rank == 0 else f"  {finding.confidence} confidence"),
    )
    page.line(4, layout.plain(finding.message))
    for number, quote in enumerate(quotes):
        page.line(6, *_quoted(quote, own=number == 0), hang=2)
    if left_out:
        page.line(6, f"and {layout.counted(left_out, 'more place')}")
    if finding.edit:
        page.line(6, f"edit: {layout.proposal(finding.edit)}", hang=2)
    page.blank()


def _quoted(quote: Quote, *, own: bool) -> Parts:
    """The place and the words in their line."""
    opening, closing = ("[[", "]]") if own else ("{{", "}}")
    return (
        (f"{quote.place}  ", "cyan"),
        quote.before,
        (f"{opening}{quote.words}{closing}", "bold"),
        quote.after,
    )


def _consistent(page: _Page, pairs: tuple[Pair, ...], places: Places) -> None:
    if not pairs:
        return
    page.line(2, ("Checked and consistent", "bold"), f" ({layout.shown(MOST_CONSISTENT, len(pairs))})")
    for pair in pairs[:MOST_CONSISTENT]:
        alike = f" (and {pair.count - 1:,} more alike)" if pair.count > 1 else ""
        page.line(4, f"{layout.outcome(pair)}: ", *_both(pair, places), alike, hang=2)
    page.blank()


def _not_comparable(page: _Page, pairs: tuple[Pair, ...], places: Places) -> None:
    if not pairs:
        return
    page.line(2, ("Could not be compared, because", "bold"))
    for pair in pairs:
        page.line(4, f"{layout.plain(pair.reason)} ({pair.count:,}), e.g. ", *_both(pair, places), hang=2)
    page.blank()


def _both(pair: Pair, places: Places) -> Iterator[str | tuple[str, str]]:
    """Both quotes of a pair, with their places."""
    for lead, span in (("", pair.here), (", ", pair.there)):
        quote = places.quote(span, context=0)
        yield f"{lead}“{quote.words}” "
        yield quote.place, "cyan"


def _evidence(evidence: Evidence, places: Places) -> Iterator[str | tuple[str, str]]:
    yield layout.plain(evidence.reason)
    if evidence.span:
        quote = places.quote(evidence.span, context=0)
        yield f": “{quote.words}” "
        yield quote.place, "cyan"
