"""The first step: a document becomes an article, and the checks of single articles look at it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from auditor.catalogue import residue_classes
from auditor.check import Check, classes_of, compares
from auditor.facts.rows import NO_FACTS, Facts
from auditor.languages import Pack, Unread
from auditor.languages.choosing import choose
from auditor.languages.installed import Packs, packs
from auditor.model import (
    Article,
    Claim,
    Document,
    Finding,
    Problem,
    Prose,
    Telling,
    Window,
)
from auditor.residue.blocks import lay_out
from auditor.residue.classes import Classes
from auditor.residue.recurrence import Known, page_of, recurring_lines, site_of
from auditor.salvage import attempted, raising, salvaged, told
from auditor.steps.carrying import Engine, key_of
from auditor.steps.outcomes import Outcome
from auditor.story.dating import dated, stated_date, unread_date
from auditor.story.labelled import labelled
from auditor.story.sketches import Sketch, sketch
from auditor.timing import Clock


@dataclass(frozen=True, slots=True)
class Means:
    """What every article is read and checked by; the same for all, so that it goes to another process once.

    ``as_of`` is a day by which all were written, ``languages`` are the packs to read with, and ``classes`` say what residue is.
    ``facts`` are those that articles are held against.
    Where articles are to be ``compared``, they are labelled for it.
    """

    checks: tuple[Check, ...]
    as_of: date | None
    languages: Packs
    classes: Classes
    compared: bool = False
    facts: Facts = NO_FACTS

    @classmethod
    def of(
        cls,
        checks: Sequence[Check] = (),
        as_of: date | None = None,
        languages: Packs | None = None,
        classes: Classes | None = None,
        facts: Facts | None = None,
    ) -> Means:
        """Means of what is given; else of all packs that are installed, and of the classes of all checks, installed or given.

        Raises ``CatalogueError`` where two installed packs are of one language.
        """
        return cls(tuple(checks), as_of, languages or packs(), classes or _classes(checks), facts=facts or NO_FACTS)


@dataclass(frozen=True)
class DocumentTask:
    """The task to read and examine a document, with those of its lines that its source repeats."""

    document: Document
    recurring: tuple[str, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The id of the document."""
        return (self.document.id,)

    @cached_property
    def key(self) -> str:
        """A digest of the document and those lines."""
        return key_of(self.document, self.recurring)


@dataclass(frozen=True, slots=True)
class Examined:
    """What is made of a document: the article, its sketch, and what the checks of single articles find in it."""

    article: Article
    sketch: Sketch
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Mapped:
    """What the first step makes, in the order of the documents' ids: articles, sketches, and what was found in each.

    ``keys`` are those of their tasks.
    """

    documents: Mapping[str, Document]
    articles: Mapping[str, Article]
    sketches: tuple[Sketch, ...]
    keys: Mapping[str, str]
    outcomes: tuple[Outcome, ...]


def document_tasks(documents: Iterable[Document], known: Known) -> list[DocumentTask]:
    """The tasks to examine documents, in the order of their ids; ``known`` says which lines other pages of a source have."""
    ordered = sorted(documents, key=lambda document: document.id)
    recurring = recurring_lines(ordered, known)
    # Only the document's own lines: with those of its whole source, a new page would make every old one's result another.
    return [DocumentTask(one, tuple(sorted(page_of(one).lines & recurring[site_of(one)]))) for one in ordered]


def _classes(checks: Sequence[Check]) -> Classes:
    """The classes of residue of all installed checks, and of those given, which need not be installed."""
    installed, given = residue_classes(), classes_of(checks)
    known = all(installed.recognisers.get(name) is one for name, one in given.recognisers.items())
    if known:
        return installed
    return Classes({**installed.recognisers, **given.recognisers}, installed.wordless | given.wordless)


def map_articles(
    documents: Iterable[Document],
    means: Means,
    known: Known,
    engine: Engine,
    clock: Clock,
    articles: MutableMapping[str, Article],
) -> Mapped:
    """The articles of the documents, and what the checks of single articles find in each.

    ``known`` says which lines other pages of a source have; ``engine`` carries the work, and the articles are put into ``articles``,
    which is empty.
    """
    tasks = document_tasks(documents, known)
    means = replace(means, compared=means.compared or (len(tasks) > 1 and any(map(compares, means.checks))))
    sketches: list[Sketch] = []
    outcomes: list[Outcome] = []
    with clock.stage("documents"):
        for one in engine(partial(carry_out, means), tasks):
            articles[one.article.document.id] = one.article
            sketches.append(one.sketch)
            outcomes.append(replace(one.outcome, spent=()))
            clock.inside.update(dict(one.outcome.spent))
    read = {task.document.id: task.document for task in tasks}
    keys = {task.document.id: task.key for task in tasks}
    return Mapped(read, articles, tuple(sketches), keys, tuple(outcomes))


def carry_out(means: Means, task: DocumentTask) -> Examined:
    """What is made of the document of a task, with the seconds spent by stage."""
    clock = Clock()
    article, outcome = examine(task.document, means, frozenset(task.recurring), clock)
    with clock.stage("sketches"):
        sketched = sketch(article)
    if means.compared and article.language.read:
        with clock.stage("labels"):
            # What raises here raises again where the labels are asked for, and is told there.
            article = replace(article, labelled=attempted(lambda: labelled(article))[0])
    return Examined(article, sketched, replace(outcome, spent=tuple(clock.spent.items())))


def read_out(means: Means, task: DocumentTask) -> tuple[Article, Outcome]:
    """The article of a task and what went wrong with it, where nothing is compared."""
    return examine(task.document, means, frozenset(task.recurring))


def read_article(document: Document, as_of: date | None = None) -> Article:
    """The document with its blocks, residue, prose, claims and window. Raises what reading it raises."""
    with raising():
        return _read(document, Means.of(as_of=as_of), frozenset(), Clock())[0]


def examine(
    document: Document, means: Means, recurring: Container[str] = frozenset(), clock: Clock | None = None
) -> tuple[Article, Outcome]:
    """One document's article and what the checks of single articles find in it; ``recurring`` are lines its source repeats.

    A document that cannot be analysed yields an article without claims, and a problem.
    """
    clock = clock or Clock()
    read, error = attempted(lambda: _read(document, means, recurring, clock))
    if read is None:
        bare = Article(document, (), (), Prose(document.id, "", (), ()))
        return bare, Outcome(problems=(Problem(told(error), document.id),) if error else ())
    article, unread = read
    findings: list[Finding] = []
    problems = list(unread)
    for check in means.checks:
        if (check.inspect is None and check.consult is None) or not check.reads(article.language):
            continue
        with clock.stage(check.id):
            found, error = attempted(partial(_inspected, check, article, means.facts))
        findings += found or ()
        if error is not None:
            problems.append(Problem(told(error), document.id, check.id))
    return article, Outcome(tuple(findings), (), tuple(problems))


def _read(
    document: Document, means: Means, recurring: Container[str], clock: Clock
) -> tuple[Article, Sequence[Problem]]:
    """The article, what of it no extractor could read, and the classes of residue that failed on it."""
    with clock.stage("languages"):
        choice = choose(document, means.languages)
    with clock.stage("blocks"):
        layout = lay_out(document, means.classes, recurring, choice.language.code)
    with clock.stage("claims"):
        anchor, undated = attempted(lambda: stated_date(document, layout.blocks))
        claims, unread = _claims(document, layout.prose, anchor, choice.pack) if choice.pack else ((), ())
    with clock.stage("tellings"):
        tellings, untold = attempted(lambda: _tellings(layout.prose, claims, choice.pack))
    problems = [*choice.problems, *unread]
    with clock.stage("windows"):
        placed, unplaced = attempted(lambda: dated(document, layout.blocks, claims, means.as_of, means.facts))
        window, claims = placed or (Window(), claims)
    if wrong := unread_date(document):
        problems.append(Problem(wrong, document.id))
    if untold:
        problems.append(Problem(f"Who speaks in it was not read: {told(untold)}", document.id))
    if error := undated or unplaced:
        problems.append(Problem(f"The day it was written on was not read: {told(error)}", document.id))
    problems += (Problem(told(error), document.id, name) for name, error in layout.failed)
    language = choice.language
    return Article(
        document, layout.blocks, layout.residue, layout.prose, claims, window, language, tellings or ()
    ), problems


def _tellings(prose: Prose, claims: Sequence[Claim], pack: Pack | None) -> tuple[Telling, ...]:
    return pack.tellings(prose, claims) if pack and pack.tellings else ()


def _claims(
    document: Document, prose: Prose, anchor: date | None, pack: Pack
) -> tuple[tuple[Claim, ...], Sequence[Problem]]:
    """The claims of the prose, without the paragraphs that an extractor cannot read, which are told."""
    read = salvaged(lambda kept: pack.claims(prose.only(kept), anchor), prose.paragraphs)
    problems = [_unread(document, error, start) for (start, _), error in read.lost]
    if read.error is not None:
        problems.append(Problem(f"None of it was read for claims: {_told_unread(read.error)}", document.id))
    return read.made or (), problems


def _unread(document: Document, error: Exception, at: int) -> Problem:
    line = document.text.count("\n", 0, at) + 1
    return Problem(f"The paragraph in line {line} was not read for claims: {_told_unread(error)}", document.id)


def _told_unread(error: Exception) -> str:
    """The extractor that raised, and what."""
    cause = error.__cause__ if isinstance(error, Unread) else None
    return f"{error}: {told(cause)}" if isinstance(cause, Exception) else told(error)


def _inspected(check: Check, article: Article, facts: Facts) -> tuple[Finding, ...]:
    if check.consult is not None:
        return tuple(check.consult(article, facts))
    return tuple(check.inspect(article)) if check.inspect else ()
