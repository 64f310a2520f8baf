"""How an index is filled: a part is made beside the file, and takes its place when it is whole."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from auditor.model import Article
from auditor.residue.recurrence import page_of
from auditor.store.index.file import (
    APPLICATION,
    TABLES,
    VERSION,
    CorpusIndexError,
    Damaged,
    can_be_kept,
    connected,
    look_at_head,
    made_anew,
)
from auditor.store.index.read import ARTICLE, read_article, read_sketch
from auditor.store.index.rows import MOST_BYTES, copied_rows, digest, named_rows, names_told, packed, quoted_rows
from auditor.story.sketches import Sketch

_STAGED = {
    "names": "name, day, number",
    "quoted": "run, number",
    "copied": "run, number",
    "lines": "site, line, number",
}
"""The tables whose rows are put in when all are known, in their order: put in one by one they would take three times as long."""
_MEMORY = -64 * 1024
"""What SQLite may keep of the file in memory while it is filled (in its own way of saying 64 MB)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is put into an index of an article.

    ``content`` tells all that the article was made of, and ``place`` where its document was read from.
    """

    article: Article
    sketch: Sketch
    content: str
    place: str


class Writer:
    """Puts articles into a part of an index, and takes them out."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Begin with what the part holds."""
        self._database = database
        database.execute(f"PRAGMA cache_size = {_MEMORY}")
        for table, columns in _STAGED.items():
            database.execute(f"CREATE TEMP TABLE new_{table} ({columns})")
        [(last,)] = database.execute("SELECT MAX(number) FROM articles")
        self._next = (last or 0) + 1

    def put(self, entry: Entry) -> bool:
        """Put an article in; whether it fits: not where a name is no UTF-8 or too long, or its record too large."""
        number, document, site = self._next, entry.article.document, page_of(entry.article.document)
        names = (document.id, entry.place, document.group or "-", site.site[0] or "-")
        record = packed(entry.article)
        if not all(map(can_be_kept, names)) or len(record) > MOST_BYTES // 8:
            return False
        self._next += 1
        first, last = entry.sketch.days
        row = (
            *(
                number,
                document.id,
                entry.content,
                entry.place,
                document.sha256,
                document.group,
                site.site[0],
                site.article,
            ),
            *(first, last, entry.sketch.language, names_told(entry.sketch)),
        )
        runs = entry.sketch.quoted, entry.sketch.own
        self._many("articles", [row])
        self._many("records", [(number, digest((*row, *runs, record)), *runs, record)])
        self._many("new_names", named_rows(entry.sketch, number))
        self._many("new_quoted", quoted_rows(entry.sketch, number))
        self._many("new_copied", copied_rows(entry.sketch, number))
        self._many("new_lines", _lines(entry.article, number))
        return True

    def _many(self, table: str, rows: Iterator[tuple[object, ...]] | list[tuple[object, ...]]) -> None:
        if found := list(rows):
            marks = ", ".join("?" * len(found[0]))
            self._database.executemany(f"INSERT INTO {table} VALUES ({marks})", found)

    def remove(self, number: int) -> None:
        """Take an article out. Raises ``Damaged``."""
        [row] = self._database.execute(f"SELECT {ARTICLE} FROM articles WHERE number = ?", (number,))
        sketch = read_sketch(self._database, row, whole=True)
        article = read_article(self._database, row)
        for table, rows in (
            ("names", named_rows(sketch, number)),
            ("quoted", quoted_rows(sketch, number)),
            ("copied", copied_rows(sketch, number)),
            ("lines", _lines(article, number)),
        ):
            where = " AND ".join(f"{column.strip()} = ?" for column in _STAGED[table].split(","))
            self._database.executemany(f"DELETE FROM {table} WHERE {where}", list(rows))
        for table in ("articles", "records"):
            self._database.execute(f"DELETE FROM {table} WHERE number = ?", (number,))

    def finish(self) -> None:
        """Put in what was kept back."""
        for table, columns in _STAGED.items():
            self._database.execute(f"INSERT INTO {table} SELECT {columns} FROM new_{table} ORDER BY {columns}")


def _lines(article: Article, number: int) -> Iterator[tuple[str, str, int]]:
    """The lines of a page that its source may repeat; those of a page of an unknown source are not kept."""
    page = page_of(article.document)
    if page.site[0]:
        yield from ((page.site[0], line, number) for line in sorted(filter(can_be_kept, page.lines)))


@contextmanager
def built(path: Path, made_by: str, tool: str) -> Iterator[Writer]:
    """An index to fill, which takes the place of what was there when the block ends. Raises ``CorpusIndexError``."""
    if path.exists():
        look_at_head(path)  # never over a file that is no index
    with made_anew(path) as part, closing(connected(part)) as database:
        database.executescript(TABLES)
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {VERSION}")
        database.execute("INSERT INTO about VALUES (?, ?)", (made_by, tool))
        yield from _filled(path, database)


@contextmanager
def updated(path: Path) -> Iterator[Writer]:
    """An index that was opened before, to change; it takes the place of the file when the block ends.

    Raises ``CorpusIndexError``.
    """
    with made_anew(path) as part:
        shutil.copyfile(path, part)
        with closing(connected(part)) as database:
            yield from _filled(path, database)


def _filled(path: Path, database: sqlite3.Connection) -> Iterator[Writer]:
    try:
        with database:
            writer = Writer(database)
            yield writer
            writer.finish()
    except Damaged as error:
        raise CorpusIndexError(f"{path} cannot be used: {error}. Remove it and build it anew.") from error
