"""``auditor check`` in a process of its own: what it found, and what it took with all the processes it started."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Run:
    """One audit."""

    cpu: float
    """Seconds, of all its processes."""
    wall: float
    """Seconds."""
    peak: int
    """Bytes, of the largest of its processes."""
    findings: Sequence[dict[str, Any]]
    """As the JSON report has them."""
    problems: Sequence[dict[str, Any]]
    """What a check failed on."""


def check(articles: Path, *, cache: Path | None = None, jobs: int = 1, options: Sequence[str] = ()) -> Run:
    """An audit of the articles, with the folder of its cache or without one. Whatever it says is passed on.

    ``wait4`` tells of the process and of all those it waited for: their time together, the memory of the largest.
    """
    report = articles.with_suffix(".report.json")
    kept = ("--cache-dir", str(cache)) if cache else ("--no-cache",)
    command = [sys.executable, "-m", "auditor", "check", str(articles), "--isolated", "--quiet", "--fail-on", "none"]
    command += [*kept, "--jobs", str(jobs), "--report", f"json={report}", *options]
    started = time.perf_counter()
    child = subprocess.Popen(command)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if not report.exists():
        raise RuntimeError(f"no report, exit status {child.returncode}: {' '.join(command)}")
    told = json.loads(report.read_text(encoding="utf-8"))
    report.unlink()
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024, told["findings"], told["problems"])
