"""Many articles in one file, a row each: JSON Lines and CSV, read line by line."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from io import BufferedReader, TextIOWrapper

from auditor.model import Problem
from auditor.reading.text import (
    MAX_BYTES,
    MAX_CHARACTERS,
    STDIN,
    Found,
    Unreadable,
    article,
    encoding_of,
    in_utf8,
    make_document,
    problem,
    undecodable,
)

_IDENTIFIERS = ("id", "group")
FIELDS = (*_IDENTIFIERS, "date", "url", "source", "title", "byline", "language")
"""What a row may hold beside its text."""
_MAX_LINE = 12 * MAX_CHARACTERS
"""Characters of one line: JSON may write one character of an article with twelve (``\\ud83d\\ude00``)."""

_LINE_TOO_LONG = (
    f"This line is over {_MAX_LINE:,} characters long, and an article has at most {MAX_CHARACTERS:,}. "
    "Give each article a row of its own."
)
NO_ROWS = "There is no row in it. Remove the file, or export the rows again."
_HALF = (
    "The field {!r} contains half of a surrogate pair, which is no character and cannot be written out. "
    "Export the row again as UTF-8."
)

Fields = Mapping[str, object]
Row = tuple[int, Fields | Unreadable]
"""The line a row begins on, and its fields or what is wrong with it."""


def rows(name: str, stream: BufferedReader, *, is_csv: bool) -> Iterator[Found | Problem]:
    """The documents of a file of rows, in order; a row that cannot be read is a problem and the others are kept.

    ``null``, an empty string and an empty cell are absent, but for the text, which may be empty; fields that are not a document's are passed over; numbers
    will do for ``id`` and ``group``. Raises ``OSError`` from the stream.
    """
    encoding, mark = encoding_of(stream.peek(3))
    stream.read(mark)
    errors = "surrogateescape" if encoding == "utf-8" else "strict"
    source = TextIOWrapper(stream, encoding, errors, newline="" if is_csv else "\n")
    lines = _Lines(source, mark)
    number = 0
    try:
        for number, (line, row) in enumerate(_csv_rows(lines) if is_csv else _json_rows(lines), 1):
            yield found(name, number, line, row)
        if not number:
            yield problem(NO_ROWS, name)
    except UnicodeDecodeError:
        yield problem(
            f"From here on this is not {encoding.upper()}; the rows before were read. Save the file as UTF-8.",
            f"{name}:{lines.number + 1}",
        )
    except Unreadable as error:
        yield problem(str(error), name)
    finally:
        source.detach()


class _Lines:
    """The lines of a file one by one, none longer than the limit; the bytes are counted to say where a bad one is."""

    def __init__(self, source: TextIOWrapper, offset: int) -> None:
        self.number = 0
        self._source = source
        self._offset = offset
        self._fault: Unreadable | None = None

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._source.readline(_MAX_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        self._count(line)
        if len(line) == _MAX_LINE:
            self._skip(line)
        return line

    def fault(self) -> Unreadable | None:
        """What was wrong with the lines taken since this was last asked."""
        fault, self._fault = self._fault, None
        return fault

    def _count(self, line: str) -> None:
        try:
            self._offset += len(line.encode())
        except UnicodeEncodeError as error:
            start = self._offset + len(line[: error.start].encode())
            self._fault = self._fault or Unreadable(undecodable(start, ord(line[error.start]) - 0xDC00))
            self._offset += len(line.encode("utf-8", "surrogateescape"))

    def _skip(self, line: str) -> None:
        self._fault = Unreadable(_LINE_TOO_LONG)
        while line and not line.endswith(("\n", "\r")):
            line = self._source.readline(MAX_BYTES)
            self._count(line)


def _json_rows(lines: _Lines) -> Iterator[Row]:
    for line in lines:
        fault = lines.fault()
        if fault or not line.isspace():
            yield lines.number, fault or _object(line)


def _object(line: str) -> Fields | Unreadable:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        return Unreadable(f"This line is not JSON: {error.msg} at column {error.colno}. Mend or remove the line.")
    except (ValueError, RecursionError):
        return Unreadable("This line holds a number or a nesting beyond measure. Mend or remove the line.")
    if not isinstance(row, dict):
        return Unreadable('This line is not a JSON object. Write each article as {"text": "..."} on a line of its own.')
    return row


def _csv_rows(lines: _Lines) -> Iterator[Row]:
    csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))
    records = _records(lines)
    try:
        heading = _heading(lines, records)
        for line, cells in records:
            if fault := lines.fault():
                yield line, fault
            elif any(cell.strip() for cell in cells):
                yield line, _cells(heading, cells)
    except csv.Error as error:
        yield (
            lines.number,
            Unreadable(f"From here on this is not CSV: {error}. The rows before were read; mend the quotes."),
        )


def _records(lines: _Lines) -> Iterator[tuple[int, list[str]]]:
    """The line each record begins on, and its cells."""
    first = 1
    for cells in csv.reader(lines, strict=True):
        yield first, cells
        first = lines.number + 1


def _heading(lines: _Lines, records: Iterable[tuple[int, list[str]]]) -> list[str]:
    """The names of the columns, from the first row that is not blank."""
    heading = next(([cell.strip() for cell in cells] for _, cells in records if cells), [])
    if fault := lines.fault():
        raise fault
    if not heading:
        raise Unreadable(NO_ROWS)
    if "text" not in heading:
        names = ", ".join(map(repr, heading[:9]))
        raise Unreadable(
            f"No column is called 'text', only {names}. Name the columns in the first row, with commas between."
        )
    if twice := [name for name in ("text", *FIELDS) if heading.count(name) > 1]:
        raise Unreadable(f"More than one column is called {twice[0]!r}. Rename all but one of them.")
    return heading


def _cells(heading: list[str], cells: list[str]) -> Fields | Unreadable:
    if len(cells) > len(heading):
        return Unreadable(
            f"This row has {len(cells)} cells and the heading {len(heading)}. Put quotes around a cell with a comma in it."
        )
    return dict(zip(heading, cells, strict=False))


def found(name: str, number: int, line: int, row: Fields | Unreadable) -> Found | Problem:
    """The document of a row, or what is wrong with it: the ``number``-th of a file, which begins on that line."""
    try:
        if isinstance(row, Unreadable):
            raise row
        text = _text(row)
        given = {field: _string(row, field) for field in FIELDS}
        id = given.pop("id") or f"{name}#{number}"
        path = None if name == STDIN else name
        return Found(make_document(id, text, (), path=path, **given), name, line)
    except Unreadable as error:
        return problem(str(error), f"{name}:{line}")


def _text(row: Fields) -> str:
    """The row's text. An empty one is kept: a corpus holds pages that had none, and says so with an empty string."""
    text = _string(row, "text")
    if text is None and row.get("text") != "":
        raise Unreadable("This row has no text. Give it a field called 'text', or remove the row.")
    return article(text) if text and not text.isspace() else text or ""


def _string(row: Fields, field: str) -> str | None:
    """The field's value as a string, ``None`` where it is absent. Raises ``Unreadable`` for another type."""
    value = row.get(field)
    if value is None or value == "":
        return None
    if field in _IDENTIFIERS and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise Unreadable(
            f"The field {field!r} of this row is not a string, so the row was left out. Write a string or null."
        )
    if not in_utf8(value):
        raise Unreadable(_HALF.format(field))
    return value
