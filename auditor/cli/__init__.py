"""The command line: one file a group of commands. Nobody imports it.

Exit status: 0 nothing at or over ``--fail-on``; 1 such findings; 2 bad usage or settings, unreadable input, a report
that could not be written, or a check that crashed. Imports stand inside the commands, so that ``--help`` is quick.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from auditor import __version__
from auditor.cli import articles, catalogue, corpus, gate, settings
from auditor.cli.shared import OK, app

__all__ = ["app", "articles", "catalogue", "corpus", "gate", "main", "settings"]


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"auditor {__version__}")
        raise typer.Exit(OK)


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command; texts go out as UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
