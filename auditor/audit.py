"""The run: documents in, a report out, in four steps (``auditor.steps``).

*Map* makes an article of each document, and checks look at it alone; *plan* says what is to be compared; *compare* compares;
*merge* makes the report. Nothing depends on the order in which documents come, and an engine carries *map* and *compare*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from auditor.check import Check
from auditor.facts.rows import NO_FACTS, Facts
from auditor.facts.topics import sharpen
from auditor.languages.installed import Packs
from auditor.model import Article, Document, Problem, Report
from auditor.residue.classes import Classes
from auditor.residue.recurrence import Known, nothing
from auditor.steps.against import among, only
from auditor.steps.carrying import Engine, here
from auditor.steps.compare import compare
from auditor.steps.map import Means, map_articles, read_article
from auditor.steps.merge import merge
from auditor.steps.plan import plan
from auditor.timing import Clock

if TYPE_CHECKING:
    from auditor.store.index import Index

__all__ = ["audit", "read_article"]


def audit(
    documents: Iterable[Document],
    checks: Sequence[Check],
    *,
    problems: Iterable[Problem] = (),
    as_of: date | None = None,
    known: Known = nothing,
    languages: Packs | None = None,
    classes: Classes | None = None,
    engine: Engine = here,
    clock: Clock | None = None,
    shelves: Callable[[], MutableMapping[str, Any]] = dict,
    archive: Index | None = None,
    facts: Facts | None = None,
) -> Report:
    """The report on the documents: every article examined, claims about one subject compared within a group.

    ``problems`` are those met while reading; ``as_of`` is a day by which all documents were written; ``known`` says which
    lines other pages of a source have; ``languages`` are the packs to read with, else all that are installed; ``classes`` say
    what residue is, those of all installed checks and of those given where nothing else is said; ``facts`` are those that articles
    are held against, none where nothing is given; ``engine`` carries the work
    on single documents, and ``clock`` is told how long each stage takes. Articles and comparisons are kept in what ``shelves`` makes, which is empty. With an
    ``archive`` the documents are compared with what it holds of their stories, too, and the report is of what touches them: what
    the report on all of them would say of them (``auditor.store.index.beside`` says where it may not). Raises ``CatalogueError``
    where two installed packs are of one language, and ``CorpusIndexError`` where the archive cannot be read.
    """
    clock = clock or Clock()
    shelf: MutableMapping[str, Article] = shelves()
    mapped = map_articles(documents, Means.of(checks, as_of, languages, classes, facts), known, engine, clock, shelf)
    reference = facts.told if facts else None
    facts = facts or NO_FACTS
    if archive is None:
        planned = plan(mapped, checks, clock)
        compared = compare(planned, mapped.articles, checks, engine, clock)
        report = merge(mapped, compared, planned, checks, problems, clock, shelves())
        return replace(report, findings=sharpen(report.findings, shelf, facts), reference=reference)
    with clock.stage("archive"):
        whole = among(mapped, archive, shelf, as_of, facts)
    planned = plan(whole.mapped, checks, clock, whole.about, whole.rarity)
    compared = compare(planned, shelf, checks, engine, clock)
    report = merge(whole.mapped, compared, planned, checks, problems, clock, shelves())
    report = only(report, whole.about, shelf)
    return replace(report, findings=sharpen(report.findings, shelf, facts), reference=reference)
