"""Words of the calendar: months, weekdays, seasons, parts of the day, units of time and numbers, with their values."""

from __future__ import annotations

_MONTH_NAMES = """january february march april may june july august september october november december""".split()

MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)} | {
    short: number
    for number, shorts in enumerate(
        ("jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sept sep", "oct", "nov", "dec"), 1
    )
    for short in shorts.split()
}
"""Month in lower case, full or short without its point -> number."""

WEEKDAYS = {
    name: number
    for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], 1)
}
"""Weekday -> ISO number, Monday 1."""

SHORT_WEEKDAYS = {
    short: number
    for number, shorts in enumerate(("mon", "tue tues", "wed", "thu thur thurs", "fri", "sat", "sun"), 1)
    for short in shorts.split()
}
"""Weekday written short -> ISO number; a weekday only beside the day of a month."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
"""Season -> its TIMEX3 code."""

PARTS_OF_DAY = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "nighttime": "NI",
    "night-time": "NI",
    "daytime": "DT",
    "dawn": "MO",
    "midday": "MI",
}
"""Part of the day -> its TIMEX3 code."""

SHORT_UNITS = {"min": "minute", "mins": "minute", "hr": "hour", "hrs": "hour", "sec": "second", "secs": "second"}
"""Unit written short, behind digits only -> in full."""

FIXED_HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "independence day": (7, 4),
    "st patrick's day": (3, 17),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
}
"""Holiday that falls on one day of the year -> (month, day)."""

NAMED_DAYS = frozenset(
    """Super Black Good Ash Palm Bloody Cyber Giving Fat Shrove Maundy Holy Spy Whit Easter Pentecost Casual Throwback
    Freaky Bowl Mad Big Blue Ruby""".split()
)
"""Words that with a day of the week make a name: of a feast, a sale, a day of voting, a crash, a film."""

NAMED_DATES = {"9/11": "2001-09-11"}
"""Date in digits that is the name of what happened on it -> its value."""

YEAR_DAYS = 365.2425
"""Mean days of a Gregorian year."""

UNITS = {
    "second": ("TS", 1 / 86_400),
    "minute": ("TM", 1 / 1_440),
    "hour": ("TH", 1 / 24),
    "day": ("D", 1.0),
    "night": ("D", 1.0),
    "week": ("W", 7.0),
    "weekend": ("WE", 2.0),
    "fortnight": ("F", 14.0),
    "month": ("M", YEAR_DAYS / 12),
    "quarter": ("Q", YEAR_DAYS / 4),
    "year": ("Y", YEAR_DAYS),
    "decade": ("DE", 10 * YEAR_DAYS),
    "century": ("CE", 100 * YEAR_DAYS),
}
"""Unit in the singular -> TIMEX3 letter (T before units of the clock) and length in days."""

PLURALS = {name + "s": name for name in UNITS if name != "century"} | {"centuries": "century"}
"""Unit in the plural -> in the singular."""

NUMBERS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty""".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}
"""Number in words -> value."""

RANKS = {
    word: value
    for value, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        start=1,
    )
} | {"twenty-first": 21, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
"""Ordinal in words -> value."""

RANKED_DAYS = (
    {word: value for word, value in RANKS.items() if value <= 20}
    | {
        f"{ten}{gap}{word}": value + number
        for ten, value in (("twenty", 20), ("thirty", 30))
        for word, number in RANKS.items()
        if number < 10 and value + number <= 31
        for gap in (" ", "-")
    }
    | {"thirtieth": 30}
)
"""Day of the month in words -> number."""

TENS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
"""Decade in words -> its digit."""
