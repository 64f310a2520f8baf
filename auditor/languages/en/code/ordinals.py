"""Ordinals: which one of a row a text says something is ("the third fire in the valley since 2000").

Only an ordinal with a noun and a row to count in ("of the ship", "in its history", "since the walkout") is a claim; names
and terms with an ordinal in them ("First Minister", "second-year student", "first aid") are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.lexicon.numbers import FIRST_RANKS
from auditor.languages.en.morphology import singular
from auditor.model import Claim, ClaimKind, Prose, Quantity
from auditor.text.index import WordIndex, index_of, matches_at

_BEFORE = r"\b(?:[Tt]he|[Ii]ts|their|his|her|[Aa]|was|is|were|for)\s"
_LED = re.compile(rf"{_BEFORE}\Z")
_ORDINAL = re.compile(
    rf"{_BEFORE}(?P<n>{'|'.join(FIRST_RANKS)}|\d{{1,3}}(?:st|nd|rd|th))\s"
    r"(?P<words>(?:[a-z][a-z’'-]{1,20}\s){0,3}?)(?P<noun>[a-z][a-z’'-]{2,20})"
    r"(?=\s(?:of|in|since|for|to|by|between|this|that|the|with|from|on|at|under|against|a|an|it|he|she|they|"
    r"opened|opens|began|begins|started|starts|ended|ends|closed|broke|took|was|is|will|failed|collapsed)\b|[.,;:]|\s[A-Z])",
)
_PREDICATE = re.compile(
    r"\b(?P<noun>[a-z][a-z’'-]{2,20})(?:\son\s[A-Z][a-z]{2,10})?\s(?:is|was)\s(?:only\s)?the\s"
    rf"(?P<n>{'|'.join(FIRST_RANKS)}|\d{{1,3}}(?:st|nd|rd|th))(?=\s(?:at|in|of|since|to|for|this|so\sfar)\b)"
)
"""An ordinal behind its noun: "the strike was the fourth at the port this year"."""
_PREDICATE_REACH = 48
"""Characters before such an ordinal in which its noun begins."""
_WORDS = frozenset(FIRST_RANKS)
_LONGEST_LEAD = len("their ")
_ROW = re.compile(
    r"\b(?:since|in (?:the )?history|history of|so far|this (?:year|century|season|month|decade|week|spring|summer|autumn|winter)|of (?:the|its|his|her|their)|in (?:the|its|his|her)|to be|ever)\b"
)
_COUNTED = re.compile(
    r"\b(?:it|this|that|he|she|they)\s(?:is|was|are|were|would be|will be|makes?(?:\s(?:it|this|that))?|marks|marked)\s(?:only\s)?(?:the|its|their|his|her)\s$",
    re.I,
)
_ORDINARY = frozenset(
    """place half time-out quarter floor degree aid lady person hand world thing step class language party reading
    glance name sight chance choice round-up base day night morning week month year century decade hour minute second
    third fourth fifth sixth eighth ninth tenth part phase stage paragraph page line row""".split()
)
"""Nouns whose ordinal is a term, a date or a piece of something, and no place in a row of events."""
_LABEL = re.compile(r"\b(?P<noun>Class|Grade|Level|Tier)\s(?P<n>\d{1,2}|IV|V|I{1,3})\b(?![.,:-]\d|%)")
LABELS = frozenset(["class", "grade", "level", "tier"])
"""What is told apart by a number behind it."""
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
"""A class by its number: "a Class 2 recall". Of storms the category changes from hour to hour, so that it is none."""
_MEETINGS = frozenset("round session meeting hearing stage phase leg wave edition ballot sitting summit".split())
"""Nouns of what comes in rows, so that an ordinal before them tells which one is meant without naming the row."""
OF_A_ROW = "one of a row"
"""The subject of a claim that only tells which one of several is meant, before the noun."""
_LINKING = frozenset("at in of on to for since from with by and the a an".split())
"""Words that do not stand between an ordinal and its noun."""
_RANKED = re.compile(
    r"(?<![\w’'-])(?:(?P<n>\d{1,3}(?:st|nd|rd|th))(?=\s(?:of|out of)\s\d|\splace\b|[.,;](?!\d)|\sin the (?:table|league|group|standings)\b)"
    rf"|(?P<word>{'|'.join(FIRST_RANKS)})(?=\s(?:of|out of)\s\d|\splace\b|\sin the (?:table|league|group|standings)\b))"
)
"""A place in a table, told without a noun: "ended the season 19th of 24 teams"."""
_RANKING = re.compile(
    r"\b(?:finish(?:ed|es)?|end(?:ed|s)?|came|comes|plac(?:ed|es)|rank(?:ed|s)?|st(?:ood|ands)|lay|lies|s[ai]ts?|from|to|in|into)"
    r"\s(?:(?!on\b)[^\W\d_][\w’'-]{0,20}\s){0,3}(?<!\bthe\s)\Z"
)
"""What stands before such a place."""
_RANKING_REACH = 80
_RECKONED = 70
"""Characters behind the noun in which the row is named."""


def find_ordinals(prose: Prose, times: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that something is the so-many-eth of its kind, as quantities with the unit ``ordinal``."""
    taken = [(claim.span.start, claim.span.end) for claim in times]
    places = _places(index_of(prose.lower))
    yield from _ranks(prose, taken, places)
    yield from _predicates(prose, taken, places)
    yield from _labels(prose)
    for found in matches_at(_ORDINAL, prose.text, _leads(prose.text, places)):
        noun = singular(found["noun"])
        end = min(sentence_at(prose, found.start())[1], found.end() + _RECKONED)
        meeting = noun in _MEETINGS
        if (noun in _ORDINARY and not meeting) or any(
            start < found.end("noun") and found.start("n") < stop for start, stop in taken
        ):
            continue
        if not _LINKING.isdisjoint(found["words"].split()):
            continue  # "the fourth at the port" is no port
        counted = _COUNTED.search(prose.text, max(0, found.start() - 24), found.start("n"))
        placed = counted or (noun not in _ORDINARY and _ROW.search(prose.text, found.end(), end))
        if (not placed and not meeting) or (found.group()[0].isupper() and not meeting):
            continue
        rank = _rank(found["n"])
        number = prose.span(*found.span("n"))
        modifiers = tuple(found["words"].split())
        value = Quantity(rank, rank, "=", "ordinal", 0.0, number, noun, modifiers)
        told = "place in a row" if placed else OF_A_ROW
        yield Claim(ClaimKind.QUANTITY, prose.span(found.start("n"), found.end("noun")), value, f"{told}: {noun}")


def _labels(prose: Prose) -> Iterator[Claim]:
    """The classes and grades that are told by their number."""
    for found in _LABEL.finditer(prose.text):
        rank = float(_ROMAN.get(found["n"]) or int(found["n"]))
        noun = found["noun"].lower()
        value = Quantity(rank, rank, "=", "ordinal", 0.0, prose.span(*found.span("n")), noun)
        yield Claim(ClaimKind.QUANTITY, prose.span(*found.span()), value, f"place in a row: {noun}")


def _predicates(prose: Prose, taken: Sequence[tuple[int, int]], places: Sequence[int]) -> Iterator[Claim]:
    """The ordinals that stand behind their noun, with a row to count in."""
    for at in places:
        found = next(
            (
                m
                for m in _PREDICATE.finditer(prose.text, max(0, at - _PREDICATE_REACH), at + _RECKONED)
                if m.start("n") == at
            ),
            None,
        )
        if found is None or any(start < found.end("n") and at < stop for start, stop in taken):
            continue
        noun = singular(found["noun"])
        end = min(sentence_at(prose, at)[1], found.end() + _RECKONED)
        if noun not in _ORDINARY and _ROW.search(prose.text, found.end(), end):
            value = Quantity(
                _rank(found["n"]), _rank(found["n"]), "=", "ordinal", 0.0, prose.span(*found.span("n")), noun
            )
            yield Claim(ClaimKind.QUANTITY, prose.span(*found.span("n")), value, f"place in a row: {noun}")


def _places(index: WordIndex) -> list[int]:
    """Where an ordinal may begin."""
    return sorted((*index.places(_WORDS), *index.numbers))


def _leads(text: str, places: Iterable[int]) -> Iterator[int]:
    """Where the words begin that lead to an ordinal ("the", "was")."""
    for at in places:
        led = _LED.search(text, max(0, at - _LONGEST_LEAD), at)
        if led:
            yield led.start()


def _ranks(prose: Prose, taken: Sequence[tuple[int, int]], places: Sequence[int]) -> Iterator[Claim]:
    """The places in a table."""
    for found in matches_at(_RANKED, prose.text, places):
        place = prose.span(*found.span())
        if not _RANKING.search(prose.text[max(0, place.start - _RANKING_REACH) : place.start]):
            continue
        if not any(start < place.end and place.start < stop for start, stop in taken):
            value = Quantity(_rank(place.text), _rank(place.text), "=", "ordinal", 0.0, place, "place")
            yield Claim(ClaimKind.QUANTITY, place, value, "place in a row: place")


def _rank(words: str) -> float:
    """The number of an ordinal in words or digits."""
    word = words.lower()
    return float(FIRST_RANKS[word] if word in FIRST_RANKS else int(re.sub(r"\D", "", word)))
