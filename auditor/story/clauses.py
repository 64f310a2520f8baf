"""Clauses: which verb governs a value, and whose and of what that verb is.

Read by position: a value belongs to the verb before it in its clause, or to the one behind where it is the subject or opens
the sentence. Clauses end at marks and at the words that open another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.languages.en.lists import LISTS
from auditor.story.units import Part, Unit

_AHEAD = LISTS.words("function_words", "ahead")
_HEDGING = LISTS.words("function_words", "number")
_INTENDING = LISTS.words("intending")
_NEGATING = LISTS.words("negators", "adverb", "joining", "determiner")
_PASSING = LISTS.words("function_words", "be", "get")

_HARD = frozenset(';:—–()“”"…|')
_ENTRY = frozenset(":—–")
_HEADS = frozenset({Part.NOUN, Part.NAME, Part.PRONOUN, Part.VALUE})
_VERBAL = frozenset({Part.AUXILIARY, Part.ADVERB, Part.TO, Part.VERB})
_ASIDES = frozenset({Part.VERB, Part.PREPOSITION, Part.OPENER, Part.ADVERB})
"""What opens words said by the way between a subject and its verb."""
_REACH = 14
"""Units between a value at the front and the verb behind it, at most: longer subjects are lists."""
_DEPTH = 3
"""Verbs through which a subject is carried on ("came, saw and left")."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What governs a value.

    ``verb`` is the number of the governing verb's unit, -1 where there is none; ``role`` is "subject", "object" or
    "oblique"; ``preposition`` is the number of the one that ties an oblique value, or -1. ``subject`` and ``object`` are the
    units that head the verb's subject and object; where the verb is ``passive`` they are those of the doing, "by" read.
    ``denied`` and ``ahead`` say that the verb is negated, or that it has not happened.
    """

    verb: int = -1
    role: str = ""
    preposition: int = -1
    subject: tuple[Unit, ...] = ()
    object: tuple[Unit, ...] = ()
    passive: bool = False
    denied: bool = False
    ahead: bool = False


class Clauses:
    """The clauses of one sentence."""

    def __init__(self, units: Sequence[Unit]) -> None:
        """Take the units of a sentence."""
        self.units = units

    def governing(self, at: int) -> Clause:
        """What governs the unit of a value."""
        preposition = self._preposition(at)
        before, behind = self._verb_before(at), self._verb_behind(at)
        if behind >= 0 and (before < 0 or (preposition < 0 and self._is_subject(at, before, behind))):
            return self._clause(behind, "subject" if preposition < 0 else "oblique", preposition)
        if before < 0:
            return Clause(preposition=preposition, role="oblique" if preposition >= 0 else "")
        return self._clause(before, "object" if preposition < 0 else "oblique", preposition)

    def subject(self, verb: int) -> tuple[Unit, ...]:
        """The units that head the subject of the verb with a number."""
        return self._clause(verb, "", -1).subject

    def _clause(self, verb: int, role: str, preposition: int) -> Clause:
        chain = self._chain(verb)
        passive = self._is_passive(verb, chain)
        subject, patient = tuple(self._subject(chain, 0)), tuple(self._heads_behind(verb + 1))
        if passive:
            subject, patient = tuple(self._doer(verb)), subject
        words = [unit for unit in self.units[chain:verb] if unit.part is not Part.NOUN]
        return Clause(
            verb,
            role,
            preposition,
            subject,
            patient,
            passive,
            any(unit.lower in _NEGATING or unit.lower.endswith("n't") for unit in words),
            any(unit.lower in _AHEAD or unit.key in _INTENDING for unit in words),
        )

    def _preposition(self, at: int) -> int:
        """The number of the preposition that ties the unit to what stands before; -1 where none does."""
        for number in range(at - 1, max(-1, at - 6), -1):
            unit = self.units[number]
            if unit.part is Part.PREPOSITION and unit.lower not in _HEDGING - {
                "at",
                "about",
                "around",
                "over",
                "up",
                "under",
            }:
                return number
            if unit.part is Part.PREPOSITION or unit.lower in _HEDGING or unit.part in (Part.DETERMINER, Part.ADVERB):
                continue
            if unit.part is Part.NOUN and self.units[at].part is Part.VALUE and number >= at - 3:
                continue
            return -1
        return -1

    def _verb_before(self, at: int) -> int:
        for number in range(at - 1, -1, -1):
            unit = self.units[number]
            if unit.part is Part.VERB:
                return number
            if self._is_boundary(number):
                return self._main(number, at)
        return self._main(-1, at)

    def _main(self, first: int, at: int) -> int:
        """The auxiliary that is the only verb between a boundary and a value ("the toll was 12"); -1 without one."""
        for number in range(at - 1, first, -1):
            if self.units[number].part is Part.AUXILIARY:
                return number
        return -1

    def _verb_behind(self, at: int) -> int:
        found = -1
        for number in range(at + 1, min(len(self.units), at + _REACH)):
            unit = self.units[number]
            if unit.part is Part.VERB:
                return number
            if unit.part is Part.AUXILIARY and found < 0:
                found = number
            elif self._is_boundary(number) and not self._heads_entry(at, number):
                return found
        return found

    def _heads_entry(self, at: int, mark: int) -> bool:
        """Whether a value opens the sentence and a colon or dash behind it leads to what it dates, as in a chronicle."""
        opens = all(unit.part is Part.MARK for unit in self.units[:at])
        return opens and mark == at + 1 and self.units[mark].lower in _ENTRY

    def _is_boundary(self, number: int) -> bool:
        unit = self.units[number]
        return unit.part in (Part.RELATIVE, Part.OPENER) or unit.lower in _HARD

    def _is_subject(self, at: int, before: int, behind: int) -> bool:
        """Whether a value between two verbs is said of the second: a new clause begins between the first and the value."""
        between = self.units[before + 1 : at]
        opened = any(unit.part is Part.JOIN or unit.lower in (",", ".") or unit.part is Part.OPENER for unit in between)
        direct = all(unit.part in _VERBAL or self._of_phrase(at, number) for number, unit in self._from(at + 1, behind))
        saying = self.units[before].key in ("say", "report", "confirm", "know") and not between
        return (opened or saying) and direct

    def _from(self, first: int, last: int) -> Iterator[tuple[int, Unit]]:
        return ((number, self.units[number]) for number in range(first, last))

    def _of_phrase(self, at: int, number: int) -> bool:
        """Whether a unit behind a value still belongs to its phrase: "of the people", "in the town"."""
        opened = at + 1 < len(self.units) and self.units[at + 1].part in (Part.PREPOSITION, Part.NOUN)
        inside = (Part.PREPOSITION, Part.DETERMINER, Part.NOUN, Part.NAME, Part.OWNER)
        return opened and self.units[number].part in inside

    def _chain(self, verb: int) -> int:
        """The number of the first unit of the verbs that a verb ends: "has | been asked to leave"."""
        first = verb
        while first > 0 and self.units[first - 1].part in _VERBAL:
            first -= 1
        return first

    def _is_passive(self, verb: int, chain: int) -> bool:
        if self.units[verb].part is not Part.VERB:
            return False
        form = self.units[verb].lower
        lead = next((unit for unit in reversed(self.units[chain:verb]) if unit.part is not Part.ADVERB), None)
        if lead is None:
            return any(unit.lower == "by" for unit in self.units[verb + 1 : verb + 2])
        return lead.lower in _PASSING and not form.endswith("ing")

    def _subject(self, chain: int, depth: int) -> Iterator[Unit]:
        """The heads of the noun phrases before a verb that no preposition governs."""
        held: list[Unit] = []
        found: list[Unit] = []
        joined = chain > 0 and self.units[chain - 1].part is Part.JOIN
        for number in range(self._before_aside(chain) - 1, -1, -1):
            unit = self.units[number]
            if unit.part is Part.RELATIVE:
                aside = any(one.lower == "," for one in self.units[number:chain])
                yield from self._antecedent(number) if aside or not held else held
                return
            if unit.part in (Part.VERB, Part.AUXILIARY) and (joined or not (held or found)):
                yield from self._subject(self._chain(number), depth + 1) if depth < _DEPTH else ()
                return
            if unit.part in (Part.OPENER, Part.VERB) or unit.lower in _HARD:
                break
            if unit.part is Part.PREPOSITION:
                held = []
            elif unit.part in _HEADS:
                held = held or [unit]
            elif unit.lower == "," or unit.part is Part.JOIN:
                found, held = [*held, *found], []
        yield from (*held, *found)

    def _before_aside(self, chain: int) -> int:
        """Where a subject ends whose verb begins at a unit: before ", citing three officials," and ", in turn,"."""
        if chain < 1 or self.units[chain - 1].lower != ",":
            return chain
        for number in range(chain - 2, -1, -1):
            unit = self.units[number]
            if unit.part is Part.RELATIVE or unit.lower in _HARD:
                return chain
            if unit.lower == "," and self.units[number + 1].part in _ASIDES:
                return number
        return chain

    def _antecedent(self, number: int) -> Iterator[Unit]:
        """The noun that a relative clause is on."""
        for unit in reversed(self.units[:number]):
            if unit.part in (Part.NOUN, Part.NAME, Part.VALUE):
                yield unit
                return
            if unit.lower not in (",", "'s") and unit.part is not Part.PREPOSITION:
                return

    def _heads_behind(self, first: int) -> Iterator[Unit]:
        """The heads of the noun phrase that begins at a unit: the last noun, and the names."""
        last: Unit | None = None
        for number in range(first, len(self.units)):
            unit = self.units[number]
            if unit.part is Part.OWNER:
                last = None
            elif unit.part in (Part.NOUN, Part.NAME, Part.PRONOUN):
                if unit.part is Part.NAME and last is not None and last.part is Part.NAME:
                    yield last
                last = unit
            elif unit.part is Part.VALUE:
                last = last or unit
            elif unit.part not in (Part.DETERMINER, Part.ADVERB) and unit.lower not in _HEDGING - {
                "at",
                "to",
                "over",
                "about",
            }:
                break
        if last is not None:
            yield last

    def _doer(self, verb: int) -> Iterator[Unit]:
        """Who does it in a passive clause: the noun phrase behind "by"."""
        for number in range(verb + 1, min(len(self.units), verb + 8)):
            if self.units[number].lower == "by":
                yield from self._heads_behind(number + 1)
                return
            if self._is_boundary(number) or self.units[number].lower == ",":
                return
