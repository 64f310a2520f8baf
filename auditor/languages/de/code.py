"""What the rules of German make: days and years, lengths of time, quantities, and quotations with their speakers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from auditor.grammar.grammar import Found
from auditor.grammar.trace import note
from auditor.languages.de.grammars import GRAMMARS
from auditor.languages.de.lists import LISTS
from auditor.languages.timex import Day, century_value, day_after, exists, length, period, shifted, unknown
from auditor.model import Claim, ClaimKind, Prose, Quantity, Quotation, Span, Timex
from auditor.text.regex import regex

_QUOTED = regex(r"„([^„“”\n]{1,2000})[“”]|»([^»«\n]{1,2000})«|«([^»«\n]{1,2000})»|\"([^\"\n]{1,2000})\"")
_MONTHS = LISTS.numbers("months", "number")
_WEEKDAYS = LISTS.numbers("weekdays", "number")
_NUMBERS = LISTS.numbers("numbers", "value")
_UNITS = LISTS.column("time_units", "unit")
_SIGNS = LISTS.column("comparators", "sign")
_MODS = {
    ">=": "EQUAL_OR_MORE",
    ">": "MORE_THAN",
    "<=": "EQUAL_OR_LESS",
    "<": "LESS_THAN",
    "~": "APPROX",
    "<~": "APPROX",
    ">~": "APPROX",
}
_SENTENCE = (".", "!", "?", ",")
"""How the words of a whole sentence end inside the marks."""
_FEW = 3
"""Words up to which what stands in marks, with no speaker beside it, is rather a term than speech."""

Value = Callable[[Found, date | None], tuple[ClaimKind, Timex] | None]


def extract(prose: Prose, anchor: date | None) -> tuple[Claim, ...]:
    """All claims, in the order of their places; ``anchor`` is the day that relative dates count from."""
    times = list(_times(prose, anchor))
    quantities = [claim for claim in _quantities(prose) if not any(claim.span.overlaps(time.span) for time in times)]
    claims = [*times, *quantities, *_quotations(prose)]
    return tuple(sorted(claims, key=lambda claim: (claim.span.start, claim.span.end, claim.kind)))


def _times(prose: Prose, anchor: date | None) -> Iterator[Claim]:
    for found in GRAMMARS.grammar("times").made(prose):
        made = found.rule.maker(_TIMES)(found, anchor)
        if made:
            yield note(Claim(made[0], _place(found), made[1]), found)


def _place(found: Found) -> Span:
    """The words of the time itself, without the preposition before a day."""
    first = {"weekday": "weekday", "season": "season", "year": "year"}.get(found.rule.makes)
    return found.prose.span(found.span(first).start if first else found.start, found.end)


def _day(found: Found, anchor: date | None) -> tuple[ClaimKind, Timex] | None:
    day, month = int(found["day"]) if "day" in found else None, _MONTHS[found["month"].lower()]
    year = int(found["year"]) if "year" in found else _nearest_year(day or 1, month, anchor)
    if day and not exists(day, month, year):
        return None
    return ClaimKind.DATE, Timex(Day(year, month, day).value)


def _digits(found: Found, _: date | None) -> tuple[ClaimKind, Timex] | None:
    day, month, year = map(int, found["digits"].split("."))
    return (ClaimKind.DATE, Timex(Day(year, month, day).value)) if exists(day, month, year) else None


def _nearest_year(day: int, month: int, anchor: date | None) -> int | None:
    """The year in which the day lies nearest to the day of writing; of two as near the earlier one."""
    if anchor is None:
        return None
    years = [year for year in range(anchor.year - 1, anchor.year + 2) if exists(day, month, year)]
    return min(years, key=lambda year: (abs(date(year, month, day) - anchor), year), default=None)


def _year(found: Found, _: date | None) -> tuple[ClaimKind, Timex]:
    return ClaimKind.DATE, Timex(Day(int(found["year"])).value)


def _season(found: Found, _: date | None) -> tuple[ClaimKind, Timex]:
    code = LISTS.column("seasons", "code")[found["season"].lower()]
    return ClaimKind.DATE, Timex(f"{Day(int(found['year'])).value}-{code}")


def _century(found: Found, _: date | None) -> tuple[ClaimKind, Timex]:
    return ClaimKind.DATE, Timex(century_value((int(found["nth"]) - 1) * 100))


def _weekday(found: Found, anchor: date | None) -> tuple[ClaimKind, Timex]:
    """The weekday last before the day of writing, or that day itself: news tells what was."""
    number = _WEEKDAYS[found["weekday"].lower()]
    if anchor is None:
        return ClaimKind.DATE, Timex(f"XXXX-WXX-{number}")
    return ClaimKind.DATE, Timex((anchor - timedelta(days=(anchor.isoweekday() - number) % 7)).isoformat())


def _near_day(found: Found, anchor: date | None) -> tuple[ClaimKind, Timex]:
    days = int(LISTS.column("near_days", "days")[found["near"].lower()])
    return ClaimKind.DATE, Timex(day_after(anchor, days) if anchor else unknown("day"))


def _ago(found: Found, anchor: date | None) -> tuple[ClaimKind, Timex]:
    unit = _UNITS[found["unit"].lower()]
    now = Day(anchor.year, anchor.month, anchor.day) if anchor else Day(None)
    return ClaimKind.DATE, Timex(shifted(now, -_count(found["count"]), unit) or unknown(unit))


def _length(found: Found, _: date | None) -> tuple[ClaimKind, Timex] | None:
    unit, count = _UNITS[found["unit"].lower()], _count(found["count"])
    mod = _MODS.get(_SIGNS.get(" ".join(found["bound"].lower().split()), ""), "")
    low, high = length(count, unit, mod)
    return ClaimKind.DURATION, Timex(period(count, unit), low, high, mod=mod)


def _count(words: str) -> float:
    word = words.lower()
    return _NUMBERS[word] if word in _NUMBERS else float(word.replace(".", "").replace(",", "."))


_TIMES: dict[str, Value] = {
    "day": _day,
    "digits": _digits,
    "year": _year,
    "season": _season,
    "century": _century,
    "weekday": _weekday,
    "near day": _near_day,
    "ago": _ago,
    "length": _length,
}
"""What a rule makes -> the kind of claim and its value."""


def _quantities(prose: Prose) -> Iterator[Claim]:
    for found in GRAMMARS.grammar("quantities").made(prose):
        scale = _NUMBERS[found["scale"].lower()] if "scale" in found else 1
        number = _count(found["number"]) * scale
        sign = _SIGNS.get(" ".join(found["bound"].lower().split()), "=")
        low = None if sign in ("<", "<=") else number
        high = None if sign in (">", ">=") else number
        unit = {"prozent": "%", "euro": "EUR", "dollar": "USD"}.get(found["unit"].lower(), "")
        thing = found["thing"].lower()
        value = Quantity(low, high, sign, unit, _step(found["number"], number, scale), found.span("number"), thing)
        yield note(Claim(ClaimKind.QUANTITY, found.span(), value, thing or unit), found)


def _step(written: str, number: float, scale: float) -> float:
    """How precisely a number is written: round ones in steps of their zeros, decimals in steps of their last place."""
    if "," in written:
        return float(scale / 10 ** len(written.split(",")[1]))
    digits = f"{number:.0f}"
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) if number else 1.0


def _quotations(prose: Prose) -> Iterator[Claim]:
    beside = list(GRAMMARS.grammar("quotations").made(prose))
    for quoted in _QUOTED.finditer(prose.text):
        span = prose.span(*quoted.span(quoted.lastindex or 0))
        told = _told(beside, quoted.start(), quoted.end())
        speaker, cue = (told.span("speaker"), told.span("cue")) if told else (None, None)
        claim = Claim(
            ClaimKind.QUOTATION,
            span,
            Quotation(_form(span.text, told is not None), speaker, cue),
            f"words of {speaker.text}" if speaker else "",
            speaker.text if speaker else None,
        )
        yield note(claim, told) if told else claim


def _told(beside: Sequence[Found], start: int, end: int) -> Found | None:
    """What says who speaks: behind the closing mark, else before the opening one."""
    behind = (found for found in beside if found.rule.makes == "behind" and found.start == end - 1)
    before = (found for found in beside if found.rule.makes == "before" and found.end == start + 1)
    return next(behind, None) or next(before, None)


def _form(words: str, told: bool) -> str:
    if words.rstrip().endswith(_SENTENCE[:3]) or (told and words[:1].isupper()):
        return "direct"
    return "fragment" if told or len(words.split()) > _FEW else "scare"
