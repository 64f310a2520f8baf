"""JUnit's XML, for build servers: a suite for each document, a case for each finding, a passing case where there is none.

Findings that count are failures, known and dismissed ones are skipped, and what went wrong is an error.
"""

from __future__ import annotations

from collections import defaultdict
from xml.etree import ElementTree as Xml

from auditor.model import Finding, Problem, Report
from auditor.reports.harmless import in_lines, page, plain
from auditor.reports.layout import Places, standing


def render(report: Report) -> str:
    """The report as a document of one ``testsuites``."""
    places = Places(report)
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.primary.document].append(finding)
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


def _suite(name: str, findings: list[Finding], problems: list[Problem], places: Places) -> Xml.Element:
    cases = [*(_error(name, problem) for problem in problems), *(_case(name, finding, places) for finding in findings)]
    if not cases:
        cases = [Xml.Element("testcase", name="nothing found", classname=plain(name))]
    suite = Xml.Element("testsuite", name=plain(name), tests=str(len(cases)))
    for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(sum(case.find(tag) is not None for case in cases)))
    suite.extend(cases)
    return suite


def _case(name: str, finding: Finding, places: Places) -> Xml.Element:
    document = places.report.documents[finding.primary.document]
    line, column = places.position(document, finding.primary.start)
    case = Xml.Element(
        "testcase", name=plain(f"{finding.check} {finding.fingerprint} at {line}:{column}"), classname=plain(name)
    )
    message = plain(finding.message)
    if finding.counts:
        failure = Xml.SubElement(case, "failure", type=finding.severity.value, message=message)
        sides = (places.quote(span, 0) for span in finding.spans)
        failure.text = in_lines("\n".join(f"{side.place}: {side.words}" for side in sides))
    else:
        Xml.SubElement(case, "skipped", message=plain(f"{standing(finding)}: {message}"))
    return case


def _error(name: str, problem: Problem) -> Xml.Element:
    case = Xml.Element("testcase", name=plain(problem.check or "reading"), classname=plain(name))
    told = f"{problem.document}: {problem.error}" if problem.document and problem.document != name else problem.error
    Xml.SubElement(case, "error", type="problem", message=plain(told))
    return case
