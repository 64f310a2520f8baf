"""Whole lines that are page furniture: one line gets one class, by its own words.

A line that reads as a sentence of an article is left alone whatever words it holds ("The minister will share the
report"): a class needs the line to open as furniture does, and to be no longer than furniture is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.languages.en.phrases.furniture import ANYWHERE, BRAND, CODE, KINDS, LINK_ENDS, OPENERS
from auditor.model import Confidence


@dataclass(frozen=True, slots=True)
class Furniture:
    """One class of page furniture: the check that reports it, its pattern and the longest line it can be.

    The pattern is matched from the start of the line in lower case, and has to match the whole of it where
    ``whole`` is set. ``longest`` is in characters.
    """

    kind: str
    what: str
    pattern: re.Pattern[str]
    longest: int
    whole: bool = False
    confidence: Confidence = Confidence.HIGH


CLASSES = tuple(Furniture(kind.check, kind.what, re.compile(kind.pattern), kind.longest, kind.whole) for kind in KINDS)
"""The classes in order of precedence: code before words, and the narrower before the wider."""

_OPENER = re.compile(r"[\W\d_]{0,99}([^\W\d_]{1,99})")
_LINK = next(one for one in CLASSES if one.kind == "related-link")
_ELSEWHERE = 240
"""Characters of the longest line that is furniture by what stands elsewhere than at its start."""
_PROMPT = next(one for one in CLASSES if one.kind == "subscription-prompt")
_LONGEST = max(one.longest for one in CLASSES if one.kind != "style-or-script")


def classify(line: str) -> Furniture | None:
    """The class of furniture a line is, or ``None`` for a line that may be the article's."""
    if _holds(line, CODE):
        script = CLASSES[-1]
        if script.pattern.match(line.strip().lower()):
            return script
    if len(line) > _LONGEST:
        return None
    if line.endswith(LINK_ENDS):
        return _LINK
    if BRAND.fullmatch(line.strip()):
        return _PROMPT
    lower = line.strip().lower()
    if not _opens(lower) and not (len(lower) <= _ELSEWHERE and _holds(lower, ANYWHERE)):
        return None
    for one in CLASSES[:-1]:
        if len(lower) <= one.longest and (one.pattern.fullmatch(lower) if one.whole else one.pattern.match(lower)):
            return one
    return None


def _holds(line: str, marks: tuple[str, ...]) -> bool:
    return any(mark in line for mark in marks)


def _opens(lower: str) -> bool:
    first = _OPENER.match(lower)
    return lower[0].isdigit() or (first is not None and first[1] in OPENERS)
