"""The page in a real browser, as its readers meet it: Chromium, driven by Playwright."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.reports.html import render
from tests.benchmarks.large_report import report

HOW = "install it: pip install -e '.[dev]', and Debian's chromium (apt-get install chromium)"
sync_api = pytest.importorskip("playwright.sync_api", reason=f"no Playwright here; {HOW}")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=f"no Chromium here; {HOW}")

ROOT = Path(__file__).resolve().parent.parent.parent
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
FARTHEST = 200
"""Pixels between a note and its paragraph."""
MOST_PRINTED = 4
"""Printed pages of the five articles."""

OPENS_IN = 5.0
"""Seconds in which the page of a thousand articles with ten thousand findings opens."""

Open = Callable[..., Any]

MARKED = """
() => [...document.querySelectorAll('article.text')].map(article => {
  const characters = [], marked = [], anchors = [];
  for (const line of article.querySelectorAll('.lines p')) {
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const inside = walk.currentNode.parentElement.closest('mark') !== null;
      for (const one of walk.currentNode.data) { characters.push(one); marked.push(inside); }
    }
  }
  for (const one of article.querySelectorAll('.lines [id]:not(p)')) anchors.push(one.id);
  return {text: characters.join(''), marked, anchors};
})
"""
FAR = """
() => [...document.querySelectorAll('.note')].filter(note => note.checkVisibility() && note.closest('.row')).map(note => {
  const mine = note.getBoundingClientRect();
  const its = note.closest('.row').querySelector('.lines p').getBoundingClientRect();
  return Math.max(0, mine.top - its.bottom, its.top - mine.bottom);
})
"""


LAID_OUT = "document.querySelectorAll('.text').forEach(one => one.style.contentVisibility = 'visible')"
"""Lays out what a browser leaves until it is scrolled to."""
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def page_of_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return audited(tmp_path_factory.mktemp("seeds") / "report.html", str(ROOT / "seeds"))


def audited(report: Path, *paths: str) -> Path:
    """The page that the command writes for some articles, or the first page of its folder."""
    target = f"{report}/" if report.suffix == "" else str(report)
    command = [sys.executable, "-m", "auditor", "check", *paths, "--report", f"html={target}", "--quiet"]
    done = subprocess.run([*command, "--fail-on", "none"], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 2), done.stderr
    return report / "index.html" if report.suffix == "" else report


@pytest.fixture
def opened(browser: Any) -> Iterator[Open]:
    """Opens a page at a width; whatever it asks for or complains of fails the test at its end."""
    contexts, told = [], []

    def make(path: Path, size: dict[str, int] = WIDE, anchor: str = "", **options: object) -> Any:
        context = browser.new_context(viewport=size, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: told.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on("dialog", lambda dialog: told.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: told.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(path.as_uri() + anchor)
        return page

    yield make
    for context in contexts:
        context.close()
    assert told == []


def test_each_mark_covers_the_words_of_its_place(opened: Open, page_of_seeds: Path) -> None:
    articles = opened(page_of_seeds).evaluate(MARKED)
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    assert [article["text"] for article in articles] == texts
    places = set()
    for number, article in enumerate(articles, 1):
        for anchor in article["anchors"]:
            told, start, end = re.fullmatch(r"d(\d+)-(\d+)-(\d+)", anchor).groups()  # type: ignore[union-attr]
            assert int(told) == number
            assert all(article["marked"][int(start) : int(end)]), anchor
            places.update((number, at) for at in range(int(start), int(end)))
    marked = {(n, at) for n, article in enumerate(articles, 1) for at, one in enumerate(article["marked"]) if one}
    assert marked == places
    assert len(places) > 500


def test_a_note_stands_beside_its_paragraph(opened: Open, page_of_seeds: Path) -> None:
    page = opened(page_of_seeds)
    page.evaluate(LAID_OUT)
    far = page.evaluate(FAR)
    assert len(far) > 20
    assert max(far) <= FARTHEST
    page.evaluate("document.querySelectorAll('.notes details').forEach(one => one.open = true)")
    assert max(page.evaluate(FAR)) <= 2 * FARTHEST


def test_a_permalink_leads_to_its_point(opened: Open, page_of_seeds: Path) -> None:
    page = opened(page_of_seeds)
    ids = page.evaluate("[...document.querySelectorAll('[id^=p-]')].map(one => one.id)")
    assert len(ids) > 20
    folded = page.evaluate("document.querySelector('.less-sure .point').id")
    for one in (ids[0], ids[-1], folded):
        found = opened(page_of_seeds, anchor=f"#{one}").locator(f"#{one}")
        sync_api.expect(found).to_be_in_viewport()


def test_the_first_screen_says_what_differs(opened: Open, page_of_seeds: Path) -> None:
    for size in (WIDE, PHONE):
        page = opened(page_of_seeds, size)
        sync_api.expect(page.locator("h1")).to_be_in_viewport()
        sync_api.expect(page.locator(".tier .point").first).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_filters_hide_what_is_not_asked_for(opened: Open, page_of_seeds: Path, scripts: bool) -> None:
    page = opened(page_of_seeds, java_script_enabled=scripts)
    shown = page.locator("[data-k]:visible")
    before = shown.count()
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("not article", exact=True).uncheck()
    assert page.locator("[data-k=residue]:visible").count() == 0
    assert 0 < shown.count() < before
    sync_api.expect(page.get_by_text("some of what was found is hidden")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    assert shown.count() == before
    page.get_by_label("c-second-year", exact=True).check()
    assert page.locator('article.text:visible[data-a="3"]').count() == 1
    assert page.locator('article.text:visible:not([data-a="3"])').count() == 0
    assert page.locator('.point:visible:not([data-a~="3"])').count() == 0


def test_everything_can_be_reached_and_opened_by_keys(opened: Open, page_of_seeds: Path) -> None:
    page = opened(page_of_seeds)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    sync_api.expect(focused).to_have_text("Skip to what differs")
    sync_api.expect(focused).to_be_in_viewport()
    page.get_by_text("Filter", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused.get_attribute("type") == "checkbox"
    page.keyboard.press("Space")
    assert not focused.is_checked()
    page.keyboard.press("Enter")
    assert "?" not in page.url
    page.keyboard.press("Space")
    decide = page.locator(".tier .decide summary").first
    decide.focus()
    page.keyboard.press("Enter")
    command = page.locator(".tier .decide .command").first
    sync_api.expect(command).to_be_visible()
    assert (command.text_content() or "").startswith("auditor decide ")


def test_a_command_is_taken_whole_by_one_click(opened: Open, page_of_seeds: Path) -> None:
    page = opened(page_of_seeds)
    command = page.locator(".clean .command").first
    command.click()
    assert page.evaluate("getSelection().toString()") == command.text_content()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_nobody_is_shut_out(opened: Open, page_of_seeds: Path, size: dict[str, int], colours: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason=f"no axe here; {HOW}")
    page = opened(page_of_seeds, size, color_scheme=colours)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = axe.Axe().run(page)
    assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]


def test_print_holds_the_summary_and_the_table(opened: Open, page_of_seeds: Path) -> None:
    page = opened(page_of_seeds)
    printed = page.pdf(format="A4", print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= MOST_PRINTED
    page.emulate_media(media="print")
    for shown in ("h1", ".tier .point >> nth=0", ".matrix table >> nth=0"):
        sync_api.expect(page.locator(shown)).to_be_visible()
    for hidden in ("nav", ".articles", ".clean", ".decide >> nth=0"):
        sync_api.expect(page.locator(hidden)).to_be_hidden()


def test_the_largest_page_opens_in_time(opened: Open, tmp_path: Path) -> None:
    """A wall clock on a busy machine tells little: the best of three counts."""
    (tmp_path / "report.html").write_text(render(report()), encoding="utf-8")
    took = [opened(tmp_path / "report.html").evaluate(LOADED) / 1_000 for _ in range(3)]
    assert min(took) < OPENS_IN


def test_it_reads_from_right_to_left_where_the_article_does(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("وقالت الوزارة إن العبارة غادرت الميناء يوم الاثنين.\n\nShare\n", encoding="utf-8")
    page = opened(audited(tmp_path / "report.html", str(tmp_path / "a.txt")))
    line = page.locator("#d1-l1")
    assert line.evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_an_article_that_is_no_friend_does_nothing(opened: Open, tmp_path: Path) -> None:
    evil = (
        "\"'><script>document.title='RUN'</script><img src=x onerror=\"document.title='RUN'\"></style></title>{{7*7}}"
    )
    for number in (2, 9):
        text = f"{evil}\n{number} people died in the fire in Kyiv on Monday, officials {evil} said.\nShare {evil}\n"
        (tmp_path / f"{number}<b>'.txt").write_text(text, encoding="utf-8")
    page = opened(audited(tmp_path / "report.html", str(tmp_path)))
    assert "RUN" not in page.title()
    assert page.locator("script, img").count() == 0
    assert "49" not in (page.locator("article.text").first.text_content() or "")


def test_a_folder_leads_from_what_differs_to_the_articles_and_back(opened: Open, tmp_path: Path) -> None:
    page = opened(audited(tmp_path / "report", str(ROOT / "seeds")))
    assert page.locator("article.text").count() == 0
    link = page.locator(".tier .who a").first
    link.click()
    place = page.url.rpartition("#")[2]
    sync_api.expect(page.locator(f"[id='{place}']").first).to_be_in_viewport()
    assert "article-" in page.url
    page.get_by_role("link", name="All articles").click()
    sync_api.expect(page.locator("h1")).to_be_in_viewport()
    assert page.url.endswith("index.html#top")
