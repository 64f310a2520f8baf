"""Copies: near-identical articles are found, are one source, and what differs between them is an edit."""

import json
import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.audit import audit, read_article
from auditor.catalogue import choose, load_checks
from auditor.measured import probability_of_edits
from auditor.model import Article, Copies, Finding, Report, Severity
from auditor.reading import make_document
from auditor.reports import Showing, html, markdown, terminal
from auditor.reports import json as json_report
from auditor.story.copies import edits, find_copies, passages, sources
from auditor.story.sketches import sketch

WIRE = """Pilots end strike at old port

Harbour pilots in the old port went back to work on Monday after a strike of nine days over night shifts.

The first tanker left the outer berth shortly before dawn with two tugs at her bow and a crowd on the mole.

The inquiry into the grounding will report within six months, the ministry said. Masters of vessels waiting in the
roads had complained of the cost, and one ship had turned back with fruit rotting in her holds.
"""
REPRINT = WIRE.replace("Monday", "Tuesday").replace("six months", "nine months")
APART = """Tanker sails as walkout ends

A tanker sailed before dawn, the first in more than a week, as pilots ended their walkout in the old port. They had
stayed ashore over the number of nights on duty, and settled for a free weekend every month.

The ministry gave the inquiry six months to report on the grounding. Shipowners say that the stoppage cost them dearly.
"""

THIRD = """Shipping resumes

Rest was at the heart of the pilots' dispute, and rest they won. Their first ship put out with every light on, and
nobody on the quay seemed sorry that it was over.

An inquiry into the grounding has six months to report, according to the ministry.
"""


def articles(*texts: str, groups: Sequence[str] = ()) -> list[Article]:
    given_groups = [*groups, *[""] * (len(texts) - len(groups))]
    return [
        read_article(make_document(f"{chr(97 + n)}.txt", text, group=group))
        for n, (text, group) in enumerate(zip(texts, given_groups, strict=True))
    ]


def report(*texts: str) -> Report:
    return audit([make_document(f"{chr(97 + n)}.txt", text) for n, text in enumerate(texts)], load_checks())


def copied(found: Sequence[Article]) -> tuple[Copies, ...]:
    return find_copies(map(sketch, found), {article.document.id: article for article in found})


def groups(found: Sequence[Article]) -> list[tuple[str, ...]]:
    return [copies.documents for copies in copied(found)]


def test_a_reprint_is_a_copy_and_a_report_written_apart_is_none() -> None:
    assert groups(articles(WIRE, REPRINT, APART)) == [("a.txt", "b.txt")]


def test_articles_of_different_groups_are_not_compared() -> None:
    assert groups(articles(WIRE, REPRINT, groups=("x", "y"))) == []


def test_one_quotation_does_not_make_a_copy() -> None:
    speech = "“" + " ".join(f"word{n} and" for n in range(120)) + " so it was,” the harbour master said."
    assert groups(articles(f"{WIRE}\n\n{speech}", f"{APART}\n\n{speech}")) == []


def test_the_order_of_the_articles_changes_nothing() -> None:
    found = articles(WIRE, APART, REPRINT)
    assert copied(found) == copied(found[::-1])


def test_edits_are_the_words_that_differ() -> None:
    one, other = articles(WIRE, REPRINT)
    assert [(left.text, right.text) for left, right in edits(one, other)] == [("Monday", "Tuesday"), ("six", "nine")]
    for pair in edits(one, other):
        for span, article in zip(pair, (one, other), strict=True):
            assert article.document.text[span.start : span.end] == span.text


def test_words_that_one_copy_lacks_are_an_edit_with_an_empty_side() -> None:
    one, other = articles(WIRE, WIRE.replace(" shortly", ""))
    ((left, right),) = edits(one, other)
    assert (left.text, right.text) == ("shortly", "")
    assert other.document.text[: right.start].endswith("berth")


def test_passages_leave_out_what_one_copy_adds() -> None:
    added = "\n\n" + " ".join(f"added{n}" for n in range(40)) + "."
    one, other = articles(WIRE, WIRE + added)
    ((left, right),) = passages(one, other)
    assert left.text == right.text
    assert "added" not in right.text


def test_every_copy_stands_for_one_source() -> None:
    assert sources(copied(articles(WIRE, APART, REPRINT))) == {"a.txt": "a.txt", "c.txt": "a.txt"}


def of(check: str, found: Report) -> list[Finding]:
    return [finding for finding in found.findings if finding.check == check]


def test_a_conflict_between_copies_is_told_as_an_edit() -> None:
    (finding,) = of("conflicting-length", report(WIRE, REPRINT))
    assert finding.message.endswith(
        "a.txt and b.txt are copies of one article: one differs from its reprint by an edit."
    )


def test_an_edit_between_copies_is_as_sure_as_it_was_measured_and_told_with_what_settles_it() -> None:
    (finding,) = of("conflicting-length", report(WIRE, REPRINT))
    assert (finding.severity, finding.probability) == (Severity.ERROR, probability_of_edits())
    assert finding.asked
    assert finding.asked.settle.endswith("Two of these articles are copies of one, and one of the two was edited here.")
    (apart,) = of("conflicting-length", report(APART, REPRINT))
    assert apart.severity is not Severity.ERROR


def test_copies_on_one_side_of_a_conflict_are_no_edit_of_it() -> None:
    nearly = WIRE.replace("within six months", "within just six months")
    (finding,) = of("conflicting-length", report(WIRE, nearly, APART.replace("six months", "nine months")))
    assert "count as one witness" in finding.message
    assert finding.severity is not Severity.ERROR


def test_reprints_are_one_witness() -> None:
    """Ten reprints of one length against two reports written apart: the two are the many."""
    found = report(*[REPRINT] * 10, APART, THIRD)
    assert len(found.copies) == 1
    (finding,) = of("conflicting-length", found)
    assert finding.primary.text == "nine months"
    assert "count as one witness" in finding.message


def test_a_finding_that_reprints_repeat_is_told_once() -> None:
    said = "“We will not sail before every one of us has had a night of sleep,” pilot Anna Berg said."
    altered = said.replace("will not", "will")
    found = report(f"{WIRE}\n{said}", f"{WIRE}\n{said}", f"{WIRE}\n{said}", f"{APART}\n{altered}")
    (finding,) = of("altered-quotation", found)
    assert {span.document for span in finding.spans} == {"a.txt", "b.txt", "c.txt", "d.txt"}


def test_every_report_shows_the_copies_and_what_independent_articles_confirm() -> None:
    found = report(WIRE, WIRE, APART)
    data = json.loads(json_report.render(found))
    assert [one["documents"] for one in data["copies"]] == [["a.txt", "b.txt"]]
    months = next(one for one in data["agreements"] if one["value"] == "six months")
    assert months["sources"] == 2
    assert [place["document"] for place in months["witnesses"]] == ["a.txt", "b.txt", "c.txt"]
    full = Showing(full=True)
    for text in (terminal.render(found, full), markdown.render(found), html.render(found)):
        assert re.search("copies of one article", text, re.IGNORECASE)
        assert "The inquiry into the grounding will report within" in text
        assert "one source, 0 edits between them" in text
    assert "3 articles, 2 stories, 2 sources (a, b: copies of one article)." in terminal.render(found)


def test_every_report_shows_the_edits_between_copies() -> None:
    found = report(WIRE, REPRINT)
    assert "“six” (a:7) became “nine” (b:7)" in terminal.render(found, Showing(full=True))
    for text in (markdown.render(found), html.render(found)):
        assert "“six” (a.txt:7) became “nine” (b.txt:7)" in text
    (copies,) = json.loads(json_report.render(found))["copies"]
    assert [(edit["left"]["text"], edit["right"]["text"]) for edit in copies["edits"]] == [
        ("Monday", "Tuesday"),
        ("six", "nine"),
    ]


def test_copies_alone_agree_on_nothing() -> None:
    assert json.loads(json_report.render(report(WIRE, WIRE)))["agreements"] == []
    assert json.loads(json_report.render_1(report(WIRE, WIRE)))["confirmed"] == []
    assert "AGREE" not in terminal.render(report(WIRE, WIRE))


@pytest.mark.parametrize(("text", "copies"), [("", []), (WIRE * 60, [("a.txt", "b.txt")]), ("İ" * 60, [])])
def test_odd_texts_can_be_compared(text: str, copies: list[tuple[str, ...]]) -> None:
    assert groups(articles(text, text)) == copies


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WIRE.split()), max_size=120), st.lists(st.sampled_from(REPRINT.split()), max_size=120))
def test_edits_of_any_two_texts_hold_their_words(left: list[str], right: list[str]) -> None:
    one, other = articles(" ".join(left), " ".join(right))
    for pair in edits(one, other):
        for span, article in zip(pair, (one, other), strict=True):
            assert article.document.text[span.start : span.end] == span.text


def test_the_check_of_copies_quotes_what_was_edited() -> None:
    found = audit(
        [make_document("a.txt", WIRE), make_document("b.txt", REPRINT)], choose(load_checks(), ["copied-article"])
    )
    (finding,) = found.findings
    assert "“six” became “nine”" in finding.message
    assert "neither names the other" in finding.message
