"""Units: the words of a sentence with their part in it, names and values each as one.

No parser and no model: closed classes, endings and the words beside tell verbs from nouns. What matters is that a verb is
seldom taken for a noun in plain news prose; a word that is neither is called a noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.languages.en.code.names import Name
from auditor.languages.en.lexicon.closed import (
    ADJECTIVAL,
    ADVERBS,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    HEDGING,
    IRREGULAR_PASTS,
    JOINING,
    LOOSE_PARTICIPLES,
    MODALS,
    NEGATING,
    OPENING,
    OWNING,
    PAST_LEMMAS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from auditor.languages.en.lexicon.lemmas import lemma
from auditor.languages.en.lexicon.nouns import singular
from auditor.languages.en.lexicon.reporting import SAYING, TELLING
from auditor.languages.en.lexicon.words import FINITE_VERBS
from auditor.model import Claim, ClaimKind
from auditor.text.tokens import Token


class Part(StrEnum):
    """What a unit is in its sentence."""

    NAME = "name"
    VALUE = "value"
    NOUN = "noun"
    VERB = "verb"
    AUXILIARY = "auxiliary"
    TO = "to"
    ADVERB = "adverb"
    PREPOSITION = "preposition"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    JOIN = "join"
    OPENER = "opener"
    OWNER = "owner"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, name or value of a sentence.

    ``key`` is the key of a name, the lemma of a verb, the singular of a noun, and else the word in lower case; ``claim``
    is the value's. ``quoted`` says that it stands in a quotation.
    """

    part: Part
    key: str
    lower: str
    start: int
    end: int
    quoted: bool = False
    claim: Claim | None = None


_FINITE = FINITE_VERBS | SAYING | TELLING
_CLOSED = {
    **dict.fromkeys(PREPOSITIONS, Part.PREPOSITION),
    **dict.fromkeys(HEDGING - PREPOSITIONS - {"to"}, Part.ADVERB),
    **dict.fromkeys(OPENING - PREPOSITIONS, Part.OPENER),
    **dict.fromkeys(ADVERBS | NEGATING, Part.ADVERB),
    **dict.fromkeys(DETERMINERS, Part.DETERMINER),
    **dict.fromkeys(PRONOUNS, Part.PRONOUN),
    **dict.fromkeys(RELATIVES - {"that"}, Part.RELATIVE),
    **dict.fromkeys(JOINING, Part.JOIN),
    **dict.fromkeys(BE | HAVE | DO | MODALS, Part.AUXILIARY),
    **dict.fromkeys(OWNING, Part.DETERMINER),
}
_TIMES = frozenset({ClaimKind.DATE, ClaimKind.TIME})
_POSSESSIVES = frozenset({"'s", "'"})
_AGO = 2
"""Units before an opener's verb at least: its subject stands between."""
_SAYS = frozenset("say says said tell tells told".split())


def units(tokens: Sequence[Token], names: Iterable[Name], claims: Iterable[Claim]) -> tuple[Unit, ...]:
    """The units of a sentence, given its tokens, the names and the claims of values that begin in it."""
    return tuple(_Reader(tokens, names, claims).read())


class _Reader:
    """Reads one sentence from left to right; what a word is may hang on the units before and the tokens behind it."""

    def __init__(self, tokens: Sequence[Token], names: Iterable[Name], claims: Iterable[Claim]) -> None:
        self._tokens = tokens
        self._names = {name.span.start: name for name in names}
        self._claims = {claim.span.start: claim for claim in sorted(claims, key=lambda claim: claim.span.end)}
        self._units: list[Unit] = []

    def read(self) -> list[Unit]:
        at = 0
        while at < len(self._tokens):
            at = self._next(at)
        return self._units

    def _next(self, at: int) -> int:
        """Reads the unit at a token; the number of the token behind it."""
        token = self._tokens[at]
        claim, name = self._claims.get(token.start), self._names.get(token.start)
        if claim:
            return self._add_phrase(at, Part.VALUE, claim.kind, claim.span.end, claim)
        if name:
            return self._add_phrase(at, Part.NAME, name.key, name.span.end)
        part = self._part(at, token)
        key = token.lower
        if part is Part.VERB:
            key = _verb_lemma(token)
        elif part is Part.NOUN:
            key = singular(token.lower)
        self._units.append(Unit(part, key, token.lower, token.start, token.end, token.quoted))
        return at + 1

    def _add_phrase(self, at: int, part: Part, key: str, end: int, claim: Claim | None = None) -> int:
        first, behind = self._tokens[at], at + 1
        while behind < len(self._tokens) and self._tokens[behind].start < end:
            behind += 1
        words = " ".join(token.lower for token in self._tokens[at:behind])
        end = max(end, first.end)
        self._units.append(Unit(part, key, words, first.start, end, first.quoted, claim))
        return behind

    def _part(self, at: int, token: Token) -> Part:
        word = token.lower
        if word in _POSSESSIVES:
            return Part.OWNER if self._previous in (Part.NAME, Part.NOUN, Part.VALUE) else Part.MARK
        if not token.is_word:
            return Part.VALUE if token.text[0].isdigit() else Part.MARK
        if word == "to":
            return Part.TO if self._is_base(at + 1) else Part.PREPOSITION
        if word == "that":
            return self._that(at)
        if word in LOOSE_PARTICIPLES:
            return Part.PREPOSITION
        if word in _CLOSED:
            return self._closed(at, word)
        if word.endswith("ly"):
            return Part.ADVERB
        return Part.VERB if self._is_verb(at, token) else Part.NOUN

    @property
    def _previous(self) -> Part | None:
        return self._units[-1].part if self._units else None

    def _that(self, at: int) -> Part:
        """ "that" behind a noun opens a clause on it, behind a verb one of its own, and else points."""
        if self._previous in (Part.NOUN, Part.NAME, Part.VALUE):
            return Part.RELATIVE
        return Part.OPENER if self._previous in (Part.VERB, Part.ADVERB) else Part.DETERMINER

    def _closed(self, at: int, word: str) -> Part:
        if word in OPENING and word in PREPOSITIONS:
            return Part.OPENER if self._opens_clause(at) else Part.PREPOSITION
        return _CLOSED[word]

    def _opens_clause(self, at: int) -> bool:
        """Whether a verb with its subject follows before the next mark: "after the hearing ended"."""
        for number, token in enumerate(self._tokens[at + 1 :]):
            if not (token.is_word or token.text[0].isdigit()) and token.lower not in _POSSESSIVES:
                return False
            if number >= _AGO - 1 and token.lower not in LOOSE_PARTICIPLES and self._looks_finite(token):
                return True
            if number and token.lower in PREPOSITIONS - {"of"}:
                return False
        return False

    def _looks_finite(self, token: Token) -> bool:
        word = token.lower
        return word in BE | HAVE | MODALS or word in IRREGULAR_PASTS or word in _FINITE or _ends_in_ed(word)

    def _is_base(self, at: int) -> bool:
        """Whether a token can be the verb behind "to", an adverb between left out."""
        for token in self._tokens[at : at + 3]:
            if token.start in self._claims or token.start in self._names or not token.is_word:
                return False
            if token.lower in ADVERBS or token.lower.endswith("ly"):
                continue
            if token.lower in BE | HAVE | DO:
                return token.lower in ("be", "have", "do")
            plain = token.lower not in _CLOSED and not token.capital and singular(token.lower) == token.lower
            return plain and not token.lower.endswith(ADJECTIVAL)
        return False

    def _is_verb(self, at: int, token: Token) -> bool:
        word, lead = token.lower, self._lead()
        if token.capital and len(self._units) > 0:
            return False
        if lead is not None and (lead.part is Part.TO or lead.lower in MODALS | DO):
            return True
        if word in IRREGULAR_PASTS or _ends_in_ed(word):
            return self._is_participle(at, lead)
        if word.endswith("ing") and len(word) > 5:
            return self._is_gerund(at, lead)
        if self._previous in (Part.PRONOUN, Part.RELATIVE):
            return word in _FINITE or (self._previous is Part.PRONOUN and not self._ends_phrase(at))
        return word in _SAYS or (self._previous is Part.NAME and word in _FINITE and word.endswith("s"))

    def _lead(self) -> Unit | None:
        """The unit before, adverbs left out."""
        return next((unit for unit in reversed(self._units[-4:]) if unit.part is not Part.ADVERB), None)

    def _is_participle(self, at: int, lead: Unit | None) -> bool:
        """Whether a form in the past is a verb here, and not what a noun is described with ("registered voters")."""
        if lead is not None and lead.claim is not None and lead.claim.kind in _TIMES:
            return True
        if lead is None or lead.part in (Part.DETERMINER, Part.PREPOSITION, Part.VALUE, Part.OWNER):
            return self._ends_phrase(at + 1) and not (lead is not None and lead.part is Part.DETERMINER)
        return True

    def _ends_phrase(self, at: int) -> bool:
        """Whether the token opens or ends something, so that no noun stands there."""
        if at >= len(self._tokens):
            return True
        token = self._tokens[at]
        opens = token.start in self._claims or token.start in self._names
        return opens or not token.is_word or token.lower in _CLOSED or token.lower == "to"

    def _is_gerund(self, at: int, lead: Unit | None) -> bool:
        """Whether a form in -ing is a verb here: behind "is", or with an object right behind it."""
        if lead is not None and lead.lower in BE:
            return True
        if lead is not None and lead.part in (Part.DETERMINER, Part.OWNER, Part.NOUN, Part.VALUE):
            return lead.part in (Part.NOUN, Part.VALUE) and self._takes_object(at + 1)
        return self._takes_object(at + 1)

    def _takes_object(self, at: int) -> bool:
        if at >= len(self._tokens):
            return False
        token = self._tokens[at]
        claim = self._claims.get(token.start)
        if claim is not None:
            return claim.kind not in _TIMES
        if token.start in self._names or token.text[0].isdigit():
            return True
        return token.lower in DETERMINERS or token.lower in PRONOUNS or token.lower in HEDGING - PREPOSITIONS


def _verb_lemma(token: Token) -> str:
    """The dictionary form of a verb; a form in -ing that the dictionary has as a noun is taken back by rule."""
    if token.lower in PAST_LEMMAS:
        return PAST_LEMMAS[token.lower]
    if not token.lower.endswith("ing") or token.lemma != token.lower:
        return token.lemma
    stem = token.lower[:-3]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        stem = stem[:-1]
    return lemma(f"{stem}ed") if lemma(f"{stem}ed") != f"{stem}ed" else stem


def _ends_in_ed(word: str) -> bool:
    return word.endswith("ed") and lemma(word) != word
