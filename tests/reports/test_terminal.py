"""The report for a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Report
from auditor.reports.terminal import render

Make = Callable[..., Report]


def test_every_document_has_its_own_report(sample: Report) -> None:
    text = render(sample)
    for document in sample.documents:
        assert document in text
    sections = re.split(r"(?m)^(?=\S+\.txt$)", text)
    reply = next(section for section in sections if section.startswith("reply.txt"))
    assert "conflicting-round-date  (listed under talks.txt)" in reply
    assert "[5 June 2025]" in reply
    assert "[2 June 2025]" in reply


def test_both_sides_are_quoted_with_their_lines(sample: Report) -> None:
    text = render(sample, width=200)
    assert "4:51  error  conflicting-round-date" in text
    assert "talks.txt:4: " in text
    assert "reply.txt:2: " in text


def test_what_is_consistent_and_what_was_not_compared_is_said(sample: Report) -> None:
    text = render(sample, width=200)
    assert "Checked and consistent (2)" in text
    assert "compatible, rounding: “about $61 billion” (5:83) and “$60.8 billion” (reply.txt:3) (2 comparisons)" in text
    assert "Could not be compared, because (1)" in text
    assert "another <round>" in text


def test_problems_and_counts_close_the_report(sample: Report, empty: Report) -> None:
    text = render(sample)
    assert "document broken.txt: cannot be <decoded> as UTF-8" in text
    assert text.rstrip().splitlines()[-1].endswith("2 problems.")
    assert "No document could be read." in render(empty)
    assert "0 findings" in render(sample)


def test_plain_text_has_no_escape_codes_and_no_trailing_blanks(sample: Report) -> None:
    text = render(sample)
    assert "\x1b" not in text
    assert all(line == line.rstrip() for line in text.splitlines())
    assert "\x1b[" in render(sample, colour=True)


@pytest.mark.parametrize("width", [40, 72, 100])
def test_lines_keep_to_the_width(sample: Report, width: int) -> None:
    assert all(len(line) <= width for line in render(sample, width=width).splitlines())


@given(text=st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_an_article_cannot_send_codes_to_the_terminal(report_of: Make, text: str) -> None:
    shown = render(report_of(text, (0, len(text)), message=text))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
