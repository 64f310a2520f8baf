"""Many articles in a Parquet file, a row each, read a few at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from io import BufferedReader, BytesIO
from typing import Any

from auditor.model import Problem
from auditor.reading.rows import FIELDS, NO_ROWS, Fields, found
from auditor.reading.text import Found, Unreadable, problem

_AT_A_TIME = 64
"""Rows that are in memory together."""
_NEEDS = "Parquet needs pyarrow: pip install 'source-auditor[parquet]'. Or export the rows as .jsonl or .csv."


def rows(name: str, stream: BufferedReader) -> Iterator[Found | Problem]:
    """The documents of a Parquet file, in order; a row that cannot be read is a problem and the others are kept.

    Columns are as the fields of a JSON row; one of days or times will do for ``date``. Raises ``Unreadable``.
    """
    number = 0
    for number, row in enumerate(_rows(stream), 1):
        yield found(name, number, number, row)
    if not number:
        yield problem(NO_ROWS, name)


def _rows(stream: BufferedReader) -> Iterator[Fields | Unreadable]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise Unreadable(_NEEDS) from error
    try:
        file = parquet.ParquetFile(stream if stream.seekable() else BytesIO(stream.read()))
        columns = _columns(file.schema_arrow.names)
        for batch in file.iter_batches(_AT_A_TIME, columns=columns):
            for at in range(batch.num_rows):
                yield _fields(batch, at)
    except (pa.ArrowException, OSError) as error:
        raise Unreadable(
            f"From here on this is not Parquet: {_line(error)}. The rows before were read; write the file again."
        ) from error


def _columns(names: list[str]) -> list[str]:
    """The columns that say something of a document. Raises ``Unreadable`` where there is no text, or one stands twice."""
    if "text" not in names:
        given = ", ".join(map(repr, names[:9]))
        raise Unreadable(f"No column is called 'text', only {given}. Name the column of the articles so.")
    wanted = [one for one in ("text", *FIELDS) if one in names]
    if twice := [one for one in wanted if names.count(one) > 1]:
        raise Unreadable(f"More than one column is called {twice[0]!r}. Rename all but one of them.")
    return wanted


def _fields(batch: Any, at: int) -> Fields | Unreadable:
    try:
        row = {name: batch.column(name)[at].as_py() for name in batch.schema.names}
    except UnicodeDecodeError:
        return Unreadable("This row is not UTF-8. Write it again as UTF-8.")
    given = row.get("date")
    if isinstance(given, datetime):
        row["date"] = given.date().isoformat()
    elif isinstance(given, date):
        row["date"] = given.isoformat()
    return row


def _line(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".")[:200] or type(error).__name__
