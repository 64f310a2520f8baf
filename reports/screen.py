"""Lines of a terminal: wrapped to its width under where they begin, or in two columns.

Widths are in cells, as a terminal counts: a Chinese character takes two.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from auditor.reports.harmless import in_lines

NARROWEST = 40
"""Columns that every line may take, however narrow the terminal says it is."""
_GAP = 3
"""Columns between two columns."""
_NARROW = 60
"""Columns for both columns under which the second goes below the first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line before it is wrapped: what stands before it once, such as its number, is not wrapped with it."""

    text: Text
    indent: int = 0
    label: str = ""


Row = tuple[Text, Text]


class Screen:
    """Columns of a terminal, with colours or without."""

    def __init__(self, width: int, *, colour: bool) -> None:
        """Lines are at most ``width`` columns wide, and at least ``NARROWEST``."""
        self.width = max(NARROWEST, width)
        self.colour = colour
        self._console = Console(
            file=io.StringIO(),
            width=self.width,
            color_system="standard" if colour else None,
            force_terminal=colour,
            no_color=not colour,
            highlight=False,
            emoji=False,
            markup=False,
            legacy_windows=False,
        )

    def wrapped(self, line: Line) -> list[Text]:
        """The lines that one becomes, those after the first as far in as its words."""
        before = " " * line.indent + line.label
        found = []
        for part in self._wrap(line.text, self.width - len(before)) or [Text()]:
            found.append(Text(before).append_text(part))
            before = " " * len(before)
        return found

    def columns(self, rows: Sequence[Row], indent: int) -> list[Line]:
        """Rows of two columns, the second beginning at one place; below the first where there is no room beside it."""
        room = self.width - indent - _GAP
        left, right = (max((row[column].cell_len for row in rows), default=0) for column in (0, 1))
        if left + right > room and room < _NARROW:
            return [line for first, second in rows for line in (Line(first, indent), Line(second, indent + 2))]
        right = min(right, max(room - left, room * 2 // 5))
        left = min(left, room - right)
        return [Line(line, indent) for row in rows for line in self._side_by_side(row, left, right)]

    def filled(self, phrases: Iterable[str]) -> list[Line]:
        """Short phrases side by side, as many on a line as it has room for, none of them broken."""
        lines: list[Text] = []
        for phrase in phrases:
            if lines and lines[-1].cell_len + _GAP + cell_len(phrase) <= self.width:
                lines[-1].append(" " * _GAP + phrase)
            else:
                lines.append(Text(phrase))
        return [Line(line) for line in lines]

    def _side_by_side(self, row: Row, left: int, right: int) -> Iterator[Text]:
        for first, second in zip_longest(self._wrap(row[0], left), self._wrap(row[1], right), fillvalue=Text()):
            line = first.copy()
            line.append(" " * (left - first.cell_len + _GAP) if second else "")
            yield line.append_text(second)

    def _wrap(self, text: Text, width: int) -> list[Text]:
        if text.cell_len <= width:
            return [text]
        lines = list(text.wrap(self._console, width))
        for line in lines:
            line.rstrip()
        return lines

    def printed(self, lines: Iterable[Line]) -> str:
        """The lines as text; without colours nothing in them commands a terminal or a build server."""
        whole = [part for line in lines for part in self.wrapped(line)]
        if not self.colour:  # where words are wrapped, an article's may come to begin a line
            return in_lines("".join(f"{line.plain.rstrip()}\n" for line in whole))
        with self._console.capture() as written:
            for line in whole:
                self._console.print(line, soft_wrap=True)
        return written.get()
