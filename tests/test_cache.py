"""The cache: the same report, sooner; never in the way, and never trusted blindly."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from auditor.cache import Cache, made_by

Run = Callable[..., subprocess.CompletedProcess[str]]


def use(
    folder: Path, tasks: Sequence[str], warnings: list[str] | None = None, made: str = "1"
) -> tuple[list[str], list[str]]:
    """What comes of the tasks, and those that had to be made."""
    done: list[str] = []

    def make(missing: Sequence[str]) -> list[str]:
        done.extend(missing)
        return [task.upper() for task in missing]

    cache = Cache(folder, made, (warnings if warnings is not None else []).append)
    return list(cache.filled(tasks, make, lambda result: result != "BAD")), done


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    assert use(tmp_path / "c", ["a", "b"]) == (["A", "B"], ["a", "b"])
    assert use(tmp_path / "c", ["b", "c", "a"]) == (["B", "C", "A"], ["c"])


def test_other_makers_and_what_is_not_to_be_kept(tmp_path: Path) -> None:
    use(tmp_path / "c", ["a", "bad"])
    assert use(tmp_path / "c", ["a"], made="2")[1] == ["a"]
    assert use(tmp_path / "c", ["bad"])[1] == ["bad"]


def test_a_damaged_entry_is_made_anew(tmp_path: Path) -> None:
    use(tmp_path / "c", ["a"])
    [entry] = (tmp_path / "c").iterdir()
    for spoilt in (b"", entry.read_bytes()[:-1], b"\0" * 40, entry.read_bytes()[:32] + b"x"):
        whole = entry.read_bytes()
        entry.write_bytes(spoilt)
        warnings: list[str] = []
        assert use(tmp_path / "c", ["a"], warnings) == (["A"], ["a"])
        assert "damaged" in warnings[0]
        assert use(tmp_path / "c", ["a"])[1] == []
        assert entry.read_bytes() == whole


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners and modes here")
def test_a_folder_others_may_write_to_is_not_used(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    use(folder, ["a"])
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o777)
    warnings: list[str] = []
    assert use(folder, ["a"], warnings)[1] == ["a"]
    assert "others may write to it" in warnings[0]


def test_no_folder_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    warnings: list[str] = []
    assert use(tmp_path / "file" / "c", ["a"], warnings) == (["A"], ["a"])
    assert "cannot be used" in warnings[0]


def test_the_oldest_entries_go_first(tmp_path: Path) -> None:
    for number, task in enumerate("abc"):
        use(tmp_path / "c", [task])
        for entry in (tmp_path / "c").iterdir():
            if entry.stat().st_mtime > 1_000_000:
                os.utime(entry, (number, number))
    size = sum(entry.stat().st_size for entry in (tmp_path / "c").iterdir())
    Cache(tmp_path / "c", "1", print).trim(size - 1)
    assert use(tmp_path / "c", ["a", "b", "c"])[1] == ["a"]


def test_what_an_entry_depends_on() -> None:
    assert made_by("2025-06-30", "a") == made_by("2025-06-30", "a")
    assert made_by("2025-06-30", "a") != made_by("2025-06-30", "b")


def test_the_report_is_the_same_with_and_without(run: Run, tmp_path: Path, seeds: str) -> None:
    without = run("check", seeds, "--report", "json", "--no-cache")
    first, second = (run("check", seeds, "--report", "json", "--cache-dir", "c") for _ in range(2))
    assert without.stdout == first.stdout == second.stdout
    assert without.returncode == second.returncode
    assert len(list((tmp_path / "c").glob("*.facts"))) == 5
    for entry in (tmp_path / "c").iterdir():
        entry.write_bytes(b"spoilt")
    damaged = run("check", seeds, "--report", "json", "--cache-dir", "c")
    assert damaged.stdout == without.stdout
    assert damaged.stderr.count("warning") == 1
    assert damaged.returncode == without.returncode


def test_two_runs_at_once(tmp_path: Path, seeds: str) -> None:
    command = (sys.executable, "-m", "auditor", "check", seeds, "--report", "json", "--cache-dir", str(tmp_path / "c"))
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    told = [one.communicate() for one in runs]
    assert told[0] == told[1]
    assert told[0][1] == b""


def test_timing_is_told_on_standard_error(run: Run, seeds: str) -> None:
    plain = run("check", seeds, "--report", "json")
    timed = run("check", seeds, "--report", "json", "--timing")
    assert timed.stdout == plain.stdout
    assert "documents" in timed.stderr
    assert "conflicting-quantity" in timed.stderr
    assert "whole run" in timed.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(shell: str) -> None:
    command = Path(sys.executable).parent / "auditor"
    script = subprocess.run(
        [command], env={**os.environ, "_AUDITOR_COMPLETE": f"source_{shell}"}, capture_output=True, check=False
    )
    assert b"_AUDITOR_COMPLETE" in script.stdout
    asked = {"_AUDITOR_COMPLETE": "complete_bash", "COMP_WORDS": "auditor che", "COMP_CWORD": "1"}
    words = subprocess.run([command], env={**os.environ, **asked}, capture_output=True, check=False)
    assert words.stdout.split()[:2] == [b"check", b"checks"]
