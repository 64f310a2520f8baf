"""Sketches: the little of an article that tells which others may tell its story. Stories are planned from sketches alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import log, log1p, sqrt

from auditor.languages.en.code.names import find_names
from auditor.languages.en.lists import LISTS
from auditor.model import Article
from auditor.wording import BY_SPEAKER, quotation_keys

_RARE = 10
"""Articles in a thousand that are taken to hold a name that is not common."""


def _rarity(per_mille: int) -> float:
    """How much a name says that so many articles in a thousand hold."""
    return log(1000 / per_mille)


_RARITY = {name: _rarity(number) for name, number in LISTS.numbers("common_names", "per_mille").items()}
RAREST = _rarity(_RARE)
"""What a name says that is not common."""


def rarity(name: str) -> float:
    """How much it says that two articles share a name. It is the same whatever else is in the set."""
    return _RARITY.get(name, RAREST)


@dataclass(frozen=True)
class Sketch:
    """What tells of an article which others may tell its story.

    ``source`` is the id of the article that stands for it and its copies; ``language`` the code of a language that is read,
    empty where none is; ``names`` are its names with how often each stands in it; ``days`` the first and the last day, as
    ordinals, on which it may have been written, ``None`` where that is not known; ``quoted`` the runs of words of its quotations.
    """

    document: str
    source: str
    language: str
    names: tuple[tuple[str, int], ...]
    days: tuple[int | None, int | None]
    quoted: frozenset[tuple[str, ...]]

    @cached_property
    def weights(self) -> dict[str, float]:
        """What each name says of the story, the squares of all together 1."""
        told = {name: log1p(times) * rarity(name) for name, times in self.names}
        length = sqrt(sum(weight * weight for weight in told.values()))
        return {name: weight / length for name, weight in told.items() if weight}


def sketch(article: Article, source: str | None = None) -> Sketch:
    """The sketch of an article; ``source`` is the id of the article that stands for it and its copies, if it has any."""
    window = article.window
    read = article.language.read
    names = Counter(name.key for name in find_names(article.prose).all) if read else Counter()
    return Sketch(
        article.document.id,
        source or article.document.id,
        article.language.code if read else "",
        tuple(sorted(names.items())),
        tuple(day.toordinal() if day else None for day in (window.earliest, window.latest)),  # type: ignore[arg-type]
        frozenset(key for claim in article.claims for key in quotation_keys(claim) if key[0] != BY_SPEAKER),
    )


def likeness(one: Sketch, other: Sketch) -> float:
    """How much two articles speak of the same names, from 0 to 1: the cosine, rare names counting more."""
    mine, theirs = sorted((one.weights, other.weights), key=len)
    return sum(weight * theirs[name] for name, weight in mine.items() if name in theirs)
