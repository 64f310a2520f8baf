"""The report as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from auditor.model import Asked, BaselineState, Copies, Known, Report, Severity, Side
from auditor.reports import Showing
from auditor.reports.layout import plain
from auditor.reports.markdown import MOST_CHARACTERS, escaped, render

Make = Callable[..., Report]
FULL = Showing(full=True)

COMMON_MARK = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def asking(report: Report) -> Report:
    """The report, its error asking a question that its two places answer."""
    first = next(one for one in report.findings if one.severity is Severity.ERROR)
    sides = (Side("2 June 2025", (first.primary,)), Side("5 June 2025", first.related))
    asked = Asked("date", "", "When was the round held?", sides, "Both hold only if there were two rounds.")
    return replace(
        report, findings=tuple(replace(one, asked=asked) if one is first else one for one in report.findings)
    )


def test_points_come_first_then_what_is_to_be_cleaned(sample: Report) -> None:
    text = render(asking(replace(sample, problems=())), Showing(paths=("story",)))
    told = re.sub(r"[0-9a-f]{12}", "ID", text.partition("<details>")[0])
    assert told == (
        "## Discrepancy report\n\n"
        "**4 articles, 4 sources. 2 points differ; 2 lines are not article.**\n\n"
        "### Sure (1)\n\n"
        "1. <b>When was the round held?</b> <code>ID</code>\n"
        "    - <b>5</b> June 2025 (reply.txt:2)\n"
        "    - <b>2</b> June 2025 (talks.txt:4)\n"
        "    - Both hold only if there were two rounds.\n\n"
        "### Likely (1)\n\n"
        "2. <b>Both hold only if reply.txt was written in 2023-24; it states no date.</b> <code>ID</code>\n"
        "    - 2 June 2025, three years into the war (talks.txt:4)\n\n"
        "### To clean, by article (3)\n\n"
        "- \\<hostile\\> \\|\"'\\`.txt: 1 place\n"
        "- talks.txt: 1 place\n"
        "- <code>auditor clean story</code> shows what it would remove\n\n"
    )


def test_the_lists_are_lists_and_the_folds_open(sample: Report) -> None:
    page = COMMON_MARK.render(render(asking(sample)))
    assert "<li>\n<b>When was the round held?</b>" in page or "<li><b>When was the round held?</b>" in page
    assert '<ol start="2">' in page
    assert page.count("<details>") == page.count("</details>") > 1


def test_the_rest_is_folded(sample: Report) -> None:
    text = render(replace(sample, copies=(Copies(("reply.txt", "talks.txt")),)))
    for heading in ("Articles (4)", "Copies of one article (1)"):
        assert f"<details><summary>{heading}</summary>" in text
    assert "- reply.txt, talks.txt: one source, 0 edits between them" in text
    assert "  - because of elapsed since February 2022: “three years into the war” (4:64)" in text
    assert "rounding (2): “about \\$61 billion” (talks.txt:5) and “\\$60.8 billion” (reply.txt:3)" in render(sample)
    assert "another \\<round\\>" in render(sample)


def test_problems_and_what_touches_the_gate_come_before(sample: Report) -> None:
    text = render(replace(sample, touched=("auditor.toml",), fixed=(Known("ff66", "markup", ("a.txt",), "<b>"),)))
    before = text.partition("### Sure")[0]
    assert "**This report is incomplete (2)**" in before
    assert "- document broken.txt: cannot be \\<decoded\\> as UTF-8" in before
    assert "- auditor.toml" in before
    assert "<summary>Fixed (1)</summary>" in text


def test_only_what_counts_is_a_point(sample: Report) -> None:
    known = tuple(
        replace(one, state=BaselineState.NEW if one.severity is Severity.ERROR else BaselineState.UNCHANGED)
        for one in sample.findings
    )
    text = render(replace(sample, findings=known))
    assert "**4 articles, 4 sources. 1 new point differs; no new line is not article.**" in text
    assert "3 known points are not shown." in text
    assert "### Likely" not in text
    assert "<summary>Known or dismissed (3)</summary>" in text


def test_full_has_the_places_and_the_findings(sample: Report) -> None:
    text = render(asking(sample), FULL)
    assert (
        "    - talks.txt:4: The second round of talks in Istanbul was held on <b>2 June 2025</b>, three years" in text
    )
    assert "    - error conflicting-round-date aa11" in text
    assert "4:1 " not in render(asking(sample))
    assert "3:1 share-button: “Share” cc33" in text


def test_an_article_cannot_break_out(sample: Report) -> None:
    for showing in (FULL, Showing()):
        text = COMMON_MARK.render(render(sample, showing))
        for harmful in ("<script", "<b onmouseover", "<a ", "<img", "@someone"):
            assert harmful not in text
        assert set(re.findall(r"<code>(.*?)</code>", text)) <= {
            "auditor clean PATH",
            *re.findall(r"\b[0-9a-f]{12}\b", text),
        }
        assert "\x1b" not in text


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    shown = COMMON_MARK.renderInline(escaped(text))
    assert unescape(shown).replace("\u200b", "").split() == plain(text).replace("\u200b", "").split()
    assert "<" not in shown


def test_it_fits_a_comment_and_says_what_was_left_out(sample: Report) -> None:
    first = next(one for one in sample.findings if one.severity is Severity.ERROR)
    text = sample.documents["talks.txt"].text
    many = tuple(
        replace(
            first,
            check=f"check-{number}",  # findings of one check at one place would be one point
            severity=Severity.ERROR if number >= 500 else Severity.WARNING,
            message=f"{number:05d} {'word ' * 40}",
            primary=sample.documents["talks.txt"].span(number % len(text), number % len(text) + 1),
            related=(),
        )
        for number in range(600)
    )
    for showing in (FULL, Showing()):
        cut = render(replace(sample, findings=many), showing)
        assert MOST_CHARACTERS - 1_000 < len(cut) <= MOST_CHARACTERS
        [left_out] = re.findall(r"\*\*Cut to 65,000 characters:\*\* ([\d,]+) items are left out", cut)
        shown = cut.count("</b> <code>")
        assert 0 < shown < 600
        assert int(left_out.replace(",", "")) >= 600 - shown
        assert all(f"{number:05d}" in cut for number in range(500, 600))  # the errors
    assert "left out" not in render(sample)


def test_a_very_long_question_leaves_room_for_the_others(report_of: Make) -> None:
    text = render(report_of("Share\nMore\n", (0, 5), (6, 10), message="x" * 200_000))
    assert len(text) <= MOST_CHARACTERS
    assert "a.txt: 2 places" in text
