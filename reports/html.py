"""The report as one page for a browser: every article in full with its findings marked in place.

The page is one file, reads without scripts, loads nothing, and links only inside itself and to the articles' own
addresses.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from auditor.model import Article, Document, Finding, Problem, Report, Severity, Span
from auditor.reports import layout
from auditor.reports.harmless import page as printed
from auditor.reports.harmless import plain
from auditor.reports.layout import Confirmed, Copied, Entry, Pair, Places, Quote, Section
from auditor.reports.marked_text import Line, Mark, lines
from auditor.reports.word_diff import Side, side_by_side

MOST_CONSISTENT = 25
"""Pairs listed as checked and consistent for one document; the heading states the cap where it cuts."""

MOST_CONSISTENT_IN_ALL = 4_000
"""Pairs listed over all documents, which get equal shares, at least one each: keeps a large report openable."""

MOST_CONFIRMED = 200
"""Claims listed as confirmed by independent articles, and groups of copies; the heading states the cap where it cuts."""

# Heights in lines of the article, to keep cards near their words: measured on the page at its full width.
_CHARACTERS_A_LINE = 72
_PARAGRAPH_GAP = 0.5
_CARD_CHARACTERS_A_LINE = 50
_CARD_LINE = 0.75
_CARD_FRAME = 3.0
_CARD_QUOTE = 1.2


def render(report: Report) -> str:
    """The report as one HTML page, complete in itself."""
    environment = Environment(
        loader=PackageLoader("auditor.reports", "html_templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return printed(environment.get_template("report.html").render(page=_page(report)))


@dataclass(frozen=True, slots=True)
class _Link:
    """Words with the place in the page they lead to, or an address; ``None`` where there is none."""

    label: str
    href: str | None


@dataclass(frozen=True, slots=True)
class _Side:
    """One quoted place of a finding."""

    quote: Quote
    link: _Link


@dataclass(frozen=True, slots=True)
class _Card:
    """A finding beside the text; ``see`` leads to its card under the document where it is listed."""

    id: str
    number: int
    line: int
    finding: Finding
    message: str
    place: _Link
    sides: tuple[_Side, ...]
    left_out: str
    see: _Link | None
    edit: str
    standing: str
    tellings: tuple[Side, ...]

    @property
    def height(self) -> float:
        """About how tall the card is, in lines of the article."""
        texts = (self.message, self.edit, *(f"{side.quote.before}{side.quote.words}" for side in self.sides))
        rows = sum(ceil(len(text) / _CARD_CHARACTERS_A_LINE) for text in texts)
        told = sum(len(piece.text) for side in self.tellings for piece in side.pieces)
        rows += ceil(told / _CARD_CHARACTERS_A_LINE)
        return _CARD_FRAME + rows * _CARD_LINE + len(self.sides) * _CARD_QUOTE


@dataclass(frozen=True, slots=True)
class _Row:
    """Lines of the article and the cards beside them."""

    lines: tuple[Line, ...]
    cards: tuple[_Card, ...]


@dataclass(frozen=True, slots=True)
class _Compared:
    """Two claims with the outcome of their comparison."""

    outcome: str
    here: _Side
    there: _Side
    note: str


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim that independent articles make: how many, and its places."""

    outcome: str
    sides: tuple[_Side, ...]


@dataclass(frozen=True, slots=True)
class _Reason:
    """A bound of the window: its reason, and the words in the article it rests on."""

    reason: str
    side: _Side | None


@dataclass(frozen=True, slots=True)
class _Document:
    """One document's discrepancy report."""

    id: str
    number: int
    name: str
    title: str
    language: str
    found: str
    copies: str
    severities: Mapping[Severity, int]
    facts: tuple[tuple[str, _Link], ...]
    written: str
    evidence: tuple[_Reason, ...]
    rows: tuple[_Row, ...]
    consistent: tuple[_Compared, ...]
    consistent_shown: str
    not_comparable: tuple[_Compared, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """What the template is given."""

    summary: tuple[tuple[str, str], ...]
    problems: tuple[tuple[str, str], ...]
    confirmed: tuple[_Said, ...]
    confirmed_shown: str
    copies: tuple[Copied, ...]
    gate: str
    fixed: tuple[str, ...]
    lapsed: tuple[str, ...]
    touched: tuple[str, tuple[str, ...]]
    documents: tuple[_Document, ...]
    version: str


def _page(report: Report) -> _Page:
    view = _View(report)
    claims = layout.confirmed(report)
    return _Page(
        tuple(_summary(report)),
        tuple(_problem(problem) for problem in report.problems),
        tuple(view.said(one) for one in claims[:MOST_CONFIRMED]),
        layout.shown(MOST_CONFIRMED, len(claims)),
        layout.copied(report, Places(report))[:MOST_CONFIRMED],
        layout.gate_line(report),
        tuple(layout.known_line(one) for one in report.fixed),
        tuple(layout.lapsed_line(one) for one in report.lapsed),
        (layout.TOUCHED, tuple(layout.touched_lines(report))),
        tuple(view.documents()),
        plain(report.version),
    )


def _summary(report: Report) -> Iterator[tuple[str, str]]:
    """The numbers at the top of the page, each with what it counts and, where it has parts, those."""
    found = layout.severities_line(layout.severity_counts(report.findings))
    compared = layout.verdicts_line(layout.verdict_counts(report.comparisons))
    yield from (_headed(line) for line in (layout.counted(len(report.articles), "document"), found, compared))


def _headed(line: str) -> tuple[str, str]:
    total, _, parts = line.partition(": ")
    return total, parts


def _problem(problem: Problem) -> tuple[str, str]:
    return layout.problem_place(problem), plain(problem.error)


class _View:
    """Turns the sections of one report into what the template prints; knows all anchors of the page."""

    def __init__(self, report: Report) -> None:
        self._sections = layout.sections(report)
        self._places = Places(report)
        self._numbers = {section.document.id: section.number for section in self._sections}
        self._entries = {
            section.number: sorted(section.entries, key=lambda entry: (entry.here.start, entry.here.end))
            for section in self._sections
        }
        self._homes = {
            entry.finding: _card_id(section, number)
            for section in self._sections
            for number, entry in enumerate(self._entries[section.number], 1)
            if entry.home is None
        }
        share = MOST_CONSISTENT_IN_ALL // max(1, len(self._sections))
        self._most_consistent = max(1, min(MOST_CONSISTENT, share))

    def documents(self) -> Iterator[_Document]:
        """Every document's report, in the order of the report."""
        return map(self._document, self._sections)

    def said(self, one: Confirmed) -> _Said:
        """A claim that independent articles make, with links to its first places."""
        sides = tuple(self._cited(span) for span in one.places[: layout.MOST_SIDES])
        return _Said(f"{one.sources:,} articles", sides)

    def _document(self, section: Section) -> _Document:
        document = section.document
        cards = [self._card(section, *numbered) for numbered in enumerate(self._entries[section.number], 1)]
        consistent = section.consistent[: self._most_consistent]
        return _Document(
            id=f"d{section.number}",
            number=section.number,
            name=plain(document.id),
            title=plain(document.title or document.id),
            language=plain(document.language),
            found=layout.severities_line(section.severities) if section.entries else "No findings.",
            copies=layout.copies_line(section),
            severities=section.severities,
            facts=tuple(_facts(document)),
            written=layout.written(section.article.window),
            evidence=tuple(self._evidence(section.article)),
            rows=tuple(_rows(self._lines(section), cards)),
            consistent=tuple(
                self._compared(pair, layout.outcome(pair), layout.more_alike(pair)) for pair in consistent
            ),
            consistent_shown=layout.shown(len(consistent), len(section.consistent)),
            not_comparable=tuple(
                self._compared(pair, plain(pair.reason), f"{pair.count:,}") for pair in section.not_comparable
            ),
        )

    def _card(self, section: Section, number: int, entry: Entry) -> _Card:
        finding = entry.finding
        (here, *others), left_out = self._places.sides(entry)
        see = _Link(plain(entry.home.document), f"#{self._homes[finding]}") if entry.home else None
        return _Card(
            id=_card_id(section, number),
            number=number,
            line=here.line or 1,
            finding=finding,
            message=plain(finding.message),
            place=_Link(f"line {here.line}, column {here.column}", f"#{self._anchor(here.span)}"),
            sides=tuple(_Side(quote, self._marked(quote)) for quote in others),
            left_out=f"and {layout.counted(left_out, 'more place')}" if left_out else "",
            see=see,
            edit=layout.proposal(finding.edit) if finding.edit else "",
            standing=layout.standing(finding),
            tellings=(side_by_side(finding) or ()) if entry.home is None else (),
        )

    def _lines(self, section: Section) -> list[Line]:
        document = section.document
        marks = [
            Mark(
                span.start,
                span.end,
                self._anchor(span),
                _card_id(section, number),
                number,
                entry.finding.severity,
            )
            for number, entry in enumerate(self._entries[section.number], 1)
            for span in entry.finding.spans
            if span.document == document.id
        ]
        return lines(document, self._places.line_starts(document), section.article.blocks, marks)

    def _compared(self, pair: Pair, outcome: str, note: str) -> _Compared:
        return _Compared(outcome, self._cited(pair.here), self._cited(pair.there), note)

    def _evidence(self, article: Article) -> Iterator[_Reason]:
        for evidence in article.window.evidence:
            side = self._cited(evidence.span) if evidence.span else None
            yield _Reason(plain(evidence.reason), side)

    def _cited(self, span: Span) -> _Side:
        """Words that are not marked in the text, with a link to their line."""
        quote = self._places.quote(span, context=0)
        number = self._numbers.get(span.document)
        return _Side(quote, _Link(_place(quote), None if number is None else f"#d{number}-l{quote.line}"))

    def _marked(self, quote: Quote) -> _Link:
        """The place of a quote, with a link to its mark."""
        known = quote.span.document in self._numbers
        return _Link(_place(quote), f"#{self._anchor(quote.span)}" if known else None)

    def _anchor(self, span: Span) -> str:
        """The anchor of the span's mark; that of the document where there is no character to mark."""
        number = self._numbers[span.document]
        return f"d{number}-{span.start}-{span.end}" if span.start < span.end else f"d{number}"


def _card_id(section: Section, number: int) -> str:
    return f"d{section.number}f{number}"


def _place(quote: Quote) -> str:
    return quote.document if quote.line is None else f"{quote.document}, line {quote.line}"


def _facts(document: Document) -> Iterator[tuple[str, _Link]]:
    """What was given with the document, under the words a reader knows."""
    given = (
        ("Source", document.source),
        ("Byline", document.byline),
        ("Date as given", document.date),
        ("Address", document.url),
        ("File", document.path),
        ("Group", document.group),
        ("SHA-256", document.sha256),
    )
    for label, value in given:
        if value:
            yield label, _Link(plain(value), _address(value) if value is document.url else None)


def _address(url: str) -> str | None:
    """The URL where it is a web page's and can be shown; nothing else becomes a link, ``javascript:`` least of all."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc and plain(url) == url else None


def _rows(read: Sequence[Line], cards: Sequence[_Card]) -> Iterator[_Row]:
    """Lines with the cards of the findings in them.

    A row ends where the next card belongs and the text has caught up with the cards beside it: so cards stay near
    their words, and the text has no gaps where many cards crowd on short lines.
    """
    waiting = deque(cards)
    row_lines: list[Line] = []
    row_cards: list[_Card] = []
    text_height = cards_height = 0.0
    for line in read:
        if waiting and waiting[0].line <= line.number and text_height >= cards_height and row_lines:
            yield _Row(tuple(row_lines), tuple(row_cards))
            row_lines, row_cards = [], []
            text_height = cards_height = 0.0
        while waiting and waiting[0].line <= line.number:
            cards_height += waiting[0].height
            row_cards.append(waiting.popleft())
        row_lines.append(line)
        text_height += _line_height(line)
    # A finding without words may stand after the last line.
    yield _Row(tuple(row_lines), (*row_cards, *waiting))


def _line_height(line: Line) -> float:
    return _PARAGRAPH_GAP if line.blank else ceil(line.length / _CHARACTERS_A_LINE) + _PARAGRAPH_GAP
