"""What a run may not do alone, and what many runs at once may not do to one another."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import repeat
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.served import Served, Told

_MANY = 8

AtOnce = Callable[[Sequence[Sequence[str]]], list[Told]]
forked = pytest.mark.skipif(not hasattr(os, "fork"), reason="its processes are forked")

_FORBIDDING = """
import sys

def forbid(event, args):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "os.system", "os.exec", "os.posix_spawn"):
        raise SystemExit(f"forbidden: {event} {args}")
    if event == "subprocess.Popen" and not str(args[0]).endswith("git"):
        raise SystemExit(f"forbidden: {event} {args}")

sys.addaudithook(forbid)
from auditor.cli import main
main()
"""
"""The command, in a process that ends where it opens a connection or starts another program than git."""

ARTICLES = {
    "a.txt": "The mill in Lund burned on 3 May 2021. “We lost all that we had,” said Ana Ruiz.\n\nSign up for our newsletter.\n",
    "b.txt": "The mill in Lund burned on 4 May 2021. “We lost all we ever had,” said Ana Ruiz.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A clone with two articles, both in its first revision."""
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for command in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "x"),
    ):
        subprocess.run(("git", *command), cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ("check", ".", "--report", "json", "--jobs", "1"),
        ("check", ".", "--diff-base", "HEAD", "--report", "sarif", "--jobs", "1"),
        ("claims", "."),
        ("clean", "."),
        ("index", "build", ".", "--index", "i.sqlite"),
        ("baseline", "."),
        ("explain", "conflicting-date"),
        ("config", "show"),
    ],
    ids=" ".join,
)
def test_no_connection_and_no_program_but_git(folder: Path, command: Sequence[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FORBIDDING, *command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert "forbidden" not in done.stderr
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout


def test_the_hook_sees_what_it_forbids(folder: Path) -> None:
    code = _FORBIDDING.replace("from auditor.cli import main\nmain()", "import subprocess\nsubprocess.run(['ls'])")
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "forbidden: subprocess.Popen" in done.stderr


@pytest.fixture
def at_once(folder: Path, served: Served) -> AtOnce:
    """Starts commands together, each a process of its own: what each told."""
    return lambda commands: served.run(commands, folder)


@forked
def test_many_runs_on_one_cache(at_once: AtOnce, tmp_path_factory: pytest.TempPathFactory) -> None:
    cache = str(tmp_path_factory.mktemp("shared"))
    done = at_once(list(repeat(("check", ".", "--report", "json", "--cache-dir", cache), _MANY)))
    assert len(set(done)) == 1
    assert done[0].err == b""


@forked
def test_many_decisions_in_one_file(at_once: AtOnce, run: Run) -> None:
    findings = json.loads(run("check", ".", "--report", "json").stdout)["findings"]
    names = [finding["fingerprint"] for finding in findings]
    assert names
    decided = [("decide", names[n % len(names)], ".", "--confirm", "--author", f"A{n}") for n in range(_MANY)]
    assert [(one.status, one.err) for one in at_once(decided)] == [(0, b"")] * _MANY
    after = json.loads(run("check", ".", "--report", "json").stdout)["findings"]
    assert all(finding["decision"] for finding in after)


@forked
def test_many_updates_of_one_index(folder: Path, at_once: AtOnce, run: Run) -> None:
    for number in range(_MANY + 1):
        row = {
            "id": str(number),
            "source": "The Gazette",
            "text": f"Text number {number}.\n\nSign up for our newsletter.",
        }
        (folder / f"{number}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert run("index", "build", f"{_MANY}.jsonl", "--index", "i.sqlite").returncode == 0
    updates = [("index", "update", f"{number}.jsonl", "--index", "i.sqlite") for number in range(_MANY)]
    assert {one.status for one in at_once(updates)} == {0}
    with sqlite3.connect(folder / "i.sqlite") as index:
        assert index.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert f"{_MANY + 1} articles of 1 known source" in run("index", "info", "--index", "i.sqlite").stdout


def test_the_bytes_are_the_same_whatever_the_machine(folder: Path, run: Run) -> None:
    """Enough rows that a pool works: hash seed, zone, locale, order, processes, cached and fresh change nothing."""
    rows = [
        json.dumps(
            {"id": f"{name}{n:02}", "text": text.replace("Lund", f"Lund{'abcdefgh'[n % 8]}"), "group": str(n % 8)}
        )
        for n in range(16)
        for name, text in ARTICLES.items()
    ]
    for name, lines in (("one", rows), ("other", rows[::-1])):
        (folder / name).mkdir()
        (folder / name / "rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
    told = [
        run("check", f"{name}/rows.jsonl", "--report", "json", "--jobs", jobs, *cache, **environment).stdout
        for name, jobs, cache, environment in (
            ("one", "1", ("--no-cache",), {"PYTHONHASHSEED": "0"}),
            ("other", "2", ("--no-cache",), {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
            ("other", "2", (), {"PYTHONHASHSEED": "8", "TZ": "America/Adak"}),
            ("one", "1", (), {"PYTHONHASHSEED": "9"}),
        )
    ]
    assert len(json.loads(told[0])["documents"]) == len(rows)
    assert json.loads(told[0])["findings"]
    assert len({one.replace('"other/', '"one/') for one in told}) == 1, os.linesep.join(told)[:500]
