"""Articles in a row, wherever they lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import overload

from auditor.model import Article


class Row(Sequence[Article]):
    """Articles that are looked up by the ids of their documents, as a row in the order of these."""

    def __init__(self, articles: Mapping[str, Article], ids: Iterable[str] | None = None) -> None:
        """Take the articles as they lie, in memory or elsewhere; those of ``ids``, where some are named."""
        self._articles = articles
        self._ids = tuple(articles if ids is None else ids)

    @overload
    def __getitem__(self, at: int) -> Article: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Article]: ...

    def __getitem__(self, at: int | slice) -> Article | Sequence[Article]:
        """The article at a place, or those of several."""
        if isinstance(at, slice):
            return tuple(self._articles[one] for one in self._ids[at])
        return self._articles[self._ids[at]]

    def __iter__(self) -> Iterator[Article]:
        """The articles, each looked up when its turn comes."""
        return (self._articles[one] for one in self._ids)

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._ids)

    def __eq__(self, other: object) -> bool:
        """Whether another row holds the same articles in the same order."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Alike for rows of the same ids."""
        return hash(self._ids)
