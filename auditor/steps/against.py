"""New articles against an archive: what it holds of their stories joins them, and what is of no new article leaves the report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from auditor.facts.rows import NO_FACTS, Facts
from auditor.model import Article, Comparison, Copies, Document, Finding, Problem, Report
from auditor.steps.map import Mapped
from auditor.steps.row import Row
from auditor.story.dating import redated
from auditor.story.sketches import Rarity, days_of

if TYPE_CHECKING:
    from auditor.store.index import Index


@dataclass(frozen=True, slots=True)
class Among:
    """New articles with those of an archive beside them.

    ``about`` are the ids of the new ones, and ``rarity`` is that of the names of each of their groups, the articles of the archive
    that are not here counted in.
    """

    mapped: Mapped
    about: frozenset[str]
    rarity: Mapping[str, Rarity]


def among(
    mapped: Mapped,
    archive: Index,
    articles: MutableMapping[str, Article],
    as_of: date | None = None,
    facts: Facts = NO_FACTS,
) -> Among:
    """New articles with what an archive holds beside them, whose articles are put into ``articles``.

    An archive knows no facts, so that its articles are dated by ``facts`` here, as new ones were. Raises ``CorpusIndexError``.
    """
    beside = archive.beside(mapped.sketches)
    documents: dict[str, Document] = dict(mapped.documents)
    for document, number in beside.numbers.items():
        articles[document] = redated(archive.article(number), as_of, facts)
        documents[document] = articles[document].document
    held = (replace(one, days=days_of(articles[one.document].window)) for one in beside.sketches)
    sketches = tuple(sorted((*mapped.sketches, *held), key=lambda one: one.document))
    keys = {**mapped.keys, **beside.contents}
    return Among(
        replace(mapped, documents=documents, articles=articles, sketches=sketches, keys=keys),
        frozenset(mapped.documents),
        beside.rarity,
    )


def only(report: Report, about: Collection[str], articles: Mapping[str, Article]) -> Report:
    """Of the report on new articles and those beside them what touches a new one, with the articles it points to."""
    findings = tuple(one for one in report.findings if any(span.document in about for span in one.spans))
    comparisons = tuple(one for one in report.comparisons if not about_none(one, about))
    copies = [one for one in report.copies if any(document in about for document in one.documents)]
    named = {*about, *_told_of(findings, comparisons), *(document for one in copies for document in one.documents)}
    kept = sorted(named)
    documents = report.documents
    return replace(
        report,
        articles=Row(articles, kept),
        archived=frozenset(kept) - frozenset(about),
        given={document: documents[document] for document in kept},
        lying=articles,
        findings=findings,
        comparisons=comparisons,
        problems=tuple(one for one in report.problems if _counts(one, about, documents)),
        copies=tuple(_copies_of(report.copies, named)),
        stories=tuple(_stories_of(report.stories, named)),
    )


def about_none(comparison: Comparison, about: Collection[str]) -> bool:
    """Whether a comparison is of no claim of these articles."""
    return comparison.left.span.document not in about and comparison.right.span.document not in about


def _told_of(findings: Iterable[Finding], comparisons: Iterable[Comparison]) -> Iterator[str]:
    for finding in findings:
        yield from (span.document for span in finding.spans)
    for one in comparisons:
        yield from (one.left.span.document, one.right.span.document)


def _counts(problem: Problem, about: Collection[str], documents: Collection[str]) -> bool:
    """Whether a problem is of a new article, or of none of those at hand alone."""
    named = problem.document.split(", ")
    return any(one in about or one not in documents for one in named)


def _copies_of(copies: Iterable[Copies], named: Collection[str]) -> Iterator[Copies]:
    for one in copies:
        documents = tuple(document for document in one.documents if document in named)
        if len(documents) > 1:
            edits = tuple(pair for pair in one.edits if all(span.document in named for span in pair))
            yield Copies(documents, edits)


def _stories_of(stories: Iterable[tuple[str, ...]], named: Collection[str]) -> Iterator[tuple[str, ...]]:
    told = (tuple(document for document in one if document in named) for one in stories)
    yield from sorted(filter(None, told))
