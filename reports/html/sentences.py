"""Words in their sentence, as much of it as a reader needs to see what they say."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from auditor.model import Article, Document, Report, Span
from auditor.reports.harmless import plain
from auditor.reports.layout import shortened

AROUND = 110
"""Characters of a sentence that are shown on each side of the words it is quoted for."""
_AT_HAND = 64
"""Articles that are kept at hand, where they lie on disk: a page goes through the places of one after another."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words, and what stands before and after them in their sentence; an ellipsis where it is cut."""

    before: str
    words: str
    after: str


class Sentences:
    """The sentences of one report's articles."""

    def __init__(self, report: Report) -> None:
        """Take the report."""
        self._article = lru_cache(_AT_HAND)(report.article)

    def around(self, span: Span, most: int = AROUND) -> Quoted:
        """The words of a place in their sentence, or where they are in none, in their line."""
        words = plain(shortened(span.text.strip()))
        article = self._article(span.document)
        if article is None:
            return Quoted("", words, "")
        start, end = _sentence(article, span) or _line(article.document, span)
        text = article.document.text
        return Quoted(_ending(text[start : span.start], most), words, _beginning(text[span.end : end], most))


def _sentence(article: Article, span: Span) -> tuple[int, int] | None:
    sentences = article.prose.sentences
    number = bisect_right(sentences, span.start, key=lambda sentence: sentence[0]) - 1
    found = sentences[number] if number >= 0 else (0, 0)
    return found if found[0] <= span.start and span.end <= found[1] else None


def _line(document: Document, span: Span) -> tuple[int, int]:
    start = max(document.text.rfind(end, 0, span.start) + 1 for end in "\n\r")
    ends = [at for end in "\n\r" if (at := document.text.find(end, span.end)) >= 0]
    return start, min(ends, default=len(document.text))


def _ending(text: str, most: int) -> str:
    """The end of what stands before the words, cut between words."""
    if len(text) <= most:
        return plain(text).lstrip()
    _, space, whole_words = text[-most:].partition(" ")
    return "…" + plain(whole_words if space else text[-most:])


def _beginning(text: str, most: int) -> str:
    """The beginning of what stands after the words, cut between words."""
    if len(text) <= most:
        return plain(text).rstrip()
    whole_words, space, _ = text[:most].rpartition(" ")
    return plain(whole_words if space else text[:most]) + "…"
