"""One row that is hostile in each of its fields, among many that are not: the others are audited, and the row is named."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.reading import read
from auditor.reading.rows import FIELDS
from auditor.reports.json import render
from auditor.salvage import raising

CHECKS = load_checks()
Run = Callable[..., subprocess.CompletedProcess[str]]

ROWS = 12
"""Rows beside the hostile ones; two thousand take as little care and more time."""
LONG = 100_000
WRONG: Mapping[str, Any] = {
    "a list": ["a"],
    "an object": {"a": "b"},
    "a truth value": True,
    "half of a surrogate pair": "a\ud800b",
}
"""What no field may hold: its row is left out, and told."""
ODD: Mapping[str, Any] = {
    "a long word": "x" * LONG,
    "a NUL": "a\0b",
    "no address": "http://[x",
    "no port": "https://a.example:99999999/x?%zz#",
    "the last day": "9999-12-31",
    "the first day": "0001-01-01",
    "no day": "2024-02-30T25:61:00+99:99",
    "another script": "١٢٣ \u202eabc\u2066 \x1b[31m",
    "a path": "../../../etc/passwd",
    "a formula": "=HYPERLINK(1)",
}
"""What is odd and may stand there: the row is read, and spoils nothing."""


def good(number: int) -> dict[str, Any]:
    text = f"Mayor Ann Lowe said on Monday that {number + 20} boats had left the port of Tarvik since 3 May 2024."
    return {"id": f"good-{number:04}", "group": f"g{number // 4}", "date": "2024-05-12", "text": text}


def hostile(field: str, value: Any) -> dict[str, Any]:
    return {"id": f"odd {field}", "text": "Two boats left the port of Tarvik on Monday.", field: value}


def lines(rows: list[dict[str, Any]]) -> bytes:
    return "".join(f"{json.dumps(row)}\n" for row in rows).encode()


def audited(data: bytes, name: str) -> dict[str, Any]:
    """The JSON report on rows, as the command writes it."""
    with raising(False):
        reading = read(["-"], stdin=io.BytesIO(data), stdin_filename=name)
        report: dict[str, Any] = json.loads(render(audit(reading.documents, CHECKS, problems=reading.problems)))
    return report


def ids(report: dict[str, Any]) -> list[str]:
    return [document["id"] for document in report["documents"]]


def told(report: dict[str, Any]) -> set[str]:
    return {problem["document"] for problem in report["problems"]}


@pytest.mark.parametrize("field", ["text", *FIELDS])
def test_a_row_with_a_wrong_field_costs_that_row(field: str) -> None:
    rows = [good(number) for number in range(ROWS)]
    at = [3 + 2 * number for number in range(len(WRONG))]
    for place, value in zip(at, WRONG.values(), strict=True):
        rows.insert(place, hostile(field, value))
    report = audited(lines(rows), "rows.jsonl")
    assert ids(report) == [good(number)["id"] for number in range(ROWS)]
    assert told(report) == {f"rows.jsonl:{place + 1}" for place in at}


@pytest.mark.parametrize("field", ["text", *FIELDS])
def test_a_row_with_an_odd_field_spoils_nothing(field: str) -> None:
    rows = [good(number) for number in range(ROWS)]
    odd = [hostile(field, value) for value in ODD.values()]
    for number, row in enumerate(odd):
        row["id"] = row["id"] if field == "id" else f"odd {number}"
    report = audited(lines([*rows, *odd]), "rows.jsonl")
    assert {row["id"] for row in rows} <= set(ids(report))
    lost = {f"rows.jsonl:{ROWS + list(ODD).index('a NUL') + 1}"} if field == "text" else set()
    assert len(ids(report)) + len(lost) == len(rows) + len(odd)
    no_dates = {f"odd {number}" for number, name in enumerate(ODD) if name not in ("the last day", "the first day")}
    no_languages = {f"odd {number}" for number in range(len(ODD))}
    assert told(report) == {"date": no_dates, "language": no_languages}.get(field, lost)


def test_cells_of_a_table_that_are_hostile() -> None:
    out = io.StringIO()
    names = ["id", "text", *(field for field in FIELDS if field != "id")]
    table = csv.DictWriter(out, names)
    table.writeheader()
    table.writerows(good(number) for number in range(ROWS))
    for field in names:
        for number, value in enumerate(ODD.values()):
            table.writerow({**hostile(field, value), **({} if field == "id" else {"id": f"odd {field} {number}"})})
    report = audited(out.getvalue().encode(), "rows.csv")
    assert {good(number)["id"] for number in range(ROWS)} <= set(ids(report))
    lost = {name for name in told(report) if name.startswith("rows.csv:")}
    assert len(ids(report)) + len(lost) == ROWS + len(names) * len(ODD)


def test_a_date_that_is_none_is_told_and_its_article_audited(run: Run, tmp_path: Path) -> None:
    rows = [good(0), {**good(1), "date": "9999-99-99"}, {**good(2), "date": "  "}]
    (tmp_path / "rows.jsonl").write_bytes(lines(rows))
    done = run("check", "rows.jsonl", "--no-cache", "--quiet", "--report", "json=report.json")
    assert done.returncode == 2
    assert "good-0001: The date given with it, “9999-99-99”, is no date that can be read" in done.stderr
    assert done.stderr.count("The date given") == 1
    assert len(ids(json.loads((tmp_path / "report.json").read_text(encoding="utf-8")))) == len(rows)


def test_the_command_names_the_row_and_reports_the_others(run: Run, tmp_path: Path) -> None:
    rows = [good(number) for number in range(ROWS)]
    rows[4:4] = [hostile(field, WRONG["a list"]) for field in FIELDS]
    (tmp_path / "rows.jsonl").write_bytes(lines(rows))
    done = run("check", "rows.jsonl", "--no-cache", "--quiet", "--report", "json=report.json")
    assert done.returncode == 2
    assert all(f"auditor: rows.jsonl:{5 + number}: The field" in done.stderr for number in range(len(FIELDS)))
    assert len(ids(json.loads((tmp_path / "report.json").read_text(encoding="utf-8")))) == ROWS
