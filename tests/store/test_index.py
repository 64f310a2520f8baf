"""The index of a corpus: real SQLite, whole or not at all."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.archive import Archive, Done
from auditor.model import Document
from auditor.reading import make_document
from auditor.residue.recurrence import Seen, recurring_lines
from auditor.steps.carrying import Engine
from auditor.steps.map import Means
from auditor.store.index import CorpusIndexError, Index, info, verify

Run = Callable[..., subprocess.CompletedProcess[str]]

PAGE = 4096
LINE = "Mariel Post, the voice of the coast"
STORIES = tuple(
    f"Story {number}: the harbour of the town was closed on that day after a storm.\n\n{LINE}" for number in range(6)
)


RULES = "the rules of these tests"
MEANS = Means.of()


def build(file: Path, documents: Iterable[Document]) -> int:
    return Archive(file, RULES, MEANS).build(documents).new


def update(file: Path, documents: Iterable[Document]) -> Done:
    return Archive(file, RULES, MEANS).update(documents)


def page(number: int, source: str | None = "Mariel Post") -> Document:
    return make_document(str(number), STORIES[number], source=source)


def test_pages_of_the_corpus_count_with_those_at_hand(tmp_path: Path) -> None:
    file = tmp_path / "i.sqlite"
    assert build(file, map(page, (0, 1))) == 2
    index = Index(file, RULES)
    assert recurring_lines([page(2)]) == {("Mariel Post", ""): frozenset()}
    assert recurring_lines([page(2)], index.seen) == {("Mariel Post", ""): frozenset({LINE})}
    assert recurring_lines([page(1)], index.seen) == {("Mariel Post", ""): frozenset()}, "the same article, once"
    assert recurring_lines([page(2, "Other")], index.seen) == {("Other", ""): frozenset()}
    index.close()


def test_an_article_counts_once(tmp_path: Path) -> None:
    file = tmp_path / "i.sqlite"
    build(file, map(page, (0, 1)))
    assert update(file, map(page, (0, 1))) == Done(0, same=2)
    assert update(file, map(page, (1, 2))) == Done(1, changed=1), "a line of it recurs from the third page on"
    assert (info(file).articles, info(file).sources, info(file).furniture) == (3, 1, 1)
    assert build(file, [page(0)]) == 1
    assert info(file).articles == 1
    assert verify(file) == []


def test_the_lines_of_a_page_of_no_source_are_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "i.sqlite"
    assert build(file, (page(number, None) for number in range(6))) == 6
    assert (info(file).sources, info(file).furniture) == (0, 0)
    with closing(Index(file, RULES)) as index:
        assert index.seen(("", ""), {LINE}) == Seen(0, {})


def test_what_fails_leaves_the_old_index(tmp_path: Path) -> None:
    file = tmp_path / "i.sqlite"
    build(file, map(page, (0, 1)))

    def failing(step: Callable[[object], object], tasks: Sequence[object]) -> Iterator[object]:
        yield step(tasks[0])
        raise sqlite3.OperationalError("on purpose")

    archive = Archive(file, RULES, MEANS, cast(Engine, failing))
    for make in (archive.build, archive.update):
        with pytest.raises(CorpusIndexError):
            make(map(page, (2, 3)))
        assert info(file).articles == 2
    assert [entry.name for entry in tmp_path.iterdir()] == ["i.sqlite"]


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("x" * 2000)
    with pytest.raises(CorpusIndexError, match="not a database"):
        build(tmp_path / "text", [])
    sqlite3.connect(tmp_path / "db").execute("CREATE TABLE t (x)")
    with pytest.raises(CorpusIndexError, match="something else"):
        update(tmp_path / "db", [])
    with pytest.raises(CorpusIndexError, match="index build"):
        Index(tmp_path / "none", RULES)
    assert (tmp_path / "text").read_text() == "x" * 2000


def test_damage_is_told_with_the_way_out(tmp_path: Path) -> None:
    file = tmp_path / "i"
    build(file, map(page, range(6)))
    whole = file.read_bytes()
    for cut in (150, 2000, len(whole) - 4096):
        file.write_bytes(whole[:cut])
        with pytest.raises(CorpusIndexError, match="Remove it and build it anew"):
            info(file)
    file.write_bytes(whole.replace(b"tablelineslines", b"tablel\xccneslines"))
    with pytest.raises(CorpusIndexError, match="Remove it and build it anew"):
        update(file, [page(0)])
    build(file, [page(0)])
    assert info(file).articles == 1, "an index is built over a damaged one"


ENDLESS = "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r)"


@pytest.mark.parametrize(
    "sql",
    [
        f"DROP TABLE lines; CREATE VIEW lines AS {ENDLESS} SELECT 'S' AS site, 'x' AS line, x AS number FROM r",
        f"CREATE TRIGGER t AFTER INSERT ON articles BEGIN INSERT INTO lines {ENDLESS} SELECT x, x, x FROM r; END",
        "CREATE INDEX more ON lines (number) WHERE length(zeroblob(900000000)) > 1",
        "DROP TABLE lines; CREATE TABLE lines (site, line, number)",
        "DROP TABLE articles",
        "ALTER TABLE lines ADD COLUMN more DEFAULT 3",
    ],
)
def test_other_tables_than_ours_are_refused_before_they_are_asked(tmp_path: Path, sql: str) -> None:
    file = tmp_path / "i"
    build(file, [page(0)])
    with closing(sqlite3.connect(file)) as strange:
        strange.executescript(sql)
    before = file.read_bytes()
    for use in (lambda file: Index(file, RULES), info, lambda file: update(file, [page(1)])):
        with pytest.raises(CorpusIndexError, match="other tables than an index"):
            use(file)
    assert file.read_bytes() == before


def test_a_value_or_a_question_without_end_is_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "i"
    build(file, [page(0)])
    monkeypatch.setattr("auditor.store.index.file._LEAST_LONG", 20_000)
    monkeypatch.setattr("auditor.store.index.file._LONGEST", 20_000)
    with closing(sqlite3.connect(file)) as strange, strange:
        strange.execute("UPDATE articles SET page = ?", ("x" * 90_000,))
    with closing(Index(file, RULES)) as index, pytest.raises(CorpusIndexError, match="too big"):
        index.seen(("Mariel Post", ""), {LINE})
    build(file, map(page, range(6)))
    monkeypatch.setattr("auditor.store.index.file._LEAST_STEPS", -1_000_000)
    monkeypatch.setattr("auditor.store.index.file._STEPS_AT_ONCE", 10)
    with pytest.raises(CorpusIndexError, match="larger than its file"):
        info(file)


def test_counting_a_real_index_takes_less_steps_than_are_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "i"
    build(file, (make_document(str(n), f"{n}\na\nb\nc\n{n} d", source=f"S{n % 7}") for n in range(2000)))
    monkeypatch.setattr("auditor.store.index.file._LEAST_STEPS", 0)
    monkeypatch.setattr("auditor.store.index.file._STEPS_AT_ONCE", 1000)
    assert info(file).articles == 2000
    with closing(Index(file, RULES)) as index:
        assert index.seen(("S0", ""), {"a", "b", "c"}).pages == 286


def test_a_journal_that_lies_beside_an_index_is_not_played_back(tmp_path: Path) -> None:
    file = tmp_path / "i"
    build(file, [page(0)])
    with closing(sqlite3.connect(file)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN")
        writer.executemany("INSERT INTO lines VALUES ('S', ?, 7)", ((f"{n}" * 99,) for n in range(2000)))
        journal = (tmp_path / "i-journal").read_bytes()
    build(file, map(page, (0, 1)))
    (tmp_path / "i-journal").write_bytes(journal)
    assert info(file).articles == 2
    assert update(file, [page(2)]) == Done(1)
    assert info(file).articles == 3


def test_odd_names_cost_their_page_and_not_the_index(tmp_path: Path) -> None:
    file = tmp_path / "i"
    assert build(file, [page(0, "\ud800"), page(1, "S" * 2_000_000), page(2), page(3, "a\0b")]) == 2
    with closing(Index(file, RULES)) as index:
        assert index.seen(("Mariel Post", ""), {LINE, "\ud800 half"}).articles.keys() == {LINE}
        assert index.seen(("\ud800", ""), {LINE}).pages == 0


def test_an_index_is_readable_by_others_and_is_not_written_through_a_link(tmp_path: Path) -> None:
    build(tmp_path / "real", [page(0)])
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o644
    (tmp_path / "real").chmod(0o640)
    build(tmp_path / "real", [page(0)])
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "nowhere").symlink_to("new")
    for write, link in ((build, "link"), (update, "link"), (build, "nowhere")):
        with pytest.raises(CorpusIndexError, match=f"{link} is a link"):
            write(tmp_path / link, [page(1)])
    assert not (tmp_path / "new").exists()
    assert info(tmp_path / "link").articles == 1


def test_what_cannot_be_read_takes_nothing_out_of_an_index(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.jsonl").write_text(json.dumps({"text": STORIES[0], "source": "Mariel Post"}))
    run("index", "build", "corpus.jsonl")
    done = run("index", "build", "corpsu.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert "auditor-index.sqlite was left as it is" in done.stderr
    assert info(tmp_path / "auditor-index.sqlite").articles == 1


def test_many_lines_are_asked_for_in_parts(tmp_path: Path) -> None:
    build(tmp_path / "i", [page(0)])
    index = Index(tmp_path / "i", RULES)
    assert index.seen(("Mariel Post", ""), {*(f"line {number}" for number in range(3000)), LINE}).articles.keys() == {
        LINE
    }
    index.close()


def test_the_commands(run: Run, tmp_path: Path) -> None:
    rows = [json.dumps({"id": str(n), "text": text, "source": "Mariel Post"}) for n, text in enumerate(STORIES)]
    (tmp_path / "corpus.jsonl").write_text("\n".join(rows[:3]))
    (tmp_path / "more.jsonl").write_text("\n".join(rows[3:4]))
    (tmp_path / "new.jsonl").write_text(rows[5])
    assert run("index", "build", "corpus.jsonl").stdout == "auditor-index.sqlite holds 3 articles\n"
    told = "auditor-index.sqlite: 1 new article, 0 changed, 0 taken out, 0 as before\n"
    assert run("index", "update", "more.jsonl").stdout == told
    assert run("index", "info").stdout.startswith("auditor-index.sqlite: 4 articles of 1 known source, 0 names, 1 line")
    assert run("index", "verify").stdout == "auditor-index.sqlite is whole\n"
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


@given(st.randoms(use_true_random=False))
def test_whatever_is_damaged_is_told_and_nothing_else_happens(
    tmp_path_factory: pytest.TempPathFactory, chance: Random
) -> None:
    file = tmp_path_factory.getbasetemp() / "damaged.sqlite"
    file.unlink(missing_ok=True)
    build(file, (page(number, f"S{number % 2}") for number in range(6)))
    data = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 5, 50))):
        leaf = chance.randrange(len(data) // PAGE) * PAGE
        data[chance.choice((chance.randrange(len(data)), leaf + chance.randrange(16)))] = chance.randrange(256)
    for use in (info, lambda file: update(file, [page(0, "S2")]), lambda file: build(file, [page(0)])):
        file.write_bytes(data)
        with suppress(CorpusIndexError):
            use(file)
    with suppress(CorpusIndexError), closing(Index(file, RULES)) as index:
        index.seen(("S1", ""), {LINE})
