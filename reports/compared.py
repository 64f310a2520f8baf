"""What was compared and is no difference: for each outcome and reason one example, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model import Comparison, Report, Verdict


@dataclass(frozen=True, slots=True)
class Alike:
    """Comparisons with one outcome for one reason: the first of them, and their number."""

    first: Comparison
    number: int

    @property
    def reason(self) -> str:
        """Why they came out so, in a phrase; empty where the verdict says it."""
        return self.first.reason


def alike(report: Report, verdict: Verdict) -> tuple[Alike, ...]:
    """The comparisons of a verdict by their reason, the most frequent first; between copies there is nothing to compare."""
    copy_of = {document: copies.documents[0] for copies in report.copies for document in copies.documents}
    held: dict[str, list[Comparison]] = {}
    for comparison in report.comparisons:
        left, right = comparison.left.span.document, comparison.right.span.document
        copied = left != right and copy_of.get(left, left) == copy_of.get(right, right)
        if comparison.verdict is verdict and not copied:
            held.setdefault(comparison.reason, []).append(comparison)
    found = (Alike(comparisons[0], len(comparisons)) for comparisons in held.values())
    return tuple(sorted(found, key=lambda one: (-one.number, one.reason)))


def total(found: Sequence[Alike]) -> int:
    """How many comparisons they are."""
    return sum(one.number for one in found)
