"""The commands that read articles: check, claims."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO, cast

import typer

from auditor.cli.shared import (
    FINDINGS,
    OK,
    TROUBLE,
    AsOf,
    BaselineFile,
    ConfigFile,
    DecisionsFile,
    EngineName,
    FactsFiles,
    FileDates,
    Isolated,
    Jobs,
    NoFacts,
    NoGitignore,
    Paths,
    StdinName,
    app,
    colour,
    complain,
    examples,
    parse_day,
    read_paths,
    say,
    spare,
    spare_links,
    tell,
    usage,
    width,
)
from auditor.cli.streams import unguarded

if TYPE_CHECKING:
    from datetime import date

    from auditor.catalogue import Render
    from auditor.check import Check
    from auditor.cli.runs import Effort, Setup
    from auditor.gate.baseline import Baseline
    from auditor.gate.revisions import Revision
    from auditor.model import Article, Report, Severity
    from auditor.reading import Reading
    from auditor.reports import Showing

FORMATS = "concise, csv, github, gitlab, html, json, json@1, junit, markdown, parquet, sarif, terminal, xlsx"
"""The formats that come with the tool, as the help names them: looking them up would cost every start."""

_Made = str | bytes | Mapping[str, bytes] | Iterator[str]
"""What a report is made into: text, the bytes of a file, or those of the files of a folder by their names."""

KINDS = ("date", "time", "duration", "set", "quantity", "quotation", "office", "age", "stance", "event")
"""The kinds of claim, as ``ClaimKind`` has them: making all nouns would take a quarter of the time of ``--help``."""


@app.command(
    epilog=examples(
        "auditor check seeds --report html=report.html",
        "auditor check new.txt --baseline known.ndjson --report github",
        "auditor check articles --diff-base origin/main --fail-on warning",
        "auditor check a.txt b.txt --select conflict --full",
    )
)
def check(
    paths: Paths,
    report: Annotated[
        list[str] | None,
        typer.Option(
            "--report",
            metavar="FORMAT[=PATH]",
            help=f"{FORMATS}; may be repeated. html=FOLDER/ makes a page of each article.",
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="SEVERITY",
            help="Exit with 1 on points of this severity or more: error (the default), warning, note, or none: never.",
        ),
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="NAME", help="Only this check or family; may be repeated.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="NAME", help="Not this check or family; may be repeated.")
    ] = None,
    baseline: BaselineFile = None,
    diff_base: Annotated[
        str | None,
        typer.Option("--diff-base", metavar="REV", help="What is found in this revision of git is known before."),
    ] = None,
    decisions: DecisionsFile = None,
    quotation_style: Annotated[
        str | None,
        typer.Option(
            "--quotation-style",
            metavar="STYLE",
            help="The style book that says which changes of a quotation are faults: ap, reuters, guardian; else neutral.",
        ),
    ] = None,
    full: Annotated[
        bool,
        typer.Option(
            "--full",
            help="In the terminal, show the places of every point, the articles, what agrees, what was not compared.",
        ),
    ] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each check.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print no report but those asked for, and no notices.")
    ] = False,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="INDEX",
            help="An index of an archive: its articles on the same stories are compared, too.",
        ),
    ] = None,
    facts: FactsFiles = None,
    no_facts: NoFacts = False,
    jobs: Jobs = 1,
    engine: EngineName = "local",
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Neither use nor fill the cache.")] = False,
    cache_dir: Annotated[
        str | None,
        typer.Option("--cache-dir", metavar="DIR", envvar="AUDITOR_CACHE_DIR", help="Where the cache lies."),
    ] = None,
    timing: Annotated[bool, typer.Option("--timing", help="Say on standard error where the time went.")] = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
    no_gitignore: NoGitignore = False,
    stdin_filename: StdinName = None,
    as_of: AsOf = None,
    file_dates: FileDates = False,
) -> None:
    """Report where the articles disagree.

    And what in each cannot be relied on as it stands: quotations that were altered or cannot be traced, lines that are no
    part of the article, copies that pass for independent reports.
    """
    from auditor.catalogue import format_problems
    from auditor.cli.runs import Effort, audited_places, base_of, carrier_of, gone_from, run, set_up, with_facts
    from auditor.cli.trust import Trust
    from auditor.reports import Showing

    outputs = _outputs(report or [], quiet, isolated)
    day = parse_day(as_of)
    if baseline is not None and diff_base is not None:
        usage("choose one of --baseline and --diff-base.")
    with base_of(paths, diff_base) as base, carrier_of(engine, jobs) as carrier:
        trust = Trust(config, isolated, not no_gitignore, base)
        setup = set_up(paths, select or [], ignore or [], decisions, quotation_style, trust)
        gated = diff_base is not None or bool(baseline or setup.config.baseline)
        setup = with_facts(setup, facts or (), none=no_facts, gated=gated)
        failing = _failing(fail_on or setup.config.fail_on)
        cache, index = None if no_cache else _cache(cache_dir), Path(against) if against else None
        effort = Effort(carrier, cache, index, not quiet, audited_places(paths))
        before = _before(paths, setup, baseline, day, effort)
        touched = _touched(
            base,
            (config, decisions, against, setup.config.decisions, setup.config.baseline, *(facts or setup.config.facts)),
        )
        with effort.clock.stage("reading"):
            reading = read_paths(paths, stdin_filename, file_dates, trust)
        gone = gone_from(paths, before, reading, base)
        used = (setup.config.origin, baseline or setup.config.baseline, setup.decisions_file, against, *(facts or ()))
        spare(reading, [path for _, path in outputs if path is not None], filter(None, used))
        result = replace(run(reading, setup, before, day, effort, gone), touched=touched, failing=failing)
    with effort.clock.stage("reports"):
        whole = _write_all(result, outputs, isolated, Showing(full, paths=tuple(paths)))
    doubled = format_problems({name for name, _ in outputs}, isolated=isolated)
    if timing:
        print(effort.clock.told(), file=sys.stderr)
    if statistics:
        to_stdout = all(path is not None or name == "terminal" for name, path in outputs)
        _count(result, sys.stdout if to_stdout else sys.stderr)
    complain((*result.problems, *doubled))
    if result.problems or doubled or not result.articles or not whole:
        raise typer.Exit(TROUBLE)
    raise typer.Exit(FINDINGS if result.fails else OK)


def _cache(folder: str | None) -> Path:
    """The folder of the cache: the one given, else the user's."""
    if folder:
        return Path(folder)
    from platformdirs import user_cache_path

    return user_cache_path("auditor") / "facts"


def _failing(given: str) -> Severity | None:
    """The severity from which findings fail the gate, ``None`` for never; leaves with bad usage where it names none."""
    from auditor.catalogue import unknown
    from auditor.config import FAIL_ON, NEVER
    from auditor.model import Severity

    if given not in FAIL_ON:
        usage(unknown("severity for --fail-on", given, FAIL_ON))
    return None if given == NEVER else Severity(given)


def _before(
    paths: Sequence[str], setup: Setup, baseline: str | None, day: date | None, effort: Effort
) -> Baseline | None:
    """What was known before, ``None`` where nothing says what was."""
    from auditor.cli.runs import known_at
    from auditor.gate.baseline import read_baseline
    from auditor.gate.ledgers import LedgerError

    if setup.trust.base is not None:
        return known_at(paths, setup.trust.base, setup, day, effort)
    file = baseline or setup.config.baseline
    try:
        return read_baseline(file) if file else None
    except LedgerError as error:
        usage(str(error))


def _touched(base: Revision | None, named: Iterable[str | None]) -> tuple[str, ...]:
    """The files that have a say in the gate and are not as in the revision compared with."""
    from auditor.gate.judges import touched

    return touched(base.root, base.tree, [base.inside(one) for one in named if one]) if base else ()


def _count(report: Report, stream: TextIO) -> None:
    """Print how many findings each check has, and how many of them count."""
    from collections import Counter

    found = Counter(finding.check for finding in report.findings)
    counting = Counter(finding.check for finding in report.findings if finding.counts)
    wide = max(map(len, found), default=0)
    for name, number in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        settled = f"  ({number - counting[name]:,} known or dismissed)" if counting[name] < number else ""
        print(f"{name:{wide}}  {number:>6,}{settled}", file=stream)


@app.command(
    epilog=examples(
        "auditor claims seeds",
        "auditor claims seeds --kind quotation --format csv --output quotations.csv",
        "auditor claims a.txt b.txt --why a.txt:3:14 'b.txt:\"12 people\"'",
        "auditor claims a.txt --rule 'a.txt:\"the third fire\"'",
    )
)
def claims(
    paths: Paths,
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="table, jsonl, csv or parquet (with --output).")
    ] = "table",
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help=f"Only this kind of claim; may be repeated: {', '.join(KINDS)}."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", metavar="PATH", help="Write to a file; Parquet to a FOLDER/, too: a file for each file of rows."
        ),
    ] = None,
    why: Annotated[
        tuple[str, str] | None,
        typer.Option("--why", metavar="A B", help="Say why the claims at two places were or were not compared."),
    ] = None,
    rule: Annotated[
        str | None,
        typer.Option("--rule", metavar="PLACE", help="Say which rule made the claims at a place."),
    ] = None,
    jobs: Jobs = 1,
    engine: EngineName = "local",
    stdin_filename: StdinName = None,
    as_of: AsOf = None,
    file_dates: FileDates = False,
) -> None:
    """Print who says what: every claim with its place and value.

    With --why A B, print instead how the checks compared two claims; with --rule PLACE, which rule made a claim, and of
    which words. A place is DOCUMENT:LINE:COLUMN, with the id or the short name of the document as reports print it, or
    DOCUMENT:"WORDS"; of one document LINE:COLUMN or the words are enough.
    """
    from functools import partial

    from auditor.catalogue import CatalogueError, catalogue, residue_catalogue
    from auditor.cli.runs import carrier_of
    from auditor.languages.installed import packs
    from auditor.reports.claims import WRITERS
    from auditor.steps.map import DocumentTask, Means, read_out
    from auditor.unread import unread

    if format not in WRITERS:
        from auditor.catalogue import unknown

        usage(unknown("format for claims", format, WRITERS))
    if format == "parquet" and output is None:
        usage("Parquet is no text: name a file with --output.")
    wanted = _kinds(kind or [])
    day = parse_day(as_of)
    if output and format == "parquet" and _is_folder(output) and not (why or rule):
        raise typer.Exit(_claims_in_parts(paths, output, wanted, day, jobs, engine))
    reading = read_paths(paths, stdin_filename, file_dates)
    if output:
        spare_links(output)
    spare(reading, [output] if output else [])
    try:
        languages = packs()
    except CatalogueError as error:
        usage(str(error))
    found = catalogue() if why else residue_catalogue()
    means = Means.of((), day, languages, found.classes)
    with carrier_of(engine, jobs) as carrier:
        tasks = [DocumentTask(document, ()) for document in reading.documents]
        examined = list(carrier(partial(read_out, means), tasks))
    # A pack that cannot be used is a problem of every article that asked for it, and told once.
    met = dict.fromkeys(problem for _, outcome in examined for problem in outcome.problems)
    problems = [*found.problems, *reading.problems, *met]
    if why or rule:
        read = [article for article, _ in examined]
        if why:
            _explain_pair(read, found.checks, *why)
        if rule:
            _tell_rule(read, rule, day)
        complain(problems)
        raise typer.Exit(TROUBLE if problems else OK)
    try:
        made = WRITERS[format]([_only(article, wanted) for article, _ in examined], width(), colour() and not output)
    except ImportError as error:
        usage(f"claims cannot be written: {error}")
    written = _put("claims", made, output)
    for told in unread(article for article, _ in examined):
        tell(told)
    complain(problems)
    raise typer.Exit(TROUBLE if problems or not examined or not written else OK)


def _claims_in_parts(
    paths: Sequence[str], folder: str, wanted: frozenset[str], day: date | None, jobs: int, engine: str
) -> int:
    """Write the claims of each file of rows to a file of its own, unless it is there already; the exit status."""
    from functools import partial

    from auditor.catalogue import CatalogueError, residue_catalogue
    from auditor.cli.parts import made, parts
    from auditor.cli.runs import carrier_of
    from auditor.languages.installed import packs
    from auditor.reports.claims import parquet
    from auditor.steps.map import DocumentTask, Means, read_out
    from auditor.store.files import why
    from auditor.store.provenance import made_by

    found = residue_catalogue()
    try:
        means = Means.of((), day, packs(), found.classes)
    except CatalogueError as error:
        usage(str(error))
    listed, unread = parts(paths, folder)
    problems = [*found.problems, *unread]
    settings = made_by("claims", day, means.languages, means.classes.names, sorted(wanted))

    def claims_of(reading: Reading) -> bytes:
        tasks = [DocumentTask(document, ()) for document in reading.documents]
        read = list(carrier(partial(read_out, means), tasks))
        problems.extend(problem for _, outcome in read for problem in outcome.problems)
        return parquet([_only(article, wanted) for article, _ in read], width(), False)

    written = 0
    with carrier_of(engine, jobs) as carrier:
        for part in listed:
            spare_links(part.target)
            try:
                new = made(part, settings, claims_of)
            except ImportError as error:
                usage(
                    f"claims cannot be written: Parquet needs pyarrow ({error}): pip install 'source-auditor[parquet]'."
                )
            except OSError as error:
                usage(f"claims cannot be written to {part.target}: {why(error)}")
            if new is not None:
                written += 1
                problems.extend(new)
    say(f"{folder}: {written:,} parts written, {len(listed) - written:,} were there")
    complain(dict.fromkeys(problems))
    return TROUBLE if problems or not listed else OK


def _kinds(given: Sequence[str]) -> frozenset[str]:
    """The kinds asked for, all of them where none is."""
    from auditor.catalogue import unknown

    for name in given:
        if name not in KINDS:
            usage(unknown("kind of claim", name, KINDS))
    return frozenset(given or KINDS)


def _only(article: Article, kinds: frozenset[str]) -> Article:
    return replace(article, claims=tuple(claim for claim in article.claims if claim.kind in kinds))


def _explain_pair(articles: Sequence[Article], checks: Sequence[Check], one: str, other: str) -> None:
    from auditor.why import PlaceError, why

    try:
        lines = list(why(articles, checks, one, other))
    except PlaceError as error:
        usage(str(error))
    print("\n".join(lines))


def _tell_rule(articles: Sequence[Article], place: str, as_of: date | None) -> None:
    from auditor.which_rule import which_rule
    from auditor.why import PlaceError

    try:
        lines = list(which_rule(articles, place, as_of))
    except PlaceError as error:
        usage(str(error))
    print("\n".join(lines))


def _outputs(given: Sequence[str], quiet: bool, isolated: bool = False) -> list[tuple[str, str | None]]:
    """Format and path of every report asked for; the terminal's is added when nothing else goes to standard output, unless ``quiet``."""
    from collections import Counter

    from auditor.catalogue import CatalogueError, format_names, load_format, unknown

    outputs: list[tuple[str, str | None]] = []
    for one in given:
        name, equals, path = one.partition("=")
        if name not in format_names(isolated=isolated):
            usage(unknown("report format", name, format_names(isolated=isolated)))
        if equals and not path:
            usage(f"--report {one} names no file: write --report {name}=PATH, or --report {name} for standard output.")
        outputs.append((name, None if path in ("", "-") else path))
        try:
            _writable(name, load_format(name, isolated=isolated), outputs[-1][1])
        except CatalogueError as error:
            usage(str(error))
    files = [path for _, path in outputs if path is not None]
    for path, number in Counter(map(os.path.realpath, files)).items():
        if number > 1 and (os.path.isfile(path) or not os.path.exists(path)):  # a device takes any number
            usage(f"{number} reports cannot go to one file, {path}: give each its own.")
    for path in files:
        spare_links(path)
    shown = [name for name, path in outputs if path is None]
    if len(shown) > 1:
        usage(f"only one report can go to standard output, not {' and '.join(shown)}: give the others a file (=PATH).")
    if not quiet and all(path is not None for _, path in outputs):
        outputs.append(("terminal", None))
    return outputs


def _writable(name: str, render: Render, path: str | None) -> None:
    """Leave with bad usage where a format cannot go where it is to, or the package that writes it is missing."""
    from importlib.util import find_spec

    from auditor.reports import Binary, Foldered

    if path is not None and _is_folder(path) and not isinstance(render, Foldered):
        usage(f"{path} is a folder, and the {name} report is one file: write --report {name}=FILE.")
    if not isinstance(render, Binary):
        return
    if path is None:
        usage(f"the {name} report goes to a file: write --report {name}=PATH.")
    if find_spec(render.needs) is None:
        usage(f"the {name} report needs {render.needs}: pip install 'source-auditor[{render.extra}]'.")


def _write_all(report: Report, outputs: Sequence[tuple[str, str | None]], isolated: bool, showing: Showing) -> bool:
    """Write the reports, that on standard output last, since it says where the others are; whether all could be written."""
    files = [(name, path) for name, path in outputs if path is not None]
    written = [(name, path) for name, path in files if _write(report, name, path, isolated, showing)]
    here = replace(showing, width=width(), colour=colour(), written=tuple(written))
    printed = [_write(report, name, path, isolated, here) for name, path in outputs if path is None]
    return len(written) == len(files) and all(printed)


def _write(report: Report, name: str, path: str | None, isolated: bool, showing: Showing) -> bool:
    """Write a report as it is to be shown; whether it could be written."""
    from auditor.catalogue import load_format
    from auditor.reports import Fitted, Foldered, Piecewise

    try:
        render = load_format(name, isolated=isolated)
        made: _Made
        if isinstance(render, Foldered) and path is not None and _is_folder(path):
            made = {file: text.encode() for file, text in render.files(report, showing).items()}
        elif isinstance(render, Piecewise):
            made = render.pieces(report)
        else:
            made = render(report, showing) if isinstance(render, Fitted) else render(report)
    except Exception as error:  # noqa: BLE001 - told, with status 2: one format must not take the others down
        return _failed(name, error)
    try:
        return _put(f"the {name} report", made, path)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - in a piece that was made as it was written
        return _failed(name, error)


def _failed(name: str, error: Exception) -> bool:
    if sys.flags.dev_mode:
        raise error
    tell(f"the {name} report cannot be written: {error or type(error).__name__}")
    return False


def _is_folder(path: str) -> bool:
    return path.endswith(("/", os.sep)) or os.path.isdir(path)


def _put(what: str, made: _Made, path: str | None) -> bool:
    """Write what was made to a file, whole or not at all, to a folder, or to standard output; whether it could be written."""
    from auditor.store.files import why, write, write_folder, write_pieces

    try:
        if path is None:
            unguarded(sys.stdout).writelines([made] if isinstance(made, str) else cast(Iterator[str], made))
        elif isinstance(made, Mapping):
            write_folder(Path(path), made)
        elif isinstance(made, Iterator):
            write_pieces(Path(path), (piece.encode() for piece in made))
        else:
            write(Path(path), made.encode() if isinstance(made, str) else made)
    except OSError as error:
        if path is None:
            raise
        tell(f"{what} cannot be written to {path}: {why(error)}")
        return False
    return True
