"""The people an article names, each with given and family name, as the claims about people need them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.languages.en.code.names import NAME, PERSON, Name, Names
from auditor.languages.en.code.nicknames import MARKS
from auditor.languages.en.lexicon.calendar import MONTHS
from auditor.languages.en.lexicon.offices import ABBREVIATED, PORTFOLIOS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import NAME_WORDS
from auditor.model import Prose, Span

_PARTY_WORDS = LISTS.words("office_words", "party")
_GROUP_NOUNS = LISTS.words("people_and_bodies", "group")
_NOT_NAMES = LISTS.words("plain_words", "opener") - MONTHS.keys()
_OFFICE_NOUNS = LISTS.words("people_and_bodies", "office")

_SUFFIXES = LISTS.words("name_parts", "suffix")
_LINKS = LISTS.words("name_parts", "particle")
_GIVEN_ONLY = LISTS.words("name_parts", "given-only")
_OFFICES_AND_PARTIES = _OFFICE_NOUNS | _PARTY_WORDS
_CUT = frozenset(short.rstrip(".") for short in ABBREVIATED)
"""Titles cut short, without their full stop."""
_NO_PEOPLE = _CUT | PORTFOLIOS.keys() | _NOT_NAMES | _PARTY_WORDS
"""Words with a capital that are no family name by themselves: cut titles, fields of an office, party names."""
_INSIDE = str.maketrans("", "", "’'-.")
"""What may stand between the letters of a name."""
_GENERAL = "General"
"""A rank that opens the names of companies as well, so that names keep it."""


@dataclass(frozen=True, slots=True)
class Person:
    """One mention of a person: where the name stands, given and family name in lower case, and the title before it.

    ``given`` holds all words before the family name; it is empty where the article never gives them, or gives several
    people of that family name.
    """

    span: Span
    given: str
    family: str
    title: str = ""


def find_people(prose: Prose, names: Names) -> Iterator[Person]:
    """Every mention of a person by a full name, or by a family name behind a title or known from a full name."""
    full = [person for name in _unbroken(prose, names) if (person := _full(prose, name))]
    known: dict[str, set[str]] = defaultdict(set)
    for person in full:
        known[person.family].add(person.given)
    starts = {person.span.start for person in full}
    for name in names.all:
        if name.span.start in starts:
            continue
        if general := _general(prose, name, known):
            full.append(general)
        if name.kind != PERSON or " " in name.span.text:
            continue
        family = name.span.text.lower()
        if family in _NO_PEOPLE:
            continue
        givens = known.get(family, set())
        if givens or (name.title and not _GIVEN_ONLY.intersection(name.title.split()[-1:])):
            full.append(Person(name.span, next(iter(givens)) if len(givens) == 1 else "", family, name.title))
    yield from sorted(full, key=lambda person: (person.span.start, person.span.end))


def _general(prose: Prose, name: Name, known: Mapping[str, Collection[str]]) -> Person | None:
    """The person of "General Lee", where the article has a full name for the family; else it may be a company."""
    words = name.span.text.split()
    if len(words) != 2 or words[0] != _GENERAL or words[1].lower() not in known:
        return None
    return Person(prose.span(name.span.end - len(words[1]), name.span.end), "", words[1].lower(), _GENERAL.lower())


def _unbroken(prose: Prose, names: Names) -> Iterator[Name]:
    """The names, those that a line break cuts in two as one."""
    whole: Name | None = None
    for name in names.all:
        if whole and _cut_by_line(prose, whole, name) and {whole.kind, name.kind} <= {NAME, PERSON}:
            whole = replace(whole, span=prose.span(whole.span.start, name.span.end))
            continue
        if whole:
            yield whole
        whole = name
    if whole:
        yield whole


def _cut_by_line(prose: Prose, before: Name, after: Name) -> bool:
    cut = after.span.start == before.span.end + 1 and prose.text[before.span.end] == "\n"
    return cut and not any(start == after.span.start for start, _ in prose.sentences)


def _full(prose: Prose, name: Name) -> Person | None:
    """The person whom a name of two to five words can be; of "Ann Lee of the Bar Council" the first two words."""
    if name.span.text.isalpha():
        return None
    words = name.span.text.rstrip("’'").split()
    start = name.span.start
    title = name.title
    if words[0] == _GENERAL and words[2:] and not words[3:]:
        title = _GENERAL.lower()
        start += len(words.pop(0)) + 1
    for _ in range(_foreword(words)):
        start += len(words.pop(0)) + 1
    if "of" in words[2:4]:
        words = words[: words.index("of", 2)]
    elif name.kind not in (NAME, PERSON):
        return None
    named = [word for word in words if word.lower().rstrip(".") not in _SUFFIXES and word[0] not in MARKS]
    if not 2 <= len(named) <= NAME_WORDS or len(_plain(named[-1])) == 1 or not all(map(_can_name_a_person, named)):
        return None
    if _GIVEN_ONLY.intersection(name.title.split()[-1:]):
        return None
    span = prose.span(start, start + len(" ".join(words)))
    if _plain(named[-1]) in _CUT and prose.text.startswith(".", span.end) and not _ends_sentence(prose, span.end + 1):
        return None  # "Vermont Sen."
    return Person(span, " ".join(map(_plain, named[:-1])), _plain(named[-1]), title)


def _ends_sentence(prose: Prose, at: int) -> bool:
    return any(end == at for _, end in prose.sentences)


def _foreword(words: Sequence[str]) -> int:
    """How many words stand before a name that a capital makes part of it: an age, a party ("Iowa Republican Ann Lee")."""
    parties = [at for at, word in enumerate(words) if word.lower() in _PARTY_WORDS]
    if parties and len(words) - parties[-1] > 2:
        return parties[-1] + 1
    return int(words[0].endswith("-old"))


def _can_name_a_person(word: str) -> bool:
    plain = _plain(word)
    if plain in _LINKS:
        return True
    fits = word[0].isupper() and word.translate(_INSIDE).isalnum() and not (word[3:] and word.isupper())
    return fits and plain not in _GROUP_NOUNS and plain not in _NOT_NAMES and plain not in _OFFICES_AND_PARTIES


def _plain(word: str) -> str:
    return word.lower().rstrip(".")
