"""Offices: who is said to hold which office, in what, and whether still.

An office stands before a name ("the museum's director, Ann Lee", "Transport Minister Ann Lee"), behind it as an apposition
("Ann Lee, the union's president,"), in a clause ("Ann Lee, who heads the coastguard") or around it ("a team led by Ann Lee").
What it is held in is the possessor or the "of" phrase; "the service" means the one service that the article names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.languages.en.code.names import GROUP, NAME, Names
from auditor.languages.en.code.people import Person
from auditor.languages.en.lexicon.countries import countries, demonyms
from auditor.languages.en.lexicon.light import LIGHT
from auditor.languages.en.lexicon.offices import ABBREVIATED, OFFICE
from auditor.languages.en.lists import LISTS
from auditor.model import Claim, ClaimKind, Office, Prose, Span
from auditor.text.beside import Before, Within
from auditor.text.index import any_within, index_of, openers
from auditor.text.regex import regex

_CHANGES = LISTS.words("office_words", "change")
_HEADED_VERBS = LISTS.entries("heading_verbs", "then")
_HEADING_VERBS = LISTS.entries("heading_verbs", "now")
_KINDS = LISTS.entry_of("offices", "titles")
_NOT_HEADED = LISTS.words("office_words", "not-headed")
_OTHER_VERBS = LISTS.column("heading_verbs", "office")
_PARTY_WORDS = LISTS.words("office_words", "party")
_PASSING = LISTS.words("office_words", "passing")
_PAST = LISTS.words("office_words", "past")
_PROSECUTING = tuple(f", {words}" for words in LISTS.entries("prosecuting"))
_RANKS = LISTS.words("office_words", "rank")
_UNDERTAKINGS = LISTS.words("office_words", "undertaking")
_VAGUE = LISTS.words("people_and_bodies", "vague")
_HONORIFICS = LISTS.words("short_forms", "honorific")
_NOT_NAMES = LISTS.words("plain_words", "opener")
_OFFICE_NOUNS = LISTS.words("people_and_bodies", "office")

_WORD = r"[\w’'.&-]{1,30}"
_OF = rf"(?: (?:of|at|for) (?P<of>{_WORD}(?: {_WORD}){{0,7}}))"
_MORE = rf"(?! (?:(?!of |and |or |for |at |in ){_WORD} ){{0,1}}(?:{OFFICE})(?![\w’'-]))"
_CUT = "|".join(map(re.escape, ABBREVIATED))
_HELD = rf"(?P<pre>(?:{_WORD} ){{0,6}}?)(?P<office>{OFFICE}|executive|{_CUT})(?![\w’'-]){_MORE}"
_TITLE_BEFORE = regex(rf"(?<![\w’'.&-]){_HELD}(?:,? |{_OF},[ ])$")
_BEHIND = regex(
    rf"(?:,? (?:who )?(?:is|remains|has been)|,(?: aged)?(?: \d{{1,3}},)?) (?i:{_HELD})"
    rf"(?: and (?:the )?(?P<second>(?i:{OFFICE})))?(?! [A-ZÀ-Þ]){_OF}?(?P<rest>[^,.;]{{0,40}})",
)
_OF_BEHIND = regex(_OF)
_CLAUSE = regex(
    rf"(?P<who>,? (?:who|which) (?:now |still |also |currently )?|,? )(?P<verb>{'|'.join((*_HEADING_VERBS, *_HEADED_VERBS))}) "
    rf"(?P<of>{_WORD}(?: {_WORD}){{0,7}})"
)
_LED_BY = regex(
    rf"(?P<of>{_WORD}(?: {_WORD}){{0,5}}?),? (?P<verb>(?:is |was |being |is being )?(?:led|headed|run|chaired|directed) by|under)(?: [a-z][\w-]{{1,20}}){{0,3}} $"
)
_OFFICE_WORDS = (
    frozenset(title.split()[-1] for title in {*_KINDS, *_OFFICE_NOUNS})
    | {"executive"}
    | {short.rstrip(".") for short in ABBREVIATED}
)
_LONGEST = max(map(len, _OFFICE_WORDS)) + 2
_OFFICE_OPENERS = openers(_OFFICE_WORDS)
_LEADS = frozenset("led headed run chaired directed under".split())
_QUALIFIERS = _PAST | _PASSING | _RANKS
_PANELS = LISTS.words("people_and_bodies", "panel")
_ARTICLES = LISTS.words("function_words", "owner")
_JOINS = frozenset(("of", "and", "for", "the"))
_ADDRESS = Before((*_HONORIFICS, *(f"{short}." for short in _HONORIFICS)))
_POSSESSIVE = ("’s", "'s", "s’", "s'")
_BREAK = regex(r"[;:!?“”\"()—–]|(?<=[\w’']{4})\. ")
_CLOSED = regex(r"[’']s\b|\s?[,.;:)”\"—–]|\s{0,9}$|\s[—–-]|\s(?:and|of)\s")
"""What closes an apposition behind a name; else the name opens a clause of its own: "will stay as manager, Voss said"."""
_THROUGH = Within(LISTS.words("clause_cues", "throughout"))
_ENDED = regex(r"\b(?:until|till|from (?:\d{4}|\w+ \d{4}) to|between \d{4}|in \d{4}|in the \d{4}s|before)\b")
_ORDERED = regex(r" that\b|(?: [\w’'-]+){1,4} to [a-z]| an? ")
"""What follows a verb of leading that says rather what is done: "directing officers to wait", "leads a chant"."""
_REACH = 120
"""How far before and behind a name its office is looked for, in characters."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An office as the text words it: the place of its words, the title, its organisation and whether it is over."""

    start: int
    end: int
    title: str
    organisation: str
    former: bool


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
    index = index_of(prose.lower)
    text, lower = prose.text.replace("\n", " "), prose.lower.replace("\n", " ").replace("'", "’")
    line = _Line(text, lower, index.places(_OFFICE_OPENERS), index.places(_LEADS))
    starts = [start for start, _ in prose.sentences]
    for person in people:
        low, high = prose.sentences[max(0, bisect_right(starts, person.span.start) - 1)]
        for found in (*_before(line, low, person.span), *_behind(line, high, person.span)):
            organisation = known.meant(found.organisation.split()) or country.get(person.span.start)
            value = Office(person.family, found.title, organisation, found.former, person.given, person.span)
            whose = f" of {organisation}" if organisation else ""
            yield Claim(ClaimKind.OFFICE, prose.span(found.start, found.end), value, f"{found.title}{whose}")


@dataclass(frozen=True, slots=True)
class _Line:
    """An article as one line, and where words of office and of leading stand: most names have none near."""

    text: str
    lower: str
    offices: Sequence[int]
    leads: Sequence[int]


def _before(line: _Line, low: int, name: Span) -> Iterator[_Found]:
    """The office in front of the name, and what the named person is said to lead there."""
    text, low = line.text, max(low, name.start - _REACH)
    if not (any_within(line.offices, low, name.start) or any_within(line.leads, low, name.start)):
        return
    for stop in _BREAK.finditer(text, low, name.start):
        low = stop.end()
    address = _ADDRESS.start(line.lower, name.start, low)
    high = name.start if address is None else address
    yield from _titles(line, low, high, name)
    led = _LED_BY.search(text, low, high) if any_within(line.leads, low, high) else None
    words = _last_noun_phrase(led.group("of").split()) if led else []
    if led and words and (led.group("verb") != "under" or _PANELS.intersection(word.lower() for word in words)):
        start = led.end("of") - len(" ".join(words))
        yield _Found(start, led.end("verb"), "head", " ".join(words), former=False)


def _titles(line: _Line, low: int, high: int, name: Span) -> Iterator[_Found]:
    """The title that ends in front of a name, with an "of" phrase behind the name, and an office before the title."""
    text = line.text
    near = low if text.endswith(", ", low, high) else max(low, high - _LONGEST)
    held = _TITLE_BEFORE.search(line.lower, low, high) if any_within(line.offices, near, high) else None
    if not held or (text.endswith(", ", low, high) and not _CLOSED.match(text, name.end)):
        return
    placed = _OF_BEHIND.match(text, name.end, name.end + _REACH) if held.end("office") == high - 1 else None
    for found in _phrase(text, held, strict=False):
        body = _noun_phrase(placed.group("of").split())[0] if placed and not found.organisation else ()
        yield replace(found, organisation=" ".join(body)) if body else found
    if not held.group("pre") and text.endswith(", ", low, held.start("office")):
        apposed = _TITLE_BEFORE.search(line.lower, low, held.start("office"))
        yield from _phrase(text, apposed, strict=False) if apposed else ()


def _behind(line: _Line, high: int, name: Span) -> Iterator[_Found]:
    """The office in the apposition or clause behind the name."""
    text, end = line.text, min(high, name.end + _REACH)
    clause = _CLAUSE.match(text, name.end, end)
    if clause:
        yield from _heading(clause, text[clause.end("verb") : end])
        return
    if prosecutes := next((words for words in _PROSECUTING if line.lower.startswith(words, name.end)), ""):
        yield _Found(name.end + len(", "), name.end + len(prosecutes), "prosecutor", "", former=False)
        return
    held = _BEHIND.match(text, name.end, end) if any_within(line.offices, name.end, end) else None
    if held:
        yield from _phrase(text, held, strict=True)


def _heading(clause: re.Match[str], tail: str) -> Iterator[_Found]:
    """Who is at the head of what the clause names; ``tail`` is all that follows its verb."""
    words, taken = _noun_phrase(clause.group("of").split())
    verb = clause.group("verb")
    past = verb in _HEADED_VERBS
    if _ORDERED.match(tail):
        return
    if not words or words[-1].lower() in _NOT_HEADED or (past and not clause.group("who").strip(" ,")):
        return
    once = words[-1].lower() in _UNDERTAKINGS or _THROUGH.stands(tail)
    former = bool(_ENDED.search(tail)) or (past and not once)
    title = _OTHER_VERBS.get(verb, "head")
    yield _Found(clause.start("verb"), clause.start("of") + taken, title, " ".join(words), former)


def _phrase(text: str, held: re.Match[str], strict: bool) -> Iterator[_Found]:
    """The office of a phrase: title, possessor or "of" phrase; where ``strict``, the whole of the phrase has to be it."""
    pre, held_in = _words(text, held, "pre").split(), _words(text, held, "of")
    own, possessor, used = _own_words(pre, _words(text, held, "office"))
    if strict and used < len(pre):
        return
    words = [ABBREVIATED.get(word.lower(), word.lower()) for word in own]
    rest = held.groupdict().get("rest") or ""
    plain = [word for word in words if word not in _PAST | _PASSING | _HONORIFICS | _PARTY_WORDS]
    office = ABBREVIATED.get(held.group("office").lower(), held.group("office").lower())
    if office == "executive" and plain[-1:] != ["chief"]:
        return
    if held_in:
        possessor, taken = _noun_phrase(held_in.split())
        rest = held_in[taken:] + rest
        is_cut = rest.startswith(" and ") and rest.removeprefix(" and ")[:1].islower()  # "head of search and rescue"
        if is_cut or (len(possessor) == 1 and possessor[0] in demonyms()):
            return
    former = bool({*_PAST, *_PASSING, *_CHANGES}.intersection([*words, *rest.lower().split()]) or _ENDED.search(rest))
    start = held.start("office") - len(" ".join(own)) - 1 if own else held.start("office")
    nations = [word for word in own if word in countries()]
    if not possessor and nations:
        possessor, plain = nations, [word for word in plain if word not in {nation.lower() for nation in nations}]
    if office in _HONORIFICS:
        return
    end = held.start("of") + taken if held_in and possessor else held.end("office")
    for title in (" ".join([*plain, office]), (held.groupdict().get("second") or "").lower()):
        if title:
            yield _Found(start, end, title, " ".join(possessor), former)


def _words(text: str, held: re.Match[str], group: str) -> str:
    """The words of a group as the text writes them, empty where it has none."""
    start, end = held.span(group)
    return text[start:end]


def _own_words(pre: Sequence[str], office: str) -> tuple[list[str], list[str], int]:
    """The words of the office itself, its possessor, and how many words of the phrase they take, from its end."""
    own: list[str] = []
    for index in range(len(pre) - 1, -1, -1):
        word = pre[index]
        plain = word.lower()
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
    for word, after in zip(words, [*words[1:], ""], strict=True):
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
