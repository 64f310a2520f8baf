"""The commands of the gate: baseline, decide, triage."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.shared import (
    OK,
    TROUBLE,
    AsOf,
    BaselineFile,
    ConfigFile,
    DecisionsFile,
    Isolated,
    NoGitignore,
    Paths,
    app,
    colour,
    complain,
    parse_day,
    read_paths,
    say,
    spare_links,
    usage,
    width,
)
from auditor.cli.streams import unguarded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.model import Decision, Finding, Report
    from auditor.triage import Answer

_SHORTEST = 6
"""Digits of a fingerprint that name it, where no other begins with them."""

Author = Annotated[str, typer.Option("--author", metavar="NAME", help="Who decides.")]


@app.command()
def baseline(
    paths: Paths,
    baseline: BaselineFile = None,
    prune: Annotated[bool, typer.Option("--prune", help="Forget what is no longer found at PATH.")] = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
    no_gitignore: NoGitignore = False,
    as_of: AsOf = None,
) -> None:
    """Make or update the file of known findings, so that `check --baseline` speaks only of what is new."""
    from auditor.baseline import by_fingerprint, read_baseline, write_baseline
    from auditor.cli.runs import run, set_up
    from auditor.cli.trust import Trust
    from auditor.files import alone
    from auditor.gate_files import BASELINE
    from auditor.ledgers import LedgerError

    day = parse_day(as_of)
    trust = Trust(config, isolated, not no_gitignore)
    setup = set_up(paths, trust=trust)
    file = baseline or setup.config.baseline or BASELINE
    spare_links(file)
    report = run(read_paths(paths, None, False, trust), setup, as_of=day)
    complain(report.problems)
    if report.problems and prune:
        usage(f"{file} was left as it is: --prune would forget findings of what could not be read.")
    found = by_fingerprint(report.findings)
    try:
        with alone(file):
            before = read_baseline(file) if Path(file).exists() else {}
            gone = [one for name, one in before.items() if name not in found]
            write_baseline(file, [*found.values(), *([] if prune else gone)])
    except LedgerError as error:
        usage(str(error))
    vanished = f"{len(gone):,} no longer found ({'forgotten' if prune else 'kept: --prune forgets them'})"
    say(f"{file}: {len(found):,} known, {len(found.keys() - before.keys()):,} of them added, {vanished}")
    raise typer.Exit(TROUBLE if report.problems else OK)


@app.command()
def decide(
    fingerprint: Annotated[
        str, typer.Argument(metavar="FINGERPRINT", help="Of a finding, as the reports print it, or how it begins.")
    ],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="The articles it is found in (default: this folder).")
    ] = None,
    dismiss: Annotated[bool, typer.Option("--dismiss", help="It is none: it counts no more.")] = False,
    confirm: Annotated[bool, typer.Option("--confirm", help="It is one: it still counts.")] = False,
    reason: Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why; a dismissal needs it.")] = "",
    author: Author = "",
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The last day it holds, judged by --as-of of a check.")
    ] = None,
    decisions: DecisionsFile = None,
    config: ConfigFile = None,
    as_of: AsOf = None,
) -> None:
    """Put down what a person decided on a finding, in a file beside the articles."""
    from auditor.baseline import known
    from auditor.cli.runs import run, set_up
    from auditor.cli.trust import Trust
    from auditor.model import Decision, Judgement

    if dismiss == confirm:
        usage("choose one of --dismiss and --confirm.")
    if dismiss and not reason.strip():
        usage("a dismissal needs a reason: --reason 'why it is none'.")
    last, day = parse_day(until, "--until"), parse_day(as_of)
    where = paths or ["."]
    setup = set_up(where, decisions=decisions, trust=Trust(config))
    spare_links(setup.decisions_file)
    report = run(read_paths(where, None, False), setup, as_of=day)
    finding = _named(fingerprint, report)
    judgement = Judgement.DISMISSED if dismiss else Judgement.CONFIRMED
    decision = Decision(known(finding), judgement, reason, author, last)
    _save(setup.decisions_file, finding.fingerprint, decision)
    complain(report.problems)
    say(f"{setup.decisions_file}: {finding.check} {finding.fingerprint} {judgement.value}")
    raise typer.Exit(TROUBLE if report.problems else OK)


def _named(fingerprint: str, report: Report) -> Finding:
    """The finding of a fingerprint, or of how it begins; leaves with bad usage where there is not one."""
    wanted = fingerprint.lower()
    found = [one for one in report.findings if one.fingerprint.startswith(wanted)]
    if len(found) == 1 and len(wanted) >= _SHORTEST:
        return found[0]
    complain(report.problems)
    told = f"no finding has the fingerprint {fingerprint!r}. `auditor check` prints them; name the same paths here."
    return usage(f"{len(found):,} fingerprints begin with {fingerprint!r}: give more digits." if found else told)


def _save(file: Path, fingerprint: str, decision: Decision | None) -> None:
    from auditor.decisions import put_down
    from auditor.ledgers import LedgerError

    try:
        put_down(file, fingerprint, decision)
    except LedgerError as error:
        usage(str(error))


@app.command()
def triage(
    paths: Paths,
    baseline: BaselineFile = None,
    decisions: DecisionsFile = None,
    author: Author = "",
    config: ConfigFile = None,
    as_of: AsOf = None,
) -> None:
    """Go through the findings nobody has decided on: y confirms, n dismisses, s skips, u undoes, q leaves."""
    from auditor.baseline import read_baseline
    from auditor.cli.runs import run, set_up
    from auditor.cli.trust import Trust
    from auditor.ledgers import LedgerError
    from auditor.triage import triage as walk
    from auditor.triage import undecided

    day = parse_day(as_of)
    if "-" in paths:
        usage("triage reads the answers from standard input: save the article to a file.")
    setup = set_up(paths, decisions=decisions, trust=Trust(config))
    spare_links(setup.decisions_file)
    file = baseline or setup.config.baseline
    try:
        before = read_baseline(file) if file else None
    except LedgerError as error:
        usage(str(error))
    report = run(read_paths(paths, None, False), setup, before, day)
    complain(report.problems)
    waiting = undecided(report.findings)
    decided = walk(
        waiting,
        setup.decisions,
        lambda number, finding: _ask(report, waiting, number, finding),
        partial(_save, setup.decisions_file),
        author,
    )
    print(f"{len(decided):,} decided, {len(waiting) - len(decided):,} undecided")
    raise typer.Exit(TROUBLE if report.problems or not report.articles else OK)


def _ask(report: Report, waiting: Sequence[Finding], number: int, finding: Finding) -> Answer:
    """The answer to one finding, asked until there is one; the end of the input leaves."""
    from auditor.reports.terminal import render_finding
    from auditor.triage import Answer, Word

    print(f"\n{number + 1} of {len(waiting)}")
    unguarded(sys.stdout).write(render_finding(report, finding, colour=colour(), width=width()))
    while True:
        given = _input("Is it one? [y]es, [n]o, [s]kip, [u]ndo, [q]uit: ")
        if given is None:
            return Answer(Word.QUIT)
        word = given.strip().lower()[:1]
        if word not in list(Word):
            continue
        if word != Word.DISMISS:
            return Answer(Word(word))
        reason = _input("Why not? ")
        if reason is None:
            return Answer(Word.QUIT)
        if reason.strip():
            return Answer(Word.DISMISS, reason.strip())
        print("A dismissal needs a reason.")


def _input(prompt: str) -> str | None:
    from rich.console import Console

    try:
        return Console(file=sys.stdout, highlight=False, markup=False).input(prompt, markup=False)
    except (EOFError, KeyboardInterrupt):
        print()
        return None
