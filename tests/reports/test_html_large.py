"""A page of a large report: its size, and the time it takes."""

from __future__ import annotations

import time

from auditor.model import Report
from auditor.reports.html import render
from tests.benchmarks.large_report import DOCUMENTS, KINDS, report

MOST_BYTES = 10_000_000
SECONDS = 3.0
"""Of CPU, for a thousand documents with ten findings each."""


def seconds(made: Report) -> float:
    """The CPU seconds of one rendering."""
    begun = time.process_time()
    render(made)
    return time.process_time() - begun


def test_a_thousand_documents_with_ten_thousand_findings() -> None:
    large = report()
    assert (len(large.articles), len(large.findings)) == (DOCUMENTS, DOCUMENTS * len(KINDS))
    page = render(large)
    assert len(page.encode()) <= MOST_BYTES
    assert "300 of 2,000 shown" in page
    assert "writes a folder instead" in page
    assert min(seconds(large) for _ in range(2)) <= SECONDS


def test_as_many_articles_as_one_page_holds() -> None:
    page = render(report(800))
    assert len(page.encode()) <= MOST_BYTES
    assert page.count('<article class="text"') == 800
