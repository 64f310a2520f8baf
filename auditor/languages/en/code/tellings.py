"""Tellings: who speaks in an article, sentence by sentence, in marks or in indirect speech, and how the text names them.

A speaker is *named* by a name, by a pronoun or a post that can mean one named person alone; *unnamed* by a noun for people
("a senior official", "sources", "critics"); a *document* by a noun for what is read ("the report"). "He" who may be two
people, and "the company" which was told of before, are *unclear*: they are counted apart and make no source of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.languages.en.code.assertions import Assertions
from auditor.languages.en.code.names import OFFICE, PERSON, Name, find_names
from auditor.languages.en.code.people import Person, find_people
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.code.quotations import quotations_of, read_speakers
from auditor.languages.en.code.seen import Seen
from auditor.languages.en.code.speakers import Attribution, Speakers
from auditor.languages.en.code.voices import CUES, PRONOUNS
from auditor.languages.en.lexicon.short_forms import ENDINGS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import WORD
from auditor.model import Claim, Naming, Prose, Quotation, Span, Telling
from auditor.text.index import any_within, index_of
from auditor.text.regex import regex

_THINKING = LISTS.words("sourcing", "thinking")
_STATING = LISTS.words("sourcing", "stating")
_COUNTING = LISTS.words("sourcing", "counting")
_OF_THINGS = LISTS.words("sourcing", "of-things")
_NUMBERS = LISTS.words("numbers")
_DONE_TO = LISTS.words("function_words", "be")
_ONE = frozenset(("a", "an"))
_POSSESSIVE = ("’s", "'s", "s’", "s'")
_PASSIVE = LISTS.words("function_words", "be", "get", "determiner") | set(ENDINGS)
_JOINING = LISTS.words("function_words", "joining")
_BETWEEN = 2
"""Words between a speaker and a verb that speaks: "has repeatedly". Behind more, the verb is often another's."""
_HIDDEN = LISTS.words("sourcing", "hidden")
_BEHIND = LISTS.words("sourcing", "behind")
_DOCUMENTS = LISTS.words("people_and_bodies", "document") | LISTS.words("sourcing", "document")
_OFFICES = LISTS.words("people_and_bodies", "office") - LISTS.words("people_and_bodies", "many-hold")
_BODIES = (
    LISTS.words("people_and_bodies", "vague", "generic", "group", "public")
    - LISTS.words("people_and_bodies", "speaker")
) | LISTS.words("sourcing", "body")
_SPEAKING = LISTS.words("people_and_bodies", "speaker", "voice", "office", "many-hold")
_PEOPLE = _SPEAKING | {f"{noun}s" for noun in _SPEAKING}
_NOUNS = LISTS.words("people_and_bodies", "speaker", "many-hold") | _DOCUMENTS
_FURTHER = regex(r"(?:\s[a-z-]{2,20}\b){1,2}(?!\s[A-ZÀ-Þ])")
_KNOWN = LISTS.words("function_words", "definite", "pointing")
"""What opens words for somebody who was told of before: "the mayor", "his lawyer"."""
_ARTICLES = LISTS.words("function_words", "article")
_SAID_BY_THE_WAY = LISTS.words("function_words", "speech-helper", "adverb")
_NOBODY = LISTS.words("sourcing", "behind") | {"no"}
_PLURALS = LISTS.words("people_and_bodies", "bare") | {
    noun for noun in LISTS.words("people_and_bodies", "voice") if noun.endswith("s")
}
_SHARES = frozenset(["percent"])
_SUFFIXES = LISTS.words("name_parts", "suffix")
_NO_SOURCE = frozenset(("i", "we", "you", "it", "who", "nobody", "everyone", "everybody", "one"))
"""Pronouns beside a verb of saying that give no source: the author, the reader, whoever it may be."""


def find_tellings(prose: Prose, claims: Sequence[Claim]) -> tuple[Telling, ...]:
    """Who speaks in the article, once a sentence and speaker, in reading order; ``claims`` are those drawn from the prose."""
    seen = Seen(prose)
    speakers = read_speakers(seen.prose, find_names(seen.prose))
    drawn = claims if seen.same else quotations_of(seen.prose, speakers)
    quotations = tuple(claim for claim in drawn if isinstance(claim.value, Quotation))
    return seen.moved(tuple(_Tellings(seen.prose, speakers, quotations).all()))


@dataclass(frozen=True, slots=True)
class _Said:
    """Words for a speaker, what a claim told there has for its source, and whether a verb of saying is beside them."""

    speaker: Span
    source: str
    told: bool


class _Tellings:
    def __init__(self, prose: Prose, speakers: Speakers, quotations: Sequence[Claim]) -> None:
        self._prose = prose
        self._speakers = speakers
        self._assertions = Assertions(prose, speakers, quotations)
        self._quotations = quotations
        self._names = find_names(prose)
        self._people = {person.span.start: person for person in find_people(prose, self._names)}
        self._full = _fullest(self._people.values())

    def all(self) -> Iterator[Telling]:
        """Each once a sentence and speaker, the first mention; a family name alone is the only full name's with it."""
        found = tuple(self._each())
        families: dict[str, set[str]] = defaultdict(set)
        for one in found:
            family = _family(one.name)
            if one.naming is Naming.NAMED and family != one.name:
                families[family].add(one.name)
        for one in found:
            full = families[one.name] if one.naming is Naming.NAMED else set()
            yield replace(one, name=next(iter(full))) if len(full) == 1 else one

    def _each(self) -> Iterator[Telling]:
        told: set[tuple[tuple[int, int], str]] = set()
        for said in sorted((*self._quoted(), *self._reported()), key=lambda one: (one.speaker, one.source)):
            naming, name = self._who(said)
            if not (said.told or self._is_person(name)) or self._prose.text[said.speaker.start - 1] in "-(":
                continue
            key = sentence_at(self._prose, said.speaker.start), name
            if name and key not in told:
                told.add(key)
                yield Telling(said.speaker, naming, name, said.source)

    def _quoted(self) -> Iterator[_Said]:
        for claim in self._quotations:
            value = claim.value
            if isinstance(value, Quotation) and value.form != "scare" and value.speaker:
                yield _Said(value.speaker, claim.source or "", value.cue is not None)

    def _reported(self) -> Iterator[_Said]:
        """Who speaks in indirect speech, and who warns, denies, blames."""
        stating = index_of(self._prose.lower).places(_STATING)
        for start, end in self._prose.sentences:
            reported = self._assertions.reported(start, end)
            said = [one.who for one in reported]
            if any_within(stating, start, end):
                said += (who for who in self._speakers.told(start, end, _STATING) if self._is_active(who))
            for who in said:
                if who.speaker and who.cue and self._says(who.speaker, who.cue):
                    yield _Said(who.speaker, who.name or "", told=True)

    def _says(self, speaker: Span, cue: Span) -> bool:
        """Whether the verb tells what was said: no thought, no count, and no noun that reads as a verb."""
        return not (cue.text.lower() in _THINKING or self._counts(cue) or _is_no_verb(speaker, cue))

    def _counts(self, cue: Span) -> bool:
        """Whether the verb counts up or takes rather than says: "employers added 155,000 jobs", "now claims four regions"."""
        behind = self._prose.lower[cue.end : cue.end + WORD].split()[:1]
        return cue.text.lower() in _COUNTING and any(word[0].isdigit() or word in _NUMBERS for word in behind)

    def _is_active(self, who: Attribution) -> bool:
        """Whether the verb is beside its subject, and neither done to it nor an adjective: "has been accused", "the alleged".

        A name with "and" between it and the verb is an earlier verb's object: "has taken Ostra and now claims the rest".
        """
        if who.speaker is None or who.cue is None or who.cue.start < who.speaker.end:
            return who.speaker is not None
        between = self._prose.lower[who.speaker.end : who.cue.start].split()
        return len(between) <= _BETWEEN and (_PASSIVE | _JOINING).isdisjoint(between)

    def _who(self, said: _Said) -> tuple[Naming, str]:
        """How the words name the speaker, and who that is; no name where they give no source at all."""
        words = said.speaker.text
        lower = words.lower()
        if lower in PRONOUNS:
            return self._pronoun(lower, said.source)
        further = self._further(said.speaker.end)
        if further:
            return self._noun(f"{words} {further}")
        bearer = self._bearer(said)
        if bearer and bearer.span.text.lower() in _PLURALS:
            return self._noun(bearer.span.text)
        if bearer:
            return Naming.NAMED, self._known_as(bearer)
        parts = words.split()
        if not _SHARES.isdisjoint(lower.split()) or lower.split()[0] in _NOBODY:
            return Naming.UNCLEAR, ""
        alone = len(parts) == 1 and lower.endswith("s")
        if lower.split()[-1] not in _PEOPLE and all(word[0].isupper() for word in parts) and not alone:
            return Naming.NAMED, words
        return self._noun(words)

    def _bearer(self, said: _Said) -> Name | None:
        """The name in the words that is the speaker's own, and no part of "White House officials", "an aide to Ana Ruiz"."""
        for name in self._names.within(said.speaker.start, said.speaker.end):
            if not name.span.text[0].isupper():
                continue
            before = self._prose.text[said.speaker.start : name.span.start].split()
            ends = name.span.end == said.speaker.end and all(
                word[0].isupper() or word.lower() in _ARTICLES | _KNOWN for word in before
            )
            if name.kind != OFFICE and (ends or name.span.text == said.source):
                return name
        return None

    def _is_person(self, name: str) -> bool:
        return name in self._full.values()

    def _further(self, end: int) -> str:
        """The words behind those for a speaker that say what the speaker is: "Department of Transportation [representative]"."""
        found = _FURTHER.match(self._prose.text, end)
        behind = found.group().split() if found else []
        for number, word in enumerate(behind, 1):
            if word in CUES:
                return ""
            if word in _NOUNS:
                return " ".join(behind[:number])
        return ""

    def _pronoun(self, words: str, source: str) -> tuple[Naming, str]:
        if words in _NO_SOURCE:
            return Naming.UNCLEAR, ""
        if source and source.lower() not in PRONOUNS:
            name = next((name for name in self._names.all if name.span.text == source), None)
            if name and (name.kind == PERSON or name.span.start in self._people):
                return Naming.NAMED, self._known_as(name)
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

    def _noun(self, told: str) -> tuple[Naming, str]:
        """What a noun phrase says of who speaks."""
        parts = told.split()
        known = parts[0].lower() in _KNOWN
        heads = _heads(parts)
        if heads[-1].endswith(_POSSESSIVE) or not _DONE_TO.isdisjoint(heads):
            return Naming.UNCLEAR, ""  # "Ann Lee's claim", "the plans were announced": nobody speaks there
        words = " ".join(heads)
        head = heads[-1].lower()
        words = f"{words[0].lower()}{words[1:]}" if heads[0].lower() in _PEOPLE else words
        if not _HIDDEN.isdisjoint(told.lower().split()):
            return Naming.UNNAMED, words
        if head in _DOCUMENTS or head.removesuffix("s") in _DOCUMENTS:
            return Naming.DOCUMENT, words
        if known and (holder := self._holder(head)):
            return Naming.NAMED, holder
        if known and (head in _OFFICES or head in _BODIES):
            named = head in _BODIES and any(word[0].isupper() for word in heads)
            return (Naming.NAMED if named else Naming.UNCLEAR), words
        return Naming.UNNAMED, words

    def _holder(self, head: str) -> str:
        """The only person whom the article gives a title that ends in a noun."""
        titled = {
            self._known_as(name)
            for name in self._names.all
            if name.kind == PERSON and name.title.split()[-1:] == [head]
        }
        return titled.pop() if len(titled) == 1 else ""


def _is_no_verb(speaker: Span, cue: Span) -> bool:
    """Whether the word behind a noun phrase is a noun itself, "a new report", or tells what a thing does, "the case threatens"."""
    first, *words = speaker.text.lower().split()
    verb = cue.text.lower()
    if first in _ONE and cue.start > speaker.end and f"{verb}s" in CUES:
        return True
    is_thing = first in _KNOWN | _ARTICLES and not any(word in _PEOPLE for word in words)
    return is_thing and verb in _OF_THINGS and not any(word[0].isupper() for word in speaker.text.split()[1:])


def _heads(parts: Sequence[str]) -> list[str]:
    """The words that say what the speaker is: no article, nothing behind the noun ("for the ministry"), no adverb."""
    cut = next((at for at, word in enumerate(parts) if at and word in _BEHIND), len(parts))
    heads = list(parts[:cut])
    while len(heads) > 1 and heads[-1] in _SAID_BY_THE_WAY:
        heads.pop()
    while len(heads) > 1 and heads[0].lower() in _ARTICLES | _KNOWN:
        heads.pop(0)
    return heads


def _family(name: str) -> str:
    """The family name of a full name, with what stands behind it: "Lee Jr" of "Ann Lee Jr"; all of a name of one word."""
    words = name.split()
    names = [at for at, word in enumerate(words) if word.lower().rstrip(".") not in _SUFFIXES]
    return " ".join(words[max(names, default=0) :])


def _key(person: Person) -> tuple[str, str]:
    """What is equal for all mentions of a person: the given name without initials, and the family name with "Jr"."""
    given = " ".join(word for word in person.given.split() if len(word.strip(".")) > 1) or person.given
    return given, _family(person.span.text).lower().rstrip(".") if _has_suffix(person) else person.family


def _has_suffix(person: Person) -> bool:
    return person.span.text.split()[-1].lower().rstrip(".") in _SUFFIXES


def _fullest(people: Iterable[Person]) -> dict[tuple[str, str], str]:
    """Given and family name in lower case -> the longest that the article writes for them."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for person in people:
        found[_key(person)].append(person.span.text)
    return {key: max(texts, key=lambda text: (len(text), text)) for key, texts in found.items()}
