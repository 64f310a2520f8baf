"""The notes in the margin: each point that an article takes part in, beside every paragraph that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from auditor.model import Answer, Document, Family, Point, Span
from auditor.reports.answers import Tier, tier
from auditor.reports.harmless import plain
from auditor.reports.html.chosen import Chosen, style_of
from auditor.reports.html.links import Link, Links
from auditor.reports.html.points import Marks, Points
from auditor.reports.marked_text import Mark

MOST_OTHERS = 2
"""Other answers that a note tells."""
MOST_CHARACTERS = 140
"""Characters of the question in a note, and half of them of an answer: a long note would push the next from its words."""
WHOLE = 0
"""The line under which the notes on the whole of an article are held."""


@dataclass(frozen=True, slots=True)
class Other:
    """What is said elsewhere: an answer cut short, and where the first says so."""

    value: str
    place: Link


@dataclass(frozen=True, slots=True)
class Note:
    """A point as the margin tells it; ``again`` where the article has had its question further up."""

    number: int
    tier: str
    question: str
    href: str | None
    others: tuple[Other, ...]
    marks: Marks
    again: bool


class Notes:
    """What is marked in the articles of a report, and what is noted beside them."""

    def __init__(self, links: Links, chosen: Chosen, points: Points) -> None:
        """Sort the points that count by the documents they touch."""
        self._places = links.places
        self._numbers = chosen.numbers
        self._points = points
        self._touching: dict[str, list[Point]] = defaultdict(list)
        for point in chosen.all:
            if point.counts:
                for document in dict.fromkeys(span.document for span in self._places[point.id]):
                    self._touching[document].append(point)

    def marked(self, document: Document, links: Links) -> Iterator[Mark]:
        """The marks in one document, with the addresses as the page of ``links`` writes them."""
        for point in self._touching[document.id]:
            rank, number, href = list(Tier).index(tier(point)), self._numbers.get(point.id, 0), links.point(point)
            for span in self._places[point.id]:
                if span.document == document.id and span in links.marked and point.family is not Family.SOURCING:
                    yield Mark(span.start, span.end, links.anchor(span), href, number, rank, _look(point))

    def beside(self, document: Document, links: Links) -> Mapping[int, Sequence[Note]]:
        """The notes on every line of a document that has any, of one point one a line; on the whole of it under ``WHOLE``."""
        held: dict[int, dict[str, Note]] = defaultdict(dict)
        seen: set[str] = set()
        for line, span, point in self._in_order(document, links):
            if point.id not in held[line]:
                held[line][point.id] = self._note(point, span, links, point.id in seen)
                seen.add(point.id)
        return {line: tuple(notes.values()) for line, notes in held.items()}

    def _in_order(self, document: Document, links: Links) -> Iterator[tuple[int, Span, Point]]:
        """Every place in a document with its line and its point: down the lines, and on each what matters most first."""
        found = [
            (WHOLE if point.family is Family.SOURCING else links.answers.line(span), number, span, point)
            for number, point in enumerate(self._touching[document.id])
            for span in self._places[point.id]
            if span.document == document.id
        ]
        for line, _, span, point in sorted(found, key=lambda one: one[:3]):
            yield line, span, point

    def _note(self, point: Point, here: Span, links: Links, again: bool) -> Note:
        answers = point.answers if len(point.answers) > 1 else ()
        others = islice((answer for answer in answers if not _gives(answer, here)), MOST_OTHERS)
        told = (Other(_cut(one.value, MOST_CHARACTERS // 2), links.place(one.witnesses[0].place)) for one in others)
        return Note(
            self._numbers.get(point.id, 0),
            style_of(tier(point)),
            _cut(point.question, MOST_CHARACTERS),
            links.point(point),
            tuple(told),
            self._points.marks(point),
            again,
        )


def _look(point: Point) -> str:
    """How the words of a point are marked: by its tier, but what is mended and not taken out is not struck through."""
    removed = point.lead.edit is not None and not point.lead.edit.replacement
    return "to-mend" if tier(point) is Tier.CLEAN and not removed else style_of(tier(point))


def _gives(answer: Answer, here: Span) -> bool:
    return any(witness.place.overlaps(here) or witness.place == here for witness in answer.witnesses)


def _cut(text: str, most: int) -> str:
    shown = plain(text)
    return shown if len(shown) <= most else f"{shown[: most - 1].rstrip()}…"
