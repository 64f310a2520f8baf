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


Site = tuple[str, str]
"""The name of a source, or none and the group of documents that are of one unknown source."""


def site_of(document: Document) -> Site:
    """The source a document names, else the host of its address, else the unknown source of its group."""
    host = urlsplit(document.url).hostname if document.url else None
    name = document.source or (host or "").removeprefix("www.")
    return (name, "") if name else ("", document.group)


def recurring_lines(documents: Iterable[Document]) -> Mapping[Site, frozenset[str]]:
    """For each source the lines that stand on several of its pages.

    Copies and versions of one article count once: what tells articles apart is their longest line. Of an unknown
    source only lines that are no sentence count, since a sentence may be quoted by several.
    """
    pages: dict[Site, int] = defaultdict(int)
    articles: dict[Site, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for document in documents:
        source = site_of(document)
        lines = {line for line in map(str.strip, document.text.splitlines()) if line}
        article = max(lines, key=lambda line: (len(line), line), default="")
        pages[source] += 1
        found = articles[source]
        for line in lines:
            if len(line) <= _LONGEST and (source[0] or not line.endswith((".", "”", '"', "’"))):
                found[line].add(article)
    return {
        source: frozenset(line for line, where in found.items() if len(where) >= max(LEAST, SHARE * pages[source]))
        for source, found in articles.items()
    }
