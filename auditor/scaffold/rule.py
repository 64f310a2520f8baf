"""A new rule: its place in a file of rules, with an example that fails."""

from __future__ import annotations

from pathlib import Path

from auditor.grammar.rule import RuleError, read_rules
from auditor.scaffold.check import Started
from auditor.scaffold.files import InTheWay, filled, written


def new_rule(name: str, file: Path) -> Started:
    """Begin a rule in a file, at its end: the rules before it win. A file that is not there is made.

    Raises ``InTheWay`` where the file is none of rules or has one of the name, and ``OSError``.
    """
    if file.suffix != ".toml":
        raise InTheWay(
            f"{file} is no file of rules, whose names end in .toml, such as rules/times.toml of a language pack."
        )
    if not name.strip() or set(name) & set('"\\\n'):
        raise InTheWay(f"{name!r} cannot be the name of a rule: say in a few words what it finds.")
    try:
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        rules = read_rules(text, file.name, _any) if text else ()
    except (RuleError, UnicodeDecodeError) as error:
        raise InTheWay(f"{file} cannot be read: {error}. Mend it first.") from error
    begun = filled("rule", name=name)
    if name in {rule.name for rule in rules} and not text.endswith(f"\n{begun}"):
        raise InTheWay(f"There is a rule called {name!r} in {file} already. Take another name, or change that one.")
    head = text.removesuffix(f"\n{begun}").rstrip("\n") + "\n" if text else f'about = "{file.stem.capitalize()}"\n'
    # A rule that was begun just so is as asked for: a run that was cut off is finished by the next.
    files = written({}, {file: f"{head}\n{begun}"})
    return Started(
        files,
        (
            ("pytest tests/languages/test_rules.py -x", "fails until its example is found"),
            ("auditor rules", "lists it"),
        ),
    )


def _any(_: str) -> tuple[str, ...]:
    """A list of any name: patterns are read by tests, not here."""
    return ("word",)
