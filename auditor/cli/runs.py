"""One audit as the commands run it: with the settings, the decisions and what was known before."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from auditor.audit import audit
from auditor.catalogue import CatalogueError, catalogue
from auditor.check import Check
from auditor.cli.shared import tell, usage
from auditor.cli.streams import unguarded
from auditor.cli.trust import LIKE_BEFORE, Trust
from auditor.config import Config, ConfigError, applied, check_style, find_config, folders_above, load_config
from auditor.engines import choice
from auditor.engines.choice import Carrier, Local
from auditor.engines.trouble import EngineError
from auditor.facts.rows import NO_FACTS, Facts
from auditor.facts.tables import read_tables, shipped
from auditor.gate.baseline import Baseline, baseline_of
from auditor.gate.counting import judged
from auditor.gate.decisions import FILE, Decisions, merged, read_decisions
from auditor.gate.git import root_of
from auditor.gate.judges import GOVERNING
from auditor.gate.ledgers import LedgerError
from auditor.gate.revisions import Revision, RevisionError, opened
from auditor.languages.installed import Packs, packs
from auditor.model import Problem, Report, facts
from auditor.reading import Reading
from auditor.reading.text import STDIN
from auditor.residue.classes import Classes
from auditor.residue.recurrence import nothing
from auditor.steps.carrying import Engine, Task
from auditor.steps.map import Examined
from auditor.steps.outcomes import Outcome
from auditor.store.cache import Cache
from auditor.store.provenance import kit, made_by, surroundings
from auditor.store.shelf import Shelf, ShelfError
from auditor.story.labelled import Labelled
from auditor.story.sketches import Sketch
from auditor.timing import Clock

if TYPE_CHECKING:
    from auditor.store.index import Index

_Work = TypeVar("_Work", bound=Task)
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Setup:
    """What an audit of some paths goes by: settings, checks, languages, the decisions that hold, and the file for new ones.

    ``problems`` are those of checks that were passed over since their entry points are of no use; ``classes`` are the classes of
    residue of all checks, chosen or not.
    """

    config: Config
    checks: tuple[Check, ...]
    problems: tuple[Problem, ...]
    classes: Classes
    decisions_file: Path
    decisions: Decisions
    trust: Trust
    languages: Packs
    facts: Facts = NO_FACTS

    @property
    def names(self) -> Collection[str]:
        """The ids of the checks."""
        return {check.id for check in self.checks}


def config_for(paths: Sequence[str], trust: Trust = LIKE_BEFORE) -> Config:
    """The settings named, else those nearest above all paths; leaves with bad usage where they are wrong."""
    where = f"in {trust.base.name}: " if trust.base and not trust.config else ""
    try:
        config = _config(paths, trust)
        catalogue(isolated=trust.isolated).chosen(tuple(config.names))
    except (ConfigError, RevisionError) as error:
        usage(trust.base.told(str(error)) if trust.base else str(error))
    except CatalogueError as error:
        usage(f"{where}{config.origin}: {error}" if config.origin else str(error))
    return config


def _config(paths: Sequence[str], trust: Trust) -> Config:
    if trust.config is not None:
        return load_config(Path(trust.config))
    if trust.isolated:
        return Config()
    if trust.base is None:
        found = find_config(_shared(paths))
        _tell_of_others(paths, found)
        return load_config(found)
    base = trust.base
    base.bring(_governs)
    config = load_config(find_config(str(base.there(_shared(paths)))))
    return replace(
        config,
        origin=config.origin and base.here(config.origin),
        baseline=config.baseline and str(base.here(config.baseline)),
        decisions=config.decisions and str(base.here(config.decisions)),
        facts=tuple(str(base.here(one)) for one in config.facts),
    )


def _tell_of_others(paths: Sequence[str], found: Path | None) -> None:
    """Say which settings that lie nearer to one of the paths do not govern, since they do not lie above all."""
    for other in sorted(
        {nearer for path in paths if path != STDIN and (nearer := find_config(path)) not in (None, found)}
    ):
        tell(
            f"warning: {os.path.relpath(other)} does not govern this audit: it does not lie above all that is "
            "audited. Audit what lies below it alone, or name it with --config."
        )


def set_up(
    paths: Sequence[str],
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    decisions: str | None = None,
    style: str | None = None,
    trust: Trust = LIKE_BEFORE,
) -> Setup:
    """What an audit of the paths goes by; the command line wins. Leaves with bad usage where something is wrong."""
    config = config_for(paths, trust)
    try:
        if style is not None:
            check_style(style)
            config = replace(config, quotation_style=style)
        installed = catalogue(isolated=trust.isolated)
        found = installed.chosen(select or config.select, ignore or config.ignore)
        decided = _decided(paths, config, decisions, trust)
        file = decisions_file(paths, config, decisions)
        languages = packs(isolated=trust.isolated)
        return Setup(config, found.checks, found.problems, installed.classes, file, decided, trust, languages)
    except (CatalogueError, ConfigError, LedgerError, RevisionError) as error:
        usage(trust.base.told(str(error)) if trust.base else str(error))


def with_facts(setup: Setup, given: Sequence[str] = (), *, none: bool = False, gated: bool = False) -> Setup:
    """The setup with the facts of the tables given, else of those in the settings, and with those that come along.

    Those that come along grow with each version: where a gate is held against what was known before (``gated``), they stay
    out. With ``none`` there are no facts at all. Leaves with bad usage where a table is wrong.
    """
    if none:
        return replace(setup, facts=NO_FACTS)
    tables = [*given]
    if not given:
        base = None if setup.trust.config else setup.trust.base
        tables = [str(base.named(one)) if base else one for one in setup.config.facts]
    return replace(setup, facts=facts_of(tables, shipped_too=not gated))


def facts_of(tables: Sequence[str], *, shipped_too: bool) -> Facts:
    """The facts of tables, and perhaps those that come along; leaves with bad usage where a table is wrong.

    What a table of one's own says of an office takes the place of all that comes along about it.
    """
    read = read_tables(tables)
    if read.faults:
        usage("; ".join(map(str, read.faults)) + " Look at them all: auditor facts check.")
    own = Facts.of(read.rows)
    return own.over(shipped()) if shipped_too else own


def decisions_file(paths: Sequence[str], config: Config, given: str | None = None) -> Path:
    """Where decisions are put down: the file named, else the first that lies above a path, else one beside the settings."""
    if given or config.decisions:
        return Path(given or config.decisions or "")
    if found := _nearest(paths):
        return found[0]
    return (config.origin.parent if config.origin else next(folders_above(_shared(paths)))) / FILE


def _decided(paths: Sequence[str], config: Config, given: str | None, trust: Trust) -> Decisions:
    """The decisions that hold: those of the file named, else of the nearest file above each path."""
    base = trust.base
    if given:
        return read_decisions(given)
    if config.decisions:
        return read_decisions(base.named(config.decisions) if base and not trust.config else config.decisions)
    if trust.isolated:
        return {}
    if base is None:
        return merged(_nearest(paths))
    base.bring(_governs)
    return merged(_nearest([str(base.there(path)) for path in paths if path != STDIN] or [str(base.folder)]))


def _governs(name: str) -> bool:
    return PurePosixPath(name).name in GOVERNING


def _nearest(paths: Sequence[str]) -> list[Path]:
    """The file of decisions nearest above each path, each once."""
    found = []
    for path in [path for path in paths if path != STDIN] or ["."]:
        above = (folder / FILE for folder in folders_above(path) if os.path.isfile(folder / FILE))
        found += [file for file in (next(above, None),) if file and file not in found]
    return found


@dataclass(frozen=True, slots=True)
class Effort:
    """How the work on documents is carried: by what engine, where the cache and the index of the corpus lie, what is told of it.

    ``carrier`` is the engine, one process where it is ``None``; ``cache`` and ``against`` are ``None`` where there is none; ``audited`` are folders that the cache must not lie in.
    """

    carrier: Carrier | None = None
    cache: Path | None = None
    against: Path | None = None
    progress: bool = False
    audited: tuple[Path, ...] = ()
    clock: Clock = field(default_factory=Clock)
    warn: Callable[[str], None] = field(default_factory=lambda: _warn_once())


_MANY = 500
"""Documents from which articles are kept in a file: in memory each takes half a million bytes."""


@contextmanager
def carrier_of(engine: str, jobs: int) -> Iterator[Carrier]:
    """The engine of that name, while it is open; leaves with the status of trouble where it cannot be had, or is lost."""
    try:
        with choice.opened(engine, jobs, kit) as carrier:
            yield carrier
    except EngineError as error:
        usage(str(error))


def run(
    reading: Reading,
    setup: Setup,
    before: Baseline | None = None,
    as_of: date | None = None,
    effort: Effort | None = None,
    gone: Collection[str] = (),
) -> Report:
    """The report on what was read, as the gate sees it; ``gone`` are documents that were there before."""
    effort = effort or Effort()
    report = _audited(reading, setup, as_of, effort, effort.clock)
    return judged(report, checks=setup.names, before=before, decisions=setup.decisions, as_of=as_of, gone=gone)


def _audited(reading: Reading, setup: Setup, as_of: date | None, effort: Effort, clock: Clock) -> Report:
    """The report under the settings; leaves with the status of trouble where the engine was lost."""
    with asked(effort.against, setup.languages, setup.classes) as archive:
        if archive:
            archive.leave_out(reading.documents)
        try:
            audited = audit(
                reading.documents,
                setup.checks,
                problems=(*reading.problems, *setup.problems),
                as_of=as_of,
                known=archive.seen if archive else nothing,
                languages=setup.languages,
                classes=setup.classes,
                facts=setup.facts,
                engine=engine_of(setup, as_of, effort),
                archive=archive,
                clock=clock,
                shelves=Shelf if (effort.carrier or Local()).elsewhere or len(reading.documents) > _MANY else dict,
            )
        except (EngineError, ShelfError) as error:
            usage(str(error))
    return applied(audited, setup.config)


@contextmanager
def asked(against: Path | None, languages: Packs, classes: Classes) -> Iterator[Index | None]:
    """An index to ask, open until the block ends; leaves with bad usage where it cannot be used."""
    if against is None:
        yield None
        return
    from auditor.archive import rules
    from auditor.store.index.ask import Index
    from auditor.store.index.file import CorpusIndexError

    try:
        with closing(Index(against, rules(languages, classes, around()))) as index:
            yield index
    except CorpusIndexError as error:
        usage(str(error))


around = cache(surroundings)
"""What results depend on beside settings and documents, which does not change during a run."""


def engine_of(setup: Setup, as_of: date | None, effort: Effort) -> Engine:
    """What carries the work of an audit on documents and stories: the cache first, then the engine asked for."""

    def rules() -> str:
        return made_by(
            *(as_of, setup.languages, setup.classes.names, setup.facts, *(check.id for check in setup.checks)),
            around=around(),
        )

    return engine_by(rules, effort)


def engine_by(rules: Callable[[], str], effort: Effort) -> Engine:
    """What carries work on documents; ``rules`` tells of all that bears on what is made of each, beside the document."""
    carrier = effort.carrier or Local()

    def carry(step: Callable[[_Work], _Made], tasks: Sequence[_Work]) -> Iterator[_Made]:
        def make(missing: Sequence[_Work]) -> Iterator[_Made]:
            return carrier(step, missing)

        with _bar(len(tasks), effort.progress) as advance:
            if effort.cache is None:
                done: Iterator[_Made] = make(tasks)
            else:
                kept = Cache(
                    effort.cache, rules(), effort.warn, classes=_RESULTS, fits=_is_result, audited=effort.audited
                )
                done = kept.filled(tasks, make, _kept, lambda task: task.key)
            for one in done:
                advance()
                yield one
        if effort.cache is not None:
            kept.trim_if_due()

    return carry


_RESULTS = (Examined, Outcome, Sketch, date, *facts(), Labelled)
"""The classes that what is made of a document consists of."""


def _is_result(found: object) -> bool:
    match found:
        case Outcome() | Examined():
            return True
    return False


def _kept(result: object) -> object | None:
    """What the cache keeps: nothing that went wrong, and no times, which are those of this run."""
    match result:
        case Outcome(problems=()):
            return replace(result, spent=())
        case Examined(outcome=Outcome(problems=()) as outcome):
            return replace(result, outcome=replace(outcome, spent=()))
    return None


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


@contextmanager
def base_of(paths: Sequence[str], revision: str | None) -> Iterator[Revision | None]:
    """The revision that is compared with, while it is open; leaves with bad usage where it cannot be read."""
    if revision is None:
        yield None
        return
    with ExitStack() as held:
        try:
            found = held.enter_context(opened(paths, revision))
        except RevisionError as error:
            usage(str(error))
        yield found


def known_at(paths: Sequence[str], revision: Revision, setup: Setup, as_of: date | None, effort: Effort) -> Baseline:
    """What is at the paths in a revision, and found in it; leaves with bad usage where it cannot be read."""
    try:
        reading = revision.read(paths, ignoring=setup.trust.rules_for is not None)
    except RevisionError as error:
        usage(str(error))
    with effort.clock.stage("known before"):
        return baseline_of(reading.documents, _audited(reading, setup, as_of, effort, Clock()).findings)


def gone_from(
    paths: Sequence[str], before: Baseline | None, reading: Reading, base: Revision | None
) -> Collection[str]:
    """The documents at the paths that were there before and are no more; none where something could not be read.

    A revision was read at the same paths. Of a baseline, those count whose files are gone from there: it may know of others.
    """
    if before is None or reading.problems:
        return ()
    missing = (before.documents or {}).keys() - {document.id for document in reading.documents}
    if base is not None:
        return missing
    here = (name for name in missing if any(PurePosixPath(name).is_relative_to(path) for path in paths))
    return [name for name in here if not os.path.lexists(name)]


def audited_places(paths: Sequence[str]) -> tuple[Path, ...]:
    """The repositories that the paths lie in, and folders among them: a cache there says what whoever made them wants.

    What lies at or above the user's home is left out: who can write there needs no cache to run what they like.
    """
    home = os.path.realpath(os.path.expanduser("~"))
    folders = {Path(os.path.realpath(path)) for path in paths if path != STDIN and os.path.isdir(path)}
    places = folders | {root for path in paths if path != STDIN and (root := root_of(path))}
    return tuple(sorted(place for place in places if not Path(home).is_relative_to(place)))


def _shared(paths: Sequence[str]) -> str:
    """The folder that all paths lie in, or the one path: what governs an audit lies above all that is audited."""
    given = [os.path.abspath(path) for path in paths if path != STDIN] or [os.getcwd()]
    try:
        return os.path.commonpath(given)
    except ValueError:  # of several drives
        return os.getcwd()
