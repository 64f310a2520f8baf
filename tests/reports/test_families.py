"""Every format tells the findings of a family that no format knows, behind those of the known ones."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree import ElementTree as Xml

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from auditor.model import Asked, Confidence, Family, Finding, Report, Severity, Side
from auditor.points import points
from auditor.reports import Showing, concise, github, gitlab, junit, markdown, sarif, terminal
from auditor.reports.answers import Tier, answers, tier
from auditor.reports.html import render as html
from auditor.reports.json import render as as_json
from auditor.reports.json import render_1, schema
from tests.reports.test_sarif import SCHEMA

FERRIES = Family("ferries")


@pytest.fixture(scope="module")
def report(sample: Report) -> Report:
    """The sample with an error of another package's family, on one place, and a note of another such family."""
    place = sample.articles[3].document.span(0, 7)
    asked = Asked("ferry", "Ferries", "Which ferries run?", (Side("Ferries", (place,)),), "Ask the port office.")
    found = Finding("unnamed-ferry", FERRIES, Severity.ERROR, Confidence.HIGH, "Which?", place, asked=asked)
    other = replace(found, check="a-check", family=Family("a-family"), severity=Severity.NOTE, asked=None)
    named = (replace(found, fingerprint="fe11"), replace(other, fingerprint="fa22", message="A note on ferries."))
    return replace(sample, findings=tuple(sorted((*sample.findings, *named), key=lambda one: one.order)))


def test_points_of_other_families_come_last_in_the_order_of_their_names(report: Report) -> None:
    families = [point.family for point in points(report)]
    assert families[-2:] == ["a-family", "ferries"]
    assert families == sorted(families, key=lambda one: one.order)


def test_a_point_with_several_answers_differs_and_one_with_one_is_further(report: Report) -> None:
    [one] = [point for point in points(report) if point.family is FERRIES]
    assert tier(one) is Tier.FURTHER
    assert tier(replace(one, answers=one.answers * 2)) is Tier.SURE
    assert answers(report).headline.endswith("; 2 further points.")


def test_the_terminal_lists_them(report: Report) -> None:
    told = terminal.render(report)
    assert re.search(r"FURTHER POINTS \(2\)\n.*A note on ferries", told)
    assert "Which ferries run?" in told
    full = terminal.render(report, Showing(full=True))
    assert "unnamed-ferry  fe11" in full
    assert "Ask the port office." in full


def test_markdown_lists_them_without_a_click(report: Report) -> None:
    assert re.search(r"^### Further points \(2\)\n1?\d?.*", markdown.render(report), re.M)


def test_the_page_has_a_section_and_a_filter_for_them(report: Report) -> None:
    page = html(report)
    assert '<h2 id="further-points">Further points <span class="count">2</span></h2>' in page
    assert re.search(r'id="k-ferries" checked> ferries<', page)
    assert re.search(r'id="k-a-family" checked> a family<', page)
    assert 'body:has(#k-ferries:not(:checked)) [data-k="ferries"]' in page
    known = [page.index(f'id="k-{family}"') for family in ("conflict", "residue", "a-family", "ferries")]
    assert known == sorted(known)


def test_json_names_the_family_in_both_versions(report: Report) -> None:
    for version, made in ((2, as_json(report)), (1, render_1(report))):
        data = json.loads(made)
        Draft202012Validator(schema(version)).validate(data)
        assert [one["family"] for one in data["findings"] if one["check"] == "unnamed-ferry"] == ["ferries"]


def test_formats_of_build_servers_have_them(report: Report) -> None:
    log = json.loads(sarif.render(report))
    Draft7Validator(SCHEMA).validate(log)
    [result] = [one for one in log["runs"][0]["results"] if one["ruleId"] == "unnamed-ferry"]
    assert result["properties"]["family"] == "ferries"
    cases = Xml.fromstring(junit.render(report)).iter("testcase")
    [failed] = [case for case in cases if case.get("name", "").startswith("unnamed-ferry ")]
    assert failed.find("failure") is not None
    assert "Which ferries run?" in github.render(report)
    assert "quiet.txt:1:1: error: Which ferries run?" in concise.render(report)
    assert [one["check_name"] for one in json.loads(gitlab.render(report))].count("unnamed-ferry") == 1
