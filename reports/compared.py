"""What was compared and is no difference: for each outcome and reason one example, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model import Comparison, Report, Verdict


@dataclass(frozen=True, slots=True)
class Alike:
    """Comparisons with one outcome for one reason: the first of them in their order, and their number."""

    first: Comparison
    number: int

    @property
    def reason(self) -> str:
        """Why they came out so, in a phrase; empty where the verdict says it."""
        return self.first.reason


def alike(report: Report, verdict: Verdict) -> tuple[Alike, ...]:
    """The comparisons of a verdict by their reason, the most frequent first; between copies there is nothing to compare."""
    copy_of = {document: copies.documents[0] for copies in report.copies for document in copies.documents}
    number: Counter[str] = Counter()
    first: dict[str, Comparison] = {}
    for comparison in report.comparisons:
        left, right = comparison.left.span.document, comparison.right.span.document
        copied = left != right and copy_of.get(left, left) == copy_of.get(right, right)
        if comparison.verdict is verdict and not copied:
            number[comparison.reason] += 1
            before = first.setdefault(comparison.reason, comparison)
            first[comparison.reason] = min(before, comparison, key=lambda one: one.order)
    found = (Alike(first[reason], number[reason]) for reason in number)
    return tuple(sorted(found, key=lambda one: (-one.number, one.reason)))


def total(found: Sequence[Alike]) -> int:
    """How many comparisons they are."""
    return sum(one.number for one in found)
