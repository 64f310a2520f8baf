"""The archive: an index follows the documents it was made of, and reads again only what is not as it was."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from auditor.archive import Archive, Done
from auditor.model import Document
from auditor.reading import make_document, read
from auditor.steps.carrying import here
from auditor.steps.map import Means
from auditor.store.index import CorpusIndexError, Index, info, verify

Run = Callable[..., subprocess.CompletedProcess[str]]

RULES = "the rules of these tests"
MEANS = Means.of()
TEXTS = (
    "The ferry Orsand left Port Lunde at noon on Monday, said harbour master Ketil Brandvik. “Nobody was hurt when she ran "
    "aground,” he said. A tug from the next harbour tried twice to pull her off the bank, and gave up when the wind turned to the "
    "north. Her passengers were taken ashore in small boats, and spent the night in a school above the quay.",
    "The ferry Orsand lay aground off Port Lunde on Tuesday. Ketil Brandvik said that twelve people had been on board.",
    "A bakery in Vellmar gave away its bread on Friday, and the queue reached the town hall before nine.",
)


class Counting:
    """An engine that counts what it is given."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, step, tasks):  # type: ignore[no-untyped-def]
        self.read += [task.document.id for task in tasks]
        return here(step, tasks)


def written(folder: Path, texts: Sequence[str] = TEXTS) -> None:
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")


def updated(archive: Archive, *paths: str) -> Done:
    reading = read(paths)
    return archive.update(reading.documents, paths, reading.problems)


def ids(file: Path) -> set[str]:
    with closing(Index(file, RULES)) as index:
        return set(index.held())


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """An index of a folder ``a`` with three articles and a folder ``b`` with two."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "a")
    written(tmp_path / "b", TEXTS[:2])
    made = Archive(tmp_path / "i.sqlite", RULES, MEANS, Counting())
    assert made.build(read(["a", "b"]).documents) == Done(5)
    made.engine.read.clear()  # type: ignore[attr-defined]
    return made


def test_only_what_is_new_or_changed_is_read(archive: Archive, tmp_path: Path) -> None:
    before = archive.path.read_bytes()
    assert updated(archive, "a", "b") == Done(0, same=5)
    assert archive.path.read_bytes() == before
    (tmp_path / "a" / "1.txt").write_text("Rain fell on Vellmar.", encoding="utf-8")
    (tmp_path / "a" / "new.txt").write_text("Snow fell on Vellmar.", encoding="utf-8")
    assert updated(archive, "a") == Done(1, changed=1, same=2)
    assert archive.engine.read == ["a/1.txt", "a/new.txt"]  # type: ignore[attr-defined]
    assert verify(archive.path) == []


def test_what_vanished_from_the_paths_given_is_taken_out(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "a" / "0.txt").unlink()
    (tmp_path / "b" / "0.txt").unlink()
    assert updated(archive, "a") == Done(0, removed=1, same=2)
    assert ids(archive.path) == {"a/1.txt", "a/2.txt", "b/0.txt", "b/1.txt"}
    assert updated(archive, "a", ".") == Done(0, removed=1, same=3), "a folder above b"
    assert verify(archive.path) == []


def test_a_row_that_vanished_from_a_file_is_taken_out(archive: Archive, tmp_path: Path) -> None:
    rows = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(TEXTS)]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert updated(archive, "rows.jsonl") == Done(3)
    (tmp_path / "rows.jsonl").write_text("\n".join(rows[1:]), encoding="utf-8")
    assert updated(archive, "rows.jsonl") == Done(0, removed=1, same=2)
    assert "0" not in ids(archive.path)
    assert len(ids(archive.path)) == 7


def test_what_cannot_be_read_or_came_from_elsewhere_stays(archive: Archive, tmp_path: Path) -> None:
    archive.update([make_document("piped", "It was piped in.")])
    (tmp_path / "a" / "0.txt").write_bytes(b"\xff\xfe\x00\xd8" * 9)
    assert updated(archive, "a").removed == 0
    assert updated(archive, "gone", ".").removed == 0
    assert {"piped", "a/0.txt"} <= ids(archive.path)


def test_an_index_and_its_documents_can_be_moved_together(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("a", "b", "i.sqlite"):
        (tmp_path / name).rename(moved / name)
    monkeypatch.chdir(moved)
    (moved / "a" / "0.txt").unlink()
    assert updated(Archive(moved / "i.sqlite", RULES, MEANS), "a") == Done(0, removed=1, same=2)


def test_removed_and_put_in_again_it_is_the_index_it_was(archive: Archive, tmp_path: Path) -> None:
    def held(file: Path) -> list[list[object]]:
        with closing(sqlite3.connect(file)) as database:
            asked = (
                "SELECT id, place, text, names, quoted, own FROM articles JOIN records USING (number) ORDER BY id",
                "SELECT name, day, id FROM names JOIN articles USING (number) ORDER BY 1, 2, 3",
                "SELECT run, id FROM copied JOIN articles USING (number) ORDER BY 1, 2",
                "SELECT run, id FROM quoted JOIN articles USING (number) ORDER BY 1, 2",
            )
            return [database.execute(one).fetchall() for one in asked]

    before = held(archive.path)
    text = (tmp_path / "a" / "0.txt").read_text(encoding="utf-8")
    (tmp_path / "a" / "0.txt").unlink()
    updated(archive, "a")
    assert held(archive.path) != before
    (tmp_path / "a" / "0.txt").write_text(text, encoding="utf-8")
    updated(archive, "a")
    assert held(archive.path) == before
    assert all(before), "every table was asked"


def test_documents_that_do_not_fit_are_told(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "i", RULES, MEANS)
    odd: Iterable[Document] = [make_document("a\ud800", "x"), make_document("b" * 2000, "x"), make_document("c", "x")]
    done = archive.build(odd)
    assert (done.new, sorted(done.unfit)) == (1, ["a\ud800", "b" * 2000])


def test_an_index_of_other_rules_or_tables_is_refused(archive: Archive) -> None:
    other = Archive(archive.path, "other rules", MEANS)
    for use in (lambda: other.update([]), lambda: Index(archive.path, "other rules")):
        with pytest.raises(CorpusIndexError, match=r"auditor index build PATH\.\.\. --index"):
            use()
    assert info(archive.path).articles == 5
    with closing(sqlite3.connect(archive.path)) as database:
        database.execute("PRAGMA user_version = 1")
    for ask in (info, verify, lambda path: Index(path, RULES)):
        with pytest.raises(CorpusIndexError, match=r"another version.*auditor index build"):
            ask(archive.path)
    assert other.build([make_document("x", "y")]) == Done(1)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE articles SET first = 7 WHERE number = 1", "not as it was put in"),
        ("UPDATE records SET record = x'00' WHERE number = 1", "not as it was put in"),
        ("UPDATE records SET own = x'0102' WHERE number = 1", "not as it was put in"),
        ("DELETE FROM records WHERE number = 1", "not as it was put in"),
        ("DELETE FROM names WHERE number = 1", "names of a/0.txt do not lead to it"),
        ("DELETE FROM quoted", "quotations of a/0.txt do not lead to it"),
        ("INSERT INTO copied VALUES (7, 1)", "1 runs of words lead to no article that has them"),
        ("INSERT INTO lines VALUES ('S', 'x', 1)", "1 lines lead to no article that has them"),
        ("DELETE FROM articles WHERE number = 3", "1 records are of no article"),
    ],
)
def test_verify_tells_what_is_wrong(archive: Archive, run: Run, sql: str, told: str) -> None:
    assert verify(archive.path) == []
    with closing(sqlite3.connect(archive.path)) as database, database:
        database.execute(sql)
    assert any(told in one for one in verify(archive.path))
    done = run("index", "verify", "--index", str(archive.path))
    assert done.returncode == 1
    assert told in done.stdout
    assert "build it anew" in done.stdout


def test_damaged_records_are_told_by_who_reads_them(archive: Archive) -> None:
    with closing(sqlite3.connect(archive.path)) as database, database:
        database.execute("UPDATE records SET record = substr(record, 1, 99)")
    with closing(Index(archive.path, RULES)) as index, pytest.raises(CorpusIndexError, match="build it anew"):
        index.article(1)


def test_a_record_of_another_class_runs_nothing(archive: Archive, tmp_path: Path) -> None:
    import pickle
    import zlib

    class Harm:
        def __reduce__(self) -> tuple[object, ...]:
            return os.mkdir, (str(tmp_path / "harm"),)

    with closing(sqlite3.connect(archive.path)) as database, database:
        database.execute("UPDATE records SET record = ?", (zlib.compress(pickle.dumps(Harm())),))
    with closing(Index(archive.path, RULES)) as index, pytest.raises(CorpusIndexError):
        index.article(1)
    assert not (tmp_path / "harm").exists()


KILLED = """
import sys, time
from pathlib import Path
from auditor.archive import Archive
from auditor.reading import make_document

def slow(step, tasks):
    for number, task in enumerate(tasks):
        yield step(task)
        print(number, flush=True)
        time.sleep(0.5)

documents = [make_document(f"new {n}", f"{n} boats lay in the harbour.") for n in range(9)]
archive = Archive(Path(sys.argv[1]), sys.argv[2], engine=slow)
getattr(archive, sys.argv[3])(documents)
"""


@pytest.mark.parametrize("change", ["build", "update"])
def test_a_run_that_is_killed_leaves_the_old_index(archive: Archive, change: str) -> None:
    before = archive.path.read_bytes()
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(archive.path), RULES, change], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "0\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert archive.path.read_bytes() == before
    assert updated(archive, "a", "b") == Done(0, same=5)


@pytest.mark.skipif(sys.platform == "win32", reason="no locks")
def test_a_second_writer_is_told_and_waits(archive: Archive) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(archive.path), RULES, "update"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "0\n"
    told: list[float] = []
    second = Archive(archive.path, RULES, MEANS, waiting=lambda: told.append(time.monotonic()))
    done = second.update([make_document("second", "It waited.")])
    assert len(told) == 1
    assert process.wait() == 0
    assert done == Done(1)
    assert len(ids(archive.path)) == 5 + 9 + 1, "nothing of either is lost"
