"""The command line: one file a group of commands. Nobody imports it.

Exit status: 0 nothing at or over ``--fail-on``; 1 such findings; 2 bad usage or settings, unreadable input, a report
that could not be written, or a check that crashed. Imports stand inside the commands, so that ``--help`` is quick.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import Annotated, NoReturn

import typer

from auditor import __version__
from auditor.cli import articles, catalogue, cleaning, corpus, facts, gate, new, settings, streams
from auditor.cli.shared import OK, TROUBLE, app, tell
from auditor.engines.garbage import collect_seldom

__all__ = ["app", "articles", "catalogue", "cleaning", "corpus", "facts", "gate", "main", "new", "settings"]


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
    """Run the command. Whatever goes wrong leaves with the status of trouble: 1 says that there are findings."""
    streams.ready()
    collect_seldom()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # parts of files are removed on the way out
    try:
        _run()
    except BrokenPipeError:
        _leave("standard output was closed before all was written there. Read it to its end, or write to a file.")
    except OSError as error:
        where = error.filename or "standard output, or the folder it runs in, cannot be used"
        _leave(f"{where}: {error.strerror or error}. Check that it may be written to and has space, or name another.")
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        if isinstance(error, _of_a_pack()):
            _leave(f"{error}. It is part of a language pack: mend it there, or install the pack again.")
        _leave(
            f"a fault of auditor itself: {type(error).__name__}: {error}. "
            "Please report it; `python -X dev -m auditor` with the same arguments shows the place."
        )


def _of_a_pack() -> tuple[type[Exception], ...]:
    """What is raised where a file of a language pack cannot be read."""
    from auditor.grammar.rule import RuleError
    from auditor.languages.words import ListError

    return RuleError, ListError


def _run() -> None:
    """Leave with the status of the command. Raises ``OSError`` where its output cannot be written."""
    try:
        app()
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):  # typer then leaves with 1
            raise leaving.__context__ from None
        sys.stdout.flush()
        raise


def _leave(message: str) -> NoReturn:
    """Leave with the message and the status of trouble; what is still to be written is let go."""
    with suppress(OSError):
        tell(message)
    with suppress(OSError):
        sys.stdout.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(TROUBLE)
