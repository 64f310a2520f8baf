"""The report as a page and as a folder of pages: what stands in it, read without a browser."""

from __future__ import annotations

import hashlib
import html.parser
import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import (
    Asked,
    BaselineState,
    Claim,
    ClaimKind,
    Copies,
    Decision,
    Family,
    Finding,
    Judgement,
    Known,
    Report,
    Severity,
    Side,
    Span,
    Timex,
)
from auditor.reports import Showing
from auditor.reports.html import chosen, pages, render

Make = Callable[..., Report]
VOID = ("meta", "link", "br", "img", "input", "line", "circle", "path")


class Page(html.parser.HTMLParser):
    """Collects tags, links, ids, headings, and the text of the articles."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.articles: list[str] = []
        self.styles = ""
        self._open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag not in VOID:
            self._open.append("lines" if found.get("class") == "lines" else tag)
        if tag == "article":
            self.articles.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if "lines" in self._open and "p" in self._open:
            self.articles[-1] += data
        if self._open and self._open[-1] == "style":
            self.styles += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [found for name, found in self.tags if name == tag]

    @property
    def ids(self) -> list[str]:
        return [found["id"] or "" for _, found in self.tags if "id" in found]

    @property
    def hrefs(self) -> list[str]:
        return [found["href"] or "" for found in self.all("a") if "href" in found]


def asking(report: Report, **changed: object) -> Report:
    """The report, its error asking when the talks were, of the two days that it holds against each other."""
    first = next(one for one in report.findings if one.severity is Severity.ERROR)
    sides = (Side("2 June 2025", (first.primary,)), Side("5 June 2025", first.related))
    asked = Asked("date", "the talks", "When were the talks?", sides, "Both hold only if there were two rounds.")
    mine = replace(first, asked=asked, **changed)
    return replace(report, findings=tuple(mine if one is first else one for one in report.findings))


def error_of(report: Report) -> Finding:
    return next(one for one in report.findings if one.severity is Severity.ERROR)


def test_each_article_stands_in_full(sample: Report) -> None:
    # A page cannot hold the escape character of a terminal: U+FFFD stands in its place.
    texts = [article.document.text.replace("\x1b", "\ufffd") for article in sample.articles]
    assert Page(render(sample)).articles == texts


def test_links_lead_somewhere_and_ids_are_unique(sample: Report) -> None:
    found = Page(render(asking(sample)))
    assert len(found.ids) == len(set(found.ids))
    inside = [href for href in found.hrefs if href.startswith("#")]
    assert len(inside) > 20
    assert [href for href in inside if href[1:] not in found.ids] == []


def test_nothing_of_an_article_runs_or_loads(sample: Report) -> None:
    found = Page(render(asking(sample)))
    assert {"script", "img", "iframe", "link", "object"} & {tag for tag, _ in found.tags} == set()
    names = {name for _, attributes in found.tags for name in attributes}
    assert [name for name in names if name.startswith("on") or name in ("style", "src", "action")] == []
    assert [href for href in found.hrefs if not href.startswith("#")] == ["https://example.org/a?b=1&c=2"]


def test_the_policy_lets_through_the_styles_of_the_page_alone(sample: Report) -> None:
    found = Page(render(sample))
    policy = next(one["content"] or "" for one in found.all("meta") if one.get("http-equiv"))
    digest = b64encode(hashlib.sha256(found.styles.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "url(" not in found.styles
    assert "@import" not in found.styles


def test_headings_are_in_order(sample: Report) -> None:
    levels = [int(tag[1]) for tag, _ in Page(render(asking(sample))).tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_point_says_who_says_what_and_how_to_decide(sample: Report) -> None:
    source = render(asking(sample), Showing(paths=("story dir",)))
    told = re.sub(r"\s+", " ", source)
    assert "<h1>4 articles, 4 sources. 2 points differ; 2 lines are not article.</h1>" in told
    assert '<span dir="auto">When were the talks?</span>' in told
    assert "The second round of talks in Istanbul was held on <mark>2 June 2025</mark>, three years" in told
    assert re.search(r'<a href="#d1-\d+-\d+">talks:4</a>', told)
    assert re.search(r'<a href="#d2-\d+-\d+">reply:2</a>', told)
    assert "Both hold only if there were two rounds." in told
    assert re.search(
        r'id="p-(\w+)".*auditor decide \1 &#39;story dir&#39; --dismiss --reason &#39;why it is none&#39;', told
    )


def test_the_table_has_a_column_for_each_source_that_answers(sample: Report) -> None:
    source = render(asking(sample))
    table = source[source.index('id="matrix"') : source.index("</table>")]
    assert [re.sub("<[^>]+>|\\s+", "", one) for one in re.findall(r"<th[^>]*>(.*?)</th>", table, re.DOTALL)][:3] == [
        "Question",
        "reply",
        "talks",
    ]
    copied = render(replace(asking(sample), copies=(Copies(("reply.txt", "talks.txt")),)))
    assert "talks</a> = " in copied or "reply</a> = " in copied
    assert "reply and talks are one source: one changed it" in copied.replace("talks and reply", "reply and talks")


def test_dates_stand_on_a_line_and_those_that_clash_say_so(sample: Report) -> None:
    report = asking(sample)
    error = error_of(report)
    days = {error.primary: "2025-06-02", error.related[0]: "2025-06-05"}
    articles = []
    for article in report.articles:
        mine = [
            Claim(ClaimKind.DATE, span, Timex(day))
            for span, day in days.items()
            if span.document == article.document.id
        ]
        articles.append(replace(article, claims=tuple(mine)))
    source = render(replace(report, articles=tuple(articles)))
    drawing = source[source.index("<svg") : source.index("</svg>")]
    assert drawing.count('class="clash"') == 2
    assert re.findall(r'class="day"[^>]*>([^<]+)<', drawing) == ["2 Jun", "5 Jun"]
    assert source.count("clashes, point 1") == 2
    assert "<svg" not in render(report)


def test_what_is_known_or_dismissed_is_folded_away(sample: Report) -> None:
    dismissed = Decision(Known("aa11", "c", (), ""), Judgement.DISMISSED, "as printed", "A. Writer")
    source = render(asking(sample, decision=dismissed))
    assert "1 point differs" in source
    folded = source[source.index('id="more"') :]
    assert "When were the talks?" in folded
    assert "dismissed by A. Writer: as printed" in folded
    known = render(asking(sample, state=BaselineState.UNCHANGED))
    assert "When were the talks?" in known[known.index('id="more"') :]


def test_problems_stand_before_anything_that_was_found(sample: Report) -> None:
    source = render(sample)
    assert source.index("cannot be &lt;decoded&gt; as UTF-8") < source.index('id="main"')


def test_a_finding_about_a_whole_article_marks_none_of_it(sample: Report) -> None:
    document = sample.articles[0].document
    whole = Finding(
        "copied-article",
        Family.SOURCING,
        Severity.WARNING,
        error_of(sample).confidence,
        "It is a copy.",
        document.span(0, len(document.text)),
        fingerprint="ff66",
    )
    source = render(replace(sample, findings=(whole,)))
    assert f'id="d1-0-{len(document.text)}"' not in source
    assert "It is a copy." in source[source.index('id="d1"') :]


def test_filters_offer_what_there_is_to_tell_apart(sample: Report, empty: Report) -> None:
    found = Page(render(asking(sample)))
    inputs = [one["id"] for one in found.all("input")]
    assert inputs == [
        *("k-conflict", "k-residue", "v-error", "v-warning", "v-note"),
        *("a-all", "a-1", "a-2", "a-3", "a-4"),
    ]
    assert all(f"#{one}:" in found.styles for one in inputs if one != "a-all")
    hidden = [one for _, one in found.tags if "data-k" in one]
    assert {one["data-k"] for one in hidden} == {"conflict", "residue"}
    assert {"1 2"} <= {one["data-a"] for one in hidden}
    assert Page(render(empty)).all("input") == []


def test_caps_are_stated(sample: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen, "MOST_IN_DOCUMENT", 2)
    monkeypatch.setattr(chosen, "MOST_POINTS", 1)
    residue = next(one for one in sample.findings if one.check == "share-button")
    conflicts = [one for one in sample.findings if one.family is Family.CONFLICT]
    lines = sample.articles[0].document.text
    more = [
        replace(residue, primary=sample.articles[0].document.span(at, at + 3), fingerprint=f"{at:04}")
        for at in range(len(lines) - 40, len(lines) - 4, 4)
    ]
    others = [replace(one, severity=Severity.WARNING) for one in conflicts]
    source = render(replace(sample, findings=tuple(sorted([*others, *more], key=lambda one: one.order))))
    assert "1 of 2 shown" in source
    assert "2 of 9 shown" in source


def test_a_page_that_would_be_too_large_leaves_the_articles_out(
    sample: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "MOST_CHARACTERS", 100)
    source = render(asking(sample))
    found = Page(source)
    assert found.articles == []
    assert "writes a folder instead" in source
    assert [href for href in found.hrefs if href.startswith("#") and href[1:] not in found.ids] == []


def test_a_folder_holds_a_page_for_each_article_and_links_lead_from_one_to_the_other(sample: Report) -> None:
    files: Mapping[str, str] = render.files(asking(sample), Showing())
    assert list(files) == ["index.html", *(f"article-{number}.html" for number in range(1, 5))]
    pages = {name: Page(source) for name, source in files.items()}
    texts = [article.document.text.replace("\x1b", "\ufffd") for article in sample.articles]
    assert [pages[f"article-{number}.html"].articles for number in range(1, 5)] == [[text] for text in texts]
    for name, found in pages.items():
        for href in found.hrefs:
            file, _, anchor = href.partition("#")
            if not href.startswith("https:"):
                assert anchor in pages[file or name].ids, (name, href)


def test_no_score_and_no_verdict_on_truth(sample: Report) -> None:
    assert "score" not in render(sample).lower()


def test_an_empty_report_is_a_page(empty: Report) -> None:
    assert "No document was read" in render(empty)


def test_one_report_is_one_text(sample: Report) -> None:
    assert render(asking(sample)) == render(asking(sample))


@settings(deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_text_is_escaped(report_of: Make, text: str) -> None:
    found = Page(render(report_of(text, (0, len(text)), message=text)))
    assert found.articles[0] == text


def test_marks_cover_their_words_where_places_overlap(report_of: Make) -> None:
    text = "The war has entered its second year, they said."
    places = [(4, 20), (8, 35), (24, 30)]
    source = render(report_of(text, *places))
    for start, end in places:
        assert f'id="d1-{start}-{end}"' in source
    lines = source[source.index('class="lines"') :]
    marked = "".join(re.findall(r"<mark [^>]*>(?:<span[^>]*></span>)*<a[^>]*>([^<]*)</a></mark>", lines))
    assert marked == text[4:35]
    assert Page(source).articles[0] == text


def test_a_place_outside_the_report_is_named_and_not_linked(sample: Report) -> None:
    report = asking(sample, related=(Span("elsewhere.txt", 0, 6, "5 June"),))
    source = render(report)
    assert "When were the talks?" in source
