"""Outcomes: what the article says became of something ("was acquitted", "failed to come apart", "has been shut since").

An outcome is an event told by where it left its subject: a pole of a scale, or the denial of one. It is asserted only where the
clause puts it so, and those in quotation marks have the speaker as source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.extract.clauses import Speech, clause_at, firmness, is_denied
from auditor.extract.names import Names
from auditor.lexicon.lemmas import lemma
from auditor.lexicon.outcomes import LASTING, LONGEST, OPENERS, OUTCOMES, SPLIT
from auditor.model import Claim, ClaimKind, Outcome, Polarity, Prose

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GAP = 6
"""Words that a verb, its object and its particle take: "turned the whole claim down"."""
_DENYING = frozenset(["refuse", "decline"])
_DETERMINERS = frozenset("the a an this that these those its his her their it them all both".split())
Words = Sequence[tuple[int, int, str, str]]


def find_outcomes(prose: Prose, names: Names, quotations: Sequence[Claim]) -> Iterator[Claim]:
    """All outcomes of the prose in reading order."""
    speech = Speech(quotations)
    for sentence in prose.sentences:
        words = [
            (m.start(), m.end(), word, lemma(word))
            for m in _WORD.finditer(prose.text, *sentence)
            for word in (m.group().lower(),)
        ]
        at = 0
        while at < len(words):
            found = _stated(words, at) if words[at][2] in OPENERS or words[at][3] in OPENERS else None
            if found:
                yield _claim(prose, names, speech, sentence, words, at, found)
            at += found[2] if found else 1


def _stated(words: Words, at: int) -> tuple[str, bool, int] | None:
    """The scale and pole that the words from ``at`` on state, and how many words do; the longest phrase first."""
    if words[at][2].endswith("ing"):
        return None  # a participle ("the opposing sides") asserts nothing by itself
    if words[at][3] in _DENYING and at + 1 < len(words) and words[at + 1][2] == "to":
        return None  # "declined to comment" denies another verb
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        surface = tuple(word[2] for word in words[at : at + size])
        plain = tuple(word[3] for word in words[at : at + size])
        found = OUTCOMES.get(surface) or OUTCOMES.get(plain) or OUTCOMES.get((*plain[:-1], surface[-1]))
        if found:
            return *found, size
    for size in range(3, min(_GAP, len(words) - at) + 1):
        ends = (words[at][3], words[at + size - 1][2])
        if ends in SPLIT and words[at + 1][2] in _DETERMINERS:
            return *OUTCOMES[ends], size
    return None


def _claim(
    prose: Prose,
    names: Names,
    speech: Speech,
    sentence: tuple[int, int],
    words: Words,
    at: int,
    found: tuple[str, bool, int],
) -> Claim:
    scale, first, size = found
    start, end = words[at][0], words[at + size - 1][1]
    clause = clause_at(prose.text, sentence, start, end)
    denied = is_denied(prose.text, clause, start)
    inside = [word for word in words if clause[0] <= word[0] < clause[1]]
    value = Outcome(
        scale,
        first,
        prose.span(*clause),
        denied,
        any(word[3] in LASTING for word in inside),
        frozenset(name.key for name in names.within(*clause)),
        frozenset(name.key for name in names.within(clause[0], start)),
    )
    source = speech.source(start)
    return Claim(
        ClaimKind.EVENT,
        prose.span(start, end),
        value,
        " ".join(prose.text[clause[0] : start].split()),
        source,
        Polarity.NEGATIVE if denied else Polarity.POSITIVE,
        firmness(prose.text, clause, start, end),
    )
