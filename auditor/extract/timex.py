"""Time expressions: dates, times, durations and sets, with TIMEX3 values.

One pattern over the lower-cased text finds candidates; explicit calendar dates are read by dateparser from a canonical
string with a fixed format (18 microseconds against 1.2 milliseconds for free text), relative ones are counted from the
anchor date. Without an anchor a date keeps the fields it has (``XXXX-05-16``); today's date never enters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any

from auditor.lexicon.calendar import MONTHS, NUMBERS, PLURALS, SEASONS, UNITS, WEEKDAYS
from auditor.lexicon.events import ORDINALS
from auditor.model import Claim, ClaimKind, Prose, Timex


def _any(words: object) -> str:
    return "|".join(sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_MONTH = rf"(?:{_any(MONTHS)})\.?"
_LONG_MONTH = _any(name for name in MONTHS if len(name) > 3 and name not in ("may", "march", "sept"))
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_WEEKDAY = _any(WEEKDAYS)
_SEASON = _any(SEASONS)
_UNIT = _any([*UNITS, *PLURALS])
_SPAN_UNIT = _any([u for u in [*UNITS, *PLURALS] if not u.startswith(("second", "quarter"))])
_COUNT = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}(?:\.\d)?|{_any(NUMBERS)}(?:[- ](?:{_any(NUMBERS)}))?)"
_VAGUE = r"(?:several|a few|few|many|some|a couple of|dozens of|hundreds of)"
_AT_LEAST = r"(?:more than|over|at least|no less than|upwards of|longer than)"
_AT_MOST = r"(?:less than|under|up to|at most|no more than|fewer than)"
_ABOUT = r"(?:about|around|nearly|almost|roughly|some|approximately|just over|just under)"
_ORDINAL = rf"(?:{_any(ORDINALS)}|\d{{1,3}}(?:,\d{{3}})?(?:st|nd|rd|th))"
_CALENDAR_UNIT = "day|week|weekend|month|quarter|year|decade|century|night|morning|afternoon|evening"
_PART_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}

_RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"\d{4}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?)?"),
    ("dmy", rf"(?P<d1>{_DAY})(?:\sof)?\s(?P<m1>{_MONTH})(?:,?\s(?P<y1>{_YEAR}))?"),
    ("mdy", rf"(?P<m2>{_MONTH})\s(?P<d2>{_DAY})(?:,?\s(?P<y2>{_YEAR}))?(?!\d|[.:]\d)"),
    ("my", rf"(?P<m3>{_MONTH})(?:\sof)?,?\s(?P<y3>{_YEAR})"),
    ("season", rf"(?P<s4>{_SEASON})(?:\sof)?\s(?P<y4>{_YEAR})"),
    ("ago", rf"(?P<n5>{_COUNT}|an?|{_VAGUE})\s(?P<u5>{_SPAN_UNIT})\s(?P<w5>ago|earlier|later)"),
    (
        "rank",
        rf"(?:its|their|his|her|the|a)\s(?P<o6>{_ORDINAL})\s(?:straight\s|consecutive\s)?(?P<u6>day|week|month|year|decade)",
    ),
    (
        "span",
        rf"(?:(?P<b7>{_AT_LEAST}|{_AT_MOST}|{_ABOUT})\s)?(?:the\s(?:past|last|next|first)\s)?"
        rf"(?:(?P<n7>{_COUNT})(?P<h7>-and-a-half|\sand\sa\shalf)?|(?P<v7>{_VAGUE}))(?:[- ]|-)(?P<u7>{_UNIT})(?:-(?:long|old))?",
    ),
    ("half", r"half\sa\s(?P<u8>decade|century|year|day)"),
    ("long", r"(?P<u9>decade|century|year|month|week|day|hour)s?-long"),
    (
        "deictic",
        rf"(?:(?P<e10>earlier|later)\s)?(?P<w10>this|last|next)\s(?P<u10>{_CALENDAR_UNIT}|{_WEEKDAY}|{_LONG_MONTH}|{_SEASON})",
    ),
    (
        "day",
        rf"(?:(?P<t11>on|by|since|until|from|late|early)\s)?(?P<w11>{_WEEKDAY})(?:\s(?P<p11>{_any(_PART_OF_DAY)}))?",
    ),
    ("today", r"today|yesterday|tomorrow|tonight"),
    ("clock", r"(?P<h12>\d{1,2})(?:[.:](?P<i12>[0-5]\d))?\s?(?P<a12>[ap])\.?m\b\.?"),
    ("decade", r"(?:the\s)?(?:early\s|late\s|mid-)?(?P<y13>1[5-9]\d0|20[0-9]0)s"),
    ("century", r"(?:the\s)?(?P<c14>\d{1,2})(?:st|nd|rd|th)[\s-]century"),
    ("month", rf"(?:(?:early|late|mid)[\s-])?(?P<m15>{_LONG_MONTH})"),
    ("prep_month", rf"(?:in|since|until|by|last|of|early|late|mid)[\s-](?P<m16>{_MONTH})(?!,?\s\d)"),
    (
        "year",
        rf"(?:in|since|of|by|from|until|till|before|after|between|during|early|late|mid|around|and|to)[\s-](?P<y17>{_YEAR})",
    ),
    ("set", r"daily|weekly|monthly|yearly|annually|(?:every|each)\s(?P<u18>day|week|month|year|night|morning)"),
)
_FORM = {name: re.compile(rf"(?<![\w$£€.,%-])(?:{pattern})(?![\w%]|-\w|\.\d|,\d)") for name, pattern in _RULES}
_TRIGGER = re.compile(
    rf"(?<![\w$£€%-])(?=(?:\d{{1,4}}(?=[\s.:,-]|st|nd|rd|th|s\b|[ap]\.?m)|{_MONTH}(?=[\s,.;:)]|$)|(?:{_any(NUMBERS)})[- ]|(?:{_SEASON})\s|"
    rf"(?:{_WEEKDAY})|today|yesterday|tomorrow|tonight|this\s|last\s|next\s|earlier\s|later\s|an?\s|the\s|its\s|their\s|his\s|her\s|"
    r"(?:in|since|of|by|from|until|till|before|after|between|during|early|late|mid|around|and|to)[\s-](?:[12]\d{3}\b|(?:"
    rf"{_MONTH})\b)|on\s(?:{_WEEKDAY})|more\sthan\s|over\s|at\sleast\s|at\smost\s|no\s(?:more|less)\sthan\s|up\sto\s|less\sthan\s|"
    r"fewer\sthan\s|longer\sthan\s|upwards\sof\s|under\s|about\s|around\s|nearly\s|almost\s|roughly\s|some\s|just\s|several\s|few\s|"
    r"many\s|dozens\sof\s|hundreds\sof\s|half\sa\s|decade|century|year|month|week|day|hour|every\s|each\s|daily|annually))"
)
_FORMATS = {"dmy": "%d %B %Y", "my": "%B %Y"}
_MONTH_NAME = {number: name for name, number in reversed(MONTHS.items())}


def find_times(prose: Prose, anchor: date | None) -> tuple[Claim, ...]:
    """The time expressions of the prose in reading order, none overlapping another.

    ``anchor`` is the day from which relative ones count. Durations carry their bounds in days: a bare count of weeks,
    months or years reaches to just under the next one ("three years" may be three and a half).
    """
    lower = prose.text.lower()
    text = lower if len(lower) == len(prose.text) else prose.text
    claims: list[Claim] = []
    until = 0
    for hit in _TRIGGER.finditer(text):
        if hit.start() < until:
            continue
        found = _read(prose, text, hit.start(), anchor)
        if found is not None:
            claims.append(found)
            until = found.span.end
    return tuple(claims)


def parse_date(text: str) -> str | None:
    """The TIMEX3 value of a string that as a whole is a date ("13 March 2023"), else ``None``."""
    lower = text.strip().lower()
    weekday = re.match(rf"(?:{_WEEKDAY}),?\s", lower)
    for name in ("iso", "dmy", "mdy", "my"):
        start = weekday.end() if weekday else 0
        found = _FORM[name].match(lower, start)
        rest = lower[found.end() :].strip(" ,.") if found else ""
        if found and (not rest or (name != "my" and re.match(r"(?:at\s|t|\d)?\d{1,2}[:.h]\d\d", rest))):
            value = _VALUES[name](found, None)
            return value[1].value if value and "XXXX" not in value[1].value else None
    return lower if re.fullmatch(_YEAR, lower) else None


def full_date(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The first date with its year in ``text[start:end]``: where it stands, and its TIMEX3 value."""
    line = text[start:end].lower()
    for name in ("iso", "dmy", "mdy"):
        for found in _FORM[name].finditer(line):
            value = _VALUES[name](found, None)
            if value and "XXXX" not in value[1].value:
                return start + found.start(), start + found.end(), value[1].value
    return None


def _read(prose: Prose, text: str, at: int, anchor: date | None) -> Claim | None:
    """The longest expression that begins at ``at``."""
    best: tuple[int, int, ClaimKind, Timex] | None = None
    for name, form in _FORM.items():
        found = form.match(text, at)
        if found is None or (best and found.end() <= best[1]) or not _plausible(name, prose.text, found):
            continue
        value = _VALUES[name](found, anchor)
        if value:
            best = (_begin(name, found), found.end(), *value)
    return Claim(best[2], prose.span(best[0], best[1]), best[3]) if best else None


def _begin(name: str, found: re.Match[str]) -> int:
    """Where the expression itself starts, without the preposition that told it."""
    group = {"year": "y17", "prep_month": "m16", "day": "w11"}.get(name)
    return found.start(group) if group else found.start()


def _plausible(name: str, text: str, found: re.Match[str]) -> bool:
    """Whether capitals and neighbours allow the reading: months and weekdays are written with a capital."""
    if name in ("dmy", "mdy", "my", "day", "month", "prep_month"):
        group = next(g for g in ("m1", "m2", "m3", "w11", "m15", "m16") if found.groupdict().get(g))
        first = text[found.start(group)]
        return first.isupper() or (not first.isalpha())
    if name == "year":
        return not re.match(
            r"\s(?:people|men|women|troops|soldiers|words|miles|km|metres|feet|dollars|homes|houses)\b",
            text[found.end() : found.end() + 12],
        )
    if name == "rank":
        return _is_elapsed(text, found)
    return True


_ELAPSED_BEFORE = re.compile(r"\b(?:enter(?:s|ed|ing)?|in|into|for|on|reach(?:es|ed)?|mark(?:s|ed|ing)?)\s$", re.I)


def _is_elapsed(text: str, found: re.Match[str]) -> bool:
    """Whether "its second year" counts time: after "entered", "in", "for", "on"; "a second-year student" does not."""
    if text[found.end() : found.end() + 1] == "-":
        return False
    return bool(_ELAPSED_BEFORE.search(text, max(0, found.start() - 12), found.start()))


Value = tuple[ClaimKind, Timex] | None


def _date(value: str | None) -> Value:
    return (ClaimKind.DATE, Timex(value)) if value else None


def _number(word: str) -> float:
    plain = word.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return float(plain)
    return float(sum(NUMBERS[part] for part in re.split(r"[- ]", plain)))


def _iso(found: re.Match[str], anchor: date | None) -> Value:
    try:
        day = date.fromisoformat(found.group()[:10])
    except ValueError:
        return None
    return _date(day.isoformat())


def _calendar(day: str | None, month: str, year: str | None) -> str | None:
    number = MONTHS[month.rstrip(".")]
    if day is None:
        return f"{year}-{number:02}" if year else f"XXXX-{number:02}"
    count = int(re.sub(r"\D", "", day))
    if year is None:
        return f"XXXX-{number:02}-{count:02}" if _exists(count, number, 2024) else None
    return _parsed(f"{count} {_MONTH_NAME[number]} {year}")


def _exists(day: int, month: int, year: int) -> bool:
    return _parsed(f"{day} {_MONTH_NAME[month]} {year}") is not None


@cache
def _parser() -> Any:
    """One dateparser for all; its base is fixed, so that no reading depends on the day of the run."""
    from dateparser.date import DateDataParser

    settings = {"RELATIVE_BASE": datetime(2000, 1, 1), "PREFER_DAY_OF_MONTH": "first", "PARSERS": ["custom-formats"]}
    return DateDataParser(languages=["en"], settings=settings)


@lru_cache(maxsize=65_536)
def _parsed(canonical: str) -> str | None:
    """A day written "16 may 2025" as an ISO date; ``None`` for one that does not exist."""
    found = _parser().get_date_data(canonical, date_formats=[_FORMATS["dmy"]]).date_obj
    return found.date().isoformat() if found else None


def _dmy(found: re.Match[str], anchor: date | None) -> Value:
    return _date(_calendar(found["d1"], found["m1"], found["y1"] or _year_of(anchor)))


def _mdy(found: re.Match[str], anchor: date | None) -> Value:
    return _date(_calendar(found["d2"], found["m2"], found["y2"] or _year_of(anchor)))


def _year_of(anchor: date | None) -> str | None:
    return f"{anchor.year}" if anchor else None


def _my(found: re.Match[str], anchor: date | None) -> Value:
    return _date(_calendar(None, found["m3"], found["y3"]))


def _month(group: str) -> Callable[[re.Match[str], date | None], Value]:
    return lambda found, anchor: _date(_calendar(None, found[group], _year_of(anchor)))


def _season(found: re.Match[str], anchor: date | None) -> Value:
    return _date(f"{found['y4']}-{SEASONS[found['s4']]}")


def _ago(found: re.Match[str], anchor: date | None) -> Value:
    """ "Three years ago" counts from the anchor; earlier and later count from a day that is not known here."""
    unit = PLURALS.get(found["u5"], found["u5"])
    word = found["n5"]
    if anchor is None or found["w5"] != "ago" or re.fullmatch(_VAGUE, word):
        return _date("FUTURE_REF" if found["w5"] == "later" else "PAST_REF")
    count = 1 if word in ("a", "an") else _number(word)
    return _date(_back(anchor, count, unit))


def _back(anchor: date, count: float, unit: str) -> str:
    """The day, week, month or year so many units before the anchor, at the precision of the unit."""
    if unit in ("year", "decade", "century"):
        return f"{anchor.year - int(count * {'year': 1, 'decade': 10, 'century': 100}[unit]):04}"
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 - int(count)
        return f"{months // 12:04}-{months % 12 + 1:02}"
    day = anchor - timedelta(days=count * UNITS[unit][1])
    if unit == "week":
        return f"{day.isocalendar().year}-W{day.isocalendar().week:02}"
    return day.isoformat()


def _rank(found: re.Match[str], anchor: date | None) -> Value:
    """ "Entered its second year": between one and two years have passed."""
    word = found["o6"]
    number = ORDINALS[word] if word in ORDINALS else int(re.sub(r"\D", "", word))
    letter, days = UNITS[found["u6"]]
    if number < 1:
        return None
    return ClaimKind.DURATION, Timex(_period(number, letter), (number - 1) * days, number * days)


def _span(found: re.Match[str], anchor: date | None) -> Value:
    unit = PLURALS.get(found["u7"], found["u7"])
    letter, days = UNITS[unit]
    if found["v7"]:
        return ClaimKind.DURATION, Timex(_period("X", letter))
    count = _number(found["n7"]) + (0.5 if found["h7"] else 0)
    low, high = _bounds(count, unit, days, found["b7"] or "")
    return ClaimKind.DURATION, Timex(_period(count, letter), low, high)


def _bounds(count: float, unit: str, days: float, comparator: str) -> tuple[float, float | None]:
    """The days a count of units may stand for; a bare count of weeks or more reaches to just under the next."""
    exact = count * days
    if re.fullmatch(_AT_LEAST, comparator):
        return exact, None
    if re.fullmatch(_AT_MOST, comparator):
        return 0.0, exact
    if comparator:
        return exact - days / 2, exact + days / 2
    coarse = unit in ("week", "month", "quarter", "year", "decade", "century")
    return exact, exact + days if coarse and count == int(count) else exact


def _period(count: float | str, letter: str) -> str:
    number = count if isinstance(count, str) else f"{count:g}"
    if letter in ("F", "Q"):
        number, letter = (f"{2 * count:g}", "W") if letter == "F" and not isinstance(count, str) else (number, letter)
    return f"PT{number}{letter[1:]}" if letter.startswith("T") else f"P{number}{letter}"


def _half(found: re.Match[str], anchor: date | None) -> Value:
    period, days = {"decade": ("P5Y", 5), "century": ("P50Y", 50), "year": ("P6M", 0.5), "day": ("PT12H", 0.5 / 365)}[
        found["u8"]
    ]
    year = UNITS["year"][1]
    return ClaimKind.DURATION, Timex(period, days * year * 0.9, days * year * 1.1)


def _long(found: re.Match[str], anchor: date | None) -> Value:
    letter, days = UNITS[found["u9"]]
    return ClaimKind.DURATION, Timex(_period(1, letter), days * 0.9, days * 2)


def _deictic(found: re.Match[str], anchor: date | None) -> Value:
    """ "Last week", "this year", "next Tuesday", counted from the anchor."""
    which, unit = found["w10"], found["u10"]
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit in _PART_OF_DAY:
        day = anchor + timedelta(days=step) if anchor else None
        return ClaimKind.TIME, Timex(f"{day.isoformat() if day else 'XXXX-XX-XX'}T{_PART_OF_DAY[unit]}")
    if anchor is None:
        return _date({"last": "PAST_REF", "this": "PRESENT_REF", "next": "FUTURE_REF"}[which])
    if unit in WEEKDAYS:
        return _date(_weekday(anchor, unit, step))
    if unit in MONTHS:
        return _date(f"{_nearest_year(anchor.month, MONTHS[unit], anchor.year, step)}-{MONTHS[unit]:02}")
    if unit in SEASONS:
        return _date(f"{anchor.year + step}-{SEASONS[unit]}")
    return _date(_shifted(anchor, unit, step))


def _nearest_year(now: int, month: int, year: int, step: int) -> int:
    if step < 0:
        return year if month < now else year - 1
    if step > 0:
        return year if month > now else year + 1
    return year


def _shifted(anchor: date, unit: str, step: int) -> str:
    if unit == "quarter":
        quarters = anchor.year * 4 + (anchor.month - 1) // 3 + step
        return f"{quarters // 4}-Q{quarters % 4 + 1}"
    if unit == "decade":
        return f"{anchor.year // 10 + step}"
    if unit == "century":
        return f"{anchor.year // 100 + step}"
    if unit == "weekend":
        week = (anchor + timedelta(weeks=step)).isocalendar()
        return f"{week.year}-W{week.week:02}-WE"
    return _back(anchor, -step, unit)


def _weekday(anchor: date, name: str, step: int) -> str:
    ahead = (WEEKDAYS[name] - anchor.isoweekday()) % 7
    if step > 0:
        return (anchor + timedelta(days=ahead or 7)).isoformat()
    if step < 0:
        return (anchor - timedelta(days=(7 - ahead) % 7 or 7)).isoformat()
    return (anchor + timedelta(days=ahead if ahead <= 3 else ahead - 7)).isoformat()


def _day(found: re.Match[str], anchor: date | None) -> Value:
    """A bare weekday is the last one up to the anchor: news tells what has happened."""
    number = WEEKDAYS[found["w11"]]
    if anchor is None:
        value = f"XXXX-WXX-{number}"
    else:
        value = (anchor - timedelta(days=(anchor.isoweekday() - number) % 7)).isoformat()
    if found["p11"]:
        return ClaimKind.TIME, Timex(f"{value}T{_PART_OF_DAY[found['p11']]}")
    return _date(value)


def _today(found: re.Match[str], anchor: date | None) -> Value:
    word = found.group()
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if anchor is None:
        return _date({"yesterday": "PAST_REF", "tomorrow": "FUTURE_REF"}.get(word, "PRESENT_REF"))
    day = (anchor + timedelta(days=step)).isoformat()
    return (ClaimKind.TIME, Timex(day + "TNI")) if word == "tonight" else _date(day)


def _clock(found: re.Match[str], anchor: date | None) -> Value:
    hour = int(found["h12"])
    if not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if found["a12"] == "p" else 0)
    day = anchor.isoformat() if anchor else "XXXX-XX-XX"
    return ClaimKind.TIME, Timex(f"{day}T{hour:02}:{found['i12'] or '00'}")


def _decade(found: re.Match[str], anchor: date | None) -> Value:
    return _date(found["y13"][:3])


def _century(found: re.Match[str], anchor: date | None) -> Value:
    number = int(found["c14"])
    return _date(f"{number - 1:02}") if 1 < number <= 21 else None


def _year(found: re.Match[str], anchor: date | None) -> Value:
    return _date(found["y17"])


def _set(found: re.Match[str], anchor: date | None) -> Value:
    unit = found["u18"] or {"daily": "day", "weekly": "week", "monthly": "month"}.get(found.group(), "year")
    if unit in _PART_OF_DAY:
        return ClaimKind.SET, Timex(f"XXXX-XX-XXT{_PART_OF_DAY[unit]}")
    return ClaimKind.SET, Timex(_period(1, UNITS[unit][0]))


_VALUES: dict[str, Callable[[re.Match[str], date | None], Value]] = {
    "iso": _iso,
    "dmy": _dmy,
    "mdy": _mdy,
    "my": _my,
    "season": _season,
    "ago": _ago,
    "rank": _rank,
    "span": _span,
    "half": _half,
    "long": _long,
    "deictic": _deictic,
    "day": _day,
    "today": _today,
    "clock": _clock,
    "decade": _decade,
    "century": _century,
    "month": _month("m15"),
    "prep_month": _month("m16"),
    "year": _year,
    "set": _set,
}


_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}(?:,\s[A-Z][\w. ]{2,20})?,\s(?P<day>[A-Z][a-z]{2,8}\.?\s\d{1,2})\s?(?:\([^)]{1,20}\)\s?)?[-–—:]"
)


def dateline_day(prose: Prose) -> str | None:
    """The day in a dateline that opens the article ("PORT SELLICK, March 16 (VPA) -"), as it is written there."""
    for start, end in prose.paragraphs[:4]:
        found = _DATELINE.match(prose.text, start, end)
        if found:
            return found["day"]
    return None
