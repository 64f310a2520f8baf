"""Dates written with digits: whole ones, years, decades, years before Christ."""

from __future__ import annotations

import re

from auditor.languages.en.code.times.clock import ZONE, clock
from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Passage, Reading, Time, one
from auditor.languages.en.code.times.patterns import BEFORE_CHRIST, COUNTED, JOIN, RANK, YEAR, rank
from auditor.languages.en.code.times.tense import direction
from auditor.languages.en.lexicon.calendar import NAMED_DATES
from auditor.languages.en.lexicon.numbers import DECADES
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import Day, decade_value, exists, year_value
from auditor.model import ClaimKind, Timex
from auditor.text.beside import Before
from auditor.text.regex import regex

ISO = regex(
    r"(\d{4})([-/.])(\d\d?)\2(\d\d?)(?:[t\s](\d\d:\d\d)(?::\d\d(?:\.\d{1,6})?)?(?:z|[+-]\d\d:?\d\d)?)?(?![\w-]\d?)"
)
_NUMERIC = regex(r"(\d\d?)([-/.])(\d\d?)\2((?:19|20)\d\d|\d\d)(?![\w%/]|-\D|[.,]\d)")
_DAY_MONTH = regex(rf"(\d\d?)/(\d\d?)(?:{JOIN}(\d\d?)/(\d\d?))?(?![\w%/]|[.,]\d)")
_ON_BEFORE = leads("day")
_FROM = leads("period")
_ON_THE = leads("day", "the")
_NTH = regex(
    r"(\d\d?)(?:st|nd|rd|th)(?:\sof\s(that|this|the\s(?:same|following|next|previous))\smonth\b|"
    r"(?=[.,;:!?)]|\s(?:and|at|he|she|it|they|we|the)\b|\s*\Z|\n))"
)
_THE = Before(["the"])
_MONTH_STEPS = LISTS.numbers("time_steps", "step")
_DECADE = regex(rf"(\d{{1,3}}0)['’]?s\b(?:\s({BEFORE_CHRIST}))?")
_THE_DECADE = regex(r"(?<!\w)the\s(?P<when>(?:early|late|mid|roaring|swinging)[\s-])?\Z")
_ERA = regex(
    rf"(?P<ad>ad\s)?(?P<first>\d{{1,4}})(?:{JOIN}(?P<last>\d{{1,4}}))?(?:\s?(?:(?P<bc>{BEFORE_CHRIST})|(?P<ce>ad|ce)\b))?"
)
_SHAPE = regex(
    r"(?P<short>(?<=['’‘])\d\d(?![\w%'’]|[.,:/]\d))|(?P<numeric>\d{1,4}[-/.]\d\d?[-/.]\d)|"
    rf"(?P<year>[12]\d{{3}}(?!\d|['’]?s|\s?(?:[ap]\.?\s?m\b|hours|hrs|local\stime|{BEFORE_CHRIST}|ad\b|ce\b)|{ZONE}|[:h]))|"
    r"(?P<other>\d{1,4}(?:[:.'’s/–—-]|st|nd|rd|th|\s?(?:[ap]\.?\s?m\b|past\b|and\b|or\b|to\b|until\b|bc|b\.|ce\b|ad\b|o[’']?clock|"
    r"[–—-]|hours|hrs|h\d))|\d{4}\s[a-z])"
)
_PLAIN = regex(rf"({YEAR})(?:\s?[-–—/]\s?(\d{{4}}|\d\d))?(?![\w%]|[.,:]\d|[-–/](?:\d|[a-z]{{1,2}}\b))")
_YEAR_BEFORE = leads("year", hyphen=True)
_AMOUNT_BEFORE = leads("amount", "of")
_OPENERS = tuple('([,;:–—“"/\n')
"""Marks behind which four digits are a year, as they are at the front of a text."""
_NOT_A_DET = leads("weak-year")
_QUARTER_AFTER = regex(rf"\s({RANK})\squarter\b")
_SHORT_BEFORE = leads("short-year")
_MONTHS = 12
"""Months of a year."""
_CENTURY, _TURN = 19, 50
"""The century of a year that a date in digits gives by two of them, and the first year that is of it; others are of the next."""
_MARKS = ("'", "’", "‘")
"""What stands for the century of a year of two digits."""
_OWNS = ("’s", "'s", "s’", "s'")
_OLD, _NEW, _LAST = 1400, 1500, 2100
"""The first years that four digits are behind "the" and the like, and behind no such word, and the last."""


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
        if month > _MONTHS or found[2] == ".":
            month, day = day, month
        if len(found[4]) == 2:
            if found[2] != "/":
                return ()
            year += (_CENTURY if year >= _TURN else _CENTURY + 1) * 100
    if not exists(day, month, year):
        return ()
    value = Day(year, month, day).value
    return one(at, found.end(), ClaimKind.DATE, value)


def _day_month(passage: Passage, at: int) -> Reading:
    """ "On 22/04", "from 10/1 to 11/7": a fraction or a score but for the preposition."""
    found = _DAY_MONTH.match(passage.text, at)
    if found is None or not (_ON_BEFORE.stands(passage.text, at) or (found[3] and _FROM.stands(passage.text, at))):
        return ()
    if found.group() in NAMED_DATES:
        return one(at, found.end(), ClaimKind.DATE, NAMED_DATES[found.group()])
    first = _numbers(passage, found.start(1), found.end(2), int(found[1]), int(found[2]))
    return first + _numbers(passage, found.start(3), found.end(4), int(found[3]), int(found[4])) if found[3] else first


def _numbers(passage: Passage, start: int, end: int, month: int, day: int) -> Reading:
    """The month and day that two numbers give, the day first where the other way there is no such month."""
    if month > _MONTHS:
        month, day = day, month
    if not exists(day, month, None):
        return ()
    year = passage.reference.year_of(month, day, start, direction(passage.text, start, end))
    return one(start, end, ClaimKind.DATE, Day(year, month, day).value)


def _nth(passage: Passage, at: int) -> Reading:
    """ "On the 18th": of the month spoken of."""
    found = _NTH.match(passage.text, at)
    if found is None or not (_THE if found[2] else _ON_THE).stands(passage.text, at):
        return ()
    if passage.goes_on(found.end()) or passage.behind(found.end()) == "of":
        return ()
    day, step = int(found[1]), _MONTH_STEPS.get((found[2] or "this").split()[-1], 0)
    then = _month_later(passage.reference.then, step)
    if not exists(day, then.month or 1, then.year):
        return ()
    value = Day(then.year, then.month, day).value if then.month else f"XXXX-XX-{day:02}"
    return one(at - len("the "), found.end(), ClaimKind.DATE, value)


def _month_later(day: Day, step: int) -> Day:
    """The month so many after that of a day, where that is known."""
    if not step or day.year is None or day.month is None:
        return day
    year, month = divmod(_MONTHS * day.year + day.month - 1 + step, _MONTHS)
    return Day(year, month + 1)


def _decade(passage: Passage, at: int) -> Reading:
    """ "The 1990s", "the '90s", "the 440s BC"."""
    found = _DECADE.match(passage.text, at)
    if found is None:
        return ()
    digits, marked = found[1], passage.raw[at - 1 : at] in _MARKS
    begin = at - 1 if marked and len(digits) == 2 else at
    the = passage.left(_THE_DECADE, begin)
    if found[2] or len(digits) == len("1990"):
        value = decade_value(-int(digits) if found[2] else int(digits))
    elif len(digits) == 2 and digits >= "20" and (marked or the):
        value = f"19{digits[0]}"
    else:
        return ()
    return one(the.start() if the and not the["when"] else begin, found.end(), ClaimKind.DATE, value)


def tens(passage: Passage, at: int) -> Reading:
    """ "The nineties": a decade of the last century."""
    word = passage.word(at, DECADES)
    end, the = at + len(word), passage.left(_THE_DECADE, at)
    if the is None or passage.behind(end) in ("and", "of"):
        return ()
    return one(at if the["when"] else the.start(), end, ClaimKind.DATE, f"19{DECADES[word] // 10}")


def _of_era(passage: Passage, at: int) -> Reading:
    """ "499-493 BC", "AD 79", "79 CE"."""
    found = _ERA.match(passage.text, at)
    if found is None or not (found["ad"] or found["bc"] or found["ce"]) or passage.raw[found.end() - 1] in "ced":
        return ()
    sign = -1 if found["bc"] else 1
    ends = [name for name in ("first", "last") if found[name]]
    starts = [at, *(found.start(name) for name in ends[1:])]
    stops = [*(found.end(name) for name in ends[:-1]), found.end()]
    values = [year_value(sign * int(found[name])) for name in ends]
    return tuple(Time(a, b, ClaimKind.DATE, Timex(v)) for a, b, v in zip(starts, stops, values, strict=True))


def anno_domini(passage: Passage, at: int) -> Reading:
    """ "AD 79"."""
    return _of_era(passage, at) if passage.capital(at) else ()


def _year(passage: Passage, at: int) -> Reading:
    found = _PLAIN.match(passage.text, at)
    if found is None or not _is_year(passage, at, found):
        return ()
    quarter = _QUARTER_AFTER.match(passage.text, found.end(1))
    if quarter:
        return one(at, quarter.end(), ClaimKind.DATE, f"{found[1]}-Q{rank(quarter[1])}")
    first = Time(at, found.end(1), ClaimKind.DATE, Timex(found[1]))
    if found[2] is None:
        return (first,)
    second = found[1][: -len(found[2])] + found[2]
    if not int(found[1]) < int(second) <= _LAST:
        return (first,) if len(found[2]) == 2 else ()
    return first, Time(found.start(2), found.end(2), ClaimKind.DATE, Timex(second))


def _is_year(passage: Passage, at: int, found: re.Match[str]) -> bool:
    """Whether four digits stand as a year does: behind "in", "the", a bracket, and before no counted noun."""
    first, second = int(found[1]), found[2] or ""
    if len(second) == len(found[1]) and first < int(second) < _LAST:
        return True
    if COUNTED.match(passage.text, found.end()) or _AMOUNT_BEFORE.stands(passage.text, at):
        return False
    if _YEAR_BEFORE.stands(passage.text, at) or passage.before(at).endswith(_OWNS):
        return first >= _OLD or not _NOT_A_DET.stands(passage.text, at)
    return _NEW <= first <= _LAST and (at == 0 or passage.text[:at].rstrip(" ").endswith(_OPENERS))


def _short(passage: Passage, at: int) -> Reading:
    """ "The veterans of '99": a year of two digits, of the century that brings it near what is spoken of."""
    if passage.raw[at - 1 : at] not in _MARKS or not _SHORT_BEFORE.stands(passage.text, at - 1):
        return ()
    year = passage.reference.year_of_two_digits(int(passage.text[at : at + 2]))
    return one(at - 1, at + 2, ClaimKind.DATE, year_value(year)) if year > 0 else ()


_SHAPES = {
    "short": (_short,),
    "numeric": (_numeric, clock, _of_era, _year),
    "year": (_year,),
    "other": (clock, _decade, _of_era, _day_month, _nth, _year),
}
