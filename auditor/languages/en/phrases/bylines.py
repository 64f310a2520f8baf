"""Lines that say who wrote an article and when."""

from __future__ import annotations

import re

from auditor.languages.en.lists import LISTS

AUTHOR_HEADING = re.compile(
    r"(?:about (?:the )?authors?|authors?|author (?:bio|profile)|written by|about the writer)\s?:?", re.I
)
_NAMED = r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?[A-ZÀ-Þ][\w’'.-]{1,40}(?: [A-ZÀ-Þ][\w’'.-]{1,40}){1,3}"
BIO = re.compile(
    rf"{_NAMED} (?:(?:is|was|has been|serves as|works as|writes|covers|reports)\b[^.]{{0,90}}\b(?:correspondent|reporter|writer|author|"
    r"journalist|columnist|editor|candidate|student|fellow|lecturer|researcher|professor|analyst|contributor|freelancer|blogger|"
    r"for (?:the|this) (?:site|paper|magazine|newspaper))\b"
    r"|(?:covers|writes about|reports on|edits)\b[^.]{0,60}\bfor (?:the )?[A-ZÀ-Þ]"
    r"|has (?:reported|written|covered|edited)\b[^.]{0,60}\bsince \d{4}\b)"
)
BYLINE = re.compile(
    rf"(?:(?:posted |words |reporting |written )?by|from)\s+(?:{_NAMED}|staff|our |the |[A-Z]{{2,5}}\b).{{0,120}}", re.I
)
DATE_LINE = re.compile(
    r"(?:(?:published|updated|posted|last (?:updated|modified))(?: on| at)?:?\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d\d-\d\d)\b.{0,40}",
    re.I,
)
STATING = LISTS.words("function_words", "stating")
"""A line that holds one of these is a sentence, not a signature."""
