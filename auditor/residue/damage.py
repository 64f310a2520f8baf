"""Damage inside a line of the article: characters decoded wrongly, undecoded entities, tags. The words around it stay."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_SUSPECT = re.compile(r"[ÂÃÅÄâðŸ\ufffd][^\x00-\x7f]{0,12}")
"""How UTF-8 looks when it was decoded as Latin-1 or Windows-1252: a run of characters that opens with one of these."""
_LETTER = re.compile("[ÃÅÄ][¡-ª¬-º¼-¿]")
"""A letter of western Europe decoded so ("Ã¥"): the second is a sign that follows no capital, so one is proof enough."""
_MARKUP = re.compile(
    r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
    r"|</?(?:p|br|b|i|u|em|strong|a|div|span|img|figure|figcaption|h[1-6]|ul|ol|li|blockquote|iframe|script|style|section|table|t[rdh])\b[^<>]{0,300}>"
)


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged place ``[start, end)``, the check that reports it, the reason, and what should stand there."""

    start: int
    end: int
    kind: str
    reason: str
    replacement: str


def damage(text: str, start: int, end: int) -> Iterator[Damage]:
    """The damaged places of ``text[start:end]``, in order a kind at a time."""
    if not text.isascii():
        for found in _SUSPECT.finditer(text, start, end):
            repaired = _repaired(found.group())
            if repaired != found.group():
                yield Damage(*found.span(), "encoding-damage", "was decoded with the wrong character set", repaired)
    for found in _MARKUP.finditer(text, start, end):
        replacement = html.unescape(found.group()) if found.group()[0] == "&" else ""
        if replacement != found.group():
            yield Damage(*found.span(), "markup", "is markup that was not taken out", replacement)


def _repaired(run: str) -> str:
    """The run as it should read, or itself where nothing is wrong with it or nobody can tell."""
    from ftfy import fix_encoding  # costs 30 ms, and hardly a text needs it

    repaired = fix_encoding(run)
    return repaired if repaired != run or not _LETTER.fullmatch(run) else _letter(run)


def _letter(run: str) -> str:
    """The letter that two characters are when they were decoded one by one, or the two where they are none."""
    try:
        letter = run.encode("latin-1").decode()
    except UnicodeError:
        return run
    return letter if letter.isalpha() else run
