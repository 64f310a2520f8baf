"""The report as Markdown."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Report
from auditor.reports.markdown import LONGEST, escape, render

Make = Callable[..., Report]


def test_every_document_has_its_own_report(sample: Report) -> None:
    text = render(sample)
    assert text.count("\n## ") == len(sample.articles) + 1
    assert "**error** `conflicting-round-date`" in text
    assert "<mark>5 June 2025</mark>" in text
    assert "### Checked and consistent" in text
    assert "### Could not be compared, because" in text


def test_an_article_cannot_break_out(sample: Report) -> None:
    text = render(sample)
    for harmful in ("<script", "<b onmouseover", "[link](", "![image]", "@someone #12", "`code`"):
        assert harmful not in text
    assert "\x1b" not in text


@given(st.text())
def test_escaped_text_is_one_line_without_markup(text: str) -> None:
    shown = escape(text)
    assert "\n" not in shown
    assert "<" not in shown
    assert shown.replace("\\\\", "").count("`") == shown.replace("\\\\", "").count("\\`")


def test_it_fits_a_comment_and_says_what_was_left_out(many: Callable[[int], Report]) -> None:
    text = render(many(400))
    assert len(text) <= LONGEST + 200
    assert "left out** to fit a comment" in text
    assert "left out" not in render(many(1))
