"""The report as one self-contained page: the articles with their findings marked in place, the other side beside them.

No script and nothing from outside: it opens from a mail or an archive, under the strictest content policy. Everything
that comes from an article is escaped by the template.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from auditor.model import Document, Finding, Report
from auditor.reports.layout import (
    Entry,
    Places,
    Quote,
    Section,
    counted,
    outcome,
    plain,
    problem_place,
    proposal,
    sections,
    severities_line,
    summary,
    written,
)

if TYPE_CHECKING:
    from jinja2 import Template

_MOST_CONSISTENT = 25


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of an article's text under the same findings; ``cards`` are the numbers of their cards, in order.

    ``anchors`` are those whose place begins here, so that links find it.
    """

    text: str
    cards: tuple[int, ...] = ()
    anchors: tuple[int, ...] = ()
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One place of a finding, with the link that leads to it."""

    quote: Quote
    link: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as it stands beside an article."""

    number: int
    entry: Entry
    position: str
    sides: tuple[Side, ...]
    more: int

    @property
    def finding(self) -> Finding:
        """The finding itself."""
        return self.entry.finding


def render(report: Report) -> str:
    """The page, byte for byte the same for one report."""
    places = Places(report)
    every = sections(report)
    anchors: dict[tuple[str, object], str] = {
        (section.document.id, entry.finding.order): f"#d{section.number}-m{number}"
        for section in every
        for number, entry in enumerate(section.entries, 1)
    }
    shown = [
        {
            "section": section,
            "cards": (cards := list(_cards(section, places, anchors))),
            "segments": list(segments(section.document.text, _marks(section, cards))),
            "written": written(section.article.window),
            "severities": severities_line(section.severities),
            "link": _web_link(section.document),
        }
        for section in every
    ]
    return _template().render(
        report=report,
        sections=shown,
        summary=summary(report),
        counted=counted,
        outcome=outcome,
        places=places,
        plain=plain,
        problem_place=problem_place,
        proposal=proposal,
        most=_MOST_CONSISTENT,
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("auditor.reports", "html_templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("report.html")


Anchors = Mapping[tuple[str, object], str]


def _cards(section: Section, places: Places, anchors: Anchors) -> Iterator[Card]:
    for number, entry in enumerate(section.entries, 1):
        quotes, more = places.sides(entry)
        finding = entry.finding.order
        sides = tuple(Side(quote, anchors.get((quote.span.document, finding), "")) for quote in quotes)
        yield Card(number, entry, quotes[0].position, sides, more)


def _web_link(document: Document) -> str | None:
    """The document's address where it is one of the web: other schemes would run or open things."""
    url = (document.url or "").strip()
    return url if url.lower().startswith(("https://", "http://")) else None


Mark = tuple[int, int, int, str]


def _marks(section: Section, cards: Sequence[Card]) -> list[Mark]:
    """Start, end, card and severity of every place in this article."""
    return [
        (span.start, span.end, card.number, card.finding.severity.value)
        for card in cards
        for span in card.entry.sides
        if span.document == section.document.id and span.start < span.end
    ]


def segments(text: str, marks: Sequence[Mark]) -> Iterator[Segment]:
    """The text cut where a mark begins or ends; joined, the segments give the text again.

    A segment has the severity of the gravest mark over it.
    """
    cuts = sorted({0, len(text), *(at for start, end, _, _ in marks for at in (start, end))})
    rank = {"error": 0, "warning": 1, "note": 2}
    named: set[int] = set()
    for start, end in itertools.pairwise(cuts):
        over = [mark for mark in marks if mark[0] <= start and end <= mark[1]]
        cards = tuple(sorted({card for _, _, card, _ in over}))
        gravest = min((severity for *_, severity in over), key=rank.__getitem__, default="")
        anchors = tuple(card for card in cards if card not in named)
        named.update(anchors)
        yield Segment(text[start:end], cards, anchors, gravest)
