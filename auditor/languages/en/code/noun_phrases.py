"""The noun phrase behind a number or behind "of": its head and the words before it.

No parser: function words, finite verbs and marks end a phrase, and its head is its plural, which a number above one
asks for; where no number asks for one ("a fifth of the territory"), its last word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from auditor.languages.en.lexicon.calendar import MONTHS, WEEKDAYS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import is_plural, singular
from auditor.languages.en.reach import FEW_WORDS, WORDS
from auditor.model import Prose
from auditor.text.regex import regex

_AUXILIARIES = LISTS.words("counting", "auxiliary")
_CONDITIONS = LISTS.words("counting", "condition")
_COUNTED_VERBS = LISTS.words("counting", "verb-or-noun")
_NUMBER_ENDS = LISTS.words("counting", "end")
_EXTRA = LISTS.words("counting", "extra")
_MOVED = LISTS.words("counting", "moved")
_PEOPLE_VERBS = LISTS.words("counting", "people-verb")
_FINITE_VERBS = LISTS.words("verb_forms", "finite")
_NOT_NAMES = LISTS.words("plain_words", "opener")

_NOUNS = LISTS.words("plain_words", "noun")
_ENDS = (_NOT_NAMES - _NOUNS - _EXTRA - {"more"}) | _FINITE_VERBS | _NUMBER_ENDS | _AUXILIARIES | frozenset(WEEKDAYS)
_WORD = regex(r"(?:[^\S\n]{1,2}|\n)(u\.[sn]\.|[^\W\d_][\w’'-]{0,30})")
_PRONOUNS = frozenset({"others", "ones"})
_OBJECT = regex(r"\s(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|him|them|us|to|up|out|off)\b|\s\d")
"""Behind a word that is a verb or a noun, what makes it a verb: "the team of 12 leads the race"."""
_OWNER = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its head in the singular, the words before it, and where it ends; 0 where there is none."""

    thing: str = ""
    modifiers: tuple[str, ...] = ()
    end: int = 0


class NounPhrases:
    """Reads the noun phrases of one article's prose."""

    def __init__(self, prose: Prose, lower: str) -> None:
        """Take the prose and its text in lower case, both of one length."""
        self._text = prose.text
        self._lower = lower

    def counted(self, at: int, limit: int) -> Phrase:
        """What a number that ends at ``at`` counts: "six diplomatic compounds"; "27 dead" has a condition, no thing."""
        words = list(takewhile(lambda one: not one[0].endswith(_OWNER), self._behind_number(at, limit)))
        return _phrase(words, _plural(words)) if _plural(words) else _condition(words)

    def whole(self, at: int, limit: int) -> Phrase:
        """What a share is of: "(one-fifth of) Ukraine’s territory"."""
        words = list(self.words(at, limit))
        if _plural(words):
            return _phrase(words, _plural(words))
        nouns = list(takewhile(lambda one: not one[0].endswith("ed"), words))
        if nouns and nouns[0][0] not in _CONDITIONS and not nouns[-1][0].endswith(_OWNER):
            return _phrase(nouns, len(nouns))
        return _condition(words)

    def described(self, at: int, limit: int) -> Phrase:
        """What an amount describes that ends at ``at``: "a $25,000 contribution"."""
        words = list(takewhile(lambda one: not _verbal(one[0]), self.words(at, limit)))
        if not 0 < len(words) <= FEW_WORDS or self._text[words[-1][1] - len(words[-1][0])].isupper():
            return Phrase()
        return _phrase(words, len(words))

    def _behind_number(self, at: int, limit: int) -> Iterator[tuple[str, int]]:
        """The words behind a number: one that is a verb, too, is a noun where it has no object ("12 leads")."""
        found = _WORD.match(self._lower, at, limit)
        if found and found[1] in _COUNTED_VERBS and not _OBJECT.match(self._lower, found.end(), limit):
            yield found[1], found.end()
            at = found.end()
        yield from self.words(at, limit)

    def words(self, at: int, limit: int) -> Iterator[tuple[str, int]]:
        """The words behind ``at`` and their ends, up to a function word, a finite verb, a mark or ``limit``."""
        for _ in range(WORDS):
            found = _WORD.match(self._lower, at, limit)
            if found is None:
                return
            word, at = found[1].rstrip("'’"), found.end()
            acronym = len(word) > 1 and self._text[found.start(1) : at].isupper()
            month = word in MONTHS and self._text[found.start(1)].isupper()
            if month or (word in _ENDS and not acronym):
                return
            yield word, found.start(1) + len(word)


Words = Sequence[tuple[str, int]]


def _plural(words: Words) -> int:
    """How many words reach to the end of the first plural, or of the plurals that follow one another ("sports cars")."""
    head = 0
    for count, (word, _) in enumerate(words, 1):
        if is_plural(word) and word not in _PRONOUNS:
            head = count
        elif head:
            break
    return head


def _phrase(words: Words, head: int) -> Phrase:
    modifiers = tuple(word.removesuffix("'s").removesuffix("’s") for word, _ in words[: head - 1])
    return Phrase(singular(words[head - 1][0]), modifiers, words[head - 1][1])


def _condition(words: Words) -> Phrase:
    return Phrase("", (words[0][0],), words[0][1]) if words and words[0][0] in _CONDITIONS else Phrase()


def _verbal(word: str) -> bool:
    """Whether a word behind a noun in the singular most likely begins what is said of it: "earthquake hit"."""
    return word in _PEOPLE_VERBS or word in _MOVED or word.endswith("ed")
