"""Evidence: what the features of a pair add up to, and how often pairs of such a sum are real conflicts.

``weights.tsv`` holds an integer for every level of a feature that matters, and by kind of value the share of conflicts
among findings read on real news from a sum on. ``python -m auditor.comparing.fit`` writes it; nothing in it is typed by hand.
A check of a kind too rare to fit draws up a table of its own (``drawn_up``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from auditor.comparing.features import Levels
from auditor.model import Confidence, Severity

ERROR, WARNING = 0.9, 0.6
"""Share of findings that are right, from which a finding is an error, and a warning; below that it is possible, a note."""


@dataclass(frozen=True, slots=True)
class Bin:
    """What one feature adds at the level it has."""

    name: str
    level: int
    points: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The features that speak for or against a pair, their sum in points, and the probability that it is a conflict.

    ``probability`` is 0 under the least sum that a conflict of the kind is told from.
    """

    bins: tuple[Bin, ...]
    points: int
    probability: float


@dataclass(frozen=True, slots=True)
class Table:
    """The points of every feature at a level, and by kind the sums from which a probability holds, rising."""

    points: Mapping[tuple[str, int], int]
    steps: Mapping[str, tuple[tuple[int, float], ...]]

    def weigh(self, levels: Levels, kind: str) -> Evidence:
        """The evidence of a pair's features for a conflict of a kind. Raises ``KeyError`` for a kind never measured."""
        told = {**levels, f"a {kind}": 1}
        bins = tuple(
            Bin(name, level, self.points[name, level])
            for name, level in sorted(told.items())
            if (name, level) in self.points
        )
        points = sum(each.points for each in bins)
        steps = self.steps[kind]
        reached = bisect_right([least for least, _ in steps], points)
        return Evidence(bins, points, steps[reached - 1][1] if reached else 0.0)

    def least(self, kind: str) -> int:
        """The least sum from which a conflict of a kind is told at all."""
        return self.steps[kind][0][0]


def weight(probability: float) -> tuple[Severity, Confidence]:
    """How much a finding weighs and how sure it is, by how probable it was measured to be right."""
    if probability >= ERROR:
        return Severity.ERROR, Confidence.HIGH
    return (Severity.WARNING, Confidence.MEDIUM) if probability >= WARNING else (Severity.NOTE, Confidence.LOW)


def drawn_up(kind: str, points: Mapping[str, Sequence[int]], *steps: tuple[int, float]) -> Table:
    """A table drawn up by hand, for a kind of which too few pairs are labelled to fit one.

    ``points`` gives what a feature adds at its levels, from 1 on; ``steps`` are the sums from which a probability holds.
    """
    levels = {(name, level): added for name, row in points.items() for level, added in enumerate(row, 1)}
    return Table(levels, {kind: steps})


@cache
def table() -> Table:
    """The table that ships with the package."""
    return read(files("auditor.comparing").joinpath("weights.tsv").read_text(encoding="utf-8"))


def read(text: str) -> Table:
    """The table of a file's text: rows ``points NAME LEVEL POINTS`` and ``probability KIND POINTS PROBABILITY``."""
    points: dict[tuple[str, int], int] = {}
    steps: dict[str, list[tuple[int, float]]] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        what, name, one, other = line.split("\t")
        if what == "points":
            points[name, int(one)] = int(other)
        elif what == "probability":
            steps.setdefault(name, []).append((int(one), float(other)))
        else:
            raise ValueError(f"a row of neither points nor probability: {line!r}")
    return Table(points, {kind: tuple(sorted(rows)) for kind, rows in steps.items()})
