"""Lines that recur on the pages of one source: furniture of its site, counted in one pass over the documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from auditor.model import Document

LEAST = 3
"""A line is furniture of a source from as many of its pages on ..."""
SHARE = 0.01
"""... and from this share of them: in a large source some sentence of its own will come back by chance."""
_LONGEST = 300
"""Characters; a longer line that comes back is a copied paragraph."""


def source_of(document: Document) -> str:
    """The source a document names, else the host of its address, else nothing: pages without one are of one unknown."""
    host = urlsplit(document.url).hostname if document.url else None
    return document.source or (host or "").removeprefix("www.")


def recurring_lines(documents: Iterable[Document]) -> Mapping[str, frozenset[str]]:
    """For each source the lines that stand on several of its pages.

    Copies and versions of one article count once: what tells articles apart is their longest line. Of an unknown
    source only lines that are no sentence count, since a sentence may be quoted by several.
    """
    pages: dict[str, int] = defaultdict(int)
    articles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for document in documents:
        source = source_of(document)
        lines = {line for line in map(str.strip, document.text.splitlines()) if line}
        found = articles[source]
        article = max(lines, key=lambda line: (len(line), line), default="")
        pages[source] += 1
        for line in lines:
            if len(line) <= _LONGEST and (source or not line.endswith((".", "”", '"', "’"))):
                found[line].add(article)
    return {
        source: frozenset(line for line, where in found.items() if len(where) >= max(LEAST, SHARE * pages[source]))
        for source, found in articles.items()
    }
