"""Words beside the names of people and bodies."""

from __future__ import annotations

import re

AGE_OF_ANOTHER_TIME = re.compile(
    r"\b(?:then|when|at the time|later|earlier|would have|vanished|disappeared|went missing|as a (?:child|teenager))\b"
)
HOLDER_OF_ANOTHER_TIME = re.compile(r"\b(?:(?:1[89]|20)\d\d|then|now|later|earlier|ago|once|first|second|new)\b")
WITH_ARTICLE = re.compile(r"United\b|(?:[A-Z]\.?){2,3}$")
"""Names of organisations and states that take an article: the United States, the EU."""
_KIN = r"(?:brothers?|sisters?|twins?|sons?|daughters?|fathers?|mothers?|cousins?|wife|husband|widow)"
KIN_BEFORE, KIN_BEHIND = re.compile(rf"\b{_KIN},? $"), re.compile(rf", (?:[\w’']+ ){{0,2}}{_KIN}\b")
_FULL_NAME = r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]+(?:[ \xa0][A-ZÀ-Þ][\w’'-]*\.?){0,3}"
DOCTOR = re.compile(rf"\b(?:Dr|Prof|Professor)\b\.?[ \xa0]({_FULL_NAME})")
STUDENT = re.compile(
    rf"({_FULL_NAME})(?:,| is| remains)(?: currently| now| also)? (?:a |an |the )?"
    r"((?:[\w-]+ ){0,3}?(?:(?:Ph\.?D\.?|D\.?Phil\.?|doctoral|doctorate|master[’']s|graduate|undergraduate|MA|MSc) "
    r"(?:[\w-]+ ){0,2}?(?:candidate|student|researcher-in-training)|undergraduate|student))\b"
)
