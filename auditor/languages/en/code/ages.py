"""Ages: how old a named person is said to be, and the ages of several people listed together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from auditor.languages.en.code.people import Person
from auditor.languages.en.lexicon.numbers import SMALL
from auditor.model import Age, Claim, ClaimKind, Prose, Span
from auditor.text.alternation import one_of
from auditor.text.index import index_of, matches_at

_YEARS = r"(1[0-2]\d|[1-9]?\d)"
_OLD = rf"({'|'.join(SMALL)}|1[0-2]\d|[1-9]?\d)-year-old"
_NOUNS = r"(?:[a-z][a-z’'-]{1,20} ){0,3}"
_AFTER = re.compile(
    rf"(?:,? ?\({_YEARS}\)"
    rf"|, (?:of|from) [A-ZÀ-Þ][\w’'-]{{1,20}}(?: [A-ZÀ-Þ][\w’'-]{{1,20}})?, {_YEARS}(?=[,.])"
    rf"|,(?: who is| now| just| only| barely| still| aged| age)?(?: now| aged)? {_YEARS}"
    r"(?=[,.;:—–)]|\s?$| (?:and|who|was|is|has|had|said|told|years old)\b| [—–-]{1,2} \D)"
    rf"| [—–-]{{1,2}} {_YEARS}(?=,)"
    rf"|, (?:an?|the) {_NOUNS}?[a-z][a-z’'-]{{1,20}}, {_YEARS}(?=[,.])"
    rf"|, (?:[\w’'-]{{1,20}} ){{1,7}}?[\w’'-]{{2,20}}, (?:is|is now|turned) {_YEARS}(?: years old)?(?=[,.;]| and | but | on )"
    rf"| (?:[a-z]{{2,12}} ){{0,2}}died (?:[\w’']{{1,12}} ){{0,4}}(?:at (?:the )?age (?:of )?|aged ){_YEARS}(?=[,.;]|\s?$)"
    rf"| aged {_YEARS}\b"
    rf"|,? (?:who )?(?:is|is now|was|turned) {_YEARS}(?: years old)?(?=[,.;]| on | this | last )"
    rf"|,? an? {_OLD}\b"
    rf"|, the {_OLD}\b)"
)
_BEFORE = re.compile(rf"(?i:\b{_OLD})(?: {_NOUNS}| )(?:named |called )?$")
_APPOSED = re.compile(rf"\b[Aa]n? {_OLD} {_NOUNS}?[a-z][a-z’'-]{{1,20}}, $")
_LISTING = frozenset(
    "aged who accused defendants suspects victims children boys girls men women brothers sisters".split()
)
_LISTED = re.compile(
    rf"\b(?:aged|(?:{one_of(_LISTING - {'aged'})}) (?:are|were)) "
    r"((?:\d{1,3}, ){0,8}\d{1,3},? and \d{1,3})\b"
)
_PLACING = (", of ", " from ", " in ", " at ", " near ")
"""What stands before the name of a place, behind which an age is that of somebody named before."""
_PRONOUNS = frozenset(("he", "she"))
_PRONOUN = re.compile(rf"\b(?:He|She) (?:is|was) {_YEARS}(?: years old)?(?=[.;])")
_NOW = re.compile(rf"\bis (?:now {_YEARS}|{_YEARS} now)(?=[,.;:—–)]|\s?$| (?:and|but|who)\b)")
_YEAR = r"((?:1[89]|20)\d\d)(?![\d%]|[.,]\d)"
_AGED = rf"(?:at (?:the )?age (?:of )?|when (?:he|she) was |(?:then )?aged ){_YEARS}(?![\d%]|[.,]\d| (?:months|weeks|days)\b)"
_YEAR_FIRST = re.compile(rf"\bin (?:[A-Z][a-z]{{2,8}} )?{_YEAR},? {_AGED}")
_AGE_FIRST = re.compile(rf"\b{_AGED},? in (?:[A-Z][a-z]{{2,8}} )?{_YEAR}")
"""An age and its year side by side; a year further off may be that of something else."""
_IS, _IN, _AGED_OPENERS = frozenset(["is"]), frozenset(["in"]), frozenset("at when then aged".split())
"""What the three begin with."""
_REACH = 60
"""How far from a name its age may stand, in characters."""


def find_ages(prose: Prose, people: Sequence[Person]) -> Iterator[Claim]:
    """One claim for every age beside a name, and one for every list of ages."""
    index = index_of(prose.lower)
    text = prose.text.replace("\n", " ")
    for person in people:
        after = _AFTER.match(text, person.span.end, min(person.span.end + _REACH, len(text)))
        if after and not text.endswith(_PLACING, max(0, person.span.start - 6), person.span.start):
            yield _claim(prose, person, after)
        before = _before(text, person.span)
        if before:
            yield _claim(prose, person, before)
    for pronoun in matches_at(_PRONOUN, text, index.places(_PRONOUNS)):
        meant = _meant(prose, people, pronoun.start())
        if meant:
            yield _claim(prose, meant, pronoun)
    yield from _of_a_time(prose, text, people)
    for listed in matches_at(_LISTED, text, index.places(_LISTING)):
        years = tuple(sorted(int(number) for number in re.findall(r"\d+", listed.group(1))))
        span = prose.span(*listed.span(1))
        yield Claim(ClaimKind.AGE, span, Age("", "", years), f"{len(years)} people")


def _of_a_time(prose: Prose, text: str, people: Sequence[Person]) -> Iterator[Claim]:
    """Ages apart from the name in a sentence that names one person: "is 32 now", "in 2002 at the age of 19"."""
    index = index_of(prose.lower)
    for found, age, year in (
        *((found, found.lastindex or 1, 0) for found in matches_at(_NOW, text, index.places(_IS))),
        *((found, 2, 1) for found in matches_at(_YEAR_FIRST, text, index.places(_IN))),
        *((found, 1, 2) for found in matches_at(_AGE_FIRST, text, index.places(_AGED_OPENERS))),
    ):
        number = bisect_left(prose.sentences, (found.start() + 1, 0)) - 1
        named = _named(people, prose.sentences[number][0], found.start()) if number >= 0 else ()
        if len({person.family for person in named}) == 1:
            yield _aged(prose, named[0], found, age, int(found.group(year)) if year else None)


def _named(people: Sequence[Person], start: int, end: int) -> Sequence[Person]:
    """The people named in ``[start, end)``, in reading order."""
    first = bisect_left(people, start, key=lambda person: person.span.start)
    return people[first : bisect_left(people, end, key=lambda person: person.span.start)]


def _meant(prose: Prose, people: Sequence[Person], at: int) -> Person | None:
    """The one person named in the sentence before, whom "he" or "she" at the front of this one means."""
    number = bisect_left(prose.sentences, (at, at))
    if (
        not 0 < number < len(prose.sentences)
        or prose.sentences[number][0] != at
        or "\n" in prose.text[prose.sentences[number - 1][1] : at]
    ):
        return None
    start, end = prose.sentences[number - 1]
    named = _named(people, start, end)
    return named[0] if len({person.family for person in named}) == 1 else None


def _before(text: str, name: Span) -> re.Match[str] | None:
    """The age of "47-year-old teacher" or "a 47-year-old teacher," right before the name."""
    near = max(0, name.start - _REACH), name.start
    if text.find("-old", *near) < 0:
        return None
    apposed = text.startswith(",", name.end)
    return _BEFORE.search(text, *near) or (_APPOSED.search(text, *near) if apposed else None)


def _claim(prose: Prose, person: Person, found: re.Match[str]) -> Claim:
    return _aged(prose, person, found, found.lastindex or 1)


def _aged(prose: Prose, person: Person, found: re.Match[str], group: int, year: int | None = None) -> Claim:
    start, end = found.span(group)
    word = found.group(group).lower()
    years = SMALL[word] if word in SMALL else int(word)
    if prose.text[end : end + 9] == "-year-old":
        end += 9
    value = Age(person.family, person.given, (years,), person.span, year, "now" in found.group().split())
    return Claim(ClaimKind.AGE, prose.span(start, end), value, person.span.text)
