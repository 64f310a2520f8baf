"""SARIF 2.1.0, against the schema of its committee."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from auditor.audit import audit
from auditor.catalogue import choose, load_checks
from auditor.model import BaselineState, Decision, Judgement, Known, Problem, Report
from auditor.points import points
from auditor.reading import make_document
from auditor.reports import sarif

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "sarif-2.1.0-rtm.4.json").read_text(encoding="utf-8"))
Make = Callable[..., Report]


def run_of(report: Report) -> dict[str, Any]:
    """The one run of a valid log."""
    log = json.loads(sarif.render(report))
    Draft7Validator(SCHEMA).validate(log)
    [run] = log["runs"]
    assert isinstance(run, dict)
    return run


def test_logs_are_valid(sample: Report, empty: Report) -> None:
    assert run_of(empty)["results"] == []
    assert len(run_of(sample)["results"]) == len(sample.findings)


def test_places_count_code_points_from_one(sample: Report) -> None:
    run = run_of(sample)
    assert run["columnKind"] == "unicodeCodePoints"
    [result] = [one for one in run["results"] if one["ruleId"] == "conflicting-round-date"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (4, 51, 62)
    assert region["snippet"]["text"] == "2 June 2025"
    [other] = result["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "reply.txt"
    [point] = [one for one in points(sample) if one.lead.check == "conflicting-round-date"]
    assert result["partialFingerprints"] == {"auditor/v1": "aa11", "auditor/point/v1": point.id}


def test_addresses_are_encoded(sample: Report) -> None:
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run_of(sample)["results"]}
    assert "%3Chostile%3E%20%7C%22%27%60.txt" in uris


def test_a_row_is_a_logical_location_of_its_file() -> None:
    rows = [
        make_document("row 1", "Share\n", path="a b/rows.jsonl"),
        make_document("row 2", "Calm.", path="a b/rows.jsonl"),
    ]
    report = audit(rows, choose(load_checks(), ["share-control"]))
    [result] = run_of(report)["results"]
    [location] = result["locations"]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "a%20b/rows.jsonl"}}
    assert location["logicalLocations"][0]["name"] == "row 1"


def test_what_was_known_decided_and_fixed(sample: Report) -> None:
    dismissed = Decision(
        Known("x", "share-button", ("talks.txt",), "Share"), Judgement.DISMISSED, "checked by telephone"
    )
    first, second, third, *rest = sample.findings
    report = replace(
        sample,
        findings=(
            replace(first, state=BaselineState.NEW),
            replace(second, state=BaselineState.UNCHANGED),
            replace(third, decision=dismissed),
            *rest,
        ),
        fixed=(Known("ff66", "gone-check", ("talks.txt",), "was here"),),
    )
    results = {one["partialFingerprints"]["auditor/v1"]: one for one in run_of(report)["results"]}
    assert results[first.fingerprint]["baselineState"] == "new"
    assert results[second.fingerprint]["baselineState"] == "unchanged"
    assert results[third.fingerprint]["suppressions"][0]["justification"] == "checked by telephone"
    assert results["ff66"]["baselineState"] == "absent"


def test_rules_carry_the_documentation() -> None:
    report = audit([make_document("a.txt", "Share\n")], choose(load_checks(), ["residue"]))
    rules = {rule["id"]: rule for rule in run_of(report)["tool"]["driver"]["rules"]}
    assert "## How to settle it" in rules["share-control"]["help"]["markdown"]


def test_problems_are_told(sample: Report) -> None:
    [invocation] = run_of(replace(sample, problems=(Problem("boom", "talks.txt", "some-check"),)))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "talks.txt: check some-check: boom"


def test_a_full_run_says_what_is_left_out(sample: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 2)
    run = run_of(sample)
    assert len(run["results"]) == 2
    assert [one["ruleId"] for one in run["results"]] == ["conflicting-round-date", "conflicting-start"]
    assert "are left out" in run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]


@given(st.text(max_size=60))
def test_any_text_makes_a_valid_log(text: str) -> None:
    run_of(audit([make_document("a.txt", text)], load_checks()))
