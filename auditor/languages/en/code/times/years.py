"""Dates written with digits: whole ones, years, decades, years before Christ."""

from __future__ import annotations

import re

from auditor.languages.en.code.times.clock import ZONE, clock
from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Found, Passage, Reading, one
from auditor.languages.en.code.times.patterns import BEFORE_CHRIST, COUNTED, RANK, YEAR, rank
from auditor.languages.en.code.times.tense import direction
from auditor.languages.en.lexicon.calendar import NAMED_DATES
from auditor.languages.en.lexicon.numbers import DECADES
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import Day, decade_value, exists, year_value
from auditor.model import ClaimKind, Timex
from auditor.text.beside import Before

ISO = re.compile(
    r"(\d{4})([-/.])(\d\d?)\2(\d\d?)(?:[t\s](\d\d:\d\d)(?::\d\d(?:\.\d{1,6})?)?(?:z|[+-]\d\d:?\d\d)?)?(?![\w-]\d?)"
)
_NUMERIC = re.compile(r"(\d\d?)([-/.])(\d\d?)\2((?:19|20)\d\d|\d\d)(?![\w%/]|-\D|[.,]\d)")
_DAY_MONTH = re.compile(r"(\d\d?)/(\d\d?)(?![\w%/]|[.,]\d)")
_ON_BEFORE = leads("day")
_FROM = leads("period")
_TO_OTHER = re.compile(r"(?:[-–]|\s(?:to|and|until)\s)\d\d?/\d\d?(?![\d/])")
_FROM_OTHER = re.compile(r"(?<!\w)(?:from|between)\s\d\d?/\d\d?\s(?:to|and|until)\s\Z")
_ON_THE = leads("day", "the")
_NTH = re.compile(
    r"(\d\d?)(?:st|nd|rd|th)(?:\sof\s(that|this|the\s(?:same|following|next|previous))\smonth\b|"
    r"(?=[.,;:!?)]|\s(?:and|at|he|she|it|they|we|the)\b|\s*\Z|\n))"
)
_THE = Before(["the"])
_MONTH_STEPS = LISTS.numbers("time_steps", "step")
_WORD = re.compile(r"\w+")
_DECADE = re.compile(rf"(\d{{1,3}}0)['’]?s\b(?:\s({BEFORE_CHRIST}))?")
_SHORT_DECADE = re.compile(r"([2-9]0)['’]?s\b")
_BC = re.compile(rf"(\d{{1,4}})(?:(?:\s?[-–—]\s?|\s(?:to|and|or|until)\s)(\d{{1,4}}))?\s?{BEFORE_CHRIST}")
_AD = re.compile(r"(?:ad\s(\d{1,4})|(\d{1,4})\s?(?:ad|ce))\b")
_SHAPE = re.compile(
    r"(?P<short>(?<=['’‘])\d\d(?![\w%'’]|[.,:/]\d))|(?P<numeric>\d{1,4}[-/.]\d\d?[-/.]\d)|"
    rf"(?P<year>[12]\d{{3}}(?!\d|['’]?s|\s?(?:[ap]\.?\s?m\b|hours|hrs|local\stime|{BEFORE_CHRIST}|ad\b|ce\b)|{ZONE}|[:h]))|"
    r"(?P<other>\d{1,4}(?:[:.'’s/–—-]|st|nd|rd|th|\s?(?:[ap]\.?\s?m\b|past\b|and\b|or\b|to\b|until\b|bc|b\.|ce\b|ad\b|o[’']?clock|"
    r"[–—-]|hours|hrs|h\d))|\d{4}\s[a-z])"
)
_PLAIN = re.compile(rf"({YEAR})(?:\s?[-–—/]\s?(\d{{4}}|\d\d))?(?![\w%]|[.,:]\d|[-–/](?:\d|[a-z]{{1,2}}\b))")
_YEAR_BEFORE = leads("year", hyphen=True)
_AMOUNT_BEFORE = leads("amount", "of")
_OPEN_BEFORE = re.compile(r"(?:[(\[,;:–—“\"/]\s?|\A\s{0,3}|\n\s{0,3})\Z")
_NOT_A_DET = leads("weak-year")
_QUARTER_AFTER = re.compile(rf"\s({RANK})\squarter\b")
_SHORT_BEFORE = leads("short-year")
_MARKS = ("'", "’", "‘")
"""What stands for the century of a year of two digits."""
_OWNS = ("’s", "'s", "s’", "s'")
_FOLLOWED = re.compile(r"\s[a-z]{2,}s\b")


def digits(passage: Passage, at: int) -> Reading:
    """The date or time that digits at ``at`` are; their shape says which readings are worth trying."""
    shape = _SHAPE.match(passage.text, at)
    if shape is None:
        return ()
    for reader in _SHAPES[shape.lastgroup or ""]:
        reading = reader(passage, at)
        if reading:
            return reading
    return ()


def _numeric(passage: Passage, at: int) -> Reading:
    found = ISO.match(passage.text, at)
    if found:
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    else:
        found = _NUMERIC.match(passage.text, at)
        if found is None:
            return ()
        month, day, year = int(found[1]), int(found[3]), int(found[4])
        if month > 12 or found[2] == ".":
            month, day = day, month
        year += 0 if len(found[4]) == 4 else 2000 if year < 50 else 1900
        if found[2] != "/" and len(found[4]) == 2:
            return ()
    if not exists(day, month, year):
        return ()
    value = Day(year, month, day).value
    return one(at, found.end(), ClaimKind.DATE, value)


def _day_month(passage: Passage, at: int) -> Reading:
    """ "On 22/04", "by 10/1": a fraction or a score but for the preposition."""
    found = _DAY_MONTH.match(passage.text, at)
    if found is None or not (
        _ON_BEFORE.stands(passage.text, at)
        or (_FROM.stands(passage.text, at) and _TO_OTHER.match(passage.text, found.end()))
        or _FROM_OTHER.search(passage.text, max(0, at - 20), at)
    ):
        return ()
    if found.group() in NAMED_DATES:
        return one(at, found.end(), ClaimKind.DATE, NAMED_DATES[found.group()])
    month, day = int(found[1]), int(found[2])
    if month > 12:
        month, day = day, month
    if not exists(day, month, None):
        return ()
    value = Day(passage.reference.year_of(month, day, at, direction(passage.text, at, found.end())), month, day).value
    return one(at, found.end(), ClaimKind.DATE, value)


def _nth(passage: Passage, at: int) -> Reading:
    """ "On the 18th": of the month spoken of."""
    found = _NTH.match(passage.text, at)
    if found is None or not (_THE if found[2] else _ON_THE).stands(passage.text, at):
        return ()
    then, day = (
        _month_later(passage.reference.then, _MONTH_STEPS.get((found[2] or "this").split()[-1], 0)),
        int(found[1]),
    )
    if not 1 <= day <= 31 or (then.month and not exists(day, then.month, then.year)):
        return ()
    value = Day(then.year, then.month, day).value if then.month else f"XXXX-XX-{day:02}"
    return one(at - len("the "), found.end(), ClaimKind.DATE, value)


def _month_later(day: Day, step: int) -> Day:
    """The month so many after that of a day, where that is known."""
    if not step or day.year is None or day.month is None:
        return day
    year, month = divmod(12 * day.year + day.month - 1 + step, 12)
    return Day(year, month + 1)


def _decade(passage: Passage, at: int) -> Reading:
    found = _DECADE.match(passage.text, at)
    the = at - 4 if at >= 4 and passage.text[at - 4 : at] == "the " and at - 4 >= passage.free else at
    if found and (len(found[1]) == 4 or found[2]):
        year = int(found[1])
        if not found[2] and not 1000 <= year <= 2090:
            return ()
        return one(the, found.end(), ClaimKind.DATE, decade_value(-year if found[2] else year))
    short = _SHORT_DECADE.match(passage.text, at)
    marked = at > 0 and passage.raw[at - 1] in "'’‘"
    if short is None or not (
        marked or re.search(r"\bthe\s(?:early[\s-]|late[\s-]|mid[\s-])?\Z", passage.text[max(0, at - 12) : at])
    ):
        return ()
    begin = at - 1 if marked else at
    if passage.text[max(0, begin - 4) : begin] == "the ":
        begin -= 4
    return one(begin, short.end(), ClaimKind.DATE, f"19{short[1][0]}")


def tens(passage: Passage, at: int) -> Reading:
    """ "The nineties": a decade of the last century."""
    word = _WORD.match(passage.text, at)
    assert word is not None
    before = re.search(
        r"(?<!\w)the\s(?:(?:early|late|mid|roaring|swinging)[\s-])?\Z", passage.text[max(passage.free, at - 16) : at]
    )
    if before is None or re.match(r"\s(?:and|of)\b", passage.text[word.end() : word.end() + 5]):
        return ()
    start = at - 4 if passage.text[max(0, at - 4) : at] == "the " else at
    return one(start, word.end(), ClaimKind.DATE, f"19{DECADES[word.group()] // 10}")


def _before_christ(passage: Passage, at: int) -> Reading:
    found = _BC.match(passage.text, at)
    if found and passage.raw[found.end() - 1] != "c":
        years = [(found.start(1), found.end(1) if found[2] else found.end(), -int(found[1]))]
        if found[2]:
            years.append((found.start(2), found.end(), -int(found[2])))
        return tuple(Found(a, b, ClaimKind.DATE, Timex(year_value(y))) for a, b, y in years)
    after = _AD.match(passage.text, at)
    if after and re.search(r"AD|CE", passage.raw[at : after.end()]):
        return one(at, after.end(), ClaimKind.DATE, year_value(int(after[1] or after[2])))
    return ()


def anno_domini(passage: Passage, at: int) -> Reading:
    """ "AD 79"."""
    return _before_christ(passage, at) if passage.capital(at) else ()


def _year(passage: Passage, at: int) -> Reading:
    found = _PLAIN.match(passage.text, at)
    if found is None or not _is_year(passage, at, found):
        return ()
    quarter = _QUARTER_AFTER.match(passage.text, found.end(1))
    if quarter and 1 <= rank(quarter[1]) <= 4:
        return one(at, quarter.end(), ClaimKind.DATE, f"{found[1]}-Q{rank(quarter[1])}")
    first = Found(at, found.end(1), ClaimKind.DATE, Timex(found[1]))
    if found[2] is None:
        return (first,)
    second = found[2] if len(found[2]) == 4 else found[1][:2] + found[2]
    if int(second) <= int(found[1]) or int(second) > 2100:
        return (first,) if len(found[2]) == 2 else ()
    return first, Found(found.start(2), found.end(2), ClaimKind.DATE, Timex(second))


def _is_year(passage: Passage, at: int, found: re.Match[str]) -> bool:
    """Whether four digits stand as a year does: behind "in", "the", a bracket, and before no counted noun."""
    if found[2] and len(found[2]) == 4 and int(found[1]) < int(found[2]) < 2100:
        return True
    if COUNTED.match(passage.text, found.end()) or _AMOUNT_BEFORE.stands(passage.text, at):
        return False
    if _YEAR_BEFORE.stands(passage.text, at) or passage.before(at).endswith(_OWNS):
        weak = _NOT_A_DET.stands(passage.text, at)
        return not (
            weak and (int(found[1]) < 1400 or (_FOLLOWED.match(passage.text, found.end()) and int(found[1]) < 1700))
        )
    plausible = 1500 <= int(found[1]) <= 2100
    return plausible and bool(_OPEN_BEFORE.search(passage.text[max(0, at - 3) : at]))


def _short(passage: Passage, at: int) -> Reading:
    """ "The veterans of '99": a year of two digits, of the century that brings it near what is spoken of."""
    if passage.raw[at - 1 : at] not in _MARKS or not _SHORT_BEFORE.stands(passage.text, at - 1):
        return ()
    year = passage.reference.year_of_two_digits(int(passage.text[at : at + 2]))
    return one(at - 1, at + 2, ClaimKind.DATE, year_value(year)) if year > 0 else ()


_SHAPES = {
    "short": (_short,),
    "numeric": (_numeric, clock, _before_christ, _year),
    "year": (_year,),
    "other": (clock, _decade, _before_christ, _day_month, _nth, _year),
}
