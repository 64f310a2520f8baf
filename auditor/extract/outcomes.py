"""Outcomes: what the article says became of something ("was acquitted", "failed to come apart", "has been shut since").

An outcome is an event told by where it left its subject: a pole of a scale, or the denial of one. It is asserted only where the
clause puts it so, and those in quotation marks have the speaker as source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from auditor.extract.clauses import Speech, clause_at, firmness, is_denied
from auditor.extract.names import Names
from auditor.lexicon.nouns import singular
from auditor.lexicon.outcomes import FILLERS, GRANTED, LASTING, LONGEST, OUTCOMES, PLAIN, SPLIT
from auditor.lexicon.parties import PARTIES
from auditor.lexicon.stances import NOUNS
from auditor.model import Claim, ClaimKind, Outcome, Polarity, Prose

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GAP = 6
"""Words that a verb, its object and its particle take: "turned the whole claim down"."""
_NEAR = 60
"""Words on either side of a verb among which those of its clause are looked for."""
_DENYING = frozenset(["refuse", "decline"])
_DETERMINERS = frozenset("the a an this that these those its his her their it them all both".split())
_WHEN = frozenset("last yesterday today tonight late early this on".split())
"""Words that tell when, between a verb and its particle: "agreed last night to"."""
_NOUN_AHEAD = frozenset(
    "a an the this these those no any some his her its their my our your every each of in for on with".split()
)
"""Words behind which a single word is no verb: "a veto", "the rejected plan"."""
_SECOND = {
    first: {phrase[1] for phrase in OUTCOMES if phrase[0] == first and len(phrase) > 1} for first, *_ in OUTCOMES
}
"""The first word of a phrase -> the words that may follow it."""
_PARTED = {phrase[0]: sorted(other[1:] for other in SPLIT if other[0] == phrase[0]) for phrase in SPLIT}
"""The first words of phrases that take their object between their words -> what stands behind it."""
_BY = re.compile(r"\sby\s(?:(?:the|a|an)\s)?")
_GIVER = re.compile(r"\s(?:of|from|by)\s(?:(?:the|a|an)\s)?")
"""What stands before whom something was won from: "the backing of the union"."""
_BY_REACH = 60
"""Characters behind a passive or a noun within which "by" names the doer."""
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)\s(?:\w+ly\s)?\Z")
_UNTOLD = re.compile(r"\W*(?:(?:it|he|she|they|there|we)\b|\Z)", re.I)
"""A clause whose subject names nobody: whoever is said to say it is meant."""
_SAID = re.compile(r"\b(?:said|says|announced|told\s\w{1,20}|[a-z]{1,20}ed\sthat)\s(?:that\s)?\Z")
_SHORTEST_ADVERB = 4
_BY_WORDS = 3
"""Words behind "by" among which the noun of the doer stands."""
_MOST_FILLERS = 2
"""Fillers that a phrase may hold."""
Words = Sequence[tuple[int, int, str]]
"""Words of a sentence: start, end and lower-case form."""


def find_outcomes(prose: Prose, names: Names, claims: Sequence[Claim]) -> Iterator[Claim]:
    """All outcomes of the prose in reading order; ``claims`` are its quotations and stances."""
    reader = Outcomes(prose, names, claims)
    for sentence in prose.sentences:
        places = _openings(_WORD.findall(prose.lower, *sentence))
        words = words_of(prose, sentence) if places else ()
        done = 0
        for at in places:
            found = _stated(words, at) if at >= done else None
            if found:
                yield reader.claim(sentence, words, at, found)
                done = at + found[2]


def _openings(plain: Sequence[str]) -> list[int]:
    """The places of the words that can open what states an outcome, given the next one that is no filler."""
    return [
        at
        for at, (alone, seconds) in enumerate(map(_opening, plain))
        if alone or (seconds and any(word in seconds or _plain(word) in seconds for word in _next(plain, at)))
    ]


def _next(plain: Sequence[str], at: int) -> tuple[str, ...]:
    """The word behind ``at``, and behind a filler the one after it."""
    following = tuple(plain[at + 1 : at + 3])
    return following if following and _fills(following[0]) else following[:1]


def _fills(word: str) -> bool:
    return word in FILLERS or (word.endswith("ly") and len(word) > _SHORTEST_ADVERB)


@lru_cache(maxsize=100_000)
def _opening(word: str) -> tuple[bool, frozenset[str]]:
    """Whether a word states an outcome alone, and the words that make one with it."""
    forms = (word, _plain(word))
    alone = any((form,) in OUTCOMES or form in _PARTED for form in forms)
    return alone, frozenset(second for form in forms for second in _SECOND.get(form, ()))


def _plain(word: str) -> str:
    return PLAIN.get(word, word)


def words_of(prose: Prose, sentence: tuple[int, int]) -> Words:
    """The words of a sentence: start, end and lower-case form."""
    return [(found.start(), found.end(), found.group()) for found in _WORD.finditer(prose.lower, *sentence)]


def _stated(words: Words, at: int) -> tuple[str, bool, int] | None:
    """The scale and pole that the words from ``at`` on state, and how many words do; the longest phrase first."""
    opener = words[at][2]
    if opener.endswith("ing"):
        return None  # a participle ("the opposing sides") asserts nothing by itself
    if _plain(opener) in _DENYING and at + 1 < len(words) and words[at + 1][2] == "to":
        return None  # "declined to comment" denies another verb
    alone = at > 0 and words[at - 1][2] in _NOUN_AHEAD
    for run in _runs(words, at):
        found = _phrase([words[place][2] for place in run], int(alone))
        if found:
            scale, first, size = found
            return scale, first, run[size - 1] + 1 - at
    return _split(words, at)


def _runs(words: Words, at: int) -> Iterator[Sequence[int]]:
    """The places of the words from ``at`` on, as they stand and without what fills a phrase."""
    yield range(at, min(at + LONGEST, len(words)))
    behind = range(at + 1, min(at + LONGEST + _MOST_FILLERS, len(words)))
    kept = [place for place in behind if not _fills(words[place][2])]
    if len(kept) < len(behind):
        yield [at, *kept][:LONGEST]


def _phrase(surface: Sequence[str], least: int) -> tuple[str, bool, int] | None:
    """The scale, pole and words of the longest phrase that opens with the first word and is longer than ``least``."""
    surface = tuple(surface)
    plain = tuple(map(_plain, surface))
    for size in range(len(surface), least, -1):
        ways = surface[:size], plain[:size], (*plain[: size - 1], surface[size - 1])
        found = next((OUTCOMES[way] for way in ways if way in OUTCOMES), None)
        if found:
            return *found, size
    return None


def _split(words: Words, at: int) -> tuple[str, bool, int] | None:
    """The phrase that opens at ``at`` and goes on behind its object."""
    if at + 1 >= len(words) or words[at + 1][2] not in _DETERMINERS | _WHEN:
        return None
    plain = [_plain(word) for _, _, word in words[at : at + _GAP + LONGEST]]
    for place in range(2, min(_GAP, len(plain))):
        for rest in _PARTED.get(plain[0], ()):
            if tuple(plain[place : place + len(rest)]) == rest:
                return *OUTCOMES[(plain[0], *rest)], place + len(rest)
    return None


class Outcomes:
    """Reads the outcomes of one article."""

    def __init__(self, prose: Prose, names: Names, claims: Sequence[Claim]) -> None:
        """Take the article's prose and names, and its quotations and stances among ``claims``."""
        self.prose = prose
        self.names = names
        self.speech = Speech(claims)
        self.stances = [claim for claim in claims if claim.kind == ClaimKind.STANCE]
        self.stance_starts = [claim.span.start for claim in self.stances]

    def claim(self, sentence: tuple[int, int], words: Words, at: int, found: tuple[str, bool, int]) -> Claim:
        """The claim of the outcome that the words from ``at`` on state."""
        scale, first, size = found
        start, end = words[at][0], words[at + size - 1][1]
        text = self.prose.text
        clause = clause_at(text, sentence, start, end)
        denied = is_denied(text, clause, start)
        near = words[max(0, at - _NEAR) : at + _NEAR]
        lasting = any(_plain(word[2]) in LASTING for word in near if clause[0] <= word[0] < clause[1])
        place = self.prose.span(*clause)
        told = self._doers(sentence, clause, start, end)
        by = told[0] >= end
        doers = self._keys(told[0], told[0] + 1 if by else told[1])
        sides = _parties(words, *told, most=_BY_WORDS if by else _NEAR)
        value = Outcome(
            scale, first, place, denied, lasting, self._keys(*clause), doers, self._stance(start, end), sides
        )
        return Claim(
            ClaimKind.EVENT,
            self.prose.span(start, end),
            value,
            " ".join(text[clause[0] : start].split()),
            self.speech.source(start),
            Polarity.NEGATIVE if denied else Polarity.POSITIVE,
            firmness(text, clause, start, end),
        )

    def _keys(self, start: int, end: int) -> frozenset[str]:
        return frozenset(name.key for name in self.names.within(start, end))

    def _doers(self, sentence: tuple[int, int], clause: tuple[int, int], at: int, end: int) -> tuple[int, int]:
        """Where those are told of whom the words ``[at, end)`` are said, or by whom it is done."""
        text = self.prose.text
        opener = _plain(text[at:end].split(maxsplit=1)[0].lower())
        by = (_GIVER if opener in GRANTED else _BY).match(text, end, clause[1])
        if not by and (opener in NOUNS or _PASSIVE.search(text, clause[0], at)):
            by = _BY.search(text, end, min(clause[1], end + _BY_REACH))
        if by:
            return by.end(), min(clause[1], by.end() + _BY_REACH)
        said = _SAID.search(text, sentence[0], clause[0])
        if said and _UNTOLD.match(text, clause[0], at):
            return sentence[0], said.start()
        return clause[0], at

    def _stance(self, start: int, end: int) -> str:
        """The subject of the stance that holds the words ``[start, end)``."""
        index = bisect_right(self.stance_starts, start) - 1
        holds = index >= 0 and end <= self.stances[index].span.end
        return self.stances[index].subject if holds else ""


def _parties(words: Words, start: int, end: int, most: int) -> frozenset[str]:
    """The sides that the first words of a stretch name."""
    inside = [word for first, _, word in words if start <= first < end][:most]
    return frozenset(PARTIES[noun] for word in inside if (noun := singular(word)) in PARTIES)
