"""Two tellings of one wording side by side, the words that differ marked: as plain text, or in pieces for a format to mark.

Words are compared in lower case with typographic marks folded, as readers hear them; what is shown is what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from auditor.model import Finding, Span
from auditor.reports.harmless import plain

MOST_WORDS = 120
"""Words of either telling that are shown; what lies beyond is cut, with an ellipsis."""

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
    folded = [list(map(_folded, words)) for words in (mine, theirs)]
    keys = [mine, theirs] if folded[0] == folded[1] else folded
    same: tuple[set[int], set[int]] = (set(), set())
    for op in Indel.opcodes(*keys):
        if op.tag == "equal":
            same[0].update(range(op.src_start, op.src_end))
            same[1].update(range(op.dest_start, op.dest_end))
    return Side(plain(left.document), _pieces(mine, same[0])), Side(plain(right.document), _pieces(theirs, same[1]))


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
