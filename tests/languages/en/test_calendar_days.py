"""Days of the calendar as written, and datelines."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.languages.en.code.calendar_days import CalendarDay, find_days
from auditor.languages.en.code.datelines import dateline
from auditor.languages.en.lexicon.calendar import MONTHS, WEEKDAYS


def found(text: str) -> list[tuple[str, int, int, int | None, int | None]]:
    days = find_days(text, 0, len(text))
    return [(text[day.start : day.end], day.day, day.month, day.year, day.weekday) for day in days]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Tuesday, 3 June 2025 they", ("Tuesday, 3 June 2025", 3, 6, 2025, 2)),
        ("on Tuesday 3rd June they", ("Tuesday 3rd June", 3, 6, None, 2)),
        ("Tuesday, the 3rd of June", ("Tuesday, the 3rd of June", 3, 6, None, 2)),
        ("Tues., Oct. 9, 2024 (CP)", ("Tues., Oct. 9, 2024", 9, 10, 2024, 2)),
        ("TUESDAY, 3 JUNE 2025", ("TUESDAY, 3 JUNE 2025", 3, 6, 2025, 2)),
        ("on Tuesday night, June 3, they", ("Tuesday night, June 3", 3, 6, None, 2)),
        ("on Tuesday (June 3) they", ("Tuesday (June 3", 3, 6, None, 2)),
        ("June 3, 2025 (Tuesday) was", ("June 3, 2025 (Tuesday)", 3, 6, 2025, 2)),
        ("June 3, 2025, a Tuesday, was", ("June 3, 2025, a Tuesday", 3, 6, 2025, 2)),
        ("Tuesday,\n3 June", ("Tuesday,\n3 June", 3, 6, None, 2)),
        ("Sat. 3 June 2024", ("Sat. 3 June 2024", 3, 6, 2024, 6)),
    ],
)
def test_pieces_of_a_day(text: str, expected: tuple[str, int, int, int | None, int | None]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Monday-Wednesday, 3-5 June",
        "Monday/Tuesday 3 June",
        "Monday to Wednesday, 3 June",
        "Saturday and Sunday, 8 June",
        "the Friday before 3 June",
        "They met on Monday. 3 June was the deadline",
        "He wrote to The Sun, 3 June",
        "Mondays, 3 June among them",
        "a monday, 3 June",
    ],
)
def test_a_weekday_that_is_not_the_days_own(text: str) -> None:
    assert {day[4] for day in found(text)} == {None}


def test_every_day_of_a_range() -> None:
    assert found("a fair on 30-31 June 2024") == [("30", 30, 6, 2024, None), ("31 June 2024", 31, 6, 2024, None)]
    assert found("a fair from 30 to June 31") == [("30", 30, 6, None, None), ("June 31", 31, 6, None, None)]
    assert found("June 3-5") == [("June 3", 3, 6, None, None), ("5", 5, 6, None, None)]
    assert found("on June 3, 2000 people marched") == [("June 3", 3, 6, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "It was 15 March ’22 or so",
        "In May 5,000 came",
        "He may 3 times",
        "at 10.30 June",
        "version 4.3 June",
        "room 303 June",
        "$3 March",
        "the 45 June",
    ],
)
def test_no_day(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("day", "month", "year", "exists"),
    [
        (31, 6, None, False),
        (30, 2, None, False),
        (29, 2, None, True),
        (29, 2, 2023, False),
        (29, 2, 2024, True),
        (29, 2, 1900, True),
        (29, 2, 1901, False),
        (29, 2, 2100, False),
        (31, 12, 2023, True),
    ],
)
def test_days_that_exist(day: int, month: int, year: int | None, exists: bool) -> None:
    assert CalendarDay(0, 1, day, month, year).exists is exists


def test_letters_that_fold_to_others_do_no_harm() -> None:
    assert found("3 Auguſt 2024") == []
    assert found("Frıday, 3 June 2024, and 3 Aprİl 2024") == [("3 June 2024", 3, 6, 2024, None)]


def test_the_year_that_brings_a_day_nearest() -> None:
    assert CalendarDay(0, 1, 30, 12).near(date(2024, 1, 2), date(2024, 1, 2)) == date(2023, 12, 30)
    assert CalendarDay(0, 1, 16, 3).near(date(2023, 1, 1), date(2023, 12, 31)) == date(2023, 3, 16)
    assert CalendarDay(0, 1, 16, 3, 2019).near(date(2023, 1, 1), date(2023, 12, 31)) == date(2019, 3, 16)
    assert CalendarDay(0, 1, 31, 6).near(date(2023, 1, 1), date(2023, 1, 1)) is None


@given(st.dates(date(1924, 1, 1), date(2099, 12, 31)), st.booleans())
def test_every_day_of_the_calendar_is_read_back(day: date, month_first: bool) -> None:
    middle = f"{day:%B} {day.day}, {day.year}" if month_first else f"{day.day} {day:%B} {day.year}"
    text = f"They met on {day:%A}, {middle}."
    [read] = find_days(text, 0, len(text))
    assert (read.on(read.year or 0), read.weekday, read.exists) == (day, day.isoweekday(), True)
    assert text[read.start : read.end] == f"{day:%A}, {middle}"


_WORDS = [
    *WEEKDAYS,
    *map(str.title, WEEKDAYS),
    *map(str.title, MONTHS),
    "31",
    "3rd",
    "2024",
    ",",
    "(",
    ")",
    "-",
    ".",
    "of",
    "the",
    "\n",
]


@given(st.lists(st.sampled_from(_WORDS)).map(" ".join))
def test_any_mixture_gives_places_in_order(text: str) -> None:
    places = [(day.start, day.end) for day in find_days(text, 0, len(text))]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("PORT SELLICK, March 16 (VPA) - The union said no.", "March 16"),
        ("PORT SELLICK, 16 March — The union said no.", "16 March"),
        ("PORT SELLICK, March 16, 2023 (VPA) - The union said no.", "March 16, 2023"),
        ("CAPE ORLEN, Tuesday, Oct 8, 2024 – A rocket broke up.", "Tuesday, Oct 8, 2024"),
        ("SANTIAGO, Chile, March 3 (VPA) -- The union said no.", "March 3"),
    ],
)
def test_datelines(text: str, day: str) -> None:
    read = dateline(text, [(0, len(text))])
    assert read is not None
    assert text[read.start : read.end] == day


@pytest.mark.parametrize(
    "text",
    [
        "The union said no on March 16 - and left.",
        "PORT SELLICK, March 16 was a day of rest.",
        "PORT SELLICK – The owner was jailed on 22 March 2024 - at last.",
        "On Monday, 16 March 2023 - the day of the vote - it rained.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline(text, [(0, len(text))]) is None
