"""Comparisons settled: of two claims that met in several ways the verdict that says most.

A story brings dozens of comparisons for each of its articles. What comes of it is kept as it comes, in memory or in a file, and
read again when somebody goes through the comparisons. An article is in one story only, so no two stories have the same pair.
"""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from dataclasses import replace

from auditor.model import Comparison, Span, Verdict
from auditor.settled import Settled
from auditor.steps.outcomes import Outcome

_PREFERENCE = (Verdict.CONFLICT, Verdict.AGREE, Verdict.COMPATIBLE, Verdict.NOT_COMPARABLE)
"""Where two claims meet under several keys, the verdict that says most is kept."""


def settled(compared: Iterable[Outcome], kept: MutableMapping[str, Outcome]) -> Settled:
    """The comparisons of stories; what came of each, with its comparisons settled, is put into ``kept``, an empty mapping."""
    number = 0
    for story, outcome in enumerate(compared):
        comparisons = _each_once(outcome.comparisons)
        kept[str(story)] = replace(outcome, comparisons=comparisons, spent=())
        number += len(comparisons)
    return Settled(kept, number)


def _each_once(comparisons: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """One comparison a pair of claims and check, in total order."""
    best: dict[tuple[str, Span, Span], Comparison] = {}
    for one in sorted(comparisons, key=lambda one: (_PREFERENCE.index(one.verdict), one.order), reverse=True):
        best[one.check, one.left.span, one.right.span] = one
    return tuple(sorted(best.values(), key=lambda one: one.order))
