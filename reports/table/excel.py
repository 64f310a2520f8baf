"""Sheets as an Excel workbook: a heading that stays in sight, columns as wide as what they hold, a filter on each."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from auditor.reports.harmless import in_cell
from auditor.reports.table.sheets import Sheet
from auditor.reports.table.told import Cell, Row

LONGEST_CELL = 32_767
"""UTF-16 units of a cell that Excel takes; longer ones end with an ellipsis."""
MOST_ROWS = 1_048_576 - 2
"""Rows under the heading that a sheet of Excel takes, one left to say how many more there are."""

_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""What an article says is text, whatever it looks like."""
_NO_HOUR = datetime(1980, 1, 1)
"""The first day of ZIP: a workbook does not say when it was made, so that one report gives the same bytes on every run."""
_NARROWEST, _WIDEST = 7, 60
"""Widths of columns, in characters: what is longer is folded within its cell."""
_MEASURED = 200
"""Rows from which the width of a column is taken."""


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The bytes of a workbook with the sheets; the same for the same sheets."""
    import pandas as pd

    out = io.BytesIO()
    with pd.ExcelWriter(out, engine="xlsxwriter", engine_kwargs={"options": _AS_TEXT}) as writer:
        writer.book.set_properties({"created": _NO_HOUR})
        folded = writer.book.add_format({"text_wrap": True, "valign": "top"})
        for sheet in sheets:
            headings, rows = _fitting(sheet.headings), list(map(_fitting, _whole(sheet.rows)))
            frame = pd.DataFrame(rows, columns=headings, dtype=object)
            frame.to_excel(writer, sheet_name=sheet.name, index=False, freeze_panes=(1, 0))
            drawn = writer.sheets[sheet.name]
            drawn.autofilter(0, 0, len(rows), len(headings) - 1)
            for number, heading in enumerate(headings):
                drawn.set_column(number, number, _width([heading, *(row[number] for row in rows[:_MEASURED])]), folded)
    return out.getvalue()


def _whole(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows as a sheet can hold them: of too many, the last says how many there are beyond it."""
    if len(rows) <= MOST_ROWS:
        return rows
    return [*rows[:MOST_ROWS], [f"and {len(rows) - MOST_ROWS:,} more", *[None] * (len(rows[0]) - 1)]]


def _fitting(row: Sequence[Cell]) -> list[Cell]:
    return [_cell(value) if isinstance(value, str) else value for value in row]


def _cell(text: str) -> str | None:
    """The text as a cell can hold it, and so that it computes nothing; an empty one is no cell."""
    text = in_cell(text)
    if 2 * len(text) <= LONGEST_CELL:
        return text or None
    units = text.encode("utf-16-le", "replace")
    return text if len(units) <= 2 * LONGEST_CELL else f"{units[: 2 * LONGEST_CELL - 2].decode('utf-16-le', 'ignore')}…"


def _width(column: Iterable[Cell]) -> int:
    """As wide as the longest line in a column, with room for the filter's button, within bounds."""
    lines = (line for value in column if value is not None for line in str(value).split("\n"))
    return min(_WIDEST, max(_NARROWEST, *(len(line) + 3 for line in lines)))
