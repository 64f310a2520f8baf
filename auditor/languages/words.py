"""Word lists as data: how the tables of a language pack are read. Knows no language.

A list is a file of tab-separated columns, one entry a line, named after what it holds::

    # What the list is, in a sentence.
    # Source: where its words come from. Licence: under what they may be used.
    #: name	number	short
    #@ tag	What an entry with this tag is.
    march	3	mar
    september	9	sep, sept

The line ``#:`` names the columns. The first column holds the entry, which stands in the file once; a cell may hold
several words with a comma and a space between them, and cells at the end of a line that are empty may be left out.
A column named ``tags`` holds tags with a space between them, each told by a line ``#@``. Other lines that begin with
``#`` are for readers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

TAGS = "tags"
"""The name of the column that holds tags."""


class ListError(ValueError):
    """A word list that cannot be read as it stands; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _List:
    """A file as read: its columns, its rows in their order, and its tags with what they mean."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[_Row, ...]
    tags: Mapping[str, str]

    def place(self, column: str) -> int:
        """Where a column stands; ``ListError`` where there is none of the name."""
        if column not in self.columns:
            raise ListError(f"{self.path}: there is no column {column!r} among {', '.join(self.columns)}")
        return self.columns.index(column)

    def chosen(self, tags: tuple[str, ...]) -> tuple[_Row, ...]:
        """The rows with any of the tags; all rows where none is given."""
        if not tags:
            return self.rows
        for tag in tags:
            if tag not in self.tags:
                raise ListError(f"{self.path}: no line “#@” tells the tag {tag!r}")
        place, wanted = self.place(TAGS), set(tags)
        return tuple(row for row in self.rows if not wanted.isdisjoint(row.cells[place].split(" ")))

    def fault(self, row: _Row, what: str) -> ListError:
        return ListError(f"{self.path}, line {row.line}: {what}")


class WordLists:
    """The word lists in a folder, each read when first asked for and then kept.

    Every method takes the name of a list, which is its file's name without ``.tsv``, and raises ``ListError`` where the
    list is malformed.
    """

    def __init__(self, folder: Path) -> None:
        """Read nothing yet."""
        self._folder = folder
        self._read: dict[str, _List] = {}
        self._sets: dict[tuple[str, ...], frozenset[str]] = {}

    def names(self) -> list[str]:
        """The names of all lists, in alphabetical order."""
        return sorted(path.stem for path in self._folder.glob("*.tsv"))

    def words(self, name: str, *tags: str) -> frozenset[str]:
        """The entries of a list; where tags are given, those with any of the tags."""
        asked = (name, *tags)
        if asked not in self._sets:
            self._sets[asked] = frozenset(self.entries(name, *tags))
        return self._sets[asked]

    def named(self, name: str) -> frozenset[str]:
        """The words of a list by its name with a point before each of its tags that counts: ``numbers.ordinal``.

        With a column in front of the tags, the words in its cells: ``months.short``. Raises ``KeyError`` where there is no such
        list.
        """
        name, *tags = name.split(".")
        if name not in self._read and name not in self.names():
            raise KeyError(name)
        if tags and tags[0] in self._list(name).columns:
            return frozenset(word for words in self.members(name, *tags).values() for word in words)
        return self.words(name, *tags)

    def entries(self, name: str, *tags: str) -> tuple[str, ...]:
        """The entries of a list in the order of its lines; where tags are given, those with any of the tags."""
        return tuple(row.cells[0] for row in self._list(name).chosen(tags))

    def column(self, name: str, column: str, *tags: str) -> dict[str, str]:
        """Entry -> its cell in a column, without the entries whose cell is empty; tags choose as in ``entries``."""
        table = self._list(name)
        place = table.place(column)
        return {row.cells[0]: row.cells[place] for row in table.chosen(tags) if row.cells[place]}

    def numbers(self, name: str, column: str, *tags: str) -> dict[str, int]:
        """Entry -> the whole number in a column, without the entries whose cell is empty; tags choose as in ``entries``."""
        table = self._list(name)
        place = table.place(column)
        found = {}
        for row in table.chosen(tags):
            cell = row.cells[place]
            if cell and not cell.removeprefix("-").isdecimal():
                raise table.fault(row, f"{cell!r} is no whole number")
            if cell:
                found[row.cells[0]] = int(cell)
        return found

    def rows(self, name: str, *columns: str) -> list[tuple[str, ...]]:
        """The cells of the columns given, line by line."""
        table = self._list(name)
        places = [table.place(column) for column in columns]
        return [tuple(row.cells[place] for place in places) for row in table.rows]

    def members(self, name: str, column: str, *tags: str) -> dict[str, tuple[str, ...]]:
        """Entry -> the words in its cell of a column, without the entries whose cell is empty."""
        return {entry: tuple(cell.split(", ")) for entry, cell in self.column(name, column, *tags).items()}

    def entry_of(self, name: str, column: str) -> dict[str, str]:
        """Word in a cell of a column -> the entry it stands for; a word that stands for two is a fault."""
        table = self._list(name)
        place = table.place(column)
        found: dict[str, str] = {}
        for row in table.rows:
            for word in row.cells[place].split(", ") if row.cells[place] else ():
                if word in found:
                    raise table.fault(row, f"{word!r} stands for {found[word]!r} already")
                found[word] = row.cells[0]
        return found

    def all_members(self, name: str, column: str) -> frozenset[str]:
        """All words in the cells of a column."""
        asked = ("all of", name, column)
        if asked not in self._sets:
            self._sets[asked] = frozenset(word for words in self.members(name, column).values() for word in words)
        return self._sets[asked]

    def meanings(self, name: str) -> Mapping[str, str]:
        """Tag of a list -> what its head says that it means."""
        return self._list(name).tags

    def _list(self, name: str) -> _List:
        if name not in self._read:
            self._read[name] = _parsed(self._folder / f"{name}.tsv")
        return self._read[name]


def _parsed(path: Path) -> _List:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise ListError(f"{path}: there is no such list ({error.strerror})") from error
    if lines.pop():
        raise ListError(f"{path}, line {len(lines) + 1}: the last line does not end")
    head = dict(_head(path, lines))
    columns = tuple(head.pop(":", "").split("\t"))
    if columns == ("",):
        raise ListError(f"{path}: no line “#:” names the columns")
    table = _List(path, columns, tuple(_rows(path, lines, len(columns))), head)
    _tell_apart(table)
    return table


def _head(path: Path, lines: list[str]) -> Iterator[tuple[str, str]]:
    """The columns, under ``:``, and each tag with what it means."""
    for number, line in enumerate(lines, 1):
        if line.startswith("#: "):
            yield ":", line[3:]
        elif line.startswith("#@ "):
            tag, gap, meaning = line[3:].partition("\t")
            if not gap or not meaning.strip() or " " in tag:
                raise ListError(f"{path}, line {number}: a tag, a tab and what it means are expected behind “#@ ”")
            yield tag, meaning


def _rows(path: Path, lines: list[str], columns: int) -> Iterator[_Row]:
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) > columns or not cells[0]:
            what = "an entry is missing" if not cells[0] else f"{len(cells)} cells stand in {columns} columns"
            raise ListError(f"{path}, line {number}: {what}")
        if any(cell != cell.strip() for cell in cells):
            raise ListError(f"{path}, line {number}: a cell begins or ends with a space")
        if any("  " in cell for cell in cells):
            raise ListError(f"{path}, line {number}: two spaces stand side by side; tabs part the columns")
        yield _Row(number, (*cells, *[""] * (columns - len(cells))))


def _tell_apart(table: _List) -> None:
    """Raise where an entry is given twice, or has a tag that the head does not tell."""
    first: dict[str, int] = {}
    place = table.place(TAGS) if TAGS in table.columns else None
    for row in table.rows:
        if row.cells[0] in first:
            raise table.fault(row, f"{row.cells[0]!r} is given in line {first[row.cells[0]]} already")
        first[row.cells[0]] = row.line
        if place is not None:
            for tag in row.cells[place].split():
                if tag not in table.tags:
                    raise table.fault(row, f"no line “#@” tells the tag {tag!r}")
