"""A point as one result of another program: the place it is shown at, the others, and its words."""

from dataclasses import replace

from auditor.asked import message
from auditor.model import Article, Asked, Confidence, Family, Finding, Prose, Report, Severity, Side, Span
from auditor.reading import make_document
from auditor.reports.results import Result, results

TEXTS = {
    "a.txt": "The ferry with forty people sailed on Friday.",
    "b.txt": "It left on Friday at noon.",
    "c.txt": "The ship left on Monday.",
    "d.txt": "Who was on board is not known. Share",
}


def span(document: str, words: str) -> Span:
    start = TEXTS[document].index(words)
    return Span(document, start, start + len(words), words)


FRIDAY = Side("Friday", (span("a.txt", "Friday"), span("b.txt", "Friday")))
MONDAY = Side("Monday", (span("c.txt", "Monday"),))
ASKED = Asked("date", "the ferry", "When did the ferry sail?", (MONDAY, FRIDAY), "Both hold only if two sailed.")
CONFLICT = Finding(
    "conflicting-date",
    Family.CONFLICT,
    Severity.WARNING,
    Confidence.MEDIUM,
    message(ASKED),
    MONDAY.places[0],
    FRIDAY.places,
    asked=ASKED,
    fingerprint="aa",
)
RESIDUE = Finding(
    "share-control",
    Family.RESIDUE,
    Severity.ERROR,
    Confidence.HIGH,
    "“Share” names a share button. It is not part of the article.",
    span("d.txt", "Share"),
    fingerprint="bb",
)


def shown(*findings: Finding, reviewed: frozenset[str] | None = None) -> tuple[Result, ...]:
    articles = (
        Article(make_document(name, text), (), (), Prose(name, text, ((0, len(text)),), ((0, len(text)),)))
        for name, text in TEXTS.items()
    )
    return results(replace(Report(tuple(articles), findings), reviewed=reviewed))


def test_a_point_is_shown_where_the_answer_stands_that_the_fewest_give() -> None:
    [one] = shown(CONFLICT)
    assert one.place == span("c.txt", "Monday")
    assert one.others == (span("a.txt", "Friday"), span("b.txt", "Friday"))


def test_a_point_is_shown_in_the_document_under_review() -> None:
    [one] = shown(CONFLICT, reviewed=frozenset({"b.txt", "d.txt"}))
    assert one.place == span("b.txt", "Friday")
    assert one.others == (span("c.txt", "Monday"), span("a.txt", "Friday"))


def test_a_document_under_review_that_gives_no_answer_is_shown_too() -> None:
    beside = replace(CONFLICT, related=(*FRIDAY.places, span("d.txt", "on board")))
    [one] = shown(beside, reviewed=frozenset({"d.txt"}))
    assert one.place == span("d.txt", "on board")


def test_a_point_of_no_document_under_review_is_shown_as_ever() -> None:
    [one] = shown(CONFLICT, reviewed=frozenset({"d.txt"}))
    assert one.place == span("c.txt", "Monday")


def test_the_message_asks_names_the_sides_and_what_settles_it() -> None:
    [one] = shown(CONFLICT)
    assert one.message == (
        "When did the ferry sail? “Friday” in a.txt and b.txt; “Monday” in c.txt. Both hold only if two sailed."
    )


def test_a_finding_that_asks_nothing_keeps_its_message() -> None:
    [one] = shown(RESIDUE)
    assert (one.message, one.place, one.others) == (RESIDUE.message, RESIDUE.primary, ())


def test_conflicts_come_before_residue_however_grave() -> None:
    assert [one.point.lead for one in shown(RESIDUE, CONFLICT)] == [CONFLICT, RESIDUE]


def test_places_within_one_another_are_one_place() -> None:
    wider = replace(CONFLICT, related=(*FRIDAY.places, span("a.txt", "sailed on Friday")))
    [one] = shown(wider)
    assert one.others == (span("a.txt", "Friday"), span("b.txt", "Friday"))
