"""Outcomes: what the article says became of something ("was acquitted", "failed to come apart", "has been shut since").

An outcome is an event told by where it left its subject: a pole of a scale, or the denial of one. It is asserted only where the
clause puts it so, and those in quotation marks have the speaker as source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from auditor.languages.en.code.arguments import antecedent_of, object_of, subject_of
from auditor.languages.en.code.clauses import Clause, Clauses, Speech
from auditor.languages.en.code.names import Names
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.lexicon.light import LIGHT
from auditor.languages.en.lexicon.outcomes import LONGEST, OUTCOMES, PLAIN, SPLIT
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import is_plural, singular
from auditor.languages.en.reach import FEW_WORDS, PHRASE, STEM, WORD
from auditor.model import Claim, ClaimKind, Outcome, Polarity, Prose
from auditor.text.beside import Behind
from auditor.text.index import index_of, openers
from auditor.text.kept import WORDS
from auditor.text.regex import regex

_DEEDS = LISTS.words("outcome_scales", "deed")
_FILLERS = LISTS.words("outcome_words", "filler")
_GRANTED = LISTS.words("outcome_words", "granted")
_STAYING = LISTS.words("outcome_words", "lasting")
_NOUNS_TOO = LISTS.words("outcome_words", "noun-too")
_OF_SUBJECTS = LISTS.words("outcome_scales", "of-subject")
_PARTIES = LISTS.entry_of("parties", "nouns")
_NOUNS = {noun: side == "for" for noun, side in LISTS.column("stance_nouns", "side").items()}

_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT = rf"(?:[\W\d_]{{1,200}}({_WORD.pattern}))?"
_OPENING = regex(rf"(?<![^\W\d_])(?<![^\W\d_]-)({_WORD.pattern}){_NEXT}{_NEXT}")
"""A whole word, and the two behind it."""
_DENYING = frozenset(["refuse", "decline"])
_AWAY = frozenset("away off out down up into".split())
_DETERMINERS = LISTS.words("function_words", "determiner") | {"it", "them"}
_WHEN = LISTS.words("time_words", "aside")
"""Words that tell when, between a verb and its particle: "agreed last night to"."""
_BEFORE = regex(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SUBJECTS = LISTS.words("function_words", "verb-behind")
"""Words behind which a form that a verb and a noun share is a verb."""
_NOUN_AHEAD = LISTS.words("function_words", "noun-behind")
"""Words behind which a single word is no verb: "a veto", "the rejected plan"."""


def _by_first_word(phrases: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """The first word of a phrase -> what stands behind it in those that it opens, in a total order."""
    behind: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for first, *rest in sorted(phrases):
        behind[first].append(tuple(rest))
    return dict(behind)


_SECOND = {first: {rest[0] for rest in behind if rest} for first, behind in _by_first_word(OUTCOMES).items()}
"""The first word of a phrase -> the words that may follow it."""
_PARTED = _by_first_word(SPLIT)
"""The first words of phrases that take their object between their words -> what stands behind it."""
_FIRST = {*_SECOND, *_PARTED}
_OPENERS = openers({*_FIRST, *(form for form, plain in PLAIN.items() if plain in _FIRST)})
_LASTING = frozenset(form for form, plain in PLAIN.items() if plain in _STAYING) | _STAYING
_ARTICLES = ("", " the", " a", " an")
_BY = Behind("by" + article for article in _ARTICLES)
_GIVER = Behind(giver + article for giver in ("of", "from", "by") for article in _ARTICLES)
"""What stands before whom something was won from: "the backing of the union"."""
_BEING = frozenset("was were is are been being be".split())
_PARTICIPLE = regex(r"(?:was|were|is|are|been|be)\s\w{2,15}e[dn]\b")
"""A passive that the phrase itself brings: "was cleared"."""
_UNTOLD = regex(r"\W{0,40}(?:(?:it|he|she|they|there|we)\b|\Z)", re.I)
"""A clause whose subject names nobody: whoever is said to say it is meant."""
_MOST_FILLERS = 2
"""Fillers that a phrase may hold."""
_MOST = LONGEST + max(2 * FEW_WORDS, _MOST_FILLERS)
"""Words that a phrase takes with what stands inside it."""
Words = Sequence[tuple[int, int, str]]
"""Words of a sentence: start, end and lower-case form."""


def find_outcomes(prose: Prose, names: Names, claims: Sequence[Claim]) -> Iterator[Claim]:
    """All outcomes of the prose in reading order; ``claims`` are its quotations and stances."""
    reader = Outcomes(prose, names, claims)
    done = 0
    for at in index_of(prose.lower).places(_OPENERS):
        if at < done or not _can_state(prose.lower, at):
            continue
        sentence = sentence_at(prose, at)
        words = words_of(prose, (at, sentence[1]), _MOST)
        found = _stated(words, _in_noun_phrase(prose, sentence[0], at))
        if found:
            scale, first, size = found
            done = words[size - 1][1]
            yield reader.claim(at, done, scale, first)


def _can_state(text: str, at: int) -> bool:
    """Whether the word at ``at`` states an outcome alone, or can with the one behind it or behind a filler."""
    found = _OPENING.match(text, at)
    if found is None or text.startswith(("’t", "'t"), found.end(1)):
        return False  # "won’t"
    alone, seconds = _opening(found[1])
    following = found.group(2, 3) if found[2] and _fills(found[2]) else (found[2],)
    return alone or any(word and (word in seconds or _plain(word) in seconds) for word in following)


def _fills(word: str) -> bool:
    return word in _FILLERS or (word.endswith("ly") and len(word) > STEM)


@lru_cache(maxsize=WORDS)
def _opening(word: str) -> tuple[bool, frozenset[str]]:
    """Whether a word states an outcome alone, and the words that make one with it."""
    forms = (word, _plain(word))
    alone = any((form,) in OUTCOMES or form in _PARTED for form in forms)
    return alone, frozenset(second for form in forms for second in _SECOND.get(form, ()))


def _plain(word: str) -> str:
    return PLAIN.get(word, word)


def words_of(prose: Prose, place: tuple[int, int], most: int | None = None) -> Words:
    """The first words in a place, at most so many: start, end and lower-case form."""
    found = islice(_WORD.finditer(prose.lower, *place), most)
    return [(word.start(), word.end(), word.group()) for word in found]


def _in_noun_phrase(prose: Prose, start: int, at: int) -> bool:
    """Whether the word before ``at`` in its sentence makes a lone word there a noun.

    A noun before a form that a verb and a noun share agrees with a verb: "the unions contest", "the contempt vote".
    """
    before = _BEFORE.findall(prose.lower, max(start, at - WORD), at)
    word = _WORD.match(prose.lower, at)
    if not before or word is None:
        return False
    surface = word.group()
    if before[-1] in _NOUN_AHEAD or before[-1].endswith(("'s", "’s")):
        return True
    ambiguous = _plain(surface) in _NOUNS_TOO and surface.removesuffix("s") == _plain(surface)
    if ambiguous and before[-1].endswith("ing"):
        return True  # "growing calls"
    if not ambiguous or before[-1] in _SUBJECTS or before[-1].endswith(("ly", "n't", "n’t")):
        return False
    return before[-1] in LIGHT or is_plural(before[-1]) == surface.endswith("s")


def _stated(words: Words, noun: bool) -> tuple[str, bool, int] | None:
    """The scale and pole that the first of the words state, and how many do; the longest phrase first.

    ``noun`` says that the first word alone is a noun or part of one.
    """
    opener = words[0][2]
    if opener.endswith("ing"):
        return None  # a participle ("the opposing sides") asserts nothing by itself
    if _plain(opener) in _DENYING and len(words) > 1 and words[1][2] == "to":
        return None  # "declined to comment" denies another verb
    if _plain(opener) == "back" and len(words) > 1 and words[1][2] in _AWAY:
        return None  # "backed away from the plan"
    for run in _runs(words):
        found = _phrase([words[place][2] for place in run], int(noun))
        if found:
            scale, first, size = found
            return scale, first, run[size - 1] + 1
    return _split(words)


def _runs(words: Words) -> Iterator[Sequence[int]]:
    """The places of the first words, as they stand and without what fills a phrase."""
    yield range(min(LONGEST, len(words)))
    behind = range(1, min(LONGEST + _MOST_FILLERS, len(words)))
    kept = [place for place in behind if not _fills(words[place][2])]
    if len(kept) < len(behind):
        yield [0, *kept][:LONGEST]


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


def _split(words: Words) -> tuple[str, bool, int] | None:
    """The phrase that opens with the first word and goes on behind its object."""
    if len(words) < 2 or words[1][2] not in _DETERMINERS | _WHEN:
        return None
    plain = [_plain(word) for _, _, word in words[: 2 * FEW_WORDS + LONGEST]]
    for place in range(2, min(2 * FEW_WORDS, len(plain))):
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
        self.clauses = Clauses(prose)
        self.lasting = index_of(prose.lower).places(_LASTING)
        self._by = index_of(prose.lower).places(frozenset({"by"}))
        self.stances = [claim for claim in claims if claim.kind == ClaimKind.STANCE]
        self.stance_starts = [claim.span.start for claim in self.stances]

    def claim(self, start: int, end: int, scale: str, first: bool) -> Claim:
        """The claim of the outcome that the words ``[start, end)`` state, its pole the first of the scale or not."""
        clause = self.clauses.at(start, end)
        force = self.clauses.force(clause, start, end)
        told = self._doers(clause, start, end)
        by = told[0] >= end
        value = Outcome(
            scale,
            first,
            self.prose.span(clause.start, clause.end),
            force.denied,
            self._lasts(clause.start, clause.end),
            self._keys(clause.start, clause.end),
            self._keys(told[0], told[0] + 1 if by else told[1]),
            self._stance(start, end),
            _parties(words_of(self.prose, told, FEW_WORDS if by else None)),
            *self._arguments(clause, (start, end), scale, told),
        )
        return force.of(
            Claim(
                ClaimKind.EVENT,
                self.prose.span(start, end),
                value,
                " ".join(self.prose.text[clause.start : start].split()),
                self.speech.source(start),
                Polarity.NEGATIVE if force.denied else Polarity.POSITIVE,
                force.modality,
            )
        )

    def _lasts(self, start: int, end: int) -> bool:
        """Whether a word in the clause says that what it states stays so."""
        near = self.lasting[bisect_left(self.lasting, start) : bisect_left(self.lasting, end)]
        words = (_OPENING.match(self.prose.lower, at) for at in near)
        return any(word and word[1] in _LASTING for word in words)

    def _keys(self, start: int, end: int) -> frozenset[str]:
        return frozenset(name.key for name in self.names.within(start, end))

    def _doers(self, clause: Clause, at: int, end: int) -> tuple[int, int]:
        """Where those are told of whom the words ``[at, end)`` are said, or by whom it is done."""
        text = self.prose.text
        opener = _plain(text[at:end].split(maxsplit=1)[0].lower())
        by = (_GIVER if opener in _GRANTED else _BY).next(text, end)
        if by is None and (opener in _NOUNS or _is_passive(text[clause.start : at])):
            first, last = (bisect_left(self._by, place) for place in (end, min(clause.end, end + PHRASE)))
            by = next((begins for place in self._by[first:last] if (begins := _BY.next(text, place - 1))), None)
        if by is not None and by <= clause.end:
            return by, min(clause.end, by + PHRASE)
        if clause.teller >= 0 and _UNTOLD.match(text, clause.start, at):
            return sentence_at(self.prose, at)[0], clause.teller
        return clause.start, at

    def _arguments(
        self,
        clause: Clause,
        place: tuple[int, int],
        scale: str,
        told: tuple[int, int],
    ) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Who did it, to what, and the words said of that: a passive tells of its subject, as do verbs without an object."""
        text, (start, end) = self.prose.text, place
        subject = subject_of(self.prose, self.names, clause.start, start)
        if not subject:
            pronoun = _UNTOLD.match(text, clause.start, start) and text[clause.start : start].strip()
            subject = (
                frozenset()
                if pronoun
                else antecedent_of(self.prose, self.names, sentence_at(self.prose, start), clause.start)
            )
        said = told[1] <= clause.start
        agent = subject_of(self.prose, self.names, *told) if told[0] >= end or said else frozenset()
        first = text[start:end].split(maxsplit=1)[0].lower()
        participle = first.endswith("ed") or (_plain(first) != first and not first.endswith(("s", "ing")))
        passive = (participle and _is_passive(text[clause.start : start])) or _PARTICIPLE.match(text, start, end)
        if not passive and participle and (_BY.next(text, end) or clause.end + 1) <= clause.end:
            passive = True  # "the only drug approved by the office"
        if passive or _plain(first) in _GRANTED:
            return (frozenset() if said else agent), subject, subject
        deed = scale in _DEEDS
        thing, about = self._inside(start, end, first) or object_of(
            self.prose, self.names, end, clause.end, bare=not deed
        )
        if scale in _OF_SUBJECTS or (not thing and not deed):
            return frozenset(), subject or agent, subject or agent
        return subject or agent, thing, about

    def _inside(self, start: int, end: int, first: str) -> tuple[frozenset[str], frozenset[str]] | None:
        """The object that stands inside the words: "turned the whole claim down"."""
        words = self.prose.lower[start:end].split()
        if _plain(first) not in _PARTED or len(words) <= FEW_WORDS or words[1] not in _DETERMINERS:
            return None
        found = object_of(self.prose, self.names, start + len(first), end, bare=True)
        return found if found[0] else None

    def _stance(self, start: int, end: int) -> str:
        """The subject of the stance that holds the words ``[start, end)``."""
        index = bisect_right(self.stance_starts, start) - 1
        holds = index >= 0 and end <= self.stances[index].span.end
        return self.stances[index].subject if holds else ""


def _is_passive(before: str) -> bool:
    """Whether the words before a verb end in a form of "be", an adverb behind it left aside."""
    words = before.rsplit(maxsplit=2)[-2:]
    adverb = words[-1].endswith("ly") if words else False
    return before[-1:].isspace() and bool(_BEING.intersection(words if adverb else words[-1:]))


def _parties(words: Words) -> frozenset[str]:
    """The sides that the words name."""
    return frozenset(_PARTIES[noun] for _, _, word in words if (noun := singular(word)) in _PARTIES)
