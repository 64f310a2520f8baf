"""One audit as the commands run it: with the settings, the decisions and what was known before."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from auditor.audit import Engine, Examined, Task, audit
from auditor.baseline import by_fingerprint
from auditor.cache import Cache
from auditor.catalogue import CatalogueError, choose, load_checks
from auditor.check import Check
from auditor.cli.shared import tell, usage
from auditor.cli.streams import unguarded
from auditor.config import Config, ConfigError, applied, check_style, find_config, folders_above, load_config
from auditor.decisions import FILE, Decisions, read_decisions
from auditor.engines.local import WorkerDied, mapped
from auditor.gate import judged
from auditor.ledgers import LedgerError
from auditor.model import Known, Report
from auditor.provenance import made_by
from auditor.reading import Reading
from auditor.reading.text import STDIN
from auditor.residue.recurrence import Known as KnownLines
from auditor.residue.recurrence import nothing
from auditor.revisions import RevisionError, read_revision
from auditor.timing import Clock


@dataclass(frozen=True, slots=True)
class Setup:
    """What an audit of some paths goes by: settings, checks, and the file of decisions with what it holds."""

    config: Config
    checks: tuple[Check, ...]
    decisions_file: Path
    decisions: Decisions

    @property
    def names(self) -> Collection[str]:
        """The ids of the checks."""
        return {check.id for check in self.checks}


def config_for(paths: Sequence[str]) -> Config:
    """The settings nearest above the first path; leaves with bad usage where they are wrong."""
    try:
        config = load_config(find_config(_first(paths)))
        choose(load_checks(), tuple(config.names))
    except ConfigError as error:
        usage(str(error))
    except CatalogueError as error:
        usage(f"{config.origin}: {error}" if config.origin else str(error))
    return config


def set_up(
    paths: Sequence[str],
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    decisions: str | None = None,
    style: str | None = None,
) -> Setup:
    """What an audit of the paths goes by; the command line wins. Leaves with bad usage where something is wrong."""
    config = config_for(paths)
    file = decisions_file(paths, config, decisions)
    try:
        if style is not None:
            check_style(style)
            config = replace(config, quotation_style=style)
        checks = choose(load_checks(), select or config.select, ignore or config.ignore)
        return Setup(config, checks, file, read_decisions(file))
    except (CatalogueError, ConfigError, LedgerError) as error:
        usage(str(error))


def decisions_file(paths: Sequence[str], config: Config, given: str | None = None) -> Path:
    """The file of decisions: the one named, else the nearest above the first path, else where it would be made."""
    if given or config.decisions:
        return Path(given or config.decisions or "")
    folders = list(folders_above(_first(paths)))
    for folder in folders:
        if os.path.isfile(folder / FILE):
            return folder / FILE
    return (config.origin.parent if config.origin else folders[0]) / FILE


@dataclass(frozen=True, slots=True)
class Effort:
    """How the work on documents is carried: processes, where the cache and the index of the corpus lie, what is told of it.

    ``cache`` and ``against`` are ``None`` where there is none.
    """

    jobs: int = 1
    cache: Path | None = None
    against: Path | None = None
    progress: bool = False
    clock: Clock = field(default_factory=Clock)


def run(
    reading: Reading,
    setup: Setup,
    before: Mapping[str, Known] | None = None,
    as_of: date | None = None,
    effort: Effort | None = None,
) -> Report:
    """The report on what was read, as the gate sees it."""
    effort = effort or Effort()
    report = _audited(reading, setup, as_of, effort, effort.clock)
    return judged(report, checks=setup.names, before=before, decisions=setup.decisions, as_of=as_of)


def _audited(reading: Reading, setup: Setup, as_of: date | None, effort: Effort, clock: Clock) -> Report:
    """The report under the settings; leaves with the status of trouble where a process of the pool was lost."""
    with _asked(effort.against) as seen:
        try:
            audited = audit(
                reading.documents,
                setup.checks,
                problems=reading.problems,
                as_of=as_of,
                known=seen,
                engine=_engine(setup.checks, as_of, effort),
                clock=clock,
            )
        except WorkerDied as error:
            usage(str(error))
    return applied(audited, setup.config)


@contextmanager
def _asked(against: Path | None) -> Iterator[KnownLines]:
    """What an index knows, while it is open; leaves with bad usage where it cannot be used."""
    if against is None:
        yield nothing
        return
    from auditor.index import CorpusIndexError, Index

    try:
        with closing(Index(against)) as index:
            yield index.seen
    except CorpusIndexError as error:
        usage(str(error))


def _engine(checks: Sequence[Check], as_of: date | None, effort: Effort) -> Engine:
    """What carries the work on documents: the cache first, then the processes asked for."""

    def carry(step: Callable[[Task], Examined], tasks: Sequence[Task]) -> Iterator[Examined]:
        def make(missing: Sequence[Task]) -> Iterator[Examined]:
            return mapped(step, missing, effort.jobs)

        with _bar(len(tasks), effort.progress) as advance:
            if effort.cache is None:
                done: Iterator[Examined] = make(tasks)
            else:
                cache = Cache(effort.cache, made_by(as_of, *(check.id for check in checks)), _warn_once())
                done = cache.filled(tasks, make, _kept)
            for one in done:
                advance()
                yield one
        if effort.cache is not None:
            cache.trim_if_due()

    return carry


def _kept(examined: Examined) -> Examined | None:
    """What the cache keeps: nothing that went wrong, and no times, which are those of this run."""
    article, outcome = examined
    return None if outcome.problems else (article, replace(outcome, spent=()))


def _warn_once() -> Callable[[str], None]:
    """A warning on standard error, the first one only: a broken cache would tell of every document."""
    told: list[str] = []

    def warn(message: str) -> None:
        if not told:
            tell(f"warning: {message}")
        told.append(message)

    return warn


_LONG_RUN = 40
"""Documents from which a run is long enough for a bar."""


@contextmanager
def _bar(number: int, wanted: bool) -> Iterator[Callable[[], None]]:
    """A bar on standard error where it is a terminal and the run is long; gives what moves it on."""
    if not wanted or number < _LONG_RUN or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=unguarded(sys.stderr)), transient=True) as progress:
        bar = progress.add_task("documents", total=number)
        yield lambda: progress.advance(bar)


def known_at(
    paths: Sequence[str], revision: str, setup: Setup, as_of: date | None, effort: Effort
) -> Mapping[str, Known]:
    """The findings at the paths in a revision; leaves with bad usage where it cannot be read."""
    try:
        reading = read_revision(paths, revision)
    except RevisionError as error:
        usage(str(error))
    with effort.clock.stage("known before"):
        return by_fingerprint(_audited(reading, setup, as_of, effort, Clock()).findings)


def _first(paths: Sequence[str]) -> str:
    return next((path for path in paths if path != STDIN), ".")
