"""The index of a corpus: real SQLite, whole or not at all."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from auditor.index import CorpusIndexError, Index, build, info, update
from auditor.model import Document
from auditor.reading import make_document
from auditor.residue.recurrence import recurring_lines

Run = Callable[..., subprocess.CompletedProcess[str]]

LINE = "Mariel Post, the voice of the coast"
STORIES = tuple(
    f"Story {number}: the harbour of the town was closed on that day after a storm.\n\n{LINE}" for number in range(6)
)


def page(number: int, source: str | None = "Mariel Post") -> Document:
    return make_document(str(number), STORIES[number], source=source)


def test_pages_of_the_corpus_count_with_those_at_hand(tmp_path: Path) -> None:
    file = tmp_path / "i.sqlite"
    assert build(file, map(page, (0, 1))) == 2
    index = Index(file)
    assert recurring_lines([page(2)]) == {("Mariel Post", ""): frozenset()}
    assert recurring_lines([page(2)], index.seen) == {("Mariel Post", ""): frozenset({LINE})}
    assert recurring_lines([page(1)], index.seen) == {("Mariel Post", ""): frozenset()}, "the same article, once"
    assert recurring_lines([page(2, "Other")], index.seen) == {("Other", ""): frozenset()}
    index.close()


def test_a_page_counts_once(tmp_path: Path) -> None:
    file = tmp_path / "i.sqlite"
    build(file, map(page, (0, 1, 1)))
    assert update(file, map(page, (1, 2))) == 1
    assert (info(file).pages, info(file).sources, info(file).furniture) == (3, 1, 1)
    assert build(file, [page(0)]) == 1
    assert info(file).pages == 1


def test_pages_of_no_source_are_left_out(tmp_path: Path) -> None:
    assert build(tmp_path / "i.sqlite", [page(0, None)]) == 0


def test_what_fails_leaves_the_old_index(tmp_path: Path) -> None:
    file = tmp_path / "i.sqlite"
    build(file, map(page, (0, 1)))

    def failing() -> list[Document]:
        yield page(2)
        raise sqlite3.OperationalError("on purpose")

    for make in (build, update):
        with pytest.raises(CorpusIndexError):
            make(file, failing())
        assert info(file).pages == 2
    assert [entry.name for entry in tmp_path.iterdir()] == ["i.sqlite"]


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("x" * 2000)
    with pytest.raises(CorpusIndexError, match="not a database"):
        build(tmp_path / "text", [])
    sqlite3.connect(tmp_path / "db").execute("CREATE TABLE t (x)")
    with pytest.raises(CorpusIndexError, match="something else"):
        update(tmp_path / "db", [])
    with pytest.raises(CorpusIndexError, match="index build"):
        Index(tmp_path / "none")
    assert (tmp_path / "text").read_text() == "x" * 2000


def test_damage_and_a_run_that_writes_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path / "i", [page(0)])
    index = Index(tmp_path / "i")
    with closing(sqlite3.connect(tmp_path / "i")) as other:
        other.execute("DROP TABLE lines")
    for use in (lambda: index.seen(("Mariel Post", ""), {LINE}), lambda: info(tmp_path / "i")):
        with pytest.raises(CorpusIndexError, match="remove and build it"):
            use()
    index.close()
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path: connect(path, timeout=0.01))
    with closing(sqlite3.connect(tmp_path / "i")) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CorpusIndexError, match="Another run is writing to it"):
            info(tmp_path / "i")

    def refused(path: Path) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(sqlite3, "connect", refused)
    with pytest.raises(CorpusIndexError, match="unable to open"):
        info(tmp_path / "i")


def test_an_index_is_readable_by_others_and_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real")
    build(tmp_path / "link", [page(0)])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o644
    (tmp_path / "real").chmod(0o640)
    build(tmp_path / "link", [page(0)])
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640


def test_what_cannot_be_read_takes_nothing_out_of_an_index(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.jsonl").write_text(json.dumps({"text": STORIES[0], "source": "Mariel Post"}))
    run("index", "build", "corpus.jsonl")
    done = run("index", "build", "corpsu.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert "auditor-index.sqlite was left as it is" in done.stderr
    assert info(tmp_path / "auditor-index.sqlite").pages == 1


def test_many_lines_are_asked_for_in_parts(tmp_path: Path) -> None:
    build(tmp_path / "i", [page(0)])
    index = Index(tmp_path / "i")
    assert index.seen(("Mariel Post", ""), {*(f"line {number}" for number in range(3000)), LINE}).articles.keys() == {
        LINE
    }
    index.close()


def test_the_commands(run: Run, tmp_path: Path) -> None:
    rows = [json.dumps({"id": str(n), "text": text, "source": "Mariel Post"}) for n, text in enumerate(STORIES)]
    (tmp_path / "corpus.jsonl").write_text("\n".join(rows[:3]))
    (tmp_path / "more.jsonl").write_text("\n".join(rows[2:4]))
    (tmp_path / "new.jsonl").write_text(rows[5])
    assert run("index", "build", "corpus.jsonl").stdout == "auditor-index.sqlite holds 3 pages\n"
    assert run("index", "update", "more.jsonl").stdout == "auditor-index.sqlite took in 1 pages\n"
    assert run("index", "info").stdout == "auditor-index.sqlite: 4 pages of 1 sources, 1 lines that recur\n"
    alone = run("check", "new.jsonl", "--report", "json")
    against = run("check", "new.jsonl", "--report", "json", "--against", "auditor-index.sqlite")
    assert [f["primary"]["text"] for f in json.loads(alone.stdout)["findings"] if f["check"] == "recurring-line"] == []
    assert LINE in {f["primary"]["text"] for f in json.loads(against.stdout)["findings"] if f["family"] == "residue"}
    for wrong in (
        ("index", "info", "--index", "none"),
        ("check", "new.jsonl", "--against", "none"),
        ("index", "build", "gone"),
    ):
        assert run(*wrong).returncode == 2
