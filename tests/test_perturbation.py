"""The benchmark of changed facts, as a command on two small articles."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ONE = """Inquiry into the bridge

The inquiry into the bridge will report within six months, the ministry said. Some 3,500 drivers used it on a weekday.
"""
OTHER = """Bridge to be looked into

The ministry gave the inquiry six months to report. On a weekday the bridge carried 3,500 drivers, according to a count.
"""


def benchmark(folder: Path, seed: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.perturbation", str(folder)],
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    return done.stdout.decode()


def test_a_changed_value_is_found_and_each_kind_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    shown = benchmark(tmp_path, "1")
    figures = {line.split()[0]: line.split()[1] for line in shown.splitlines() if "/" in line}
    assert figures["duration"] == "1/1"
    assert figures["number"].endswith("/1")
    assert shown == benchmark(tmp_path, "2")


def test_copies_are_counted_apart(tmp_path: Path) -> None:
    long = " ".join(f"Neighbour {name} said that the noise of lorries had kept the street awake." for name in "ABCDEFG")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{ONE}\n{long}\n", encoding="utf-8")
    figures = {line.split()[0]: line.split()[1:3] for line in benchmark(tmp_path, "1").splitlines() if "/" in line}
    assert figures["duration"] == ["0/0", "1/1"]
