"""Time expressions: dates, times, durations and sets, with TIMEX3 values.

One pattern over the lower-cased text finds the words that no time expression can be without; each is widened by the
rules of `auditor.languages.en.code.times`. Calendar days are checked by dateparser in one canonical form (18 microseconds against
1.2 milliseconds for free text), everything else is counted. Without an anchor a date keeps the fields it has
(``XXXX-05-16``); today's date never enters.
"""

from __future__ import annotations

import re
from datetime import date

from auditor.grammar.trace import note
from auditor.languages.en.code.times.passage import Passage, Time
from auditor.languages.en.code.times.reference import Reference
from auditor.languages.en.code.times.scan import read_day, scan
from auditor.languages.en.lexicon.calendar import SHORT_WEEKDAYS, WEEKDAYS
from auditor.languages.timex import exists
from auditor.model import Claim, ClaimKind, Prose, Span
from auditor.text.regex import regex

_DATE = regex(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")
"""The value of a date, which feeds write as it is."""
_PACKED = regex(r"((?:19|20)\d\d)(\d\d)(\d\d)\Z")
"""A day in eight digits, as feeds and file names write it."""
_TIME = regex(r"(?:at\s|t)?\d{1,2}[:.h]\d\d|[A-Z]{2,5}\Z|[+-]\d\d:?\d\d\Z", re.I)
"""What may stand behind a day that is a whole string: the time or its zone."""


def find_times(prose: Prose, anchor: date | None) -> tuple[Claim, ...]:
    """The time expressions of the prose in reading order, none overlapping another.

    ``anchor`` is the day from which relative ones count. Durations carry their bounds in days: a bare count of weeks,
    months or years reaches to just under the next one ("three years" may be three and a half).
    """
    text = _with_headings(prose)
    times = scan(Passage(_whole(text, prose.document), Reference(text, anchor), read_day))
    return tuple(_claim(time, prose.document, text) for time in times)


def _claim(time: Time, document: str, text: str) -> Claim:
    claim = Claim(time.kind, Span(document, time.start, time.end, text[time.start : time.end]), time.timex)
    return note(claim, time.found) if time.found else claim


def _whole(text: str, document: str = "") -> Prose:
    """The text as one sentence: points stand in dates ("Jan. 5")."""
    return Prose(document, text, ((0, len(text)),), ())


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
    plain = _PACKED.sub(r"\1-\2-\3", text.strip())
    if (known := _DATE.match(plain)) and known[2]:
        return plain if exists(int(known[3] or 1), int(known[2]), int(known[1])) else None
    found = _dates(plain)
    if not found:
        return None
    start, end, value = found[0]
    rest = plain[end:].strip(" ,.")
    if plain[:start].strip(" ,.").lower() not in {"", *WEEKDAYS, *SHORT_WEEKDAYS} or not _DATE.match(value):
        return None
    return value if not rest or (_is_day(value) and _TIME.match(rest)) else None


def full_date(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The first date with its year in ``text[start:end]``: where it stands, and its TIMEX3 value."""
    found = ((start + first, start + last, value) for first, last, value in _dates(text[start:end]) if _is_day(value))
    return next(found, None)


def _is_day(value: str) -> bool:
    known = _DATE.match(value)
    return known is not None and known[3] is not None


def _dates(text: str) -> list[tuple[int, int, str]]:
    """The dates of a string, without their times."""
    found = scan(Passage(_whole(text), Reference(text, None), read_day))
    return [
        (f.start, f.end, f.timex.value.partition("T")[0]) for f in found if f.kind in (ClaimKind.DATE, ClaimKind.TIME)
    ]
