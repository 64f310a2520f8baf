"""The index of a corpus on disk: which lines the pages of each source repeat, in SQLite.

A page counts once however often it is put in, and a build or an update is whole or does not happen. Only documents whose
source is known are kept: what an unknown source repeats cannot be told from what several sources quote.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from auditor.model import Document
from auditor.residue.recurrence import LEAST, SHARE, Seen, Site, page_of

VERSION = 1
_APPLICATION = 0x61756469
"""What SQLite keeps in the head of the file, so that it is told from other databases."""
_TABLES = """
CREATE TABLE pages (digest TEXT PRIMARY KEY, site TEXT NOT NULL, article TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX pages_by_site ON pages (site);
CREATE TABLE lines (site TEXT NOT NULL, line TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (site, line, article))
WITHOUT ROWID;
"""
_ENOUGH = 5_000
"""Articles of one line that are kept in memory at most: enough for a source of half a million pages."""
_AT_ONCE = 400
"""Lines asked for in one query: SQLite takes some 32,000 values, older ones 999."""


class CorpusIndexError(Exception):
    """An index cannot be used; the message names it and the way out."""


@dataclass(frozen=True, slots=True)
class Info:
    """What an index holds: pages, sources, and lines that are furniture of their source."""

    pages: int
    sources: int
    furniture: int


def build(path: Path, documents: Iterable[Document]) -> int:
    """Make the index anew from the documents, over what was there; the number of pages. Raises ``CorpusIndexError``."""
    if path.exists():
        _opened(path).close()  # never over a file that is no index
    path = path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        os.close(handle)
    except OSError as error:
        raise CorpusIndexError(f"{path} cannot be written: {error.strerror}.") from error
    part = Path(name)
    try:
        with closing(sqlite3.connect(part)) as database:
            database.executescript(_TABLES)
            database.execute(f"PRAGMA application_id = {_APPLICATION}")
            database.execute(f"PRAGMA user_version = {VERSION}")
            number = _put(database, documents)
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(part, path)
    except (OSError, sqlite3.Error) as error:
        raise CorpusIndexError(f"{path} cannot be written: {error}.") from error
    finally:
        part.unlink(missing_ok=True)
    return number


def update(path: Path, documents: Iterable[Document]) -> int:
    """Put the documents into an index that is there; the number of pages that are new. Raises ``CorpusIndexError``."""
    with closing(_opened(path)) as database, _told(path):
        return _put(database, documents)


def info(path: Path) -> Info:
    """What an index holds. Raises ``CorpusIndexError``."""
    with closing(_opened(path)) as database, _told(path):
        [(pages, sources)] = database.execute("SELECT COUNT(*), COUNT(DISTINCT site) FROM pages")
        furniture = database.execute(
            """SELECT COUNT(*) FROM (
                   SELECT lines.site, COUNT(*) AS found FROM lines GROUP BY lines.site, lines.line
               ) AS counted
               JOIN (SELECT site, COUNT(*) AS pages FROM pages GROUP BY site) AS sizes ON sizes.site = counted.site
               WHERE found >= ? AND found >= ? * sizes.pages""",
            (LEAST, SHARE),
        ).fetchone()[0]
    return Info(pages, sources, furniture)


class Index:
    """An index to ask, open until it is closed."""

    def __init__(self, path: Path) -> None:
        """Open it. Raises ``CorpusIndexError`` where the file is missing or is no index."""
        self._path = path
        self._database = _opened(path)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def seen(self, site: Site, lines: Collection[str]) -> Seen:
        """How many pages of a source it holds, and the articles that have each of the lines.

        Raises ``CorpusIndexError`` where the file is damaged, or another run has it to itself.
        """
        if not site[0]:
            return Seen(0, {})
        with _told(self._path):
            return self._seen(site, lines)

    def _seen(self, site: Site, lines: Collection[str]) -> Seen:
        [(pages,)] = self._database.execute("SELECT COUNT(*) FROM pages WHERE site = ?", (site[0],))
        articles: dict[str, list[str]] = defaultdict(list)
        asked = sorted(lines)
        for at in range(0, len(asked), _AT_ONCE):
            some = asked[at : at + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            found = self._database.execute(
                f"SELECT line, article FROM lines WHERE site = ? AND line IN ({marks})", (site[0], *some)
            )
            for line, article in found:
                if len(articles[line]) < _ENOUGH:
                    articles[line].append(article)
        return Seen(pages, articles)


def _put(database: sqlite3.Connection, documents: Iterable[Document]) -> int:
    """Put in the pages that are not there yet, all of them or none; how many were new."""
    new = 0
    with database:
        for digest, site, article, lines in _pages(documents):
            put = database.execute("INSERT OR IGNORE INTO pages VALUES (?, ?, ?)", (f"{digest} {site}", site, article))
            if put.rowcount:
                new += 1
                rows = ((site, line, article) for line in sorted(lines))
                database.executemany("INSERT OR IGNORE INTO lines VALUES (?, ?, ?)", rows)
    return new


def _pages(documents: Iterable[Document]) -> Iterator[tuple[str, str, str, frozenset[str]]]:
    for document in documents:
        page = page_of(document)
        if page.site[0]:
            yield document.sha256, page.site[0], page.article, page.lines


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell what SQLite cannot do with the file, and the way out."""
    try:
        yield
    except sqlite3.Error as error:
        busy = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
        way_out = (
            "Another run is writing to it: wait for its end." if busy else "If it is damaged, remove and build it."
        )
        raise CorpusIndexError(f"{path} cannot be used: {error}. {way_out}") from error


def _opened(path: Path) -> sqlite3.Connection:
    if path.is_dir():
        raise CorpusIndexError(f"{path} is a folder. Name a file with --index.")
    if not path.is_file():
        raise CorpusIndexError(
            f"{path}: there is no such index. Make it with `auditor index build PATH... --index {path}`."
        )
    with _told(path):
        database = sqlite3.connect(path)
    try:
        with _told(path):
            [(application,)] = database.execute("PRAGMA application_id")
            [(version,)] = database.execute("PRAGMA user_version")
    except CorpusIndexError:
        database.close()
        raise
    if application != _APPLICATION:
        database.close()
        raise CorpusIndexError(f"{path} is a database of something else. Choose another --index.")
    if version != VERSION:
        database.close()
        raise CorpusIndexError(f"{path} was made by another version. Make it anew with `auditor index build`.")
    return database
