"""What counts as found, and the command on a few articles."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.benchmarks.scale.recall import Recall, recall

ROOT = Path(__file__).resolve().parents[3]


def entry(conflict: bool = True) -> dict[str, Any]:
    return {
        "conflict": conflict,
        "left": {"id": "a", "places": [[5, 7]]},
        "right": {"id": "b", "places": [[2, 4], [20, 24]]},
    }


def finding(*places: tuple[str, int, int], severity: str = "error") -> dict[str, Any]:
    spans = [{"document": document, "start": start, "end": end} for document, start, end in places]
    return {"severity": severity, "primary": spans[0], "related": spans[1:]}


def test_a_finding_that_joins_both_places_finds_the_conflict() -> None:
    assert recall([entry()], [finding(("b", 18, 21), ("c", 0, 9), ("a", 0, 6))]) == Recall(1, 1, 1)
    assert recall([entry()], [finding(("a", 0, 6), ("b", 3, 9), severity="note")]) == Recall(1, 1, 0)


def test_one_place_two_findings_or_a_neighbouring_place_do_not() -> None:
    assert recall([entry()], [finding(("a", 0, 6)), finding(("b", 3, 9))]) == Recall(1, 0, 0)
    assert recall([entry()], [finding(("a", 7, 9), ("b", 3, 9))]) == Recall(1, 0, 0)


def test_traps_are_counted_apart() -> None:
    joined = [finding(("a", 5, 6), ("b", 2, 3))]
    assert recall([entry(conflict=False)], joined) == Recall(0, 0, 0)
    assert recall([entry(conflict=False)], joined, conflict=False) == Recall(1, 1, 1)


def test_the_command_prints_every_figure(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.benchmarks.scale",
            "--articles",
            "1",
            "3",
            "--small",
            "2",
            "--keep",
            str(tmp_path),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert [line.split()[:2] for line in lines[2:5]] == [["2", "1"], ["1", "1"], ["3", "1"]]
    assert {line.split(":")[0] for line in lines} >= {"growth", "planted conflicts found in small sets"}
    assert any(line.startswith("gate of one new article beside 3 in a warm cache: ") for line in lines)
