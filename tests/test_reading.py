"""Reading: what becomes a document, and what becomes a problem."""

import io
import json
import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trafilatura import load_html

from auditor.reading import MAX_CHARACTERS, make_document, read
from auditor.reading.html import _left_out

TEXT = "The sea was calm.\n"


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, data: str | bytes = TEXT) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def ids(*paths: str) -> list[str]:
    return [document.id for document in read(paths).documents]


def test_files_and_folders_in_one_order() -> None:
    for name in ("b/z.txt", "b/a.md", "b/c/d.txt", "a.txt"):
        write(name)
    assert ids("b", "a.txt") == ids("a.txt", "./b/") == ["a.txt", "b/a.md", "b/c/d.txt", "b/z.txt"]


def test_a_file_named_twice_is_read_once() -> None:
    write("a.txt")
    Path("link.txt").symlink_to("a.txt")
    assert ids("a.txt", "./a.txt", "link.txt") == ["a.txt"]


def test_gitignore_hidden_files_and_other_endings_are_passed_over() -> None:
    write("f/.gitignore", "skip/\n*.md\n!keep.md\n")
    for name in ("f/a.txt", "f/b.md", "f/keep.md", "f/skip/c.txt", "f/.hidden/d.txt", "f/.e.txt", "f/g.py"):
        write(name)
    write("f/sub/.gitignore", "x.txt\n")
    write("f/sub/x.txt")
    write("f/sub/y.txt")
    reading = read(["f"])
    assert [d.id for d in reading.documents] == ["f/a.txt", "f/keep.md", "f/sub/y.txt"]
    assert reading.problems == ()


def test_text_is_as_it_is() -> None:
    write("a.txt", b"\xef\xbb\xbfone\r\ntwo\n")
    write("b.txt", "one two".encode("utf-16"))
    assert [document.text for document in read(["a.txt", "b.txt"]).documents] == ["one\r\ntwo\n", "one two"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.txt", b"caf\xe9", "Byte 3 (0xe9) is not UTF-8"),
        ("a.txt", b"", "no text"),
        ("a.txt", b" \n", "no text"),
        ("a.txt", b"a\0b", "NUL"),
        ("a.html", b"<p>x", "No article is found in this page"),
        ("a.parquet", b"PAR1", "From here on this is not Parquet"),
        ("a.docx", b"PK", ".docx"),
        ("a.csv", b"title\nx\n", "'text'"),
        ("a.csv", b"", "no row"),
        ("a.jsonl", b"\n\n", "no row"),
    ],
)
def test_problems_name_the_file_and_the_way_out(name: str, data: bytes, told: str) -> None:
    write(name, data)
    write("good.txt")
    reading = read([name, "good.txt"])
    assert [document.id for document in reading.documents] == ["good.txt"]
    [problem] = reading.problems
    assert problem.document.startswith(name)
    assert told in problem.error


def parquet_of(**columns: object) -> bytes:
    pa, out = pytest.importorskip("pyarrow"), io.BytesIO()
    pytest.importorskip("pyarrow.parquet").write_table(pa.table(columns), out)
    return out.getvalue()


def test_rows_of_parquet_are_as_those_of_json_lines() -> None:
    rows = [
        {"id": 7, "text": "One.", "date": "2024-05-01", "group": "g"},
        {"id": None, "text": "Two.", "date": None, "group": None},
        {"id": 9, "text": None, "date": None, "group": None},
        *({"id": None, "text": f"Row {number}.", "date": None, "group": "many"} for number in range(150)),
    ]
    write("a.parquet", parquet_of(**{name: [row[name] for row in rows] for name in rows[0]}))
    write("b/a.jsonl", "\n".join(map(json.dumps, rows)).encode())
    one, other = read(["a.parquet"]), read(["b/a.jsonl"])
    assert [(d.text, d.date, d.group, d.sha256) for d in one.documents if "#" not in d.id] == [
        (d.text, d.date, d.group, d.sha256) for d in other.documents if "#" not in d.id
    ]
    assert len(one.documents) == len(other.documents) == 152
    assert [(p.document, p.error) for p in one.problems] == [("a.parquet:3", other.problems[0].error)]


def test_parquet_of_days_and_from_standard_input() -> None:
    days = [datetime(2024, 5, 1, 12, 30), datetime(2024, 5, 2)]
    data = parquet_of(text=["One.", "Two."], date=days)
    stream = io.BytesIO(data)
    stream.seekable = lambda: False  # type: ignore[method-assign]
    reading = read(["-"], stdin=stream, stdin_filename="a.parquet")
    assert [(one.id, one.date) for one in reading.documents] == [
        ("a.parquet#1", "2024-05-01"),
        ("a.parquet#2", "2024-05-02"),
    ]


def test_parquet_without_texts_is_told() -> None:
    write("a.parquet", parquet_of(title=["One."]))
    write("b.parquet", parquet_of(text=[]))
    told = [problem.error for problem in read(["a.parquet", "b.parquet"]).problems]
    assert "No column is called 'text', only 'title'" in told[0]
    assert "no row" in told[1]


def test_parquet_without_its_reader_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.parquet", b"PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "pip install 'source-auditor[parquet]'" in read(["a.parquet"]).problems[0].error


def test_rows_of_json_lines() -> None:
    rows = [
        '{"id": 7, "text": "One.", "date": "2024-05-01", "group": "g", "other": 1}',
        "",
        '{"text": "Two.", "url": null}',
        '{"text": ""}',
        "{broken",
        '["no object"]',
        '{"text": 3}',
        '{"title": "none"}',
        '{"text": "half \\ud800"}',
    ]
    write("a.jsonl", "\n".join(rows))
    reading = read(["a.jsonl"])
    assert [(d.id, d.text, d.date, d.group) for d in reading.documents] == [
        ("7", "One.", "2024-05-01", "g"),
        ("a.jsonl#2", "Two.", None, ""),
        ("a.jsonl#3", "", None, ""),
    ]
    assert [problem.document for problem in reading.problems] == [f"a.jsonl:{line}" for line in (5, 6, 7, 8, 9)]


def test_rows_of_csv() -> None:
    write("a.csv", '\ufeffid,text,title\nx,"One,\ntwo.",\n,Three.,T\n')
    assert [(d.id, d.text, d.title) for d in read(["a.csv"]).documents] == [
        ("a.csv#2", "Three.", "T"),
        ("x", "One,\ntwo.", None),
    ]


def test_one_id_for_two_documents_is_a_problem_naming_both() -> None:
    write("a.jsonl", '{"id": "x", "text": "One."}\n{"id": "x", "text": "Two."}\n')
    reading = read(["a.jsonl"])
    assert [document.text for document in reading.documents] == ["One."]
    [problem] = reading.problems
    assert problem.document == "a.jsonl:2"
    assert "a.jsonl:1" in problem.error


def test_standard_input() -> None:
    reading = read(["-"], stdin=io.BytesIO(b'{"text": "One."}\n'), stdin_filename="wire.jsonl")
    assert [document.id for document in reading.documents] == ["wire.jsonl#1"]
    assert [document.id for document in read(["-"], stdin=io.BytesIO(b"One.")).documents] == ["-"]


def test_an_article_has_a_largest_size() -> None:
    write("a.jsonl", json.dumps({"text": "x" * (MAX_CHARACTERS + 1)}))
    with Path("b.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    reading = read(["a.jsonl", "b.txt"])
    assert reading.documents == ()
    assert [problem.document for problem in reading.problems] == ["a.jsonl:1", "b.txt"]
    assert all("5,000,000" in problem.error for problem in reading.problems)


def test_missing_broken_and_strange_paths() -> None:
    Path("broken.txt").symlink_to("nowhere.txt")
    os.mkfifo("pipe.txt")
    Path("empty").mkdir()
    reading = read(["no.txt", "broken.txt", "pipe.txt", "empty"])
    assert reading.documents == ()
    assert [problem.document for problem in reading.problems] == ["broken.txt", "empty", "no.txt", "pipe.txt"]


def test_no_link_in_a_folder_is_followed_and_what_is_missed_is_named() -> None:
    write("f/a.txt")
    write("f/deep/b.txt")
    write("f/.env", "TOKEN=42")
    write("f/.hidden/c.txt")
    write("other/b.txt")
    for name, target in (
        ("up", "../f"),
        ("aside", "../other"),
        ("secret.txt", ".env"),
        ("hidden", ".hidden"),
        ("out.txt", "../other/b.txt"),
        ("again.txt", "a.txt"),
        ("deep-again", "deep"),
        ("deep/chain.txt", "../out.txt"),
        ("program", "/bin/sh"),
    ):
        Path("f", name).symlink_to(target)
    reading = read(["f"])
    assert [document.id for document in reading.documents] == ["f/a.txt", "f/deep/b.txt"]
    told = {problem.document: problem.error for problem in reading.problems}
    assert set(told) == {"f/up", "f/aside", "f/secret.txt", "f/hidden", "f/out.txt", "f/deep/chain.txt"}
    assert all("was not followed" in error for error in told.values())
    assert ids("f/out.txt") == ["f/out.txt"], "a link that is named is followed"


def test_rules_of_what_to_ignore_are_no_link_and_may_be_passed_over() -> None:
    write("f/a.txt")
    write("f/b.txt")
    write("rules", "a.txt\n")
    Path("f/.gitignore").symlink_to("../rules")
    assert ids("f") == ["f/a.txt", "f/b.txt"]
    Path("f/.gitignore").unlink()
    write("f/.gitignore", "a.txt\n")
    assert ids("f") == ["f/b.txt"]
    assert [document.id for document in read(["f"], rules_for=None).documents] == ["f/a.txt", "f/b.txt"]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission() -> None:
    write("a.txt")
    Path("a.txt").chmod(0)
    [problem] = read(["a.txt"]).problems
    assert problem.document == "a.txt"


READABLE = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1).filter(
    lambda text: bool(text.strip()) and not text.startswith("\ufeff")
)


@given(READABLE)
def test_a_text_comes_back_as_written(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.txt")
        path.write_bytes(text.encode())
        [document] = read([str(path)]).documents
    assert document.text == text
    assert document.sha256 == make_document("a", text).sha256


@given(st.lists(READABLE, min_size=1, max_size=4))
def test_rows_come_back_as_written(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.jsonl")
        path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
        assert [document.text for document in read([str(path)]).documents] == texts


PAGE = """<!doctype html><html lang="en"><head><title>A storm closes the harbour</title>
<meta name="author" content="Ana Ruiz"><meta property="article:published_time" content="2024-03-16T08:00:00Z">
<link rel="canonical" href="https://news.example/storm"></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>A storm closes the harbour</h1><p>The harbour of Mariel was closed on Monday after a storm broke its northern
wall, the port office said, and the fishing fleet moved to the next bay for the time being.</p><p>Repairs will take until
autumn, the office said. Ships are sent to the bay of Cullen, which has two quays and a small crane of its own.</p>
</article><footer>Share this page</footer></body></html>"""


def test_a_page_gives_its_article_and_what_its_head_says(tmp_path: Path) -> None:
    (tmp_path / "storm.html").write_text(PAGE, encoding="utf-8")
    document = read([str(tmp_path / "storm.html")]).documents[0]
    assert "The harbour of Mariel was closed" in document.text
    assert "Home" not in document.text
    assert (document.title, document.byline, document.date) == ("A storm closes the harbour", "Ana Ruiz", "2024-03-16")
    assert document.url == "https://news.example/storm"
    assert document.language == "en"


def test_what_the_extractor_left_out_of_the_article_is_known() -> None:
    first, last, missed = (
        f"{word} the wall was looked at by three engineers, and none of the three would sign what he had seen. "
        for word in "abc"
    )
    page = load_html(
        f"<div><p>{first}</p><p>{missed}</p><p>Share</p><p>{last}</p><p>{missed} So.</p></div><div><p>{missed}</p></div>"
    )
    text = f"{first.strip()}\n{last.strip()}"
    assert list(_left_out(page, text)) == [(len(first.strip()), missed.strip())]


def test_nothing_is_left_out_of_a_page_that_was_taken_whole(tmp_path: Path) -> None:
    (tmp_path / "storm.html").write_text(PAGE, encoding="utf-8")
    assert read([str(tmp_path / "storm.html")]).documents[0].left_out == ()


@pytest.mark.parametrize(
    ("opening", "language"),
    [
        ("<!-- <html lang='fr'> --><HTML LANG=de-AT>", "de-AT"),
        ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml' xml:lang='de'>", "de"),
        ('<html lang="">', None),
        ("<html>", None),
        ("", None),
    ],
)
def test_a_page_says_its_language(tmp_path: Path, opening: str, language: str | None) -> None:
    page = PAGE.replace('<html lang="en">', opening).replace("<nav>", '<nav lang="nl">')
    (tmp_path / "storm.html").write_text(page, encoding="utf-8")
    assert read([str(tmp_path / "storm.html")]).documents[0].language == language


def test_the_language_of_a_row_is_kept_as_given(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One.", "language": "de-AT"}\n{"text": "Two."}\n')
    assert [document.language for document in read([str(tmp_path / "a.jsonl")]).documents] == ["de-AT", None]
