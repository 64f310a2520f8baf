"""Words of the calendar with their values: months, weekdays, seasons, parts of the day, units of time, days of a month."""

from __future__ import annotations

from auditor.languages.en.lexicon.numbers import CARDINALS, RANKS
from auditor.languages.en.lists import LISTS

_FULL_MONTHS = LISTS.numbers("months", "number")
SHORT_MONTHS = {short: _FULL_MONTHS[name] for short, name in LISTS.entry_of("months", "short").items()}
"""Month in lower case, written short without its point -> number."""
MONTHS = _FULL_MONTHS | SHORT_MONTHS
"""Month in lower case, full or short without its point -> number."""

WEEKDAYS = LISTS.numbers("weekdays", "number")
"""Weekday -> ISO number, Monday 1."""

SHORT_WEEKDAYS = {short: WEEKDAYS[name] for short, name in LISTS.entry_of("weekdays", "short").items()}
"""Weekday written short -> ISO number; a weekday only beside the day of a month."""

SEASONS = LISTS.column("seasons", "code")
"""Season -> its TIMEX3 code."""

SEASON_MONTHS = {SEASONS[name]: month for name, month in LISTS.numbers("seasons", "month").items()}
"""Code of a season -> the month for which it stands among months."""

FIRST_MONTHS = {SEASONS[name]: month for name, month in LISTS.numbers("seasons", "first").items()}
"""Code of a season -> its first month."""

PARTS_OF_DAY = LISTS.column("parts_of_day", "code")
"""Part of the day -> its TIMEX3 code."""

MANY_PARTS_OF_DAY = PARTS_OF_DAY | {
    many: PARTS_OF_DAY[part] for many, part in LISTS.entry_of("parts_of_day", "plural").items()
}
"""The same, and the parts of the day in the plural."""

SHORT_UNITS = LISTS.entry_of("time_units", "short")
"""Unit written short, behind digits only -> in full."""

FIXED_HOLIDAYS = {
    name: (month, day)
    for (name, month), day in zip(
        LISTS.numbers("holidays", "month").items(), LISTS.numbers("holidays", "day").values(), strict=True
    )
}
"""Holiday that falls on one day of the year -> (month, day)."""

NAMED_DATES = LISTS.column("named_dates", "date")
"""Date in digits that is the name of what happened on it -> its value."""

PLURALS = LISTS.entry_of("time_units", "plural")
"""Unit in the plural -> in the singular."""

_MOST_DAYS = 31
"""Days of the longest month."""
RANKED_DAYS = {word: value for word, value in RANKS.items() if value <= _MOST_DAYS and "-" not in word} | {
    f"{ten}{gap}{word}": CARDINALS[ten] + number
    for ten in ("twenty", "thirty")
    for word, number in RANKS.items()
    if number < CARDINALS["ten"] and CARDINALS[ten] + number <= _MOST_DAYS
    for gap in (" ", "-")
}
"""Day of the month in words -> number."""

NAMES = frozenset([*MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS, *SEASONS, *LISTS.words("holidays")])
"""Names of days, months, seasons and feasts: written with a capital, but dates."""
