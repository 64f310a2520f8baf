"""Formats that build servers read: annotations of GitHub, code quality of GitLab, JUnit."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.audit import audit
from auditor.catalogue import choose, load_checks
from auditor.model import BaselineState, Problem, Report, Severity
from auditor.reading import make_document
from auditor.reports import github, gitlab, junit


@pytest.fixture
def calm(sample: Report) -> Report:
    """The sample without problems, the finding on the dates of the talks first."""
    findings = sorted(sample.findings, key=lambda finding: finding.check != "conflicting-round-date")
    return replace(sample, findings=tuple(findings), problems=())


def test_an_annotation_a_finding_and_the_count(calm: Report) -> None:
    lines = github.render(calm).splitlines()
    assert lines[0].startswith(
        "::error file=talks.txt,line=4,endLine=4,col=51,endColumn=62,title=conflicting-round-date aa11::"
    )
    assert lines[-1] == f"auditor: {len(calm.findings)} findings that count."
    assert {line.split(" ")[0] for line in lines[:-1]} == {"::error", "::warning", "::notice"}


def test_annotations_are_escaped(calm: Report) -> None:
    finding = replace(calm.findings[0], message="100% sure:\r\nnot, at all", fingerprint="a:b,c")
    [line, _] = github.render(replace(calm, findings=(finding,))).splitlines()
    assert line.endswith("::100%25 sure: not, at all")
    assert "title=conflicting-round-date a%3Ab%2Cc::" in line


def test_annotations_keep_to_what_github_shows(calm: Report) -> None:
    errors = tuple(replace(calm.findings[0], fingerprint=str(number)) for number in range(25))
    notes = tuple(replace(one, severity=Severity.NOTE) for one in errors)
    lines = github.render(replace(calm, findings=(*errors, *notes))).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "auditor: 50 findings that count; 20 of 50 shown, GitHub takes 10 of a level."


def test_known_findings_are_no_annotations(calm: Report) -> None:
    known = tuple(replace(one, state=BaselineState.UNCHANGED) for one in calm.findings)
    assert github.render(replace(calm, findings=known)) == "auditor: 0 findings that count.\n"
    assert json.loads(gitlab.render(replace(calm, findings=known))) == []


def test_problems_are_annotations_too(calm: Report) -> None:
    told = github.render(replace(calm, problems=(Problem("boom", "talks.txt"),)))
    assert told.startswith("::error title=auditor could not finish::talks.txt: boom\n")


def test_problems_that_are_not_shown_are_counted(calm: Report) -> None:
    problems = tuple(Problem(f"boom {number}") for number in range(15))
    lines = github.render(replace(calm, findings=(), problems=problems)).splitlines()
    assert len(lines) == 11
    assert lines[-1] == "auditor: 0 findings that count, 15 problems; 10 of 15 shown, GitHub takes 10 of a level."


def test_a_numbered_fingerprint_takes_no_other_ones_place(calm: Report) -> None:
    findings = tuple(replace(calm.findings[0], fingerprint=name) for name in ("aa", "aa", "aa-2", "aa"))
    entries = json.loads(gitlab.render(replace(calm, findings=findings)))
    assert [entry["fingerprint"] for entry in entries] == ["aa", "aa-2", "aa-2-2", "aa-3"]


def test_fingerprints_of_gitlab_are_unique(calm: Report) -> None:
    twice = replace(calm, findings=calm.findings * 2, problems=(Problem("boom", "talks.txt"),))
    entries = json.loads(gitlab.render(twice))
    prints = [entry["fingerprint"] for entry in entries]
    assert len(set(prints)) == len(prints) == 2 * len(calm.findings) + 1
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
    report = replace(calm, findings=(known, *calm.findings[1:]), problems=problem)
    root = Xml.fromstring(junit.render(report))
    documents = [article.document.id for article in report.articles]
    assert [suite.get("name") for suite in root] == [*documents, "auditor"]
    assert root.get("failures") == str(len(calm.findings) - 1)
    assert (root.get("errors"), root.get("skipped")) == ("2", "1")
    assert root.get("tests") == str(len(list(root.iter("testcase"))))
    quiet = next(suite for suite in root if suite.get("name") == "quiet.txt")
    assert [case.get("name") for case in quiet] == ["nothing found"]


def test_hostile_text_is_kept_as_text(sample: Report) -> None:
    root = Xml.fromstring(junit.render(sample))
    assert any("<script>" in (case.findtext("failure") or "") for case in root.iter("testcase"))


@given(st.text(max_size=60))
def test_any_text_is_well_formed(text: str) -> None:
    report = audit([make_document("a.txt", text)], load_checks())
    Xml.fromstring(junit.render(report))
    json.loads(gitlab.render(report))
    assert github.render(report).encode()
