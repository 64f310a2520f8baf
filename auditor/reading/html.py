"""HTML pages: the article as trafilatura extracts it, with the title, byline, date and address of its metadata,
and the language that the page says it is in (`<html lang="de">`).

Offsets are code points of the extracted text, which is what a report shows; what the extractor leaves of the page is
found as residue like in any text.
"""

from __future__ import annotations

from html.parser import HTMLParser
from io import BufferedReader
from typing import Any

from auditor.model import Document
from auditor.reading.text import Unreadable, article, make_document, read_text

SUFFIXES = frozenset({".html", ".htm"})
"""Endings of the names of pages."""

_LATEST = "2100-01-01"
"""No page is dated later; without a limit of our own the extractor takes today's date for one."""
_HEAD = 20_000
"""Characters in which a page opens."""


def read_page(name: str, stream: BufferedReader, size: int) -> Document:
    """The article of a page. Raises ``Unreadable`` where there is none, or the extra ``html`` is not installed."""
    source = read_text(stream, size)
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise Unreadable(
            "Reading HTML needs trafilatura: pip install 'source-auditor[html]', or save the text of the article as .txt."
        ) from error
    found: Any = bare_extraction(
        source, with_metadata=True, include_comments=False, date_extraction_params={"max_date": _LATEST}
    )
    if found is None or not (found.text or "").strip():
        raise Unreadable("No article is found in this page. Save its text as .txt.")
    return make_document(
        name,
        article(found.text),
        path=name,
        source=found.sitename or found.hostname,
        url=found.url,
        title=found.title,
        byline=found.author,
        date=found.date,
        language=_language(source),
    )


class _Opening(HTMLParser):
    """Reads what the first tag of a page says of its language."""

    language: str | None = None
    _open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the attributes of the first ``html`` tag."""
        if tag == "html" and not self._open:
            self._open = True
            given = dict(attrs)
            self.language = given.get("lang") or given.get("xml:lang")


def _language(source: str) -> str | None:
    opening = _Opening()
    opening.feed(source[:_HEAD])
    return opening.language
