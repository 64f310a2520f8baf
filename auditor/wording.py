"""Wording: whether two quotations are the same one, and how the words differ.

No similarity score tells a dropped "not" from a comma, so there are two stages: an alignment of words says whether it
is one quotation, and the edits between the aligned words say how it was changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

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
_QUANTIFIERS = frozenset(["all", "some", "most", "many", "few", "every", "any", "none", "no", "both", "neither"])
_STOCK = frozenset("president united states america american people country government party city".split())
"""Words of set phrases, which two speeches share without being one."""
_SAME_TELLING = 3
"""Words that are neither small nor of set phrases, which two quotations share when they are one."""
_LONG_CUT = 4
"""Words that are cut together: what goes with them is left out, and not turned round."""
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s")
_NUMERO = re.compile(r"\.\s?\d")
_DIGITS = re.compile(r"\d[\d.,'-]*")
_NUMBERS = frozenset(NUMBERS) | {"thousand", "million", "billion"}
_FOLD = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-"})


class Change(StrEnum):
    """How a quotation's words differ from another's, the gravest first."""

    NEGATION = "negation changed"
    NUMBER = "number changed"
    OPPOSITE = "opposite word"
    MODAL = "modal verb changed"
    ORDER = "words in another order"
    NAME = "name changed"
    SPLICED = "spliced"
    WORDS = "other words"
    CUT = "cut without a mark"
    SHORTENED = "shortened"
    NONE = "same words"


ALTERING = frozenset({Change.NEGATION, Change.NUMBER, Change.OPPOSITE, Change.MODAL, Change.ORDER, Change.NAME})
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


@lru_cache(maxsize=8_192)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in lower case, typography and spellings of one word ("can not") folded.

    Several checks ask for those of one quotation, one after another.
    """
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        word = match.group().translate(_FOLD)
        if word in ("No", "no", "Nos") and _NUMERO.match(text, match.end()):
            word = "number"
        if word.lower() == "not" and found and found[-1].text == "can" and match.start() - found[-1].end == 1:
            found[-1] = Word("cannot", found[-1].start, match.end(), False)
            continue
        capital = match.group()[:1].isupper() and bool(found) and text[match.start() - 2] not in ".!?"
        found.append(
            Word(word.lower(), match.start(), match.end(), capital and word != "I" and not word.startswith("I'"))
        )
    return tuple(found)


def runs(told: Sequence[Word], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of so many words, in reading order."""
    plain = [word.text for word in told]
    return (tuple(plain[at : at + length]) for at in range(len(plain) - length + 1))


def quotation_keys(claim: Claim) -> Iterator[tuple[str, ...]]:
    """The runs of four words under which quotations meet, those of small words only left out."""
    if not isinstance(claim.value, Quotation) or claim.value.form not in ("direct", "fragment"):
        return
    told = words(claim.span.text)
    if len(told) < _SAME_WORDS:
        return
    for at in sorted(set(runs(told, _SHINGLE))):
        if sum(word in _STOP for word in at) < _SHINGLE:
            yield "quotation", *at


def edits(left: Sequence[Word], right: Sequence[Word]) -> tuple[Edit, ...] | None:
    """The edits that lead from one quotation to another of the same speech; ``None`` where they are not the same one."""
    found = Indel.opcodes([word.text for word in left], [word.text for word in right])
    if not reordered(left, right) and not _same(left, found, min(len(left), len(right))):
        return None
    return tuple(_outward(edit, left, right) for edit in _joined(found))


@dataclass(frozen=True, slots=True)
class Retelling:
    """Two quotations of one speech: the words of either, and the edits between them with what each changes."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    changes: tuple[tuple[Change, Edit], ...]

    @property
    def kinds(self) -> frozenset[Change]:
        """What the edits change."""
        return frozenset(kind for kind, _ in self.changes)

    def first(self, *kinds: Change) -> Edit | None:
        """The first edit that changes one of these; ``None`` where none does."""
        return next((edit for kind, edit in self.changes if kind in kinds), None)


@lru_cache(maxsize=4_096)
def retelling(one: str, other: str) -> Retelling | None:
    """How two quotations differ; ``None`` where they are not one. Several checks ask this of a pair, one after another."""
    left, right = words(one), words(other)
    found = edits(left, right)
    if found is None:
        return None
    return Retelling(left, right, tuple((change(one, other, left, right, edit), edit) for edit in found))


def _same(left: Sequence[Word], opcodes: object, shorter: int) -> bool:
    """Whether the words that stay are enough, close enough and telling enough to be one quotation's."""
    kept = [(op.src_start, op.src_end) for op in opcodes if op.tag == "equal"]  # type: ignore[attr-defined]
    shared = sum(end - start for start, end in kept)
    if shared < _SAME_WORDS or shared < _SAME_SHARE * shorter or max(end - start for start, end in kept) < _SAME_RUN:
        return False
    telling = {word.text for start, end in kept for word in left[start:end]} - _STOP - _STOCK
    return len(telling) >= _SAME_TELLING or shared >= shorter


def reordered(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether two quotations hold the same words, but names or a negation in another order: roles or sense swapped."""
    mine, theirs = ([word.text.removesuffix("'s") for word in side] for side in (left, right))
    if len(mine) < _SAME_WORDS or mine == theirs or sorted(mine) != sorted(theirs):
        return False
    turning = _NEGATION | {"only"} | {word.text.removesuffix("'s") for word in (*left, *right) if word.name}
    return [word for word in mine if word in turning] != [word for word in theirs if word in turning]


def _outward(edit: Edit, left: Sequence[Word], right: Sequence[Word]) -> Edit:
    """A cut pushed to an end of the quotation where the words there repeat those beside it."""
    for told, (start, end), (place, stop), flip in (
        (left, edit.left, edit.right, False),
        (right, edit.right, edit.left, True),
    ):
        if start == end or place != stop:
            continue
        back = 0
        while back < start and told[start - 1 - back].text == told[end - 1 - back].text:
            back += 1
        ahead = 0
        while end + ahead < len(told) and told[start + ahead].text == told[end + ahead].text:
            ahead += 1
        step = -back if back == start and back else ahead if end + ahead == len(told) and ahead else 0
        moved, gap = (start + step, end + step), (place + step, place + step)
        return Edit(gap, moved) if flip else Edit(moved, gap)
    return edit


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

    Words cut at an end or where an ellipsis owns to it shorten; words cut inside without a mark are cut, or spliced
    where the cut goes over the end of a sentence.
    """
    mine, theirs = left[slice(*edit.left)], right[slice(*edit.right)]
    if reordered(left, right):
        return Change.ORDER
    if not (mine and theirs) and (_owned(one, left, edit.left) or _owned(other, right, edit.right)):
        return Change.SHORTENED
    found = _change(left, right, edit, mine, theirs)
    return Change.SPLICED if found == Change.CUT and _crosses(one, other, mine, theirs) else found


def _crosses(one: str, other: str, mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether a cut goes over the end of a sentence, so that the pieces of two sentences read as one."""
    text, cut = (one, mine) if mine else (other, theirs)
    return bool(_SENTENCE_END.search(text, cut[0].start, cut[-1].end))


def _owned(text: str, told: Sequence[Word], at: tuple[int, int]) -> bool:
    """Whether an ellipsis stands where the other quotation has words, or next to words that both have there."""
    if at[0] != at[1] or at[0] in (0, len(told)):
        return False
    gap = text[told[max(0, at[0] - _SHIFT)].end : told[min(len(told), at[0] + _SHIFT) - 1].start]
    return "…" in gap or ".." in gap or ". ." in gap or "[" in gap


def _change(
    left: Sequence[Word], right: Sequence[Word], edit: Edit, mine: Sequence[Word], theirs: Sequence[Word]
) -> Change:
    if mine and theirs:
        one, other = {word.text for word in mine}, {word.text for word in theirs}
        return Change.NEGATION if _negative(one) != _negative(other) else _substitution(mine, theirs)
    outer = edit.left[0] == edit.right[0] == 0 or (edit.left[1] == len(left) and edit.right[1] == len(right))
    if outer:
        return Change.SHORTENED
    cut = mine or theirs
    return Change.NEGATION if len(cut) < _LONG_CUT and _negative({word.text for word in cut}) else Change.CUT


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
    if len(numbers[0]) == len(one) == len(other) and numbers[0] == numbers[1]:
        return Change.NONE
    if (one & _OPPOSITES and other & _OPPOSITES) or (one & _QUANTIFIERS and other & _QUANTIFIERS):
        return Change.OPPOSITE
    if one & _MODAL and other & _MODAL and one & _MODAL != other & _MODAL:
        return Change.MODAL
    if all(word.name for word in mine) and all(word.name for word in theirs):
        return Change.NAME
    return Change.WORDS
