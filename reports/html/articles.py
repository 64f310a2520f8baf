"""The articles in full, a row of the page for each paragraph that has notes, so that they stand beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.model import Article, Role
from auditor.reports.harmless import plain
from auditor.reports.html.links import Links
from auditor.reports.html.notes import WHOLE, Note, Notes
from auditor.reports.marked_text import Line, lines

MOST_NOTES = 3
"""Notes beside one paragraph that are open: with more, the last would stand far from it."""
LONGEST_TITLE = 120
"""Characters of a title that are shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """Lines of the article, and the notes on the first of them; ``more`` are folded."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...] = ()
    more: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One article in full. ``id`` is its anchor, ``short`` its short name, ``name`` its id; ``about`` are the notes on all of it.

    ``title`` is empty where there is none, or the text begins with it.
    """

    id: str
    number: int
    short: str
    title: str
    name: str
    language: str
    about: tuple[Note, ...]
    rows: tuple[Row, ...]


def text_of(article: Article, notes: Notes, links: Links) -> Text:
    """One article, with its addresses as the page of ``links`` writes them."""
    document = article.document
    number = links.numbers[document.id]
    beside = notes.beside(document, links)
    starts = links.answers.places.line_starts(document)
    title = title_of(article)
    return Text(
        f"d{number}",
        number,
        links.answers.name(document.id),
        "" if title == plain(document.id) or plain(document.text).lstrip().startswith(title.rstrip("…")) else title,
        plain(document.id),
        article.language.code,
        tuple(beside.get(WHOLE, ())),
        tuple(_rows(lines(document, starts, article.blocks, list(notes.marked(document, links))), beside)),
    )


def title_of(article: Article) -> str:
    """The title given with a document, else its headline, else its id; cut where it is long."""
    document = article.document
    headline = next((document.text[b.start : b.end] for b in article.blocks if b.role is Role.HEADLINE), "")
    title = plain(document.title or headline or document.id)
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def _rows(read: Sequence[Line], beside: Mapping[int, Sequence[Note]]) -> Iterator[Row]:
    """The lines in rows: one begins at every line that has notes."""
    held: list[Line] = []
    notes: Sequence[Note] = ()
    for line in read:
        if line.number in beside:
            if held:
                yield Row(tuple(held), tuple(notes[:MOST_NOTES]), tuple(notes[MOST_NOTES:]))
            held, notes = [], beside[line.number]
        held.append(line)
    yield Row(tuple(held), tuple(notes[:MOST_NOTES]), tuple(notes[MOST_NOTES:]))
