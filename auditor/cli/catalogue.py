"""The commands about the checks and rules themselves: checks, explain, rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.shared import OK, TROUBLE, DecisionsFile, app, complain, examples, usage

if TYPE_CHECKING:
    from auditor.check import Check, Example
    from auditor.grammar.files import Grammars
    from auditor.grammar.rule import Rule


@app.command(epilog=examples("auditor checks", "auditor checks --precision"))
def checks(
    precision: Annotated[
        bool, typer.Option("--precision", help="Show how often each check was right, where measured and where decided.")
    ] = False,
    decisions: DecisionsFile = None,
) -> None:
    """List every check by family, and the report formats.

    A line says how grave a check's findings are and what it asks. What is installed and of no use is told on standard error, with status 2.
    """
    from auditor.catalogue import catalogue, format_names, format_problems

    found = catalogue()
    known = found.checks
    told = _precision(known, decisions) if precision else {one.id: one.summary for one in known}
    if precision:
        print(_MEASURED)
    wide = max((len(one.id) for one in known), default=0)
    for family in sorted({one.family for one in known}, key=lambda family: family.order):
        print(f"{family.value}")
        for one in known:
            if one.family == family:
                print(f"  {one.id:{wide}}  {one.severity.value:7}  {told[one.id]}")
    if not precision:
        print(f"report formats\n  {', '.join(format_names())}")
    problems = (*found.problems, *format_problems())
    complain(problems)
    raise typer.Exit(TROUBLE if problems else OK)


_MEASURED = """How many findings of each check were right: those that readers judged on development data, and those that a person
confirmed or dismissed here. "none" says that no finding was there to be judged, not that none was right.
"""


def _precision(known: Iterable[Check], file: str | None) -> dict[str, str]:
    """By check how many of its findings were right: where it was measured, and in the decisions of a file."""
    from auditor.cli.runs import config_for, decisions_file
    from auditor.gate.decisions import read_decisions, tally
    from auditor.gate.ledgers import LedgerError
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


@app.command(epilog=examples("auditor explain conflicting-date", "auditor explain quotation", "auditor explain point"))
def explain(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A check or family, as `auditor checks` lists it, or `point`.")
    ],
) -> None:
    """Explain a check, a family of checks, or what a point is.

    Of a check: what it flags, why it matters, how to settle it, what it leaves alone, and how often it is right.
    """
    from auditor.catalogue import catalogue, unknown

    found = catalogue()
    known = {one.id: one for one in found.checks}
    complain(found.problems)
    families = {one.family.value for one in known.values()}
    if name == POINT:
        print(_POINT, end="")
    elif name in families:
        print("\n".join(_family(name, [one for one in known.values() if one.family == name])))
    elif name in known:
        print("\n".join(_explanation(known[name])))
    elif any(problem.check == name for problem in found.problems):
        raise typer.Exit(TROUBLE)
    else:
        usage(unknown("check, family or word", name, {*known, *families, POINT}))


POINT = "point"
_POINT = """# point

What a reader decides about, once: a question with its subject, the answers that the articles give, who gives each of them,
and what would have to hold for all of them to be right. Findings of several checks and pairs of articles about one thing
are one point: those that share a place which answers the question, or one attribute of one subject that a check knows by name.

Sources: copies of one article count once, and so do stories that one agency gave several outlets.
How sure: an error is "sure", of such findings nine in ten were right where readers of real news judged them; a warning is
"likely", six in ten; a note is "less sure".
Its name is made of the question's kind and of the answers, so that another witness leaves it as it is. `auditor decide`
takes it for all findings of the point.
"""
_FAMILIES = {
    "conflict": "What two articles say, or one says twice, and what cannot both hold.",
    "quotation": "Whether words in quotation marks are whole, are somebody's, and can be traced.",
    "residue": "What stands in the text and is no part of the article; `auditor clean` takes it out.",
    "sourcing": "What speaks for or against relying on an article.",
    "reference": "What differs from a reference table.",
}


def _family(name: str, members: Iterable[Check]) -> Iterable[str]:
    """A family in a sentence, and its checks with what each asks."""
    yield f"# {name}"
    yield ""
    if name in _FAMILIES:
        yield _FAMILIES[name]
        yield ""
    yield from (f"{one.id} ({one.severity.value}): {one.summary}" for one in members)


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
    for title, cases in (("Flagged", one.flags), ("Left alone", one.leaves_alone)):
        yield ""
        yield f"## {title}"
        for shown in cases:
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


@app.command(epilog=examples("auditor rules", "auditor rules 'one of a row'"))
def rules(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="A rule, to show it with its examples.")] = "",
) -> None:
    """List the rules by which languages are read.

    With each stands the number of stories of real news that it was seen in; one that was seen in none says why it is kept. A language
    pack that is of no use is told on standard error, with status 2.
    """
    from auditor.catalogue import CatalogueError, unknown
    from auditor.grammar.rule import RuleError
    from auditor.languages.installed import packs

    try:
        found, problems = packs().loaded()
        every = [pack.grammars() for pack in found if pack.grammars]
        listed = [(grammars, *one) for grammars in every for one in grammars.rules()]
    except (CatalogueError, RuleError) as error:
        usage(str(error))
    complain(problems)
    chosen = [one for one in listed if name in ("", one[2].name)]
    if name and not chosen:
        usage(unknown("rule", name, {rule.name for _, _, rule in listed}))
    for grammars, grammar, rule in chosen:
        print("\n".join(_whole(rule) if name else [_line(grammars, grammar, rule)]))
    raise typer.Exit(TROUBLE if problems else OK)


def _line(grammars: Grammars, grammar: str, rule: Rule) -> str:
    stories = grammars.hits().get((grammar, rule.name), 0)
    return f"{grammars.language}  {rule.place:24}  {stories:4} stories  {rule.name}"


def _whole(rule: Rule) -> Iterable[str]:
    """The rule as it stands in its file, in words."""
    yield f"# {rule.name} ({rule.place})"
    yield f"pattern: {' '.join(rule.written.split())}"
    yield f"makes: {rule.makes or 'nothing: it keeps other rules from these words'}"
    if rule.reason:
        yield f"kept because: {rule.reason}"
    yield from (f"found: {shown}" for shown in rule.loud)
    yield from (f"left alone: {shown}" for shown in rule.silent)
