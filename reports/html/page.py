"""What the template of the first page is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Point, Report
from auditor.reports import layout
from auditor.reports.answers import DIFFER, Tier
from auditor.reports.harmless import plain
from auditor.reports.html.articles import Text, text_of, title_of
from auditor.reports.html.chosen import Chosen, Listed, first, style_of
from auditor.reports.html.filters import Group
from auditor.reports.html.folded import Apart, Facts, compatible, copies, facts, not_compared
from auditor.reports.html.links import Form, Link, Links
from auditor.reports.html.matrix import Matrix, tables
from auditor.reports.html.notes import Notes
from auditor.reports.html.points import Points, Shown
from auditor.reports.html.quotations import Compared, side_by_side
from auditor.reports.html.residue import File, to_clean
from auditor.reports.html.sourced import Sourced, sourced_of
from auditor.reports.html.timeline import Line, timelines
from auditor.stories import listed, told
from auditor.unread import unread

MOST_TOLD = 100
"""Stories that are listed by their articles; a line below says so where the cap cuts."""

_HEADINGS = {
    Tier.SURE: ("Sure", "When such points were measured on real news, nine in ten were right."),
    Tier.LIKELY: ("Likely", "When such points were measured on real news, six in ten were right."),
    Tier.LESS_SURE: ("Less sure", "Often wrong: look here last."),
    Tier.FURTHER: ("Further points", "Found by checks that were installed besides."),
    Tier.SOURCING: ("Sources to look into", ""),
    Tier.TRACE: ("Quotations to trace", "Said by somebody, but the articles do not say who, when or where."),
}


@dataclass(frozen=True, slots=True)
class Section:
    """Points under their heading, with a sentence on what they are."""

    id: str
    heading: str
    told: str
    points: Listed[Shown]


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be looked at before anything else is believed: a heading and its lines."""

    id: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the first page, in its order; ``texts`` are the articles in full, or ``articles`` their pages.

    Both are empty where ``left_out`` says that the articles' texts would make the page too large.
    """

    headline: str
    stories: str
    told_by: Listed[str]
    gate: str
    problems: tuple[tuple[str, str], ...]
    notices: tuple[Notice, ...]
    filters: tuple[Group, ...]
    differing: tuple[Section, ...]
    further: Section
    sourcing: Section
    tables: Listed[Matrix]
    agreed: int
    timelines: Listed[Line]
    compared: Listed[Compared]
    trace: Section
    sourced: Sourced
    files: tuple[File, ...]
    to_clean: str
    keep: str
    texts: tuple[Text, ...]
    articles: tuple[tuple[Link, str], ...]
    left_out: bool
    settled: Section
    fixed: tuple[str, ...]
    compatible: Listed[Apart]
    apart: Listed[Apart]
    copies: Listed[layout.Copied]
    facts: Listed[Facts]


def page_of(links: Links, chosen: Chosen, points: Points, notes: Notes, filters: tuple[Group, ...]) -> Page:
    """The first page of a report."""
    answers = links.answers
    report = answers.report
    return Page(
        headline=answers.headline,
        stories=told(report) if len(report.stories) > 1 else "",
        told_by=first(map(plain, listed(report)), MOST_TOLD),
        gate=layout.gate_line(report),
        problems=tuple((layout.problem_place(one), plain(one.error)) for one in report.problems),
        notices=tuple(_notices(report)),
        filters=filters,
        differing=tuple(_section(tier, chosen, points) for tier in DIFFER),
        further=_section(Tier.FURTHER, chosen, points),
        sourcing=_section(Tier.SOURCING, chosen, points),
        tables=tables(links, chosen, points),
        agreed=len(answers.agreements),
        timelines=timelines(links, chosen),
        compared=side_by_side(links, chosen, points),
        trace=_section(Tier.TRACE, chosen, points),
        sourced=sourced_of(links),
        files=tuple(to_clean(links, chosen, points)),
        to_clean=layout.counted(answers.lines_to_clean, "line"),
        keep=points.commands("ID")[1],
        texts=tuple(_texts(links, notes)),
        articles=tuple(_pages_of_articles(links)),
        left_out=links.form is Form.WITHOUT_ARTICLES,
        settled=Section("settled", "Known and dismissed", "", _shown(chosen.settled, points)),
        fixed=tuple(map(layout.known_line, report.fixed)),
        compatible=compatible(links),
        apart=not_compared(links),
        copies=copies(links),
        facts=facts(links),
    )


def _section(tier: Tier, chosen: Chosen, points: Points) -> Section:
    heading, told = _HEADINGS[tier]
    return Section(style_of(tier), heading, told, _shown(chosen.tiers[tier], points))


def _shown(listed: Listed[Point], points: Points) -> Listed[Shown]:
    return Listed(tuple(map(points.shown, listed.items)), listed.total)


def _texts(links: Links, notes: Notes) -> Iterator[Text]:
    """The articles in full where they stand on this page."""
    if links.form is Form.PAGE:
        yield from (text_of(article, notes, links) for article in links.answers.report.articles)


def _pages_of_articles(links: Links) -> Iterator[tuple[Link, str]]:
    """The articles where they have pages of their own: the short name with the address, and the title."""
    if links.form is Form.FOLDER:
        for article in links.answers.report.articles:
            name = article.document.id
            yield Link(links.answers.name(name), links.article(name)), title_of(article)


def _notices(report: Report) -> Iterator[Notice]:
    found = (
        ("lapsed", "Decisions to look at again", [layout.lapsed_line(one) for one in report.lapsed]),
        ("touched", layout.TOUCHED, layout.touched_lines(report)),
        ("unread", "Articles in other languages", list(map(plain, unread(report.articles, report.rules)))),
    )
    for id, heading, lines in found:
        if lines:
            yield Notice(id, heading, tuple(lines))
