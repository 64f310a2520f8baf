"""A report as files: one page, or a folder with a page for each article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditor.model import Report
from auditor.reports import Showing
from auditor.reports.answers import answers
from auditor.reports.harmless import plain
from auditor.reports.html.articles import text_of
from auditor.reports.html.chosen import choose
from auditor.reports.html.filters import filters_of, hiding
from auditor.reports.html.links import INDEX, Form, links_of, page_name
from auditor.reports.html.notes import Notes
from auditor.reports.html.page import page_of
from auditor.reports.html.points import Points
from auditor.reports.html.rendering import rendered, styles

MOST_CHARACTERS = 2_500_000
"""Characters of articles that one page holds; the page of a report with more leaves their texts out and says so."""

_FIRST_PAGE = ("base", "points", "matrix", "timeline", "sourced", "lists", "article", "print")
_ARTICLE = ("base", "article")


def as_page(report: Report, showing: Showing) -> str:
    """The report as one HTML page, complete in itself; without the articles' texts where they would make it too large."""
    size = sum(len(document.text) for document in report.documents.values())
    return _Pages(report, showing, Form.PAGE if size <= MOST_CHARACTERS else Form.WITHOUT_ARTICLES).first()


def as_folder(report: Report, showing: Showing) -> Mapping[str, str]:
    """The report as files of a folder: ``index.html``, and a page for each article."""
    pages = _Pages(report, showing, Form.FOLDER)
    return {INDEX: pages.first(), **dict(pages.articles())}


class _Pages:
    """The pages of one report."""

    def __init__(self, report: Report, showing: Showing, form: Form) -> None:
        self._report = report
        self._answers = answers(report)
        self._chosen = choose(self._answers)
        self._links = links_of(self._answers, form, self._chosen.all)
        self._points = Points(self._links, self._chosen, showing.paths)
        self._notes = Notes(self._links, self._chosen, self._points)

    def first(self) -> str:
        """The first page, or the only one."""
        filters = filters_of(self._answers)
        page = page_of(self._links, self._chosen, self._points, self._notes, filters)
        made_of = styles(*_FIRST_PAGE) + hiding(filters)
        return rendered("page.html", made_of, page=page, version=plain(self._report.version))

    def articles(self) -> Iterator[tuple[str, str]]:
        """The pages of the articles, by the names of their files."""
        for number, article in enumerate(self._report.articles, 1):
            links = self._links.on(page_name(number))
            given = {"text": text_of(article, self._notes, links), "index": links.index("top")}
            yield (
                links.here,
                rendered("article_page.html", styles(*_ARTICLE), version=plain(self._report.version), **given),
            )
