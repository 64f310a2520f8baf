"""Findings as tables."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from auditor.model import Report
from auditor.reports import table


def test_one_row_a_finding(sample: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(table.csv(sample))))
    assert len(rows) == len(sample.findings)
    assert tuple(rows[0]) == table.COLUMNS
    [talks] = [row for row in rows if row["check"] == "conflicting-round-date"]
    assert (talks["line"], talks["column"], talks["text"]) == ("4", "51", "2 June 2025")
    assert talks["related"].startswith("reply.txt:2:")


def test_no_cell_is_a_formula(sample: Report) -> None:
    evil = replace(sample, findings=(replace(sample.findings[0], message="=HYPERLINK(1)", fingerprint="-1+1"),))
    [row] = csv.DictReader(io.StringIO(table.csv(evil)))
    assert (row["message"], row["fingerprint"]) == ("'=HYPERLINK(1)", "'-1+1")
    sheet = pd.read_excel(io.BytesIO(table.xlsx(evil)))
    assert sheet["message"][0] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("message", [" =1+1", "\t@SUM(1)", "＝1+1", "+1", "-1"])
def test_nothing_hides_a_formula(report_of: Callable[..., Report], message: str) -> None:
    [row] = csv.DictReader(io.StringIO(table.csv(report_of("a", (0, 1), message=message))))
    assert row["message"].startswith("'")


def test_what_no_workbook_holds_is_replaced_or_cut(report_of: Callable[..., Report]) -> None:
    long = "x" * 40_000
    sheet = pd.read_excel(io.BytesIO(table.xlsx(report_of(long, (0, len(long)), message="a\ufffe\x0bb"))))
    assert sheet["message"][0] == "a\ufffd b"
    assert sheet["text"][0] == "x" * (table.LONGEST_CELL - 1) + "…"


def test_a_workbook_carries_no_hour(sample: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(table.xlsx(sample))) as workbook:
        days = {part.date_time for part in workbook.infolist()}
        told = re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", workbook.read("docProps/core.xml"))
    assert days == {(1980, 1, 1, 0, 0, 0)}
    assert set(told) == {b"1980-01-01T00:00:00Z"}


def test_all_forms_hold_the_same(sample: Report) -> None:
    excel = pd.read_excel(io.BytesIO(table.xlsx(sample)), keep_default_na=False)
    parquet = pd.read_parquet(io.BytesIO(table.parquet(sample)))
    assert list(excel.columns) == list(parquet.columns) == list(table.COLUMNS)
    assert list(excel["check"]) == list(parquet["check"]) == [one.check for one in sample.findings]


def test_without_findings_the_columns_stand(empty: Report) -> None:
    assert table.csv(empty) == ",".join(table.COLUMNS) + "\n"
    assert list(pd.read_parquet(io.BytesIO(table.parquet(empty))).columns) == list(table.COLUMNS)
