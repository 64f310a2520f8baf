"""The report for reading in a terminal: its last screen is the answer, what differs first.

Plain text unless colour is asked for. With ``full`` all that is known comes before the last screen.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator

from rich.text import Text

from auditor.model import Finding, Problem, Report, Severity
from auditor.reports import WIDTH, Fitted, Showing, terminal_full
from auditor.reports.answers import Answers, Tier, answers, cleaning
from auditor.reports.answers import tier as tier_of
from auditor.reports.harmless import plain
from auditor.reports.layout import (
    MOST_SIDES,
    TOUCHED,
    Places,
    counted,
    lapsed_line,
    problem_place,
    shortened,
    shown,
    standing,
    touched_lines,
)
from auditor.reports.screen import Line, Screen
from auditor.reports.terminal_points import quoted, short, telling
from auditor.reports.word_diff import side_by_side
from auditor.unread import unread

MOST_LINES = 36
"""Lines of points on the last screen: with what stands around them it has at most 45 at the usual width."""
MOST_OTHERS = 5
"""Problems, lapsed decisions and files of the gate that the last screen lists; the others are counted."""
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_TIERS = {Tier.SURE: "bold red", Tier.LIKELY: "bold yellow", Tier.FURTHER: "bold cyan"}
"""The tiers whose points are listed; those of the others are counted."""
_PAGE = "html"
"""The format that a reader knows as the page."""


@Fitted
def render(report: Report, showing: Showing) -> str:
    """The report in lines of at most ``width`` columns, with escape codes only where ``colour`` is set."""
    found, screen = answers(report), Screen(showing.width, colour=showing.colour)
    told = terminal_full.lines(found, screen) if showing.full else ()
    return screen.printed((*told, *_last_screen(found, screen, showing)))


def render_finding(
    report: Report, finding: Finding, *, question: str = "", colour: bool = False, width: int = WIDTH
) -> str:
    """One finding of the report with all its places, and the question of its point where it does not ask it itself."""
    screen = Screen(width, colour=colour)
    return screen.printed(_one(Places(report), finding, question, screen))


def _one(places: Places, finding: Finding, question: str, screen: Screen) -> Iterator[Line]:
    here = places.quote(finding.primary)
    yield Line(Text(here.document, style="bold underline"))
    if question and question not in finding.message:
        yield Line(Text(plain(question), style="bold"), 2)
    head = Text.assemble((finding.severity.value, _STYLES[finding.severity]), "  ", (finding.check, "bold"))
    head.append(f"  {finding.fingerprint}", style="dim")
    if told := standing(finding):
        head.append(f"  {told}", style="bold" if finding.counts else "dim")
    yield Line(head, 2, f"{here.position}  ")
    yield Line(Text(plain(finding.message)), 4)
    for span in finding.spans[:MOST_SIDES]:
        yield quoted(places.quote(span), plain(span.document), 6, screen)
    if more := len(finding.spans[MOST_SIDES:]):
        yield Line(Text(f"and {counted(more, 'more place')}", style="dim"), 6)
    for side in side_by_side(finding) or ():
        yield telling(side, side.document, 6, screen)


def _last_screen(found: Answers, screen: Screen, showing: Showing) -> Iterator[Line]:
    yield from _trouble(found.report)
    yield Line(Text(found.headline, style="bold"))
    yield from (Line(Text(plain(told))) for told in unread(found.report.articles, found.report.rules))
    listed = yield from _listed(found, screen)
    if listed:
        yield Line(Text())
    yield from screen.filled(_counted(found, listed, showing))
    if found.left_out:
        yield Line(Text(f"{found.left_out}."))
    yield from screen.filled([f"{'page' if name == _PAGE else name}: {plain(path)}" for name, path in showing.written])


def _trouble(report: Report) -> Iterator[Line]:
    """What could not be read or done, and what is to be looked at before the points are believed."""
    if not report.articles:
        yield Line(Text("No document could be read."))
    for heading, lines in (
        ("This report is incomplete", [_problem(problem) for problem in report.problems]),
        ("Decisions to look at again", [lapsed_line(one) for one in report.lapsed]),
        (TOUCHED, touched_lines(report)),
    ):
        if lines:
            yield Line(Text(f"{heading} ({shown(MOST_OTHERS, len(lines))})", style="bold"))
            yield from (Line(Text(line), 1) for line in lines[:MOST_OTHERS])
            yield Line(Text())


def _problem(problem: Problem) -> str:
    where, error = problem_place(problem), plain(problem.error)
    return shortened(f"{where}: {error}" if where else error)


def _listed(found: Answers, screen: Screen) -> Generator[Line, None, int]:
    """The points that are listed with their answers, the surest first, as far as one screen has room; and their number."""
    points = found.of(*_TIERS)
    told = (short(one, f"{at:>2}  ", found, screen, named=found.gated) for at, one in enumerate(points, 1))
    blocks = _with_room(told, screen)
    for tier, style in _TIERS.items():
        here = [block for one, block in zip(points, blocks, strict=False) if tier_of(one) is tier]
        if here:
            yield Line(Text(f"{tier.upper()} ({shown(len(here), len(found.of(tier)))})", style=style))
            yield from (line for block in here for line in block)
    return len(blocks)


def _with_room(blocks: Iterable[list[Line]], screen: Screen) -> list[list[Line]]:
    """The first blocks that have at most ``MOST_LINES`` lines together, and at least one."""
    room = MOST_LINES
    kept: list[list[Line]] = []
    for block in blocks:
        room -= sum(len(screen.wrapped(line)) for line in block)
        if room < 0 and kept:
            break
        kept.append(block)
    return kept


def _counted(found: Answers, listed: int, showing: Showing) -> Iterator[str]:
    """How many points there are of the tiers that nothing was listed of, and what agrees."""
    begun = {tier_of(point) for point in found.of(*_TIERS)[:listed]}
    numbers = {tier: len(found.of(tier)) for tier in Tier if tier not in begun} | {Tier.CLEAN: found.lines_to_clean}
    told = [_count(tier, number, showing) for tier, number in numbers.items() if number]
    if found.agreements:
        told.append(f"AGREE: {len(found.agreements):,}")
    named, unnamed = found.sourcing.numbers
    if named or unnamed:
        told.append(f"SPEAKERS: {named:,} named, {unnamed:,} not")
    yield from told
    if not showing.full and (told or listed < len(found.of(*_TIERS))):
        yield "(--full lists them)"


def _count(tier: Tier, number: int, showing: Showing) -> str:
    told = f"{tier.upper()}: {number:,}"
    return f"{told} ({cleaning(showing.paths)})" if tier is Tier.CLEAN else told
