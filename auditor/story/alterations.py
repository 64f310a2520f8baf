"""Alterations: two articles carry one sentence, and a word of it says the opposite, or names another.

The sentences are parallel (``auditor.story.parallel``), so what differs stands in the same place of one statement. Words used
for one another are taken off both sides of a difference; a difference that is then one negation more, a pair of words that exclude
each other, or one name for another, alters the statement. Numbers and dates are compared elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rapidfuzz import fuzz

from auditor.languages.en.lexicon.concepts import CONCEPTS
from auditor.languages.en.lexicon.countries import countries
from auditor.languages.en.lexicon.light import LIGHT
from auditor.languages.en.lexicon.numbers import FIRST_RANKS
from auditor.languages.en.lexicon.opposites import OPPOSING, exclude
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import lemma
from auditor.story.parallel import Parallel, Token

_NEGATORS = LISTS.words("negators")
_HONORIFICS = LISTS.words("short_forms", "honorific")
_OFFICE_NOUNS = LISTS.words("people_and_bodies", "office")

_OTHERWISE = 0.25
"""Content words that differ elsewhere, as a share of the words both sentences have, from which it is another statement."""
_LIKE = 60
"""Likeness of two names, of 100, from which one may be a spelling of the other."""
_SHORT = 4
"""Letters of a name that is not spelt in two ways."""
_COUNTING = frozenset(
    "only just merely simply least fewer less more later earlier sooner until yet necessarily".split()
)
"""Words that turn a negation before them into a bound or an addition: "not only", "no fewer than"."""


class Altered(StrEnum):
    """How a statement was altered."""

    NEGATION = "one negation more"
    OPPOSITE = "words that exclude each other"
    NAME = "another name"
    ORDINAL = "another place in a row"


@dataclass(frozen=True, slots=True)
class Alteration:
    """A place in which two parallel sentences exclude each other: the tokens of both sides, none of them empty."""

    kind: Altered
    left: tuple[Token, ...]
    right: tuple[Token, ...]


def alterations(pair: Parallel) -> Iterator[Alteration]:
    """The alterations of two parallel sentences; none where so much else differs that they make two statements."""
    found: list[Alteration] = []
    otherwise = 0
    for (cut, put), place in zip(pair.edits, pair.places, strict=True):
        if _alike(cut, put):
            continue
        kind = _kind(pair, cut, put, place)
        if kind:
            found.append(
                Alteration(kind, _shown(pair.left.tokens, cut, place[0]), _shown(pair.right.tokens, put, place[1]))
            )
        else:
            otherwise += max(len(_content(cut)), len(_content(put)))
    if otherwise <= _OTHERWISE * pair.shared and not _cancelled(found):
        yield from found


def _cancelled(found: Sequence[Alteration]) -> bool:
    """Whether a negation and an opposite word make one statement of two ("did not reject", "accepted")."""
    kinds = [one.kind for one in found if one.kind != Altered.NAME]
    return Altered.NEGATION in kinds and len(kinds) == 2


def _alike(cut: Sequence[Token], put: Sequence[Token]) -> bool:
    """Whether both sides are values, which are compared as such."""
    return bool(cut and put and all(token.claim for token in (*cut, *put)))


def _kind(pair: Parallel, cut: Sequence[Token], put: Sequence[Token], place: tuple[int, int]) -> Altered | None:
    if any(token.claim for token in (*cut, *put)):
        return None
    if len(cut) == len(put) == 1 and {cut[0].text, put[0].text} <= FIRST_RANKS.keys():
        return Altered.ORDINAL if FIRST_RANKS[cut[0].text] != FIRST_RANKS[put[0].text] else None
    mine, theirs = _reduced(cut, put)
    if _negations(cut) % 2 != _negations(put) % 2:
        behind = (pair.left.tokens[place[0] + len(cut) :][:1], pair.right.tokens[place[1] + len(put) :][:1])
        return Altered.NEGATION if not (mine or theirs) and not _bounds(cut, put, *behind) else None
    if len(mine) != 1 or len(theirs) != 1:
        return None if not _all_names(mine, theirs) else _renamed(pair, mine, theirs, place, cut, put)
    if exclude(lemma(mine[0].text), lemma(theirs[0].text)) or exclude(mine[0].text, theirs[0].text):
        return Altered.OPPOSITE
    return _renamed(pair, mine, theirs, place, cut, put) if _all_names(mine, theirs) else None


def _negations(tokens: Sequence[Token]) -> int:
    return sum(token.text in _NEGATORS or token.text.endswith("n't") for token in tokens)


def _bounds(*groups: Sequence[Token]) -> bool:
    return any(token.text in _COUNTING for group in groups for token in group)


def _content(tokens: Sequence[Token]) -> list[Token]:
    """The tokens that say something: no function words, no negations, but those that have an opposite."""
    return [
        token
        for token in tokens
        if not _negations([token])
        and (token.text in OPPOSING or not (token.text in LIGHT or lemma(token.text) in LIGHT))
    ]


def _reduced(cut: Sequence[Token], put: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """The content of both sides without the words used for one another."""
    mine, theirs = _content(cut), _content(put)
    for token in list(mine):
        match = next((other for other in theirs if _same(token.text, other.text)), None)
        if match:
            mine.remove(token)
            theirs.remove(match)
    return mine, theirs


def _same(one: str, other: str) -> bool:
    one, other = lemma(one), lemma(other)
    return one == other or bool(set(CONCEPTS.get(one, ())) & set(CONCEPTS.get(other, ())) and not exclude(one, other))


def _all_names(mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    return bool(mine and theirs) and all(token.name and token.text.count("-") < 2 for token in (*mine, *theirs))


def _renamed(
    pair: Parallel,
    mine: Sequence[Token],
    theirs: Sequence[Token],
    place: tuple[int, int],
    cut: Sequence[Token],
    put: Sequence[Token],
) -> Altered | None:
    """Whether one name stands for another: not a title, another form of it, nor a name the other sentence has elsewhere."""
    if any(t.text in _HONORIFICS or t.text in _OFFICE_NOUNS for t in (*mine, *theirs)):
        return None
    one, other = _written(cut), _written(put)
    if _state(one) == _state(other) or _form_of(one, other):
        return None
    if {t.text for t in mine} & {t.text for t in pair.right.tokens} or {t.text for t in theirs} & {
        t.text for t in pair.left.tokens
    }:
        return None
    longer = _goes_on(pair.left.tokens, place[0] + len(cut)) or _goes_on(pair.right.tokens, place[1] + len(put))
    return None if longer else Altered.NAME


@cache
def _states() -> dict[str, str]:
    """The states by their names and adjectives in lower case, initials without full stops."""
    return {name.lower().replace(".", ""): state for name, state in countries().items()}


def _state(name: str) -> str:
    """The state that a name means ("American", "u s"), else the name itself."""
    return _states().get(name) or _states().get(name.replace(" ", "").replace(".", ""), name)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name before token ``at`` goes on with it: what comes before a family name may be any form of address."""
    return 0 < at < len(tokens) and tokens[at].name and tokens[at].start - tokens[at - 1].end <= 1


def _written(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens if token.name)


def _form_of(one: str, other: str) -> bool:
    """Whether two names may be two spellings of one, or one short for the other; short names have no spellings."""
    alike = min(len(one), len(other)) > _SHORT and fuzz.ratio(one, other) >= _LIKE
    return alike or _initials(one, other)


def _initials(one: str, other: str) -> bool:
    """Whether one of two names is made of the first letters of the other."""
    letters = ["".join(word[0] for word in name.split()) for name in (one, other)]
    return one.replace(".", "").replace(" ", "") == letters[1] or other.replace(".", "").replace(" ", "") == letters[0]


def _shown(tokens: Sequence[Token], edit: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The tokens to point at: those of the edit, or where it has none the word it would stand before."""
    return tuple(edit) or (tokens[min(at, len(tokens) - 1)],)
