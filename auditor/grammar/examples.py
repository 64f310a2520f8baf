"""The examples of rules: what is wrong with them, each with the rule and the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from auditor.grammar.rule import Rule
from auditor.grammar.trace import Made
from auditor.text.regex import regex

_MARK = regex(r"\[\[|\]\]")

Reading = Callable[[str], Sequence[Made]]
"""What the rules of a pack make of a text."""


def faults(rule: Rule, reading: Reading) -> Iterator[str]:
    """Where the rule does not do what its examples say: loud ones are found just where they are marked, silent ones not."""
    for shown in rule.loud:
        text, marked = _unmarked(shown)
        found = _places(rule, reading(text))
        if not marked:
            yield f"{rule.place}: rule {rule.name!r}: no words are marked with [[ ]] in {shown!r}"
        elif found != marked:
            unmade = "" if found or rule.makes else ": it says in no “makes” what it makes"
            yield f"{rule.place}: rule {rule.name!r} finds {_words(text, found)} in {shown!r}{unmade}"
    for shown in rule.silent:
        found = _places(rule, reading(shown))
        if found:
            yield f"{rule.place}: rule {rule.name!r} finds {_words(shown, found)} in {shown!r}, which it is to leave alone"


def _places(rule: Rule, made: Sequence[Made]) -> set[tuple[int, int]]:
    return {(one.claim.span.start, one.claim.span.end) for one in made if one.found.rule == rule}


def _words(text: str, places: set[tuple[int, int]]) -> str:
    return ", ".join(f"“{text[start:end]}”" for start, end in sorted(places)) or "nothing"


def _unmarked(shown: str) -> tuple[str, set[tuple[int, int]]]:
    """The text without its marks, and the places that they enclosed."""
    pieces = _MARK.split(shown)
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece))
    return "".join(pieces), {(ends[n], ends[n + 1]) for n in range(1, len(pieces), 2)}
