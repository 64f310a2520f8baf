"""Where the time went: every second of the run stands in one line of the table."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from auditor.timing import Clock

Run = Callable[..., subprocess.CompletedProcess[str]]


def shares(table: str) -> list[float]:
    return [float(line.split()[-1].rstrip("%")) for line in table.splitlines() if line.endswith("%")]


def test_the_shares_are_the_whole() -> None:
    clock = Clock()
    with clock.stage("reading"), pytest.raises(ZeroDivisionError), clock.stage("comparing"):
        raise ZeroDivisionError
    told = clock.told()
    assert {"reading", "comparing", "all else"} <= {line.partition("  ")[0] for line in told.splitlines()}
    assert "of the work on documents" not in told


def test_the_command_tells_it_and_reports_the_same(run: Run, seeds: str) -> None:
    plain = run("check", seeds, "--report", "json", "--no-cache")
    timed = run("check", seeds, "--report", "json", "--no-cache", "--timing")
    assert timed.stdout == plain.stdout
    assert timed.returncode == plain.returncode
    stages, steps = timed.stderr.split("\n\n")
    for name in ("reading", "documents", "copies", "stories", "reports", "all else", "whole run"):
        assert name in stages
    for name in ("blocks", "claims", "windows", "weekday-mismatch", "conflicting-quantity"):
        assert name in steps
    for table in (stages, steps):
        assert sum(shares(table)) == pytest.approx(100, abs=0.05 * len(shares(table)) + 0.01)


def test_times_are_of_this_run_alone(run: Run, seeds: str) -> None:
    first, second = (run("check", seeds, "--cache-dir", "c", "--timing") for _ in range(2))
    assert "of the work on documents" in first.stderr
    assert "of the work on documents" not in second.stderr
