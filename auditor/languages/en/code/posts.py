"""Embedded posts: what somebody wrote on a social network, printed with its signature and without quotation marks.

Pages that embed a post leave its words, a dash, the name, the handle in brackets and the day: "We sail at noon. — Ana Ruiz
(@anaruiz) January 18, 2018".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.languages.en.lexicon.calendar import MONTHS
from auditor.model import Prose
from auditor.text.alternation import one_of
from auditor.text.regex import regex

_MONTH = one_of(MONTHS)
_SIGNATURE = regex(
    r"(?P<dash>[―—–]|(?<=\s)--?)\s?(?P<name>[^\n()―—–]{1,60}?)\s\(@\w{1,20}\)\s"
    rf"(?:(?:{_MONTH})\.?\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}\s(?:{_MONTH})\.?,?\s\d{{4}})",
    re.I,
)
_ATTACHED = regex(r"(?:\s{0,9}+(?:https?://|pic\.twitter\.com/|t\.co/)\S{1,300}+){1,9}\s{0,9}$")


@dataclass(frozen=True, slots=True)
class Post:
    """The words of a post ``[start, end)`` and the name that signs it ``[name, name_end)``, offsets into the text."""

    start: int
    end: int
    name: int
    name_end: int


def find_posts(prose: Prose) -> Iterator[Post]:
    """The embedded posts of an article, in reading order: each is what its paragraph holds before the signature."""
    if "(@" not in prose.text:
        return
    for first, last in prose.paragraphs:
        at = first
        for signed in _SIGNATURE.finditer(prose.text, first, last):
            while at < signed.start() and prose.text[at].isspace():
                at += 1
            attached = _ATTACHED.search(prose.text, at, signed.start())
            end = attached.start() if attached else signed.start()
            while end > at and prose.text[end - 1].isspace():
                end -= 1
            if at < end:
                yield Post(at, end, *signed.span("name"))
            at = signed.end()
