"""The commands about the index of a corpus: index build, update, info."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.shared import OK, TROUBLE, Paths, app, complain, examples, read_paths, say, spare_links, usage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.model import Document
    from auditor.reading import Reading

index = typer.Typer(help="The index of a corpus: what the pages of each source repeat.", no_args_is_help=True)
app.add_typer(index, name="index")

DEFAULT = "auditor-index.sqlite"
IndexFile = Annotated[str, typer.Option("--index", metavar="FILE", help="The file of the index.")]


@index.command(epilog=examples("auditor index build archive"))
def build(paths: Paths, file: IndexFile = DEFAULT) -> None:
    """Make the index of the documents at the paths, over what was there."""
    from auditor.store.index import build as make

    spare_links(file)
    reading = read_paths(paths, None, False)
    if reading.problems and Path(file).exists():
        complain(reading.problems)
        usage(f"{file} was left as it is: without what could not be read it would hold less. Remove it to build it so.")
    _filled(reading, file, make, "holds")


@index.command(epilog=examples("auditor index update new"))
def update(paths: Paths, file: IndexFile = DEFAULT) -> None:
    """Put the documents at the paths into the index.

    Those that it holds already count once.
    """
    from auditor.store.index import update as put

    spare_links(file)
    _filled(read_paths(paths, None, False), file, put, "took in")


@index.command(epilog=examples("auditor index info"))
def info(file: IndexFile = DEFAULT) -> None:
    """Say what the index holds."""
    from auditor.store.index import CorpusIndexError
    from auditor.store.index import info as held

    try:
        found = held(Path(file))
    except CorpusIndexError as error:
        usage(str(error))
    say(f"{file}: {found.pages:,} pages of {found.sources:,} sources, {found.furniture:,} lines that recur")


def _filled(reading: Reading, file: str, put: Callable[[Path, Iterable[Document]], int], verb: str) -> None:
    """Put the documents in; what has no source is told."""
    from auditor.residue.recurrence import site_of
    from auditor.store.index import CorpusIndexError

    known = [document for document in reading.documents if site_of(document)[0]]
    try:
        number = put(Path(file), known)
    except CorpusIndexError as error:
        usage(str(error))
    left = len(reading.documents) - len(known)
    told = f"; {left:,} documents name neither source nor url and were left out" if left else ""
    say(f"{file} {verb} {number:,} pages{told}")
    complain(reading.problems)
    raise typer.Exit(TROUBLE if reading.problems or not reading.documents else OK)
