"""Tellings of one wording side by side, the words that differ marked: as plain text, or in pieces for a format to mark.

Words are compared in lower case with typographic marks folded, as readers hear them; what is shown is what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from auditor.model import Finding, Span
from auditor.reports.harmless import plain

MOST_WORDS = 120
"""Words of either telling that are shown; what lies beyond is cut, with an ellipsis."""

_LEAST_SHARED = 1 / 3
"""Share of an answer's words that another has, too, from which the two are one wording: else all of it differs."""

_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_EDGES = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that both tellings have, or that only this one has."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One telling: the document it stands in, and its words in pieces."""

    document: str
    pieces: tuple[Piece, ...]

    @property
    def marked(self) -> str:
        """The telling as plain text, what differs in square brackets."""
        return " ".join(f"[{piece.text}]" if piece.differs else piece.text for piece in self.pieces)


def side_by_side(finding: Finding) -> tuple[Side, Side] | None:
    """The two tellings that a finding compares; ``None`` where it compares no wording."""
    return None if finding.passages is None else compared(*finding.passages)


def compared(left: Span, right: Span) -> tuple[Side, Side]:
    """Two passages with the words that differ set apart; where no word differs, the words that are set otherwise."""
    mine, theirs = plain(left.text).split(), plain(right.text).split()
    same = _same(mine, theirs)
    return Side(plain(left.document), _pieces(mine, same[0])), Side(plain(right.document), _pieces(theirs, same[1]))


def wordings(values: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    """Answers to one question, each with the words set apart by which it differs from the first, and the first from any.

    An answer that shares few words with the others is one piece: to mark all of it would mark nothing.
    """
    words = [plain(value).split() for value in values]
    kept = set(range(len(words[0]))) if words else set()
    found: list[tuple[Piece, ...]] = []
    for theirs in words[1:]:
        mine, same = _same(words[0], theirs)
        if len(same) < _LEAST_SHARED * max(len(words[0]), len(theirs)) or not same:
            found.append((Piece(" ".join(theirs), False),))
            continue
        kept &= mine
        found.append(_pieces(theirs, same))
    return (*([_pieces(words[0], kept)] if words else []), *found)


def around(pieces: Sequence[Piece], words: int) -> tuple[Piece, ...]:
    """The pieces with at most so many shared words before and after each that differs, the others an ellipsis."""
    if not any(piece.differs for piece in pieces):
        return tuple(pieces)
    last = len(pieces) - 1
    return tuple(
        piece if piece.differs else Piece(_trimmed(piece.text.split(), words, at == 0, at == last), False)
        for at, piece in enumerate(pieces)
    )


def cut(pieces: Iterable[Piece], most: int) -> tuple[Piece, ...]:
    """The pieces as far as there is room for so many characters, with an ellipsis where they are cut."""
    kept: list[Piece] = []
    for piece in pieces:
        if len(piece.text) > most:
            return (*kept, Piece(f"{piece.text[:most].rstrip()}…", piece.differs))
        most = max(0, most - len(piece.text) - 1)
        kept.append(piece)
    return tuple(kept)


def _trimmed(shared: Sequence[str], most: int, first: bool, last: bool) -> str:
    before, after = 0 if first else most, 0 if last else most
    if len(shared) <= before + after + 1:
        return " ".join(shared)
    return " ".join((*shared[:before], "…", *shared[len(shared) - after :]))


def _same(left: Sequence[str], right: Sequence[str]) -> tuple[set[int], set[int]]:
    """The numbers of the words that both have in one order: as heard, or where no word differs, as they are set."""
    folded = [list(map(_folded, words)) for words in (left, right)]
    keys = [list(left), list(right)] if folded[0] == folded[1] else folded
    same: tuple[set[int], set[int]] = (set(), set())
    for op in Indel.opcodes(*keys):
        if op.tag == "equal":
            same[0].update(range(op.src_start, op.src_end))
            same[1].update(range(op.dest_start, op.dest_end))
    return same


def _folded(word: str) -> str:
    bare = _EDGES.sub("", word.translate(_FOLD).lower())
    return bare or word


def _pieces(words: Sequence[str], same: set[int]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for at, word in enumerate(words[:MOST_WORDS]):
        differs = at not in same
        if pieces and pieces[-1].differs == differs:
            pieces[-1] = Piece(f"{pieces[-1].text} {word}", differs)
        else:
            pieces.append(Piece(word, differs))
    return (*pieces, Piece("…", False)) if len(words) > MOST_WORDS else tuple(pieces)
