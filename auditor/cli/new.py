"""The commands that begin something new: new-check, new-rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.shared import OK, app, complain, examples, say, usage

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.scaffold.check import Started

Folder = Annotated[
    str | None,
    typer.Option(
        "--folder",
        metavar="DIR",
        help="A checkout of auditor, a package that has checks, or a new folder (default: this one, or one of its own).",
    ),
]


@app.command("new-check", epilog=examples("auditor new-check missing-byline --family sourcing --folder house-checks"))
def new_check(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What is wrong, such as missing-byline.")],
    family: Annotated[
        str,
        typer.Option(
            "--family", metavar="FAMILY", help="conflict, quotation, residue, sourcing, reference, or one of your own."
        ),
    ],
    folder: Folder = None,
) -> None:
    """Begin a check: its file, with an example that fails.

    Its documentation has the headings that every check has; with the family residue it is a class of residue. In a checkout of
    auditor the check becomes one of ours, anywhere else one of a package with a test. No file is written over.
    """
    from auditor.catalogue import catalogue
    from auditor.scaffold.check import new_check as begin

    found = catalogue()
    complain(found.problems)
    checks, families = {check.id for check in found.checks}, {check.family.value for check in found.checks}
    where = Path(folder) if folder else None
    _begin(lambda: begin(name, family, where, checks, families))


@app.command("new-rule", epilog=examples("auditor new-rule 'since a year' --to auditor/languages/de/rules/times.toml"))
def new_rule(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it finds, in a few words.")],
    to: Annotated[
        str, typer.Option("--to", metavar="FILE", help="The file of rules of a language pack; a new one is made.")
    ],
) -> None:
    """Begin a rule: its place in a file of rules, with an example.

    The example fails until the rule has its pattern. The rules before it in the file win where they find the same words. CONTRIBUTING tells the notation of patterns.
    """
    from auditor.scaffold.rule import new_rule as begin

    _begin(lambda: begin(name, Path(to)))


def _begin(make: Callable[[], Started]) -> None:
    """Begin something, say what was written and how to go on; leaves with bad usage where something is in the way."""
    from auditor.reports.harmless import plain
    from auditor.scaffold.files import InTheWay
    from auditor.store.files import why

    try:
        started = make()
    except InTheWay as error:
        usage(str(error))
    except OSError as error:
        usage(f"{error.filename or 'a file'} cannot be written: {why(error)}")
    for file in started.files:
        say(f"wrote {file}")
    print("Go on with:" if started.files else "All of it was there already. Go on with:")
    steps = [(plain(command), told) for command, told in started.next]
    wide = max(len(command) for command, _ in steps)
    for command, told in steps:
        print(f"  {command:{wide}}  # {told}" if told else f"  {command}")
    raise typer.Exit(OK)
