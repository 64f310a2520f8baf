"""Sourcing on the page: a table of facts with a column for each article, and who speaks in each, with links to the places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.reports import sourced
from auditor.reports.harmless import plain
from auditor.reports.html.chosen import Listed, first
from auditor.reports.html.links import Link, Links
from auditor.reports.layout import counted
from auditor.sourcing import Entry, Profile, Row

MOST_COLUMNS = 12
"""Articles of which the table has a column; the heading states the cap where it cuts."""
MOST_PROFILES = 60
"""Articles of which is told who speaks in them; the heading states the cap where it cuts."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One that is counted: its words, how often it is met, and the first places."""

    words: str
    often: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What is counted in one article, under its label; ``more`` says how many are left out."""

    label: str
    number: str
    entries: tuple[Counted, ...]
    more: str


@dataclass(frozen=True, slots=True)
class OfOne:
    """The facts of one article that have something to show."""

    short: Link
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One fact across the articles: its label, how it was measured, and for each article the number or state in a word."""

    label: str
    measured: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sourced:
    """The section: the columns of the table and its lines, the speakers in common, and each article by itself."""

    heading: str
    told: str
    columns: tuple[Link, ...]
    lines: tuple[Line, ...]
    shared: tuple[str, ...]
    more_shared: str
    each: Listed[OfOne]


def sourced_of(links: Links) -> Sourced:
    """The sourcing of the report's articles."""
    found = links.answers
    chosen = first(found.report.articles, MOST_PROFILES)
    profiles = [found.sourcing.of(article) for article in chosen.items]
    columns = profiles[:MOST_COLUMNS]
    shared = found.sourcing.shared
    more = len(shared) - sourced.MOST_SHARED
    return Sourced(
        sourced.SOURCING,
        sourced.TOLD,
        tuple(_short(profile, links) for profile in columns),
        _lines(columns),
        tuple(sourced.shared_line(one, found) for one in shared[: sourced.MOST_SHARED]),
        counted(more, "more speaker") if more > 0 else "",
        Listed(tuple(_of_one(profile, links) for profile in profiles), chosen.total),
    )


def _short(profile: Profile, links: Links) -> Link:
    return Link(links.answers.name(profile.document), links.article(profile.document))


def _lines(profiles: Sequence[Profile]) -> tuple[Line, ...]:
    """A line for each fact that any of the profiles has, in their order."""
    known = {row.id: row for profile in profiles for row in profile.rows}
    order = max((profile.rows for profile in profiles), key=len, default=())
    rows = [{row.id: row for row in profile.rows} for profile in profiles]
    return tuple(
        Line(
            known[one.id].label,
            known[one.id].measured,
            tuple(sourced.short(held[one.id]) if one.id in held else "" for held in rows),
        )
        for one in order
    )


def _of_one(profile: Profile, links: Links) -> OfOne:
    return OfOne(_short(profile, links), tuple(_fact(row, links) for row in profile.rows if row.entries))


def _fact(row: Row, links: Links) -> Fact:
    more = len(row.entries) - sourced.MOST_ENTRIES
    entries = tuple(_counted(one, row, links) for one in row.entries[: sourced.MOST_ENTRIES])
    return Fact(row.label, sourced.short(row), entries, f"and {more:,} more" if more > 0 else "")


def _counted(one: Entry, row: Row, links: Links) -> Counted:
    often = f"{len(one.places):,} times" if len(one.places) > 1 and row.state is None else ""
    named = {links.answers.line(span): span for span in reversed(one.places)}
    lines = sorted(named.items())[: sourced.MOST_PLACES]
    return Counted(plain(sourced.words(one)), often, tuple(links.place(span, str(line)) for line, span in lines))
