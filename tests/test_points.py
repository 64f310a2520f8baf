"""Points: findings about one thing are one, what is not stays apart, and each has its sides with their witnesses."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from auditor.model import (
    Answer,
    Article,
    Asked,
    BaselineState,
    Confidence,
    Family,
    Finding,
    Prose,
    Report,
    Severity,
    Side,
    Span,
)
from auditor.points import asked_by, by_fingerprint, points
from auditor.reading import make_document

TEXTS = {
    "a.txt": "Nils Berg is 56. The ferry sailed on Friday with 40 people.",
    "b.txt": "Berg, 58, spoke. The ship left on Monday with 40 people.",
    "c.txt": "The 58-year-old was there. It sailed on Sunday with 44 people.",
}


def span(document: str, words: str) -> Span:
    start = TEXTS[document].index(words)
    return Span(document, start, start + len(words), words)


def finding(
    kind: str,
    *sides: Side,
    slot: str = "",
    check: str = "conflicting-thing",
    family: Family = Family.CONFLICT,
    severity: Severity = Severity.WARNING,
    probability: float | None = None,
) -> Finding:
    asked = Asked(kind, "Berg", f"What {kind} is it?", sides, "Both hold if not.", slot)
    places = [place for side in sides for place in side.places]
    return Finding(
        check,
        family,
        severity,
        Confidence.HIGH,
        "m",
        places[0],
        tuple(places[1:]),
        asked=asked,
        probability=probability,
    )


def report(findings: Sequence[Finding]) -> Report:
    articles = tuple(
        Article(make_document(name, text), (), (), Prose(name, text, ((0, len(text)),), ((0, len(text)),)))
        for name, text in TEXTS.items()
    )
    numbered = tuple(replace(one, fingerprint=f"{number:016x}") for number, one in enumerate(findings))
    return Report(articles, numbered)


FRIDAY, MONDAY, SUNDAY = (
    Side("Friday", (span("a.txt", "Friday"),)),
    Side("Monday", (span("b.txt", "Monday"),)),
    Side("Sunday", (span("c.txt", "Sunday"),)),
)


def values(answers: Sequence[Answer]) -> list[str]:
    return [answer.value for answer in answers]


def test_findings_that_share_an_answer_are_one_point_with_all_sides() -> None:
    [point] = points(report([finding("date", FRIDAY, MONDAY), finding("date", SUNDAY, FRIDAY)]))
    assert sorted(values(point.answers)) == ["Friday", "Monday", "Sunday"]
    assert len(point.findings) == 2
    assert point.documents == ("a.txt", "b.txt", "c.txt")


def test_no_place_and_no_slot_in_common_is_two_points() -> None:
    forty = Side("40 people", (span("b.txt", "40 people"),))
    more = Side("44 people", (span("c.txt", "44 people"),))
    assert len(points(report([finding("date", FRIDAY, MONDAY), finding("number", forty, more)]))) == 2


def test_another_kind_at_one_of_the_places_is_another_point() -> None:
    weekday = finding("dating", FRIDAY, check="other")
    assert len(points(report([finding("date", FRIDAY, MONDAY), weekday]))) == 2
    assert (
        len(
            points(
                report(
                    [finding("date", FRIDAY, MONDAY), replace(weekday, asked=replace(asked_by(weekday), kind="date"))]
                )
            )
        )
        == 1
    )


def test_another_kind_at_both_places_is_the_same_point() -> None:
    wording = finding(
        "wording", Side("on Friday", (span("a.txt", "on Friday"),)), Side("on Monday", (span("b.txt", "on Monday"),))
    )
    [point] = points(report([finding("date", FRIDAY, MONDAY, severity=Severity.ERROR), wording]))
    assert point.kind == "date"
    assert values(point.answers) == ["Friday", "Monday"]


def test_one_slot_is_one_point_wherever_it_is_told() -> None:
    one = finding(
        "age", Side("56", (span("a.txt", "56"),), "56"), Side("58", (span("b.txt", "58"),), "58"), slot="nils berg"
    )
    other = finding("age", Side("58-year-old", (span("c.txt", "58-year-old"),), "58"), slot="nils berg")
    [point] = points(report([one, other]))
    assert [(answer.value, len(answer.sources)) for answer in point.answers] == [("58", 2), ("56", 1)]
    assert len(points(report([one, replace(other, asked=replace(asked_by(other), slot="ada berg"))]))) == 2


def test_two_sides_of_one_finding_are_never_one_answer() -> None:
    same = finding("date", FRIDAY, replace(MONDAY, same="x"), slot="s")
    alike = finding("date", replace(SUNDAY, same="x"), replace(FRIDAY, same="x"), slot="s")
    [point] = points(report([same, alike]))
    assert len(point.answers) >= 2


def test_the_gravest_finding_leads_and_what_counts_comes_first() -> None:
    note = finding("date", FRIDAY, MONDAY, severity=Severity.NOTE, probability=0.4)
    error = finding("date", FRIDAY, SUNDAY, severity=Severity.ERROR, probability=0.9)
    [point] = points(report([note, error]))
    assert (point.severity, point.probability, point.possible) == (Severity.ERROR, 0.9, False)
    known = replace(error, state=BaselineState.UNCHANGED)
    forty = finding(
        "number", Side("40 people", (span("b.txt", "40 people"),)), Side("44", (span("c.txt", "44 people"),))
    )
    first, second = points(report([known, forty]))
    assert (first.kind, first.counts, second.counts) == ("number", True, False)


def test_conflicts_come_before_quotations_before_residue() -> None:
    residue = Finding(
        "share-control", Family.RESIDUE, Severity.ERROR, Confidence.HIGH, "“40” is a button. Cut.", span("a.txt", "40")
    )
    quotation = finding("quotation", FRIDAY, family=Family.QUOTATION, severity=Severity.ERROR)
    conflict = finding("number", Side("44", (span("c.txt", "44 people"),)), severity=Severity.NOTE)
    assert [point.family for point in points(report([residue, quotation, conflict]))] == [
        *(Family.CONFLICT, Family.QUOTATION, Family.RESIDUE),
    ]


def test_a_finding_that_asks_nothing_is_a_point_of_its_own_words() -> None:
    residue = Finding(
        "share-control",
        Family.RESIDUE,
        Severity.WARNING,
        Confidence.HIGH,
        "“40” is a button. Cut it.",
        span("a.txt", "40"),
    )
    [point] = points(report([residue]))
    assert (point.question, values(point.answers), point.kind) == ("“40” is a button.", ["40"], "share-control")


def test_the_order_of_findings_changes_nothing() -> None:
    found = [finding("date", FRIDAY, MONDAY), finding("date", SUNDAY, FRIDAY), finding("date", MONDAY, SUNDAY)]
    told = report(found)
    made = [points(replace(told, findings=order)) for order in permutations(told.findings)]
    assert all(one == made[0] for one in made)


def test_an_id_is_made_of_values_and_not_of_witnesses() -> None:
    [one] = points(report([finding("date", FRIDAY, MONDAY)]))
    more = replace(MONDAY, places=(*MONDAY.places, span("c.txt", "Sunday")))
    [other] = points(report([finding("date", FRIDAY, more)]))
    assert one.id == other.id
    assert by_fingerprint([one])[one.lead.fingerprint] == one


def test_equal_ids_are_told_apart() -> None:
    forty = span("a.txt", "40 people"), span("b.txt", "40 people")
    twice = [finding("number", Side("40", (place,))) for place in forty]
    assert len({point.id for point in points(report(twice))}) == 2


def test_a_side_needs_a_place() -> None:
    from auditor.asked import side

    with pytest.raises(ValueError, match="needs a place"):
        side([])
