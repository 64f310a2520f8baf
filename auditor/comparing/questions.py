"""Questions: what the value of a sentence answers, made of the sentence's own words.

"The ferry sailed on Friday with 40 people" answers "When did the ferry sail with 40 people?". The verb's first auxiliary, or
"did", goes before its subject, and what stands for the value to the front. Where the sentence does not read that simply,
its words are quoted with a gap where the value stands: no question is better than one that asks something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.languages.en.lexicon.units import CODES
from auditor.languages.en.lists import LISTS
from auditor.model import ClaimKind, Counted, Event, Ordinal, Quantity
from auditor.story.clauses import Clauses
from auditor.story.mentions import Mention
from auditor.story.slots import SPEECH, slots_of
from auditor.story.units import Part, Unit

_BE = LISTS.words("function_words", "be")
_DO = LISTS.words("function_words", "do")
_HAVE = LISTS.words("function_words", "have")
_MODALS = LISTS.words("function_words", "modal")

GAP = "…"
_LONGEST = 90
"""Characters of a question's part behind its verb, and of a quoted sentence: as much as is read at a glance."""
_MOST_SUBJECT = 9
"""Units of a subject: longer ones are seldom read right, and hide the question."""
_PHRASE = frozenset({Part.NOUN, Part.NAME, Part.DETERMINER, Part.OWNER, Part.VALUE, Part.ADVERB, Part.JOIN})
_ENDS = frozenset({Part.OPENER, Part.RELATIVE, Part.MARK})
_VERBAL = frozenset({Part.VERB, Part.AUXILIARY})
_LOOSE = frozenset({Part.PREPOSITION, Part.VALUE})
"""What stands between a verb and a value that may be tied to either: a question would have to choose."""
_ASKING = LISTS.words("function_words", "asking")
_WHEN = LISTS.words("function_words", "at-a-time")


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and whose or what value it asks for, in the words of the text."""

    text: str
    subject: str


def question(mentions: Iterable[Mention]) -> Question:
    """What the values of mentions answer: as the first asks it whose sentence reads simply, else with a gap in the first.

    Raises ``ValueError`` where there is no mention.
    """
    readings = [_Reading(mention) for mention in mentions]
    if not readings:
        raise ValueError("no value is no answer")
    asked = (asked for reading in readings if (asked := reading.asked()))
    return next(asked, readings[0].gapped())


class _Reading:
    """One value in its sentence."""

    def __init__(self, mention: Mention) -> None:
        self._mention = mention
        self._text = mention.record.article.prose.text
        slots = slots_of(mention.record)
        self._clauses: Clauses = slots.clauses(slots.tokens.number(mention.claim.span.start))
        self._units = self._clauses.units
        at = mention.claim.span.start
        self._at = next((n for n, unit in enumerate(self._units) if unit.start <= at < unit.end), -1)

    def asked(self) -> Question | None:
        """The question that a simple clause answers; ``None`` where it is none."""
        if self._at < 0 or self._mention.quoted or self._describes():
            return None
        clause = self._clauses.governing(self._at)
        if clause.verb < 0 or (clause.role == "subject" and self._counts_subject(clause.verb)):
            return self._of_subject(clause.verb) if clause.verb >= 0 else None
        if clause.role not in ("object", "oblique") or clause.verb > self._at or self._units[clause.verb].key in SPEECH:
            return None
        preposition = clause.preposition
        if preposition < 0 and self._units[self._at - 1].lower == "to":
            preposition = self._at - 1
        return self._of_rest(clause.verb, preposition)

    def gapped(self) -> Question:
        """The words of the sentence around the value, a gap in its place."""
        start, end = self._mention.sentence
        place = self._mention.claim.span
        before = _tail(_line(self._text[start : place.start]), _LONGEST // 2)
        behind = _head(_line(self._text[place.end : end]), _LONGEST // 2)
        words = " ".join(part for part in (before, GAP, behind.lstrip("-").rstrip(" .,;:")) if part)
        asking = _capital(self._asking(""))
        return Question(f"{asking}: “{words}”?", self._head_words() or _thing(asking) or self._concerned() or words)

    def _describes(self) -> bool:
        """Whether the value tells of a noun behind it, as in "a 14-year stretch" or "Friday's hearing": no clause asks for it."""
        behind = self._units[self._at + 1 : self._at + 2]
        return bool(behind) and (behind[0].part in (Part.NOUN, Part.NAME, Part.OWNER) or behind[0].lower == "-")

    def _counts_subject(self, verb: int) -> bool:
        """Whether the value heads the subject, nothing but its own phrase standing between it and the verb."""
        return self._mention.claim.kind is ClaimKind.QUANTITY and verb > self._at

    def _of_subject(self, verb: int) -> Question | None:
        """Of "Twelve people were killed in the fire": how many people were killed in the fire."""
        first = self._chain(verb)
        phrase = self._units[self._at + 1 : first]
        rest = self._rest(first)
        if not rest or any(unit.part not in _PHRASE | {Part.PREPOSITION} for unit in phrase):
            return None
        asking = self._asking("")
        counted = self._words(self._units[self._at].end, self._units[first].start) if phrase else ""
        return Question(
            f"{_capital(' '.join(p for p in (asking, counted, rest) if p))}?", counted or _thing(asking) or rest
        )

    def _of_rest(self, verb: int, preposition: int) -> Question | None:
        """Of "The owner had insured the mill for 2 million marks": for how many marks had the owner insured the mill."""
        first = self._chain(verb)
        subject = self._subject(first)
        gap = preposition if preposition >= 0 else self._at
        between, behind = self._units[verb + 1 : gap], self._behind()
        if not subject or any(unit.part in _ENDS | _VERBAL | _LOOSE for unit in between):
            return None
        if any(unit.part in _VERBAL for unit in behind):
            return None
        lead, verbs = self._turned(first, verb)
        if not lead:
            return None
        asking = self._asking(self._units[preposition].lower if preposition >= 0 else "")
        rest = self._words(self._units[self._at].end, behind[-1].end) if behind else ""
        owned = rest.startswith("of ")
        pieces = (
            f"{asking} {rest}" if owned else asking,
            lead,
            subject,
            verbs,
            self._words(self._units[verb].end, self._units[gap].start) if between else "",
            "" if owned else rest,
        )
        text = " ".join(piece for piece in pieces if piece)
        return Question(f"{_capital(text)}?", subject) if len(text) <= 2 * _LONGEST else None

    def _turned(self, first: int, verb: int) -> tuple[str, str]:
        """What goes before the subject, and the verbs that stay behind it; two empty strings where the form is unclear."""
        chain = self._units[first : verb + 1]
        helper = chain[0]
        if helper.part is Part.AUXILIARY and (len(chain) > 1 or helper.lower in _BE):
            return helper.lower, self._words(chain[1].start, chain[-1].end) if len(chain) > 1 else ""
        if helper.part is not Part.VERB or helper.lower in _BE | _HAVE | _DO | _MODALS or helper.lower.endswith("ing"):
            return "", ""
        if helper.lower == helper.key:
            return "do", helper.key
        return ("does" if helper.lower in (f"{helper.key}s", f"{helper.key}es") else "did"), helper.key

    def _subject(self, first: int) -> str:
        """The words of the noun phrase right before the verbs; empty where there is none that is short and clear."""
        while first > 0 and self._units[first - 1].part is Part.ADVERB:
            first -= 1
        begin = first
        while begin > 0 and self._units[begin - 1].part in _PHRASE:
            begin -= 1
        phrase = self._units[begin:first]
        heads = [unit for unit in phrase if unit.part in (Part.NOUN, Part.NAME)]
        opens = begin == 0 or self._units[begin - 1].part in _ENDS
        if not heads or not opens or len(phrase) > _MOST_SUBJECT or phrase[0].part is Part.JOIN:
            return ""
        words = self._words(phrase[0].start, phrase[-1].end)
        return words if phrase[0].part is Part.NAME or not words[:2].istitle() else words[:1].lower() + words[1:]

    def _chain(self, verb: int) -> int:
        """The number of the first of the auxiliaries that a verb ends."""
        first = verb
        while first > 0 and self._units[first - 1].part in (Part.AUXILIARY, Part.ADVERB, Part.TO):
            first -= 1
        while self._units[first].part is Part.ADVERB and first < verb:
            first += 1
        return first

    def _behind(self) -> Sequence[Unit]:
        """The units behind the value's phrase, up to the end of its clause and as many as are read at a glance."""
        return self._until(self._at + 1)

    def _until(self, begin: int) -> Sequence[Unit]:
        last = begin
        while last < len(self._units) and self._units[last].part not in _ENDS | {Part.JOIN}:
            if self._units[last].end - self._units[begin].start > _LONGEST:
                break
            last += 1
        return self._units[begin:last]

    def _rest(self, first: int) -> str:
        units = self._until(first)
        return self._words(units[0].start, units[-1].end) if units else ""

    def _words(self, start: int, end: int) -> str:
        return _line(self._text[start:end])

    def _head_words(self) -> str:
        head = slots_of(self._mention.record).of(self._mention.claim).head
        return " ".join(sorted(head))

    def _concerned(self) -> str:
        """What the governing verb is said of or done to, in the words of the text; empty where the sentence does not tell."""
        if self._at < 0:
            return ""
        clause = self._clauses.governing(self._at)
        heads = (clause.object or clause.subject) if clause.passive else (clause.subject or clause.object)
        return ", ".join(self._words(unit.start, unit.end) for unit in heads if unit.part in (Part.NOUN, Part.NAME))

    def _asking(self, preposition: str) -> str:
        """What stands for the value: "when", "how many people", "for how many years", "in which place"."""
        claim = self._mention.claim
        match claim.kind:
            case ClaimKind.DATE | ClaimKind.TIME:
                return "when" if preposition in _WHEN or not preposition else f"{preposition} when"
            case ClaimKind.DURATION:
                asked = (
                    f"how many {_plural(_unit_word(claim.span.text))}" if _unit_word(claim.span.text) else "how long"
                )
                return f"{preposition} {asked}" if preposition else asked
        if isinstance(claim.value, Event):
            return "where" if preposition in _WHEN or not preposition else f"{preposition} which place"
        asked = "what"
        if isinstance(claim.value, Quantity):
            asked = self._how_many(claim.value)
        elif isinstance(claim.value, Ordinal):
            asked = f"which {self._counted(claim.value)}".strip()
        return f"{preposition} {asked}" if preposition else asked

    def _how_many(self, value: Quantity) -> str:
        if value.unit == "%":
            return "what percentage"
        if value.unit in CODES:
            return "how much money"
        return f"how many {self._counted(value)}".strip()

    def _counted(self, value: Counted) -> str:
        return self._words(value.number.end, self._mention.claim.span.end).lstrip("- ")


def _thing(asking: str) -> str:
    """What is asked for, without the words that ask: "people" of "how many people"."""
    return " ".join(word for word in asking.split() if word.lower() not in _ASKING)


def _unit_word(words: str) -> str:
    """The unit that a length is told in: "years" of "nine years" and of "14-year"."""
    parts = [part for part in words.lower().replace("-", " ").split() if part.isalpha()]
    return parts[-1] if parts else ""


def _plural(noun: str) -> str:
    return noun if noun.endswith("s") else f"{noun}s"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _line(words: str) -> str:
    return " ".join(words.split())


def _tail(words: str, most: int) -> str:
    """The last words, as many as fit."""
    return words if len(words) <= most else GAP + words[-most:].partition(" ")[2]


def _head(words: str, most: int) -> str:
    """The first words, as many as fit."""
    return words if len(words) <= most else words[:most].rpartition(" ")[0] + GAP
