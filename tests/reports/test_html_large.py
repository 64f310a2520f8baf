"""A page of a large report: its size, and that it comes to an end."""

from __future__ import annotations

from auditor.reports.html import render
from tests.benchmarks.large_report import DOCUMENTS, KINDS, report
from tests.patience import patience

MOST_BYTES = 10_000_000


def test_a_thousand_documents_with_ten_thousand_findings() -> None:
    large = report()
    assert (len(large.articles), len(large.findings)) == (DOCUMENTS, DOCUMENTS * len(KINDS))
    with patience():
        page = render(large)
    assert len(page.encode()) <= MOST_BYTES
    assert "300 of 2,000 shown" in page
    assert "writes a folder instead" in page


def test_as_many_articles_as_one_page_holds() -> None:
    page = render(report(800))
    assert len(page.encode()) <= MOST_BYTES
    assert page.count('<article class="text"') == 800
