"""Reads files, folders and standard input into documents: the only reader.

Text is taken as it is: no newline is translated, so offsets are code points of the decoded file. A byte order mark is
a signature, not text. Whatever cannot be read becomes a problem that names the place and the way out; everything else
is read all the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BufferedReader
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, TypeVar, cast

from auditor.model import Document, Problem
from auditor.reading import html, parquet
from auditor.reading.folders import RulesFor, beside, files, no_access
from auditor.reading.rows import rows
from auditor.reading.text import (
    MAX_CHARACTERS,
    STDIN,
    Found,
    Unreadable,
    in_utf8,
    make_document,
    problem,
    read_text,
)

if TYPE_CHECKING:
    from io import RawIOBase

__all__ = ["MAX_CHARACTERS", "Reading", "make_document", "read"]

TEXT_SUFFIXES = frozenset({".txt", ".md", ".text", ""})
ROW_SUFFIXES = frozenset({".jsonl", ".csv"})
PARQUET = ".parquet"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, sorted by id, and what could not be read."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


def read(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    stdin_filename: str | None = None,
    file_dates: bool = False,
    rules_for: RulesFor | None = beside,
) -> Reading:
    """The documents of files, folders and ``-``, standard input, named ``stdin_filename``.

    A document's id is its row's id, else ``path#N`` for the N-th row of a file, else the path: as given, but with ``/``
    on all systems and without ``./``, doubled ``/`` or a ``/`` at the end, so that ``./seeds/`` gives ``seeds/a.txt``
    and ``.`` gives ``seeds/a.txt``, too. The order of the paths does not matter, and a file that is reached twice is
    read once: under the path that is no link, else the first in order. Of documents that share an id the first by
    place is kept. With ``file_dates`` each document of a file carries the UTC day on which the file was last changed.
    ``rules_for`` says for a folder whose .gitignore counts, ``None`` that none does; no link in a folder is followed, one
    that is named is.
    Raises nothing for what it cannot read: that is what ``problems`` are.
    """
    given = set(map(_tidy, paths))
    problems: list[Problem] = []
    found: list[Found] = []
    reached: list[str] = []
    for path in sorted(given - {STDIN}):
        _sort_out(files(path, rules_for), reached, problems)
    for file in _once(reached):
        _sort_out(_file(file, file_dates), found, problems)
    if STDIN in given:
        _sort_out(_stdin(stdin, _tidy(stdin_filename or STDIN)), found, problems)
    documents: list[Document] = []
    _sort_out(_distinct(found), documents, problems)
    return Reading(tuple(documents), tuple(sorted(set(problems), key=lambda p: (p.document, p.error))))


def _sort_out(items: Iterable[T | Problem], good: list[T], problems: list[Problem]) -> None:
    for item in items:
        if isinstance(item, Problem):
            problems.append(item)
        else:
            good.append(item)


def _tidy(path: str) -> str:
    """The path by which one file has one name; a file called ``-`` stays apart from standard input."""
    if path in ("", STDIN):
        return path
    tidy = PurePath(path).as_posix()
    return tidy if tidy != STDIN else f"./{STDIN}"


def _once(paths: Iterable[str]) -> list[str]:
    """One path for each file."""
    best: dict[str, tuple[bool, str]] = {}
    for path in paths:
        real = os.path.realpath(path)
        choice = (real != os.path.abspath(path), path)
        best[real] = min(choice, best.get(real, choice))
    return sorted(path for _, path in best.values())


def _file(path: str, file_dates: bool) -> Iterator[Found | Problem]:
    if not in_utf8(path):
        yield problem("The name of this file is not UTF-8, so no report could name it. Rename the file.", path)
        return
    try:
        with open(path, "rb") as file:
            about = os.fstat(file.fileno())
            day = datetime.fromtimestamp(about.st_mtime, UTC).date().isoformat() if file_dates else None
            for item in _contents(path, file, about.st_size):
                yield item if isinstance(item, Problem) else _filed(item, day)
    except OSError as error:
        yield problem(no_access(path, error), path)


def _filed(found: Found, day: str | None) -> Found:
    return found._replace(document=replace(found.document, file_date=day))


def _stdin(stream: BinaryIO | None, name: str) -> Iterator[Found | Problem]:
    if stream is None:
        yield problem("There is no standard input to read. Pipe an article into it, or name a file.", name)
        return
    buffered = cast(
        "BufferedReader", BufferedReader(cast("RawIOBase", stream))
    )  # any binary stream will do: only readinto is used
    try:
        for item in _contents(name, buffered, 0):
            yield item if isinstance(item, Problem) else item._replace(source=STDIN)
    except OSError as error:
        yield problem(no_access(name, error), name)
    finally:
        buffered.detach()


def _contents(name: str, stream: BufferedReader, size: int) -> Iterator[Found | Problem]:
    """The documents in a stream, by the ending of its name; ``size`` is its bytes as far as they are known."""
    suffix = PurePath(name).suffix.lower() if name != STDIN else ""
    try:
        if suffix in ROW_SUFFIXES:
            yield from rows(name, stream, is_csv=suffix == ".csv")
        elif suffix == PARQUET:
            yield from parquet.rows(name, stream)
        elif suffix in TEXT_SUFFIXES:
            path = None if name == STDIN else name
            yield Found(make_document(name, read_text(stream, size), path=path), name)
        elif suffix in html.SUFFIXES:
            yield Found(html.read_page(name, stream, size), name)
        else:
            yield problem(_unsupported(suffix), name)
    except Unreadable as error:
        yield problem(str(error), name)


def _unsupported(suffix: str) -> str:
    return (
        f"Files ending in {suffix} are not read, only .txt, .md, .html, .jsonl, .csv and .parquet are. "
        "Save the article as .txt, or many articles as the rows of a .jsonl, .csv or .parquet."
    )


def _distinct(found: Iterable[Found]) -> Iterator[Document | Problem]:
    """Each document in order of id, and a problem for each that has the id of another but is not the same."""
    kept: dict[str, Found] = {}
    for one in sorted(found, key=lambda f: (f.document.id, f.source, f.line)):
        first = kept.setdefault(one.document.id, one)
        if first is one:
            yield one.document
        elif _apart_from_file(one.document) != _apart_from_file(first.document):
            yield problem(
                f"The id {one.document.id!r} belongs to another document, at {first.place}, and this one was left out. "
                "Give each document an id of its own.",
                one.place,
            )


def _apart_from_file(document: Document) -> Document:
    return replace(document, path=None, file_date=None)
