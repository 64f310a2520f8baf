"""Reads files, folders and standard input into documents: the only reader.

Text is taken as it is: no newline is translated, so offsets are code points of the decoded file. A byte order mark is
a signature, not text. Whatever cannot be read becomes a problem that names the place and the way out; everything else
is read all the same.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import json
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, BinaryIO

from auditor.model import Document, Problem

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

MAX_CHARACTERS = 5_000_000
"""Code points of one article. The longest books have fewer; more is a dump of many articles, or no text."""

_MAX_BYTES = 4 * MAX_CHARACTERS
TEXT_SUFFIXES = frozenset({".txt", ".md", ".text", ""})
ROW_SUFFIXES = frozenset({".jsonl", ".csv"})
_IN_FOLDERS = frozenset({".txt", ".md", ".jsonl", ".csv"})
_FIELDS = ("date", "url", "source", "title", "byline", "language", "group")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKS = (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")


class Unreadable(Exception):
    """Something cannot be read; the message says what is wrong and the way out."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, sorted by id, and what could not be."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


def make_document(id: str, text: str, **given: str | None) -> Document:
    """A document of this text with its digest; ``given`` are other fields of ``Document``."""
    known = {name: value for name, value in given.items() if value is not None}
    return Document(id=id, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), **known)


def read(paths: Sequence[str], *, stdin: BinaryIO | None = None, stdin_filename: str | None = None) -> Reading:
    """The documents of files, folders (gitignore respected) and ``-``, standard input.

    A document's id is its row's id, else ``path#N`` for the N-th row of a file, else the path as given. The order of
    the paths does not matter, and a file that is reached twice is read once.
    """
    problems: list[Problem] = []
    found: list[Document] = []
    seen: set[str] = set()
    for path in sorted(set(map(_tidy, paths))):
        if path == "-":
            name = stdin_filename or "-"
            found += _contents(name, stdin.read() if stdin else b"", problems)
            continue
        for file in _files(path, problems):
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                found += _file(file, problems)
    return Reading(_unique(found, problems), tuple(sorted(set(problems))))


def _tidy(path: str) -> str:
    """The path as given, with ``/`` and without ``./`` in front or ``/`` behind, so that one file has one name."""
    return path if path == "-" else PurePath(path).as_posix()


def _unique(documents: Iterable[Document], problems: list[Problem]) -> tuple[Document, ...]:
    kept: dict[str, Document] = {}
    for document in sorted(documents, key=lambda d: (d.id, d.path or "", d.sha256)):
        other = kept.setdefault(document.id, document)
        if other is not document:
            problems.append(
                Problem(
                    f"A second document has the id {document.id!r}, which is one in {other.path or 'standard input'}, too. "
                    "It was left out; give each document an id of its own.",
                    document.path or "-",
                )
            )
    return tuple(kept.values())


def _files(path: str, problems: list[Problem]) -> Iterator[str]:
    """The readable files at a path: itself, or those of a folder, in order."""
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        problems.append(Problem(_no_access(path, error), path))
        return
    if stat.S_ISDIR(mode):
        before = len(problems)
        files = sorted(_walk(path, problems, (), [_identity(path)]))
        if not files and len(problems) == before:
            problems.append(Problem("This folder holds no .txt, .md, .jsonl or .csv file. Name one that does.", path))
        yield from files
    elif stat.S_ISREG(mode):
        yield path
    else:
        problems.append(Problem("This is no file or folder but a device, pipe or socket. Use - to read a pipe.", path))


def _no_access(path: str, error: OSError) -> str:
    if os.path.islink(path):
        return "This link points to nothing that exists. Remove or mend the link."
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder. Check the spelling, or the folder you are in."
    return f"It cannot be opened: {error.strerror}. Check its permissions."


def _identity(path: str) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_dev, found.st_ino


Rules = tuple[tuple[str, "GitIgnoreSpec"], ...]


def _walk(folder: str, problems: list[Problem], rules: Rules, above: list[tuple[int, int]]) -> Iterator[str]:
    """The files below a folder; ``above`` are the folders it lies in, which a link must not lead back to."""
    rules = (*rules, *_ignore_rules(folder))
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(Problem(_no_access(folder, error), folder))
        return
    for entry in entries:
        path = PurePath(folder, entry.name).as_posix()
        if entry.name.startswith(".") or _ignored(path, entry.is_dir(), rules):
            continue
        try:
            mode = os.stat(path).st_mode
        except OSError as error:
            problems.append(Problem(_no_access(path, error), path))
            continue
        if stat.S_ISDIR(mode):
            yield from _enter(path, problems, rules, above)
        elif PurePath(path).suffix.lower() in _IN_FOLDERS and stat.S_ISREG(mode):
            yield path


def _enter(path: str, problems: list[Problem], rules: Rules, above: list[tuple[int, int]]) -> Iterator[str]:
    here = _identity(path)
    if here in above:
        problems.append(Problem("This link leads back to a folder it lies in. Remove the link; the rest was read.", path))
        return
    yield from _walk(path, problems, rules, [*above, here])


def _ignore_rules(folder: str) -> Rules:
    path = os.path.join(folder, ".gitignore")
    if not os.path.isfile(path):
        return ()
    from pathspec import GitIgnoreSpec

    with open(path, encoding="utf-8", errors="replace") as lines:
        return ((folder, GitIgnoreSpec.from_lines(lines)),)


def _ignored(path: str, is_folder: bool, rules: Rules) -> bool:
    """Whether the .gitignore files above a path leave it out; the one nearest to it that speaks of it decides."""
    for folder, spec in reversed(rules):
        verdict = spec.check_file(PurePath(path).relative_to(folder).as_posix() + ("/" if is_folder else ""))
        if verdict.include is not None:
            return verdict.include
    return False


def _file(path: str, problems: list[Problem]) -> Iterable[Document]:
    suffix = PurePath(path).suffix.lower()
    if suffix not in TEXT_SUFFIXES | ROW_SUFFIXES:
        problems.append(
            Problem(
                f"Files ending in {suffix} are not read. Save the article as .txt, or many articles as .jsonl or .csv.", path
            )
        )
        return ()
    try:
        size = os.stat(path).st_size
        if suffix in TEXT_SUFFIXES and size > _MAX_BYTES:
            raise Unreadable(_too_long(f"{size:,} bytes"))
        with open(path, "rb") as file:
            return _contents(path, file.read(), problems)
    except OSError as error:
        problems.append(Problem(_no_access(path, error), path))
    except Unreadable as error:
        problems.append(Problem(str(error), path))
    return ()


def _too_long(size: str) -> str:
    return (
        f"This is {size} long, more than the {MAX_CHARACTERS:,} characters one article may have. "
        "Put each article in a file of its own, or in a row of a .jsonl file."
    )


def _contents(path: str, data: bytes, problems: list[Problem]) -> list[Document]:
    """The documents in a file's bytes, by the ending of its name."""
    suffix = PurePath(path).suffix.lower() if path != "-" else ""
    try:
        text = _decoded(data)
        if suffix not in ROW_SUFFIXES:
            return [make_document(path, _article(text), path=path)]
    except Unreadable as error:
        problems.append(Problem(str(error), path))
        return []
    rows = _json_rows if suffix == ".jsonl" else _csv_rows
    return list(_documents(path, rows(path, text, problems), problems))


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as(encoding, data[len(mark) :], len(mark))
    return _as("utf-8", data, 0)


def _as(encoding: str, data: bytes, offset: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"Byte {offset + error.start} (0x{data[error.start]:02x}) is not {encoding.upper()}. "
            "Save the file as UTF-8, for example with iconv -f WINDOWS-1252 -t UTF-8."
        ) from error


def _article(text: str) -> str:
    """The text of one article, or ``Unreadable``."""
    if "\0" in text:
        raise Unreadable(f"There is a NUL character at offset {text.index(chr(0))}: this is not text. Export it as text.")
    if not text.strip():
        raise Unreadable("There is no text in it. Remove it, or fetch the article again.")
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(_too_long(f"{len(text):,} characters"))
    if _SURROGATE.search(text):
        raise Unreadable("There is half of a surrogate pair in it, which is no character. Export the row again as UTF-8.")
    return text


Row = tuple[int, int, Mapping[str, Any]]


def _json_rows(path: str, text: str, problems: list[Problem]) -> Iterator[Row]:
    """Number, line and fields of each row of JSON Lines."""
    number = 0
    for line, source in enumerate(io.StringIO(text, newline="\n"), 1):
        if not source.strip():
            continue
        number += 1
        try:
            row = json.loads(source)
        except ValueError as error:
            problems.append(Problem(f"This line is not JSON: {error}. Mend or remove it.", f"{path}:{line}"))
            continue
        if isinstance(row, dict):
            yield number, line, row
        else:
            problems.append(Problem('This line is no JSON object. Write {"text": "..."}.', f"{path}:{line}"))


def _csv_rows(path: str, text: str, problems: list[Problem]) -> Iterator[Row]:
    """Number, line and fields of each row of CSV with a heading row; an empty cell is absent."""
    csv.field_size_limit(_MAX_BYTES)
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if "text" not in (reader.fieldnames or ()):
            problems.append(Problem("There is no column called text. Name the columns in the first row.", path))
            return
        for number, row in enumerate(reader, 1):
            yield number, reader.line_num, {name: cell for name, cell in row.items() if cell}
    except csv.Error as error:
        place = f"{path}:{reader.line_num}"
        problems.append(Problem(f"From here on this is no CSV: {error}. The rows before were read.", place))


def _documents(path: str, rows: Iterable[Row], problems: list[Problem]) -> Iterator[Document]:
    for number, line, row in rows:
        try:
            text = row.get("text")
            if not isinstance(text, str):
                raise Unreadable("This row has no text. Give it a text, or remove it.")
            fields = {name: _string(row, name) for name in _FIELDS}
            id = _string(row, "id") or f"{path}#{number}"
            yield make_document(id, _article(text), path=path, **fields)
        except Unreadable as error:
            problems.append(Problem(str(error), f"{path}:{line}"))


def _string(row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Unreadable(f"The field {name!r} is neither a string nor a number. Write it as a string.")
