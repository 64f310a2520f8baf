"""Rules, and the files they stand in.

A file of rules (TOML) says what the rules are about, and holds them in the order in which they win over one another::

    about = "Days of the calendar"
    reason = "..."                            # why the rules are kept that no text of the development data needs

    [pieces]                                  # patterns that several rules use, as $day
    day = "NUMBER(1-31)"

    [[rule]]
    name = "day-month-year"
    pattern = "day:$day month:@months year:NUMBER(1000-2100)"
    makes = "day"                             # what the pack makes of a match; without it the words are taken, and nothing made
    with = { precision = "day" }              # what it is told beside the words
    loud = ["It sank on [[3 May 2024]]."]     # the words that its claims cover
    silent = ["It sank in May, 2024 times as fast."]
    reason = "..."                            # why it is kept, where no text of the development data needs it
    across = true                             # where its words may go over what looks like the end of a sentence
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from auditor.grammar.pattern import Lists, Pattern, PatternError, read_pattern

Maker = TypeVar("Maker")


class RuleError(ValueError):
    """A file of rules is not as it should be; the message names the file, the rule and the way out."""


@dataclass(frozen=True)
class Rule:
    """A rule: a pattern, what is made of its matches, and the examples that show what it finds and what it leaves alone.

    ``place`` is the file and line it stands in. ``makes`` names a maker of its pack; a rule without one (an *antipattern*)
    takes the words, so that no rule after it finds them, and makes nothing. ``across``: its words may go over the end of a
    sentence, or over a full stop that was taken for one.
    """

    name: str
    place: str
    written: str
    makes: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)
    loud: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    reason: str = ""
    across: bool = False
    pieces: Mapping[str, str] = field(default_factory=dict, repr=False)
    lists: Lists = field(default=dict[str, tuple[str, ...]]().__getitem__, repr=False)

    @cached_property
    def pattern(self) -> Pattern:
        """The pattern, made ready when first asked for. Raises ``RuleError``."""
        try:
            return read_pattern(self.written, self.lists, self.pieces)
        except PatternError as error:
            raise RuleError(f"{self.place}: rule {self.name!r}: {error}") from error

    def maker(self, makers: Mapping[str, Maker]) -> Maker:
        """Of what the pack's code can make, by name, what this makes. Raises ``RuleError`` where it names none of them."""
        if self.makes not in makers:
            raise RuleError(
                f"{self.place}: rule {self.name!r} makes {self.makes!r}; its pack makes {', '.join(sorted(makers))}"
            )
        return makers[self.makes]


_FIELDS = {
    "name": str,
    "pattern": str,
    "makes": str,
    "with": dict,
    "loud": list,
    "silent": list,
    "reason": str,
    "across": bool,
}
_NEEDED = ("name", "pattern", "loud")


def read_rules(text: str, file: str, lists: Lists) -> tuple[Rule, ...]:
    """The rules of a file, whose text is given, in their order.

    Raises ``RuleError`` where the file is no TOML, a field is missing, unknown or of another type, or a name is used twice.
    Patterns are read when they are first used, so that a start pays for none.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{file}: {error}") from error
    if unknown := sorted(table.keys() - {"about", "reason", "pieces", "rule"}):
        raise RuleError(f"{file}: {unknown[0]!r} is no part of a file of rules: about, reason, pieces and [[rule]] are")
    pieces = table.get("pieces", {})
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == "[[rule]]"]
    rules = tuple(
        _rule({"reason": table.get("reason", ""), **entry}, f"{file}:{line}", pieces, lists)
        for entry, line in zip(table.get("rule", ()), lines, strict=True)
    )
    names = [rule.name for rule in rules]
    for rule in rules:
        if names.count(rule.name) > 1:
            raise RuleError(f"{rule.place}: two rules are called {rule.name!r}")
    return rules


def _rule(entry: Mapping[str, Any], place: str, pieces: Mapping[str, str], lists: Lists) -> Rule:
    for problem in _problems(entry):
        raise RuleError(f"{place}: {problem}")
    return Rule(
        entry["name"],
        place,
        entry["pattern"],
        entry.get("makes", ""),
        entry.get("with", {}),
        tuple(entry["loud"]),
        tuple(entry.get("silent", ())),
        entry.get("reason", ""),
        entry.get("across", False),
        pieces,
        lists,
    )


def _problems(entry: Mapping[str, Any]) -> Iterator[str]:
    for name, value in entry.items():
        if name not in _FIELDS:
            yield f"{name!r} is no field of a rule: {', '.join(_FIELDS)} are"
        elif not isinstance(value, _FIELDS[name]):
            yield f"{name!r} must be a {_FIELDS[name].__name__}"
    for name in _NEEDED:
        if not entry.get(name):
            yield f"a rule needs {name!r}" + (": an example that it finds" if name == "loud" else "")
