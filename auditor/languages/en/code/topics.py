"""What a stance is about: the noun phrase behind a verb, reduced to its head, its modifiers and its proposer.

Light nouns pass on to what they are of ("the idea of a truce" is about the truce); a noun of proposing that does not
say what ("the offer") points back to the proposal the article named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.languages.en.code.names import GROUP, OFFICE, PERSON, STATE, Name, Names
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.lists import LISTS
from auditor.languages.en.morphology import singular
from auditor.languages.en.reach import WORDS
from auditor.model import Prose, Topic
from auditor.text.beside import Behind
from auditor.text.regex import regex

_LIGHT_NOUNS = LISTS.words("topic_words", "proposal", "light")
_PROPOSAL_NOUNS = LISTS.words("topic_words", "proposal")
_TOPICS = LISTS.entry_of("topics", "nouns")
_FINITE_VERBS = LISTS.words("verb_forms", "finite")
_NOT_NAMES = LISTS.words("plain_words", "opener")

_WORD = regex(r"[\w’'-]+|[^\w\s]")
_SKIPPED = LISTS.words("function_words", "topic-skipped")
_MODIFIERS = LISTS.words("function_words", "topic-modifier")
_PROPOSED = regex(
    r",?\s(?:(?:which|that)\s(?:was|were)\s)?(?:proposed|put\sforward|floated|tabled|offered|suggested|drafted|brokered|"
    r"drawn\sup|presented|made)\s(?:\w+ly\s)?by\s(?:the\s)?|\sfrom\s(?:the\s)?"
)
_POINTING = Behind(["this", "that", "these", "those", "such"])
_ASIDE = Behind(
    [
        "in principle",
        "in full",
        "in part",
        "in public",
        "in theory",
        "in writing",
        "at once",
        "at first",
        "at last",
        "outright",
    ]
)
"""What may stand between a verb and its object: "backed in principle the idea"."""
_OF = Behind(["for", "of"])
_ENDING = regex(r"\b(?:the|a|an|any|this|that|these|its|his|her|their)\s(?:[\w’'-]{1,20}\s?){1,4}$", re.I)
_BACK = 2
"""Sentences back in which the proposal is looked for that "the offer" means."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A topic and where it stands in the prose."""

    topic: Topic
    start: int
    end: int


class Topics:
    """Reads the topics of one article."""

    def __init__(self, prose: Prose, names: Names) -> None:
        """Take the article's prose and names."""
        self._prose = prose
        self._names = names
        self._last: list[Placed] = []

    def after(self, at: int, end: int) -> Placed | None:
        """The topic of the noun phrase that opens at ``at``, before ``end``; ``None`` where there is none."""
        found = self._phrase(at, end, [])
        if found is None:
            return None
        points_back = found.topic.head in _PROPOSAL_NOUNS or _POINTING.next(self._prose.lower, at)
        if points_back and not found.topic.modifiers:
            meant = self._meant(found)
            return replace(found, topic=meant) if meant else None
        self._last.append(found)
        return found

    def before(self, end: int, start: int) -> Placed | None:
        """The topic that ends at ``end``, for a verb that follows its topic: one noted already, or the words there."""
        for one in reversed(self._last):
            if start <= one.start < end:
                return one
        noun = _ENDING.search(self._prose.text, start, end)
        return self.after(noun.start(), end) if noun else None

    def _phrase(self, at: int, end: int, carried: list[str]) -> Placed | None:
        at = (_ASIDE.next(self._prose.lower, at) or at + 1) - 1
        words = _to_known_noun(list(self._words(at, end)))
        if not words:
            return None
        noun, last = words[-1][0], words[-1][2]
        inner = _OF.next(self._prose.lower, last)
        if singular(noun) in _LIGHT_NOUNS and inner:
            return self._phrase(inner, end, carried)
        modifiers = [*carried, *(word for word, _, _ in words[:-1])]
        head = _TOPICS.get(singular(noun), singular(noun))
        return self._placed(head, modifiers, words[0][1], last, at)

    def _words(self, at: int, end: int) -> Iterator[tuple[str, int, int]]:
        """The content words of the noun phrase at ``at``: up to a preposition, a verb form or a mark."""
        count = 0
        for match in _WORD.finditer(self._prose.text, at, end):
            word = match.group().lower().removesuffix("’s").removesuffix("'s").rstrip("’'")
            if not word or not word[0].isalnum() or count >= WORDS:
                return
            if word in _SKIPPED and not count:
                continue
            if word in _NOT_NAMES and word not in _MODIFIERS:
                return
            count += 1
            if count > 1 and _verbal(word):
                return
            yield word, match.start(), match.end()

    def _placed(self, head: str, modifiers: list[str], start: int, end: int, at: int) -> Placed | None:
        names = self._names.within(at, end)
        light = singular(head) in _LIGHT_NOUNS
        proposer = self._proposer(end) or self._owner([n for n in names if light or self._possessive(n)])
        said = frozenset(word for word in modifiers if word not in _MODIFIERS)
        return Placed(Topic(head, proposer, said), start, end) if len(head) > 2 else None

    def _proposer(self, end: int) -> str | None:
        proposed = _PROPOSED.match(self._prose.text, end)
        name = self._names.covering(proposed.end()) if proposed else None
        return (name.actor.country or name.key) if name else None

    def _possessive(self, name: Name) -> bool:
        return self._prose.text[name.span.end : name.span.end + 1] in ("’", "'")

    def _owner(self, names: Sequence[Name]) -> str | None:
        """Whose it is, where a name stands before the noun ("Moscow's demands", "the U.S. plan")."""
        owners = [name for name in names if name.kind in (STATE, GROUP, PERSON, OFFICE)]
        return (owners[0].actor.country or owners[0].key) if owners else None

    def _meant(self, found: Placed) -> Topic | None:
        """The proposal that a noun without content points back to, named at most two sentences before."""
        start = found.start
        for _ in range(_BACK + 1):
            start = sentence_at(self._prose, max(0, start - 2))[0]
        earlier = [one.topic for one in self._last if start <= one.start < found.start and one.topic.proposer]
        return earlier[-1] if earlier else None


Words = list[tuple[str, int, int]]


def _to_known_noun(words: Words) -> Words:
    """The words up to the last one that is known as a topic: what follows is rather a verb ("ceasefire strains")."""
    known = [at for at, (word, _, _) in enumerate(words) if singular(word) in _TOPICS or singular(word) in _LIGHT_NOUNS]
    return words[: known[-1] + 1] if known else words


def _verbal(word: str) -> bool:
    """Whether a word behind a noun most likely begins a verb phrase ("proposed", "being")."""
    return (word.endswith("ed") and word not in ("united", "armed", "unarmed")) or word in _FINITE_VERBS
