"""Whether an index is whole: the file, every row of it, and that what leads to an article agrees with what is kept of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from auditor.residue.recurrence import page_of
from auditor.store.index.file import Damaged, can_be_kept, opened, told
from auditor.store.index.read import read_article, read_sketch
from auditor.store.index.rows import copied_rows, digest, named_rows, quoted_rows

_STEPS_A_BYTE = 100
"""Steps of SQLite's machine for each byte of the file: a look at all of it takes more than a question does."""
_MOST = 10
"""What is told of an index that is not whole, at most."""
_SHARED = {"names": "names", "quoted": "quotations", "copied": "runs of words", "lines": "lines"}


def verify(path: Path) -> list[str]:
    """What is wrong with an index, nothing where it is whole. Raises ``CorpusIndexError`` where it cannot be read."""
    wrong: list[str] = []
    with closing(opened(path, _STEPS_A_BYTE)) as database, told(path):
        for one in _all(database):
            wrong.append(one)
            if len(wrong) == _MOST:
                break
    return wrong


def _all(database: sqlite3.Connection) -> Iterator[str]:
    whole = [str(one) for (one,) in database.execute(f"PRAGMA integrity_check({_MOST})")]
    if whole != ["ok"]:
        yield from (f"the file is damaged: {one}" for one in whole)
        return
    expected = dict.fromkeys(_SHARED, 0)
    rows = database.execute(
        "SELECT articles.*, digest, quoted, own, record FROM articles LEFT JOIN records USING (number) ORDER BY number"
    )
    for row in rows:
        yield from _article(database, row, expected)
    for table, number in expected.items():
        [(found,)] = database.execute(f"SELECT COUNT(*) FROM {table}")
        if found > number:
            yield f"{found - number:,} {_SHARED[table]} lead to no article that has them"
    [(lost,)] = database.execute("SELECT COUNT(*) FROM records WHERE number NOT IN (SELECT number FROM articles)")
    if lost:
        yield f"{lost:,} records are of no article"


def _article(database: sqlite3.Connection, row: tuple[object, ...], expected: dict[str, int]) -> Iterator[str]:
    """What is wrong with an article; what leads to it is counted."""
    *fields, told_digest, quoted, own, record = row
    number, document, content, _, text, group, site, page, first, last, language, names = fields
    if digest((*fields, quoted, own, record)) != told_digest:
        yield f"{document} is not as it was put in"
        return
    try:
        short = (number, document, content, group, first, last, language, names)
        sketch, article = read_sketch(database, short, whole=True), read_article(database, short)
    except Damaged as error:
        yield str(error)
        return
    read = page_of(article.document)
    if (article.document.sha256, article.document.group, read.site[0], read.article) != (text, group, site, page):
        yield f"{document} is told to be another than it is"
    lines = [(site, line, number) for line in filter(can_be_kept, read.lines)] if site else []
    assert isinstance(number, int)
    for table, rows in (
        ("names", list(named_rows(sketch, number))),
        ("quoted", list(quoted_rows(sketch, number))),
        ("copied", list(copied_rows(sketch, number))),
        ("lines", lines),
    ):
        expected[table] += len(rows)
        if not all(_is_there(database, table, one) for one in rows):
            yield f"{_SHARED[table]} of {document} do not lead to it"


_COLUMNS = {
    "names": "name = ? AND day = ? AND number = ?",
    "quoted": "run = ? AND number = ?",
    "copied": "run = ? AND number = ?",
    "lines": "site = ? AND line = ? AND number = ?",
}


def _is_there(database: sqlite3.Connection, table: str, row: tuple[object, ...]) -> bool:
    return database.execute(f"SELECT 1 FROM {table} WHERE {_COLUMNS[table]}", row).fetchone() is not None
