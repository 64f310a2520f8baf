"""Articles whose claims were not read, or read and not compared, for want of a pack or a check for their language, in words.

Names of documents are given as they are; who prints them makes them harmless.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from auditor.asked import named
from auditor.model import Article, Rule

MOST_LANGUAGES = 5
"""Languages that have a sentence of their own; the articles in others are counted."""


def unread(articles: Iterable[Article], rules: Iterable[Rule] = ()) -> Iterator[str]:
    """A sentence for each language that has no pack, with its articles, the language of most articles first.

    Then one for each that has a pack, but whose words none of the rules, where there are any, reads.
    """
    without: dict[str, list[str]] = defaultdict(list)
    unchecked: dict[str, list[str]] = defaultdict(list)
    checked = [rule.languages for rule in rules if rule.languages is not None]
    for article in articles:
        if not article.language.read:
            without[article.language.name].append(article.document.id)
        elif checked and not any(article.language.code in codes for codes in checked):
            unchecked[article.language.name].append(article.document.id)
    ordered = _ordered(without)
    for language, documents in ordered[:MOST_LANGUAGES]:
        yield (
            f"The claims of {_counted(documents)} in {language} were not read ({named(sorted(documents))}): "
            f"there is no language pack for {language}."
        )
    if others := [document for _, documents in ordered[MOST_LANGUAGES:] for document in documents]:
        languages = len(ordered) - MOST_LANGUAGES
        more = f"{languages:,} more language{'' if languages == 1 else 's'}"
        yield f"The claims of {_counted(others)} in {more} were not read, for want of language packs."
    for language, documents in _ordered(unchecked):
        yield (
            f"The claims of {_counted(documents)} in {language} were read and not compared ({named(sorted(documents))}): "
            f"no check reads {language}. `auditor claims` lists them."
        )


def _ordered(found: Mapping[str, list[str]]) -> list[tuple[str, list[str]]]:
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def _counted(documents: list[str]) -> str:
    return f"{len(documents):,} article{'' if len(documents) == 1 else 's'}"
