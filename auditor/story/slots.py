"""The slot of a value: whose it is, what is said of it, and what is tied to it, as a reader sees at once.

Two values may contradict each other only where they stand in one slot. A slot holds lemmas and keys of names; what a
sentence does not say stays empty, and says nothing against anything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from weakref import WeakKeyDictionary

from auditor.languages.en.code.names import PERSON, Name
from auditor.languages.en.lexicon.concepts import CONCEPTS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import lemma
from auditor.model import Claim, ClaimKind, Counted, Quantity, Quotation
from auditor.story.clauses import Clause, Clauses
from auditor.story.mentions import Mention, Record
from auditor.story.plain import plain
from auditor.story.units import Part, Unit, units
from auditor.text.tokens import Tokens

_DETERMINERS = LISTS.words("function_words", "determiner")
_HEDGING = LISTS.words("function_words", "number")
_OWNING = LISTS.column("function_words", "pronoun")
_PREPOSITIONS = LISTS.words("function_words", "preposition")
_ACTIONS = LISTS.words("concepts", "state", "action")
_PART_WORDS = LISTS.words("counting", "part")
_SAYING = LISTS.all_members("reporting_verbs", "saying")
_TELLING = LISTS.all_members("reporting_verbs", "telling")

_TIMES = frozenset({ClaimKind.DATE, ClaimKind.TIME})
VALUED = _TIMES | {ClaimKind.DURATION, ClaimKind.QUANTITY}
"""Kinds of claim that stand as one word in a sentence."""
SPEECH = LISTS.words("reporting_verbs", "speech")
"""Lemmas of verbs that make their subject a speaker, those left out that mean much else."""
_DIRECTIONS = LISTS.words("places", "direction")
_POINTS = LISTS.words("places", "compass")
_SOFTENING = (_HEDGING - _PREPOSITIONS) | _DETERMINERS
_MEANS = LISTS.words("counting", "mean")
_COMPARED = LISTS.words("counting", "compared") | {f"{how} from" for how in LISTS.words("counting", "compared-from")}
"""Words behind which the value stands that another one is held against."""
_WHOLES = LISTS.words("function_words", "whole")
_PEOPLE = LISTS.column("function_words", "he or she")
_NOTHING = LISTS.words("plain_words", "nothing")
_AROUND = 6
"""Units of a phrase beside a value in which what it is part of stands."""


@dataclass(frozen=True, slots=True)
class Item:
    """A value of a list: its label as ``plain`` gives it, and the words that stand before and behind it alone."""

    value: str
    before: frozenset[str]
    behind: frozenset[str]


@dataclass(frozen=True, slots=True)
class Slot:
    """What a sentence says of a value; every field is empty where the sentence does not say.

    ``head`` is what is counted, measured or dated: the noun of the value or the one that it stands before or is tied to;
    ``owner`` whose that is; ``predicate`` the lemma of the governing verb, with ``role`` and ``preposition`` of the value
    beside it, whether it is ``denied`` or still ``ahead``, and the heads of its ``agent`` and ``object``. ``ends`` are the names
    tied to a distance or a way and ``points`` the points of the compass; ``part`` the words that make it part of more or on
    top of more; ``series`` the other values of its kind in the sentence and ``item`` its own place among them; ``as_of`` the
    values of dates tied to it; ``compared`` that it is what another value is held against; ``teller`` who says it;
    ``scope`` words such as "average" and "per".
    """

    head: frozenset[str] = frozenset()
    owner: frozenset[str] = frozenset()
    predicate: str = ""
    role: str = ""
    preposition: str = ""
    denied: bool = False
    ahead: bool = False
    agent: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    points: frozenset[str] = frozenset()
    part: frozenset[str] = frozenset()
    series: tuple[Item, ...] = ()
    item: Item = Item("", frozenset(), frozenset())
    as_of: frozenset[str] = frozenset()
    compared: bool = False
    teller: frozenset[str] = frozenset()
    scope: frozenset[str] = frozenset()

    @property
    def telling(self) -> bool:
        """Whether the governing verb is one of saying."""
        return self.predicate in SPEECH

    @property
    def doing(self) -> bool:
        """Whether the governing verb can carry no words of speech: "arrest", never "praise", "rule" or "call"."""
        return bool(self.predicate) and self.predicate not in _utterances()


def slot_of(mention: Mention) -> Slot:
    """The slot of a mention's value, read once for each."""
    return slots_of(mention.record).of(mention.claim)


def beside(mention: Mention) -> frozenset[tuple[str, str]]:
    """The values of a mention's sentence and of the ones before and behind, as ``plain`` has them, with what they count."""
    return slots_of(mention.record).beside(mention.claim)


def thing_of(claim: Claim) -> str:
    """What a claim counts, empty where it does not say or is no count."""
    return claim.value.thing if isinstance(claim.value, Counted) else ""


def slots_of(story: Record) -> Slots:
    """The reader of an article's slots, one for each article."""
    reader = _READERS.get(story)
    if reader is None:
        reader = _READERS[story] = Slots(story)
    return reader


class Slots:
    """The slots of one article's values; a sentence is read when it is first asked for."""

    def __init__(self, story: Record) -> None:
        """Take the article; nothing is read yet."""
        claims = story.article.claims
        self._names = story.names
        self._prose = story.article.prose
        self._valued = sorted((c for c in claims if c.kind in VALUED), key=lambda c: (c.span.start, -c.span.end))
        self._quotations = [c for c in claims if isinstance(c.value, Quotation)]
        self._clauses: dict[int, Clauses] = {}
        self._slots: dict[tuple[int, int, ClaimKind], Slot] = {}
        self._beside: dict[int, frozenset[tuple[str, str]]] = {}

    def of(self, claim: Claim) -> Slot:
        """The slot of a claim; an empty one where it stands in no sentence."""
        key = (claim.span.start, claim.span.end, claim.kind)
        if key not in self._slots:
            self._slots[key] = self._read(claim)
        return self._slots[key]

    def beside(self, claim: Claim) -> frozenset[tuple[str, str]]:
        """The values of the claim's sentence and of the ones right before and behind, each with what it counts."""
        number = self.tokens.number(claim.span.start)
        if number not in self._beside:
            places = self._prose.sentences[max(0, number - 1) : number + 2]
            first, last = (places[0][0], places[-1][1]) if places else (0, 0)
            self._beside[number] = frozenset((plain(c), thing_of(c)) for c in self._between(first, last))
        return self._beside[number]

    def _between(self, first: int, last: int) -> Sequence[Claim]:
        return self._valued[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    @cached_property
    def _starts(self) -> list[int]:
        return [claim.span.start for claim in self._valued]

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of the article."""
        quoted = sorted((c.span.start, c.span.end) for c in self._quotations)
        return Tokens(self._prose.text, self._prose.sentences, quoted)

    def clauses(self, number: int) -> Clauses:
        """The clauses of a sentence by its number."""
        if number not in self._clauses:
            tokens = self.tokens.of(number)
            start, end = (tokens[0].start, tokens[-1].end) if tokens else (0, 0)
            self._clauses[number] = Clauses(units(tokens, self._names.within(start, end), self._between(start, end)))
        return self._clauses[number]

    def _read(self, claim: Claim) -> Slot:
        number = self.tokens.number(claim.span.start)
        clauses = self.clauses(number)
        at = next((n for n, unit in enumerate(clauses.units) if unit.start <= claim.span.start < unit.end), -1)
        return _Reading(self, clauses, number, at, claim).slot() if at >= 0 else Slot()

    def persons_before(self, number: int, start: int) -> set[str]:
        """The keys of the people named in a sentence before an offset and in the sentence before that one."""
        places = self._prose.sentences[max(0, number - 1) : number + 1]
        names: tuple[Name, ...] = self._names.within(places[0][0], start) if places else ()
        return {name.key for name in names if name.kind == PERSON}

    def speaker(self, at: int) -> str:
        """Who speaks in the quotation that holds an offset, in lower case; empty outside and where nobody is named."""
        inside = (c for c in self._quotations if c.span.start <= at < c.span.end)
        return next((words[-1] for c in inside if (words := (c.source or "").lower().split())), "")


class _Reading:
    """Reads the slot of one value in its sentence."""

    def __init__(self, slots: Slots, clauses: Clauses, number: int, at: int, claim: Claim) -> None:
        self.slots, self.clauses, self.number, self.at, self.claim = slots, clauses, number, at, claim
        self.units = clauses.units

    def slot(self) -> Slot:
        clause = self.clauses.governing(self.at)
        verb = self.units[clause.verb] if clause.verb >= 0 else None
        series = tuple(self._series())
        items = [item for item in series if item[0] != self.at]
        return Slot(
            head=frozenset(self._head(clause)),
            owner=frozenset(self._owner()),
            predicate=verb.key if verb and verb.part is Part.VERB else "be" if verb else "",
            role=clause.role,
            preposition=self.units[clause.preposition].lower if clause.preposition >= 0 else "",
            denied=clause.denied,
            ahead=clause.ahead,
            agent=self._keys(clause.subject),
            object=self._keys(clause.object),
            ends=frozenset(self._ends()),
            points=frozenset(unit.lower for unit in self._behind(_AROUND) if unit.lower in _POINTS),
            part=frozenset(self._part()),
            series=tuple(item for _, item in items),
            item=next((item for place, item in series if place == self.at), Item("", frozenset(), frozenset())),
            as_of=frozenset(self._as_of(clause)),
            compared=self._compared(),
            teller=frozenset(self._teller()),
            scope=frozenset(self._scope()),
        )

    def _keys(self, heads: Iterable[Unit]) -> frozenset[str]:
        """The keys of heads; a pronoun is the only person named before it, and says nothing where there are several."""
        return frozenset(key for unit in heads for key in self._key(unit) if key not in _NOTHING)

    def _key(self, unit: Unit) -> Iterator[str]:
        if unit.part is Part.PRONOUN or unit.lower in _OWNING:
            yield from self._meant(unit)
        elif unit.part is Part.VALUE:
            if unit.claim is not None and isinstance(unit.claim.value, Counted) and unit.claim.value.thing:
                yield unit.claim.value.thing
        else:
            yield unit.key

    def _meant(self, pronoun: Unit) -> Iterator[str]:
        """The only person named before "he" or "she", unless the sentence has both words, and so two people."""
        if pronoun.lower not in _PEOPLE or len({_PEOPLE.get(unit.lower) for unit in self.units} - {None}) > 1:
            return
        persons = self.slots.persons_before(self.number, pronoun.start)
        if len(persons) == 1:
            yield from persons

    def _behind(self, most: int) -> Sequence[Unit]:
        return self.units[self.at + 1 : self.at + 1 + most]

    def _before(self, most: int) -> Sequence[Unit]:
        return self.units[max(0, self.at - most) : self.at]

    def _head(self, clause: Clause) -> Iterator[str]:
        """What is counted, or the noun that the value stands before or is tied to."""
        value = self.claim.value
        is_share = isinstance(value, Quantity) and value.share and value.unit
        if isinstance(value, Counted) and value.thing and not is_share:
            yield value.thing
            return
        noun = self._noun_behind()
        if noun:
            yield noun.key
        else:
            tied = clause.preposition if clause.preposition >= 0 else self.at
            before = self.units[max(0, tied - 1) : tied]
            yield from (unit.key for unit in before if unit.part is Part.NOUN and self._may_head(unit.key, clause))

    def _may_head(self, noun: str, clause: Clause) -> bool:
        """Whether the noun before a value is what it dates or measures: a noun of action, or one that "of" ties to it."""
        if clause.preposition >= 0 and self.units[clause.preposition].lower == "of":
            return True
        return self.claim.kind in _TIMES and bool(_ACTIONS.intersection(CONCEPTS.get(noun, ())))

    def _noun_behind(self) -> Unit | None:
        """The last noun of the phrase that the value opens: "the 11-hour hostage crisis", "Monday's hearing"."""
        last = None
        for unit in self.units[self.at + 1 :]:
            if unit.part is Part.NOUN and unit.lower not in _POINTS:
                last = unit
            elif unit.part not in (Part.OWNER, Part.ADVERB) and not (unit.lower == "-" and last is None):
                break
        return last

    def _owner(self) -> Iterator[str]:
        """Whose the value is: the possessor before it, or what an "of" behind it names."""
        for number in range(self.at - 1, max(-1, self.at - 5), -1):
            unit = self.units[number]
            if unit.part is Part.OWNER and number:
                yield self.units[number - 1].key
                break
            if unit.lower in _OWNING:
                yield from self._key(unit)
                break
            if unit.part not in (Part.NOUN, Part.ADVERB, Part.DETERMINER, Part.PREPOSITION):
                break
        yield from self._of_phrase(self.at + 1)

    def _of_phrase(self, first: int) -> Iterator[str]:
        opened = False
        for unit in self.units[first : first + 8]:
            if unit.lower in ("of", "for", "in") and not opened:
                opened = True
            elif opened and unit.part in (Part.NOUN, Part.NAME):
                yield unit.key
            elif (opened and unit.part is not Part.DETERMINER and unit.part is not Part.OWNER) or (
                not opened and unit.part is not Part.NOUN
            ):
                return

    def _ends(self) -> Iterator[str]:
        """The names tied to a distance: behind a direction word, up to the next verb or mark."""
        opened = False
        for unit in self._behind(14):
            if unit.part in (Part.VERB, Part.AUXILIARY, Part.RELATIVE, Part.OPENER, Part.VALUE):
                return
            if unit.lower in _DIRECTIONS:
                opened = True
            elif opened and unit.part is Part.NAME:
                yield unit.key

    def _part(self) -> Iterator[str]:
        value = self.claim.value
        words = {*(value.modifiers if isinstance(value, Counted) else ()), *self.units[self.at].lower.split()}
        yield from words & _PART_WORDS
        for unit in reversed(self._before(3)):
            if unit.part in (Part.JOIN, Part.MARK, Part.VALUE):
                break
            if unit.lower in _PART_WORDS:
                yield unit.lower
        if isinstance(value, Quantity) and not value.unit and (value.of is not None or self._is_partitive()):
            yield "of"

    def _is_partitive(self) -> bool:
        """Whether "of" with a known whole stands in or behind a count: "three of the men", "two of them"."""
        words = [*self.units[self.at].lower.split(), *(unit.lower for unit in self._behind(2))]
        return any(word == "of" and after in _WHOLES for word, after in pairwise(words))

    def _series(self) -> Iterator[tuple[int, Item]]:
        """The values of the sentence of the kind of this one, each with the words that only it has beside it."""
        mine = self.claim.kind
        places = [
            n
            for n, unit in enumerate(self.units)
            if unit.claim is not None and (unit.claim.kind is mine or {unit.claim.kind, mine} <= _TIMES)
        ]
        for number, place in enumerate(places):
            claim = self.units[place].claim
            assert claim is not None
            first = places[number - 1] + 1 if number else 0
            last = places[number + 1] if number + 1 < len(places) else len(self.units)
            yield place, Item(plain(claim), self._words(first, place), self._words(place, last))

    def _words(self, first: int, last: int) -> frozenset[str]:
        """The keys of the names, nouns and verbs of a stretch of the sentence."""
        return frozenset(
            key
            for unit in self.units[first:last]
            if unit.part in (Part.NAME, Part.NOUN, Part.VERB, Part.VALUE)
            for key in self._key(unit)
        )

    def _as_of(self, clause: Clause) -> Iterator[str]:
        """The dates of the clause, tied to the value by a preposition or standing bare beside the verb."""
        for number, unit in enumerate(self.units):
            dated = unit.claim is not None and unit.claim.kind in _TIMES and unit.claim is not self.claim
            if dated and unit.claim and self.clauses.governing(number).verb == clause.verb:
                yield plain(unit.claim)

    def _compared(self) -> bool:
        """Whether the value is what another is held against: "up from 12", "compared with 12"."""
        words = [unit.lower for unit in self._before(6)]
        while words and words[-1] in _SOFTENING:
            words.pop()
        return " ".join(words[-2:]) in _COMPARED

    def _teller(self) -> Iterator[str]:
        """Who says it: the speaker of the quotation, or the subject of a verb of saying in the sentence."""
        speaker = self.slots.speaker(self.claim.span.start)
        if speaker:
            yield speaker
            return
        for number, unit in enumerate(self.units):
            if unit.part is Part.VERB and unit.key in SPEECH:
                yield from self._keys(self.clauses.subject(number))

    def _scope(self) -> Iterator[str]:
        value = self.claim.value
        if isinstance(value, Quantity) and value.rate:
            yield "per"
        for unit in (*self._before(5), *self._behind(5)):
            if unit.lower in _MEANS:
                yield unit.lower


@cache
def _utterances() -> frozenset[str]:
    """Lemmas of all verbs that report, judge or name; made when asked for, since a dictionary is opened for it."""
    return frozenset(lemma(word) for word in _SAYING | _TELLING) | {"be"}


_READERS: WeakKeyDictionary[Record, Slots] = WeakKeyDictionary()
