"""Mentions: a claim with the words around it, which tell what it is about.

Two articles that give one fact share the rare words beside it - its verb, what is counted, who acts - far more than they
share whole sentences (measured on real news: the best sentence similarity of conflicts and of traps has the same
median). So each mention keeps the words of its sentence with their nearness, by lemma and by concept.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from auditor.extract.names import Names, find_names
from auditor.lexicon.concepts import CONCEPTS, PHRASE_OPENERS, PHRASES, STATES
from auditor.lexicon.lemmas import lemma
from auditor.lexicon.light import LIGHT
from auditor.model import Article, Claim, ClaimKind, Quotation, Role
from auditor.subjects.parallel import Sentence, sentences

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[\d.,]*\d|[;:()—–,]")
_PAUSE = {";": 6, ":": 4, "—": 6, "–": 6, "(": 4, ")": 4, ",": 2}
"""Words that a mark counts for when the distance between two words is taken."""
_TURNS = frozenset("and but while when whereas although though which who whose after before".split())
_TURN = 2
_HALF = 8.0
"""Words at which the nearness of a word has fallen to one half."""
_PARAGRAPH_AWAY, _POINTED_AWAY = 25, 8
"""Words that the sentence before counts as away, and where a pronoun at the front points back to it."""
_POINTING = frozenset("it he she they this that these those its his her their".split())
_STATE_REACH = 9
"""Words, with pauses counted, within which a verb says what became of the people counted."""
_MOST = 60
"""Words of one context: longer sentences are lists."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a context: its labels (lemma, concepts, name or value), the nearness from 0 to 1, and its place."""

    labels: tuple[str, ...]
    near: float
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A claim with its context.

    ``words`` are those of its sentence and, further away, of the one before; ``state`` is what the nearest verb says
    became of the people counted, or empty; ``names`` are the keys of the names in its sentence; ``role`` that of its block.
    """

    claim: Claim
    sentence: tuple[int, int]
    words: tuple[Word, ...]
    state: str
    names: frozenset[str]
    role: Role

    @property
    def document(self) -> str:
        """The id of the document it stands in."""
        return self.claim.span.document


class Story:
    """One article read for comparison: its mentions, and in how many sentences each label stands."""

    def __init__(self, article: Article) -> None:
        """Read the article's claims and names; nothing is looked up before it is asked for."""
        self.article = article
        self._names = find_names(article.prose)
        self._starts = [start for start, _ in article.prose.sentences]

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions of the article in reading order."""
        return tuple(self._mention(claim) for claim in self.article.claims if not isinstance(claim.value, Quotation))

    @cached_property
    def spread(self) -> Counter[str]:
        """In how many sentences of the article each label stands."""
        return Counter(label for sentence in self._read for label in {label for word in sentence for label in word[0]})

    @cached_property
    def tokens(self) -> tuple[Sentence, ...]:
        """The sentences of the article as tokens, for finding parallel ones."""
        return tuple(sentences(self.article))

    @property
    def names(self) -> Names:
        """The names of the article."""
        return self._names

    @cached_property
    def _read(self) -> list[list[tuple[tuple[str, ...], int, int, int]]]:
        claims = [c for c in self.article.claims if c.kind in _VALUED]
        return [
            list(_words(self.article.prose.text, place, self._names, claims)) for place in self.article.prose.sentences
        ]

    def _mention(self, claim: Claim) -> Mention:
        number = max(0, bisect_right(self._starts, claim.span.start) - 1)
        place = self.article.prose.sentences[number] if self.article.prose.sentences else (0, 0)
        own = self._read[number] if self._read else []
        words = [*_near(own, claim), *self._before(number, own)]
        return Mention(
            claim,
            place,
            tuple(sorted(words, key=lambda word: (-word.near, word.start))[:_MOST]),
            _state(own, claim),
            frozenset(name.key for name in self._names.within(*place)),
            self._role(claim),
        )

    def _before(self, number: int, own: Sequence[tuple[tuple[str, ...], int, int, int]]) -> Iterator[Word]:
        """The words of the sentence before in the same paragraph, further away the less this one points back to it."""
        if number == 0:
            return
        text, sentences = self.article.prose.text, self.article.prose.sentences
        if "\n" in text[sentences[number - 1][1] : sentences[number][0]]:
            return
        opener = text[sentences[number][0] : sentences[number][0] + 8].lower().split()
        away = _POINTED_AWAY if opener and opener[0] in _POINTING else _PARAGRAPH_AWAY
        for labels, _, start, end in self._read[number - 1]:
            yield Word(labels, _nearness(away), start, end)

    def _role(self, claim: Claim) -> Role:
        starts = [block.start for block in self.article.blocks]
        at = bisect_right(starts, claim.span.start) - 1
        return self.article.blocks[at].role if at >= 0 else Role.BODY


_VALUED = frozenset({ClaimKind.DATE, ClaimKind.TIME, ClaimKind.DURATION, ClaimKind.QUANTITY})


def _nearness(distance: float) -> float:
    return 1 / (1 + distance / _HALF)


def _words(
    text: str, place: tuple[int, int], names: Names, claims: Sequence[Claim]
) -> Iterator[tuple[tuple[str, ...], int, int, int]]:
    """The content words of a sentence: labels, position in words with pauses counted, start and end."""
    tokens = list(_TOKEN.finditer(text, *place))
    lemmas = [lemma(token.group().lower()) for token in tokens]
    known = {name.span.start: name for name in names.within(*place)}
    starts = [claim.span.start for claim in claims]
    values = {c.span.start: c for c in claims[bisect_left(starts, place[0]) : bisect_left(starts, place[1])]}
    position = skip_to = 0
    for index, token in enumerate(tokens):
        word = token.group()
        position += 1 + (_PAUSE.get(word, 0) or (_TURN if word in _TURNS else 0))
        if token.start() < skip_to:
            continue
        name, claim = known.get(token.start()), values.get(token.start())
        if name:
            skip_to = name.span.end
            yield (f"name:{name.key}",), position, token.start(), name.span.end
        elif claim:
            yield (f"={claim.kind}:{_plain(claim)}",), position, token.start(), claim.span.end
        phrase = _phrase(lemmas, index)
        if phrase:
            yield phrase, position, token.start(), token.end()
        if not name and word[0].isalpha() and lemmas[index] not in LIGHT:
            yield (lemmas[index], *_concepts(lemmas[index])), position, token.start(), token.end()


def _plain(claim: Claim) -> str:
    return " ".join(claim.span.text.lower().split())


def _phrase(lemmas: Sequence[str], index: int) -> tuple[str, ...]:
    if lemmas[index] not in PHRASE_OPENERS:
        return ()
    for size in (5, 4, 3, 2):
        concepts = PHRASES.get(tuple(lemmas[index : index + size]))
        if concepts:
            return tuple(f"~{concept}" for concept in concepts)
    return ()


def _concepts(word: str) -> Iterator[str]:
    return (f"~{concept}" for concept in CONCEPTS.get(word, ()))


def _near(read: Iterable[tuple[tuple[str, ...], int, int, int]], claim: Claim) -> Iterator[Word]:
    """The words of the claim's own sentence; of a quantity also what it counts, at no distance."""
    read = list(read)
    first, last = _extent(read, claim)
    for labels, position, start, end in read:
        inside = claim.span.start <= start < claim.span.end
        if inside and (claim.kind != ClaimKind.QUANTITY or labels[0].startswith("=")):
            continue  # the value itself is what is compared
        yield Word(labels, _nearness(max(0, first - position, position - last)), start, end)


def _extent(read: Sequence[tuple[tuple[str, ...], int, int, int]], claim: Claim) -> tuple[int, int]:
    """The positions of the first and the last word of a claim, or of the word before it where it has none of its own."""
    own = [position for _, position, start, _ in read if claim.span.start <= start < claim.span.end]
    if own:
        return own[0], own[-1]
    before = [position for _, position, start, _ in read if start < claim.span.start]
    at = before[-1] + 1 if before else 0
    return at, at


def _state(read: Sequence[tuple[tuple[str, ...], int, int, int]], claim: Claim) -> str:
    """What the nearest word of a state says became of those counted; one behind the number before one ahead of it."""
    first, last = _extent(read, claim)
    found = [
        (distance, start < claim.span.start, label[1:])
        for labels, position, start, _ in read
        for label in labels
        if label[:1] == "~"
        and label[1:] in STATES
        and (distance := max(0, first - position, position - last)) <= _STATE_REACH
    ]
    return min(found)[2] if found else ""
