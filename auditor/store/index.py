"""The index of a corpus on disk: which lines the pages of each source repeat, in SQLite.

A page counts once however often it is put in, and a build or an update is whole or does not happen. Only documents whose
source is known are kept: what an unknown source repeats cannot be told from what several sources quote.
"""

from __future__ import annotations

import shutil
import sqlite3
import struct
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from auditor.model import Document
from auditor.residue.recurrence import LEAST, SHARE, Seen, Site, page_of
from auditor.store.files import alone, beside, why
from auditor.text.regex import regex

VERSION = 1
"""Version of the tables; a file of another is refused."""
_HALF = regex("[\ud800-\udfff]")
_APPLICATION = 0x61756469
"""What SQLite keeps in the head of the file, so that it is told from other databases."""
_TABLES = """
CREATE TABLE pages (digest TEXT PRIMARY KEY, site TEXT NOT NULL, article TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX pages_by_site ON pages (site);
CREATE TABLE lines (site TEXT NOT NULL, line TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (site, line, article))
WITHOUT ROWID;
"""
_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
_MAGIC = b"SQLite format 3\0"
_HEAD = struct.Struct(">60x i 4x i")
"""Where the head of a database has the version and the application of its maker."""
_LONGEST = 100_000
"""Bytes of a value, a row or a question: lines of furniture are short, and names of sources are."""
_LONGEST_NAME = 1_000
"""Characters of the name of a source."""
_STEPS_AT_ONCE = 100_000
"""Steps of SQLite between two looks at how many there were: some milliseconds."""
_LEAST_STEPS = 10_000_000
"""Steps that even a small file may take: a second or less."""
_STEPS_A_BYTE = 4
"""Steps of SQLite's machine that a question may take: counting all rows of an index takes less than one a byte of its file."""
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
        _look_at_head(path)  # never over a file that is no index
    with alone(path), _made_anew(path) as part, closing(_connected(part)) as database:
        database.executescript(_TABLES)
        database.execute(f"PRAGMA application_id = {_APPLICATION}")
        database.execute(f"PRAGMA user_version = {VERSION}")
        return _put(database, documents)


def update(path: Path, documents: Iterable[Document]) -> int:
    """Put the documents into an index that is there; the number of pages that are new. Raises ``CorpusIndexError``."""
    with alone(path):
        _opened(path).close()
        with _made_anew(path) as part:
            shutil.copyfile(path, part)
            with closing(_connected(part)) as database:
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

        Raises ``CorpusIndexError`` where the file is damaged.
        """
        if not _can_be_kept(site[0]):
            return Seen(0, {})
        with _told(self._path):
            return self._seen(site, lines)

    def _seen(self, site: Site, lines: Collection[str]) -> Seen:
        [(pages,)] = self._database.execute("SELECT COUNT(*) FROM pages WHERE site = ?", (site[0],))
        articles: dict[str, list[str]] = defaultdict(list)
        asked = sorted(filter(_can_be_kept, lines))
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
        if _can_be_kept(page.site[0]):
            yield document.sha256, page.site[0], page.article, frozenset(filter(_can_be_kept, page.lines))


def _can_be_kept(text: str) -> bool:
    """Whether a name or a line fits into an index: it is UTF-8, and of a length that is read back."""
    return 0 < len(text) <= _LONGEST_NAME and not _HALF.search(text)


@contextmanager
def _made_anew(path: Path) -> Iterator[Path]:
    """A part to make an index in, which takes the place of the file when it is done. Raises ``CorpusIndexError``."""
    try:
        with beside(path) as part:
            yield part
    except OSError as error:
        raise CorpusIndexError(f"{path} cannot be written: {why(error)}") from error
    except (sqlite3.Error, UnicodeError) as error:
        raise CorpusIndexError(
            f"{path} cannot be written: {error}. The old file, if there was one, is as it was. Free some space if the disk is "
            "full, or name a file on another with --index; if the old file is damaged, remove it and build it."
        ) from error


def _connected(part: Path) -> sqlite3.Connection:
    """A part opened for writing: nobody else knows it, so it needs no locks, and no journal, since it is whole or thrown away."""
    database = sqlite3.connect(f"{part.as_uri()}?nolock=1", uri=True)
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA trusted_schema = OFF;")
    return database


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell what SQLite cannot do with the file, and the way out."""
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:
        told = "it is damaged, or larger than its file" if "interrupted" in str(error) else str(error)
        raise CorpusIndexError(f"{path} cannot be used: {told}. Remove it and build it anew.") from error


def _opened(path: Path) -> sqlite3.Connection:
    """An index opened for reading alone, as a stranger may have made it: only our own tables, and an end to every question.

    Raises ``CorpusIndexError``.
    """
    version = _look_at_head(path)
    if version != VERSION:
        raise CorpusIndexError(f"{path} was made by another version. Make it anew with `auditor index build`.")
    # An index at rest has no journal: what lies beside it is another's, and SQLite would play it back.
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        with _told(path):
            _bound(database, path.stat().st_size)
            found = database.execute(_SCHEMA).fetchall()
        if found != _own_schema():
            raise CorpusIndexError(f"{path} holds other tables than an index does. Remove it and build it anew.")
    except BaseException:
        database.close()
        raise
    return database


def _bound(database: sqlite3.Connection, size: int) -> None:
    """Let no value and no question of a database outgrow its file: damage may make both without end."""
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    database.executescript("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;")
    steps = 0

    def gone_on() -> bool:
        nonlocal steps
        steps += _STEPS_AT_ONCE
        return steps > _LEAST_STEPS + _STEPS_A_BYTE * size

    def begun(_statement: str) -> None:
        nonlocal steps
        steps = 0

    database.set_progress_handler(gone_on, _STEPS_AT_ONCE)
    database.set_trace_callback(begun)


@cache
def _own_schema() -> list[tuple[str, ...]]:
    """The tables and indexes as a database of ours lists them."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_TABLES)
        return database.execute(_SCHEMA).fetchall()


def _look_at_head(path: Path) -> int:
    """The version of an index, read without SQLite. Raises ``CorpusIndexError`` where the file is none."""
    if path.is_dir():
        raise CorpusIndexError(f"{path} is a folder. Name a file with --index.")
    if not path.is_file():
        raise CorpusIndexError(
            f"{path}: there is no such index. Make it with `auditor index build PATH... --index {path}`."
        )
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD.size)
    except OSError as error:
        raise CorpusIndexError(f"{path} cannot be read: {error.strerror}. Check its permissions.") from error
    if not head.startswith(_MAGIC) or len(head) < _HEAD.size:
        raise CorpusIndexError(f"{path} is no index: it is not a database. Choose another --index.")
    version, application = _HEAD.unpack(head)
    if application != _APPLICATION:
        raise CorpusIndexError(f"{path} is a database of something else. Choose another --index.")
    return int(version)
