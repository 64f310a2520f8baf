"""The points as the page shows them: the question, each answer with who gives it and one sentence, and how to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from auditor.model import Answer, Judgement, Point, Witness
from auditor.reports.answers import MOST_LINES, MOST_VOICES, tier
from auditor.reports.harmless import plain
from auditor.reports.html.chosen import Chosen, style_of
from auditor.reports.html.decide import commands
from auditor.reports.html.links import Link, Links
from auditor.reports.html.sentences import Quoted, Sentences
from auditor.reports.layout import standing
from auditor.reports.word_diff import Piece, around, wordings

MOST_ANSWERS = 6
"""Answers of one point that are shown; the others are counted."""
LONG = 40
"""Characters of an answer from which it and its sentence are not both shown."""
_KEPT = 12
"""Words of a long answer that are kept on each side of those that differ."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source that gives an answer: its places, and those of documents that are one source with it."""

    places: tuple[Link, ...]
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: its words, those that differ set apart, who gives it, and the sentence of the first who does.

    The only answer, and a long one that rests on a few words, has none but its sentence; another long one is its own.
    """

    value: tuple[Piece, ...]
    voices: tuple[Voice, ...]
    more_voices: int
    sentence: Quoted | None


@dataclass(frozen=True, slots=True)
class Marks:
    """What the filters of the page go by: the family, the severity, the numbers of the articles, and whether it is decided."""

    family: str
    severity: str
    articles: str
    decision: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One point. ``checks`` names what found it, ``changed`` says that one source answers in two ways."""

    id: str
    number: int
    tier: str
    question: str
    said: tuple[Said, ...]
    more_answers: int
    settle: str
    changed: str
    standing: tuple[str, ...]
    checks: str
    commands: tuple[str, str]
    marks: Marks


class Points:
    """Turns points into what the page shows of them."""

    def __init__(self, links: Links, chosen: Chosen, paths: Sequence[str]) -> None:
        """Take the points chosen; ``paths`` are what was audited, for the commands that decide."""
        self._links = links
        self._answers = links.answers
        self._numbers = chosen.numbers
        self._paths = paths
        self._sentences = Sentences(links.answers.report)

    def shown(self, point: Point) -> Shown:
        """One point as the page shows it."""
        answers = point.answers[:MOST_ANSWERS]
        values = wordings([answer.value for answer in answers])
        return Shown(
            id=point.id,
            number=self._numbers.get(point.id, 0),
            tier=style_of(tier(point)),
            question=plain(point.question),
            said=tuple(self._said(*one, alone=len(answers) == 1) for one in zip(answers, values, strict=True)),
            more_answers=len(point.answers) - len(answers),
            settle=plain(point.settle),
            changed=self._changed(point),
            standing=tuple(dict.fromkeys(filter(None, map(standing, point.findings)))),
            checks=_checks(point),
            commands=self.commands(point.id),
            marks=self.marks(point),
        )

    def commands(self, point: str) -> tuple[str, str]:
        """What confirms and what dismisses the point of an id."""
        return commands(point, self._paths)

    def marks(self, point: Point) -> Marks:
        """What the filters go by."""
        documents = {span.document for span in self._links.places[point.id]}
        numbers = sorted(self._links.numbers[one] for one in documents if one in self._links.numbers)
        decided = any(f.decision and f.decision.judgement is Judgement.CONFIRMED for f in point.findings)
        decision = "settled" if not point.counts else "confirmed" if decided else "open"
        return Marks(point.family, point.severity, " ".join(map(str, numbers)), decision)

    def _said(self, answer: Answer, value: tuple[Piece, ...], alone: bool) -> Said:
        voices, place = self._voices(answer), answer.witnesses[0].place
        sentence: Quoted | None = self._sentences.around(place)
        if alone or (len(answer.value) > LONG and len(place.text) <= LONG):
            value = ()
        elif len(answer.value) > LONG:
            value, sentence = around(value, _KEPT), None
        return Said(value, tuple(voices[:MOST_VOICES]), max(0, len(voices) - MOST_VOICES), sentence)

    def _voices(self, answer: Answer) -> list[Voice]:
        held: dict[str, list[Witness]] = {}
        for witness in answer.witnesses:
            held.setdefault(witness.source, []).append(witness)
        return [self._voice(witnesses) for witnesses in held.values()]

    def _voice(self, witnesses: Sequence[Witness]) -> Voice:
        first = witnesses[0].place.document
        mine = (one.place for one in witnesses if one.place.document == first)
        others = (one.place for one in witnesses if one.place.document != first)
        return Voice(self._links.lines(mine, MOST_LINES), self._links.lines(others, MOST_LINES))

    def _changed(self, point: Point) -> str:
        """Which documents answer in two ways although they are one source."""
        return "; ".join(_in_two_ways(point.answers, self._answers.name))


def _in_two_ways(answers: Sequence[Answer], name: Callable[[str], str]) -> Iterator[str]:
    given = Counter(source for answer in answers for source in answer.sources)
    for source in sorted(one for one, number in given.items() if number > 1):
        witnesses = (witness for answer in answers for witness in answer.witnesses if witness.source == source)
        told = [name(document) for document in dict.fromkeys(witness.place.document for witness in witnesses)]
        yield f"{' and '.join(told)} are one source: one changed it" if len(told) > 1 else f"{told[0]} says both"


def _checks(point: Point) -> str:
    """What found a point, and how often such findings were right where that was measured."""
    names = ", ".join(dict.fromkeys(plain(finding.check) for finding in point.findings))
    return f"{names}; {point.probability:.0%} of such are right" if point.probability is not None else names
