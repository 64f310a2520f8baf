"""Findings as tables."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pandas as pd

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


def test_all_forms_hold_the_same(sample: Report) -> None:
    excel = pd.read_excel(io.BytesIO(table.xlsx(sample)), keep_default_na=False)
    parquet = pd.read_parquet(io.BytesIO(table.parquet(sample)))
    assert list(excel.columns) == list(parquet.columns) == list(table.COLUMNS)
    assert list(excel["check"]) == list(parquet["check"]) == [one.check for one in sample.findings]


def test_without_findings_the_columns_stand(empty: Report) -> None:
    assert table.csv(empty) == ",".join(table.COLUMNS) + "\n"
    assert list(pd.read_parquet(io.BytesIO(table.parquet(empty))).columns) == list(table.COLUMNS)
