"""What is no article, by file: each place with what it is, and the command that takes it out."""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Point
from auditor.reports.addresses import file_of
from auditor.reports.harmless import plain
from auditor.reports.html.chosen import Chosen, Listed
from auditor.reports.html.links import Link, Links
from auditor.reports.html.points import Marks, Points
from auditor.reports.layout import proposal, shown


@dataclass(frozen=True, slots=True)
class Piece:
    """What is no article at one place, and what becomes of it where that is more than its removal."""

    id: str
    place: Link
    told: str
    edit: str
    marks: Marks


@dataclass(frozen=True, slots=True)
class File:
    """A file with what is no article in it; ``count`` says how much of it is shown."""

    name: str
    count: str
    command: str
    pieces: tuple[Piece, ...]


def to_clean(links: Links, chosen: Chosen, points: Points) -> Iterator[File]:
    """Every file that holds something to clean, in the order of the report."""
    held: dict[str, list[Listed[Point]]] = defaultdict(list)
    for name, document in links.answers.report.documents.items():
        if name in chosen.clean:
            held[file_of(document)].append(chosen.clean[name])
    for name, listed in held.items():
        found = [point for one in listed for point in one.items]
        yield File(
            plain(name),
            shown(len(found), sum(one.total for one in listed)),
            f"auditor clean {shlex.quote(plain(name))}",
            tuple(_piece(point, links, points) for point in found),
        )


def _piece(point: Point, links: Links, points: Points) -> Piece:
    span, edit = point.lead.primary, point.lead.edit
    return Piece(
        point.id,
        links.place(span, f"line {links.answers.line(span)}"),
        plain(point.question),
        proposal(edit) if edit and edit.replacement else "",
        points.marks(point),
    )
