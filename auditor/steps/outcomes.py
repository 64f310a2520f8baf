"""What a step yields, and how what a check raises is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from auditor.check import Check
from auditor.model import (
    Comparison,
    Finding,
    Problem,
)
from auditor.salvage import salvaged, told


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one step yields: findings and comparisons, what went wrong, and the seconds it spent by stage."""

    findings: tuple[Finding, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    problems: tuple[Problem, ...] = ()
    spent: tuple[tuple[str, float], ...] = field(default=(), compare=False)


Part = TypeVar("Part")


def collected(
    check: Check,
    run: Callable[[Sequence[Part]], Iterable[Comparison | Finding]],
    parts: Sequence[Part],
    document_of: Callable[[Part], str],
) -> Outcome:
    """What a check yields of claims or articles; those on which it raises are left out, and the problem told."""
    found = salvaged(lambda kept: list(run(kept)), parts)
    problems = [Problem(told(error), document_of(part), check.id) for part, error in found.lost]
    if found.error is not None:
        problems.append(Problem(told(found.error), ", ".join(sorted({*map(document_of, parts)})), check.id))
    results = found.made or []
    return Outcome(
        tuple(result for result in results if isinstance(result, Finding)),
        tuple(result for result in results if isinstance(result, Comparison)),
        tuple(problems),
    )
