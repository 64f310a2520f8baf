"""Lines of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from auditor.reports.screen import NARROWEST, Line, Screen


def test_a_line_goes_on_under_its_words() -> None:
    screen = Screen(40, colour=False)
    told = screen.printed([Line(Text("one two three four five six seven eight nine ten"), 2, "7  ")])
    assert told == "  7  one two three four five six seven\n     eight nine ten\n"


def test_two_columns_begin_at_one_place() -> None:
    screen = Screen(80, colour=False)
    rows = [(Text("nine years"), Text("a:1")), (Text("seven"), Text("b:2"))]
    assert screen.printed(screen.columns(rows, 2)) == "  nine years   a:1\n  seven        b:2\n"


def test_long_columns_are_wrapped_side_by_side() -> None:
    screen = Screen(80, colour=False)
    told = screen.printed(screen.columns([(Text("word " * 15), Text("a:1 " * 12))], 0)).splitlines()
    assert len(told) == 2
    assert all(line.index("a:1") == told[0].index("a:1") for line in told)


def test_in_a_narrow_terminal_the_second_column_goes_below_the_first() -> None:
    screen = Screen(40, colour=False)
    rows = [(Text("Vladimir Putin rejected the ceasefire"), Text("c-second-year:1"))]
    assert screen.printed(screen.columns(rows, 0)) == ("Vladimir Putin rejected the ceasefire\n  c-second-year:1\n")


def test_phrases_are_never_broken() -> None:
    screen = Screen(40, colour=False)
    told = screen.printed(screen.filled(["TO CLEAN: 12 (auditor clean c7)", "AGREE: 3", "page: report.html"]))
    assert told == "TO CLEAN: 12 (auditor clean c7)\nAGREE: 3   page: report.html\n"


def test_colours_only_where_asked_for() -> None:
    lines = [Line(Text("word", style="bold"))]
    assert "\x1b[1mword" in Screen(80, colour=True).printed(lines)
    assert Screen(80, colour=False).printed(lines) == "word\n"


WORDS = st.text(alphabet="ab 日本語שלום🙂é\u0301-", max_size=120)


@pytest.mark.parametrize("width", [1, 40, 80, 200])
@given(first=WORDS, second=WORDS, indent=st.integers(0, 8))
def test_no_line_is_wider_than_the_terminal(width: int, first: str, second: str, indent: int) -> None:
    screen = Screen(width, colour=False)
    lines = [Line(Text(first), indent, " 1  "), *screen.columns([(Text(first), Text(second))], indent)]
    told = screen.printed(lines)
    assert all(cell_len(line) <= max(width, NARROWEST) for line in told.splitlines())
    assert sorted(told.replace("1", "").split()) != [] or not (first + second).strip()
