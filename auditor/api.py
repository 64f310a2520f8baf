"""The audit as a function, for notebooks and other programs: ``audit(["seeds"])`` returns what the command reports on.

What is public here, in ``auditor.model`` and in ``auditor.check`` keeps its meaning from version to version; everything
else may move.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from os import PathLike, fspath
from pathlib import Path

from auditor.agreements import agreements
from auditor.audit import audit as audit_documents
from auditor.catalogue import Catalogue, catalogue
from auditor.check import Check
from auditor.config import Config, applied, check_style, load_config
from auditor.engines.choice import opened
from auditor.facts.rows import Facts
from auditor.facts.tables import facts, shipped
from auditor.model import Document, Problem, Report
from auditor.points import points
from auditor.reading import make_document, read
from auditor.sources import Sources
from auditor.store.provenance import kit

__all__ = ["Settings", "Sources", "agreements", "audit", "document", "points"]

document = make_document
"""A document of an id and a text, and of what is known of it: ``document("a", text, date="2024-03-20", group="ferry")``."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an audit goes by, each as the option of the same name; what is not given is as it is built in.

    ``config`` is a file of settings; none is looked for where it is not given, and what is given here wins over it.
    ``select`` and ``ignore`` name checks or families. ``checks`` are further checks, which need not be installed.
    ``as_of`` is a day by which all documents were written. ``jobs`` are processes, 0 for one a processor, and ``engine`` is
    what carries the work: ``local``, ``dask`` for a cluster of so many processes, ``dask=ADDRESS`` for one that runs already.
    ``facts`` are tables of facts, or folders of them, in place of those in the settings; those that come with the tool are
    used, too, but with an empty list none at all, and no others with ``Facts``.
    """

    config: str | PathLike[str] | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    checks: Sequence[Check] = ()
    quotation_style: str | None = None
    as_of: date | None = None
    jobs: int = 1
    engine: str = "local"
    facts: Sequence[str | PathLike[str]] | Facts | None = None


def audit(sources: Iterable[str | PathLike[str] | Document], settings: Settings | None = None) -> Report:
    """The report on files and folders, read as the command reads them, and on documents, in any mixture.

    What cannot be read, and a check or language pack that raises or cannot be loaded, are problems of the report. Raises
    ``ConfigError`` where the settings are wrong, ``CatalogueError`` for a check or family that does not exist or two packs of
    one language, ``ValueError`` where two documents share an id, and ``EngineError`` where the engine cannot be had or
    is lost.
    """
    settings = settings or Settings()
    config = _config(settings)
    found = catalogue()
    known = Catalogue((*found.checks, *settings.checks), found.problems)
    chosen = known.chosen(settings.select or config.select, settings.ignore or config.ignore)
    documents, problems = _read(sources)
    tables = config.facts if settings.facts is None else settings.facts
    if isinstance(tables, Facts):
        known_facts = tables
    else:
        known_facts = facts(tables).over(shipped()) if tables or settings.facts is None else Facts()
    problems = (*problems, *chosen.problems)

    with opened(settings.engine, settings.jobs, kit) as carrier:
        report = audit_documents(
            documents,
            chosen.checks,
            problems=problems,
            as_of=settings.as_of,
            classes=known.classes,
            engine=carrier,
            facts=known_facts,
        )
    return applied(report, config)


def _config(settings: Settings) -> Config:
    config = load_config(Path(settings.config) if settings.config is not None else None)
    if settings.quotation_style is None:
        return config
    check_style(settings.quotation_style)
    return replace(config, quotation_style=settings.quotation_style)


def _read(sources: Iterable[str | PathLike[str] | Document]) -> tuple[Sequence[Document], Sequence[Problem]]:
    given = list(sources)
    reading = read([fspath(one) for one in given if not isinstance(one, Document)])
    documents = [*reading.documents, *(one for one in given if isinstance(one, Document))]
    twice = [name for name, number in Counter(one.id for one in documents).items() if number > 1]
    if twice:
        raise ValueError(f"two documents are called {min(twice)!r}: give each an id of its own")
    return documents, reading.problems
