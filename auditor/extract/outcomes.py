"""Outcomes: what the article says became of something ("was acquitted", "failed to come apart", "has been shut since").

An outcome is an event told by where it left its subject: a pole of a scale, or the denial of one. It is asserted only where the
clause puts it so, and those in quotation marks have the speaker as source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from auditor.extract.clauses import Speech, clause_at, firmness, is_denied
from auditor.extract.names import Names
from auditor.extract.places import sentence_at
from auditor.extract.word_index import index_of, openers
from auditor.lexicon.outcomes import LASTING, LONGEST, OUTCOMES, PLAIN, SPLIT
from auditor.model import Claim, ClaimKind, Outcome, Polarity, Prose

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OPENING = re.compile(rf"(?<![^\W\d_])(?<![^\W\d_]-)({_WORD.pattern})(?:[\W\d_]{{1,200}}({_WORD.pattern}))?")
"""A whole word, and the one behind it."""
_GAP = 6
"""Words that a verb, its object and its particle take: "turned the whole claim down"."""
_WORD_BACK = 24
"""Characters before a verb in which the word before it stands."""
_DENYING = frozenset(["refuse", "decline"])
_DETERMINERS = frozenset("the a an this that these those its his her their it them all both".split())
_WHEN = frozenset("last yesterday today tonight late early this on".split())
"""Words that tell when, between a verb and its particle: "agreed last night to"."""
_NOUN_AHEAD = frozenset(
    "a an the this these those no any some his her its their my our your every each of in for on with".split()
)
"""Words behind which a single word is no verb: "a veto", "the rejected plan"."""
_PHRASES: dict[str, list[tuple[str, ...]]] = {}
"""The first word of a phrase -> the phrases that it opens."""
for _phrase in OUTCOMES:
    _PHRASES.setdefault(_phrase[0], []).append(_phrase)
_PARTED = {first for first, _ in SPLIT}
"""The first words of phrases that take their object between their words."""
_FIRST = {*_PHRASES, *_PARTED}
_OPENERS = openers({*_FIRST, *(form for form, plain in PLAIN.items() if plain in _FIRST)})
_LASTING = frozenset(form for form, plain in PLAIN.items() if plain in LASTING) | LASTING
_BY = re.compile(r"\sby\s(?:the\s)?")
Words = Sequence[tuple[int, int, str]]
"""Words of a sentence: start, end and lower-case form."""


def find_outcomes(prose: Prose, names: Names, claims: Sequence[Claim]) -> Iterator[Claim]:
    """All outcomes of the prose in reading order; ``claims`` are its quotations and stances."""
    reader = Outcomes(prose, names, claims)
    done = 0
    for at in index_of(prose.lower).places(_OPENERS):
        opening = _opening_at(prose.lower, at) if at >= done else None
        if opening is None:
            continue
        sentence = sentence_at(prose, at)
        words = words_of(prose, (at, sentence[1]), opening.reach)
        found = _stated(words, _in_noun_phrase(prose, sentence[0], at))
        if found:
            scale, first, size = found
            done = words[size - 1][1]
            yield reader.claim(sentence, at, done, scale, first)


class _Opening(NamedTuple):
    """What a word opens: whether it states an outcome alone, the words that make one with it, and over how many words."""

    alone: bool
    seconds: frozenset[str]
    reach: int


def _opening_at(text: str, at: int) -> _Opening | None:
    """What the word at ``at`` opens; ``None`` where it states no outcome with the word behind it."""
    found = _OPENING.match(text, at)
    if found is None:
        return None
    opening = _opening(found[1])
    second = found[2] is not None and not opening.seconds.isdisjoint((found[2], _plain(found[2])))
    return opening if opening.alone or second else None


@lru_cache(maxsize=4_096)
def _opening(word: str) -> _Opening:
    forms = (word, _plain(word))
    parted = not _PARTED.isdisjoint(forms)
    phrases = [phrase for form in forms for phrase in _PHRASES.get(form, ())]
    seconds = frozenset(phrase[1] for phrase in phrases if len(phrase) > 1)
    alone = parted or any(len(phrase) == 1 for phrase in phrases)
    return _Opening(alone, seconds, _GAP if parted else max(map(len, phrases), default=0) + 1)


def _plain(word: str) -> str:
    return PLAIN.get(word, word)


def words_of(prose: Prose, place: tuple[int, int], most: int | None = None) -> Words:
    """The first words in a place, at most so many: start, end and lower-case form."""
    found = islice(_WORD.finditer(prose.lower, *place), most)
    return [(word.start(), word.end(), word.group()) for word in found]


def _in_noun_phrase(prose: Prose, start: int, at: int) -> bool:
    """Whether the word before ``at`` in its sentence makes a lone word there a noun."""
    before = _WORD.findall(prose.lower, max(start, at - _WORD_BACK), at)
    return bool(before) and before[-1] in _NOUN_AHEAD


def _stated(words: Words, noun: bool) -> tuple[str, bool, int] | None:
    """The scale and pole that the first of the words state, and how many do; the longest phrase first.

    ``noun`` says that the first word alone is a noun or part of one.
    """
    opener = words[0][2]
    if opener.endswith("ing"):
        return None  # a participle ("the opposing sides") asserts nothing by itself
    if _plain(opener) in _DENYING and len(words) > 1 and words[1][2] == "to":
        return None  # "declined to comment" denies another verb
    surface = tuple(word for _, _, word in words[:LONGEST])
    plain = tuple(map(_plain, surface))
    for size in range(len(surface), int(noun), -1):
        ways = surface[:size], plain[:size], (*plain[: size - 1], surface[size - 1])
        found = next((OUTCOMES[way] for way in ways if way in OUTCOMES), None)
        if found:
            return *found, size
    for size in range(3, min(_GAP, len(words)) + 1) if plain[0] in _PARTED else ():
        ends = (plain[0], words[size - 1][2])
        if ends in SPLIT and words[1][2] in _DETERMINERS | _WHEN:
            return *OUTCOMES[ends], size
    return None


class Outcomes:
    """Reads the outcomes of one article."""

    def __init__(self, prose: Prose, names: Names, claims: Sequence[Claim]) -> None:
        """Take the article's prose and names, and its quotations and stances among ``claims``."""
        self.prose = prose
        self.names = names
        self.speech = Speech(claims)
        self.lasting = index_of(prose.lower).places(_LASTING)
        self.stances = [claim for claim in claims if claim.kind == ClaimKind.STANCE]
        self.stance_starts = [claim.span.start for claim in self.stances]

    def claim(self, sentence: tuple[int, int], start: int, end: int, scale: str, first: bool) -> Claim:
        """The claim of the outcome that the words ``[start, end)`` state, its pole the first of the scale or not."""
        text = self.prose.text
        clause = clause_at(text, sentence, start, end)
        denied = is_denied(text, clause, start)
        place = self.prose.span(*clause)
        doers = self._doers(clause, start, end)
        lasts = self._lasts(*clause)
        value = Outcome(scale, first, place, denied, lasts, self._keys(*clause), doers, self._stance(start, end))
        return Claim(
            ClaimKind.EVENT,
            self.prose.span(start, end),
            value,
            " ".join(text[clause[0] : start].split()),
            self.speech.source(start),
            Polarity.NEGATIVE if denied else Polarity.POSITIVE,
            firmness(text, clause, start, end),
        )

    def _lasts(self, start: int, end: int) -> bool:
        """Whether a word in the clause says that what it states stays so."""
        near = self.lasting[bisect_left(self.lasting, start) : bisect_left(self.lasting, end)]
        words = (_OPENING.match(self.prose.lower, at) for at in near)
        return any(word and word[1] in _LASTING for word in words)

    def _keys(self, start: int, end: int) -> frozenset[str]:
        return frozenset(name.key for name in self.names.within(start, end))

    def _doers(self, clause: tuple[int, int], start: int, end: int) -> frozenset[str]:
        """Who is named behind "by", else before the verb."""
        by = _BY.match(self.prose.text, end, clause[1])
        return self._keys(by.end(), by.end() + 1) if by else self._keys(clause[0], start)

    def _stance(self, start: int, end: int) -> str:
        """The subject of the stance that holds the words ``[start, end)``."""
        index = bisect_right(self.stance_starts, start) - 1
        holds = index >= 0 and end <= self.stances[index].span.end
        return self.stances[index].subject if holds else ""
