"""The names in an article: who and what it speaks of, and which mentions are the same one.

A name is a run of capitalised words. What opens a sentence counts only when it cannot be an ordinary word there.
People are told from other names by a title before the name, an office beside it, or a family name that the article
uses alone later on; every mention of one person has the person's family name as its key.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from auditor.languages.en.code.nicknames import MARKS, NICKNAME
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.lexicon.calendar import MONTHS, NAMES
from auditor.languages.en.lexicon.countries import countries
from auditor.languages.en.lexicon.gazetteer import is_place
from auditor.languages.en.lexicon.offices import PORTFOLIOS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import FEW_WORDS, NAME_WORDS, PHRASE, STEM
from auditor.model import Actor, Prose, Span
from auditor.text.alternation import one_of
from auditor.text.index import index_of
from auditor.text.kept import ARTICLES, WORDS
from auditor.text.regex import regex

_GROUP_NOUNS = LISTS.words("people_and_bodies", "group")
_HONORIFICS = LISTS.words("short_forms", "honorific")
_NOT_NAMES = LISTS.words("plain_words", "opener")
_OFFICE_NOUNS = LISTS.words("people_and_bodies", "office")
_STATE_OFFICES = LISTS.words("people_and_bodies", "state-office")

PERSON, STATE, GROUP, OFFICE, NAME = "person", "state", "group", "office", "name"

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_REST = r"(?:(?<=[A-Z])\.(?:[A-Z]\.){0,3}|[\w’'-]{0,30})"
"""What follows a capital: the full stop of initials and more of them, or the word."""
_LINK = r"(?:of the|of|de la|de|del|der|den|van der|van den|van|von der|von dem|von|al|el|bin|ibn|du|da|dos|for)"
_RUN = regex(rf"{_CAPITAL}(?<![\w’'@#/.].){_REST}(?:{NICKNAME}|(?:[ \xa0]{_LINK})?[ \xa0]{_CAPITAL}{_REST}){{0,7}}")
"""Capitalised words; what may not stand before them is asked behind the capital, since capitals are quick to find."""
_DAY_BEHIND = regex(r"\.?[ \xa0]\d")
_POSSESSIVES = ("’s", "'s", "’S", "'S", "’", "'")
_ARTICLES = frozenset(("the", "a", "an", "i"))
_FIELDS = PORTFOLIOS.keys() | LISTS.words("office_words", "field")
_OPENERS = frozenset("“\"‘'(:—–•*")
_SUFFIXES = LISTS.words("name_parts", "suffix")
_OFFICES = _OFFICE_NOUNS | {"executive"}
_OFFICE = one_of(_OFFICES)
_OFFICE_BEFORE = regex(rf"(?<![\w’'-])((?:[a-z-]{{2,20}} ){{0,3}}(?:{_OFFICE}))(?: of (?:the )?[\w ]{{2,30}})?,? $")
_OFFICE_AFTER = regex(rf",? (?:who is |who was )?[^.;\n]{{0,60}}?\b((?:[a-z-]{{2,20}} ){{0,2}}(?:{_OFFICE}))\b")


@dataclass(frozen=True, slots=True)
class Name:
    """One mention: its place, what kind of name it is, and the key that all mentions of the same one share.

    ``key`` is the family name of a person, the name of a state, else the name itself, in lower case.
    ``title`` are the words of the person's office or form of address beside the name, in lower case, and
    ``country`` the state for which the bearer speaks.
    """

    span: Span
    kind: str
    key: str
    title: str = ""
    country: str | None = None

    @property
    def actor(self) -> Actor:
        """Who acts when this name is the subject of a verb."""
        return Actor(self.key, self.key if self.kind == STATE else self.country)


class Names:
    """The names of one article in reading order, with the look-ups that extractors need."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Take the names in reading order."""
        self.all = tuple(names)
        self._starts = [name.span.start for name in self.all]

    def within(self, start: int, end: int) -> tuple[Name, ...]:
        """The names that begin in ``[start, end)``."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def covering(self, at: int) -> Name | None:
        """The name whose words include offset ``at``."""
        index = bisect_right(self._starts, at) - 1
        if index >= 0 and at < self.all[index].span.end:
            return self.all[index]
        return None


class _Token(NamedTuple):
    """A word: its place in its run, as written, without its possessive, and in lower case without its full stop."""

    start: int
    end: int
    word: str
    plain: str
    possessive: bool


class _Written(NamedTuple):
    """A name as it is written in a run of words, at its place there; ``doubtful`` where the article has to confirm that it is one."""

    start: int
    end: int
    kind: str
    key: str
    title: str = ""
    country: str | None = None
    doubtful: bool = False

    def at(self, prose: Prose, start: int) -> Name:
        """The name where the run begins at an offset of the prose."""
        return Name(prose.span(start + self.start, start + self.end), self.kind, self.key, self.title, self.country)


@lru_cache(maxsize=ARTICLES)
def find_names(prose: Prose) -> Names:
    """All names in the prose, people and states recognised, family names resolved within the article.

    Those of the last articles are kept: extraction, checks and comparing ask for them, one after another.
    """
    opens = {start for start, _ in prose.sentences}
    titles = {place for place in prose.sentences if _is_title_case(prose.text[slice(*place)])}
    found: list[Name] = []
    doubtful: list[Name] = []
    for run in _RUN.finditer(prose.text):
        first = _opens_sentence(prose.text, run.start(), opens)
        in_title = bool(titles) and sentence_at(prose, run.start()) in titles
        dated = _DAY_BEHIND.match(prose.text, run.end()) is not None
        for one in _in_title(run.group()) if in_title else _written(run.group(), first, dated):
            (doubtful if one.doubtful else found).append(one.at(prose, run.start()))
    sure = {token for name in found for token in name.span.text.split()}
    found += [name for name in doubtful if name.span.text in sure]
    names = Names(sorted(found, key=lambda name: name.span.start))
    index = index_of(prose.lower)
    places = ((at, at + len(office)) for office, at in index.each(_OFFICES))
    offices = sorted(end for at, end in places if prose.text[at].islower())
    return Names(_resolved([_beside_office(prose.text, names, offices, name) for name in names.all]))


def _is_title_case(sentence: str) -> bool:
    """Whether a headline writes its words with capitals, so that a capital tells no name."""
    if sentence.endswith((".", "!", "”", '"')):
        return False
    initials = [word[0] for word in sentence.split() if len(word) >= STEM and word[0].isalpha()]
    return len(initials) >= FEW_WORDS and sum(map(str.isupper, initials)) > 0.8 * len(initials)


def _in_title(run: str) -> Iterator[_Written]:
    """The states in a title-case headline, and each other word as a name that the article has to confirm."""
    tokens, at = _tokens(run), 0
    while at < len(tokens):
        state, used = _state_at_front(tokens[at : at + 4])
        words = tokens[at : at + max(used, 1)]
        yield _as(words, STATE, state) if state else _as(words, NAME, _key(words))._replace(doubtful=True)
        at += len(words)


def _opens_sentence(text: str, at: int, opens: set[int]) -> bool:
    return at in opens or text[max(0, at - 2) : at].strip(" ")[-1:] in _OPENERS


@lru_cache(maxsize=WORDS)
def _written(run: str, first: bool, dated: bool) -> tuple[_Written, ...]:
    """The names in a run of words; ``first`` where it opens a sentence, so that a capital alone tells no name.

    ``dated`` where a number follows, so that a month at its end is the month of a day.
    """
    names = ((part, name) for part in _parts(run, first, dated) if (name := _name(part)) is not None)
    return tuple(
        name._replace(doubtful=first and not name.start and len(part) == 1 and name.kind in (NAME, OFFICE))
        for part, name in names
    )


def _parts(run: str, first: bool, dated: bool) -> Iterator[list[_Token]]:
    """The names of a run: cut after a possessive, at days and months, and where a sentence opens with a plain word."""
    part: list[_Token] = []
    for token in _tokens(run):
        if not part and token.plain in (_NOT_NAMES if first else _ARTICLES) and token.word != "US":
            continue
        if not part and token.word[0] in MARKS:
            continue
        if (token.plain in NAMES and (dated or not _is_family_name(token, part))) or not token.word:
            if part:
                yield part
            part = []
            continue
        part.append(token)
        if token.possessive:
            yield part
            part = []
    if part:
        yield part


def _is_family_name(month: _Token, part: Sequence[_Token]) -> bool:
    """Whether a word of the calendar is somebody's family name: a month behind a title and a given name, "Minister Ann May"."""
    titles = _titles(part)
    return month.plain in MONTHS and titles > 0 and titles == len(part) - 1 and month.word == month.plain.capitalize()


def _tokens(run: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    for written in run.replace("\xa0", " ").split(" "):
        word = _without_possessive(written)
        tokens.append(_Token(at, at + len(word), word, word.lower().rstrip("."), word != written))
        at += len(written) + 1
    return tokens


def _without_possessive(word: str) -> str:
    if not word.endswith(_POSSESSIVES):
        return word
    return word[:-1] if word[-1] in "’'" else word[:-2]


def _name(tokens: list[_Token]) -> _Written | None:
    tokens = _trimmed(tokens)
    if not tokens:
        return None
    state, used = _state_at_front(tokens)
    if state and used == len(tokens):
        return _as(tokens, STATE, state)
    titles = _titles(tokens[used:])
    titles += _field(tokens[used + titles :]) if titles else 0
    bearer = tokens[used + titles :]
    title = " ".join(token.plain for token in tokens[used : used + titles])
    if not bearer:
        return _as(tokens, OFFICE, _key(tokens), title, state)
    if any(token.plain in _GROUP_NOUNS for token in bearer):
        return _as(tokens, GROUP, _key(tokens), country=state)
    if title and bearer[0].word[0].islower():
        return _as(tokens, OFFICE, _key(tokens), title, state)
    if title:
        return _as(bearer, PERSON, _family(bearer), title, state if _speaks_for_state(title) else None)
    if state:
        return _as(tokens, GROUP, _key(tokens), country=state)
    if any(token.word[0] in MARKS for token in bearer):
        return _as(bearer, PERSON, _family(bearer))
    kind = GROUP if len(bearer) == 1 and len(bearer[0].word) > 1 and bearer[0].word.isupper() else NAME
    return _as(bearer, kind, _key(bearer))


def _trimmed(tokens: list[_Token]) -> list[_Token]:
    start, end = 0, len(tokens)
    while start < end and tokens[start].word[0].islower():
        start += 1
    while end > start and tokens[end - 1].word[0].islower():
        end -= 1
    return tokens[start:end]


def _state_at_front(tokens: Sequence[_Token]) -> tuple[str | None, int]:
    """The state named by the first words, and how many words name it."""
    if not tokens or tokens[0].word not in _first_words_of_states():
        return None, 0
    for used in range(len(tokens[:5]), 0, -1):
        state = countries().get(" ".join(token.word for token in tokens[:used]))
        if state:
            return state, used
    return None, 0


@cache
def _first_words_of_states() -> frozenset[str]:
    return frozenset(name.split(" ", 1)[0] for name in countries())


def _titles(tokens: Sequence[_Token]) -> int:
    """How many of the words are a title: all up to the last office noun or form of address."""
    last = 0
    for index, token in enumerate(tokens[:6]):
        if token.plain in _HONORIFICS or (token.plain in _OFFICE_NOUNS and (token.plain != "general" or index)):
            last = index + 1
    return last


def _field(tokens: Sequence[_Token]) -> int:
    """How many of the words behind a title tell what it is held in: "of State", "of the United States", "of Leeds"."""
    small = next((at for at, token in enumerate(tokens) if token.word[0].isupper()), 0)
    if not small or any(token.plain in _GROUP_NOUNS for token in tokens):
        return 0
    known = 0
    while small + known < len(tokens) and tokens[small + known].plain in _FIELDS:
        known += 1
    known = known or _state_at_front(tokens[small:])[1] or _town_at_front(tokens[small:])
    return small + known if known else 0


def _town_at_front(tokens: Sequence[_Token]) -> int:
    """How many words in front of a name of two words are a known town or region, where not all together are one."""
    town, rest = tokens[:-2], tokens[-2:]
    if not town or not all(token.word[0].isupper() for token in tokens) or is_place(" ".join(t.word for t in tokens)):
        return 0
    return len(town) if rest and is_place(" ".join(token.word for token in town)) else 0


def _speaks_for_state(title: str) -> bool:
    return any(word in _STATE_OFFICES for word in title.split())


def _as(tokens: Sequence[_Token], kind: str, key: str, title: str = "", country: str | None = None) -> _Written:
    """The words as a name."""
    return _Written(tokens[0].start, tokens[-1].end, kind, key, title, country)


def _key(tokens: Sequence[_Token]) -> str:
    return " ".join(token.plain for token in tokens)


def _family(tokens: Sequence[_Token]) -> str:
    names = [token.plain for token in tokens if token.plain not in _SUFFIXES]
    return names[-1] if names else tokens[-1].plain


def _resolved(names: list[Name]) -> Iterator[Name]:
    """Make people of names that stand beside an office, and give every mention of a person the same key."""
    people = {name.key: name for name in reversed(names) if name.kind == PERSON}
    families = {name.span.text.split()[-1].lower(): name for name in reversed(names) if _could_be_full(name)}
    singles = {name.key for name in names if name.kind == NAME and " " not in name.span.text}
    for name in names:
        family = name.key.split()[-1] if name.key else ""
        known = people.get(family)
        if name.kind == NAME and known and _same_person(name, known):
            yield replace(name, kind=PERSON, key=known.key, country=known.country)
        elif name.kind == NAME and family in families and family in singles and _same_person(name, families[family]):
            yield replace(name, kind=PERSON, key=family)
        elif name.kind == PERSON and known and name.country is None:
            yield replace(name, country=known.country)
        else:
            yield name


def _could_be_full(name: Name) -> bool:
    words = name.span.text.split()
    return name.kind == NAME and 2 <= len(words) <= NAME_WORDS and all(word[0].isupper() for word in words)


def _same_person(name: Name, known: Name) -> bool:
    """Whether a mention can be the person known: the given names, where both have them, are the same."""
    mine, theirs = name.span.text.split()[:-1], known.span.text.split()[:-1]
    return not mine or not theirs or mine[0].rstrip(".")[:1] == theirs[0].rstrip(".")[:1]


def _beside_office(text: str, names: Names, offices: Sequence[int], name: Name) -> Name:
    """The name as a person's where it has an office beside it; ``offices`` are the ends of the office nouns."""
    if name.kind != NAME:
        return name
    start, end = name.span.start, name.span.end
    near = bisect_left(offices, start)
    if near and offices[near - 1] > start - PHRASE:
        led = text.endswith((" of ", " of the ", " for the "), 0, start)
        before = None if led else _OFFICE_BEFORE.search(text, max(0, start - PHRASE), start)
        if before:
            holder = names.covering(start - len(before.group()) - 2)
            return _officer(name, before.group(1), holder)
    if near < len(offices) and offices[near] <= end + PHRASE and text[end] == "," and " " in name.span.text:
        after = _OFFICE_AFTER.match(text, end, end + PHRASE)
        if after:
            inside = names.within(end, after.end())
            return _officer(name, after.group(1), inside[0] if inside else None)
    return name


def _officer(name: Name, title: str, organisation: Name | None) -> Name:
    country = organisation.actor.country if organisation and _speaks_for_state(title) else None
    return replace(name, kind=PERSON, key=name.key.split()[-1], title=title.strip(), country=country)
