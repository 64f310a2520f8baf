"""Findings as a table, one a row: CSV, Excel and Parquet, through pandas.

A cell that a spreadsheet would take for a formula gets an apostrophe before it in CSV and Excel, since articles are written
by others; Parquet adds nothing. A workbook carries no hour, so that one report gives the same bytes on every run.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from auditor.model import Finding, Report
from auditor.reports import Binary
from auditor.reports.harmless import in_cell, plain
from auditor.reports.layout import Places

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    *("check", "family", "severity", "confidence", "document", "path", "line", "column", "start", "end", "text"),
    *("message", "related", "fingerprint", "state", "decision", "counts"),
)
"""The columns, in their order; ``related`` lists the other places, ``document:line:column`` a line each."""

LONGEST_CELL = 32_767
"""Characters of a cell that Excel takes; longer ones end with an ellipsis in the workbook."""

_HOUR = re.compile(rb"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_SHEET = "findings"


def csv(report: Report) -> str:
    """The table as CSV with a heading, in UTF-8."""
    text: str = _frame(report, safe=True).to_csv(index=False, lineterminator="\n")
    return text.encode("utf-8", "replace").decode()


def _excel(report: Report) -> bytes:
    out = io.BytesIO()
    frame = _frame(report, safe=True).map(_fitting)
    frame.to_excel(out, sheet_name=_SHEET, index=False, engine="openpyxl")
    return _timeless(out)


def _timeless(workbook: io.BytesIO) -> bytes:
    """The workbook as if made on 1 January 1980, the first day of ZIP."""
    out = io.BytesIO()
    with ZipFile(workbook) as dated, ZipFile(out, "w") as undated:
        for name in dated.namelist():
            part = dated.read(name)
            if name == "docProps/core.xml":
                part = _HOUR.sub(b"1980-01-01T00:00:00Z", part)
            undated.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return out.getvalue()


def _parquet(report: Report) -> bytes:
    out = io.BytesIO()
    _frame(report, safe=False).to_parquet(out, index=False, engine="pyarrow")
    return out.getvalue()


xlsx = Binary(_excel, needs="openpyxl", extra="excel")
"""The table as an Excel workbook of one sheet."""

parquet = Binary(_parquet, needs="pyarrow", extra="parquet")
"""The table as Parquet."""


def _frame(report: Report, *, safe: bool) -> pd.DataFrame:
    import pandas as pd

    places = Places(report)
    rows = [_row(finding, places) for finding in report.findings]
    if safe:
        rows = [[_cell(value) for value in row] for row in rows]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _row(finding: Finding, places: Places) -> list[str | int | bool]:
    document = places.report.documents[finding.primary.document]
    line, column = places.position(document, finding.primary.start)
    decision = finding.decision
    return [
        finding.check,
        finding.family.value,
        finding.severity.value,
        finding.confidence.value,
        plain(document.id),
        plain(document.path or ""),
        line,
        column,
        finding.primary.start,
        finding.primary.end,
        plain(finding.primary.text),
        plain(finding.message),
        "\n".join(_place(places, number, finding) for number in range(len(finding.related))),
        finding.fingerprint,
        finding.state.value if finding.state else "",
        f"{decision.judgement.value}: {plain(decision.reason)}" if decision else "",
        finding.counts,
    ]


def _place(places: Places, number: int, finding: Finding) -> str:
    quote = places.quote(finding.related[number], context=0)
    return f"{quote.document}:{quote.position} {quote.words}"


def _cell(value: str | int | bool) -> str | int | bool:
    return in_cell(value) if isinstance(value, str) else value


def _fitting(value: str | int | bool) -> str | int | bool:
    too_long = isinstance(value, str) and len(value) > LONGEST_CELL
    return f"{str(value)[: LONGEST_CELL - 1]}…" if too_long else value
