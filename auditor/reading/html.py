"""HTML pages: the article as trafilatura extracts it, with the title, byline, date and address of its metadata,
and the language that the page says it is in (`<html lang="de">`).

Offsets are code points of the extracted text, which is what a report shows; what the extractor leaves of the page is
found as residue like in any text, and the paragraphs of the page that it left out of the article go with the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from io import BufferedReader
from typing import Any

from auditor.model import Document
from auditor.reading.text import Unreadable, article, make_document, read_text
from auditor.text.regex import regex

SUFFIXES = frozenset({".html", ".htm"})
"""Endings of the names of pages."""

_LATEST = "2100-01-01"
"""No page is dated later; without a limit of our own the extractor takes today's date for one."""
_PARAGRAPH = 80
"""Characters of the shortest paragraph that is missed: a button or a caption is shorter."""
_BETWEEN = regex(r"[\W_]+")
_HEAD = 20_000
"""Characters in which a page opens."""


def read_page(name: str, stream: BufferedReader, size: int) -> Document:
    """The article of a page. Raises ``Unreadable`` where there is none, or the extra ``html`` is not installed."""
    source = read_text(stream, size)
    try:
        from trafilatura import bare_extraction, load_html
    except ImportError as error:
        raise Unreadable(
            "Reading HTML needs trafilatura: pip install 'source-auditor[html]', or save the text of the article as .txt."
        ) from error
    found: Any = bare_extraction(
        source, with_metadata=True, include_comments=False, date_extraction_params={"max_date": _LATEST}
    )
    if found is None or not (found.text or "").strip():
        raise Unreadable("No article is found in this page. Save its text as .txt.")
    text = article(found.text)
    return make_document(
        name,
        text,
        tuple(_left_out(load_html(source), text)),
        path=name,
        source=found.sitename or found.hostname,
        url=found.url,
        title=found.title,
        byline=found.author,
        date=found.date,
        language=_language(source),
    )


def _left_out(page: Any, text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs that the extractor left out and that read as the article's, with the end of the one before each.

    They stand in one element with paragraphs that were taken, between two of those, and are as long as a sentence and end like one.
    What repeats a paragraph, or parts of the text, was not left out.
    """
    taken = _BETWEEN.sub("", text)
    places: dict[Any, list[tuple[str, int]]] = {}
    for paragraph in page.iter("p") if page is not None else ():
        words = " ".join(paragraph.text_content().split())
        at = text.find(words) if words else -1
        places.setdefault(paragraph.getparent(), []).append((words, at + len(words) if at >= 0 else at))
    for siblings in places.values():
        ends = [end for _, end in siblings]
        for number, (words, end) in enumerate(siblings):
            before = next((one for one in reversed(ends[:number]) if one >= 0), -1)
            amid = before >= 0 and any(one >= 0 for one in ends[number + 1 :])
            if end < 0 and amid and _reads_as_prose(words) and _BETWEEN.sub("", words) not in taken:
                yield before, words


def _reads_as_prose(words: str) -> bool:
    return len(words) >= _PARAGRAPH and words.rstrip('”"’)')[-1:] in (".", "?", "!")


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
