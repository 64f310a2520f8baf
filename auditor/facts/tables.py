"""Tables read from TOML and CSV files; what is wrong with a row is told with its file, its line and the way out.

A TOML file holds arrays of tables, ``[[office]]``, ``[[event]]``, ``[[quantity]]`` and ``[[name]]``; a CSV file has the same
fields as columns, with one more, ``table``, and puts a semicolon between the members of a list.
"""

from __future__ import annotations

import csv
import io
import os
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from auditor.facts.rows import Facts, Figure, Happening, Origin, Row, Spelling, Term, Topic
from auditor.values import bounds

_ORIGIN = ("source", "checked-on")
FIELDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "office": (("office", "of", "holder", "from", *_ORIGIN), ("to", "courtesy")),
    "event": (("event", "date", *_ORIGIN), ("ordinal", "place", "participants")),
    "quantity": (("subject", "thing", "at-least", "as-of", *_ORIGIN), ("at-most",)),
    "name": (("name", *_ORIGIN), ("also", "avoid")),
    "topic": (
        ("name", "question", "compare", "about"),
        (*_ORIGIN, "settle", "near", "event", "ordinal", "place", "participants", "examples"),
    ),
}
"""The tables -> the fields that every row has, and those that it may have."""
SUFFIXES = (".toml", ".csv")
_HEADER = re.compile(r"^[ \t]{0,80}\[\[([^\]\n]{1,80})\]\]", re.M)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong in a table, where, and the way out."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


class FactsError(Exception):
    """Tables cannot be used; ``faults`` say why."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Take the faults, at least one."""
        super().__init__("; ".join(map(str, faults)))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: the rows that are whole, and what is wrong with the others."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]


def facts(paths: Iterable[str | os.PathLike[str]]) -> Facts:
    """The facts in files and folders. Raises ``FactsError`` for any row that is not whole: none is passed over."""
    read = read_tables(paths)
    if read.faults:
        raise FactsError(read.faults)
    return Facts.of(read.rows)


def facts_in(text: str) -> Facts:
    """The facts in a table that is written in TOML, such as the example of a check brings along. Raises ``FactsError``."""
    read = read_toml("table", text)
    if read.faults:
        raise FactsError(read.faults)
    return Facts.of(read.rows)


def read_toml(file: str, text: str) -> Read:
    """The rows of a table that is written in TOML, told as those of a file, with what is wrong with the others."""
    return _apart(_toml(file, text))


@cache
def shipped() -> Facts:
    """The facts that come with the tool."""
    return facts([str(files("auditor.facts") / "tables")])


def read_tables(paths: Iterable[str | os.PathLike[str]]) -> Read:
    """The rows of files, and of the TOML and CSV files of folders, with what is wrong with those that are not whole."""
    files = dict.fromkeys(file for one in paths for file in _files(Path(one)))
    return _apart(found for path in files for found in _rows(path))


def _apart(found: Iterable[Row | Fault]) -> Read:
    rows: list[Row] = []
    faults: list[Fault] = []
    for one in found:
        if isinstance(one, Fault):
            faults.append(one)
        else:
            rows.append(one)
    return Read(tuple(rows), tuple(sorted(faults)))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES and one.is_file())
    return found or [path]


def _rows(path: Path) -> Iterator[Row | Fault]:
    readers: Mapping[str, Callable[[str, str], Iterator[Row | Fault]]] = {".toml": _toml, ".csv": _csv}
    read = readers.get(path.suffix.lower())
    if path.is_dir():
        yield Fault(str(path), 0, "holds no .toml and no .csv file. Name a folder with tables.")
        return
    if read is None:
        yield Fault(str(path), 0, "a table is a .toml or a .csv file. Name one, or a folder with such files.")
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        yield Fault(str(path), 0, f"cannot be read: {error.strerror}.")
    except UnicodeDecodeError:
        yield Fault(str(path), 0, "is no UTF-8. Save it as UTF-8; a spreadsheet calls that “CSV UTF-8”.")
    else:
        yield from read(str(path), text)


def _toml(file: str, text: str) -> Iterator[Row | Fault]:
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = re.search(r"line (\d+)", str(error))
        way_out = "Texts stand in quotation marks, days as 2025-06-02 without."
        yield Fault(file, int(at[1]) if at else 0, f"is no TOML: {error}. {way_out}")
        return
    lines: dict[str, list[int]] = {}
    for header in _HEADER.finditer(text):
        lines.setdefault(header[1].strip(" \t\"'"), []).append(text.count("\n", 0, header.start(1)) + 1)
    for table, held in found.items():
        if table not in FIELDS:
            yield Fault(file, next(iter(lines.get(table, [])), 0), _unknown("table", table, FIELDS))
        elif not isinstance(held, list) or not all(isinstance(one, dict) for one in held):
            yield Fault(file, 0, f"{table} is no array of tables. Begin each row with [[{table}]].")
        else:
            placed = lines.get(table, [])
            for number, fields in enumerate(held):
                yield from _row(_Reader(file, placed[number] if number < len(placed) else 0, table, fields))


def _csv(file: str, text: str) -> Iterator[Row | Fault]:
    header = text.partition("\n")[0]
    # Spreadsheets put semicolons between cells where a comma is the decimal sign.
    between = ";" if ";" in header and "," not in header else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=between)
    try:
        if reader.fieldnames and "table" not in reader.fieldnames:
            yield Fault(
                file, 1, "has no column “table”. The first line names the columns: table, office, of, holder ..."
            )
            return
        for record in reader:
            line = reader.line_num
            if None in record:
                yield Fault(file, line, "has more cells than there are columns. Quote a cell that holds a comma.")
                continue
            fields = {name: value.strip() for name, value in record.items() if value and value.strip()}
            table = fields.pop("table", "")
            if table in FIELDS:
                yield from _row(_Reader(file, line, table, fields, split=True))
            elif fields or table:
                yield Fault(file, line, _unknown("table in the column “table”", table, FIELDS))
    except csv.Error as error:
        yield Fault(file, reader.line_num, f"is no CSV: {error}.")


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), 1)
    return (
        f"there is no {what} {name!r}. {f'Did you mean {near[0]!r}?' if near else 'Known: ' + ', '.join(known) + '.'}"
    )


class _Wrong(Exception):
    """A field is not as it must be; the message says how it must be."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """The fields of one row, read by kind; with ``split`` all are text, as in CSV."""

    file: str
    line: int
    table: str
    fields: Mapping[str, Any]
    split: bool = False

    def text(self, name: str) -> str:
        value = self.fields.get(name)
        if not isinstance(value, str) or not value.strip():
            raise _Wrong(f"{name} must be a text.")
        return " ".join(value.split())

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.fields.get(name, [])
        if self.split and isinstance(value, str):
            value = [one for one in value.split(";") if one.strip()]
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            raise _Wrong(f"{name} must be a list of texts.")
        return tuple(sorted({" ".join(one.split()) for one in value}))

    def days(self, name: str) -> tuple[date, date]:
        value = self.fields.get(name)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value, value
        covered = None
        if isinstance(value, str) and re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
            covered = bounds(value)
        if covered is None:
            raise _Wrong(f"{name} must be a day such as 2025-06-02, a month such as 2025-06 or a year, not {value!r}.")
        return covered

    def number(self, name: str) -> float:
        value = self.fields.get(name)
        try:
            if isinstance(value, bool) or not isinstance(value, int | float | str):
                raise ValueError(value)
            found = float(value)
        except ValueError:
            raise _Wrong(f"{name} must be a number, not {value!r}.") from None
        if not 0 <= found < float("inf"):
            raise _Wrong(f"{name} must be a number of 0 or more, not {value!r}.")
        return found

    def ordinal(self) -> int:
        if "ordinal" not in self.fields:
            return 0
        found = self.number("ordinal")
        if found < 1 or found != int(found):
            raise _Wrong("ordinal must be a whole number from 1: 2 for the second.")
        return int(found)

    def examples(self) -> tuple[tuple[bool, tuple[str, ...]], ...]:
        found = []
        held = self.fields.get("examples", [])
        for one in held if isinstance(held, list) else [held]:
            if not isinstance(one, dict) or set(one) != {"asks", "texts"} or not isinstance(one["asks"], bool):
                raise _Wrong("each of examples must be { asks = true, texts = [...] }, asks being true or false.")
            texts = one["texts"]
            if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
                raise _Wrong("texts of an example must be a list of texts.")
            found.append((one["asks"], tuple(texts)))
        return tuple(found)

    def flag(self, name: str) -> bool:
        value = self.fields.get(name, False)
        if self.split and value in ("true", "false"):
            return bool(value == "true")
        if not isinstance(value, bool):
            raise _Wrong(f"{name} must be true or false.")
        return value

    def origin(self) -> Origin:
        source = self.text("source")
        try:
            parts = urlsplit(source)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise _Wrong("source must be the address of a page: https://...")
        checked = self.days("checked-on")
        if checked[0] != checked[1]:
            raise _Wrong("checked-on must be the day on which it was looked up, such as 2025-06-02.")
        return Origin(source, checked[0], self.file, self.line)


def _row(read: _Reader) -> Iterator[Row | Fault]:
    needed, more = FIELDS[read.table]
    faults = [
        _unknown(f"field of [[{read.table}]]", one, (*needed, *more))
        for one in read.fields
        if one not in (*needed, *more)
    ]
    missing = [one for one in needed if one not in read.fields]
    if missing:
        faults.append(f"[[{read.table}]] lacks {', '.join(missing)}. Every row of it needs {', '.join(needed)}.")
    if not faults:
        try:
            yield _MAKE[read.table](read)
            return
        except _Wrong as error:
            faults.append(str(error))
    yield from (Fault(read.file, read.line, one) for one in faults)


def _term(read: _Reader) -> Row:
    since, begun = read.days("from")
    ended, until = read.days("to") if "to" in read.fields else (None, None)
    if until is not None and until < since:
        raise _Wrong(f"to ({until}) is before from ({since}). Turn them round.")
    names = (read.text("office"), read.text("of"), read.text("holder"))
    return Term(*names, since, until, begun, ended, read.origin(), read.flag("courtesy"))


def _happening(read: _Reader) -> Row:
    place = read.text("place") if "place" in read.fields else ""
    return Happening(
        read.text("event"), *read.days("date"), read.ordinal(), place, read.texts("participants"), read.origin()
    )


def _figure(read: _Reader) -> Row:
    low, high = read.number("at-least"), read.number("at-most") if "at-most" in read.fields else None
    if high is not None and high < low:
        raise _Wrong(f"at-most ({high:g}) is less than at-least ({low:g}). Turn them round.")
    return Figure(read.text("subject"), read.text("thing"), low, high, read.days("as-of")[1], read.origin())


def _spelling(read: _Reader) -> Row:
    name, also, avoid = read.text("name"), read.texts("also"), read.texts("avoid")
    if name in avoid or set(also) & set(avoid):
        raise _Wrong("avoid names what is also called right. Leave it in one of the two.")
    return Spelling(name, also, avoid, read.origin())


def _topic(read: _Reader) -> Row:
    def given(name: str) -> str:
        return read.text(name) if name in read.fields else ""

    question = read.text("question")
    if not question.endswith("?"):
        raise _Wrong("question must end with a question mark.")
    return Topic(
        read.text("name"),
        question,
        given("settle"),
        read.texts("compare"),
        read.texts("about"),
        read.texts("near"),
        given("event"),
        read.ordinal(),
        given("place"),
        read.texts("participants"),
        read.examples(),
        read.origin() if "source" in read.fields else Origin("", date.min, read.file, read.line),
    )


_MAKE: Mapping[str, Callable[[_Reader], Row]] = {
    "office": _term,
    "event": _happening,
    "quantity": _figure,
    "name": _spelling,
    "topic": _topic,
}
