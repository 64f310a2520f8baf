"""What a report answers: its points in tiers, who gives which answer, and the whole in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from auditor.model import (
    Asked,
    BaselineState,
    Copies,
    Decision,
    Family,
    Judgement,
    Known,
    Report,
    Severity,
    Side,
    Span,
)
from auditor.reports.answers import DIFFER, MOST_LINES, MOST_VOICES, Tier, answers, tier

Make = Callable[..., Report]


def asking(report: Report, *sides: tuple[str, tuple[Span, ...]]) -> Report:
    """The report, its first finding asking a question that has these answers."""
    asked = Asked("date", "the talks", "When were the talks?", tuple(Side(value, places) for value, places in sides))
    first = next(one for one in report.findings if one.severity is Severity.ERROR)
    rest = tuple(one for one in report.findings if one is not first)
    return replace(report, findings=(replace(first, asked=asked), *rest))


def both_days(sample: Report) -> Report:
    first = next(one for one in sample.findings if one.severity is Severity.ERROR)
    return asking(sample, ("2 June 2025", (first.primary,)), ("5 June 2025", first.related))


def test_points_have_tiers(sample: Report) -> None:
    found = answers(both_days(sample))
    tiers = {one: [point.lead.check for point in found.of(one)] for one in Tier}
    assert tiers[Tier.SURE] == ["conflicting-round-date"]
    assert tiers[Tier.LIKELY] == ["conflicting-start"]
    assert tiers[Tier.CLEAN] == ["markup-left", "share-button"]
    assert found.of(*DIFFER) == found.of(Tier.SURE) + found.of(Tier.LIKELY)


def test_a_quotation_told_in_two_ways_differs_and_any_other_is_to_be_traced(sample: Report) -> None:
    first = replace(sample.findings[0], family=Family.QUOTATION, severity=Severity.NOTE)
    one_sided = replace(sample, findings=(first,))
    assert [tier(point) for point in answers(one_sided).points] == [Tier.TRACE]
    asked = Asked("quotation", "", "?", (Side("a", (first.primary,)), Side("b", first.related)))
    two_sided = replace(sample, findings=(replace(first, asked=asked),))
    assert [tier(point) for point in answers(two_sided).points] == [Tier.LESS_SURE]


def test_the_headline_says_how_much_of_what_differs(sample: Report, empty: Report) -> None:
    copies = Copies(("reply.txt", "talks.txt"))
    told = answers(replace(sample, copies=(copies,))).headline
    assert told == (
        "4 articles, 3 sources (reply, talks: copies of one article). 2 points differ; 2 lines are not article."
    )
    assert answers(empty).headline == "0 articles. No point differs; no line is not article."
    one = replace(
        sample, findings=tuple(f for f in sample.findings if f.check in ("conflicting-start", "share-button"))
    )
    assert answers(one).headline == "4 articles, 4 sources. 1 point differs; 1 line is not article."


def test_known_and_dismissed_points_are_counted_and_not_shown(sample: Report) -> None:
    known = Known("aa11", "c", (), "")
    dismissed = Decision(known, Judgement.DISMISSED, "as printed")
    states = (BaselineState.UNCHANGED, BaselineState.NEW, BaselineState.NEW, BaselineState.NEW)
    found = [replace(one, state=state) for one, state in zip(sample.findings, states, strict=True)]
    found[1] = replace(found[1], decision=dismissed)
    one = answers(replace(sample, findings=tuple(found)))
    assert one.left_out == "1 known point and 1 dismissed point are not shown"
    assert one.headline.endswith("2 new points differ; no new line is not article.")
    assert answers(sample).left_out == ""


def test_a_source_speaks_once_for_each_answer(sample: Report) -> None:
    copied = replace(both_days(sample), copies=(Copies(("reply.txt", "talks.txt")),))
    talks, reply = (copied.findings[0].primary, copied.findings[0].related[0])
    found = answers(asking(copied, ("in June", (talks, reply))))
    answer = found.of(Tier.SURE)[0].answers[0]
    assert list(found.said_by(answer)) == ["reply:2 (= talks)"]


def test_many_lines_and_many_sources_are_counted(report_of: Make, sample: Report) -> None:
    text = "\n".join("word" for _ in range(9))
    report = report_of(text, (0, 4))
    places = tuple(Span("a.txt", at, at + 4, "word") for at in range(0, 40, 5))
    said = answers(asking(replace_severity(report), ("word", places)))
    assert list(said.said_by(said.points[0].answers[0])) == ["a:1,2,3,…"]
    assert MOST_LINES == 3
    others = tuple(Span(f"{n}.txt", 0, 4, "word") for n in range(9))
    said = answers(asking(replace_severity(report), ("word", others)))
    assert list(said.said_by(said.points[0].answers[0]))[-1] == f"and {9 - MOST_VOICES} more"


def replace_severity(report: Report) -> Report:
    return replace(report, findings=tuple(replace(one, severity=Severity.ERROR) for one in report.findings))


@pytest.mark.parametrize(
    ("archived", "told"),
    [
        (None, "4 articles,"),
        ((), "4 articles beside none of the archive,"),
        (("b.txt",), "3 articles beside 1 of the archive,"),
    ],
)
def test_articles_of_an_archive_are_counted_apart(sample: Report, archived: tuple[str, ...] | None, told: str) -> None:
    report = replace(sample, archived=None if archived is None else frozenset(archived))
    assert answers(report).headline.startswith(told)
