"""Tellings: who speaks in an article, sentence by sentence, in marks or in indirect speech, and how the text names them.

A speaker is *named* by a name, by a pronoun or a post that can mean one named person alone; *unnamed* by a noun for people
("a senior official", "sources", "critics"); a *document* by a noun for what is read ("the report"). "He" who may be two
people, and "the company" which was told of before, are *unclear*: they are counted apart and make no source of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.languages.en.code.assertions import Assertions
from auditor.languages.en.code.names import OFFICE, PERSON, Name, find_names
from auditor.languages.en.code.people import Person, find_people
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.code.quotations import quotations_of, read_speakers
from auditor.languages.en.code.seen import Seen
from auditor.languages.en.code.voices import PRONOUNS
from auditor.languages.en.lists import LISTS
from auditor.model import Claim, Naming, Prose, Quotation, Span, Telling
from auditor.text.regex import regex

_WORD = regex(r"[\w-]+(?:[.’'](?=\w)[\w-]+)*")
_THINKING = LISTS.words("sourcing", "thinking")
_HIDDEN = LISTS.words("sourcing", "hidden")
_BEHIND = LISTS.words("sourcing", "behind")
_DOCUMENTS = LISTS.words("people_and_bodies", "document")
_OFFICES = LISTS.words("people_and_bodies", "office") - LISTS.words("people_and_bodies", "many-hold")
_BODIES = LISTS.words("people_and_bodies", "vague", "generic", "group", "public") - LISTS.words(
    "people_and_bodies", "speaker"
)
_SPEAKING = LISTS.words("people_and_bodies", "speaker", "voice", "office", "many-hold")
_PEOPLE = _SPEAKING | {f"{noun}s" for noun in _SPEAKING}
_KNOWN = LISTS.words("function_words", "definite", "pointing")
"""What opens words for somebody who was told of before: "the mayor", "his lawyer"."""
_ARTICLES = LISTS.words("function_words", "article")
_SAID_BY_THE_WAY = LISTS.words("function_words", "speech-helper", "adverb")
_SHARES = frozenset(["percent"])
_NO_SOURCE = frozenset(("i", "we", "you", "it", "who", "nobody", "everyone", "everybody", "one"))
"""Pronouns beside a verb of saying that give no source: the author, the reader, whoever it may be."""


def find_tellings(prose: Prose, claims: Sequence[Claim]) -> tuple[Telling, ...]:
    """Who speaks in the article, once a sentence and speaker, in reading order; ``claims`` are those drawn from the prose."""
    seen = Seen(prose)
    speakers = read_speakers(seen.prose, find_names(seen.prose))
    drawn = claims if seen.same else quotations_of(seen.prose, speakers)
    quotations = tuple(claim for claim in drawn if isinstance(claim.value, Quotation))
    return seen.moved(tuple(_Tellings(seen.prose, Assertions(seen.prose, speakers, quotations), quotations).all()))


@dataclass(frozen=True, slots=True)
class _Said:
    """Words for a speaker, and what a claim told there has for its source."""

    speaker: Span
    source: str


class _Tellings:
    def __init__(self, prose: Prose, assertions: Assertions, quotations: Sequence[Claim]) -> None:
        self._prose = prose
        self._assertions = assertions
        self._quotations = quotations
        self._names = find_names(prose)
        self._people = {person.span.start: person for person in find_people(prose, self._names)}
        self._full = _fullest(self._people.values())

    def all(self) -> Iterator[Telling]:
        """Each once a sentence and speaker, the first mention."""
        told: set[tuple[tuple[int, int], str]] = set()
        for said in sorted((*self._quoted(), *self._reported()), key=lambda one: (one.speaker, one.source)):
            naming, name = self._who(said)
            key = sentence_at(self._prose, said.speaker.start), name
            if name and key not in told:
                told.add(key)
                yield Telling(said.speaker, naming, name, said.source)

    def _quoted(self) -> Iterator[_Said]:
        for claim in self._quotations:
            value = claim.value
            if isinstance(value, Quotation) and value.form != "scare" and value.speaker:
                yield _Said(value.speaker, claim.source or "")

    def _reported(self) -> Iterator[_Said]:
        for start, end in self._prose.sentences:
            for who, _, _ in self._assertions.reported(start, end):
                if who.speaker and who.cue and who.cue.text.lower() not in _THINKING:
                    yield _Said(who.speaker, who.name or "")

    def _who(self, said: _Said) -> tuple[Naming, str]:
        """How the words name the speaker, and who that is; no name where they give no source at all."""
        words = said.speaker.text
        lower = words.lower()
        if lower in PRONOUNS:
            return self._pronoun(lower, said.source)
        bearer = self._bearer(said)
        if bearer:
            return Naming.NAMED, self._known_as(bearer)
        parts = _WORD.findall(lower)
        if not parts or not _SHARES.isdisjoint(parts):
            return Naming.UNCLEAR, ""
        if parts[-1] not in _PEOPLE and all(word[0].isupper() for word in words.split()):
            return Naming.NAMED, words
        return self._noun(parts)

    def _bearer(self, said: _Said) -> Name | None:
        """The name in the words that is the speaker's own, and no part of "White House officials", "an aide to Ana Ruiz"."""
        for name in self._names.within(said.speaker.start, said.speaker.end):
            before = self._prose.text[said.speaker.start : name.span.start].split()
            ends = name.span.end == said.speaker.end and all(
                word[0].isupper() or word.lower() in _ARTICLES | _KNOWN for word in before
            )
            if name.kind != OFFICE and (ends or name.span.text == said.source):
                return name
        return None

    def _pronoun(self, words: str, source: str) -> tuple[Naming, str]:
        if words in _NO_SOURCE:
            return Naming.UNCLEAR, ""
        if source and source.lower() not in PRONOUNS:
            name = next((name for name in self._names.all if name.span.text == source), None)
            return Naming.NAMED, self._known_as(name) if name else source
        return Naming.UNCLEAR, words

    def _known_as(self, name: Name) -> str:
        """The fullest name that the article has for the bearer of a name."""
        person = self._people.get(name.span.start)
        if person:
            return self._full[_key(person)]
        if name.kind == PERSON:
            full = {text for (_, family), text in self._full.items() if family == name.key}
            return full.pop() if len(full) == 1 else name.span.text
        return name.span.text

    def _noun(self, parts: list[str]) -> tuple[Naming, str]:
        """What a noun phrase says of who speaks."""
        heads = _heads(parts)
        while len(heads) > 1 and heads[-1] in _SAID_BY_THE_WAY:
            heads.pop()
        known = parts[0] in _KNOWN
        while heads and (heads[0] in _ARTICLES or heads[0] in _KNOWN):
            heads = heads[1:]
        words = " ".join(heads or parts)
        head = heads[-1] if heads else parts[-1]
        if not _HIDDEN.isdisjoint(parts):
            return Naming.UNNAMED, words
        if head in _DOCUMENTS or head.removesuffix("s") in _DOCUMENTS:
            return Naming.DOCUMENT, words
        if known and (holder := self._holder(head)):
            return Naming.NAMED, holder
        if known and (head in _OFFICES or head in _BODIES):
            return Naming.UNCLEAR, words
        return Naming.UNNAMED, words

    def _holder(self, head: str) -> str:
        """The only person whom the article gives a title that ends in a noun."""
        titled = {
            self._known_as(name)
            for name in self._names.all
            if name.kind == PERSON and name.title.split()[-1:] == [head]
        }
        return titled.pop() if len(titled) == 1 else ""


def _heads(parts: Sequence[str]) -> list[str]:
    """The words up to the noun that says what the speaker is: without "for the ministry", "who asked not to be named"."""
    cut = next((at for at, word in enumerate(parts) if at and word in _BEHIND), len(parts))
    return list(parts[:cut])


def _key(person: Person) -> tuple[str, str]:
    """What is equal for all mentions of a person: the given name without initials, and the family name."""
    return " ".join(word for word in person.given.split() if len(word.strip(".")) > 1) or person.given, person.family


def _fullest(people: Iterable[Person]) -> dict[tuple[str, str], str]:
    """Given and family name in lower case -> the longest that the article writes for them."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for person in people:
        found[_key(person)].append(person.span.text)
    return {key: max(texts, key=lambda text: (len(text), text)) for key, texts in found.items()}
