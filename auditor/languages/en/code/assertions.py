"""Who is said to assert what stands at a place in the prose: a quotation's speaker, or the source of indirect speech.

"X said that ...", "..., X said" and "according to X, ..." give a clause its source; the article itself asserts the rest. A
pronoun that may mean two people, a verb without a clear subject and a question give no source. Behind which verbs such a
clause stands is told by ``rules/reports.toml``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from auditor.grammar.grammar import Found
from auditor.grammar.trace import note
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.code.speakers import Attribution, Speakers
from auditor.languages.en.code.voices import BLANK, PRONOUNS
from auditor.languages.en.grammars import GRAMMARS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import BESIDE, WORD
from auditor.model import Claim, ClaimKind, Outcome, Prose
from auditor.text.index import any_within, index_of, openers
from auditor.text.regex import regex

_REPORTS = LISTS.all_members("reporting_verbs", "reporting")
"""Verbs that give the clause behind them to their subject (PARC 3.0)."""
_TOLD_BY = _REPORTS | {"according to"}
_OPENERS = openers(_TOLD_BY)
_ENDS = regex(r";|,\s(?:but|while|although|though|whereas|and\s(?:he|she|it|they|the|a|[A-Z]))\b")
_TOLD_KINDS = frozenset(
    (
        ClaimKind.DATE,
        ClaimKind.TIME,
        ClaimKind.DURATION,
        ClaimKind.SET,
        ClaimKind.QUANTITY,
        ClaimKind.STANCE,
        ClaimKind.EVENT,
        ClaimKind.OFFICE,
    )
)

Told = tuple[int, int, str, Found | None]
"""A stretch of the prose, who asserts it, and what was found by the rule that tells so."""


class Reported(NamedTuple):
    """Who is said to assert a stretch of the prose, and what was found by the rule that tells so, if one does."""

    who: Attribution
    start: int
    end: int
    rule: Found | None = None


class Assertions:
    """Tells for places in one article who is said to assert what stands there."""

    def __init__(self, prose: Prose, speakers: Speakers, quotations: Sequence[Claim]) -> None:
        """Take the article's prose, the reader of its speakers, and its quotations in reading order."""
        self._prose = prose
        self._speakers = speakers
        self._quotations = quotations
        self._starts = [claim.span.start for claim in quotations]
        self._telling = index_of(prose.lower).places(_OPENERS)
        self._told: dict[tuple[int, int], tuple[Told, ...]] = {}

    @cached_property
    def _reports(self) -> dict[int, Found]:
        """By where a verb of saying begins, that a clause follows which it gives to its subject."""
        given = {"QUOTED": [(claim.span.start, claim.span.end) for claim in self._quotations]}
        return {found.start: found for found in GRAMMARS.grammar("reports").made(self._prose, given)}

    def _source(self, at: int) -> tuple[str | None, Found | None]:
        """Who asserts the words at offset ``at``; ``None`` for the article itself, or where that is not clear; and the rule."""
        index = bisect_right(self._starts, at) - 1
        if index >= 0 and at < self._quotations[index].span.end:
            return self._quotations[index].source, None
        sentence = sentence_at(self._prose, at)
        if sentence not in self._told:
            self._told[sentence] = self._read(*sentence)
        told = (one[2:] for one in self._told[sentence] if one[0] <= at < one[1])
        return next(told, (None, None))

    def with_sources(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims, those without a source given the one of the place they stand in.

        A source of an outcome means that it stands in a quotation: those are left as they are.
        """
        return [self._with_source(claim) for claim in claims]

    def _with_source(self, claim: Claim) -> Claim:
        if claim.source is not None or claim.kind not in _TOLD_KINDS or isinstance(claim.value, Outcome):
            return claim
        source, rule = self._source(claim.span.start)
        told = claim if source is None else replace(claim, source=source)
        return note(told, rule) if rule else told

    def _read(self, start: int, end: int) -> tuple[Told, ...]:
        """The stretches of a sentence that somebody is said to assert, the last verb's first."""
        told = [
            (one.start, one.end, one.who.name, one.rule)
            for one in self.reported(start, end)
            if one.who.name is not None and one.who.name.lower() not in PRONOUNS
        ]
        return tuple(reversed(told))

    def reported(self, start: int, end: int) -> Iterator[Reported]:
        """Who is said to assert which stretch of a sentence in indirect speech, verb by verb."""
        if end - start > _LONGEST or not any_within(self._telling, start, end):
            return
        for told in self._speakers.told(start, end, _TOLD_BY):
            if told.cue is None or told.speaker is None:
                continue
            cue = told.cue
            if cue.text.lower() == "according to":
                first = start if told.speaker.end + 2 >= end or told.speaker.start > start + WORD else told.speaker.end
                yield Reported(told, first, end if first > start else cue.start)
            elif told.speaker.end <= cue.start and (report := self._reports.get(cue.start)):
                stop = _ENDS.search(self._speakers.text, report.end, end)
                yield Reported(told, report.end, stop.start() if stop else end, report)
            elif self._closes(min(told.speaker.start, cue.start), max(cue.end, told.speaker.end), start, end):
                yield Reported(told, start, min(told.speaker.start, cue.start))

    def _closes(self, first: int, last: int, start: int, end: int) -> bool:
        """Whether ``..., X said`` ends the sentence, a day or place behind it left aside."""
        before = self._speakers.text[start:first].rstrip()
        rest = self._speakers.text[last:end]
        return before.endswith((",", BLANK)) and len(rest) < BESIDE and "," not in rest


_LONGEST = 1_500
"""Characters of a sentence that is read: longer ones are lists or texts without full stops."""
