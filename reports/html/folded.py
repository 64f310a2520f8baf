"""What the page folds away: what could not be compared, what was given with the articles, copies, and what is settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Article, Comparison, Document, Language, LanguageBasis, Verdict
from auditor.reports import layout
from auditor.reports.harmless import plain
from auditor.reports.html.articles import title_of
from auditor.reports.html.chosen import Listed, first
from auditor.reports.html.links import Link, Links, address
from auditor.reports.html.sentences import Quoted, Sentences

MOST_REASONS = 40
"""Reasons for which statements could not be compared; the heading states the cap where it cuts."""
MOST_FACTS = 500
"""Articles of which is told what was given with them; the heading states the cap where it cuts."""
MOST_COPIES = 100
"""Groups of copies with the edits between them."""

_BASES = {
    LanguageBasis.GIVEN: "as given with it",
    LanguageBasis.TOLD: "as its text shows",
    LanguageBasis.DEFAULT: "as nothing says otherwise",
}


@dataclass(frozen=True, slots=True)
class Apart:
    """A reason for which statements were not held against each other: how many pairs, and one of them as an example."""

    reason: str
    count: int
    left: tuple[Quoted, Link]
    right: tuple[Quoted, Link]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why an article was written when it was, and the words that say so, if any."""

    reason: str
    words: str
    place: Link | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one article: its short name and title, what was given with it, and when it was written."""

    short: Link
    title: str
    given: tuple[tuple[str, Link], ...]
    written: str
    evidence: tuple[Evidence, ...]


def not_compared(links: Links) -> Listed[Apart]:
    """The reasons for which statements could not be compared, the most frequent first."""
    return _reasons(links, Verdict.NOT_COMPARABLE)


def compatible(links: Links) -> Listed[Apart]:
    """The reasons for which statements that differ fit each other, the most frequent first."""
    return _reasons(links, Verdict.COMPATIBLE)


def _reasons(links: Links, verdict: Verdict) -> Listed[Apart]:
    sentences = Sentences(links.answers.report)
    number: Counter[str] = Counter()
    example: dict[str, Comparison] = {}
    for comparison in links.answers.report.comparisons:
        if comparison.verdict is verdict:
            number[comparison.reason] += 1
            before = example.setdefault(comparison.reason, comparison)
            example[comparison.reason] = min(before, comparison, key=lambda one: one.order)
    ordered = first(sorted(number, key=lambda reason: (-number[reason], reason)), MOST_REASONS)
    found = (
        Apart(
            plain(reason),
            number[reason],
            *(
                (sentences.around(c.span, 40), links.place(c.span))
                for c in (example[reason].left, example[reason].right)
            ),
        )
        for reason in ordered.items
    )
    return Listed(tuple(found), ordered.total)


def facts(links: Links) -> Listed[Facts]:
    """What is known of each article."""
    articles = first(links.answers.report.articles, MOST_FACTS)
    return Listed(tuple(_facts(links, article) for article in articles.items), articles.total)


def _facts(links: Links, article: Article) -> Facts:
    document = article.document
    return Facts(
        Link(links.answers.name(document.id), links.article(document.id)),
        title_of(article),
        (*_given(document), ("Language", Link(_language(article.language), None))),
        layout.written(article.window),
        tuple(_evidence(links, article)),
    )


def _evidence(links: Links, article: Article) -> Iterator[Evidence]:
    for one in article.window.evidence:
        words = plain(layout.shortened(one.span.text.strip())) if one.span else ""
        yield Evidence(plain(one.reason), words, links.place(one.span) if one.span else None)


def _given(document: Document) -> Iterator[tuple[str, Link]]:
    """What was given with the document, under the words a reader knows."""
    given = (
        ("Title", document.title),
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
            yield label, Link(plain(value), address(value) if value is document.url else None)


def _language(language: Language) -> str:
    """The language that an article was read as, and why."""
    return f"{plain(language.name)}, {_BASES[language.basis]}{'' if language.read else '; its claims were not read'}"


def copies(links: Links) -> Listed[layout.Copied]:
    """The groups of copies, with the edits between them."""
    return first(layout.copied(links.answers.report, links.answers.places), MOST_COPIES)
