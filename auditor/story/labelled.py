"""An article labelled for comparison: its names, and every word of its sentences with the labels by which it meets others.

That is done once, when the article is made, and goes with it: neither the next run nor an archive reads the text again.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from auditor.languages.en.code.names import Name, Names, find_names
from auditor.languages.en.lexicon.concepts import CONCEPTS, PHRASE_OPENERS, PHRASES
from auditor.languages.en.lexicon.light import LIGHT
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import lemma
from auditor.model import Article, Claim, ClaimKind, Span, Timex, begun_in
from auditor.store.pickles import Known, Reader, named
from auditor.story.labels import Label, Sort
from auditor.story.plain import plain
from auditor.text.regex import regex

_TOKEN = regex(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[.,]{0,3}\d+(?:[.,]{1,3}\d+)*|[;:()—–,]")
_PAUSE = {";": 6, ":": 4, "—": 6, "–": 6, "(": 4, ")": 4, ",": 2}
"""Words that a mark counts for when the distance between two words is taken."""
_TURNS = LISTS.words("function_words", "turning")
_TURN = 2
"""Words that a turn of the sentence ("but", "while") counts for in the distance between two words."""
_VALUED = frozenset({ClaimKind.DATE, ClaimKind.TIME, ClaimKind.DURATION, ClaimKind.QUANTITY})


class Read(NamedTuple):
    """A word of a sentence as read: its labels, its position in words with pauses counted, its place, whether light."""

    labels: tuple[Label, ...]
    position: int
    start: int
    end: int
    light: bool = False


_Parts = tuple[tuple[Name, ...], tuple[tuple[Read, ...], ...]]


class Labelled:
    """The names of an article in reading order, and for each sentence of its prose the words as read.

    It travels closed, as bytes, which are read when somebody asks for a name or a word: most who are handed an article do not.
    """

    __slots__ = ("_closed", "_parts")

    def __init__(self, names: tuple[Name, ...], sentences: tuple[tuple[Read, ...], ...]) -> None:
        """Take the names and the words."""
        self._parts: _Parts | None = (names, sentences)
        self._closed = b""

    @property
    def names(self) -> tuple[Name, ...]:
        """The names. Raises what ``auditor.store.pickles.BROKEN`` names where it came as bytes that are no such parts."""
        return self._opened()[0]

    @property
    def sentences(self) -> tuple[tuple[Read, ...], ...]:
        """The words, sentence by sentence. Raises as ``names``."""
        return self._opened()[1]

    def _opened(self) -> _Parts:
        if self._parts is None:
            self._parts = Reader(self._closed, _known()).load()
        return self._parts

    def __getstate__(self) -> bytes:
        """What travels."""
        return self._closed or pickle.dumps(self._parts, protocol=pickle.HIGHEST_PROTOCOL)

    def __setstate__(self, closed: bytes) -> None:
        """Take what came."""
        self._closed, self._parts = closed, None

    def __eq__(self, other: object) -> bool:
        """Whether another holds the same names and words."""
        return isinstance(other, Labelled) and self._opened() == other._opened()

    __hash__ = None  # type: ignore[assignment]


@cache
def _known() -> Known:
    return named((Read, Label, Sort, Name, Span, ClaimKind))


def labelled(article: Article) -> Labelled:
    """The names of an article and the words of its sentences, with their labels."""
    prose, names = article.prose, find_names(article.prose)
    claims = [claim for claim in article.claims if claim.kind in _VALUED]
    return Labelled(names.all, tuple(tuple(_words(prose.text, place, names, claims)) for place in prose.sentences))


def _words(text: str, place: tuple[int, int], names: Names, claims: Sequence[Claim]) -> Iterator[Read]:
    """The words of a sentence: names and values as one word each, with the words of values read as words too."""
    tokens = list(_TOKEN.finditer(text, *place))
    kinds = [_kind_of(token.group()) for token in tokens]
    known = {name.span.start: name for name in names.within(*place)}
    values = {claim.span.start: claim for claim in begun_in(claims, *place)}
    opener = values.get(tokens[0].start()) if tokens else None
    entry = opener.span.end if opener and opener.kind in (ClaimKind.DATE, ClaimKind.TIME) else -1
    position = skip_to = 0
    for index, (token, kind) in enumerate(zip(tokens, kinds, strict=True)):
        start, end = token.span()
        if start < skip_to:
            continue
        position += 1
        if start != entry:  # "2 March: the choir met": the mark behind the date of an entry parts nothing
            position += kind.pause
        name, claim = known.get(start), values.get(start)
        if name:
            skip_to = name.span.end
            yield Read((Label(Sort.NAME, name.key),), position, start, skip_to)
        elif claim:
            skip_to = claim.span.end if isinstance(claim.value, Timex) else skip_to
            yield Read((Label(Sort.VALUE, plain(claim), claim.kind),), position, start, claim.span.end)
        if kind.opens and (phrase := _phrase(kinds, index)):
            yield Read(phrase, position, start, end)
        if kind.labels and not name and start >= skip_to:
            yield Read(kind.labels, position, start, end, kind.light)


class _Kind(NamedTuple):
    """What a word is wherever it stands: its lemma, its labels (none of a mark or a number), what it parts, what it may open."""

    lemma: str
    labels: tuple[Label, ...]
    light: bool
    pause: int
    opens: bool


@lru_cache(maxsize=100_000)
def _kind_of(word: str) -> _Kind:
    base = lemma(word.lower())
    labels = (Label(Sort.WORD, base), *_labels(CONCEPTS.get(base, ()))) if word[0].isalpha() else ()
    # "lasted" tells something, "last" may only point at a day
    light = base in LIGHT and (word.lower() == base or len(labels) == 1)
    return _Kind(base, labels, light, _PAUSE.get(word, 0) or (_TURN if word in _TURNS else 0), base in PHRASE_OPENERS)


def _phrase(kinds: Sequence[_Kind], index: int) -> tuple[Label, ...]:
    """The concepts of the phrase that a word opens; none where it opens none."""
    lemmas = tuple(kind.lemma for kind in kinds[index : index + 5])
    for size in (5, 4, 3, 2):
        concepts = PHRASES.get(lemmas[:size])
        if concepts:
            return _labels(concepts)
    return ()


def _labels(concepts: Iterable[str]) -> tuple[Label, ...]:
    return tuple(Label(Sort.CONCEPT, concept) for concept in concepts)
