"""Two tellings side by side."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Report, Severity, Span
from auditor.reports import Showing, html, json, markdown, terminal
from auditor.reports.word_diff import MOST_WORDS, Piece, around, compared, side_by_side, wordings


def span(document: str, text: str) -> Span:
    return Span(document, 0, len(text), text)


def test_words_that_differ_are_set_apart() -> None:
    left, right = compared(span("a.txt", "We cannot rule it out,"), span("b.txt", "We can rule it out."))
    assert (left.marked, right.marked) == ("We [cannot] rule it out,", "We [can] rule it out.")


def test_a_word_more() -> None:
    left, right = compared(span("a.txt", "It will stay open"), span("b.txt", "It will not stay open"))
    assert (left.marked, right.marked) == ("It will stay open", "It will [not] stay open")


def test_where_no_word_differs_the_typography_does() -> None:
    left, right = compared(span("a.txt", "closed, and opened"), span("b.txt", "closed – and opened"))
    assert left.marked != right.marked


def test_long_passages_are_cut() -> None:
    left, _ = compared(span("a.txt", "word " * 500), span("b.txt", "word " * 500))
    assert len(left.marked.split()) == MOST_WORDS + 1
    assert left.marked.endswith("…")


@given(st.text(alphabet="ab ’'“.\n", max_size=40), st.text(alphabet="ab ’'“.\n", max_size=40))
def test_nothing_is_lost(one: str, other: str) -> None:
    for side, text in zip(compared(span("a", one), span("b", other)), (one, other), strict=True):
        assert " ".join(piece.text for piece in side.pieces).split() == text.split()


def test_every_report_for_people_shows_both(sample: Report) -> None:
    error = next(one for one in sample.findings if one.severity is Severity.ERROR)
    first = replace(error, passages=(span("talks.txt", "We will stay"), span("reply.txt", "We will not stay")))
    report = replace(sample, findings=tuple(first if one is error else one for one in sample.findings))
    assert side_by_side(error) is None
    assert "talks | We will stay\n" in terminal.render(report, Showing(full=True))
    assert "reply | We will [not] stay" in terminal.render(report, Showing(full=True))
    assert "talks.txt | We will stay\n" in terminal.render_finding(report, first)
    assert "We will <b>not</b> stay" in markdown.render(report, Showing(full=True))
    assert "We will <mark>not</mark> stay" in html.render(report)
    assert '"passages": [' in json.render(report)


def text_of(pieces: tuple[Piece, ...]) -> str:
    return " ".join(f"[{piece.text}]" if piece.differs else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("values", "marked"),
    [
        (["first time", "third time"], ["[first] time", "[third] time"]),
        (["cleared", "convicted"], ["cleared", "convicted"]),
        (["3.2 million", "2.3 million", "a loan"], ["[3.2] million", "[2.3] million", "a loan"]),
        (["one", "a loan", "one"], ["one", "a loan", "one"]),
        (["", ""], ["", ""]),
        ([], []),
    ],
)
def test_answers_are_marked_where_they_share_words(values: list[str], marked: list[str]) -> None:
    assert [text_of(pieces) for pieces in wordings(values)] == marked


def test_a_long_answer_keeps_the_words_around_what_differs() -> None:
    shared = " ".join(f"w{number}" for number in range(20))
    pieces, _ = wordings([f"{shared} cannot {shared}", f"{shared} can {shared}"])
    assert text_of(around(pieces, 2)) == "… w18 w19 [cannot] w0 w1 …"
    assert text_of(around(pieces, 40)) == f"{shared} [cannot] {shared}"
    assert around((Piece("one two three", False),), 1) == (Piece("one two three", False),)
