"""Wording: whether two quotations are the same one, and how the words differ.

No similarity score tells a dropped "not" from a comma, so there are two stages: an alignment of words says whether it
is one quotation, and the edits between the aligned words say how it was changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from auditor.lexicon.calendar import NUMBERS
from auditor.model import Claim, Quotation

_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*")
_SHINGLE = 4
_SAME_WORDS = 5
_SAME_SHARE = 0.7
"""Aligned words, and their share of the shorter quotation, from which two are one quotation: stock phrases such as
"president of the United States" cover less of the sentences they stand in."""
_SAME_RUN = 4
"""Aligned words in a row, at least once: scattered small words align in any two sentences of one subject."""
_SHIFT = 3
"""Words by which an alignment may miss the gap, where the words cut repeat those beside it."""
_STOP = frozenset(
    """a an and are as at be been but by for from had has have he her his i in is it its of on or our she so that
    the their there they this to was we were will with you your""".split()
)
_NEGATION = frozenset(["not", "no", "never", "none", "nothing", "nobody", "without", "cannot", "neither", "nor"])
_MODAL = frozenset(["can", "could", "may", "might", "must", "shall", "should", "will", "would", "need", "ought"])
_OPPOSITES = frozenset(
    """accept reject always never all none more less before after up down support oppose increase decrease win lose
    safe unsafe first last best worst guilty innocent legal illegal true false""".split()
)
_NUMERO = re.compile(r"\.\s?\d")
_DIGITS = re.compile(r"\d[\d.,]*")
_NUMBERS = frozenset(NUMBERS) | {"thousand", "million", "billion"}
_FOLD = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-"})


class Change(StrEnum):
    """How a quotation's words differ from another's, the gravest first."""

    NEGATION = "negation changed"
    NUMBER = "number changed"
    OPPOSITE = "opposite word"
    MODAL = "modal verb changed"
    NAME = "name changed"
    WORDS = "other words"
    SHORTENED = "shortened"
    NONE = "same words"


ALTERING = frozenset({Change.NEGATION, Change.NUMBER, Change.OPPOSITE, Change.MODAL, Change.NAME})
"""The changes that alter what was said."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a quotation: folded, and its place in code points from the quotation's start."""

    text: str
    start: int
    end: int
    name: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the left quotation ``[left)`` that stand as words of the right one ``[right)``, as word indexes."""

    left: tuple[int, int]
    right: tuple[int, int]


def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in lower case, typography and spellings of one word ("can not") folded."""
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        word = match.group().translate(_FOLD)
        if word in ("No", "no", "Nos") and _NUMERO.match(text, match.end()):
            word = "number"
        if word == "not" and found and found[-1].text == "can" and match.start() - found[-1].end == 1:
            found[-1] = Word("cannot", found[-1].start, match.end(), False)
            continue
        capital = match.group()[:1].isupper() and bool(found) and text[match.start() - 2] not in ".!?"
        found.append(
            Word(word.lower(), match.start(), match.end(), capital and word != "I" and not word.startswith("I'"))
        )
    return tuple(found)


def quotation_keys(claim: Claim) -> Iterator[tuple[str, ...]]:
    """The runs of four words under which quotations meet, those of small words only left out."""
    if not isinstance(claim.value, Quotation) or claim.value.form not in ("direct", "fragment"):
        return
    plain = [word.text for word in words(claim.span.text)]
    if len(plain) < _SAME_WORDS:
        return
    for at in sorted({tuple(plain[i : i + _SHINGLE]) for i in range(len(plain) - _SHINGLE + 1)}):
        if sum(word in _STOP for word in at) < _SHINGLE:
            yield "quotation", *at


def edits(left: Sequence[Word], right: Sequence[Word]) -> tuple[Edit, ...] | None:
    """The edits that lead from one quotation to another of the same speech; ``None`` where they are not the same one."""
    found = Indel.opcodes([word.text for word in left], [word.text for word in right])
    runs = [op.src_end - op.src_start for op in found if op.tag == "equal"]
    shared = sum(runs)
    if shared < _SAME_WORDS or max(runs) < _SAME_RUN or shared < _SAME_SHARE * min(len(left), len(right)):
        return None
    return tuple(_joined(found))


def differences(left: Sequence[Word], right: Sequence[Word]) -> tuple[Edit, ...]:
    """The edits that lead from some words to others, whatever they have in common."""
    return tuple(_joined(Indel.opcodes([word.text for word in left], [word.text for word in right])))


def _joined(opcodes: object) -> Iterator[Edit]:
    """Neighbouring deletions and insertions as one edit."""
    left: tuple[int, int] | None = None
    right = (0, 0)
    for op in opcodes:  # type: ignore[attr-defined]
        if op.tag == "equal":
            if left is not None:
                yield Edit(left, right)
            left = None
            continue
        start = left[0] if left is not None else op.src_start
        first = right[0] if left is not None else op.dest_start
        left, right = (start, op.src_end), (first, op.dest_end)
    if left is not None:
        yield Edit(left, right)


def change(one: str, other: str, left: Sequence[Word], right: Sequence[Word], edit: Edit) -> Change:
    """What kind of change an edit is between two quotations and their words.

    Words cut at an end or where an ellipsis owns to it, or cut inside without a grave word, shorten.
    """
    mine, theirs = left[slice(*edit.left)], right[slice(*edit.right)]
    if not (mine and theirs) and (_owned(one, left, edit.left) or _owned(other, right, edit.right)):
        return Change.SHORTENED
    return _change(left, right, edit, mine, theirs)


def _owned(text: str, told: Sequence[Word], at: tuple[int, int]) -> bool:
    """Whether an ellipsis stands where the other quotation has words, or next to words that both have there."""
    if at[0] != at[1] or at[0] in (0, len(told)):
        return False
    gap = text[told[max(0, at[0] - _SHIFT)].end : told[min(len(told), at[0] + _SHIFT) - 1].start]
    return "…" in gap or ".." in gap or ". ." in gap or "[" in gap


def _change(
    left: Sequence[Word], right: Sequence[Word], edit: Edit, mine: Sequence[Word], theirs: Sequence[Word]
) -> Change:
    outer = edit.left[0] == edit.right[0] == 0 or (edit.left[1] == len(left) and edit.right[1] == len(right))
    if outer and not (mine and theirs):
        return Change.SHORTENED
    one, other = {word.text for word in mine}, {word.text for word in theirs}
    if _negative(one) != _negative(other):
        return Change.NEGATION
    if mine and theirs:
        return _substitution(mine, theirs)
    return Change.SHORTENED


def _negative(texts: set[str]) -> bool:
    return bool(texts & _NEGATION) or any(text.endswith("n't") for text in texts)


def _substitution(mine: Sequence[Word], theirs: Sequence[Word]) -> Change:
    one, other = {word.text for word in mine}, {word.text for word in theirs}
    numbers = [
        {str(NUMBERS.get(word, word)) for word in side if word in _NUMBERS or _DIGITS.fullmatch(word)}
        for side in (one, other)
    ]
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return Change.NUMBER
    if one & _OPPOSITES and other & _OPPOSITES:
        return Change.OPPOSITE
    if one & _MODAL and other & _MODAL and one & _MODAL != other & _MODAL:
        return Change.MODAL
    if all(word.name for word in mine) and all(word.name for word in theirs):
        return Change.NAME
    return Change.WORDS
