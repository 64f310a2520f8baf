"""The file of an index: its tables, how it is opened as one that a stranger may have made, and how it is made anew.

It is read without writing to it. A file that is damaged, of something else, or made by another version is told, with the way out.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from auditor.store.files import beside, why
from auditor.text.regex import regex

VERSION = 2
"""Version of the tables; a file of another is refused."""
_HALF = regex("[\ud800-\udfff]")
APPLICATION = 0x61756469
"""What SQLite keeps in the head of the file, so that it is told from other databases."""
TABLES = """
CREATE TABLE about (made_by TEXT NOT NULL, tool TEXT NOT NULL);
CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, content TEXT NOT NULL, place TEXT NOT NULL,
    text TEXT NOT NULL, story_group TEXT NOT NULL, site TEXT NOT NULL, page TEXT NOT NULL, first INTEGER, last INTEGER,
    language TEXT NOT NULL, names TEXT NOT NULL);
CREATE INDEX articles_by_group ON articles (story_group);
CREATE INDEX articles_by_text ON articles (text);
CREATE INDEX articles_by_site ON articles (site);
CREATE TABLE records (number INTEGER PRIMARY KEY, digest BLOB NOT NULL, quoted BLOB NOT NULL, own BLOB NOT NULL,
    record BLOB NOT NULL);
CREATE TABLE names (name INTEGER NOT NULL, day INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (name, day, number))
WITHOUT ROWID;
CREATE TABLE quoted (run INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (run, number)) WITHOUT ROWID;
CREATE TABLE copied (run INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (run, number)) WITHOUT ROWID;
CREATE TABLE lines (site TEXT NOT NULL, line TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (site, line, number))
WITHOUT ROWID;
"""
"""What an index is made of. ``names``, ``quoted``, ``copied`` and ``lines`` lead from what articles share to their numbers; SQLite
packs their rows, so that one is put in or taken out without the others being written."""
_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
_MAGIC = b"SQLite format 3\0"
_HEAD = struct.Struct(">60x i 4x i")
"""Where the head of a database has the version and the application of its maker."""
_LONGEST = 64 * 1024 * 1024
"""Bytes of a value or a row: the record of the longest article takes less."""
_LEAST_LONG = 100_000
"""Bytes of a row that a small file may have: what puts it together counts, too."""
LONGEST_NAME = 1_000
"""Characters of the name of a source, a group or a document that is kept."""
_STEPS_AT_ONCE = 100_000
"""Steps of SQLite between two looks at how many there were: some milliseconds."""
_LEAST_STEPS = 10_000_000
"""Steps that even a small file may take: a second or less."""
_STEPS_A_BYTE = 4
"""Steps of SQLite's machine that a question may take: counting all rows of an index takes less than one a byte of its file."""


class CorpusIndexError(Exception):
    """An index cannot be used; the message names it and the way out."""


class Damaged(ValueError):
    """A row says something that no row of ours says."""


def can_be_kept(text: str) -> bool:
    """Whether a name or a line fits into an index: it is UTF-8, and of a length that is read back."""
    return 0 < len(text) <= LONGEST_NAME and not _HALF.search(text)


@contextmanager
def made_anew(path: Path) -> Iterator[Path]:
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


def connected(part: Path) -> sqlite3.Connection:
    """A part opened for writing: nobody else knows it, so it needs no locks, and no journal, since it is whole or thrown away."""
    database = sqlite3.connect(f"{part.as_uri()}?nolock=1", uri=True)
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA trusted_schema = OFF;")
    return database


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell what SQLite cannot do with the file, and the way out."""
    try:
        yield
    except (sqlite3.Error, UnicodeError, Damaged) as error:
        cause = (
            "it is damaged, or larger than its file" if "interrupted" in str(error) else str(error) or "it is damaged"
        )
        raise CorpusIndexError(f"{path} cannot be used: {cause}. Remove it and build it anew.") from error


def opened(path: Path, steps_a_byte: int = _STEPS_A_BYTE) -> sqlite3.Connection:
    """An index opened for reading alone, as a stranger may have made it: only our own tables, and an end to every question.

    ``steps_a_byte`` says how long a question may take. Raises ``CorpusIndexError``.
    """
    version = look_at_head(path)
    if version != VERSION:
        raise CorpusIndexError(
            f"{path} was made by another version of the tool. Make it anew with `auditor index build PATH... --index {path}`."
        )
    # An index at rest has no journal: what lies beside it is another's, and SQLite would play it back.
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        with told(path):
            _bound(database, path.stat().st_size, steps_a_byte)
            found = database.execute(_SCHEMA).fetchall()
        if found != _own_schema():
            raise CorpusIndexError(f"{path} holds other tables than an index does. Remove it and build it anew.")
    except BaseException:
        database.close()
        raise
    return database


def _bound(database: sqlite3.Connection, size: int, steps_a_byte: int) -> None:
    """Let no value and no question of a database outgrow its file: damage may make both without end."""
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, min(_LONGEST, max(_LEAST_LONG, size)))
    database.executescript("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;")
    steps = 0

    def gone_on() -> bool:
        nonlocal steps
        steps += _STEPS_AT_ONCE
        return steps > _LEAST_STEPS + steps_a_byte * size

    def begun(_statement: str) -> None:
        nonlocal steps
        steps = 0

    database.set_progress_handler(gone_on, _STEPS_AT_ONCE)
    database.set_trace_callback(begun)


@cache
def _own_schema() -> list[tuple[str, ...]]:
    """The tables and indexes as a database of ours lists them."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(TABLES)
        return database.execute(_SCHEMA).fetchall()


def look_at_head(path: Path) -> int:
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
    if application != APPLICATION:
        raise CorpusIndexError(f"{path} is a database of something else. Choose another --index.")
    return int(version)
