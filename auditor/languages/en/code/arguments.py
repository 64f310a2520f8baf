"""The arguments of a verb: of whom its clause says it and what stands behind it, as heads of noun phrases.

No parser: marks, prepositions, verbs and articles cut a clause into noun phrases, a phrase ends with its head, and the
preposition before it governs it ("of Lund"). What no phrase tells (a pronoun, a left-out subject) is empty: unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.languages.en.code.names import Names
from auditor.languages.en.lexicon.calendar import NAMES
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import singular
from auditor.model import Prose
from auditor.text.beside import Before
from auditor.text.regex import regex

_AUXILIARIES = LISTS.words("counting", "auxiliary")
_LIGHT_NOUNS = LISTS.words("topic_words", "proposal", "light")
_NOUNS = {noun: side == "for" for noun, side in LISTS.column("stance_nouns", "side").items()}
_FINITE_VERBS = LISTS.words("verb_forms", "finite")
_HONORIFICS = LISTS.words("short_forms", "honorific")

_TOKEN = regex(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*[’']?|\d[\d.,]*|[^\w\s]")
_PREPOSITIONS = (LISTS.words("function_words", "preposition") - LISTS.words("function_words", "loose")) | {
    "because",
    "than",
}
_JOINTS = LISTS.words("function_words", "joint")
_DETERMINERS = LISTS.words("function_words", "determiner", "quantifier") | LISTS.words("numbers", "cardinal")
_PRONOUNS = LISTS.words("function_words", "personal")
_WHEN = NAMES | LISTS.words("time_words", "when")
_OWNERS = ("'s", "’s", "’", "'")
_HELPERS = LISTS.words("function_words", "be", "have", "do", "modal") | {"done", "said", "says"}
_VERBS = _FINITE_VERBS | _AUXILIARIES | _HELPERS | (LISTS.words("irregular_verbs", "verb") - {"found", "dying"})
_MARK = regex(r"[,;:—–()“”\"]")
_SUBORDINATE = regex(
    r"\s?(?:though|although|when|after|as|while|because|since|before|with|despite|if)\s[^,;:]{1,160},\s", re.I
)
"""What stands before a main clause, with a subject of its own."""
_RELATIVE = Before(["who", "which", "that", "whom"])
"""The relative pronouns in front of a clause."""
_LEADING = 4
"""Phrases behind a verb that are read."""
_TAKEN = frozenset(["", "of", "to", "for", "on", "with", "against", "in", "from"])
"""Prepositions by which the first phrase behind a verb is its object; ``by`` names the doer instead."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its head in the singular or the key of its name, all its words, and the preposition before it.

    ``possessed`` says that the phrase owns what follows ("the mill’s"); ``end`` is where it ends.
    """

    head: str
    words: frozenset[str]
    governed: str
    end: int
    possessed: bool = False


def phrases(prose: Prose, names: Names, start: int, end: int) -> Iterator[Phrase]:
    """The noun phrases of a stretch, in reading order."""
    governed, words, head, determined = "", list[str](), "", False
    named = {name.span.start: name for name in names.within(start, end)}
    last = skip = start
    for token in _TOKEN.finditer(prose.text, start, end):
        if token.start() < skip:
            continue
        name = named.get(token.start())
        plain = token.group().lower()
        if name is not None:
            head, last = name.key, min(name.span.end, end)
            words += [name.key.lower(), *name.key.lower().split(), *name.span.text.lower().split()]
            skip = last
            continue
        bare = _without_owner(plain)
        breaks = _breaks(plain, bool(words)) or (plain.endswith("ing") and not words and not determined)
        determined = plain in _DETERMINERS or plain != bare
        if not breaks and plain not in _DETERMINERS and not plain.endswith("ly"):
            words.append(singular(bare))
            head, last = singular(bare), token.end()
        if words and (breaks or plain in _DETERMINERS or plain != bare):
            yield Phrase(head, frozenset(words), governed, last, plain != bare)
            governed, words, head = "" if plain == bare else governed, [], ""
        if breaks:
            governed = plain if plain in _PREPOSITIONS else ""
    if words:
        yield Phrase(head, frozenset(words), governed, last)


def _without_owner(word: str) -> str:
    for mark in _OWNERS:
        if word.endswith(mark) and len(word) > len(mark):
            return word.removesuffix(mark)
    return word


def _breaks(word: str, opened: bool) -> bool:
    """Whether a word ends the phrase before it, and is no part of one."""
    closed = word in _PREPOSITIONS | _JOINTS | _PRONOUNS | _VERBS or word.endswith(("n't", "n’t"))
    return closed or not word[0].isalpha() or (opened and word.endswith("ed") and word not in _HONORIFICS)


def subject_of(prose: Prose, names: Names, start: int, end: int) -> frozenset[str]:
    """The heads of the phrases before a verb that no preposition governs, days left out."""
    led = _SUBORDINATE.match(prose.text, start, end)
    found = [one for one in phrases(prose, names, led.end() if led else start, end) if not one.possessed]
    return frozenset(one.head for one in found if not one.governed and one.head not in _WHEN)


def antecedent_of(prose: Prose, names: Names, sentence: tuple[int, int], start: int) -> frozenset[str]:
    """The heads that a clause without a subject of its own goes on with: behind "who" the last phrase, else the first."""
    before = [one for one in phrases(prose, names, sentence[0], start) if not one.possessed and one.head not in _WHEN]
    if _RELATIVE.start(prose.lower, start, sentence[0]) is not None:
        return frozenset(one.head for one in before[-1:])
    return frozenset(one.head for one in [one for one in before if not one.governed][:1])


def object_of(prose: Prose, names: Names, start: int, end: int, *, bare: bool) -> tuple[frozenset[str], frozenset[str]]:
    """The head of the object behind a verb, with that of its complement where it is light, and the words said of it.

    ``bare``: only what stands there without a preposition is an object.
    """
    found: list[Phrase] = []
    mark = _MARK.search(prose.text, start, end)
    for one in phrases(prose, names, start, mark.start() if mark else end):
        if not found and (one.governed not in _TAKEN or (bare and one.governed)):
            break
        found.append(one)
        if len(found) >= _LEADING:
            break
    return _thing(found)


def _thing(found: Sequence[Phrase]) -> tuple[frozenset[str], frozenset[str]]:
    heads: list[str] = []
    for one in found:
        if one.possessed or one.head in _WHEN:
            continue
        heads.append(one.head)
        if one.head not in _LIGHT_NOUNS and one.head not in _NOUNS:
            break
    about = frozenset(word for one in found for word in one.words)
    return frozenset(heads), about
