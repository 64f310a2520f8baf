"""Work on documents in one process and in several."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.cli.runs import _bar
from auditor.engines.local import WorkerDied, cores, mapped

Run = Callable[..., subprocess.CompletedProcess[str]]


def square(number: int) -> int:
    return number * number


def die(number: int) -> int:
    if number == 7:
        os._exit(1)
    return number


@pytest.mark.parametrize("jobs", [0, 1, 2, 3])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    assert list(mapped(square, range(40), jobs)) == [number * number for number in range(40)]


def test_few_tasks_need_no_pool() -> None:
    assert list(mapped(lambda number: number + 1, [1, 2], 8)) == [2, 3]
    assert cores() >= 1


def test_a_dead_worker_is_told() -> None:
    with pytest.raises(WorkerDied, match="fewer --jobs"):
        list(mapped(die, range(40), 2))


def test_any_number_of_jobs_gives_the_same_bytes(run: Run, tmp_path: Path, seeds: str) -> None:
    for file in sorted(Path(seeds).glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        for number in range(4):
            (tmp_path / f"{number}-{file.name}").write_text(text[: len(text) - 300 * number], encoding="utf-8")
    told = {
        run("check", ".", "--select", "residue", "--report", "json", "--no-cache", "--jobs", jobs).stdout
        for jobs in ("1", "2", "3", "0")
    }
    assert len(told) == 1
    assert "share-control" in told.pop()


def test_a_bar_on_long_runs_only_where_somebody_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    for number, wanted, seen in ((100, True, True), (100, False, False), (3, True, False)):
        screen = Screen()
        monkeypatch.setattr(sys, "stderr", screen)
        with _bar(number, wanted) as advance:
            for _ in range(number):
                advance()
        assert bool(screen.getvalue()) is seen
