"""Clauses: the part of a sentence in which a verb and what it is said of stand, and how firmly it is put.

What denies a clause or puts it as less than a fact is told by ``rules/cues.toml``; here it is told how far that reaches.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from auditor.grammar.grammar import Found
from auditor.grammar.trace import note
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.grammars import GRAMMARS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import FEW_WORDS, SENTENCE
from auditor.model import Claim, ClaimKind, Modality, Prose, Quotation
from auditor.text.alternation import one_of
from auditor.text.regex import regex

_JOINS = one_of(LISTS.words("function_words", "clause-joint"))
_BREAK = regex(
    rf"[;:—–()“”\"]|,\s(?:{_JOINS}|(?P<aside>who|which|whom|whose))\s|\s(?:-|{_JOINS})\s"
    r"|\b(?:(?P<said>said|says|announced|told\s\w+)|shows?|showed)\s(?:that\s)?|\b(?P<held>[a-z]+ed\sthat)\s"
    r"|\b[Aa]ccording\sto\s[^,;]+,?\s"
)
_RELATIVES = frozenset("who which whom whose why how what".split())
DENYING = ("denial", "unlikely")
"""The kinds of cues that deny."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause ``[start, end)``, and where the verb begins that says somebody said so; -1 where none does.

    ``said``: it is said, rather than held ("believed that").
    """

    start: int
    end: int
    teller: int = -1
    said: bool = False


@dataclass(frozen=True, slots=True)
class Force:
    """Whether what stands in a clause is denied, how firmly it is put, and what tells so."""

    denied: bool
    modality: Modality
    cues: tuple[Found, ...] = ()

    def of(self, claim: Claim) -> Claim:
        """The claim, whose rules are noted."""
        for cue in self.cues:
            note(claim, cue)
        return claim


class Clauses:
    """The clauses of one article."""

    def __init__(self, prose: Prose) -> None:
        """Take the article's prose."""
        self._prose = prose
        self._text = prose.text

    @cached_property
    def _cues(self) -> list[Found]:
        return GRAMMARS.grammar("cues").made(self._prose)

    @cached_property
    def _starts(self) -> list[int]:
        return [cue.start for cue in self._cues]

    def cues(self, start: int, end: int, *kinds: str) -> list[Found]:
        """The cues that begin in ``[start, end)``, of all kinds where none is given."""
        found = self._cues[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [cue for cue in found if not kinds or cue.rule.makes in kinds]

    def at(self, start: int, end: int) -> Clause:
        """The clause around the words ``[start, end)``."""
        first, last = near(sentence_at(self._prose, start), start, end)
        aside_ends = self._text.rfind(",", first, start)
        breaks = [m for m in _BREAK.finditer(self._text, first, start) if not (m["aside"] and m.end() <= aside_ends)]
        behind = _BREAK.search(self._text, end, last)
        last = behind.start() if behind else last
        if not breaks:
            return Clause(first, last)
        before = breaks[-1]
        told = before["said"] or before["held"]
        return Clause(before.end(), last, before.start() if told else -1, bool(before["said"]))

    def force(self, clause: Clause, at: int, end: int) -> Force:
        """How the verb at ``[at, end)`` is put in its clause."""
        cues = self.cues(clause.start, at)
        denial = next((cue for cue in reversed(cues) if cue.rule.makes in DENYING), None)
        denied = denial is not None and self._denies(denial, at)
        doubts = (cue for cue in [*self._leading(clause.start), *cues] if self._doubts(cue, clause, at))
        doubt = next(doubts, None) or self._term(denial, end)
        asked = self._text[end : clause.end + 1].endswith("?")
        modality = Modality.HEDGED if doubt or asked else Modality.ASSERTED
        return Force(denied, modality, tuple(cue for cue in (denial if denied else None, doubt) if cue))

    def _leading(self, start: int) -> list[Found]:
        """The cue right in front of a clause: "if the plan fails"."""
        place = bisect_left(self._starts, start)
        return [cue for cue in self._cues[:place][-1:] if not self._text[cue.end : start].strip()]

    def _denies(self, cue: Found, at: int) -> bool:
        """Whether a denial is of the verb at ``at``: "refused to back the candidate who won" tells of somebody who won."""
        between = self._text[cue.end : at].lower().replace("’", "'").split()
        return len(between) <= FEW_WORDS and _RELATIVES.isdisjoint(word.split("'")[0] for word in between)

    def _doubts(self, cue: Found, clause: Clause, at: int) -> bool:
        """Whether a cue before the verb at ``at`` makes less than a statement of its clause."""
        match cue.rule.makes:
            case "until":
                return cue.start <= clause.start
            case "to":
                return not self._text[cue.end : at].strip()
            case "would" | "will":  # what somebody is said to be going to do is announced
                return not clause.said
            case "denial":  # "has no evidence that"
                return self._text.find(" that ", cue.end, at) >= 0
        return cue.rule.makes in ("claimed", "doubt", "wish", "unlikely")

    def _term(self, denial: Found | None, end: int) -> Found | None:
        """What tells when a denial ended: "did not apologise until" tells that it was done."""
        if denial is None:
            return None
        found = next(iter(self.cues(end, sentence_at(self._prose, denial.start)[1], "until")), None)
        return found if found and found.text == "until" else None


def near(sentence: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """The part of a sentence around the words ``[start, end)`` that is read."""
    return max(sentence[0], start - SENTENCE), min(sentence[1], end + SENTENCE)


class Speech:
    """Who speaks at a place: the source of the quotation there."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Take the quotations of one article."""
        self._quoted = sorted(
            (c.span.start, c.span.end, c.source or "")
            for c in claims
            if c.kind == ClaimKind.QUOTATION
            and isinstance(c.value, Quotation)
            and c.value.form in ("direct", "fragment")
        )

    def source(self, at: int) -> str | None:
        """The source of the quotation at ``at``, empty where nobody is named; ``None`` outside quotations."""
        index = bisect_right(self._quoted, (at + 1,)) - 1
        if index >= 0 and self._quoted[index][0] <= at < self._quoted[index][1]:
            return self._quoted[index][2]
        return None
