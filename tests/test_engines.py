"""Work on documents in one process and in several."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.cli.runs import _bar
from auditor.engines.local import cores, mapped
from auditor.engines.trouble import WorkerDied

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


def test_a_step_that_cannot_travel_is_carried_out_here() -> None:
    assert list(mapped(lambda number: number + 1, range(40), 2)) == list(range(1, 41))


def rows_of(seeds: str) -> str:
    """Twenty articles, some alone in their group, some with others."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(Path(seeds).glob("*.txt"))]
    cut = [(text[: len(text) - 300 * number], number) for text in texts for number in range(4)]
    return "\n".join(
        json.dumps({"id": f"{at:02}", "text": text, "group": str(at if number else "all")})
        for at, (text, number) in enumerate(cut)
    )


def test_any_number_of_jobs_gives_the_same_bytes(run: Run, tmp_path: Path, seeds: str) -> None:
    (tmp_path / "rows.jsonl").write_text(rows_of(seeds), encoding="utf-8")
    done = [
        run("check", "rows.jsonl", "--report", "json", "--no-cache", "--jobs", jobs) for jobs in ("1", "2", "3", "0")
    ]
    assert len({(one.stdout, one.stderr, one.returncode) for one in done}) == 1
    assert "share-control" in done[0].stdout
    assert "conflicting-" in done[0].stdout


def test_a_killed_worker_is_trouble_and_no_hang(run: Run, tmp_path: Path, seeds: str) -> None:
    site = tmp_path / "site"
    info = site / "deadly-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: deadly\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[auditor.checks]\ndeadly = deadly:CHECK\n")
    (site / "deadly.py").write_text(
        "import os, signal\n"
        "from auditor.check import Check\n"
        "from auditor.model import Family, Severity\n"
        "def inspect(article):\n"
        "    if article.document.id == '13':\n        os.kill(os.getpid(), signal.SIGKILL)\n    return ()\n"
        "CHECK = Check(id='deadly', family=Family.CONFLICT, severity=Severity.NOTE, since='1', docs='Kills.',\n"
        "    inspect=inspect, flags=(), leaves_alone=())\n"
    )
    (tmp_path / "rows.jsonl").write_text(rows_of(seeds), encoding="utf-8")
    done = run("check", "rows.jsonl", "--select", "deadly", "--jobs", "2", "--no-cache", PYTHONPATH=str(site))
    assert done.returncode == 2
    assert "a worker process was killed" in done.stderr


KILLED = """
import os, signal, sys, time
from auditor.engines.local import mapped
from auditor.engines.trouble import WorkerDied

def step(number):
    if number == 0:
        time.sleep(0.3)
        os.kill(os.getpid(), signal.SIGKILL)
    return b"." * ((1 + number % 5) << 20)

if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        list(mapped(step, range(64), 4))
    except WorkerDied:
        sys.exit(3)
"""
"""The command's way to take a termination, a worker that is killed, and others that are sending what takes a while."""


def test_the_workers_left_are_ended_where_one_is_killed(tmp_path: Path) -> None:
    """Without it they took the end for the failure of what they were sending, and the command waited for ever."""
    (tmp_path / "killed.py").write_text(KILLED)
    for _ in range(3):
        assert subprocess.run([sys.executable, "killed.py"], cwd=tmp_path, timeout=60, check=False).returncode == 3


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
