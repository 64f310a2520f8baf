"""A newsroom's day: a table written from its documentation, three articles, a wrong holder and a wrong round, and a row put right."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

TABLE = """\
[[name]]
name = "Harbour Board"
also = ["the board"]
source = "https://example.org/board"
checked-on = 2026-11-30

[[office]]
office = "chair"
of = "Harbour Board"
holder = "Ann Lee"
from = 2019-01-01
to = 2023-06-30
source = "https://example.org/board"
checked-on = 2026-11-30

[[event]]
event = "talks"
date = 2025-03-04
ordinal = 1
place = "Oslo"
participants = ["Norway", "Chile"]
source = "https://example.org/first"
checked-on = 2026-11-30

[[event]]
event = "talks"
date = 2025-04-08
ordinal = 2
place = "Oslo"
participants = ["Norway", "Chile"]
source = "https://example.org/second"
checked-on = 2026-11-30
"""
ARTICLES = {
    "holder.txt": "Harbour Board Chair Ann Lee said that the quay will be closed over the winter.\n",
    "round.txt": "The second round of talks between Norway and Chile in Oslo on 4 March 2025 turned on quotas of fish.\n",
    "fine.txt": "The second round of talks between Norway and Chile in Oslo on 8 April 2025 turned on quotas of fish.\n",
}


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path) -> None:
    rows = [{"id": name, "text": text, "date": "2025-05-02", "group": name} for name, text in ARTICLES.items()]
    (tmp_path / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (tmp_path / "ours.toml").write_text(TABLE, encoding="utf-8")


def reference(run: Run, tmp_path: Path, *more: str) -> tuple[int, list[dict[str, Any]], dict[str, Any]]:
    ended = run("check", "articles.jsonl", "--select", "reference", "--fail-on", "warning", "--no-cache", "-q",
                "--report", "json=report.json", *more)  # fmt: skip
    assert ended.returncode in (0, 1), ended.stderr
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    return ended.returncode, report["findings"], report


def test_a_wrong_holder_and_a_wrong_round_are_found_and_a_row_put_right(run: Run, tmp_path: Path) -> None:
    checked = run("facts", "check", "ours.toml")
    assert (checked.returncode, checked.stdout) == (0, "4 rows are in order.\n")

    status, findings, report = reference(run, tmp_path, "--facts", "ours.toml")
    assert status == 1
    assert [(one["check"], one["primary"]["document"]) for one in findings] == [
        ("office-holder-out-of-term", "holder.txt"),
        ("round-differs-from-reference", "round.txt"),
    ]
    assert report["reference"]["checked_on"] == "2026-12-01"

    asked = run("facts", "test", "articles.jsonl", "--facts", "ours.toml")
    assert "holder.txt:1: contradicted: Ann Lee was chair" in asked.stdout
    assert "fine.txt:1: confirmed: “second round of talks in Oslo”" in asked.stdout

    # She was elected again: a row says so, drafted from the point that asks.
    point = next(one["id"] for one in report["points"] if one["kind"] == "office")
    added = run(
        *("facts", "add", "ours.toml", "--report", "report.json", "--point", point, "--checked-on", "2026-12-01"),
        *("--source", "https://example.org/again", "--set", "holder=Ann Lee", "--set", "from=2025-01-01"),
    )
    assert added.returncode == 0, added.stderr
    rows = json.loads((tmp_path / "articles.jsonl").read_text(encoding="utf-8").splitlines()[1])
    rows["text"] = rows["text"].replace("second", "first")
    lines = (tmp_path / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    (tmp_path / "articles.jsonl").write_text("\n".join((lines[0], json.dumps(rows), lines[2])), encoding="utf-8")
    status, findings, _ = reference(run, tmp_path, "--facts", "ours.toml")
    assert (status, findings) == (0, [])


def test_jobs_and_the_cache_change_nothing(run: Run, tmp_path: Path) -> None:
    made = []
    for more in (("--jobs", "1"), ("--jobs", "2")):
        reference(run, tmp_path, "--facts", "ours.toml", *more)
        made.append((tmp_path / "report.json").read_bytes())
    assert made[0] == made[1]
    cached = (
        "check",
        "articles.jsonl",
        "--select",
        "reference",
        "--cache-dir",
        str(tmp_path / "cache"),
        "--report",
        "concise",
    )
    with_table = [run(*cached, "--facts", "ours.toml").stdout for _ in range(2)]
    assert with_table[0] == with_table[1] != ""
    assert "office-holder" not in run(*cached, "--no-facts").stdout


def test_a_table_that_is_wrong_stops_the_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(TABLE.replace("holder", "holdr"), encoding="utf-8")
    ended = run("check", "articles.jsonl", "--facts", "ours.toml")
    assert ended.returncode == 2
    assert "ours.toml:7: there is no field of [[office]] 'holdr'. Did you mean 'holder'?" in ended.stderr


def test_settings_name_tables_and_a_gate_leaves_out_what_comes_along(run: Run, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('facts = ["ours.toml"]\n', encoding="utf-8")
    _, findings, report = reference(run, tmp_path)
    assert len(findings) == 2
    assert report["reference"]["rows"] > 4
    assert run("baseline", "articles.jsonl", "--baseline", "known.ndjson").returncode == 0
    status, _, report = reference(run, tmp_path, "--baseline", "known.ndjson")
    assert (status, report["reference"]["rows"]) == (0, 4)
    assert "reference" not in reference(run, tmp_path, "--no-facts")[2]
