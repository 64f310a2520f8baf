"""The commands of the gate: baseline, decide, triage."""

from __future__ import annotations

import sys
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
    examples,
    parse_day,
    read_paths,
    say,
    spare_links,
    usage,
    width,
)
from auditor.cli.streams import unguarded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.gate.triage import Answer
    from auditor.model import Decision, Finding, Report

_SHORTEST = 6
"""Digits of an id that name it, where no other begins with them."""

Author = Annotated[str, typer.Option("--author", metavar="NAME", help="Who decides.")]


@app.command(epilog=examples("auditor baseline articles", "auditor baseline articles --prune"))
def baseline(
    paths: Paths,
    baseline: BaselineFile = None,
    prune: Annotated[bool, typer.Option("--prune", help="Forget what is no longer found at PATH.")] = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
    no_gitignore: NoGitignore = False,
    as_of: AsOf = None,
) -> None:
    """Make or update the file of known findings.

    With it, `check --baseline` speaks only of what is new.
    """
    from auditor.cli.runs import run, set_up, with_facts
    from auditor.cli.trust import Trust
    from auditor.gate.baseline import Baseline, baseline_of, read_baseline, write_baseline
    from auditor.gate.judges import BASELINE
    from auditor.gate.ledgers import LedgerError
    from auditor.store.files import alone

    day = parse_day(as_of)
    trust = Trust(config, isolated, not no_gitignore)
    setup = with_facts(set_up(paths, trust=trust), gated=True)
    file = baseline or setup.config.baseline or BASELINE
    spare_links(file)
    report = run(read_paths(paths, None, False, trust), setup, as_of=day)
    complain(report.problems)
    if report.problems and prune:
        usage(f"{file} was left as it is: --prune would forget findings of what could not be read.")
    now = baseline_of(report.documents.values(), report.findings)
    try:
        with alone(file):
            before = read_baseline(file) if Path(file).exists() else Baseline({})
            write_baseline(file, now if prune else before.joined(now))
    except LedgerError as error:
        usage(str(error))
    gone = len(before.findings.keys() - now.findings.keys())
    vanished = f"{gone:,} no longer found ({'forgotten' if prune else 'kept: --prune forgets them'})"
    added = len(now.findings.keys() - before.findings.keys())
    say(f"{file}: {len(now.findings):,} known, {added:,} of them added, {vanished}")
    raise typer.Exit(TROUBLE if report.problems else OK)


@app.command(
    epilog=examples(
        "auditor decide 844e2e00f54c675e articles --dismiss --reason 'two spokesmen'",
        "auditor decide e60de81a677a articles --confirm",
    )
)
def decide(
    name: Annotated[
        str,
        typer.Argument(metavar="ID", help="Of a point or a finding, as the reports print it, or how it begins."),
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
    """Put down what a person decided on a point or a finding.

    A decision on a point is one on each of its findings.
    """
    from auditor.cli.runs import run, set_up, with_facts
    from auditor.cli.trust import Trust
    from auditor.gate.baseline import known
    from auditor.model import Decision, Judgement

    if dismiss == confirm:
        usage("choose one of --dismiss and --confirm.")
    if dismiss and not reason.strip():
        usage("a dismissal needs a reason: --reason 'why it is none'.")
    last, day = parse_day(until, "--until"), parse_day(as_of)
    where = paths or ["."]
    setup = with_facts(set_up(where, decisions=decisions, trust=Trust(config)))
    spare_links(setup.decisions_file)
    report = run(read_paths(where, None, False), setup, as_of=day)
    findings = _named(name, report)
    judgement = Judgement.DISMISSED if dismiss else Judgement.CONFIRMED
    decided = {one.fingerprint: Decision(known(one), judgement, reason, author, last) for one in findings}
    _save(setup.decisions_file, decided)
    complain(report.problems)
    for one in findings:
        say(f"{setup.decisions_file}: {one.check} {one.fingerprint} {judgement.value}")
    raise typer.Exit(TROUBLE if report.problems else OK)


def _named(name: str, report: Report) -> Sequence[Finding]:
    """The findings of a point's id or of a fingerprint, or of how one begins; leaves with bad usage where there is not one."""
    from auditor.points import points

    wanted = name.lower()
    named = {
        **{point.id: point.findings for point in points(report)},
        **{finding.fingerprint: (finding,) for finding in report.findings},
    }
    found = [one for one in named if one.startswith(wanted)]
    if wanted in named:
        return named[wanted]
    if len(found) == 1 and len(wanted) >= _SHORTEST:
        return named[found[0]]
    complain(report.problems)
    told = f"no point and no finding has the id {name!r}. `auditor check --full` prints them; name the same paths here."
    return usage(f"{len(found):,} ids begin with {name!r}: give more digits." if found else told)


def _save(file: Path, decided: Mapping[str, Decision | None]) -> None:
    from auditor.gate.decisions import put_down
    from auditor.gate.ledgers import LedgerError

    try:
        put_down(file, decided)
    except LedgerError as error:
        usage(str(error))


@app.command(epilog=examples("auditor triage articles"))
def triage(
    paths: Paths,
    baseline: BaselineFile = None,
    decisions: DecisionsFile = None,
    author: Author = "",
    config: ConfigFile = None,
    as_of: AsOf = None,
) -> None:
    """Go through the findings that nobody has decided on.

    y confirms, n dismisses, s skips, u undoes, q leaves; every answer is put down at once.
    """
    from auditor.cli.runs import run, set_up, with_facts
    from auditor.cli.trust import Trust
    from auditor.gate.baseline import read_baseline
    from auditor.gate.ledgers import LedgerError
    from auditor.gate.triage import triage as walk
    from auditor.gate.triage import undecided
    from auditor.points import by_fingerprint, points

    day = parse_day(as_of)
    if "-" in paths:
        usage("triage reads the answers from standard input: save the article to a file.")
    setup = set_up(paths, decisions=decisions, trust=Trust(config))
    spare_links(setup.decisions_file)
    file = baseline or setup.config.baseline
    setup = with_facts(setup, gated=bool(file))
    try:
        before = read_baseline(file) if file else None
    except LedgerError as error:
        usage(str(error))
    report = run(read_paths(paths, None, False), setup, before, day)
    complain(report.problems)
    waiting = undecided(report.findings)
    point_of = by_fingerprint(points(report))
    decided = walk(
        waiting,
        setup.decisions,
        lambda number, finding: _ask(report, waiting, number, finding, point_of[finding.fingerprint].question),
        lambda name, decision: _save(setup.decisions_file, {name: decision}),
        author,
    )
    print(f"{len(decided):,} decided, {len(waiting) - len(decided):,} undecided")
    raise typer.Exit(TROUBLE if report.problems or not report.articles else OK)


def _ask(report: Report, waiting: Sequence[Finding], number: int, finding: Finding, question: str) -> Answer:
    """The answer to one finding of the point of a question, asked until there is one; the end of the input leaves."""
    from auditor.gate.triage import Answer, Reply
    from auditor.reports.terminal import render_finding

    print(f"\n{number + 1} of {len(waiting)}")
    shown = render_finding(report, finding, question=question, colour=colour(), width=width())
    unguarded(sys.stdout).write(shown)
    while True:
        given = _input("Is it one? [y]es, [n]o, [s]kip, [u]ndo, [q]uit: ")
        if given is None:
            return Answer(Reply.QUIT)
        word = given.strip().lower()[:1]
        if word not in list(Reply):
            continue
        if word != Reply.DISMISS:
            return Answer(Reply(word))
        reason = _input("Why not? ")
        if reason is None:
            return Answer(Reply.QUIT)
        if reason.strip():
            return Answer(Reply.DISMISS, reason.strip())
        print("A dismissal needs a reason.")


def _input(prompt: str) -> str | None:
    from rich.console import Console

    try:
        return Console(file=sys.stdout, highlight=False, markup=False).input(prompt, markup=False)
    except (EOFError, KeyboardInterrupt):
        print()
        return None
