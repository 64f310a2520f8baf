"""The command line: commands, options, exit statuses. Nobody imports it.

Exit status: 0 nothing at or over ``--fail-on``; 1 such findings; 2 bad usage, unreadable input, a report that could
not be written, or a check that crashed. Imports stand inside the commands, so that ``--help`` is quick.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from auditor import __version__
from auditor.model import Article, ClaimKind, Problem, Report, Severity

if TYPE_CHECKING:
    from datetime import date

    from auditor.check import Check, Example
    from auditor.model import Article
    from auditor.reading import Reading

OK, FINDINGS, TROUBLE = 0, 1, 2
DEFAULT_WIDTH = 100
"""Columns of a report that is not written to a terminal."""

app = typer.Typer(
    name="auditor",
    help="Compare articles that tell the same story: where they disagree, which quotations cannot be traced, "
    "what is scraping residue. It compares texts; it does not know what is true.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")]
StdinName = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="NAME", help="The name that standard input goes by.")
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="No document was written after this day (2025-06-30).")
]

FileDates = Annotated[
    bool, typer.Option("--file-dates", help="No document was written after the day its file was last changed.")
]
KINDS = tuple(kind.value for kind in ClaimKind)


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


@app.command()
def check(
    paths: Paths,
    report: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="FORMAT[=PATH]", help="terminal, json, markdown, html; may be repeated."),
    ] = None,
    fail_on: Annotated[Severity, typer.Option("--fail-on", help="Exit with 1 on findings of this weight or more.")] = (
        Severity.ERROR
    ),
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="NAME", help="Only this check or family; may be repeated.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="NAME", help="Not this check or family; may be repeated.")
    ] = None,
    stdin_filename: StdinName = None,
    as_of: AsOf = None,
    file_dates: FileDates = False,
) -> None:
    """Report where the articles disagree, and what in each cannot be relied on as it stands."""
    from auditor.audit import audit
    from auditor.catalogue import CatalogueError, choose, load_checks

    outputs = _outputs(report or [])
    day = _day(as_of)
    try:
        checks = choose(load_checks(), select or [], ignore or [])
    except CatalogueError as error:
        _usage(str(error))
    reading = _read(paths, stdin_filename, file_dates)
    result = audit(reading.documents, checks, problems=reading.problems, as_of=day)
    written = [_write(result, name, path) for name, path in outputs]
    _complain(result.problems)
    if result.problems or not result.articles or not all(written):
        raise typer.Exit(TROUBLE)
    raise typer.Exit(FINDINGS if any(f.severity.at_least(fail_on) for f in result.findings) else OK)


@app.command()
def claims(
    paths: Paths,
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="table, jsonl, csv or parquet (with --output).")
    ] = "table",
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help=f"Only this kind of claim; may be repeated: {', '.join(KINDS)}."),
    ] = None,
    output: Annotated[str | None, typer.Option("--output", metavar="PATH", help="Write to a file.")] = None,
    why: Annotated[
        tuple[str, str] | None,
        typer.Option("--why", metavar="A B", help="Say why the claims at two places were or were not compared."),
    ] = None,
    stdin_filename: StdinName = None,
    as_of: AsOf = None,
    file_dates: FileDates = False,
) -> None:
    """Print who says what: every claim read from the articles, with its place and value.

    With --why A B, print instead how the checks compared two claims. A place is DOCUMENT:LINE:COLUMN, as the reports
    print it, or DOCUMENT:"WORDS".
    """
    from auditor.audit import examine
    from auditor.reports.claims import WRITERS

    if format not in WRITERS:
        from auditor.catalogue import unknown

        _usage(unknown("format for claims", format, WRITERS))
    wanted = _kinds(kind or [])
    day = _day(as_of)
    reading = _read(paths, stdin_filename, file_dates)
    examined = [examine(document, (), day) for document in reading.documents]
    problems = [*reading.problems, *(problem for _, outcome in examined for problem in outcome.problems)]
    if why:
        _explain_pair([article for article, _ in examined], *why)
        _complain(problems)
        raise typer.Exit(TROUBLE if problems else OK)
    try:
        WRITERS[format]([_only(article, wanted) for article, _ in examined], output, _width())
    except (OSError, ValueError, ImportError) as error:
        print(f"auditor: claims cannot be written: {error}", file=sys.stderr)
        raise typer.Exit(TROUBLE) from error
    _complain(problems)
    raise typer.Exit(TROUBLE if problems or not examined else OK)


def _kinds(given: Sequence[str]) -> frozenset[str]:
    """The kinds asked for, all of them where none is."""
    from auditor.catalogue import unknown

    for name in given:
        if name not in KINDS:
            _usage(unknown("kind of claim", name, KINDS))
    return frozenset(given or KINDS)


def _only(article: Article, kinds: frozenset[str]) -> Article:
    return replace(article, claims=tuple(claim for claim in article.claims if claim.kind in kinds))


@app.command()
def clean(
    paths: Paths,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be removed, and why (the default).")] = False,
    write: Annotated[
        bool, typer.Option("--write", help="Clean the files in place; a patch beside each leads back.")
    ] = False,
    output: Annotated[
        str | None, typer.Option("--output", metavar="DIR", help="Write the cleaned texts to a folder.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Put cleaned files back as they were, byte for byte.")] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Remove what is less sure, too: look at the diff first.")
    ] = False,
    stdin_filename: StdinName = None,
) -> None:
    """Take residue out of articles: a diff first, then in place or into a folder, and back again."""
    from auditor.cleaning.runs import Clash, clean_all, undo_all

    if sum((diff, write, output is not None, undo)) > 1:
        _usage("choose one of --diff, --write, --output and --undo.")
    if undo:
        restored, problems = undo_all(paths)
        for name in restored:
            print(f"put back {name}")
        _complain(problems)
        raise typer.Exit(TROUBLE if problems or not restored else OK)
    reading = _read(paths, stdin_filename, False)
    try:
        run = clean_all(reading.documents, write=write, output=output, unsafe=unsafe)
    except Clash as error:
        _usage(str(error))
    sys.stdout.writelines(run.told)
    problems = (*reading.problems, *run.problems)
    _complain(problems)
    if problems or not reading.documents:
        raise typer.Exit(TROUBLE)
    raise typer.Exit(FINDINGS if run.changed and not (write or output) else OK)


@app.command()
def checks() -> None:
    """List every check with its family, severity and question."""
    from auditor.catalogue import CatalogueError, load_checks

    try:
        known = load_checks()
    except CatalogueError as error:
        _usage(str(error))
    wide = max((len(one.id) for one in known), default=0)
    for family in sorted({one.family for one in known}):
        print(f"{family.value}")
        for one in known:
            if one.family == family:
                print(f"  {one.id:{wide}}  {one.severity.value:7}  {one.summary}")


@app.command()
def explain(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A check, as `auditor checks` lists it.")],
) -> None:
    """Explain one check: what it flags, why it matters, how to settle it, what it leaves alone, how often it is right."""
    from auditor.catalogue import CatalogueError, load_checks, unknown

    try:
        known = {one.id: one for one in load_checks()}
    except CatalogueError as error:
        _usage(str(error))
    if name not in known:
        _usage(unknown("check", name, known))
    print("\n".join(_explanation(known[name])))


def _explanation(one: Check) -> Iterable[str]:
    from auditor.measured import told

    yield f"# {one.id} ({one.family.value}, {one.severity.value}, since {one.since})"
    yield ""
    yield one.docs.strip()
    yield ""
    yield "## Measured"
    yield told(one.id)
    for title, examples in (("Flagged", one.flags), ("Left alone", one.leaves_alone)):
        yield ""
        yield f"## {title}"
        for shown in examples:
            yield ""
            yield f"{shown.name}:"
            yield from _shown(shown)


def _shown(shown: Example) -> Iterable[str]:
    for number, text in enumerate(shown.texts, 1):
        given = f" ({text.date})" if text.date else ""
        label = f"  text {number}{given}: " if len(shown.texts) > 1 or given else "  "
        for index, line in enumerate(text.text.strip().splitlines()):
            yield (label if index == 0 else " " * len(label)) + line
        for start, end in text.primary:
            yield f"{' ' * len(label)}-> {text.text[start:end]!r}"


def _explain_pair(articles: Sequence[Article], one: str, other: str) -> None:
    from auditor.catalogue import CatalogueError, load_checks
    from auditor.why import PlaceError, why

    try:
        lines = list(why(articles, load_checks(), one, other))
    except (PlaceError, CatalogueError) as error:
        _usage(str(error))
    print("\n".join(lines))


def _read(paths: Sequence[str], stdin_filename: str | None, file_dates: bool) -> Reading:
    from auditor.reading import read

    return read(paths, stdin=sys.stdin.buffer, stdin_filename=stdin_filename, file_dates=file_dates)


def _day(given: str | None) -> date | None:
    from datetime import date

    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        _usage(f"--as-of takes a day such as 2025-06-30, not {given!r}.")


def _outputs(given: Sequence[str]) -> list[tuple[str, str | None]]:
    """Format and path of every report asked for; the terminal's is added when nothing else goes to standard output."""
    from auditor.catalogue import format_names, unknown

    outputs: list[tuple[str, str | None]] = []
    for one in given:
        name, equals, path = one.partition("=")
        if name not in format_names():
            _usage(unknown("report format", name, format_names()))
        if equals and not path:
            _usage(f"--report {one} names no file: write --report {name}=PATH, or --report {name} for standard output.")
        outputs.append((name, None if path in ("", "-") else path))
    if all(path is not None for _, path in outputs):
        outputs.append(("terminal", None))
    return outputs


def _write(report: Report, name: str, path: str | None) -> bool:
    from auditor.catalogue import CatalogueError, load_format

    try:
        if path is None and name == "terminal":
            from auditor.reports.terminal import render

            sys.stdout.write(render(report, colour=_colour(), width=_width()))
            return True
        text = load_format(name)(report)
        if path is None:
            sys.stdout.write(text)
        else:
            Path(path).write_text(text, encoding="utf-8", newline="")
    except (OSError, CatalogueError) as error:
        print(f"auditor: the {name} report cannot be written: {error}", file=sys.stderr)
        return False
    return True


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns if sys.stdout.isatty() else DEFAULT_WIDTH


def _complain(problems: Iterable[Problem]) -> None:
    for problem in problems:
        where = ": ".join(part for part in (problem.document, problem.check and f"check {problem.check}") if part)
        print(f"auditor: {where}: {problem.error}" if where else f"auditor: {problem.error}", file=sys.stderr)


def _usage(message: str) -> NoReturn:
    print(f"auditor: {message}", file=sys.stderr)
    raise typer.Exit(TROUBLE)


def main() -> None:
    """Run the command; texts go out as UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
