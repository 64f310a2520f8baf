"""Lines that say who wrote an article and when."""

from __future__ import annotations

import re

from auditor.text.regex import regex

_NAMED = r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?[A-ZÀ-Þ][\w’'.-]{1,40}(?: [A-ZÀ-Þ][\w’'.-]{1,40}){1,3}"
BYLINE = regex(
    rf"(?:(?:posted |words |reporting |written )?by|from)\s+(?:{_NAMED}|staff|our |the |[A-Z]{{2,5}}\b).{{0,120}}", re.I
)
DATELINE = regex(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,30}(?: [A-ZÀ-Þ.'’-]{2,30}){0,3}(?:,\s[^\n—–(]{1,60}?)?(?:\s?\([^)\n]{1,30}\))?\s?(?:—|–|--?\s)"
)
"""What opens a report: a place in capitals, perhaps a region, a day and an agency, and a dash: "OLD PORT, March 4 (NWS) -"."""
DATE_LINE = regex(
    r"(?:(?:published|updated|posted|last (?:updated|modified))(?: on| at)?:?\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d\d-\d\d)\b.{0,40}",
    re.I,
)
