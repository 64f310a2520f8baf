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
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import log
from typing import Any
from weakref import WeakKeyDictionary

from auditor.languages.en.code.datelines import dateline
from auditor.languages.en.code.names import Names, find_names
from auditor.languages.en.lists import LISTS
from auditor.languages.en.phrases.corrections import CORRECTION_NOTE
from auditor.model import Article, Claim, ClaimKind, Counted, Quotation, Role, Timex
from auditor.story.labelled import Labelled, Read, labelled
from auditor.story.labels import Label
from auditor.story.parallel import Parallel, Runs, Sentence, parallel, runs_of, sentences
from auditor.story.placings import find_placings
from auditor.story.plain import DAY_OF_YEAR, measure, plain
from auditor.wording import Word, words

_STATES = LISTS.words("concepts", "state")

_HALF = 8.0
"""Words at which the nearness of a word has fallen to one half."""
_PARAGRAPH_AWAY, _POINTED_AWAY = 25, 8
"""Words that the sentence before counts as away, and where a pronoun at the front points back to it."""
_POINTING = LISTS.words("function_words", "pointing")
_STATE_REACH = 9
"""Words, with pauses counted, within which a verb says what became of the people counted."""
_BESIDE = 0.38
"""Nearness of the words beside a claim: some thirteen words."""
_SCOPED = 0.6
"""How near a name stands that a value is of."""
_TYING = LISTS.words("function_words", "tying")
THING_NEAR = 0.6
"""Nearness of what is counted: it alone does not say that two counts are one."""
_COUNTING = LISTS.words("counting", "reaching")
_DEFINITE = LISTS.words("function_words", "definite")
_SHORT = 20
"""Sentences of which a shorter article is taken to be: too few say nothing of what is rare."""
_MOST = 60
"""Words of one context: longer sentences are lists."""
_CROWDED = 50
"""Claims of a sentence from which it is no prose but a table on one line: what is near what says nothing there."""


@dataclass(frozen=True, slots=True)
class ContextWord:
    """A word of a context: its labels (lemma, concepts, name or value), the nearness from 0 to 1, and its place."""

    labels: tuple[Label, ...]
    near: float
    start: int
    end: int

    @property
    def lemma(self) -> str:
        """The dictionary form of a word; empty for a name, a value or a phrase that stands for a class of words."""
        return self.labels[0].lemma


@dataclass(frozen=True, eq=False)
class Mention:
    """A claim with its context: that of ``sentence``, the ``number`` of its article, whose ``record`` it is in.

    What the context says is read when it is asked for, since most claims are compared with no other.
    """

    claim: Claim
    sentence: tuple[int, int]
    number: int
    record: Record = field(repr=False)

    @cached_property
    def _near(self) -> tuple[tuple[ContextWord, bool], ...]:
        """The words of its own sentence with their nearness, and whether each is light."""
        return tuple(_near(self.record.read(self.number), self.claim))

    @cached_property
    def words(self) -> tuple[ContextWord, ...]:
        """The words of its sentence and, further away, of the one before, without light ones, the nearest first."""
        words = [*(word for word, light in self._near if not light), *self.record.before(self.number)]
        return tuple(sorted(words, key=lambda word: (-word.near, word.start))[:_MOST])

    @cached_property
    def beside(self) -> tuple[ContextWord, ...]:
        """All words within a few of it."""
        return tuple(word for word, _ in self._near if word.near >= _BESIDE)

    @cached_property
    def state(self) -> str:
        """What the nearest verb says became of the people counted, or empty."""
        return _state(self.record.read(self.number), self.claim)

    @cached_property
    def scope(self) -> frozenset[str]:
        """The keys of the names right beside it that a preposition or a possessive ties to it ("in Spain")."""
        return frozenset(self._scope())

    def _scope(self) -> Iterator[str]:
        text = self.record.article.prose.text
        for word, _ in self._near:
            if word.near >= _SCOPED and word.labels[0].is_name:
                before = text[max(0, word.start - 12) : word.start].lower().removesuffix("the ").split()
                if (before and before[-1] in _TYING) or text[word.end : word.end + 2] in ("’s", "'s"):
                    yield word.labels[0].text

    @cached_property
    def dates(self) -> tuple[tuple[Claim, float], ...]:
        """The other time claims of the sentence with their nearness."""
        near = {word.start: word.near for word, _ in self._near}
        found = ((self.record.timed.get(start), near[start]) for start in sorted(near))
        return tuple((other, at) for other, at in found if other is not None and other is not self.claim)

    @cached_property
    def past(self) -> bool:
        """Whether one of the time claims of the sentence lies in a year before the article's own."""
        return self.record.is_past(self.sentence)

    @cached_property
    def quoted(self) -> bool:
        """Whether it stands in somebody's words."""
        return self.record.is_quoted(self.claim.span.start)

    @cached_property
    def names(self) -> frozenset[str]:
        """The keys of the names in its sentence."""
        return frozenset(name.key for name in self.record.names.within(*self.sentence))

    @cached_property
    def role(self) -> Role:
        """The role of its block."""
        return self.record.role(self.claim)

    @cached_property
    def index(self) -> dict[Label, list[ContextWord]]:
        """Its words by their labels."""
        at: dict[Label, list[ContextWord]] = {}
        for word in self.words:
            for label in word.labels:
                at.setdefault(label, []).append(word)
        return at

    @property
    def definite(self) -> bool:
        """Whether "the", "its" or the like stands right before it: it points back to what was named before."""
        at = self.claim.span.start
        return any(word.end == at - 1 and word.lemma in _DEFINITE for word in self.beside)

    @cached_property
    def neighbours(self) -> frozenset[Label]:
        """The labels of the two content words before it and the one behind it in its sentence."""
        start, end = self.sentence
        own = [word for word in self.words if start <= word.start < end]
        before = sorted((word for word in own if word.start < self.claim.span.start), key=lambda word: -word.near)
        after = sorted((word for word in own if word.start >= self.claim.span.end), key=lambda word: -word.near)
        return frozenset(label for word in (*before[:2], *after[:1]) for label in word.labels)

    @property
    def document(self) -> str:
        """The id of the document it stands in."""
        return self.claim.span.document


class Record:
    """One article read for comparison: its mentions, and in how many sentences each label stands.

    ``source`` is the id of the article that stands for it and its copies, its own where it has none; ``known`` holds what others
    made of it, by who did, and goes with it.
    """

    def __init__(self, article: Article, source: str | None = None) -> None:
        """Read the article's claims and names; nothing is looked up before it is asked for."""
        self.article = article
        self.source = source or article.document.id
        self.known: dict[object, Any] = {}
        self._starts = [start for start, _ in article.prose.sentences]
        self._rarity: dict[Label, float] = {}
        self._read_as = self
        self._others: list[Record] = []
        self._parallel: WeakKeyDictionary[Record, tuple[Parallel, ...]] = WeakKeyDictionary()

    def with_events(self, more: Sequence[Claim]) -> Record:
        """The story with further claims of events in its article; what is read of its sentences is shared.

        Raises ``ValueError`` for another kind of claim: a value would be a word of its sentence.
        """
        if any(claim.kind is not ClaimKind.EVENT for claim in more):
            raise ValueError("only events change no word of a sentence")
        claims = sorted((*self.article.claims, *more), key=lambda claim: claim.span)
        widened = copy(self)
        widened.article = replace(self.article, claims=tuple(claims))
        widened.known = {}
        for read in ("mentions", "values", "measures"):
            widened.__dict__.pop(read, None)
        self._others.append(widened)
        return widened

    def forget(self) -> None:
        """Let go of all that was made of the article, and with it of the record, which its mentions hold."""
        for one in (*self._others, self):
            one.__dict__.clear()

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions of the article in reading order, none of a sentence that is crowded with claims.

        What a correction puts right is no statement of the article.
        """
        corrected = [
            place for place in self.article.prose.paragraphs if CORRECTION_NOTE.match(self.article.prose.text, *place)
        ]
        claims = [
            claim
            for claim in (*self.article.claims, *find_placings(self.article.prose, self.names))
            if not isinstance(claim.value, Quotation) and not _is_within(corrected, claim.span.start)
        ]
        crowd = Counter(self._number(claim) for claim in claims)
        return tuple(self._mention(claim) for claim in claims if crowd[self._number(claim)] < _CROWDED)

    @cached_property
    def spread(self) -> Counter[Label]:
        """In how many sentences of the article each label stands."""
        return Counter(
            label
            for sentence in self._labelled.sentences
            for label in {label for word in sentence for label in word[0]}
        )

    def rarity(self, label: Label) -> float:
        """How rare a label is in the article, from 0 (in every sentence) to 1 (in at most one of many)."""
        known = self._rarity.get(label)
        if known is None:
            number = max(_SHORT, len(self.article.prose.sentences)) + 2
            known = self._rarity[label] = log(number / (max(1, self.spread[label]) + 0.5)) / log(number)
        return known

    @cached_property
    def dateline(self) -> tuple[int, int]:
        """The place of the day in the dateline, which says when the article was written; ``(0, 0)`` without one."""
        day = dateline(self.article.prose.text, self.article.prose.paragraphs)
        return (day.start, day.end) if day else (0, 0)

    @cached_property
    def measures(self) -> Counter[str]:
        """How many claims of the article are of each measure: told in hours, in crowns a week, by a day of March."""
        return Counter(measure(claim) for claim in self.article.claims)

    @cached_property
    def values(self) -> frozenset[str]:
        """The values that the article gives, as labels."""
        return frozenset(plain(claim) for claim in self.article.claims)

    @cached_property
    def days(self) -> frozenset[str]:
        """The days of the year that the article names, as ``-MM-DD``."""
        return frozenset(value[4:10] for value in self.values if DAY_OF_YEAR.match(value))

    @cached_property
    def told(self) -> tuple[Word, ...]:
        """The words of its prose, as wordings are compared."""
        return words(self.article.prose.text)

    @cached_property
    def tokens(self) -> tuple[Sentence, ...]:
        """The sentences of the article as tokens, for finding parallel ones."""
        return tuple(sentences(self.article, self.told))

    @cached_property
    def runs(self) -> Runs:
        """The runs of words of these sentences."""
        return runs_of(self.tokens)

    def parallel(self, other: Record) -> tuple[Parallel, ...]:
        """The parallel sentences of this article and another, found once for all checks."""
        mine, theirs = self._read_as, other._read_as
        found = mine._parallel.get(theirs)
        if found is None:
            found = mine._parallel[theirs] = tuple(parallel(mine.tokens, theirs.tokens, theirs.runs))
        return found

    @cached_property
    def _labelled(self) -> Labelled:
        """Its names and the words of its sentences, as they were labelled when the article was made, or are now."""
        known = self.article.labelled
        return known if isinstance(known, Labelled) else labelled(self.article)

    @cached_property
    def names(self) -> Names:
        """The names of the article."""
        known = self.article.labelled
        return Names(known.names) if isinstance(known, Labelled) else find_names(self.article.prose)

    def read(self, number: int) -> Sequence[Read]:
        """The words of a sentence by its number; none where there is no such sentence."""
        sentences = self._labelled.sentences
        return sentences[number] if sentences else ()

    def _mention(self, claim: Claim) -> Mention:
        number = self._number(claim)
        place = self.article.prose.sentences[number] if self.article.prose.sentences else (0, 0)
        return Mention(claim, place, number, self)

    def _number(self, claim: Claim) -> int:
        """The number of the sentence that a claim stands in."""
        return max(0, bisect_right(self._starts, claim.span.start) - 1)

    def before(self, number: int) -> Iterator[ContextWord]:
        """The words of the sentence before in the same paragraph, further away the less this one points back to it."""
        if number == 0:
            return
        text, sentences = self.article.prose.text, self.article.prose.sentences
        if "\n" in text[sentences[number - 1][1] : sentences[number][0]]:
            return
        opener = text[sentences[number][0] : sentences[number][0] + 8].lower().split()
        away = _POINTED_AWAY if opener and opener[0] in _POINTING else _PARAGRAPH_AWAY
        for read in self._labelled.sentences[number - 1]:
            if not read.light:
                yield ContextWord(read.labels, _nearness(away), read.start, read.end)

    def is_quoted(self, at: int) -> bool:
        """Whether an offset lies in a quotation."""
        return _is_within(self._quoted, at)

    @cached_property
    def _quoted(self) -> list[tuple[int, int]]:
        return sorted((c.span.start, c.span.end) for c in self.article.claims if isinstance(c.value, Quotation))

    def is_past(self, place: tuple[int, int]) -> bool:
        """Whether a sentence tells of a year before the article's own."""
        first, last = (bisect_left(self._times, at) for at in place)
        years = [_year(self.timed[start]) for start in self._times[first:last]]
        return self._own_year is not None and any(year is not None and year < self._own_year for year in years)

    @cached_property
    def _own_year(self) -> int | None:
        """The year the article is of: that of its stated day, else the latest that it names."""
        window = self.article.claims[0].as_of if self.article.claims else None
        if window and window.earliest:
            return window.earliest.year
        return max((year for claim in self.timed.values() if (year := _year(claim)) is not None), default=None)

    @cached_property
    def timed(self) -> dict[int, Claim]:
        """The time claims of the article by the offsets they begin at."""
        return {c.span.start: c for c in self.article.claims if c.kind in (ClaimKind.DATE, ClaimKind.TIME)}

    @cached_property
    def _times(self) -> list[int]:
        return sorted(self.timed)

    def role(self, claim: Claim) -> Role:
        """The role of the block that a claim stands in."""
        at = bisect_right(self.article.blocks, claim.span.start, key=lambda block: block.start) - 1
        return self.article.blocks[at].role if at >= 0 else Role.BODY


def _is_within(places: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether an offset lies in one of the places, which are in order and do not overlap."""
    number = bisect_right(places, at, key=lambda place: place[0]) - 1
    return number >= 0 and at < places[number][1]


def _nearness(distance: float) -> float:
    return 1 / (1 + distance / _HALF)


def _near(read: Iterable[Read], claim: Claim) -> Iterator[tuple[ContextWord, bool]]:
    """The words of the claim's own sentence and whether each is light; of a quantity also what it counts."""
    read = list(read)
    first, last = _extent(read, claim)
    for labels, position, start, end, light in read:
        if claim.span.start <= start < claim.span.end:
            if _names_thing(claim, labels):
                yield ContextWord(labels, THING_NEAR, start, end), light
            continue  # the value itself is what is compared
        yield ContextWord(labels, _nearness(max(0, first - position, position - last)), start, end), light


def _year(claim: Claim) -> int | None:
    """The year of a date that is written with its year: one carried on from another date may be wrong."""
    value = claim.value.value if isinstance(claim.value, Timex) else ""
    return int(value[:4]) if re.match(r"\d{4}(?:$|-)", value) and value[:4] in claim.span.text else None


def _names_thing(claim: Claim, labels: tuple[Label, ...]) -> bool:
    """Whether a word inside a claim says what is counted, and is no number or unit."""
    value = claim.value
    return isinstance(value, Counted) and labels[0].lemma in {value.thing, *value.modifiers} - {""}


def _extent(read: Sequence[Read], claim: Claim) -> tuple[int, int]:
    """The positions of the first and the last word of a claim, or of the word before it where it has none of its own."""
    own = [word.position for word in read if claim.span.start <= word.start < claim.span.end]
    if own:
        return own[0], own[-1]
    before = [word.position for word in read if word.start < claim.span.start]
    at = before[-1] + 1 if before else 0
    return at, at


def _state(read: Sequence[Read], claim: Claim) -> str:
    """What the nearest word of a state says became of those counted; one behind the number before one ahead of it."""
    first, last = _extent(read, claim)
    reach = _STATE_REACH if not _counted_up(read, first) else _MOST
    found = [
        (distance, word.start < claim.span.start, label.text)
        for word in read
        for label in word.labels
        if label.is_concept
        and label.text in _STATES
        and (distance := max(0, first - word.position, word.position - last)) <= reach
    ]
    return min(found)[2] if found else ""


def _counted_up(read: Sequence[Read], first: int) -> bool:
    """Whether a verb of counting stands before the number, so that its subject says what is counted ("rose to 17")."""
    return any(word.labels[0].lemma in _COUNTING for word in read if first - 3 <= word.position < first)
