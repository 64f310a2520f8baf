"""The report as tables, through pandas: CSV and Parquet hold the points, a workbook has a sheet for each thing a reader does.

A row is a point with all its sides, not a side: so no filter and no order parts what contradicts each other, a count of rows is
a count of things to decide about, and a column beside them takes one tick for each.

A cell that a spreadsheet would take for a formula gets an apostrophe before it in CSV and Excel, since articles are written
by others; Parquet adds nothing. A workbook carries no hour, so that one report gives the same bytes on every run.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from auditor.model import Report
from auditor.reports import Binary
from auditor.reports.harmless import in_cell
from auditor.reports.table.excel import workbook
from auditor.reports.table.points import COLUMNS, rows
from auditor.reports.table.sheets import sheets
from auditor.reports.table.told import Cell, Told

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["COLUMNS", "csv", "parquet", "xlsx"]


def csv(report: Report) -> str:
    """The points as CSV with a heading, in UTF-8."""
    text: str = _frame(report, safe=True).to_csv(index=False, lineterminator="\n")
    return text.encode("utf-8", "replace").decode()


def _parquet(report: Report) -> bytes:
    out = io.BytesIO()
    _frame(report, safe=False).to_parquet(out, index=False, engine="pyarrow")
    return out.getvalue()


def _excel(report: Report) -> bytes:
    return workbook(sheets(Told(report)))


xlsx = Binary(_excel, needs="xlsxwriter", extra="excel")
"""The report as an Excel workbook: points, who says what, quotations, claims and residue."""

parquet = Binary(_parquet, needs="pyarrow", extra="parquet")
"""The points as Parquet."""


def _frame(report: Report, *, safe: bool) -> pd.DataFrame:
    import pandas as pd

    told = Told(report)
    frame = pd.DataFrame([list(map(_safe, row)) if safe else row for row in rows(told, told.points)], columns=COLUMNS)
    return frame.astype({"probability": "Float64"})


def _safe(value: Cell) -> Cell:
    return in_cell(value) if isinstance(value, str) else value
