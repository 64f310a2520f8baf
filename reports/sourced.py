"""Sourcing in words: who speaks in each article and where it comes from, a line a fact, for formats made of lines.

Everything here is plain text, not yet escaped for any format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.reports.answers import Answers
from auditor.reports.harmless import plain
from auditor.reports.layout import counted, shortened
from auditor.sourcing import Entry, Profile, Row, Shared, State

SOURCING = "Sourcing"
"""The heading of it in every format."""
TOLD = "Facts with their places; what they mean is for the reader to say. Byline, date and outlet are unknown, not absent, where the text alone was read."
"""What a reader is to know before the table."""
MOST_ENTRIES = 8
"""Entries of a row that are told; the others are counted."""
MOST_PLACES = 6
"""Lines of one entry that are told."""
MOST_SHARED = 6
"""Speakers whom articles have in common that are told."""
LONGEST = 60
"""Characters of an entry that are shown."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line, and the lines under it."""

    text: str
    under: tuple[str, ...] = ()


def sourcing(found: Answers) -> Iterator[Item]:
    """What the articles share, the profile of each, and how each fact was measured."""
    shared = found.sourcing.shared
    if shared:
        more = [f"and {counted(len(shared) - MOST_SHARED, 'more speaker')}"] if len(shared) > MOST_SHARED else []
        yield Item("Speakers in common", (*(shared_line(one, found) for one in shared[:MOST_SHARED]), *more))
    measured: dict[str, str] = {}
    for article in found.report.articles:
        profile = found.sourcing.of(article)
        measured |= {row.label: row.measured for row in profile.rows}
        yield Item(found.name(profile.document), tuple(_lines(profile, found)))
    yield Item("How it was measured", (TOLD, *(f"{label}: {told}" for label, told in measured.items())))


def _lines(profile: Profile, found: Answers) -> Iterator[str]:
    """What is there, a line each; in one line each what was counted and is not there, and what is absent or unknown."""
    yield from (f"{row.label}: {told(row, found)}" for row in profile.rows if row.entries)
    for state, rows in grouped(profile):
        yield f"{state}: {', '.join(row.label for row in rows)}"


def grouped(profile: Profile) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """The rows with nothing to show, by what that means: none was found, it is absent, nothing tells."""
    for name, state in (("None", None), ("Absent", State.ABSENT), ("Unknown", State.UNKNOWN)):
        if rows := tuple(row for row in profile.rows if not row.entries and row.state is state):
            yield name, rows


def shared_line(one: Shared, found: Answers) -> str:
    """In how many independent sources of a story one speaks: "Ana Ruiz speaks in all 3 (a, b, c)"."""
    documents = list(dict.fromkeys(span.document for span in one.places))
    many = f"all {one.of:,} sources" if one.everywhere else f"{len(one.sources):,} of {one.of:,} sources"
    return f"{plain(one.name)} speaks in {many} ({found.listed(documents)})"


def told(row: Row, found: Answers) -> str:
    """The count or state of a row, and the first of what it counts with the lines where that stands."""
    entries = "; ".join(entry(one, row, found) for one in row.entries[:MOST_ENTRIES])
    more = f"; and {len(row.entries) - MOST_ENTRIES:,} more" if len(row.entries) > MOST_ENTRIES else ""
    return f"{entries}{more}" if row.state else f"{row.count:,} – {entries}{more}"


def entry(one: Entry, row: Row, found: Answers) -> str:
    """The words of one, how often it speaks, and the lines: "Ana Ruiz 3 times (2, 5, 9)"."""
    lines = list(dict.fromkeys(found.line(span) for span in one.places))
    often = f" {len(one.places):,} times" if len(one.places) > 1 and row.state is None else ""
    cut = ", …" if len(lines) > MOST_PLACES else ""
    where = f" ({', '.join(map(str, lines[:MOST_PLACES]))}{cut})" if lines else ""
    return f"{words(one)}{often}{where}"


def words(one: Entry) -> str:
    """The words of an entry on one line, cut where they are long."""
    told = shortened(" ".join(plain(one.words).split()))
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1].rstrip()}…"


def short(row: Row) -> str:
    """The count, or the state in a word."""
    return f"{row.count:,}" if row.state is None else row.state.value
