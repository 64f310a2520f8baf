"""JUnit's XML, for build servers: a suite for each document, a case for each point, a passing case where there is none.

Points that fail the gate are failures, those that only count pass and say so, known and dismissed ones are skipped, and what
went wrong is an error.
"""

from __future__ import annotations

from collections import defaultdict
from xml.etree import ElementTree as Xml

from auditor.model import Problem, Report
from auditor.reports.harmless import in_lines, page, plain
from auditor.reports.layout import Places, standing
from auditor.reports.results import Result, results


def render(report: Report) -> str:
    """The report as a document of one ``testsuites``."""
    places = Places(report)
    found: dict[str, list[Result]] = defaultdict(list)
    for one in results(report):
        found[one.place.document].append(one)
    problems: dict[str, list[Problem]] = defaultdict(list)
    for problem in report.problems:
        known = problem.document if problem.document in report.documents else ""
        problems[known or ""].append(problem)
    root = Xml.Element("testsuites", name="auditor")
    for article in report.articles:
        name = article.document.id
        root.append(_suite(name, found[name], problems[name], places))
    if problems[""]:
        root.append(_suite("auditor", [], problems[""], places))
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    Xml.indent(root)
    return page('<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n")


def _suite(name: str, found: list[Result], problems: list[Problem], places: Places) -> Xml.Element:
    cases = [*(_error(name, problem) for problem in problems), *(_case(name, one, places) for one in found)]
    if not cases:
        cases = [Xml.Element("testcase", name="nothing found", classname=plain(name))]
    suite = Xml.Element("testsuite", name=plain(name), tests=str(len(cases)))
    for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(sum(case.find(tag) is not None for case in cases)))
    suite.extend(cases)
    return suite


def _case(name: str, one: Result, places: Places) -> Xml.Element:
    point = one.point
    document = places.report.documents[one.place.document]
    line, column = places.position(document, one.place.start)
    case = Xml.Element(
        "testcase", name=plain(f"{point.lead.check} {point.id} at {line}:{column}"), classname=plain(name)
    )
    if places.report.stops(point):
        failure = Xml.SubElement(case, "failure", type=point.severity.value, message=one.message)
        sides = (places.quote(span, 0) for span in (one.place, *one.others))
        failure.text = in_lines("\n".join(f"{side.place}: {side.words}" for side in sides))
    elif point.counts:
        Xml.SubElement(case, "system-out").text = f"{point.severity.value}: {one.message}"
    else:
        Xml.SubElement(case, "skipped", message=plain(f"{standing(point.lead)}: {one.message}"))
    return case


def _error(name: str, problem: Problem) -> Xml.Element:
    case = Xml.Element("testcase", name=plain(problem.check or "reading"), classname=plain(name))
    told = f"{problem.document}: {problem.error}" if problem.document and problem.document != name else problem.error
    Xml.SubElement(case, "error", type="problem", message=plain(told))
    return case
