"""The report as Markdown."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from auditor.model import Report
from auditor.reports.layout import plain
from auditor.reports.markdown import MOST_CHARACTERS, escaped, render

Make = Callable[..., Report]


COMMON_MARK = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def test_every_document_has_its_own_report(sample: Report) -> None:
    text = render(sample)
    assert text.count("\n### ") == len(sample.articles)
    assert "- **error** conflicting-round-date at 4:" in text
    assert "<b>5 June 2025</b>" in text
    assert "<summary>Checked and consistent" in text
    assert "<summary>Could not be compared, because</summary>" in text


def test_an_article_cannot_break_out(sample: Report) -> None:
    text = COMMON_MARK.render(render(sample))
    for harmful in ("<script", "<b onmouseover", "<a ", "<img", "@someone", "<code>"):
        assert harmful not in text
    assert "\x1b" not in text


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    shown = COMMON_MARK.renderInline(escaped(text))
    assert unescape(shown).replace("\u200b", "").split() == plain(text).replace("\u200b", "").split()
    assert "<" not in shown


def test_it_fits_a_comment_and_says_what_was_left_out(many: Callable[[int], Report]) -> None:
    text = render(many(400))
    assert len(text) <= MOST_CHARACTERS
    assert "of 1,600 findings and" in text
    assert "left out" not in render(many(1))
