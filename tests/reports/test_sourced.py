"""Sourcing in the formats for people: the same facts in each, with their places and how they were measured."""

import html

import pytest

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.model import Report
from auditor.reading import make_document
from auditor.reports import Showing, markdown, terminal
from auditor.reports.html import render

BERG = "Harbour master Jon Berg said that 38 people were aboard when the ferry Marta sank off Halm.\nOfficials said so on Monday."
LIND = "Off Halm the ferry Marta went down. Jon Berg said that 38 people were aboard.\n“She was old,” Olav <b>Lind</b> said."


@pytest.fixture(scope="module")
def told() -> Report:
    return audit([make_document("a.txt", BERG), make_document("b.txt", LIND)], load_checks())


def text_of(told: Report, format: str) -> str:
    full = Showing(full=True)
    made = {"terminal": terminal.render, "markdown": markdown.render, "html": render}[format](told, full)
    return html.unescape(made) if format == "html" else made.replace("\\", "")


@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
@pytest.mark.parametrize(
    "words",
    [
        "Jon Berg speaks in all 2 sources",
        "Named sources",
        "Unnamed sources",
        "a noun for people without a name, with a verb of saying",
        "Byline, date and outlet are unknown, not absent, where the text alone was read",
    ],
)
def test_a_reader_of_any_format_is_told(told: Report, format: str, words: str) -> None:
    assert words in " ".join(text_of(told, format).split())


def test_a_line_names_who_speaks_and_where(told: Report) -> None:
    lines = [" ".join(line.split()) for line in text_of(told, "terminal").splitlines()]
    assert "Named sources: 1 – Jon Berg (1)" in lines
    assert "Unnamed sources: 1 – officials (2)" in lines


def test_places_on_the_page_lead_to_their_lines(told: Report) -> None:
    page = render(told, Showing())
    section = page[page.index('class="sourced"') :]
    assert '<span dir="auto">officials</span> <a href="#d1-l2">2</a>' in " ".join(section.split())


def test_a_score_is_given_nowhere(told: Report) -> None:
    assert all("score" not in text_of(told, format).lower() for format in ("terminal", "markdown", "html"))


def test_the_order_of_the_articles_changes_nothing() -> None:
    one, other = make_document("a.txt", BERG), make_document("b.txt", LIND)
    checks = load_checks()
    assert text_of(audit([one, other], checks), "terminal") == text_of(audit([other, one], checks), "terminal")
