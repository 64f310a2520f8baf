"""What is printed commands nothing, however it comes to be printed."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from auditor.cli import streams
from auditor.cli.streams import ready, unguarded
from tests.conftest import Run

RAW = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)
HOSTILE = "\x1b]0;title\x07\x1b[31m\x9b\u202e\u2066 ##vso[task] ##[group]x"


def guarded(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What goes out of standard output, which is guarded."""
    out = io.StringIO()
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, out)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    ready()
    ready()
    return out


def test_a_command_is_seen_however_it_is_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = guarded(monkeypatch)
    print("a", "::b", sep="\n")
    print(" ", end="")
    print(":", end="")
    print(":error::x")
    print("#", "#[x]", sep="")
    assert printed.getvalue() == "a\n\\x3a:b\n \\x3a:error::x\n#\\x23[x]\n"


def test_what_is_asked_comes_out_before_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = guarded(monkeypatch)
    print("Is it? ", end="", flush=True)
    assert printed.getvalue() == "Is it? "
    print("::no", flush=True)
    assert printed.getvalue() == "Is it? ::no\n", "the line was begun"


def test_what_is_unguarded_goes_out_as_it_is_and_in_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = guarded(monkeypatch)
    print("one", end="")
    unguarded(sys.stdout).write("\x1b[1m")
    print("\x1b")
    assert printed.getvalue() == "one\x1b[1m\\x1b\n"
    assert isinstance(sys.stdout, streams._Guarded)
    assert unguarded(printed) is printed


@pytest.fixture
def hostile(tmp_path: Path) -> None:
    """A folder of articles, rows, names and settings that try to command."""
    line = f"{HOSTILE}\n::stop-commands::x\r::add-mask::y\n \u00a0::error::z"
    text = (
        f"Advertisement\n{line} Two people died in Kyiv on Monday, {HOSTILE} said. “{HOSTILE} we go,” said Ana Ruiz.\n"
    )
    (tmp_path / "a.txt").write_text(text, newline="")
    (tmp_path / "n\n::error::\x1b[31m.txt").write_text("\0")
    rows = (
        {
            "id": f"::error::{HOSTILE}\n::b",
            "source": HOSTILE,
            "title": line,
            "url": f"http://x/{HOSTILE}",
            "text": text,
        },
        {"text": 5, "id": line},
    )
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "auditor.toml").write_text('[per-path."\\u001b[31m\\u202e\\u009b##vso[x]"]\nignore = ["residue"]\n')


@pytest.mark.parametrize(
    "args",
    [
        *(("check", ".", "--no-cache", "--report", name) for name in ("terminal", "markdown", "html", "github", "csv")),
        *(("check", ".", "--no-cache", "--report", name) for name in ("json", "sarif", "gitlab", "junit")),
        *(("claims", ".", "--format", name) for name in ("table", "jsonl", "csv")),
        ("clean", "."),
        ("clean", HOSTILE + "\n::error::x.txt", "--undo"),
        ("clean", ".", "--write"),
        ("baseline", ".", "--baseline", HOSTILE + "\n::error::x/b"),
        ("index", "info", "--index", HOSTILE + "\n::error::x"),
        ("config", "show", "--origin"),
        ("explain", HOSTILE + "\n::error::x"),
        ("check", "--\n::error::\x1b[31m"),
        ("claims", ".", "--why", "\n::error::\x1b[31m:1:2", "a.txt:1:1"),
    ],
    ids=lambda args: re.sub(r"\W+", " ", " ".join(args)),
)
def test_no_command_prints_one_of_others(run: Run, hostile: None, args: tuple[str, ...]) -> None:
    done = run(*args, COLUMNS="80")
    assert done.returncode in (0, 1, 2)
    assert "fault of auditor" not in done.stderr
    for stream in (done.stdout, done.stderr):
        assert not RAW.search(stream)
        lines = stream.split("\n")
        own = (
            [line for line in lines if line.startswith(("::error ", "::warning ", "::notice "))]
            if "github" in args
            else []
        )
        assert not COMMAND.search("\n".join(line for line in lines if line not in own))
