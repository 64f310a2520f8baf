"""Residue inside a line of the article: an injected headline, a section tag, a heading run into the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.languages.en.phrases.furniture import COUNTER

TAG = re.compile(r"\[[A-Z][A-Z &/-]{2,30}\](?=\s)")
"""A section name in brackets before the first word ("[EUROPE] In a move ...")."""

_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ0-9’'&-]*"
_CAPS_HEADING = re.compile(
    rf"(?:(?<=[.!?”\"’'] )|^)(?:“{_CAPS}(?: {_CAPS}){{1,11}}[?!]?”|\"{_CAPS}(?: {_CAPS}){{1,11}}[?!]?\"|{_CAPS}(?: {_CAPS}){{1,11}}[?!]?)"
    r"(?= [“\"‘]?[A-ZÀ-Þ][a-zà-þ’'.])"
)
_FUSED_WORD = re.compile(
    r"^[A-ZÀ-Þ][\w’'-]*(?: [\w’'&-]+){0,8}? (?:[a-zà-þ’]{3,}|go|it|do|is|us|me|on|in|up|so|be|by|no)(?=[A-ZÀ-Þ][a-zà-þ]+[ ,’'])"
)
_COUNTER_LONGEST = 24
"""Characters of the longest counter, with its separator."""
_ACRONYM_LENGTH = 5
"""Capitals up to this length may be an acronym ("NATO", "UNHCR"); a heading has a longer word, measured on news text."""


def counter(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of a counter that ends the byline or date line ``text[start:end]`` ("| 3 comments"), or ``None``."""
    found = COUNTER.search(text, max(start, end - _COUNTER_LONGEST), end)
    return found.span() if found and found.start() > start else None


def section_tag(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of a section tag that opens ``text[start:end]``, or ``None``."""
    found = TAG.match(text, start, end)
    return found.span() if found else None


def fused_headings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of headings that run into the paragraph ``text[start:end]``."""
    part = text[start:end]
    for found in _CAPS_HEADING.finditer(part):
        if _reads_as_heading(found.group()):
            yield start + found.start(), start + found.end()
    fused = _FUSED_WORD.match(part)
    if fused:
        yield start, start + fused.end()


def _reads_as_heading(run: str) -> bool:
    words = [word.strip('“”"?!:') for word in run.split()]
    longer = any(len(word) > _ACRONYM_LENGTH and word.isalpha() for word in words)
    return len(words) > 1 and (longer or len(words) > _ACRONYM_LENGTH)


def injected(headline: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places where the headline stands between two sentences of the paragraph ``text[start:end]``."""
    at = text.find(headline, start, end)
    while at >= 0:
        stop = at + len(headline)
        before, after = text[max(start, at - 2) : at].strip(), text[stop : stop + 2]
        if (not before or before[-1] in '.!?”"') and (stop == end or (after[:1] == " " and after[1:2].isupper())):
            yield at, stop
        at = text.find(headline, stop, end)
