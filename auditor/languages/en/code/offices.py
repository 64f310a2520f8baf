"""Offices: who is said to hold which office, in what, and whether still.

An office stands before a name ("the museum's director, Ann Lee", "Transport Minister Ann Lee"), behind it as an apposition
("Ann Lee, the union's president,"), in a clause ("Ann Lee, who heads the coastguard") or around it ("a team led by Ann Lee"):
the rules are in ``rules/offices.toml``. What it is held in is told here, by the noun phrases around it: the possessor or the
"of" phrase; "the service" means the one service that the article names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from auditor.grammar.grammar import Found
from auditor.grammar.trace import note
from auditor.languages.en.code.names import GROUP, NAME, Names
from auditor.languages.en.code.people import Person
from auditor.languages.en.grammars import GRAMMARS
from auditor.languages.en.lexicon.countries import countries, demonyms
from auditor.languages.en.lexicon.light import LIGHT
from auditor.languages.en.lexicon.offices import ABBREVIATED, HEAD, PORTFOLIOS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import STEM
from auditor.model import Claim, ClaimKind, Office, Prose
from auditor.text.beside import Within

_CHANGES = LISTS.words("office_words", "change")
_HEADED_VERBS = LISTS.words("heading_verbs", "then")
_NOT_HEADED = LISTS.words("office_words", "not-headed")
_OTHER_VERBS = LISTS.column("heading_verbs", "office")
_PARTY_WORDS = LISTS.words("office_words", "party")
_PASSING = LISTS.words("office_words", "passing")
_PAST = LISTS.words("office_words", "past")
_QUALIFIERS = _PAST | _PASSING | LISTS.words("office_words", "rank")
_UNDERTAKINGS = LISTS.words("office_words", "undertaking")
_VAGUE = LISTS.words("people_and_bodies", "vague")
_HONORIFICS = LISTS.words("short_forms", "honorific")
_NOT_NAMES = LISTS.words("plain_words", "opener")
_PANELS = LISTS.words("people_and_bodies", "panel")
_ARTICLES = LISTS.words("function_words", "owner")
_THROUGH = Within(LISTS.words("clause_cues", "throughout"))
_OFFICE_NOUNS = LISTS.words("people_and_bodies", "office")
_TITLE_WORDS = _QUALIFIERS | PORTFOLIOS.keys() | _OFFICE_NOUNS
_LINKS = frozenset(("of", "for"))
_JOINS = frozenset(("of", "and", "for", "the"))
_POSSESSIVE = ("’s", "'s", "s’", "s'")
_INSIDE = "’'.&-"
"""What may stand between the letters of a word of a title or a name."""
_MARKS = (*'.,;:(“"', " who ", " that ")
"""What ends the phrase of an office."""


@dataclass(frozen=True, slots=True)
class _Held:
    """An office as the text words it: the place of its words, the title, its organisation and whether it is over; ``over`` are the words that say so."""

    start: int
    end: int
    title: str
    organisation: str = ""
    former: bool = False
    over: Found | None = None


class _Organisations:
    """What "the service" means in an article: the one organisation that it names with that last word."""

    def __init__(self, names: Names) -> None:
        self._by_noun: dict[str, set[str]] = defaultdict(set)
        for name in names.all:
            words = name.span.text.split()
            if name.kind in (GROUP, NAME) and len(words) > 1:
                self._by_noun[words[-1].lower()].add(name.span.text)

    def meant(self, words: Sequence[str]) -> str:
        """The organisation as the article names it, else the words; empty for what could be anything."""
        if len(words) == 1 and words[0].islower():
            named = self._by_noun.get(words[0], set())
            if len(named) == 1:
                return next(iter(named))
            return "" if words[0] in _VAGUE or named else words[0]
        whole = " ".join(words)
        return countries().get(whole, whole)


def find_offices(prose: Prose, names: Names, people: Sequence[Person]) -> Iterator[Claim]:
    """One claim for every office that the text gives a named person; forms of address alone ("Mr") are none."""
    known = _Organisations(names)
    country = {name.span.start: name.country for name in names.all}
    bearers = {person.span.start: person for person in people}
    every = GRAMMARS.grammar("offices").made(prose, {"PERSON": [(one.span.start, one.span.end) for one in people]})
    reader = _Reader(prose, [found for found in every if found.rule.makes == "over"])
    for found in every:
        for held in reader.read(found):
            person = bearers[found.span("who").start]
            organisation = known.meant(held.organisation.split()) or country.get(person.span.start)
            value = Office(person.family, held.title, organisation, held.former, person.given, person.span)
            whose = f" of {organisation}" if organisation else ""
            place = prose.span(held.start, held.end)
            claim = note(Claim(ClaimKind.OFFICE, place, value, f"{held.title}{whose}"), found)
            yield note(claim, held.over) if held.over else claim


class _Reader:
    """Reads what the rules found in one article: which office it is, and in what."""

    def __init__(self, prose: Prose, over: Sequence[Found]) -> None:
        """Take the prose, as one line, and the words that tell in it that something is over."""
        self._text = prose.text.replace("\n", " ")
        self._sentences = prose.sentences
        self._starts = [start for start, _ in prose.sentences]
        self._over = over

    def read(self, found: Found) -> Iterator[_Held]:
        """The offices of what a rule found."""
        match found.rule.makes:
            case "before":
                for held in self._phrase(found, self._words_before(found.start), strict=False):
                    body = _noun_phrase(found["in"].split())[0] if not held.organisation else []
                    yield replace(held, organisation=" ".join(body)) if body else held
            case "behind":
                yield from self._phrase(found, found["words"].split(), strict=True)
            case "heads":
                yield from self._heading(found)
            case "led":
                yield from self._led(found)
            case "prosecutes":
                phrase = found.span("phrase")
                yield _Held(phrase.start, phrase.end, found.given["office"])

    def _sentence(self, at: int) -> tuple[int, int]:
        return self._sentences[max(0, bisect_right(self._starts, at) - 1)]

    def _words_before(self, at: int) -> list[str]:
        """The words of the sentence before a place, behind the last mark and the last full stop of a sentence."""
        words: list[str] = []
        for word in reversed(self._text[self._sentence(at)[0] : at].split()):
            bare = word[1 + max((at for at, sign in enumerate(word) if not _is_inside(sign)), default=-1) :]
            if not bare or (bare.endswith(".") and "." not in bare[:-1] and len(bare) > STEM):
                break
            words.insert(0, bare)
            if bare != word:
                break
        return words

    def _rest(self, at: int) -> int:
        """Where the phrase of an office ends that has begun before."""
        high = self._sentence(at)[1]
        return min((end for mark in _MARKS if (end := self._text.find(mark, at, high)) >= 0), default=high)

    def _ended(self, start: int, end: int) -> Found | None:
        """The words in the stretch that tell that something is over, if any: "until May"."""
        return next((one for one in self._over if start <= one.start < end), None)

    def _led(self, found: Found) -> Iterator[_Held]:
        """What somebody is said to lead, in front of the verb."""
        words, verb = _last_noun_phrase(self._words_before(found.start)), found.span("verb")
        if words and (verb.text != "under" or _PANELS.intersection(word.lower() for word in words)):
            end = len(self._text[: found.start].rstrip())
            yield _Held(end - len(" ".join(words)), verb.end, HEAD, " ".join(words))

    def _heading(self, found: Found) -> Iterator[_Held]:
        """Who is at the head of what the clause names."""
        words, taken = _noun_phrase(found["of"].split())
        verb, end = found.span("verb"), self._sentence(found.start)[1]
        past = verb.text in _HEADED_VERBS
        if not words or words[-1].lower() in _NOT_HEADED or (past and "pronoun" not in found):
            return
        once = words[-1].lower() in _UNDERTAKINGS or _THROUGH.stands(self._text, verb.end, end)
        over = self._ended(verb.end, end)
        former = over is not None or (past and not once)
        title = _OTHER_VERBS.get(verb.text, HEAD)
        yield _Held(verb.start, found.span("of").start + taken, title, " ".join(words), former, over)

    def _phrase(self, found: Found, pre: Sequence[str], strict: bool) -> Iterator[_Held]:
        """The office of a phrase: title, possessor or "of" phrase; where ``strict``, the whole of the phrase has to be it."""
        title, written = found.span("title"), " ".join(found["title"].lower().split())
        own, possessor, used = _own_words(pre, found["title"])
        office = ABBREVIATED.get(written, written)
        words = [ABBREVIATED.get(word.lower(), word.lower()) for word in own]
        plain = [word for word in words if word not in _PAST | _PASSING | _HONORIFICS | _PARTY_WORDS]
        alone = office == "executive" and plain[-1:] != ["chief"]
        if alone or office in _HONORIFICS or (strict and used < len(pre)):
            return
        start, end = title.start - len(" ".join([*own, ""])), title.end
        rest = end, self._rest(end) if strict else end
        if "of" in found:
            body = found.span("of")
            possessor, taken = _noun_phrase(body.text.split())
            rest = body.start + taken, self._rest(body.start + taken) if strict else body.end
            is_cut = self._text[rest[0] :].startswith(" and ") and self._text[rest[0] + len(" and ")].islower()
            if is_cut or (len(possessor) == 1 and possessor[0] in demonyms()):
                return  # "head of search and rescue"
            end = rest[0] if possessor else end
        told = {*words, *self._text[slice(*rest)].lower().split()}
        over = self._ended(*rest)
        former = over is not None or not told.isdisjoint(_PAST | _PASSING | _CHANGES)
        nations = [word for word in own if word in countries()]
        if not possessor and nations:
            possessor, plain = nations, [word for word in plain if word not in {nation.lower() for nation in nations}]
        for name in (" ".join([*plain, office]), found["second"].lower()):
            if name:
                yield _Held(start, end, name, " ".join(possessor), former, over)


def _own_words(pre: Sequence[str], office: str) -> tuple[list[str], list[str], int]:
    """The words of the office itself, its possessor, and how many words of the phrase they take, from its end."""
    own: list[str] = []
    for index in range(len(pre) - 1, -1, -1):
        word = pre[index]
        plain = word.lower()
        if named := _name_ending(pre[: index + 1], own, office):
            return [], named, len(pre) - index - 1 + len(named) - len(own)
        if word.endswith(_POSSESSIVE):
            possessor, taken = _possessor(pre[: index + 1])
            return own, possessor, len(pre) - index - 1 + taken
        if plain in _ARTICLES:
            return own, [], len(own) + 1
        follows = own[0] if own else office
        opened = follows.lower() in _PAST | _PASSING or (follows[0].isupper() and word.islower())
        if _opens_no_noun(word) or (opened and plain not in _QUALIFIERS):
            return own, [], len(own)
        own.insert(0, word)
    return own, [], len(own)


def _name_ending(before: Sequence[str], own: Sequence[str], office: str) -> list[str]:
    """The name of a body that ends in the words which seem to be the office's own: "Ships for Peace president".

    In front of an office with a capital letter a word that is known of offices is the office's: "Friends of Deputy Mayor".
    """
    words = list(before)
    while words and words[-1] in _JOINS:
        words.pop()
    links = before[len(words) :]
    if (
        not own
        or not own[0][0].isupper()
        or not links
        or links[0] not in _LINKS
        or not words
        or not words[-1][0].isupper()
    ):
        return []
    start = len(words)
    while start and words[start - 1][0].isupper() and not _opens_no_noun(words[start - 1]):
        start -= 1
    name = words[start:]
    if office[0].isupper() and (
        own[0].lower() in _TITLE_WORDS  # "Friends of Deputy Mayor Ann Lee"
        or not _OFFICE_NOUNS.isdisjoint(word.lower() for word in name)  # "Chief of Staff Gen. Ann Lee"
        or (start == 0 and len(name) == 1)  # "Calls for Vermont Gov. Ann Lee"
    ):
        return []
    return [*name, *links, *own] if name else []


def _is_inside(sign: str) -> bool:
    """Whether a character may stand in a word of a title or a name."""
    return sign.isalnum() or sign in _INSIDE


def _possessor(words: Sequence[str]) -> tuple[list[str], int]:
    """The noun phrase in the genitive at the end of the words, and how many words it takes with its article."""
    last = words[-1].removesuffix("’s").removesuffix("'s").rstrip("’'")
    found, taken = [last], 1
    for word in reversed(words[:-1]):
        if word.lower() in _ARTICLES:
            return found, taken + 1
        if _opens_no_noun(word) or word.endswith(_POSSESSIVE):
            break
        found.insert(0, word)
        taken += 1
    return found, taken


def _opens_no_noun(word: str) -> bool:
    """Whether a word before a noun belongs to something else: a preposition, a verb of saying, a participle, a mark."""
    plain = word.lower()
    if word[:1].isupper():
        return plain in _NOT_NAMES
    if plain in _QUALIFIERS:
        return False
    return plain in LIGHT or plain.endswith(("ed", "ing")) or not word[:1].isalpha()


def _noun_phrase(words: Sequence[str]) -> tuple[list[str], int]:
    """The noun phrase that opens the words, without article and possessor, and how many characters reach to its end."""
    found: list[str] = []
    taken = at = 0
    for word, after in pairwise([*words, ""]):
        at += len(word) + 1
        if word.endswith(_POSSESSIVE) and after:
            found = []
        elif (word in _JOINS and found and after and (after[0].isupper() or after == "the")) or (
            word == "of" and found
        ):
            found.append(word)
        elif found or word.lower() not in _ARTICLES:
            plain = word.rstrip(".,")
            if _opens_no_noun(plain):
                break
            found.append(plain)
            taken = at - 1 - (len(word) - len(plain))
            if plain != word:
                break
    while found and found[-1] in _JOINS:
        found.pop()
    return found, taken


def _last_noun_phrase(words: Sequence[str]) -> list[str]:
    """The noun phrase that ends the words."""
    found: list[str] = []
    for word in reversed(words):
        if word.lower() in _ARTICLES or (word != "of" and _opens_no_noun(word)) or word.endswith(_POSSESSIVE):
            break
        found.insert(0, word)
    return found[1:] if found[:1] == ["of"] else found
