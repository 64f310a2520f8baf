"""Which rule made a claim: remembered while somebody asks, and else not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from auditor.grammar.grammar import Found
from auditor.model import Claim


@dataclass(frozen=True)
class Made:
    """A claim and what a rule found that it was made of."""

    claim: Claim
    found: Found


_made: ContextVar[list[Made] | None] = ContextVar("made", default=None)


@contextmanager
def traced() -> Iterator[list[Made]]:
    """What rules make while this lasts, in the order in which they make it."""
    made: list[Made] = []
    token = _made.set(made)
    try:
        yield made
    finally:
        _made.reset(token)


def note(claim: Claim, found: Found) -> Claim:
    """The claim; where somebody asks, it is remembered which rule made it."""
    made = _made.get()
    if made is not None:
        made.append(Made(claim, found))
    return claim


def told(made: Made) -> Iterator[str]:
    """The rule in lines, and below it the words of each of its named elements."""
    rule, found = made.found.rule, made.found
    yield f"rule {rule.name} ({rule.place})"
    yield f"  pattern  {' '.join(rule.written.split())}"
    yield f"  found    “{found.match.group()}”"
    for name in found.names:
        yield f"    {name:8} “{found[name]}”"
    yield f"  claim    {made.claim.kind.value} “{made.claim.span.text}”"
