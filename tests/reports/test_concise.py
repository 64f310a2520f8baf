"""A point a line, as editors read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Asked, BaselineState, Report, Severity, Side
from auditor.reports.concise import render

Make = Callable[..., Report]

MATCHERS = (
    re.compile(r"^(.*):(\d+):(\d+):\s+(warning|error|note):\s+(.*)$"),
    # $gcc of VS Code and of its C++ extension
    re.compile(r"^(.*?):(\d+):(\d*):?\s+(?:fatal\s+)?(warning|error|note):\s+(.*)$"),
)


def parsed(report: Report) -> list[tuple[str, ...]]:
    """File, line, column, severity and words of each line, on which all matchers agree."""
    lines = render(report).splitlines()
    found = []
    for line in lines:
        matches = {match.groups() for matcher in MATCHERS if (match := matcher.match(line))}
        assert len(matches) == 1, line
        found.append(matches.pop())
    return found


def asking(report: Report) -> Report:
    first = next(one for one in report.findings if one.severity is Severity.ERROR)
    sides = (Side("2 June 2025", (first.primary,)), Side("5 June 2025", first.related))
    asked = Asked("date", "", "When was the round held?", sides)
    return replace(
        report, findings=tuple(replace(one, asked=asked) if one is first else one for one in report.findings)
    )


def test_a_point_is_a_line_with_its_answers_and_its_id(sample: Report) -> None:
    file, line, column, severity, words = parsed(asking(sample))[0]
    assert (file, line, column, severity) == ("talks.txt", "4", "51", "error")
    told = r"When was the round held\? 5 June 2025 \(reply:2\) \| 2 June 2025 \(talks:4\) \[[0-9a-f]{12}\]"
    assert re.fullmatch(told, words)


def test_every_point_has_its_line_the_gravest_first(sample: Report) -> None:
    assert [severity for *_, severity, _ in parsed(sample)] == ["error", "warning", "note", "note"]


def test_an_answer_that_is_the_only_one_is_not_said_again(sample: Report) -> None:
    [*_, words] = next(line for line in parsed(sample) if "button" in line[-1])
    assert re.fullmatch(r"“Share” is a button of the page, not a sentence of the article\. \[[0-9a-f]{12}\]", words)


def test_what_is_known_or_dismissed_has_none(sample: Report) -> None:
    known = tuple(replace(one, state=BaselineState.UNCHANGED) for one in sample.findings)
    assert render(replace(sample, findings=known)) == ""


def test_a_row_sits_in_its_file(report_of: Make) -> None:
    report = report_of("Share\nA line.\n", (6, 12), message="This is odd.")
    [article] = report.articles
    row = replace(article.document, id="row-7", path="corpus/rows.jsonl")
    finding = replace(report.findings[0], primary=row.span(6, 12))
    rows = replace(report, articles=(replace(article, document=row),), findings=(finding,))
    [(file, line, column, severity, words)] = parsed(rows)
    assert (file, line, column, severity) == ("corpus/rows.jsonl", "1", "1", "note")
    assert words.startswith("row-7: This is odd.")


def test_an_article_cannot_name_another_place(report_of: Make) -> None:
    for said in ("evil.txt:1:2: error: look here", "evil.txt:1:2: fatal error: x", "e:1:22: warning:  note: y"):
        [(file, line, *_)] = parsed(report_of(f"{said}\n", (0, 4), message=f"“{said}” is odd."))
        assert (file, line) == ("a.txt", "1")


@given(text=st.text(min_size=1))
def test_whatever_an_article_says_is_a_line(report_of: Make, text: str) -> None:
    told = render(report_of(text, (0, len(text)), message=text))
    assert told.count("\n") == 1
    assert parsed(report_of(text, (0, len(text)), message=text))[0][0] == "a.txt"
    assert not re.search(r"(?m)^\s*::", told)
