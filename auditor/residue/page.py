"""What stands around a line: how much like residue its neighbours look, where the prose of the page is, what recurs.

Features by name, as in ``words``; the scores are the log-odds that the lines have by themselves.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.residue.words import Shape

_SCORES = (-4, -3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4)
_COUNTS = (1, 2, 3, 5, 8, 13, 21, 34, 55)
"""Borders between levels of a count: Fibonacci numbers, so that small ones are told apart."""
_SHARES = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98)
"""Borders between levels of a share."""
_LENGTHS = (6, 10, 15, 22, 32, 45, 64, 90, 128, 180, 256)
"""Bounds of the steps into which a score, a number of lines, a share, a number of characters is put."""
_NEAR, _WIDE = 3, 8
"""Lines on either side whose mean score is taken."""
_SHORT = 40
"""Characters below which a line looks like a link."""


def page_features(shapes: Sequence[Shape], scores: Sequence[float]) -> list[str]:
    """The names of the features that all lines of a page share: how dense its residue is."""
    odds = [1 / (1 + math.exp(-score)) for score in scores]
    total = sum(shape.length for shape in shapes) or 1
    return [
        f"dense lines={_share(sum(odds), len(odds))}",
        f"dense text={_share(sum(p * shape.length for p, shape in zip(odds, shapes, strict=True)), total)}",
        f"prose text={_share(sum(shape.length for shape in shapes if shape.prose), total)}",
        f"short lines={_share(sum(shape.length < _SHORT for shape in shapes), len(shapes))}",
        f"mean length={bisect_right(_LENGTHS, total / max(1, len(shapes)))}",
        f"lines={bisect_right(_COUNTS, len(shapes))}",
    ]


def place_features(
    lines: Sequence[str], shapes: Sequence[Shape], scores: Sequence[float], wanted: Sequence[bool] | None = None
) -> Iterator[list[str]]:
    """For each line the names of the features of its place in the page, none for those that are not ``wanted``."""
    count = len(lines)
    prose = [shape.prose for shape in shapes]
    before, above = _since(prose)
    after, below = (numbers[::-1] for numbers in _since(prose[::-1]))
    folded = [line.lower() for line in lines]
    often, seen = Counter(folded), set[str]()
    title = _telling(folded[0]) if folded else frozenset[str]()
    near = ["none", *(str(bisect_right(_SCORES, score)) for score in scores), "none"]
    length = ["none", *(str(bisect_right(_LENGTHS, shape.length)) for shape in shapes), "none"]
    sums = [0.0]
    for score in scores:
        sums.append(sums[-1] + score)
    for at, words in enumerate(folded):
        if wanted is not None and not wanted[at]:
            seen.add(words)
            yield []
            continue
        shared = _telling(words) if at else frozenset[str]()
        yield [
            f"score={near[at + 1]}",
            f"score before={near[at]}",
            f"score after={near[at + 2]}",
            f"near before={_mean(sums, at - _NEAR, at)}",
            f"near after={_mean(sums, at + 1, at + 1 + _NEAR)}",
            f"wide before={_mean(sums, at - _WIDE, at)}",
            f"wide after={_mean(sums, at + 1, at + 1 + _WIDE)}",
            f"from start={bisect_right(_COUNTS, at)}",
            f"from end={bisect_right(_COUNTS, count - 1 - at)}",
            f"place={10 * at // count}",
            f"prose before={bisect_right(_COUNTS, before[at])}",
            f"prose after={bisect_right(_COUNTS, after[at])}",
            f"prose above={bisect_right(_COUNTS, above[at])}",
            f"prose below={bisect_right(_COUNTS, below[at])}",
            f"prose passed={_share(above[at], above[at] + below[at])}",
            f"times={min(6, often[words])}",
            f"said before={words in seen}",
            f"length={length[at + 1]}",
            f"length before={length[at]}",
            f"length after={length[at + 2]}",
            f"of title={_share(len(shared & title), len(shared))}",
        ]
        seen.add(words)


def _since(prose: Sequence[bool]) -> tuple[list[int], list[int]]:
    """For each line how many lines back the last prose is (a large number where there is none), and how many there were."""
    back, passed = [], []
    distance, number = 1000, 0
    for is_prose in prose:
        distance += 1
        back.append(distance)
        passed.append(number)
        if is_prose:
            distance, number = 0, number + 1
    return back, passed


def _telling(words: str) -> frozenset[str]:
    return frozenset(word for word in words[:200].split() if len(word) > 3)


def _share(part: float, whole: float) -> str:
    return str(bisect_right(_SHARES, part / whole)) if whole else "none"


def _mean(sums: Sequence[float], first: int, stop: int) -> str:
    first, stop = max(0, first), min(len(sums) - 1, stop)
    return str(bisect_right(_SCORES, (sums[stop] - sums[first]) / (stop - first))) if stop > first else "none"
