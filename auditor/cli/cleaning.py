"""The command that cleans: clean."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.shared import (
    FINDINGS,
    OK,
    TROUBLE,
    Paths,
    StdinName,
    app,
    colour,
    complain,
    examples,
    read_paths,
    say,
    tell,
    usage,
    width,
)
from auditor.cli.streams import unguarded

if TYPE_CHECKING:
    from auditor.cleaning.runs import Run, Wish
    from auditor.cleaning.walk import Asked, Reply
    from auditor.model import Document, Finding, Level
    from auditor.reading import Reading
    from auditor.residue.recurrence import Known

_AROUND = 2
"""Lines that hold words, shown before and behind a block."""
_LONGEST = 12
"""Lines of a block that are shown; of a longer one the first and the last."""
_BESIDE = 30
"""Characters of its line on both sides of a part of one."""
_QUESTION = "Remove it? [y]es, [n]o, [a]ll or [k]eep all of this kind, [u]ndo, [q]uit: "


@app.command(
    epilog=examples(
        "auditor clean seeds",
        "auditor clean page.txt --interactive",
        "auditor clean articles --level likely --ignore teaser --output cleaned",
        "auditor clean - --write < page.txt > cleaned.txt",
        "auditor clean page.txt --undo",
    )
)
def clean(
    paths: Paths,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be removed, and why (the default).")] = False,
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            help="Clean the files in place; a patch beside each leads back. Standard input goes to standard output.",
        ),
    ] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", metavar="DIR", help="Write the cleaned texts to a folder, and one folder of patches in it."
        ),
    ] = None,
    interactive: Annotated[
        bool,
        typer.Option(
            "--interactive", "-i", help="Ask about each block, then clean in place (or as --output or --diff say)."
        ),
    ] = False,
    level: Annotated[
        str | None,
        typer.Option(
            "--level",
            metavar="LEVEL",
            help="How far to go: safe (the default), what goes unseen; likely; all, to be looked at (the default with --interactive).",
        ),
    ] = None,
    unsafe: Annotated[bool, typer.Option("--unsafe", help="The same as --level all.")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="NAME", help="Only what this check or family finds; may be repeated."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="NAME", help="Not what this check or family finds; may be repeated."),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="INDEX",
            help="An index of an archive: lines that its pages of the source repeat go, too.",
        ),
    ] = None,
    undo: Annotated[
        bool,
        typer.Option("--undo", help="Put cleaned files back as they were; what was edited since is kept."),
    ] = False,
    stdin_filename: StdinName = None,
) -> None:
    """Take out what is not article: share buttons, menus, credits.

    A diff first, then in place or into a folder, and back again with --undo. With --interactive you say of each block
    whether it goes.
    """
    from auditor.cleaning.runs import Clash, Run, Wish, clean_all
    from auditor.cleaning.walk import Walk
    from auditor.reports.harmless import in_lines

    if sum((diff, write, output is not None, undo)) > 1:
        usage("choose one of --diff, --write, --output and --undo.")
    if undo:
        _undo(paths, interactive)
    if interactive and "-" in paths:
        usage("--interactive reads the answers from standard input: save the article to a file.")
    wanted = _level(level, unsafe, interactive)
    piped = write and "-" in paths
    if piped and len(paths) > 1:
        usage(
            "- with --write is cleaned to standard output, so it cannot be cleaned together with files: run it alone."
        )
    only = _only(select or [], ignore or [])
    data = sys.stdin.buffer.read() if piped else b""
    reading = read_paths(paths, stdin_filename, False, stdin=BytesIO(data) if piped else None)
    walk = Walk(_ask) if interactive else None
    run = Run()
    with _known(against, reading.documents) as known:
        wish = Wish(wanted, only, walk, known)
        if piped:
            _pipe(reading, data, run, wish)
        writes = write or output is not None or (interactive and not diff)
        commanded = False
        try:
            for line in clean_all(
                reading.documents, run, write=write or (writes and output is None), output=output, wish=wish
            ):
                commanded = commanded or in_lines(line) != line
                sys.stdout.write(line)
        except Clash as error:
            usage(str(error))
    if commanded:
        tell(
            "characters that command a terminal or a build server stand in the diff by their codes: use --write there."
        )
    if run.documents > 1 or interactive:
        tell(run.summary(writes))
    problems = (*reading.problems, *run.problems)
    complain(problems)
    if problems or not reading.documents:
        raise typer.Exit(TROUBLE)
    raise typer.Exit(FINDINGS if run.changed and not writes else OK)


def _undo(paths: Sequence[str], interactive: bool) -> None:
    """Put cleaned files back, and leave."""
    from auditor.cleaning.runs import undo_all

    if interactive:
        usage("choose one of --interactive and --undo.")
    if "-" in paths:
        usage("standard input cannot be put back: name the cleaned file.")
    lines, problems = undo_all(paths)
    for line in lines:
        say(line)
    complain(problems)
    raise typer.Exit(TROUBLE if problems or not lines else OK)


def _level(given: str | None, unsafe: bool, interactive: bool) -> Level:
    """The level that is asked for; leaves with bad usage where there is none of its name."""
    from auditor.catalogue import unknown
    from auditor.model import Level

    if given is not None and given not in list(Level):
        usage(unknown("level of cleaning", given, map(str, Level)))
    if unsafe and given not in (None, Level.ALL):
        usage(f"--unsafe is the same as --level all: leave it out, or --level {given}.")
    if given is None:
        return Level.ALL if unsafe or interactive else Level.SAFE
    return Level(given)


def _only(select: Sequence[str], ignore: Sequence[str]) -> Collection[str] | None:
    """The checks whose finds are to go, ``None`` for all; leaves with bad usage where one of the names finds no residue."""
    from auditor.catalogue import CatalogueError, catalogue
    from auditor.model import Family

    if not (select or ignore):
        return None
    try:
        chosen = catalogue().chosen(select, ignore).checks
    except CatalogueError as error:
        usage(str(error))
    only = {check.id for check in chosen if check.family == Family.RESIDUE or check.recognises}
    if not only:
        usage(
            "of the checks that are selected none finds residue, so nothing can be cleaned. `auditor checks` lists them."
        )
    return only


@contextmanager
def _known(against: str | None, documents: Sequence[Document]) -> Iterator[Known]:
    """What an index knows of other pages of the documents' sources; tells of those that name no source."""
    from auditor.residue.recurrence import nothing, site_of

    if against is None:
        yield nothing
        return
    from auditor.catalogue import CatalogueError, residue_classes
    from auditor.cli.runs import asked
    from auditor.languages.installed import packs
    from auditor.store.index.file import CorpusIndexError

    nameless = [document.id for document in documents if not site_of(document)[0]]
    if nameless:
        tell(
            f"{nameless[0]}{f' and {len(nameless) - 1} more' if nameless[1:] else ''}: names no source, so {against} says nothing "
            "of its lines. Give rows a source, or clean the page as .html."
        )
    try:
        with asked(Path(against), packs(), residue_classes()) as index:
            if index is None:
                yield nothing
                return
            index.leave_out(documents)
            yield index.seen
    except (CatalogueError, CorpusIndexError) as error:
        usage(str(error))


def _pipe(reading: Reading, data: bytes, run: Run, wish: Wish) -> None:
    """Clean standard input to standard output, and leave."""
    from auditor.cleaning.runs import clean_piped

    if len(reading.documents) > 1:
        usage("standard input holds several articles, and only one is cleaned to standard output: pipe one at a time.")
    for document in reading.documents:
        sys.stdout.buffer.write(clean_piped(document, data, run, wish))
        sys.stdout.buffer.flush()
    complain((*reading.problems, *run.problems))
    raise typer.Exit(TROUBLE if reading.problems or run.problems or not reading.documents else OK)


def _ask(asked: Asked) -> Reply:
    """The answer to one block, asked until there is one; the end of the input leaves, as a quit does."""
    from rich.console import Console

    from auditor.cleaning.walk import Reply

    unguarded(sys.stdout).write("\n".join(_shown(asked)) + "\n")
    while True:
        try:
            given = Console(file=sys.stdout, highlight=False, markup=False).input(_QUESTION, markup=False)
        except EOFError:
            print()
            return Reply.QUIT
        given = given.strip().lower()
        if not given or given[0] not in list(Reply):
            continue
        if given[0] != Reply.UNDO or asked.answered:
            return Reply(given[0])
        print("There is no answer to undo here. What was written is put back with --undo.")


def _shown(asked: Asked) -> Iterator[str]:
    """A block in its surroundings, with its place in the source, its kind, level and reason."""
    from auditor.cleaning.edits import level_of, reason_of
    from auditor.reports.harmless import plain

    text = asked.so_far.text
    start, end = asked.place
    source = asked.so_far.source
    origin = asked.so_far.origin(start)
    line = len(source[:origin].splitlines()) + (not origin or source[origin - 1] in "\r\n")
    first = asked.findings[0]
    edit = first.edit
    yield ""
    yield (
        f"{plain(first.primary.document)}:{line}  {asked.kind}, {level_of(first)}  (block {asked.number} of {asked.blocks})"
    )
    yield f"  {plain(reason_of(first))}"
    opening = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    closing = min((at for at in (text.find("\n", end), text.find("\r", end)) if at >= 0), default=len(text))
    before = [one for one in text[:opening].splitlines() if one.strip()][-_AROUND:]
    block = [one for one in text[opening:closing].splitlines() if one.strip()]
    behind = [one for one in text[closing:].splitlines() if one.strip()][:_AROUND]
    for one in before:
        yield _cut(f"    {plain(one)}")
    for number, one in enumerate(block):
        if number < _LONGEST - 1 or number == len(block) - 1:
            yield _marked(_cut(f"  - {plain(one)}"))
        elif number == _LONGEST - 1:
            yield f"    ... {len(block) - _LONGEST:,} more lines"
    if edit is not None and (edit.replacement or text[opening:start].strip() or text[end:closing].strip()):
        yield from (_within(text, finding) for finding in asked.findings)
    for one in behind:
        yield _cut(f"    {plain(one)}")


def _within(text: str, finding: Finding) -> str:
    """Part of a line that goes, or becomes something else, with the words around it."""
    from auditor.reports.harmless import plain

    start, end = finding.primary.start, finding.primary.end
    put = finding.edit.replacement if finding.edit else ""
    before = plain(text[max(0, start - _BESIDE) : start].rpartition("\n")[2])
    behind = plain(next(iter(text[end : end + _BESIDE].splitlines()), ""))
    change = f"[-{plain(text[start:end])}-]{f'{{+{plain(put)}+}}' if put else ''}"
    return f"    in it: …{before}{change}{behind}…"


def _cut(line: str) -> str:
    return line if len(line) <= width() else f"{line[: width() - 1]}…"


def _marked(line: str) -> str:
    return f"\x1b[1m{line}\x1b[0m" if colour() else line
