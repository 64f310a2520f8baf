"""The commands about the index of an archive: index build, update, info, verify."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.shared import (
    FINDINGS,
    OK,
    TROUBLE,
    Paths,
    app,
    complain,
    examples,
    read_paths,
    say,
    spare_links,
    tell,
    usage,
)

if TYPE_CHECKING:
    from auditor.archive import Archive, Done
    from auditor.reading import Reading

index = typer.Typer(
    help="The index of an archive, to hold new articles against.",
    no_args_is_help=True,
)
app.add_typer(index, name="index")

DEFAULT = "auditor-index.sqlite"
IndexFile = Annotated[str, typer.Option("--index", metavar="FILE", help="The file of the index.")]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes for the work on documents; 0: all cores.")
]


@index.command(epilog=examples("auditor index build archive", "auditor index build archive.jsonl --jobs 0"))
def build(paths: Paths, file: IndexFile = DEFAULT, jobs: Jobs = 1) -> None:
    """Make the index of the documents at the paths, over what was there."""
    spare_links(file)
    reading = read_paths(paths, None, False)
    if reading.problems and Path(file).exists():
        complain(reading.problems)
        usage(f"{file} was left as it is: without what could not be read it would hold less. Remove it to build it so.")
    from auditor.reports.layout import counted

    done = _changed(file, jobs, lambda archive: archive.build(reading.documents))
    say(f"{file} holds {counted(done.new, 'article')}")
    _leave(reading, done)


@index.command(epilog=examples("auditor index update archive"))
def update(paths: Paths, file: IndexFile = DEFAULT, jobs: Jobs = 1) -> None:
    """Bring the index to what is at the paths now.

    What is new or changed is read, and what it holds from these paths that is no more there is taken out.
    """
    spare_links(file)
    reading = read_paths(paths, None, False)
    from auditor.reports.layout import counted

    done = _changed(file, jobs, lambda archive: archive.update(reading.documents, paths, reading.problems))
    say(
        f"{file}: {counted(done.new, 'new article')}, {done.changed:,} changed, {done.removed:,} taken out, "
        f"{done.same:,} as before"
    )
    _leave(reading, done)


@index.command(epilog=examples("auditor index info"))
def info(file: IndexFile = DEFAULT) -> None:
    """Say what the index holds, and what made it."""
    from auditor.reports.layout import counted
    from auditor.store.index.ask import info as held
    from auditor.store.index.file import VERSION, CorpusIndexError

    try:
        found = held(Path(file))
    except CorpusIndexError as error:
        usage(str(error))
    say(
        f"{file}: {counted(found.articles, 'article')} of {counted(found.sources, 'known source')}, "
        f"{counted(found.names, 'name')}, {counted(found.furniture, 'line')} that recur; {counted(found.size, 'byte')}"
    )
    say(f"made by auditor {found.tool}, tables of version {VERSION}")
    if found.made_by != _rules():
        say("it is of no use to this run: another tool, Python, check or language made it. Build it anew.")


@index.command(epilog=examples("auditor index verify"))
def verify(file: IndexFile = DEFAULT) -> None:
    """Say whether the index is whole: the file, every article in it, and all that leads to them.

    It leaves with 1 where something is wrong.
    """
    from auditor.store.index import CorpusIndexError
    from auditor.store.index import verify as wrong_in

    try:
        wrong = wrong_in(Path(file))
    except CorpusIndexError as error:
        usage(str(error))
    for one in wrong:
        say(f"{file}: {one}")
    if wrong:
        say("Remove it and build it anew with `auditor index build`.")
        raise typer.Exit(FINDINGS)
    say(f"{file} is whole")


def _rules() -> str:
    """What tells of the tool and the rules of this run; leaves with bad usage where a language is installed twice."""
    from auditor.archive import rules
    from auditor.catalogue import CatalogueError, catalogue
    from auditor.languages.installed import packs

    try:
        return rules(packs(), catalogue().classes)
    except CatalogueError as error:
        usage(str(error))


def _changed(file: str, jobs: int, change: Callable[[Archive], Done]) -> Done:
    """What was changed of an index; leaves with bad usage where it cannot be."""
    from auditor.archive import Archive
    from auditor.catalogue import CatalogueError, catalogue
    from auditor.cli.runs import Effort, carrier_of, engine_by
    from auditor.languages.installed import packs
    from auditor.steps.map import Means
    from auditor.store.index.file import CorpusIndexError

    def waiting() -> None:
        tell(f"another run writes to the folder of {file}; waiting for it.")

    try:
        rules, means = _rules(), Means.of((), None, packs(), catalogue().classes)
        with carrier_of("local", jobs) as carrier:
            engine = engine_by(lambda: rules, Effort(carrier, progress=True))
            return change(Archive(Path(file), rules, means, engine, waiting))
    except (CatalogueError, CorpusIndexError) as error:
        usage(str(error))


def _leave(reading: Reading, done: Done) -> None:
    """Tell what could not be read or does not fit, and leave."""
    for document in done.unfit:
        tell(f"{document}: It was left out: its id, group, source or path is too long or no UTF-8, or it is too large.")
    complain(reading.problems)
    raise typer.Exit(TROUBLE if reading.problems or done.unfit or not reading.documents else OK)
