"""How far cleaning has to go to take a piece of residue out: safely, likely, or all that may be residue."""

from __future__ import annotations

from auditor.model import Confidence, Level, Residue
from auditor.text.regex import regex

_PROVENANCE = regex("[\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0001-\U000e01ef]")
"""Invisible characters that may carry a text's provenance (C2PA text manifests hide in variation selectors)."""
_BREAK = regex(r"[\n\r]")
_LEVELS = {Confidence.HIGH: Level.SAFE, Confidence.MEDIUM: Level.LIKELY, Confidence.LOW: Level.ALL}


def level_of(piece: Residue, text: str) -> Level:
    """The level of a piece of residue in ``text``, the whole document.

    It is safe when the piece is surely residue, and either takes whole lines or puts a damaged character right. Part of a
    line is likely at best. Invisible characters that may say where the text comes from go at ``all`` alone.
    """
    if _PROVENANCE.search(piece.span.text):
        return Level.ALL
    level = _LEVELS[piece.confidence]
    return level if piece.replacement or _whole(piece, text) else max(level, Level.LIKELY, key=lambda one: one.rank)


def _whole(piece: Residue, text: str) -> bool:
    """Whether nothing but white space stands beside the piece on its lines."""
    start, end = piece.span.start, piece.span.end
    opening = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    following = _BREAK.search(text, end)
    return not text[opening:start].strip(" \t") and not text[end : following.start() if following else None].strip(
        " \t"
    )
