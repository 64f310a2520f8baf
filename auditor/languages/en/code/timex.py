"""Time expressions: dates, times, durations and sets, with TIMEX3 values.

One pattern over the lower-cased text finds the words that no time expression can be without; each is widened by the
rules of `auditor.languages.en.code.times`. Calendar days are checked by dateparser in one canonical form (18 microseconds against
1.2 milliseconds for free text), everything else is counted. Without an anchor a date keeps the fields it has
(``XXXX-05-16``); today's date never enters.
"""

from __future__ import annotations

import re
from datetime import date

from auditor.languages.en.code.times.passage import Passage
from auditor.languages.en.code.times.patterns import SHORT_WEEKDAY
from auditor.languages.en.code.times.reference import Reference
from auditor.languages.en.code.times.scan import read_day, scan
from auditor.model import Claim, ClaimKind, Prose, Span

_WEEKDAY = re.compile(rf"{SHORT_WEEKDAY},?\s", re.I)
_CLOCK = re.compile(r"(?:at\s|t)?\d{1,2}[:.h]\d\d", re.I)
_ZONE = re.compile(r"[A-Z]{2,5}|[+-]\d\d:?\d\d")
_MONTH = re.compile(r"\d{4}-(\d\d)")
_MONTHS = 12
"""Months of a year."""
_DIGITS = re.compile(r"\A((?:19|20)\d\d)(\d\d)(\d\d)\Z")
"""A day in eight digits, as feeds and file names write it."""
_FULL = re.compile(r"\d{4}-\d\d-\d\d\Z")
_DATE = re.compile(r"\d{4}(?:-|\Z)")


def find_times(prose: Prose, anchor: date | None) -> tuple[Claim, ...]:
    """The time expressions of the prose in reading order, none overlapping another.

    ``anchor`` is the day from which relative ones count. Durations carry their bounds in days: a bare count of weeks,
    months or years reaches to just under the next one ("three years" may be three and a half).
    """
    text = _with_headings(prose)
    return tuple(
        Claim(found.kind, Span(prose.document, found.start, found.end, text[found.start : found.end]), found.timex)
        for found in scan(Passage(text, Reference(text, anchor), read_day))
    )


def _with_headings(prose: Prose) -> str:
    """The prose with its headings put back: "1918" above a paragraph is the year of the days in it."""
    if not prose.headings:
        return prose.text
    pieces, at = [], 0
    for heading in prose.headings:
        pieces += [prose.text[at : heading.start], heading.text]
        at = heading.end
    return "".join([*pieces, prose.text[at:]])


def parse_date(text: str) -> str | None:
    """The TIMEX3 value of a string that as a whole is a date ("13 March 2023"), else ``None``."""
    plain = text.strip()
    if month := _MONTH.fullmatch(plain):
        return plain if 1 <= int(month[1]) <= _MONTHS else None
    plain = _DIGITS.sub(r"\1-\2-\3", plain)
    found = _dates(plain)
    if not found:
        return None
    start, end, value = found[0]
    weekday = _WEEKDAY.match(plain)
    rest = plain[end:].strip(" ,.")
    if start not in (0, weekday.end() if weekday else 0) or not _DATE.match(value):
        return None
    return value if not rest or (_FULL.match(value) and (_CLOCK.match(rest) or _ZONE.fullmatch(rest))) else None


def full_date(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The first date with its year in ``text[start:end]``: where it stands, and its TIMEX3 value."""
    for first, last, value in _dates(text[start:end]):
        if _FULL.match(value):
            return start + first, start + last, value
    return None


def _dates(text: str) -> list[tuple[int, int, str]]:
    """The dates of a string, without their times."""
    found = scan(Passage(text, Reference(text, None), read_day))
    return [
        (f.start, f.end, f.timex.value.partition("T")[0]) for f in found if f.kind in (ClaimKind.DATE, ClaimKind.TIME)
    ]
