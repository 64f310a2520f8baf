"""The report for a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from auditor.model import (
    Asked,
    BaselineState,
    Copies,
    Decision,
    Finding,
    Judgement,
    Known,
    Report,
    Severity,
    Side,
)
from auditor.reports import Showing
from auditor.reports.terminal import MOST_LINES, render, render_finding

Make = Callable[..., Report]
FULL = Showing(full=True, width=200)


def asking(report: Report, question: str, *values: str, many: int = 1) -> Report:
    """The report with its error asking so many questions, to which its two places give the values."""
    first = next(one for one in report.findings if one.severity is Severity.ERROR)
    found = []
    for number in range(many):
        spans = list(first.spans)
        if many > 1:  # each with places of its own
            spans = [report.documents[span.document].span(number, number + 1) for span in spans]
        sides = tuple(Side(value, (span,)) for value, span in zip(values, spans, strict=True))
        asked = Asked("date", "", question.format(number), sides, "Both hold only if there were two rounds.")
        name = f"{number:016x}"
        found.append(replace(first, asked=asked, primary=spans[0], related=tuple(spans[1:]), fingerprint=name))
    rest = [one for one in report.findings if one is not first]
    return replace(report, findings=(*found, *rest) if many == 1 else tuple(found))


def test_the_last_screen_is_the_answer(sample: Report) -> None:
    report = replace(asking(sample, "When was the round held?", "2 June 2025", "5 June 2025"), problems=())
    showing = Showing(paths=("story",), written=(("html", "report.html"), ("json", "r.json")))
    assert render(report, showing) == (
        "4 articles, 4 sources. 2 points differ; 2 lines are not article.\n"
        "SURE (1)\n"
        " 1  When was the round held?\n"
        "      [5] June 2025   reply:2\n"
        "      [2] June 2025   talks:4\n"
        "LIKELY (1)\n"
        " 2  Both hold only if reply.txt was written in 2023-24; it states no date.\n"
        "      2 June 2025, three years into the war   talks:4\n"
        "\n"
        "TO CLEAN: 2 (auditor clean story)   AGREE: 1   (--full lists them)\n"
        "page: report.html   json: r.json\n"
    )


def test_a_format_is_called_with_a_report_alone_too(sample: Report) -> None:
    assert render(sample) == render(sample, Showing())


def test_what_differs_is_bold_where_there_are_colours(sample: Report) -> None:
    report = asking(sample, "When?", "2 June 2025", "5 June 2025")
    told = render(report, Showing(colour=True))
    assert "\x1b[1m2\x1b[0m June 2025" in told
    assert "[2]" not in re.sub(r"\x1b\[[\d;]*m", "", told)


def test_problems_stand_before_the_answer(sample: Report, empty: Report) -> None:
    lines = render(sample).splitlines()
    assert lines[:3] == [
        "This report is incomplete (2)",
        " document broken.txt: cannot be <decoded> as UTF-8",
        " check some-check: ValueError: x",
    ]
    assert lines[4].startswith("4 articles")
    assert "No document could be read." in render(empty)
    assert "No point differs; no line is not article." in render(empty)


def test_a_last_screen_has_room_for_its_points_and_counts_the_others(sample: Report) -> None:
    told = render(asking(sample, "When was round {}?", "2 June 2025", "5 June 2025", many=40))
    [shown] = re.findall(r"SURE \((\d+) of 40 shown\)", told)
    assert told.count("When was round") == int(shown) == MOST_LINES // 3
    assert len(told.splitlines()) <= 45
    assert "(--full lists them)" in told
    whole = render(asking(sample, "When was round {}?", "2 June 2025", "5 June 2025", many=40), FULL)
    assert whole.count("When was round") == 40 + int(shown)


def test_in_a_gate_only_what_is_new_is_shown_with_the_id_that_decisions_take(sample: Report) -> None:
    report = asking(sample, "When was the round held?", "2 June 2025", "5 June 2025")
    dismissed = Decision(Known("bb22", "c", (), ""), Judgement.DISMISSED, "as printed")
    found = [
        replace(
            one,
            state=BaselineState.NEW if one.severity is Severity.ERROR else BaselineState.UNCHANGED,
            decision=dismissed if one.severity is Severity.WARNING else None,
        )
        for one in report.findings
    ]
    told = render(replace(report, findings=tuple(found), fixed=(Known("ff66", "markup", ("a.txt",), "<b>"),)))
    assert re.search(r" 1  When was the round held\?  [0-9a-f]{12}\n", told)
    assert "1 new point differs; no new line is not article." in told
    assert "Both hold only if reply.txt" not in told
    assert told.endswith("3 known points are not shown; 1 known finding is gone.\n")
    full = render(replace(report, findings=tuple(found)), FULL)
    assert "states no date.  conflicting-start  bb22  known; dismissed: as printed" in full


def test_full_shows_each_finding_once_under_its_point(sample: Report) -> None:
    told = render(asking(sample, "When was the round held?", "2 June 2025", "5 June 2025"), FULL)
    for finding in ("bb22", "cc33", "dd44"):
        assert told.count(finding) == 1
    assert "talks:4  The second round of talks in Istanbul was held on [2 June 2025], three years" in told
    assert "Both hold only if there were two rounds." in told
    assert "error  conflicting-round-date  " in told


def test_full_shows_the_articles_and_what_was_compared(sample: Report) -> None:
    told = render(replace(sample, copies=(Copies(("reply.txt", "talks.txt")),)), FULL)
    assert "Written on or after 2025-02-24." in told
    assert "because of elapsed since February 2022: “three years into the war” (4:64)" in told
    assert "reply, talks: one source, 0 edits between them" in told
    told = render(sample, FULL)
    assert "NO CONFLICT, THOUGH WORDED OTHERWISE (2)" in told
    assert "rounding (2): “about $61 billion” (talks:5) and “$60.8 billion” (reply:3)" in told
    assert "another <round>: “2 June 2025” (talks:4) and “27 February” (reply:3)" in told


def test_full_ends_on_the_answer_too(sample: Report) -> None:
    assert render(sample, FULL).rstrip().splitlines()[-1] == "TO CLEAN: 2 (auditor clean PATH)   AGREE: 1"


def test_the_command_names_what_was_audited_as_a_shell_takes_it(sample: Report) -> None:
    assert "(auditor clean 'my story')" in render(sample, Showing(paths=("my story",)))
    assert "(auditor clean PATH)" in render(sample, Showing(paths=("x" * 90,)))


def test_a_finding_alone_is_shown_with_all_its_places_and_its_question(sample: Report) -> None:
    finding: Finding = next(one for one in sample.findings if one.severity is Severity.ERROR)
    told = render_finding(sample, finding, question="When was the round held?", width=200)
    assert told.startswith("talks.txt\n  When was the round held?\n  4:51  error  conflicting-round-date  aa11\n")
    assert "reply.txt:2  They left after the second round of talks in Istanbul on [5 June 2025]." in told
    assert "When was" not in render_finding(sample, finding)


def test_plain_text_has_no_escape_codes_and_no_trailing_blanks(sample: Report) -> None:
    text = render(sample, FULL)
    assert "\x1b" not in text
    assert all(line == line.rstrip() for line in text.splitlines())
    assert "\x1b[" in render(sample, Showing(colour=True))


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_keep_to_the_width(sample: Report, width: int, full: bool) -> None:
    hebrew = "הנאום נמשך שעתיים, אמר דובר הממשלה לעיתונאים בירושלים ביום שני בערב"
    for value in ("2 June 2025", hebrew, "第二轮会谈于2025年6月2日在伊斯坦布尔举行" * 4, "x" * 300):
        told = render(asking(sample, "When was the round held?", value, "5 June 2025"), Showing(full=full, width=width))
        assert all(cell_len(line) <= width for line in told.splitlines())
        assert value[:20] in told.replace("\n", "")


@given(text=st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_an_article_cannot_send_codes_to_the_terminal(report_of: Make, text: str) -> None:
    for full in (True, False):
        shown = render(report_of(text, (0, len(text)), message=text), Showing(full=full))
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
        assert not re.search(r"(?m)^\s*::", shown)
