"""Units: the words of a sentence with their part in it, names and values each as one.

No parser and no model: closed classes, endings and the words beside tell verbs from nouns. What matters is that a verb is
seldom taken for a noun in plain news prose; a word that is neither is called a noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.languages.en.code.names import Name
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import lemma, singular
from auditor.model import Claim, ClaimKind
from auditor.text.tokens import Token

_ADJECTIVAL = LISTS.entries("endings", "adjective")
_ADVERBS = LISTS.words("function_words", "adverb")
_BE = LISTS.words("function_words", "be")
_DETERMINERS = LISTS.words("function_words", "determiner")
_DO = LISTS.words("function_words", "do")
_HAVE = LISTS.words("function_words", "have")
_HEDGING = LISTS.words("function_words", "number")
_IRREGULAR_PASTS = LISTS.words("irregular_verbs", "past")
_JOINING = LISTS.words("function_words", "joining")
_LOOSE_PARTICIPLES = LISTS.words("function_words", "loose")
_MODALS = LISTS.words("function_words", "modal")
_NEGATING = LISTS.words("negators", "adverb", "joining", "determiner")
_OPENING = LISTS.words("function_words", "opening")
_OWNING = LISTS.column("function_words", "pronoun")
_PAST_LEMMAS = LISTS.column("irregular_verbs", "verb", "verb-lemma")
_PREPOSITIONS = LISTS.words("function_words", "preposition")
_PRONOUNS = LISTS.words("function_words", "pronoun")
_RELATIVES = LISTS.words("function_words", "relative")
_SAYING = LISTS.all_members("reporting_verbs", "saying")
_TELLING = LISTS.all_members("reporting_verbs", "telling")
_FINITE_VERBS = LISTS.words("verb_forms", "finite")


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


_FINITE = _FINITE_VERBS | _SAYING | _TELLING
_CLOSED = {
    **dict.fromkeys(_PREPOSITIONS, Part.PREPOSITION),
    **dict.fromkeys(_HEDGING - _PREPOSITIONS - {"to"}, Part.ADVERB),
    **dict.fromkeys(_OPENING - _PREPOSITIONS, Part.OPENER),
    **dict.fromkeys(_ADVERBS | _NEGATING, Part.ADVERB),
    **dict.fromkeys(_DETERMINERS, Part.DETERMINER),
    **dict.fromkeys(_PRONOUNS, Part.PRONOUN),
    **dict.fromkeys(_RELATIVES - {"that"}, Part.RELATIVE),
    **dict.fromkeys(_JOINING, Part.JOIN),
    **dict.fromkeys(_BE | _HAVE | _DO | _MODALS, Part.AUXILIARY),
    **dict.fromkeys(_OWNING, Part.DETERMINER),
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
        if word in _LOOSE_PARTICIPLES:
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
        if word in _OPENING and word in _PREPOSITIONS:
            return Part.OPENER if self._opens_clause(at) else Part.PREPOSITION
        return _CLOSED[word]

    def _opens_clause(self, at: int) -> bool:
        """Whether a verb with its subject follows before the next mark: "after the hearing ended"."""
        for number, token in enumerate(self._tokens[at + 1 :]):
            if not (token.is_word or token.text[0].isdigit()) and token.lower not in _POSSESSIVES:
                return False
            if number >= _AGO - 1 and token.lower not in _LOOSE_PARTICIPLES and self._looks_finite(token):
                return True
            if number and token.lower in _PREPOSITIONS - {"of"}:
                return False
        return False

    def _looks_finite(self, token: Token) -> bool:
        word = token.lower
        return word in _BE | _HAVE | _MODALS or word in _IRREGULAR_PASTS or word in _FINITE or _ends_in_ed(word)

    def _is_base(self, at: int) -> bool:
        """Whether a token can be the verb behind "to", an adverb between left out."""
        for token in self._tokens[at : at + 3]:
            if token.start in self._claims or token.start in self._names or not token.is_word:
                return False
            if token.lower in _ADVERBS or token.lower.endswith("ly"):
                continue
            if token.lower in _BE | _HAVE | _DO:
                return token.lower in ("be", "have", "do")
            plain = token.lower not in _CLOSED and not token.capital and singular(token.lower) == token.lower
            return plain and not token.lower.endswith(_ADJECTIVAL)
        return False

    def _is_verb(self, at: int, token: Token) -> bool:
        word, lead = token.lower, self._lead()
        if token.capital and len(self._units) > 0:
            return False
        if lead is not None and (lead.part is Part.TO or lead.lower in _MODALS | _DO):
            return True
        if word in _IRREGULAR_PASTS or _ends_in_ed(word):
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
        if lead is not None and lead.lower in _BE:
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
        return token.lower in _DETERMINERS or token.lower in _PRONOUNS or token.lower in _HEDGING - _PREPOSITIONS


def _verb_lemma(token: Token) -> str:
    """The dictionary form of a verb; a form in -ing that the dictionary has as a noun is taken back by rule."""
    if token.lower in _PAST_LEMMAS:
        return _PAST_LEMMAS[token.lower]
    if not token.lower.endswith("ing") or token.lemma != token.lower:
        return token.lemma
    stem = token.lower[:-3]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        stem = stem[:-1]
    return lemma(f"{stem}ed") if lemma(f"{stem}ed") != f"{stem}ed" else stem


def _ends_in_ed(word: str) -> bool:
    return word.endswith("ed") and lemma(word) != word
