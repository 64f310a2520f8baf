"""A command that is served tells and leaves what one tells and leaves whose process was started for it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.served import as_loaded

ONE = "Old bridge inquiry\n\nDr. Karin Olsen said the inquiry will take six months.\n\nShare\n"
OTHER = (
    "Bridge inquiry told\n\nKarin Olsen said the inquiry will take nine months, and “we must go on to the end of it”.\n"
)
DAMAGED = b"caf\xe9 is not UTF-8"
ROWS = [{"id": f"{n:02}", "text": f"{(ONE, OTHER)[n % 2]}\n{n} people came."} for n in range(20)]
ALL = [part for name in ("json", "html", "markdown", "sarif", "csv") for part in ("--report", f"{name}=made.{name}")]
COMMANDS = [
    ("--version",),
    ("-h",),
    ("check", "-h"),
    ("chekc",),
    ("check",),
    ("check", "a.txt", "b.txt", "--full", *ALL),
    ("check", "a.txt", "--fail-on", "warning", "--quiet", "--statistics"),
    ("check", "damaged.txt", "a.txt", "none.txt", "--report", "json"),
    ("check", "-", "--stdin-filename", "wire.txt", "--report", "concise"),
    ("check", "rows.jsonl", "--jobs", "2", "--no-cache", "--report", "json"),
    ("check", "a.txt", "--select", "conflicting-titel"),
    ("claims", "a.txt", "b.txt"),
    ("claims", "a.txt", "b.txt", "--why", "a.txt:six months", "b.txt:nine months"),
    ("clean", "a.txt", "--write"),
    ("clean", "-"),
    ("triage", "a.txt"),
    ("baseline", ".", "--baseline", "known.ndjson"),
    ("index", "build", "rows.jsonl", "--index", "i.sqlite"),
    ("facts", "check", "facts.toml"),
    ("config", "show", "--origin"),
    ("explain", "conflicting-title"),
    ("checks",),
    ("rules",),
    ("new-check", "tide-table", "--family", "residue"),
]


def laid_out(folder: Path) -> None:
    """What the commands are given, and nothing that was there before."""
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, text in (("a.txt", ONE), ("b.txt", OTHER), ("facts.toml", "[[office]]\noffice = 1\n")):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "damaged.txt").write_bytes(DAMAGED)
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    (folder / "auditor.toml").write_text('severity = { conflicting-title = "error" }\n', encoding="utf-8")


def left(folder: Path) -> dict[str, bytes]:
    """The files in a folder; of a database that there is one."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): b"" if path.suffix == ".sqlite" else path.read_bytes() for path in files}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is served where processes have no children of their kind")
@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
def test_what_is_served_is_what_a_new_process_tells_and_leaves(
    run: Run, run_anew: Run, tmp_path: Path, args: tuple[str, ...]
) -> None:
    told = []
    for command in (run_anew, run):
        laid_out(tmp_path)
        assert as_loaded(tmp_path, os.environ, {**os.environ, "COLUMNS": "70"})
        done = command(*args, stdin=ONE.encode() + DAMAGED, COLUMNS="70", AUDITOR_CACHE_DIR=str(tmp_path / "cache"))
        told.append((done.returncode, done.stdout, done.stderr, left(tmp_path)))
    assert told[0] == told[1]


def test_what_python_reads_when_it_starts_is_not_served(tmp_path: Path) -> None:
    assert as_loaded(tmp_path, os.environ, os.environ)
    assert as_loaded(tmp_path, os.environ, {**os.environ, "GIT_DIR": "x", "HOME": "x"})
    for name in ("PYTHONHASHSEED", "PYTHONPATH", "LC_ALL", "TZ", "NO_COLOR", "TMPDIR"):
        assert not as_loaded(tmp_path, os.environ, {**os.environ, name: "1"})
    for name in ("guest.py", "guest-1.0.dist-info"):
        (tmp_path / name).touch()
        assert not as_loaded(tmp_path, os.environ, os.environ), "it may be imported"
        (tmp_path / name).unlink()
