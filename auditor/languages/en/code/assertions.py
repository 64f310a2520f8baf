"""Who is said to assert what stands at a place in the prose: a quotation's speaker, or the source of indirect speech.

"X said that ...", "..., X said" and "according to X, ..." give a clause its source; the article itself asserts the rest. A
pronoun that may mean two people, a verb without a clear subject and a question give no source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.code.speakers import Attribution, Speakers
from auditor.languages.en.code.voices import BLANK, PRONOUNS
from auditor.languages.en.lists import LISTS
from auditor.model import Claim, ClaimKind, Outcome, Prose
from auditor.text.alternation import one_of, phrases
from auditor.text.index import any_within, index_of, matches_at, openers
from auditor.text.regex import regex

_REPORTS = LISTS.all_members("reporting_verbs", "reporting")
"""Verbs that give the clause behind them to their subject (PARC 3.0)."""
_TOLD_BY = _REPORTS | {"according to"}
_OPENERS = openers(_TOLD_BY)
_BARE = LISTS.all_members("reporting_verbs", "bare")
"""Of them, those that a clause follows without "that": what stands behind others ("confirmed", "announced") may be a thing."""
_WHEN = r"(?P<when>(?:\s(?:(?:on|last|this|in|at)\s[\w ]{2,24}?|\w{2,20}ly|\w{3,9}day)){0,2})"
_THAT = regex(rf"{_WHEN}\sthat\b")
_CLAUSE = regex(rf"{_WHEN}\s(?:that\b|(?:{phrases(LISTS.words('function_words', 'clause-behind'))})\b|[A-ZÀ-Þ\d])")
_TOLD = regex(r"(?P<when>\s(?:[\w’'.-]{1,20}\s){1,5}?)that\b")
_ENDS = regex(r";|,\s(?:but|while|although|though|whereas|and\s(?:he|she|it|they|the|a|[A-Z]))\b")
_TELLING = regex(rf"\b(?:{one_of(_REPORTS)}|[Aa]ccording to)\b")
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

Told = tuple[int, int, str]
"""A stretch of the prose, and who asserts it."""


class Assertions:
    """Tells for places in one article who is said to assert what stands there."""

    def __init__(self, prose: Prose, speakers: Speakers, quotations: Sequence[Claim]) -> None:
        """Take the article's prose, the reader of its speakers, and its quotations in reading order."""
        self._prose = prose
        self._speakers = speakers
        self._quotations = quotations
        self._starts = [claim.span.start for claim in quotations]
        telling = matches_at(_TELLING, prose.text, index_of(prose.lower).places(_OPENERS))
        self._telling = [found.start() for found in telling]
        self._told: dict[tuple[int, int], tuple[Told, ...]] = {}

    def source(self, at: int) -> str | None:
        """Who asserts the words at offset ``at``; ``None`` for the article itself, or where that is not clear."""
        index = bisect_right(self._starts, at) - 1
        if index >= 0 and at < self._quotations[index].span.end:
            return self._quotations[index].source
        sentence = sentence_at(self._prose, at)
        if sentence not in self._told:
            self._told[sentence] = self._read(*sentence)
        return next((who for start, end, who in self._told[sentence] if start <= at < end), None)

    def with_sources(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims, those without a source given the one of the place they stand in.

        A source of an outcome means that it stands in a quotation: those are left as they are.
        """
        return [self._with_source(claim) for claim in claims]

    def _with_source(self, claim: Claim) -> Claim:
        if claim.source is not None or claim.kind not in _TOLD_KINDS or isinstance(claim.value, Outcome):
            return claim
        source = self.source(claim.span.start)
        return claim if source is None else replace(claim, source=source)

    def _read(self, start: int, end: int) -> tuple[Told, ...]:
        """The stretches of a sentence that somebody is said to assert, the last verb's first."""
        told = ((first, last, who.name) for who, first, last in self.reported(start, end) if who.name is not None)
        return tuple(reversed([one for one in told if one[2].lower() not in PRONOUNS]))

    def reported(self, start: int, end: int) -> Iterator[tuple[Attribution, int, int]]:
        """Who is said to assert which stretch of a sentence in indirect speech, verb by verb."""
        if end - start > _LONGEST or not any_within(self._telling, start, end):
            return
        for told in self._speakers.told(start, end, _TOLD_BY):
            if told.cue is None or told.speaker is None:
                continue
            cue = told.cue
            if cue.text.lower() == "according to":
                first = start if told.speaker.end + 2 >= end or told.speaker.start > start + 14 else told.speaker.end
                yield told, first, end if first > start else cue.start
            elif told.speaker.end <= cue.start and (clause := self._clause(cue.text.lower(), cue.end, end)):
                stop = _ENDS.search(self._speakers.text, clause, end)
                yield told, clause, stop.start() if stop else end
            elif self._closes(min(told.speaker.start, cue.start), max(cue.end, told.speaker.end), start, end):
                yield told, start, min(told.speaker.start, cue.start)

    def _clause(self, cue: str, at: int, end: int) -> int | None:
        """Where the clause begins that a verb ending at ``at`` gives to its subject."""
        pattern = _TOLD if cue in ("tell", "tells", "told") else _CLAUSE if cue in _BARE else _THAT
        found = pattern.match(self._speakers.text, at, end)
        return found.end("when") if found else None

    def _closes(self, first: int, last: int, start: int, end: int) -> bool:
        """Whether ``..., X said`` ends the sentence, a day or place behind it left aside."""
        before = self._speakers.text[start:first].rstrip()
        rest = self._speakers.text[last:end]
        return before.endswith((",", BLANK)) and len(rest) < _REST and "," not in rest


_LONGEST = 1_500
"""Characters of a sentence that is read: longer ones are lists or texts without full stops."""
_REST = 50
"""Characters behind ``X said`` at the end of a sentence: "on Monday", "in an interview"."""
