"""Articles by language: what reads words compares articles of one language alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from auditor.model import Article, Language

_Part = TypeVar("_Part")


def by_language(
    parts: Iterable[_Part], article_of: Callable[[_Part], Article]
) -> Sequence[tuple[Language, Sequence[_Part]]]:
    """What belongs to the articles of each language, in the order of the codes and in their own."""
    found: dict[str, list[_Part]] = defaultdict(list)
    for part in parts:
        found[article_of(part).language.code].append(part)
    return [(article_of(found[code][0]).language, found[code]) for code in sorted(found)]
