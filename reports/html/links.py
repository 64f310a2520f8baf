"""Where things stand: the address of every point, article and place, on one page or in a folder of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from urllib.parse import urlsplit

from auditor.model import Family, Point, Span
from auditor.reports.answers import Answers
from auditor.reports.harmless import plain

INDEX = "index.html"
MOST_LINES = 4
"""Lines with words that a mark may run over: what is said of more is said of the article, and marks none of it."""


class Form(Enum):
    """What a report is made into: one page, one page without the articles, or a folder with a page for each."""

    PAGE = "page"
    WITHOUT_ARTICLES = "without articles"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Link:
    """Words, and the address they lead to; ``None`` where there is none."""

    label: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses as the page ``here`` writes them.

    ``marked`` are the places that carry a mark in their article; ``places`` are those of each point that is shown, by its id,
    the ones that answer it first.
    """

    answers: Answers
    form: Form
    numbers: Mapping[str, int]
    marked: frozenset[Span]
    places: Mapping[str, tuple[Span, ...]]
    here: str = INDEX

    def on(self, page: str) -> Links:
        """The same, as another page of the folder writes them."""
        return replace(self, here=page)

    def point(self, point: Point) -> str | None:
        """The address of a point, ``None`` where it is not shown."""
        return self._to(INDEX, f"p-{point.id}") if point.id in self.places else None

    def index(self, anchor: str) -> str:
        """The address of a section of the first page."""
        return self._to(INDEX, anchor)

    def article(self, document: str) -> str | None:
        """The address of an article, ``None`` where its text is not shown."""
        page = self._page_of(document)
        return None if page is None else self._to(page, f"d{self.numbers[document]}")

    def place(self, span: Span, label: str = "") -> Link:
        """A place, called ``a:9`` unless a label is given."""
        known = span.document in self.numbers
        name = self.answers.name(span.document)
        line = f":{self.answers.line(span)}" if known else ""
        page = self._page_of(span.document)
        return Link(label or f"{name}{line}", None if page is None else self._to(page, self.anchor(span)))

    def lines(self, spans: Iterable[Span], most: int) -> tuple[Link, ...]:
        """The places, one a line and the first few of many; a document is named once: ``a:9``, ``14``, ``b:3``."""
        found: dict[str, Link] = {}
        named: set[str] = set()
        for span in spans:
            link = self.place(span)
            if link.label not in found and len(found) < most:
                short = str(self.answers.line(span)) if span.document in named else link.label
                found[link.label] = Link(short, link.href)
                named.add(span.document)
        return tuple(found.values())

    def anchor(self, span: Span) -> str:
        """The anchor of a place: that of its mark, else that of its line."""
        number = self.numbers[span.document]
        if span in self.marked:
            return f"d{number}-{span.start}-{span.end}"
        return f"d{number}-l{self.answers.line(span)}"

    def _page_of(self, document: str) -> str | None:
        if self.form is Form.WITHOUT_ARTICLES or document not in self.numbers:
            return None
        return INDEX if self.form is Form.PAGE else page_name(self.numbers[document])

    def _to(self, page: str, anchor: str) -> str:
        return f"#{anchor}" if page == self.here else f"{page}#{anchor}"


def links_of(answers: Answers, form: Form, shown: Iterable[Point]) -> Links:
    """The addresses of a report of which some points are shown."""
    points = tuple(shown)
    numbers = {document: number for number, document in enumerate(answers.report.documents, 1)}
    places = {point.id: tuple(_places(point)) for point in points}
    counting = (point for point in points if point.counts and point.family is not Family.SOURCING)
    marked = frozenset(span for point in counting for span in places[point.id] if _is_marked(span, numbers))
    return Links(answers, form, numbers, marked, places)


def page_name(number: int) -> str:
    """The file of an article in a folder of pages."""
    return f"article-{number}.html"


def _places(point: Point) -> Iterator[Span]:
    answering = (witness.place for answer in point.answers for witness in answer.witnesses)
    yield from dict.fromkeys((*answering, *(span for finding in point.findings for span in finding.spans)))


def _is_marked(span: Span, numbers: Mapping[str, int]) -> bool:
    """Whether a place is marked: words of an article of the report, and not the article."""
    short = sum(not line.isspace() for line in span.text.splitlines()) <= MOST_LINES
    return short and span.start < span.end and span.document in numbers


def address(url: str) -> str | None:
    """The URL where it is a web page's and can be shown; nothing else becomes a link, ``javascript:`` least of all."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc and plain(url) == url else None
