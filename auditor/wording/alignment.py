"""Alignment: whether two quotations are one, and the edits that lead from the words of one to those of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from auditor.languages.en.lists import LISTS
from auditor.wording.words import SMALL, STOP, Word

_NEGATORS = LISTS.words("negators")

SAME_WORDS = 5
_SAME_SHARE = 0.7
"""Aligned words, and their share of the part that both quotations carry, from which two are one quotation: stock phrases
such as "president of the United States" cover less of the sentences they stand in."""
_SAME_RUN = 4
"""Aligned words in a row, at least once: scattered small words align in any two sentences of one subject."""
_OVERLAP = 8
"""Aligned words from which two quotations that only overlap, the end of one being the start of the other, are one."""
SHORT = 3
"""Aligned words from which two quotations of one speaker may be one, a telling word among them."""
_STRAYS = 4
"""Blocks in front, less one, that may be joined to the one behind them."""
_MORE = 3
"""Words that one quotation has more in front of the first that both have, from which it only begins earlier."""
STRAY = 2
"""Small words that align alone, far before or behind all the others: they are not the same words."""
_STOCK = frozenset("president united states america american people country government party city".split())
"""Words of set phrases, which two speeches share without being one."""
_SAME_TELLING = 3
"""Words that are neither small nor of set phrases, which two quotations share when they are one."""
LONG_CUT = 4
"""Words that are cut together: what goes with them is left out, and not turned round."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the left quotation ``[left)`` that stand as words of the right one ``[right)``, as word indexes."""

    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Block:
    """Words that stand in both quotations in a row, from ``left`` in the one and ``right`` in the other."""

    left: int
    right: int
    size: int


def edits(left: Sequence[Word], right: Sequence[Word], one_speaker: bool = False) -> tuple[Edit, ...] | None:
    """The edits that lead from one quotation to another of the same speech; ``None`` where they are not the same one.

    ``one_speaker`` says that both are known to be of one speaker, so that fewer words are enough.
    """
    blocks = _aligned(left, right)
    if not reordered(left, right) and not _same(left, right, blocks, one_speaker):
        return None
    return tuple(_between(blocks, len(left), len(right)))


def _aligned(left: Sequence[Word], right: Sequence[Word]) -> list[_Block]:
    """The runs of words that stand in both, those at either end joined to the others or dropped where they stray."""
    mine, theirs = [word.text for word in left], [word.text for word in right]
    blocks = [
        _Block(op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(mine, theirs)
        if op.tag == "equal"
    ]
    blocks = _settled(blocks, mine, theirs)
    turned = _turned(blocks, len(mine), len(theirs))
    return _turned(_settled(turned, mine[::-1], theirs[::-1]), len(mine), len(theirs))


def _turned(blocks: Sequence[_Block], mine: int, theirs: int) -> list[_Block]:
    """The blocks as they stand in the quotations read from their ends."""
    return [_Block(mine - b.left - b.size, theirs - b.right - b.size, b.size) for b in reversed(blocks)]


def _settled(blocks: list[_Block], mine: Sequence[str], theirs: Sequence[str]) -> list[_Block]:
    """The blocks, the first one joined to the next where its words stand before that too, and dropped where it strays."""
    while len(blocks) > 1:
        joined = next(
            (further for count in range(1, _STRAYS) if (further := _joining(blocks, count, mine, theirs))), None
        )
        if joined is None:
            return blocks
        blocks = joined
    return blocks


def _joining(blocks: Sequence[_Block], count: int, mine: Sequence[str], theirs: Sequence[str]) -> list[_Block] | None:
    """The blocks with the first few of them joined to the next; ``None`` where their words do not stand before it too."""
    if count >= len(blocks):
        return None
    first, last, then = blocks[0], blocks[count - 1], blocks[count]
    back, most = 0, min(then.left, then.right)
    while back < most and mine[then.left - 1 - back] == theirs[then.right - 1 - back]:
        back += 1
    far = max(then.left - last.left, then.right - last.right) - last.size >= LONG_CUT
    lone = count == 1 and first.size <= STRAY and far and set(mine[first.left : first.left + first.size]) <= STOP
    if back < min(then.left - first.left, then.right - first.right) and not lone:
        return None
    return [_Block(then.left - back, then.right - back, then.size + back), *blocks[count + 1 :]]


def _same(left: Sequence[Word], right: Sequence[Word], blocks: Sequence[_Block], one_speaker: bool) -> bool:
    """Whether the words that stay are enough, close enough and telling enough to be one quotation's."""
    if not blocks:
        return False
    shared = sum(block.size for block in blocks)
    first, last = blocks[0], blocks[-1]
    span = min(last.left + last.size - first.left, last.right + last.size - first.right)
    outside = min(first.left, first.right) + min(len(left) - last.left - last.size, len(right) - last.right - last.size)
    if shared < _SAME_SHARE * (span + outside):
        return False
    kept = {word.text for block in blocks for word in left[block.left : block.left + block.size]}
    telling = len(kept - STOP - _STOCK)
    shorter = min(len(left), len(right))
    if one_speaker:
        plain = len(kept - STOP - SMALL - _NEGATORS)
        few = shared >= SHORT and plain >= 1 and shorter - shared <= 1
        return few or (shared > SHORT and plain >= 2 and shared >= _SAME_SHARE * shorter)
    long = shared >= (SAME_WORDS if shared >= _SAME_SHARE * shorter else _OVERLAP)
    run = max(block.size for block in blocks) >= _SAME_RUN
    return long and run and (telling >= _SAME_TELLING or (shared >= shorter and len(blocks) == 1))


def _between(blocks: Sequence[_Block], mine: int, theirs: int) -> Iterator[Edit]:
    """The edits around and between the blocks; where both begin or end in other words, what one has more is apart."""
    if not blocks:
        if mine or theirs:
            yield Edit((0, mine), (0, theirs))
        return
    first, last = blocks[0], blocks[-1]
    yield from _apart(first.left, first.right)
    for one, other in pairwise(blocks):
        yield Edit((one.left + one.size, other.left), (one.right + one.size, other.right))
    end, stop = last.left + last.size, last.right + last.size
    for edit in reversed(list(_apart(mine - end, theirs - stop))):
        yield Edit((mine - edit.left[1], mine - edit.left[0]), (theirs - edit.right[1], theirs - edit.right[0]))


def _apart(mine: int, theirs: int) -> Iterator[Edit]:
    """The edits of so many words before the first that both have: those that one has more by far are apart."""
    both = min(mine, theirs)
    if not both or abs(mine - theirs) < _MORE:
        if mine or theirs:
            yield Edit((0, mine), (0, theirs))
        return
    yield Edit((0, mine - both), (0, theirs - both))
    yield Edit((mine - both, mine), (theirs - both, theirs))


def reordered(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether two quotations hold the same words, but names or a negation in another order: roles or sense swapped."""
    mine, theirs = ([word.text.removesuffix("'s") for word in side] for side in (left, right))
    if len(mine) < SAME_WORDS or mine == theirs or sorted(mine) != sorted(theirs):
        return False
    turning = _NEGATORS | {"only"} | {word.text.removesuffix("'s") for word in (*left, *right) if word.name}
    return [word for word in mine if word in turning] != [word for word in theirs if word in turning]


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
