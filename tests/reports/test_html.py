"""The report as a page."""

from __future__ import annotations

import html.parser
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import Report
from auditor.reports.html import render

Make = Callable[..., Report]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


VOID = ("meta", "link", "br", "img")


class Page(html.parser.HTMLParser):
    """Collects tags, links, ids and the text of the articles."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.articles: list[str] = []
        self._open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag not in VOID:
            self._open.append("text" if found.get("class") == "text" else tag)
        if tag == "article":
            self.articles.append("")

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if "text" in self._open and "p" in self._open:
            self.articles[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [found for name, found in self.tags if name == tag]


def test_each_article_stands_in_full_with_its_marks(sample: Report) -> None:
    page = Page(render(sample))
    # A page cannot hold the escape character of a terminal: U+FFFD stands in its place.
    texts = [article.document.text.replace("\x1b", "\ufffd") for article in sample.articles]
    assert page.articles == texts
    assert len([found for found in page.all("mark") if found.get("id")]) >= 6


def test_links_lead_somewhere_and_ids_are_unique(sample: Report) -> None:
    page = Page(render(sample))
    ids = [found["id"] for _, found in page.tags if "id" in found]
    assert len(ids) == len(set(ids))
    inside = [found["href"] or "" for found in page.all("a") if (found["href"] or "").startswith("#")]
    assert inside
    assert [link for link in inside if link[1:] not in ids] == []


def test_nothing_of_an_article_runs_or_loads(sample: Report) -> None:
    source = render(sample)
    page = Page(source)
    assert page.all("script") == []
    assert page.all("img") == []
    assert [name for _, found in page.tags for name in found if name.startswith("on")] == []
    assert "javascript:" not in [
        found.get("href", "").split("alert")[0] for found in page.all("a") if found.get("href")
    ]
    assert [found["href"] for found in page.all("a") if "example.org" in (found["href"] or "")] == [
        "https://example.org/a?b=1&c=2"
    ]


def test_no_score_and_no_verdict_on_truth(sample: Report) -> None:
    assert "score" not in render(sample).lower()


def test_an_empty_report_is_a_page(empty: Report) -> None:
    assert "No document was read" in render(empty)


@settings(deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_text_is_escaped(report_of: Make, text: str) -> None:
    page = Page(render(report_of(text, (0, len(text)), message=text)))
    assert page.articles[0] == text


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_browser_shows_it_at_the_width_of_a_telephone(sample: Report, tmp_path: Path) -> None:
    """The page as the browser built it: every mark is there, and nothing is wider than the window."""
    path = tmp_path / "report.html"
    path.write_text(render(sample), encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    command = [str(CHROMIUM), *flags, f"--user-data-dir={tmp_path / 'profile'}", "--window-size=500,900", "--dump-dom"]
    done = subprocess.run([*command, path.as_uri()], capture_output=True, text=True, timeout=60, check=True)
    page = Page(done.stdout)
    assert len(page.all("mark")) == len(Page(render(sample)).all("mark"))
    assert page.all("h1") == [{}]
