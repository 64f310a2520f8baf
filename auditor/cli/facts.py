"""The commands about tables of facts: facts check, test, add."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.shared import (
    FINDINGS,
    OK,
    TROUBLE,
    AsOf,
    FactsFiles,
    NoFacts,
    Paths,
    app,
    complain,
    examples,
    parse_day,
    read_paths,
    say,
    spare_links,
    usage,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.facts.rows import Row
    from auditor.facts.tables import Fault

facts = typer.Typer(help="Tables of dated facts that articles are held against.", no_args_is_help=True)
app.add_typer(facts, name="facts")


@facts.callback()
def _facts() -> None:
    pass


@facts.command(epilog=examples("auditor facts check newsroom.toml", "auditor facts check facts/"))
def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="TOML and CSV files, or folders of them.")],
) -> None:
    """Say what is wrong with tables: rows that are not whole, twice there, terms that overlap, names of two things."""
    from auditor.facts.faults import faults
    from auditor.facts.tables import read_tables

    read = read_tables(paths)
    found = faults(read)
    if not found:
        found = tuple(_unanswered(read.rows))
    for fault in found:
        say(str(fault))
    if any(not fault.line for fault in found):
        raise typer.Exit(TROUBLE)  # a file that cannot be read, or no table at all
    if not found:
        say(f"{len(read.rows):,} rows are in order.")
    raise typer.Exit(FINDINGS if found else OK)


def _unanswered(rows: Sequence[Row]) -> Iterator[Fault]:
    """The examples of topics of which the question is not asked as they say, each a fault."""
    from auditor.api import Settings, audit
    from auditor.facts.rows import Facts, Topic
    from auditor.facts.tables import Fault, shipped
    from auditor.reading import make_document

    known = Facts.of(rows).over(shipped())
    for topic in (one for one in rows if isinstance(one, Topic)):
        for number, (asks, texts) in enumerate(topic.examples, 1):
            documents = [
                make_document(f"{letter}.txt", text, group=topic.name)
                for letter, text in zip("abcdefgh", texts, strict=False)
            ]
            report = audit(documents, Settings(facts=known))
            asked = any(one.asked is not None and one.asked.question == topic.question for one in report.findings)
            if asked != asks:
                said = "is not asked" if asks else "is asked, and was not to be,"
                told = "; ".join(one.asked.question for one in report.findings if one.asked) or "nothing"
                yield Fault(
                    topic.origin.file,
                    topic.origin.line,
                    f"“{topic.question}” {said} of example {number}. Asked is: {told}",
                )


@facts.command("test", epilog=examples("auditor facts test articles", "auditor facts test a.txt --facts newsroom.toml"))
def ask(paths: Paths, tables: FactsFiles = None, no_shipped: NoFacts = False, as_of: AsOf = None) -> None:
    """Say what the tables confirm, contradict and do not know of the offices and events that articles tell of."""
    from auditor.cli.runs import facts_of
    from auditor.facts.answers import answers
    from auditor.steps.map import DocumentTask, Means, read_out

    known = facts_of(tables or (), shipped_too=not no_shipped)
    reading = read_paths(paths, None, False)
    means = Means.of((), parse_day(as_of), facts=known)
    problems = list(reading.problems)
    for document in reading.documents:
        article, outcome = read_out(means, DocumentTask(document, ()))
        problems += outcome.problems
        for answer in answers(article.claims, article.window, known):
            line = document.text.count("\n", 0, answer.claim.span.start) + 1
            say(f"{document.id}:{line}: {answer.standing}: {answer.told}")
    complain(problems)
    raise typer.Exit(TROUBLE if problems or not reading.documents else OK)


@facts.command(
    epilog=examples(
        "auditor facts add facts.toml --report report.json --point p-1a2b --source https://example.org/x --checked-on 2026-12-01 --set 'holder=Ann Lee' --set from=2024-10-01"
    )
)
def add(
    table: Annotated[
        str, typer.Argument(metavar="FILE", help="The TOML file that the row is put into; made where it is not there.")
    ],
    report: Annotated[str, typer.Option("--report", metavar="FILE", help="A JSON report.")],
    point: Annotated[str, typer.Option("--point", metavar="ID", help="The point of the report that the row settles.")],
    source: Annotated[str, typer.Option("--source", metavar="URL", help="The page that says so.")],
    checked_on: Annotated[str, typer.Option("--checked-on", metavar="DATE", help="The day on which it was looked up.")],
    field: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="NAME=VALUE", help="A field of the row, over what the point tells; may be repeated."
        ),
    ] = None,
) -> None:
    """Put a row into a table that answers a point of a report: an office with its holder, or an event with its day.

    The point tells the office or the event; what it cannot know is given with --set.
    """
    from auditor.facts.adding import Unknown, drafted, written
    from auditor.facts.faults import faults
    from auditor.facts.tables import read_toml
    from auditor.store.files import alone, why, write

    try:
        data = json.loads(Path(report).read_text(encoding="utf-8"))
    except OSError as error:
        usage(f"{report} cannot be read: {error.strerror}.")
    except ValueError:
        data = None
    if not isinstance(data, dict):
        usage(f"{report} is no JSON report. Write one with: auditor check ... --report json={report}")
    try:
        row = drafted(data, point, [*(field or ()), f"source={source}", f"checked-on={checked_on}"])
    except Unknown as error:
        usage(str(error))
    if Path(table).suffix.lower() != ".toml":
        usage(f"{table}: rows are added to a .toml file. Name one, which is made where it is not there.")
    spare_links(table)
    try:
        with alone(Path(table)):
            before = Path(table).read_bytes().decode("utf-8") if Path(table).exists() else ""
            held = read_toml(table, before.removeprefix("\ufeff")).rows
            if held and set(read_toml(table, written(row)).rows) & set(held):
                say(f"{table}: the row is there already")
                raise typer.Exit(OK)
            new = before + ("\n" if before else "") + written(row)
            wrong = faults(read_toml(table, new.removeprefix("\ufeff")))
            if wrong:
                usage(f"{table} was left as it was: {'; '.join(map(str, wrong))}")
            write(Path(table), new.encode())
    except UnicodeDecodeError:
        usage(f"{table} was left as it was: it is no UTF-8. Save it as UTF-8.")
    except OSError as error:
        usage(f"{table} was left as it was: {why(error)}")
    say(f"{table}: {written(row).splitlines()[0]} added")
