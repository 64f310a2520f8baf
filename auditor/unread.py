"""Articles whose claims were not read, since there is no pack for their language, in words.

Names of documents are given as they are; who prints them makes them harmless.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from auditor.asked import named
from auditor.model import Article

MOST_LANGUAGES = 5
"""Languages that have a sentence of their own; the articles in others are counted."""


def unread(articles: Iterable[Article]) -> Iterator[str]:
    """A sentence for each language that has no pack, with its articles, the language of most articles first."""
    found: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        if not article.language.read:
            found[article.language.name].append(article.document.id)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    for language, documents in ordered[:MOST_LANGUAGES]:
        yield (
            f"The claims of {_counted(documents)} in {language} were not read ({named(sorted(documents))}): "
            f"there is no language pack for {language}."
        )
    if others := [document for _, documents in ordered[MOST_LANGUAGES:] for document in documents]:
        languages = len(ordered) - MOST_LANGUAGES
        more = f"{languages:,} more language{'' if languages == 1 else 's'}"
        yield f"The claims of {_counted(others)} in {more} were not read, for want of language packs."


def _counted(documents: list[str]) -> str:
    return f"{len(documents):,} article{'' if len(documents) == 1 else 's'}"
