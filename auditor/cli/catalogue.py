"""The commands about the checks themselves: checks, explain."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.shared import DecisionsFile, app, usage

if TYPE_CHECKING:
    from auditor.check import Check, Example


@app.command()
def checks(
    precision: Annotated[
        bool, typer.Option("--precision", help="Show how often each check was right, where measured and where decided.")
    ] = False,
    decisions: DecisionsFile = None,
) -> None:
    """List every check with its family, severity and question."""
    from auditor.catalogue import CatalogueError, load_checks

    try:
        known = load_checks()
    except CatalogueError as error:
        usage(str(error))
    told = _precision(known, decisions) if precision else {one.id: one.summary for one in known}
    wide = max((len(one.id) for one in known), default=0)
    for family in sorted({one.family for one in known}):
        print(f"{family.value}")
        for one in known:
            if one.family == family:
                print(f"  {one.id:{wide}}  {one.severity.value:7}  {told[one.id]}")


def _precision(known: Iterable[Check], file: str | None) -> dict[str, str]:
    """By check how many of its findings were right: where it was measured, and in the decisions of a file."""
    from auditor.cli.runs import config_for, decisions_file
    from auditor.decisions import read_decisions, tally
    from auditor.ledgers import LedgerError
    from auditor.measured import figures

    try:
        decided = tally(read_decisions(decisions_file(["."], config_for(["."]), file)).values())
    except LedgerError as error:
        usage(str(error))
    measured = figures()["checks"]
    return {
        one.id: f"measured: {_right(measured.get(one.id, {}).get('right', 0), measured.get(one.id, {}).get('findings', 0))}"
        f"; decided: {_right(*decided.get(one.id, (0, 0)))}"
        for one in known
    }


def _right(right: int, number: int) -> str:
    return f"{right} of {number} right ({right / number:.0%})" if number else "none"


@app.command()
def explain(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A check, as `auditor checks` lists it.")],
) -> None:
    """Explain one check: what it flags, why it matters, how to settle it, what it leaves alone, how often it is right."""
    from auditor.catalogue import CatalogueError, load_checks, unknown

    try:
        known = {one.id: one for one in load_checks()}
    except CatalogueError as error:
        usage(str(error))
    if name not in known:
        usage(unknown("check", name, known))
    print("\n".join(_explanation(known[name])))


def _explanation(one: Check) -> Iterable[str]:
    from auditor import house_styles
    from auditor.measured import told

    yield f"# {one.id} ({one.family.value}, {one.severity.value}, since {one.since})"
    yield ""
    yield one.docs.strip()
    yield ""
    yield "## Measured"
    yield told(one.id)
    if styles := house_styles.told(one.id):
        yield ""
        yield "## House styles"
        yield styles
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
