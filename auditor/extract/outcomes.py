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
from auditor.lexicon.outcomes import LASTING, LONGEST, OPENERS, OUTCOMES
from auditor.model import Claim, ClaimKind, Outcome, Polarity, Prose

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
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
            size = _size(words, at)
            if size:
                yield _claim(prose, names, speech, sentence, words, at, size)
            at += max(1, size)


def _size(words: Words, at: int) -> int:
    """How many of the words from ``at`` on state an outcome; 0 for none."""
    if words[at][2] not in OPENERS and words[at][3] not in OPENERS:
        return 0
    return next((size for size in range(min(LONGEST, len(words) - at), 0, -1) if _stated(words, at, size)), 0)


def _stated(words: Words, at: int, size: int) -> tuple[str, bool] | None:
    surface = tuple(word[2] for word in words[at : at + size])
    plain = tuple(word[3] for word in words[at : at + size])
    mixed = (*plain[:-1], surface[-1])
    return OUTCOMES.get(surface) or OUTCOMES.get(plain) or OUTCOMES.get(mixed)


def _claim(
    prose: Prose, names: Names, speech: Speech, sentence: tuple[int, int], words: Words, at: int, size: int
) -> Claim:
    stated = _stated(words, at, size)
    assert stated
    start, end = words[at][0], words[at + size - 1][1]
    clause = clause_at(prose.text, sentence, start, end)
    denied = is_denied(prose.text, clause, start)
    inside = [word for word in words if clause[0] <= word[0] < clause[1]]
    value = Outcome(
        *stated,
        prose.span(*clause),
        denied,
        any(word[3] in LASTING for word in inside),
        frozenset(name.key for name in names.within(*clause)),
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
