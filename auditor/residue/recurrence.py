"""Lines that recur on the pages of one source: furniture of its site, counted in one pass over the documents.

What an index holds of other pages of the source counts with those at hand (``auditor.store.index``).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from auditor.model import Document

LEAST = 3
"""A line is furniture of a source from as many of its pages on ..."""
SHARE = 0.01
"""... and from this share of them: in a large source some sentence of its own will come back by chance."""
_LONGEST = 300
"""Characters; a longer line that comes back is a copied paragraph."""


Site = tuple[str, str]
"""The name of a source, or none and the group of documents that are of one unknown source."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a document tells of its source: its lines that may be furniture, and which article it is.

    Copies and versions of one article count once: what tells articles apart is their longest line, kept as a digest.
    """

    site: Site
    article: str
    lines: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a source from other pages: how many there are, and the articles that have a line."""

    pages: int
    articles: Mapping[str, Collection[str]]


Known = Callable[[Site, Collection[str]], Seen]
"""What an index knows of a source and some lines."""


def nothing(_site: Site, _lines: Collection[str]) -> Seen:
    """What is known without an index."""
    return Seen(0, {})


def site_of(document: Document) -> Site:
    """The source a document names, else the host of its address, else the unknown source of its group."""
    name = document.source or document.host.removeprefix("www.")
    return (name, "") if name else ("", document.group)


def page_of(document: Document) -> Page:
    """What a document tells of its source.

    Of an unknown source only lines that are no sentence count, since a sentence may be quoted by several.
    """
    site = site_of(document)
    lines = {line for line in map(str.strip, document.text.splitlines()) if line}
    longest = max(lines, key=lambda line: (len(line), line), default="")
    article = hashlib.blake2b(longest.encode(errors="surrogatepass"), digest_size=8).hexdigest()
    return Page(site, article, frozenset(line for line in lines if _may_recur(line, named=bool(site[0]))))


def _may_recur(line: str, *, named: bool) -> bool:
    return len(line) <= _LONGEST and (named or not line.endswith((".", "”", '"', "’")))


def recurring_lines(documents: Iterable[Document], known: Known = nothing) -> Mapping[Site, frozenset[str]]:
    """For each source of the documents the lines that stand on several of its pages, those an index knows counted in."""
    pages: dict[Site, int] = defaultdict(int)
    articles: dict[Site, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for page in map(page_of, documents):
        pages[page.site] += 1
        found = articles[page.site]
        for line in page.lines:
            found[line].add(page.article)
    return {
        site: frozenset(_recurring(found, pages[site], known(site, found.keys()))) for site, found in articles.items()
    }


def _recurring(found: Mapping[str, set[str]], pages: int, seen: Seen) -> Iterable[str]:
    least = max(LEAST, SHARE * (pages + seen.pages))
    return (line for line, where in found.items() if len(where.union(seen.articles.get(line, ()))) >= least)
