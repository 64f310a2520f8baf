"""Cleaning that an editor steers: block by block, by level, by check, by an index, from standard input."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from auditor.catalogue import load_checks
from auditor.cleaning.edits import clean
from auditor.cleaning.patches import FOLDER, SUFFIX, restored
from auditor.cleaning.runs import inspector
from auditor.cleaning.walk import Asked, Reply, Walk
from auditor.cli import app
from auditor.reading import make_document
from tests.conftest import Run
from tests.test_cleaning import ARTICLE, SOUP

INSPECT = inspector(make_document("a.txt", ""), load_checks())
PAGE = ARTICLE.replace("Share\n\n", "Share\n\nThe mayor spoke of a long winter to come.\n\nShare\n\n")


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page to be cleaned, in the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def _answer(answers: str, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["clean", "a.txt", "--interactive", *arguments], input=answers)
    return done.exit_code, done.output


def _left(path: Path) -> list[str]:
    """The residue that a file still holds."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line in ("Share", "Exit mobile version")]


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ("y\ny\ny\n", []),
        ("n\ny\nn\n", ["Share", "Exit mobile version"]),
        ("a\ny\n", []),
        ("k\ny\n", ["Share", "Share"]),
        ("n\nu\ny\nn\ny\n", ["Share"]),
        ("a\nu\nk\nn\n", ["Share", "Share", "Exit mobile version"]),
        ("u\ny\nq\n", ["Share", "Exit mobile version"]),
        ("what?\n\nY\nno\nyes\n", ["Share"]),
    ],
)
def test_each_block_goes_as_it_is_answered(page: Path, answers: str, left: list[str]) -> None:
    status, told = _answer(answers)
    assert status == 0, told
    assert _left(page) == left
    assert "The mayor spoke of a long winter" in page.read_text(encoding="utf-8")
    assert CliRunner().invoke(app, ["clean", "a.txt", "--undo"]).exit_code == (0 if len(left) < 3 else 2)
    assert page.read_text(encoding="utf-8") == PAGE


def test_a_block_is_shown_in_its_surroundings(page: Path) -> None:
    told = _answer("q\n")[1]
    assert "a.txt:5  share-control, safe  (block 1 of 3)" in told
    assert "  - Share\n" in told
    assert "    The mayor spoke of a long winter to come.\n" in told
    assert page.read_text(encoding="utf-8") == PAGE


def test_what_was_answered_before_the_answers_end_is_done(page: Path) -> None:
    status, told = _answer("y\n")
    assert status == 0
    assert "cleaned a.txt: 1 removal" in told
    assert _left(page) == ["Share", "Exit mobile version"]
    assert CliRunner().invoke(app, ["clean", "a.txt", "--undo"]).exit_code == 0
    assert page.read_text(encoding="utf-8") == PAGE


def test_a_choice_can_be_shown_or_written_elsewhere(page: Path) -> None:
    status, told = _answer("y\nn\nn\n", "--diff")
    assert (status, told.count("\n-Share")) == (1, 1)
    assert _answer("a\nn\n", "--output", "out")[0] == 0
    assert _left(page.parent / "out" / "a.txt") == ["Exit mobile version"]
    assert page.read_text(encoding="utf-8") == PAGE
    assert sorted(file.name for file in (page.parent / "out").iterdir()) == ["a.txt", FOLDER]
    assert [file.name for file in (page.parent / "out" / FOLDER).iterdir()] == ["a.txt" + SUFFIX]
    assert CliRunner().invoke(app, ["clean", "out", "--undo"]).exit_code == 0
    assert (page.parent / "out" / "a.txt").read_text(encoding="utf-8") == PAGE
    assert not (page.parent / "out" / FOLDER).exists()


def test_in_a_terminal_it_asks_and_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PAGE, encoding="utf-8")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "auditor", "clean", "a.txt", "--interactive"],
        cwd=tmp_path,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(theirs)
    told = ""
    for answer in ("y\n", "n\n", "y\n"):
        shown = ""
        while not shown.rstrip().endswith("[q]uit:"):
            shown += os.read(ours, 4096).decode()
        told += shown
        os.write(ours, answer.encode())
    assert process.wait(timeout=60) == 0
    os.close(ours)
    assert "\x1b[1m  - Share" in told
    assert _left(path) == ["Share"]


@given(SOUP, st.lists(st.sampled_from(list(Reply)), max_size=20))
def test_whatever_is_answered_leads_back(text: str, replies: list[Reply]) -> None:
    waiting = iter(replies)

    def ask(asked: Asked) -> Reply:
        begin, end = asked.place
        assert asked.so_far.text[begin:end].strip()
        return next(waiting, Reply.QUIT)

    cleaned = clean(text, INSPECT, choose=Walk(ask).choose)
    assert restored(cleaned.text, cleaned.removals) == text


def test_one_who_keeps_all_changes_nothing() -> None:
    assert not clean(PAGE, INSPECT, choose=Walk(lambda _: Reply.KEEP).choose).changed


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (["--select", "share-control"], ["Exit mobile version"]),
        (["--ignore", "share-control"], ["Share", "Share"]),
        (["--select", "residue"], []),
        (["--level", "safe"], []),
        (["--level", "all"], []),
    ],
)
def test_only_what_is_selected_goes(page: Path, arguments: list[str], left: list[str]) -> None:
    assert CliRunner().invoke(app, ["clean", "a.txt", "--write", *arguments]).exit_code == 0
    assert _left(page) == left
    assert CliRunner().invoke(app, ["clean", "a.txt", *arguments]).exit_code == 0, "clean again: nothing"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["a.txt", "--level", "saef"], "There is no level of cleaning called 'saef'. Did you mean 'safe'?"),
        (["a.txt", "--level", "safe", "--unsafe"], "--unsafe is the same as --level all"),
        (["a.txt", "--select", "share-contrl"], "Did you mean 'share-control'?"),
        (["a.txt", "--select", "conflicting-date"], "none finds residue"),
        (["a.txt", "--against", "no.index"], "no.index"),
        (["-", "--interactive"], "save the article to a file"),
        (["-", "a.txt", "--write"], "run it alone"),
        (["-", "--undo"], "name the cleaned file"),
        (["a.txt", "--interactive", "--undo"], "choose one of"),
        (["missing.txt", "--undo"], "missing.txt: There is no such file"),
        (["missing.txt", "--interactive"], "missing.txt: There is no such file"),
        (["binary.txt", "--write"], "binary.txt: "),
        (["rows.jsonl", "--interactive"], "Only files of one article can be written"),
    ],
)
def test_bad_use_is_told(page: Path, run: Run, arguments: list[str], told: str) -> None:
    (page.parent / "binary.txt").write_bytes(b"\x7fELF\x00\x01\xff")
    (page.parent / "rows.jsonl").write_text('{"text": "Share\\n\\nThe mayor said so."}\n', encoding="utf-8")
    done = run("clean", *arguments, stdin=PAGE.encode())
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr
    assert page.read_text(encoding="utf-8") == PAGE
    assert len(list(page.parent.iterdir())) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_standard_input_keeps_its_encoding(run: Run, tmp_path: Path, encoding: str) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(PAGE.replace("\n", "\r\n").encode(encoding))
    done = subprocess.run(
        [sys.executable, "-m", "auditor", "clean", "-", "--write"], input=source.read_bytes(), capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert run("clean", "a.txt", "--write").returncode == 0
    assert done.stdout == source.read_bytes()
    assert "Share" not in done.stdout.decode(encoding)


def test_lines_that_the_source_repeats_in_an_index_go(run: Run, tmp_path: Path) -> None:
    towns = ("harbour", "school", "market", "bridge")
    rows = [
        f'{{"id": "{town}", "source": "Mariel Post", "text": "The {town} of Mariel was closed on Monday after a storm broke its wall.'
        '\\n\\nThe long voice of the whole coast, every day"}\n'
        for town in towns
    ]
    (tmp_path / "old.jsonl").write_text("".join(rows[1:]), encoding="utf-8")
    (tmp_path / "new.jsonl").write_text(rows[0], encoding="utf-8")
    assert run("index", "build", "old.jsonl", "--index", "known.index").returncode == 0
    alone, against = (run("clean", "new.jsonl", *more) for more in ((), ("--level", "all", "--against", "known.index")))
    assert "voice of the whole coast" not in alone.stdout
    assert "-The long voice of the whole coast" in against.stdout, against.stderr
    assert "recurring-line" in against.stdout


def test_a_folder_ends_on_a_summary(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "c.txt").write_text("The mayor said so.\n", encoding="utf-8")
    shown, written = run("clean", "."), run("clean", ".", "--write")
    counted = "4 removals in 2 of 3 documents"
    kinds = "(page-control 2, share-control 2); nothing is left."
    assert f"auditor: {counted} if written {kinds}" in shown.stderr
    assert f"auditor: {counted} {kinds}" in written.stderr
