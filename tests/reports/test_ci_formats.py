"""Formats that build servers read: annotations of GitHub, code quality of GitLab, JUnit: each shows points."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.audit import audit
from auditor.catalogue import choose, load_checks
from auditor.model import BaselineState, Finding, Problem, Report, Severity
from auditor.points import points
from auditor.reading import make_document
from auditor.reports import github, gitlab, junit


@pytest.fixture
def calm(sample: Report) -> Report:
    """The sample without problems, the finding on the dates of the talks first."""
    findings = sorted(sample.findings, key=lambda finding: finding.check != "conflicting-round-date")
    return replace(sample, findings=tuple(findings), problems=())


def apart(one: Finding, number: int, **changed: object) -> tuple[Finding, ...]:
    """So many findings like one, each at other words of its document, so that each is a point of its own."""
    start, words = one.primary.start, one.primary.text
    spans = (replace(one.primary, start=start + at, end=start + at + 1, text=words[at]) for at in range(number))
    return tuple(
        replace(one, primary=span, related=(), fingerprint=str(at), **changed)  # type: ignore[arg-type]
        for at, span in enumerate(spans)
    )


def test_an_annotation_a_point_and_the_count(calm: Report) -> None:
    lines = github.render(calm).splitlines()
    first, *_ = points(calm)
    assert lines[0].startswith(
        f"::error file=talks.txt,line=4,endLine=4,col=51,endColumn=62,title=conflicting-round-date {first.id}::"
    )
    assert lines[-1] == f"auditor: {len(calm.findings)} points that count."
    assert {line.split(" ")[0] for line in lines[:-1]} == {"::error", "::warning", "::notice"}


def test_annotations_are_escaped(calm: Report) -> None:
    finding = replace(calm.findings[0], check="a:b,c", message="100% sure:\r\nnot, at all")
    [line, _] = github.render(replace(calm, findings=(finding,))).splitlines()
    assert line.endswith("::100%25 sure: not, at all")
    assert "title=a%3Ab%2Cc " in line


def test_annotations_keep_to_what_github_shows(calm: Report) -> None:
    [long, *_] = (one for one in calm.findings if one.check == "markup-left")
    errors = apart(long, 25, severity=Severity.ERROR)
    notes = tuple(replace(one, severity=Severity.NOTE) for one in apart(long, 50)[25:])
    conflict = calm.findings[0]
    lines = github.render(replace(calm, findings=(*errors, *notes, conflict))).splitlines()
    assert "title=conflicting-round-date" in lines[0], "conflicts come before residue"
    assert len(lines) == 21
    assert lines[-1] == "auditor: 51 points that count; 20 of 51 shown, GitHub takes 10 of a level."


def test_known_points_are_no_annotations(calm: Report) -> None:
    known = tuple(replace(one, state=BaselineState.UNCHANGED) for one in calm.findings)
    assert github.render(replace(calm, findings=known)) == "auditor: 0 points that count.\n"
    assert json.loads(gitlab.render(replace(calm, findings=known))) == []


def test_problems_are_annotations_too(calm: Report) -> None:
    told = github.render(replace(calm, problems=(Problem("boom", "talks.txt"),)))
    assert told.startswith("::error title=auditor could not finish::talks.txt: boom\n")


def test_problems_that_are_not_shown_are_counted(calm: Report) -> None:
    problems = tuple(Problem(f"boom {number}") for number in range(15))
    lines = github.render(replace(calm, findings=(), problems=problems)).splitlines()
    assert len(lines) == 11
    assert lines[-1] == "auditor: 0 points that count, 15 problems; 10 of 15 shown, GitHub takes 10 of a level."


def test_a_numbered_fingerprint_takes_no_other_ones_place(calm: Report) -> None:
    names = ("aa", "aa", "aa-2", "aa")
    findings = [replace(one, fingerprint=name) for one, name in zip(apart(calm.findings[0], 4), names, strict=True)]
    entries = json.loads(gitlab.render(replace(calm, findings=tuple(findings))))
    assert [entry["fingerprint"] for entry in entries] == ["aa", "aa-2", "aa-2-2", "aa-3"]


def test_entries_of_gitlab(calm: Report) -> None:
    entries = json.loads(gitlab.render(replace(calm, problems=(Problem("boom", "talks.txt"),))))
    prints = [entry["fingerprint"] for entry in entries]
    assert len(set(prints)) == len(prints) == len(calm.findings) + 1
    assert all(set(entry) == {"description", "check_name", "fingerprint", "severity", "location"} for entry in entries)
    assert {entry["severity"] for entry in entries} <= {"info", "minor", "major", "critical", "blocker"}
    [talks] = [one for one in entries if one["fingerprint"] == "aa11"]
    assert talks["location"] == {"path": "talks.txt", "lines": {"begin": 4}}


def test_rows_are_named() -> None:
    report = audit([make_document("row 1", "\n\nShare\n", path="rows.jsonl")], choose(load_checks(), ["share-control"]))
    [entry] = json.loads(gitlab.render(report))
    assert entry["location"] == {"path": "rows.jsonl", "lines": {"begin": 1}}
    assert entry["description"].startswith("row 1: ")
    assert github.render(report).startswith(
        "::warning file=rows.jsonl,title="
    ) or "::error file=rows.jsonl" in github.render(report)


def test_suites_cases_and_counts(calm: Report) -> None:
    known = replace(calm.findings[0], state=BaselineState.UNCHANGED)
    problem = Problem("boom\x00", "talks.txt", "some-check"), Problem("unreadable", "gone.txt")
    report = replace(calm, findings=(known, *calm.findings[1:]), problems=problem, failing=Severity.NOTE)
    root = Xml.fromstring(junit.render(report))
    documents = [article.document.id for article in report.articles]
    assert [suite.get("name") for suite in root] == [*documents, "auditor"]
    assert root.get("failures") == str(len(calm.findings) - 1)
    assert (root.get("errors"), root.get("skipped")) == ("2", "1")
    assert root.get("tests") == str(len(list(root.iter("testcase"))))
    quiet = next(suite for suite in root if suite.get("name") == "quiet.txt")
    assert [case.get("name") for case in quiet] == ["nothing found"]


@pytest.mark.parametrize("failing", [*Severity, None])
def test_junit_fails_exactly_what_the_gate_fails(calm: Report, failing: Severity | None) -> None:
    report = replace(calm, failing=failing)
    root = Xml.fromstring(junit.render(report))
    failed = [case.find("failure") for case in root.iter("testcase")]
    assert {one.get("type") for one in failed if one is not None} == {
        one.severity.value for one in report.findings if failing and one.severity.at_least(failing)
    }
    assert (root.get("failures") != "0") == report.fails
    told = [case.findtext("system-out") for case in root.iter("testcase")]
    assert len([one for one in told if one]) + int(root.get("failures", "0")) == len(points(report))


def test_hostile_text_is_kept_as_text(sample: Report) -> None:
    root = Xml.fromstring(junit.render(replace(sample, failing=Severity.NOTE)))
    assert any("<script>" in (case.findtext("failure") or "") for case in root.iter("testcase"))


@given(st.text(max_size=60))
def test_any_text_is_well_formed(text: str) -> None:
    report = audit([make_document("a.txt", text)], load_checks())
    Xml.fromstring(junit.render(report))
    json.loads(gitlab.render(report))
    assert github.render(report).encode()
