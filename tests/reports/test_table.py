"""The report as tables, read back as a reader's programs read them."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.workbook import Workbook

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.model import (
    Article,
    Asked,
    BaselineState,
    Confidence,
    Decision,
    Document,
    Family,
    Finding,
    Judgement,
    Known,
    Prose,
    Report,
    Severity,
    Side,
)
from auditor.points import points
from auditor.reading import read
from auditor.reports import table
from auditor.reports.table import excel
from auditor.reports.table.matrix import MOST_SOURCES

SHEETS = ["points", "who-says-what", "quotations", "claims", "residue"]
ROOT = Path(__file__).resolve().parents[2]
Cells = dict[str, object]


def opened(report: Report) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(table.xlsx(report)))


def rows_of(book: Workbook, name: str) -> list[Cells]:
    headings, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


def csv_of(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.csv(report))))


def told_by(*texts: str, family: Family = Family.CONFLICT) -> Report:
    """A report in which all articles answer one question, each with the whole of its text."""
    documents = [Document(f"{number:03}.txt", text, "0", path="p.txt") for number, text in enumerate(texts)]
    articles = tuple(Article(one, (), (), Prose(one.id, one.text, (), ()), ()) for one in documents)
    spans = [one.span(0, len(one.text)) for one in documents]
    sides = [Side(text, tuple(one for one in spans if one.text == text)) for text in dict.fromkeys(texts)]
    asked = Asked("number", "ferry", "How many sailed?", tuple(sides), "Count them.")
    told = ("c", family, Severity.ERROR, Confidence.HIGH, "They differ.", spans[0], tuple(spans[1:]))
    passages = (spans[0], spans[1]) if family is Family.QUOTATION else None
    finding = Finding(*told, asked=asked, passages=passages, probability=0.95, fingerprint="f1")
    return Report(articles, (finding,), stories=(tuple(one.id for one in documents),))


@pytest.fixture(scope="module")
def seeds() -> Report:
    return audit(read([str(ROOT / "seeds")]).documents, load_checks())


def test_a_row_is_a_point_with_all_its_sides() -> None:
    [row] = csv_of(told_by("7 men", "9 men", "7 men"))
    assert tuple(row) == table.COLUMNS
    assert (row["point"], row["severity"], row["probability"]) == ("1", "error", "0.95")
    assert (row["question"], row["settle"]) == ("How many sailed?", "Count them.")
    assert row["sides"] == "“7 men” (000:1, 002:1; 2 sources)\n“9 men” (001:1)"
    assert (row["articles"], row["sources"], row["story"]) == ("000.txt, 001.txt, 002.txt", "3", "1")


def test_what_earlier_tables_had_is_that_of_the_gravest_finding(sample: Report) -> None:
    rows = csv_of(sample)
    assert len(rows) == len(points(sample))
    [talks] = [row for row in rows if row["check"] == "conflicting-round-date"]
    assert (talks["line"], talks["column"], talks["text"]) == ("4", "51", "2 June 2025")
    assert talks["related"].startswith("reply.txt:2:")
    assert (talks["fingerprint"], talks["findings"]) == ("aa11", "aa11")


def test_csv_ends_with_what_the_workbook_has_in_a_sheet_of_its_own(seeds: Report) -> None:
    families = [row["family"] for row in csv_of(seeds)]
    assert families == sorted(families, key=["conflict", "reference", "quotation", "sourcing", "residue"].index)
    book = opened(seeds)
    assert len(rows_of(book, "points")) == len(families) - families.count("residue")
    residue = sum(len(point.findings) for point in points(seeds) if point.family is Family.RESIDUE)
    assert len(rows_of(book, "residue")) == residue > 0


def test_every_sheet_has_a_frozen_heading_a_filter_and_widths(seeds: Report) -> None:
    book = opened(seeds)
    assert book.sheetnames == SHEETS
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        held = {column: dimension for column, dimension in sheet.column_dimensions.items() if dimension.width}
        assert all(7 <= dimension.width <= 61 for dimension in held.values())
        assert sum(dimension.max - dimension.min + 1 for dimension in held.values()) == sheet.max_column
        assert all(cell.alignment.wrap_text for cell in sheet[2] if cell.value is not None)
    questions = book["points"].column_dimensions["D"].width
    assert questions > 3 * book["points"].column_dimensions["A"].width


def test_who_says_what_has_a_column_a_source(seeds: Report) -> None:
    book = opened(told_by("7 men", "9 men", "7 men"))
    [row] = rows_of(book, "who-says-what")
    assert row == {
        **{"point": 1, "stands": "differs", "severity": "error", "story": "1", "question": "How many sailed?"},
        **{"000": "“7 men” (line 1)", "001": "“9 men” (line 1)", "002": "“7 men” (line 1)"},
    }
    stands = [row["stands"] for row in rows_of(opened(seeds), "who-says-what")]
    assert stands == sorted(stands, reverse=True)
    assert "agreed" in stands


def test_words_at_one_place_are_told_once() -> None:
    report = told_by("7 men", "9 men")
    finding = report.findings[0]
    assert finding.asked
    first, second = finding.asked.sides
    wider = (replace(first, places=(*first.places, report.documents["000.txt"].span(2, 5))), second)
    told = replace(finding, asked=replace(finding.asked, sides=wider))
    [row] = rows_of(opened(replace(report, findings=(told,))), "who-says-what")
    assert row["000"] == "“7 men” (line 1)"


def test_copies_are_one_column() -> None:
    text = "The ferry sailed at 9 with seven men aboard, and the wind was fair all that morning off the head. " * 8
    names = ("a.txt", "b.txt", "c.txt")
    told = [Document(name, text + end, "0") for name, end in zip(names, ("It sank.", "It sank.", "x"), strict=True)]
    report = audit(told[:2], load_checks())
    assert report.copies
    story = told_by("7 men", "9 men")
    joined = replace(story, copies=(replace(report.copies[0], documents=("000.txt", "001.txt")),))
    [row] = rows_of(opened(joined), "who-says-what")
    assert row["000 and 001"] == "“7 men” (000:1)\n“9 men” (001:1)"


def test_too_many_sources_share_a_column() -> None:
    book = opened(told_by(*(f"{number} men" for number in range(MOST_SOURCES + 2))))
    [row] = rows_of(book, "who-says-what")
    assert row["other sources"] == "“40 men” (040:1)\n“41 men” (041:1)"


def test_quotations_stand_side_by_side_with_what_differs_marked() -> None:
    [row] = rows_of(opened(told_by("we did go", "we never go", family=Family.QUOTATION)), "quotations")
    assert (row["wording"], row["in"]) == ("we [did] go", "000:1")
    assert (row["other wording"], row["other in"]) == ("we [never] go", "001:1")


def test_a_quotation_of_one_wording_stands_alone(seeds: Report) -> None:
    rows = rows_of(opened(seeds), "quotations")
    alone = [row for row in rows if not row["other wording"]]
    assert alone
    assert all(row["wording"] and row["in"] for row in alone)


def test_claims_say_who_says_what(seeds: Report) -> None:
    rows = rows_of(opened(seeds), "claims")
    assert len(rows) == sum(len(article.claims) for article in seeds.articles)
    assert {"date", "duration", "quotation"} <= {row["kind"] for row in rows}
    for row in rows:
        line = seeds.documents[str(row["document"])].text.split("\n")[int(str(row["line"])) - 1]
        assert " ".join(line[int(str(row["column"])) - 1 :].split()).startswith(str(row["text"])[:40])


def test_decisions_and_states_are_told(sample: Report) -> None:
    decided = Decision(Known("aa11", "", (), ""), Judgement.DISMISSED, "two\nrounds")
    findings = (replace(sample.findings[0], decision=decided, state=BaselineState.UNCHANGED),)
    [row] = csv_of(replace(sample, findings=findings))
    assert (row["decision"], row["state"], row["counts"]) == ("dismissed: two rounds", "unchanged", "False")


def test_no_cell_is_a_formula(sample: Report) -> None:
    evil = replace(sample, findings=(replace(sample.findings[0], message="=HYPERLINK(1)", fingerprint="-1+1"),))
    [row] = csv_of(evil)
    assert (row["message"], row["fingerprint"]) == ("'=HYPERLINK(1)", "'-1+1")
    [row] = rows_of(opened(evil), "points" if row["family"] != "residue" else "residue")
    assert row["message"] == "'=HYPERLINK(1)"


def test_no_heading_is_a_formula() -> None:
    report = told_by("7 men", "9 men")
    first, *others = report.articles
    named = Document("=1+1", "7 men", "0")
    finding = report.findings[0]
    assert finding.asked
    there = named.span(0, 5)
    sides = (Side("7 men", (there,)), finding.asked.sides[1])
    findings = (replace(finding, primary=there, asked=replace(finding.asked, sides=sides)),)
    book = opened(replace(report, articles=(replace(first, document=named), *others), findings=findings))
    assert "'=1+1" in {cell.value for cell in book["who-says-what"][1]}
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "b"}


@pytest.mark.parametrize("message", [" =1+1", "\t@SUM(1)", "＝1+1", "+1", "-1"])
def test_nothing_hides_a_formula(report_of: Callable[..., Report], message: str) -> None:
    report = report_of("a", (0, 1), message=message)
    [row] = csv_of(report)
    assert row["message"].startswith("'")
    assert str(rows_of(opened(report), "residue")[0]["message"]).startswith("'")


def test_what_no_workbook_holds_is_replaced_or_cut(report_of: Callable[..., Report]) -> None:
    long = "x" * 40_000
    [row] = rows_of(opened(report_of(long, (0, len(long)), message="a\ufffe\x0bb")), "residue")
    assert row["message"] == "a\ufffd b"
    assert row["text"] == "x" * (excel.LONGEST_CELL - 1) + "…"


def test_wide_signs_count_twice(report_of: Callable[..., Report]) -> None:
    wide = "𝔸" * 20_000
    [row] = rows_of(opened(report_of(wide, (0, len(wide)))), "residue")
    assert row["text"] == "𝔸" * ((excel.LONGEST_CELL - 1) // 2) + "…"
    assert len(str(row["text"]).encode("utf-16-le")) // 2 <= excel.LONGEST_CELL


def test_rows_beyond_what_a_sheet_holds_are_counted(sample: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "MOST_ROWS", 1)
    first, last = rows_of(opened(sample), "residue")
    assert first["check"] in ("share-button", "markup-left")
    assert last == {**dict.fromkeys(last), "point": "and 1 more"}


def test_a_workbook_carries_no_hour_and_is_always_the_same(sample: Report) -> None:
    data = table.xlsx(sample)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        days = {part.date_time for part in book.infolist()}
        told = re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", book.read("docProps/core.xml"))
    assert {day[0] for day in days} == {1980}
    assert set(told) == {b"1980-01-01T00:00:00Z"}
    assert table.xlsx(sample) == data


def test_parquet_holds_what_csv_holds(sample: Report) -> None:
    parquet = pd.read_parquet(io.BytesIO(table.parquet(sample)))
    assert list(parquet.columns) == list(table.COLUMNS)
    assert list(parquet["check"]) == [row["check"] for row in csv_of(sample)]
    assert parquet["line"].dtype == "int64"
    assert parquet["probability"].dtype == "Float64"


def test_without_findings_the_headings_stand(empty: Report) -> None:
    assert table.csv(empty) == ",".join(table.COLUMNS) + "\n"
    assert list(pd.read_parquet(io.BytesIO(table.parquet(empty))).columns) == list(table.COLUMNS)
    book = opened(empty)
    assert book.sheetnames == SHEETS
    assert [cell.value for cell in book["points"][1]] == list(table.COLUMNS)
