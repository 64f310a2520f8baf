"""What the commands share: exit statuses, options, the reading of paths, and how trouble is told."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, NoReturn

import typer
from typer.core import TyperGroup

from auditor.text.regex import regex

if TYPE_CHECKING:
    from datetime import date

    from auditor.cli.trust import Trust
    from auditor.model import Problem
    from auditor.reading import Reading

OK, FINDINGS, TROUBLE = 0, 1, 2
"""Exit statuses: nothing that counts, findings that do, and what kept the run from being whole."""
DEFAULT_WIDTH = 100
"""Columns of a report that is not written to a terminal."""
_ROW = regex(r"[:#]\d+$")
"""What names a row of a table behind the name of its file."""


class _Commands(TyperGroup):
    """The commands; one that is stopped leaves with the status of trouble, where typer would have that of findings."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            usage("stopped before the end. Files are as they were, or as they were to be: run it again.")


app = typer.Typer(
    name="auditor",
    cls=_Commands,
    help="Compare articles that tell the same story: where they disagree, which quotations cannot be traced, "
    "what is scraping residue. It compares texts; it does not know what is true.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def examples(*lines: str) -> str:
    """The end of a command's help: command lines as they can be typed, each on a line of its own."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")]
StdinName = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="NAME", help="The name that standard input goes by.")
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="The day of the audit: no document was written after it (2025-06-30)."
    ),
]
FileDates = Annotated[
    bool, typer.Option("--file-dates", help="No document was written after the day its file was last changed.")
]
BaselineFile = Annotated[str | None, typer.Option("--baseline", metavar="FILE", help="The file of known findings.")]
DecisionsFile = Annotated[
    str | None, typer.Option("--decisions", metavar="FILE", help="The file of decisions; else the nearest above PATH.")
]

ConfigFile = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", help="The file of settings; else the nearest above all PATHs."),
]
Isolated = Annotated[
    bool,
    typer.Option(
        "--isolated",
        help="Go by nothing that lies beside the articles and was not named: settings, decisions, .gitignore, plugins.",
    ),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes for the work on documents; 0: all cores.")
]
EngineName = Annotated[
    str,
    typer.Option(
        "--engine",
        metavar="ENGINE",
        help="What carries that work: local; dask, a cluster of N processes; dask=tcp://HOST:PORT, one that runs already.",
    ),
]
FactsFiles = Annotated[
    list[str] | None,
    typer.Option(
        "--facts",
        metavar="FILE|FOLDER",
        help="A table of dated facts, TOML or CSV, or a folder of them; may be repeated.",
    ),
]
NoFacts = Annotated[
    bool,
    typer.Option(
        "--no-facts", help="Hold the articles against no table, neither that which comes along nor those in settings."
    ),
]
NoGitignore = Annotated[bool, typer.Option("--no-gitignore", help="Read in folders what git ignores, too.")]


def read_paths(
    paths: Sequence[str],
    stdin_filename: str | None,
    file_dates: bool,
    trust: Trust | None = None,
    stdin: BinaryIO | None = None,
) -> Reading:
    """What is at the paths, ``-`` being ``stdin``, else standard input; of folders what the rules of what to ignore leave that are trusted."""
    from auditor.reading import read
    from auditor.reading.folders import beside

    rules_for = trust.rules_for if trust else beside
    return read(
        paths,
        stdin=stdin or sys.stdin.buffer,
        stdin_filename=stdin_filename,
        file_dates=file_dates,
        rules_for=rules_for,
    )


def spare(reading: Reading, written: Sequence[str], used: Iterable[object] = ()) -> None:
    """Leave with bad usage where a file to be written is an article, also one that could not be read, or is ``used``.

    So, too, where a folder to be written to holds articles.
    """
    articles = {document.path for document in reading.documents if document.path}
    articles |= {_ROW.sub("", problem.document) for problem in reading.problems if problem.document}
    for names, told in ((articles, "was read as an article"), (used, "is a file that this run goes by")):
        real = {os.path.realpath(str(name)) for name in names}
        for path in written:
            if os.path.realpath(path) in real:
                usage(f"{path} {told} and would be written over. Name another file, or a folder apart.")
    folders = {os.path.realpath(os.path.dirname(name)) for name in articles}
    for path in written:
        if os.path.isdir(path) and os.path.realpath(path) in folders:
            usage(
                f"{path} holds articles that were read, and pages among them would be read, too. Name a folder apart."
            )


def spare_links(written: str | os.PathLike[str]) -> None:
    """Leave with bad usage where a file would be written through a link that may be a stranger's."""
    from auditor.store.files import ThroughLink, refuse_links, why

    try:
        refuse_links(written)
    except ThroughLink as error:
        usage(why(error))


def parse_day(given: str | None, option: str = "--as-of") -> date | None:
    """The day an option names; leaves with bad usage where it names none."""
    from datetime import date

    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        usage(f"{option} takes a day such as 2025-06-30, not {given!r}.")


def colour() -> bool:
    """Whether standard output shows colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of standard output."""
    import shutil

    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns if sys.stdout.isatty() else DEFAULT_WIDTH


def say(message: str) -> None:
    """Say something on standard output, in a line."""
    from auditor.reports.harmless import plain

    print(plain(message))


def tell(message: str) -> None:
    """Say something on standard error, in a line."""
    from auditor.reports.harmless import plain

    print(f"auditor: {plain(message)}", file=sys.stderr)


def complain(problems: Iterable[Problem]) -> None:
    """Tell the problems on standard error."""
    for problem in problems:
        where = ": ".join(part for part in (problem.document, problem.check and f"check {problem.check}") if part)
        tell(f"{where}: {problem.error}" if where else problem.error)


def usage(message: str) -> NoReturn:
    """Leave with the message and the status of bad usage."""
    tell(message)
    raise typer.Exit(TROUBLE)
