"""The profile of one article: rows of facts, each with its count or state, its places, and how it was measured."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from auditor.languages.en.phrases.bylines import DATELINE
from auditor.languages.en.phrases.notices import NOTICE
from auditor.model import (
    Article,
    Basis,
    Claim,
    ClaimKind,
    Evidence,
    Naming,
    Quotation,
    Role,
    Span,
    Timex,
)
from auditor.sources import agency_of
from auditor.text.regex import regex

_FIRST = 4
"""Paragraphs that a dateline may open: a headline, a byline and a caption may stand before."""
_LINK = regex(r"(?:https?://|\bwww\.)[^\s<>\"“”]{4,300}")
_PAGE = (".html", ".htm", ".xhtml")
"""How the names of files end that are whole pages: what is not on them is absent, not lost."""
"""Values that cannot be looked up: "now", "months", a weekday of no known week."""
_FIGURES = frozenset((ClaimKind.DATE, ClaimKind.DURATION, ClaimKind.QUANTITY, ClaimKind.AGE))


class State(StrEnum):
    """Whether something that an article may carry is there; ``UNKNOWN`` where only its text was read, and a page may have it."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Entry:
    """One that is counted, in words, and its places in reading order; there is none of what was given beside the text."""

    words: str
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One fact of a profile: its ``id``, a ``label`` for readers, what was counted, and one line on how it was ``measured``.

    ``count`` is the number of what the label names, ``None`` where it is present, absent or unknown: that is its ``state``.
    """

    id: str
    label: str
    measured: str
    count: int | None = None
    state: State | None = None
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """The rows of one article, in a fixed order."""

    document: str
    rows: tuple[Row, ...]

    def row(self, id: str) -> Row:
        """The row of an id. Raises ``KeyError`` where there is none."""
        return next(iter(row for row in self.rows if row.id == id), None) or _missing(id)


def _missing(id: str) -> Row:
    raise KeyError(id)


def told_by(article: Article) -> tuple[Row, ...]:
    """Who speaks in the article, and who tells its figures and dates."""
    speechless = [
        claim.span
        for claim in article.claims
        if isinstance(claim.value, Quotation) and claim.value.form == "direct" and claim.value.speaker is None
    ]
    return (
        _tellings(
            article,
            Naming.NAMED,
            "Named sources",
            "a name, or a word that can mean one named alone, with a verb of saying",
        ),
        _tellings(
            article, Naming.UNNAMED, "Unnamed sources", "a noun for people without a name, with a verb of saying"
        ),
        _tellings(article, Naming.UNCLEAR, "Speaker not clear", "“he”, “they” or “the company” that may mean several"),
        Row(
            "no_speaker",
            "Quotations without a speaker",
            "a sentence or more in quotation marks that nothing beside it gives to anybody",
            len(speechless),
            entries=tuple(Entry(span.text, (span,)) for span in speechless),
        ),
        _tellings(article, Naming.DOCUMENT, "Documents cited", "a noun for what is read, with a verb of saying"),
        _links(article),
        _figures(article),
    )


def _tellings(article: Article, naming: Naming, label: str, measured: str) -> Row:
    held: dict[str, list[Span]] = defaultdict(list)
    for told in article.tellings:
        if told.naming is naming:
            held[told.name].append(told.speaker)
    return Row(naming.value, label, measured, len(held), entries=_most_first(held))


def _most_first(held: dict[str, list[Span]]) -> tuple[Entry, ...]:
    ordered = sorted(held.items(), key=lambda one: (-len(one[1]), one[1][0], one[0]))
    return tuple(Entry(words, tuple(spans)) for words, spans in ordered)


def _links(article: Article) -> Row:
    text = article.document.text
    found = (
        [article.document.span(*one.span()) for one in _LINK.finditer(text)] if "www." in text or "://" in text else []
    )
    measured = "addresses of pages written out in the text; what a page links behind its words is not part of the text"
    return Row("links", "Links", measured, len(found), entries=tuple(Entry(span.text, (span,)) for span in found))


def figures(article: Article) -> Iterator[Claim]:
    """The claims that can be held against another article's one by one: numbers, dates, lengths and ages that are no vague ones."""
    for claim in article.claims:
        if claim.kind in _FIGURES and not (isinstance(claim.value, Timex) and _is_vague(claim.value.value)):
            yield claim


def _is_vague(value: str) -> bool:
    """Whether a value of TIMEX3 says no more than past, present or future, no number, or no year."""
    return value.endswith("_REF") or value.startswith(("PX", "XXXX"))


def _figures(article: Article) -> Row:
    names = {told.source: told.name for told in article.tellings}
    held: dict[str, list[Span]] = defaultdict(list)
    for claim in figures(article):
        held[names.get(claim.source or "", claim.source or "the article itself")].append(claim.span)
    count = sum(map(len, held.values()))
    measured = "numbers, dates, lengths and ages, each by whom its sentence or quotation gives it to"
    return Row("figures", "Figures and dates, and who tells them", measured, count, entries=_most_first(held))


def origin(article: Article) -> tuple[Row, ...]:
    """What is known of where the article comes from: byline, dateline, date, outlet, corrections, agency."""
    document = article.document
    bylines = _blocks(article, Role.BYLINE)
    dates = [one for one in article.window.evidence if one.basis not in (Basis.CLAIMS, Basis.AS_OF, Basis.FILE)]
    datelines = list(islice(_datelines(article), 1))
    notices = [span for span in _lines(article) if NOTICE.match(span.text)]
    agency = agency_of(article)
    return (
        _page_row(
            "byline", "Byline", "given with the article, or a line that says by whom", article, document.byline, bylines
        ),
        Row(
            "dateline",
            "Dateline",
            "place and day before the first sentence",
            state=State.PRESENT if datelines else State.ABSENT if article.language.read else State.UNKNOWN,
            entries=tuple(datelines),
        ),
        _page_row(
            "date",
            "Date",
            "given with the article, or stated in its head or address",
            article,
            "",
            list(map(_evidence, dates)),
        ),
        _page_row(
            "outlet",
            "Outlet",
            "given with the article, or the host of its address",
            article,
            document.source or document.host,
        ),
        Row(
            "corrections",
            "Corrections and updates",
            "lines that begin as such notices do",
            len(notices),
            entries=tuple(Entry(span.text, (span,)) for span in notices),
        ),
        Row(
            "agency",
            "Agency text",
            "dateline, byline or copyright line names an agency",
            state=State.PRESENT if agency else State.ABSENT,
            entries=(Entry(agency),) if agency else (),
        ),
    )


def _datelines(article: Article) -> Iterator[Entry]:
    """What opens one of the first paragraphs with a place and a dash."""
    text = article.document.text
    for start, end in article.prose.paragraphs[:_FIRST]:
        if found := DATELINE.match(text, start, end):
            span = article.document.span(start, found.end())
            yield Entry(span.text.rstrip(" -–—"), (span,))


def _blocks(article: Article, role: Role) -> list[Entry]:
    spans = (article.document.span(block.start, block.end) for block in article.blocks if block.role is role)
    return [Entry(span.text, (span,)) for span in spans]


def _lines(article: Article) -> Iterator[Span]:
    return (article.document.span(block.start, block.end) for block in article.blocks)


def _evidence(one: Evidence) -> Entry:
    return Entry(one.span.text if one.span else one.reason, (one.span,) if one.span else ())


def _page_row(
    id: str, label: str, measured: str, article: Article, given: str | None, found: Sequence[Entry] = ()
) -> Row:
    """A row of what stands on a page, beside the text or in it."""
    entries: Iterable[Entry] = (*((Entry(given),) if given else ()), *found)
    whole = (article.document.path or "").lower().endswith(_PAGE)
    state = State.PRESENT if (held := tuple(entries)) else State.ABSENT if whole else State.UNKNOWN
    return Row(id, label, measured, state=state, entries=held)
