"""How an audit scales: speed, memory, growth and planted conflicts found, on news that is made up.

    python -m tests.benchmarks.scale [--articles 30 120] [--seed 1] [--jobs 1 2] [--small 30] [--keep FOLDER]

For each size a corpus is generated (see ``corpus.py``) and audited by ``auditor check`` in a process of its own, with an empty
cache. Time is also told in yardsticks, passes of a pattern of tokens over the same text in the same run, since machines
differ. *Found* are planted conflicts whose two places one finding joins; *small sets* are the first articles audited story by
story. A gate is the audit after one more article came, the others being cached.

Exit status 1 where four times as much takes more than 4.6 times as long, a process needs more than 1.5 GB, fewer planted
conflicts are found than in small sets, or a check fails.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path

from tests.benchmarks.scale.corpus import generate
from tests.benchmarks.scale.recall import Recall, Row, entries, recall
from tests.benchmarks.scale.running import Run, check
from tests.benchmarks.yardstick import yardstick

_MOST_GROWTH = 4.6
"""Times as long for four times the articles."""
_MOST_MEMORY = 1_500_000_000
"""Bytes of one process."""
_ROUNDS = 3
"""The yardstick is the least of as many passes."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The audit of one corpus."""

    articles: int
    jobs: int
    characters: int
    yardstick: float
    run: Run
    ledger: Sequence[Row]

    def line(self) -> str:
        """Speed, time and memory; see ``_HEAD``."""
        cpu = self.run.cpu
        return (
            f"{self.articles:8,} {self.jobs:4} {cpu:9.1f} {self.run.wall:9.1f} {self.articles / cpu:9.2f} "
            f"{self.characters / cpu:10,.0f} {cpu / self.yardstick:10.0f} {self.run.peak / 1e6:8,.0f} "
            f"{len(self.run.findings) / self.articles:8.1f}"
        )


_HEAD = "articles jobs     CPU s    wall s articles/s characters/s yardsticks  peak MB findings/article"


def main() -> int:
    """Print the measurements; 1 where a budget is broken."""
    given = _arguments()
    with tempfile.TemporaryDirectory() as made:
        folder = given.keep or Path(made)
        print(f"news made up, seed {given.seed}; speed is by CPU second\n{_HEAD}", flush=True)
        small = _measured(folder / "small", given.small, given.seed, 1, grouped=True)
        print(f"{small.line()}  small sets, one a story", flush=True)
        runs = []
        for articles in given.articles:
            for jobs in given.jobs:
                runs.append(_measured(folder / f"{articles}-{jobs}", articles, given.seed, jobs))
                print(runs[-1].line(), flush=True)
        broken = [*_growth(runs, given.jobs), *_found(small, runs), *_limits([small, *runs])]
        _gates(folder / f"{given.articles[-1]}-{given.jobs[-1]}", given.seed, runs[-1])
    for one in broken:
        print(f"broken: {one}")
    return int(bool(broken))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scale")
    parser.add_argument("--articles", type=int, nargs="+", default=[30, 120], help="sizes, from small to large")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1], help="processes; each size is audited with each")
    parser.add_argument("--small", type=int, default=30, help="articles that are audited story by story, too")
    parser.add_argument("--keep", type=Path, help="a folder for corpora, ledgers and caches, which then stay")
    return parser.parse_args()


def _measured(folder: Path, articles: int, seed: int, jobs: int, grouped: bool = False) -> Measured:
    corpus, ledger = generate(folder, articles, seed, grouped)
    characters = sum(map(len, _texts(corpus)))
    unit = min(yardstick(_texts(corpus)) for _ in range(_ROUNDS))
    run = check(corpus, cache=folder / "cache", jobs=jobs)
    return Measured(articles, jobs, characters, unit, run, entries(ledger))


def _texts(corpus: Path) -> Iterator[str]:
    with corpus.open(encoding="utf-8") as rows:
        yield from (json.loads(row)["text"] for row in rows)


def _growth(runs: Sequence[Measured], jobs: Sequence[int]) -> Iterator[str]:
    """From size to size; and how much faster more processes are."""
    for few, many in pairwise(run for run in runs if run.jobs == jobs[0]):
        ratio, more = many.run.cpu / few.run.cpu, many.articles / few.articles
        print(f"growth: {few.articles:,} -> {many.articles:,} articles (x{more:.1f}) CPU x{ratio:.2f}")
        if ratio > _MOST_GROWTH ** log(more, 4):
            yield f"{many.articles:,} articles take {ratio:.2f} times as long as {few.articles:,}"
    for run in runs:
        one = next(first for first in runs if first.articles == run.articles)
        if run is not one:
            print(
                f"gain: {run.articles:,} articles, {one.jobs} -> {run.jobs} jobs: wall time /{one.run.wall / run.run.wall:.2f}"
            )


def _found(small: Measured, runs: Sequence[Measured]) -> Iterator[str]:
    """What was found of what is planted, in small sets and in each size."""
    alone = recall(small.ledger, small.run.findings)
    print(f"planted conflicts found in small sets: {_share(alone)}; {_sprung(small)}")
    for run in runs:
        together = recall(small.ledger, run.run.findings)
        print(
            f"  in {run.articles:,} articles, {run.jobs} jobs: {_share(recall(run.ledger, run.run.findings))}; "
            f"of those in the small sets {_share(together)}; {_sprung(run)}"
        )
        if together.found < alone.found and run.articles >= small.articles:
            yield f"of {alone.found} planted conflicts found in small sets, {together.found} are in {run.articles:,} articles"


def _share(told: Recall) -> str:
    return f"{told.found}/{told.planted} ({told.share:.0%}; {told.told} above a note)"


def _sprung(run: Measured) -> str:
    traps = recall(run.ledger, run.run.findings, conflict=False)
    return f"traps sprung {traps.found}/{traps.planted} ({traps.told} above a note)"


def _limits(runs: Sequence[Measured]) -> Iterator[str]:
    for run in runs:
        if run.run.peak > _MOST_MEMORY:
            yield f"{run.articles:,} articles need {run.run.peak / 1e6:,.0f} MB"
        if run.run.problems:
            yield f"in {run.articles:,} articles: {'; '.join(sorted({one['error'] for one in run.run.problems}))}"


def _beside_a_cache(folder: Path, seed: int, before: Measured) -> Run:
    """The audit of all articles and one more, with the cache that the audit before has left."""
    corpus, _ = generate(folder, before.articles + 1, seed)
    return check(corpus, cache=folder / "cache", jobs=before.jobs)


_GATES: Mapping[str, Callable[[Path, int, Measured], Run]] = {"in a warm cache": _beside_a_cache}
"""How one new article can be audited beside those that are known."""


def _gates(folder: Path, seed: int, before: Measured) -> None:
    """What one more article takes."""
    for known, gate in _GATES.items():
        run = gate(folder, seed, before)
        print(
            f"gate of one new article beside {before.articles:,} {known}: {run.cpu:.1f} s CPU, {run.wall:.1f} s wall, "
            f"{run.cpu / before.yardstick:.0f} yardsticks, {run.cpu / before.run.cpu:.2f} of the audit before, "
            f"{run.peak / 1e6:,.0f} MB"
        )


if __name__ == "__main__":
    sys.exit(main())
