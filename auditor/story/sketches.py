"""Sketches: the little of an article that tells which others may tell its story, or are copies of it.

Stories are planned from sketches alone, so that of a large set no more has to be in memory.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, log1p, sqrt
from zlib import crc32

from auditor.languages.en.code.names import find_names
from auditor.languages.en.lists import LISTS
from auditor.model import Article, Quotation, Window
from auditor.text.invisible import without
from auditor.text.regex import regex
from auditor.wording import BY_SPEAKER, quotation_keys

WORDS_IN_A_ROW = 5
"""Words of a run by which copies are found: two authors seldom write five words in one order."""
_LEAST = 40
"""Words of its own that an article needs to be told a copy: shorter ones are alike by chance."""
_RARE = 10
"""Articles in a thousand that are taken to hold a name that is not common."""
_WORD = regex(r"\w+")


_ELSEWHERE = 1_000
"""Articles on other things that a set is taken to be read among: what a small set is about is not common for that."""
_LEADING = 50
"""Articles in a thousand that hold a name, at most, which may bring two together."""
_COMMON = LISTS.numbers("common_names", "per_mille")
"""Of 60 articles on as many stories in one group, drawn twenty times from news that was not counted for the table, 46 pairs meet
with it and 453 without, for 1 % of the pairs of one story that no longer do."""


class Rarity:
    """How much it says that two articles share a name: the less, the more articles hold it.

    Of common names that is known of news at large; of others, what a large set holds often is less rare. In a small one it makes no
    difference what else there is: a name of less than a dozen articles is as rare as can be.
    """

    def __init__(self, articles: int, holders: Callable[[str], int]) -> None:
        """Take the number of articles of a set, and what says how many of them hold a name."""
        self.articles = articles
        self._holders = holders

    @classmethod
    def among(cls, sketches: Sequence[Sketch]) -> Rarity:
        """That of the names of a set."""
        return cls(len(sketches), Counter(name for one in sketches for name, _ in one.names).__getitem__)

    def share(self, name: str) -> float:
        """The share of all articles, in a thousand, that is taken to hold the name; at least that of a rare one."""
        if name in _COMMON:
            return _COMMON[name]
        return max(_RARE, 1000 * (self._holders(name) - 1) / (self.articles + _ELSEWHERE))

    def weights(self, sketch: Sketch) -> dict[str, float]:
        """What each name says of the story of an article, the squares of all together 1."""
        told = {name: log1p(times) * log(1000 / self.share(name)) for name, times in sketch.names}
        length = sqrt(sum(weight * weight for weight in told.values()))
        return {name: weight / length for name, weight in told.items() if weight}


@dataclass(frozen=True, slots=True)
class Sketch:
    """What tells of an article which others may tell its story, or are copies of it.

    ``language`` is the code of a language that is read, empty where none is; ``names`` are its names with how often each stands in
    it; ``days`` the first and the last day, as ordinals, on which it may have been written, ``None`` where that is not known.
    ``quoted`` are the runs of words of its quotations and ``own`` those of its own words, each as a checksum of four bytes;
    ``source`` is the id of the article that stands for it and its copies.
    """

    document: str
    group: str
    source: str
    language: str
    names: tuple[tuple[str, int], ...]
    days: tuple[int | None, int | None]
    quoted: bytes = b""
    own: bytes = b""

    @property
    def quoted_runs(self) -> Sequence[int]:
        """The runs of words of its quotations, each once and in order."""
        return _unpacked(self.quoted)

    @property
    def words_in_a_row(self) -> Sequence[int]:
        """Its runs of words in reading order, those in quotation marks left out; none of a short article."""
        return _unpacked(self.own)

    def copy_of(self, source: str | None) -> Sketch:
        """The sketch with the article that stands for it and its copies; itself where there is none but its own."""
        return replace(self, source=source) if source and source != self.source else self


def is_common(name: str) -> bool:
    """Whether so many articles of news at large hold the name that it brings no two together."""
    return _COMMON.get(name, 0) > _LEADING


def sketch(article: Article) -> Sketch:
    """The sketch of an article, which stands for itself."""
    read = article.language.read
    names = Counter(name.key for name in find_names(article.prose).all) if read else Counter()
    quoted = {key for claim in article.claims for key in quotation_keys(claim) if key[0] != BY_SPEAKER}
    return Sketch(
        article.document.id,
        article.document.group,
        article.document.id,
        article.language.code if read else "",
        tuple(sorted(names.items())),
        days_of(article.window),
        _packed(sorted({_checksum(run) for run in quoted})),
        _packed(map(_checksum, _runs(article))),
    )


def days_of(window: Window) -> tuple[int | None, int | None]:
    """The first and the last day of a window, as ordinals; ``None`` for an open bound."""
    earliest, latest = window.earliest, window.latest
    return earliest.toordinal() if earliest else None, latest.toordinal() if latest else None


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much two articles speak of the same names, from 0 to 1, by the weights of these: the cosine."""
    mine, theirs = sorted((one, other), key=len)
    return sum(weight * theirs[name] for name, weight in mine.items() if name in theirs)


def _runs(article: Article) -> list[Sequence[str]]:
    """The runs of words of the article's own prose, quotations left out; none where it is too short."""
    own = _own(article)
    return [own[at : at + WORDS_IN_A_ROW] for at in range(len(own) - WORDS_IN_A_ROW + 1)] if len(own) >= _LEAST else []


def _own(article: Article) -> list[str]:
    text, pieces, at = article.prose.text.lower(), [], 0
    if len(text) != len(article.prose.text):  # lower case of a few letters is longer: keep the offsets
        text = article.prose.text
    for claim in article.claims:
        if isinstance(claim.value, Quotation) and claim.span.start >= at:
            pieces.append(text[at : claim.span.start])
            at = claim.span.end
    return _WORD.findall(without(" ".join((*pieces, text[at:]))))


def _checksum(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode(errors="replace"))


def _packed(numbers: Iterable[int]) -> bytes:
    return array("I", numbers).tobytes()


def _unpacked(packed: bytes) -> Sequence[int]:
    found = array("I")
    found.frombytes(packed)
    return found
