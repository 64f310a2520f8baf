"""The JSON contract."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from auditor.model import Report
from auditor.reports.json import render, render_1, schema

Make = Callable[..., Report]


@pytest.fixture(scope="module")
def data(sample: Report) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(render(sample))
    return loaded


def validate(rendered: str, version: int = 2) -> None:
    validator = Draft202012Validator(schema(version), format_checker=Draft202012Validator.FORMAT_CHECKER)
    validator.validate(json.loads(rendered))


@pytest.mark.parametrize("version", [1, 2])
def test_schema_is_a_schema(version: int) -> None:
    Draft202012Validator.check_schema(schema(version))


def test_report_is_valid(sample: Report, empty: Report) -> None:
    for report in (sample, empty):
        validate(render(report))
        validate(render_1(report), version=1)


def test_the_earlier_version_has_what_it_had(sample: Report) -> None:
    data = json.loads(render_1(sample))
    assert (data["schema_version"], "confirmed" in data, "points" in data) == (1, True, False)


def test_every_finding_is_in_one_point(data: dict[str, Any]) -> None:
    told = [fingerprint for point in data["points"] for fingerprint in point["findings"]]
    assert sorted(told) == sorted(finding["fingerprint"] for finding in data["findings"])
    for point in data["points"]:
        assert point["question"]
        assert all(side["witnesses"] for side in point["sides"])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("tool"),
        lambda data: data.update(extra=1),
        lambda data: data["findings"][0].update(severity="fatal"),
        lambda data: data["findings"][0]["primary"].update(start=-1),
        lambda data: data["documents"][0]["window"].update(earliest="June 2025"),
        lambda data: data["comparisons"]["compatible"].update(rounding=0),
    ],
)
def test_schema_refuses_what_breaks_the_contract(sample: Report, spoil: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(render(sample))
    spoil(data)
    with pytest.raises(ValidationError):
        validate(json.dumps(data))


def test_keys_of_the_contract(data: dict[str, Any]) -> None:
    assert list(data) == [
        *("schema_version", "tool", "documents", "findings", "fixed", "lapsed_decisions"),
        *("comparisons", "points", "sources", "agreements", "shared_speakers", "stories"),
        *("copies", "problems"),
    ]
    assert data["tool"] == {"name": "auditor", "version": "0.1.0"}
    assert set(data["documents"][0]) == {
        *(
            "id",
            "path",
            "sha256",
            "title",
            "date",
            "window",
            "source",
            "url",
            "byline",
            "group",
            "language",
            "sourcing",
        ),
    }
    assert set(data["findings"][0]) == {
        *(
            "check",
            "family",
            "severity",
            "confidence",
            "probability",
            "possible",
            "message",
            "fingerprint",
            "baseline_state",
            "decision",
        ),
        *("primary", "related", "edit", "passages"),
    }


def test_comparisons_are_counted_by_reason(data: dict[str, Any]) -> None:
    assert data["comparisons"] == {
        "agree": 1,
        "compatible": {"rounding": 2},
        "conflict": 1,
        "not_comparable": {"another <round>": 1},
    }


def test_spans_quote_the_text(sample: Report, data: dict[str, Any]) -> None:
    spans = [span for finding in data["findings"] for span in (finding["primary"], *finding["related"])]
    assert spans
    for span in spans:
        assert sample.documents[span["document"]].text[span["start"] : span["end"]] == span["text"]


def test_window_with_evidence(data: dict[str, Any]) -> None:
    window = data["documents"][0]["window"]
    assert (window["earliest"], window["latest"]) == ("2025-02-24", None)
    assert window["evidence"][0]["span"]["text"] == "three years into the war"
    [given] = data["documents"][1]["window"]["evidence"]
    assert given == {"basis": "given", "reason": "date given with the document", "span": None}


def test_edit_and_problems(data: dict[str, Any]) -> None:
    edits = {finding["check"]: finding["edit"] for finding in data["findings"]}
    assert edits["share-button"]["replacement"] == ""
    assert edits["conflicting-round-date"] is None
    assert data["problems"][0] == {"document": "broken.txt", "check": "", "error": "cannot be <decoded> as UTF-8"}


def test_text_stays_readable_and_ends_the_line(sample: Report) -> None:
    assert "“2 June 2025”" in render(sample)
    assert render(sample).endswith("}\n")


@given(text=st.text(st.characters(), min_size=1))
def test_any_text_survives_a_file(report_of: Make, text: str) -> None:
    """Lone surrogates too: a JSON row can hold them, a UTF-8 file cannot."""
    rendered = render(report_of(text, (0, len(text)))).encode("utf-8").decode("utf-8")
    validate(rendered)
    assert json.loads(rendered)["findings"][0]["primary"]["text"] == text
