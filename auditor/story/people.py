"""People and posts: whether two articles speak of one person, and whether of one post.

A post is an office without its wording: "museum boss" and "the director of the museum" are one, "the launch director" is
another. Two organisations are taken for one where one name is the other with words of a proper name left out
("Norrane", "Norrane Railways"; "the service", "Corvane Fire and Rescue Service").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from auditor.languages.en.code.people import Person, find_people
from auditor.languages.en.lexicon.countries import countries, demonyms
from auditor.languages.en.lexicon.offices import HEAD, PORTFOLIOS
from auditor.languages.en.lists import LISTS
from auditor.model import Age, Claim, ClaimKind, Office, Span
from auditor.story.mentions import Record
from auditor.story.spelling import is_respelt, is_short_form, is_slip, is_variant
from auditor.text.regex import regex

_CHANGES = LISTS.words("office_words", "change")
_COURTS = LISTS.words("office_words", "court")
_GENERIC = LISTS.words("people_and_bodies", "vague", "generic")
_KINDS = LISTS.entry_of("offices", "titles")
_RANKS = LISTS.words("office_words", "rank")
_SHARED = LISTS.words("office_words", "shared")
_STANDING_IN = LISTS.words("office_words", "standing-in")
_VAGUE = LISTS.words("people_and_bodies", "vague")
_WIDE = LISTS.words("offices", "wide")
_HONORIFICS = LISTS.words("short_forms", "honorific")

_T = TypeVar("_T")
_CROWD = 60
"""Mentions under one key in one article, at most: more are a list, not a story."""
_PARTICLES = LISTS.words("name_parts", "no-given")
"""Words of family names that are no given name by themselves: Al Shabab."""
_PARTS = regex(r"[ -]+")
_SMALL_WORDS = LISTS.words("function_words", "small-in-names")
_TRIAL = LISTS.words("office_words", "trial")
_TOKEN = regex(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Post:
    """An office in a form that can be compared: its class, rank, the words before it and what it is held in.

    ``proper`` are the words that belong to a proper name; ``changing`` says that the sentence tells of the office changing
    hands, ``one_of_many`` that others hold it too, and ``definite`` that a certain organisation is meant ("the museum's");
    ``around`` are the words of the sentence in lower case.
    """

    claim: Claim
    office: Office
    kind: str
    rank: str
    narrowed: frozenset[str]
    body: frozenset[str]
    proper: frozenset[str]
    changing: bool
    one_of_many: bool
    definite: bool
    around: frozenset[str] = frozenset()

    @property
    def stands_in(self) -> bool:
        """Whether the person fills the office for a while: "acting", "interim"."""
        return not _STANDING_IN.isdisjoint(self.claim.span.text.lower().split())

    @property
    def words(self) -> frozenset[str]:
        """All that tells which post of its class this is."""
        return self.narrowed | self.body

    @property
    def fields(self) -> frozenset[str]:
        """The fields of a minister, each as one word whatever the text calls it."""
        return frozenset(PORTFOLIOS[word] for word in self.words if word in PORTFOLIOS)


def posts(story: Record) -> tuple[Post, ...]:
    """The posts that the article says named people hold, in reading order."""
    return tuple(_post(story, claim) for claim in story.article.claims if isinstance(claim.value, Office))


def people(story: Record) -> tuple[Person, ...]:
    """The people the article names, in reading order."""
    return tuple(find_people(story.article.prose, story.names))


@dataclass(frozen=True, slots=True)
class Bearer:
    """All that an article says of one person whom it names in full.

    ``given`` is the name without initials, ``family`` the last word, both in lower case; ``full`` are the places of the
    whole name, ``alone`` those of the family name by itself; ``titled`` says that a title stands before some of them.
    """

    given: str
    family: str
    full: tuple[Span, ...]
    alone: tuple[Span, ...]
    titled: bool
    posts: tuple[Post, ...]
    ages: frozenset[int]

    @property
    def first(self) -> str:
        """The first word of the given name."""
        return self.given.split()[0]

    @property
    def is_told(self) -> bool:
        """Whether anything but the name says that this is a person: title, office, age, the family name by itself."""
        return bool(self.titled or self.posts or self.ages or self.alone)


def bearers(story: Record) -> tuple[Bearer, ...]:
    """The people whom the article names in full, in the order of their names."""
    named: dict[tuple[str, str], list[Person]] = defaultdict(list)
    alone: dict[str, list[Person]] = defaultdict(list)
    for person in people(story):
        if person.given and " " in person.span.text and not _PARTICLES.issuperset(person.given.split()):
            named[spelt_out(person.given), person.family].append(person)
        else:
            alone[person.family].append(person)
    held: dict[tuple[str, str], list[Post]] = defaultdict(list)
    aged: dict[tuple[str, str], list[int]] = defaultdict(list)
    for post in posts(story):
        held[spelt_out(post.office.given), post.office.person].append(post)
    for claim in ages(story):
        assert isinstance(claim.value, Age)
        if not claim.value.year:
            aged[spelt_out(claim.value.given), claim.value.person] += claim.value.years
    return tuple(
        Bearer(
            *name,
            tuple(person.span for person in found),
            tuple(person.span for person in alone[name[1]]),
            any(person.title for person in (*found, *alone[name[1]])),
            tuple(held[name]),
            frozenset(aged[name]),
        )
        for name, found in sorted(named.items())
    )


def spelt_out(given: str) -> str:
    """A given name without its initials, unless it has nothing else."""
    return " ".join(word for word in given.split() if len(word.strip(".")) > 1) or given


def sentence(story: Record, at: int) -> str:
    """The sentence of the article in which a place lies."""
    return story.article.prose.text[slice(*sentence_place(story, at))]


def sentence_place(story: Record, at: int) -> tuple[int, int]:
    """The first and the last offset of the sentence of the article in which a place lies; ``(0, 0)`` in none."""
    places = story.article.prose.sentences
    number = bisect_right(places, at, key=lambda place: place[0]) - 1
    return places[number] if number >= 0 else (0, 0)


def _post(story: Record, claim: Claim) -> Post:
    office = claim.value
    assert isinstance(office, Office)
    before_it = story.article.prose.text[max(0, claim.span.start - 12) : claim.span.start].lower().split()[-2:]
    kind, before = _kind(office.title.replace("-", " ").split())
    around = {word.lower() for word in _TOKEN.findall(sentence(story, claim.span.start))}
    named = (office.organisation or "").split()
    body = {word.lower() for word in named} - _SMALL_WORDS
    if kind == "judge" and _TRIAL & around:
        body = {"trial"}
    return Post(
        claim,
        office,
        kind,
        next((word for word in before if word in _RANKS), ""),
        frozenset(word for word in before if not _tells_no_post(word, bool(body))),
        frozenset(body),
        frozenset(word.lower() for word in (*named, *_proper(story, claim.span)) if word[0].isupper()),
        bool(_CHANGES & around),
        bool(_SHARED.intersection(before))
        or before_it[-1:] in (["a"], ["an"])
        or before_it[-2:] == ["of", "the"]
        or (kind == "judge" and not _COURTS.isdisjoint(claim.span.text.lower().split())),
        bool(office.organisation) or before_it[-1:] == ["the"] or _of_vague(before_it[-1:]),
        frozenset(around),
    )


def _of_vague(words: Sequence[str]) -> bool:
    """Whether the word before an office is the possessor that a text names elsewhere: "the town's mayor"."""
    return any(re.sub("[’']s$", "", word) in _VAGUE for word in words)


def _proper(story: Record, office: Span) -> Sequence[str]:
    """The words before an office that tell by their capitals that they are a name: not where the office has a capital too."""
    words = office.text.split()
    places = story.article.prose.sentences
    at = bisect_left(places, office.start, key=lambda place: place[0])
    opens = at < len(places) and places[at][0] == office.start
    return words[1 if opens else 0 : -1] if words[-1][0].islower() else ()


def _kind(title: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The class of an office and the words of its title before the noun."""
    for size in (3, 2, 1):
        kind = _KINDS.get(" ".join(title[-size:]))
        if kind and len(title) >= size:
            return kind, title[:-size]
    if title[-1] == "secretary" and PORTFOLIOS.keys() & title:
        return "minister", title[:-1]
    return title[-1], title[:-1]


def _tells_no_post(word: str, placed: bool) -> bool:
    """Whether a word before an office says nothing of which post it is: ranks, address, a nation stated anyway."""
    return word in _RANKS or word in _HONORIFICS or (placed and is_nationality(word))


def same_kind(one: Post, other: Post) -> bool:
    """Whether the words of two offices can mean one post: one class, or head beside a class that heads things."""
    kinds = {one.kind, other.kind}
    return one.rank == other.rank and (len(kinds) == 1 or (HEAD in kinds and kinds <= _WIDE))


def same_body(one: Post, other: Post) -> bool:
    """Whether two posts are held in one organisation, as far as their words tell; ``False`` where neither says."""
    if one.body and other.body:
        if one.narrowed != other.narrowed:
            return False
        return _one_name(one.body, other.body, one.proper, other.proper)
    if not one.words or not other.words or (one.words & other.words) <= _GENERIC:
        return False
    if not (one.definite or other.definite or one.proper & other.proper or one.kind == "minister"):
        return False
    return _one_name(one.words, other.words, one.proper, other.proper)


def _one_name(
    mine: frozenset[str], theirs: frozenset[str], my_names: frozenset[str], their_names: frozenset[str]
) -> bool:
    if mine <= theirs:
        return theirs - mine <= their_names
    return theirs <= mine and mine - theirs <= my_names


def one_country(left: Record, right: Record) -> bool:
    """Whether two articles name no more than one state, so that "the transport minister" is one post in both."""
    states = {
        countries()[word]
        for story in (left, right)
        for name in story.names.all
        if (word := name.span.text) in countries()
    }
    return len(states) <= 1


def same_given(one: str, other: str) -> bool:
    """Whether the given names of two people of one family name can be one person's; ``True`` where one has none."""
    mine, theirs = one.split(), other.split()
    if not mine or not theirs or set(mine) & set(theirs):
        return True
    return any(is_short_form(a, b) for a in mine for b in theirs)


def namesakes(left: Record, right: Record, family: str) -> bool:
    """Whether two articles name people of one family name in full, and none of the one can be any of the other."""
    mine, theirs = (
        {
            given
            for name in story.names.all
            if name.key.rpartition(" ")[2] == family and (given := name.span.text.lower().rpartition(" ")[0])
        }
        for story in (left, right)
    )
    return bool(mine and theirs) and not any(same_given(a, b) for a, b in product(mine, theirs))


def one_person(one: Office | Age, other: Office | Age) -> bool:
    """Whether two claims are about one person: one family name, if in two spellings, and given names that agree."""
    named = one.person == other.person or is_respelt(one.person, other.person)
    return named and bool(one.given and other.given) and same_given(one.given, other.given)


def other_person(one: Office, other: Office) -> bool:
    """Whether two names share no word, nor any in two spellings, so that no order or shortening makes them one."""
    mine, theirs = (
        [word for word in _PARTS.split(f"{office.given} {office.person}") if word] for office in (one, other)
    )
    return not any(a == b or is_variant(a, b) or is_slip(a, b) for a, b in product(mine, theirs))


def is_nationality(word: str) -> bool:
    """Whether a word in lower case names a state or a people ("french", "israeli")."""
    return word.title() in demonyms() or word.title() in countries()


def meeting(
    mine: Sequence[_T], theirs: Sequence[_T], keys: Callable[[_T], Iterable[Hashable]]
) -> Iterator[tuple[_T, _T]]:
    """Every pair, one from either side, that shares a key, once; of one article with itself each pair in reading order.

    A key that more than a few dozen share says nothing: such pages are lists of names.
    """
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for number, other in enumerate(theirs):
        for key in keys(other):
            holders[key].append(number)
    for index, one in enumerate(mine):
        met = {number for key in keys(one) if len(holders[key]) <= _CROWD for number in holders[key]}
        for number in sorted(met):
            if mine is not theirs or index < number:
                yield one, theirs[number]


def merged(
    conflicts: Iterable[tuple[Claim, Claim]], value: Callable[[Claim], Hashable]
) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """The conflicts about the same two values as one, with all claims of either; the rarer value, or the later, first."""
    sides: dict[frozenset[Hashable], dict[Hashable, set[Claim]]] = defaultdict(lambda: defaultdict(set))
    for pair in conflicts:
        both = frozenset(map(value, pair))
        for claim in pair:
            sides[both][value(claim)].add(claim)
    found = []
    for values in sides.values():
        groups = sorted(
            (sorted(claims, key=lambda claim: claim.span) for claims in values.values()), key=lambda g: g[0].span
        )
        if len(groups) == 2:
            fewer, more = groups if len(groups[0]) < len(groups[1]) else groups[::-1]
            found.append((fewer, more))
    yield from sorted(found, key=lambda sides: (sides[0][0].span, sides[1][0].span))


def ages(story: Record) -> tuple[Claim, ...]:
    """The claims of the article about ages, in reading order."""
    return tuple(claim for claim in story.article.claims if claim.kind == ClaimKind.AGE)
