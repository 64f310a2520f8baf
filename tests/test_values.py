from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pint
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from auditor.audit import read_article
from auditor.languages.en.code.quantities import find_quantities
from auditor.languages.en.lexicon.units import MEASURES
from auditor.languages.en.lists import LISTS
from auditor.model import Ordinal, Prose, Quantity, Span, Timex, Verdict
from auditor.reading import make_document
from auditor.values import Relation, bounds, interval, moved, precision, ratio, relate, relate_dates, relate_hours

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9990, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-06-02", "2025-06-02", "2025-06-02"),
        ("2025-06-02T10:00", "2025-06-02", "2025-06-02"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("202", "2020-01-01", "2029-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2025-W10", "2025-03-03", "2025-03-09"),
        ("2025-Q2", "2025-04-01", "2025-06-30"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2025-SP", "2025-03-01", "2025-05-31"),
        ("2025-FA", "2025-09-01", "2025-11-30"),
        ("2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-SU", "2025-06-01", "2025-08-31"),
        ("2025-WI", "2025-12-01", "2026-02-28"),
    ],
)
def test_bounds(value: str, first: str, last: str) -> None:
    assert bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["XXXX-05-16", "2025-02-30", "2025-13", "PAST_REF", "P3Y", "2025-W60", "", "0000", "00"]
)
def test_no_bounds_without_a_year_or_a_day_that_exists(value: str) -> None:
    assert bounds(value) is None


@given(DAYS)
def test_a_day_lies_in_its_month_and_year(day: date) -> None:
    for value in (f"{day.year:04}-{day.month:02}", f"{day.year:04}"):
        covered = bounds(value)
        assert covered is not None
        assert covered[0] <= day <= covered[1]
        assert relate_dates(day.isoformat(), value) == Relation.PRECISION


@given(DAYS, DAYS)
def test_relation_is_symmetric_and_days_differ_unless_the_same(one: date, other: date) -> None:
    left, right = one.isoformat(), other.isoformat()
    assert relate_dates(left, right) == relate_dates(right, left)
    assert (relate_dates(left, right) == Relation.SAME) == (one == other)


@given(DAYS, st.integers(min_value=1, max_value=27))
def test_a_day_without_its_year_agrees_with_itself_only(day: date, shift: int) -> None:
    partial = f"XXXX-{day.month:02}-{day.day:02}"
    assert relate_dates(partial, day.isoformat()) == Relation.PRECISION
    if day < date(9990, 12, 1):
        assert relate_dates(partial, (day + timedelta(days=shift)).isoformat()) == Relation.DIFFER


def test_what_cannot_be_told() -> None:
    assert relate_dates("PAST_REF", "2025") == Relation.UNKNOWN
    assert relate_dates("XXXX-05", "2025") == Relation.UNKNOWN


# What follows is about relate(): quantities, durations and dates alike.

PLACE = Span("a", 0, 1, "1")


def quantity(
    low: float | None, high: float | None, comparator: str = "=", unit: str = "", step: float = 1.0, rate: str = ""
) -> Quantity:
    return Quantity(low, high, comparator, unit, step, PLACE, rate=rate)


def read(text: str) -> Quantity:
    prose = Prose("a", text, ((0, len(text)),), ((0, len(text)),))
    (claim,) = find_quantities(prose, ())
    assert isinstance(claim.value, Quantity)
    return claim.value


@pytest.mark.parametrize(
    ("one", "other", "verdict", "reason"),
    [
        ("3,500 rockets", "3,500 rockets", Verdict.AGREE, "same value"),
        ("six ships", "6 ships", Verdict.AGREE, "same value"),
        ("half a million euros", "€500,000", Verdict.AGREE, "same value"),
        ("some 3,500 rockets", "3,300 rockets", Verdict.CONFLICT, "different values"),
        ("some 3,500 rockets", "3,512 rockets", Verdict.COMPATIBLE, "rounding"),
        ("27 houses", "72 houses", Verdict.CONFLICT, "different values"),
        ("27 houses", "28 houses", Verdict.CONFLICT, "different values"),
        ("30 houses", "27 houses", Verdict.CONFLICT, "different values"),
        ("about 30 houses", "27 houses", Verdict.COMPATIBLE, "rounding"),
        ("34,000 ft", "38,000 ft", Verdict.CONFLICT, "different values"),
        ("at least 100 tanks", "370 tanks", Verdict.COMPATIBLE, "bound"),
        ("at least 100 tanks", "up to 80 tanks", Verdict.CONFLICT, "different values"),
        ("more than 1,000 tanks", "900 tanks", Verdict.CONFLICT, "different values"),
        ("2.5 to 3.5 million trees", "over 2 million trees", Verdict.COMPATIBLE, "bound"),
        ("2.5 to 3.5 million trees", "3 million trees", Verdict.COMPATIBLE, "range"),
        ("10 to 15 trees", "8 to 20 trees", Verdict.COMPATIBLE, "range"),
        ("hundreds of homes", "480 homes", Verdict.COMPATIBLE, "range"),
        ("hundreds of homes", "12,000 homes", Verdict.CONFLICT, "different values"),
        ("€480,350", "nearly half a million euros", Verdict.COMPATIBLE, "rounding"),
        ("nearly 500 homes", "520 homes", Verdict.CONFLICT, "different values"),
        ("one-fifth of the land", "20 percent of the land", Verdict.AGREE, "same value"),
        ("one-fifth of the land", "19.6 percent of the land", Verdict.COMPATIBLE, "rounding"),
        ("47.3 percent", "47 percent", Verdict.COMPATIBLE, "rounding"),
        ("47.3 percent", "44.4 percent", Verdict.CONFLICT, "different values"),
        ("12 km", "7.5 miles", Verdict.COMPATIBLE, "unit conversion"),
        ("12 km", "12 miles", Verdict.CONFLICT, "different values"),
        ("$500", "€500", Verdict.NOT_COMPARABLE, "another unit"),
        ("12 nautical\nmiles", "12 nautical miles", Verdict.AGREE, "same value"),
        ("90m marks", "90m euros", Verdict.CONFLICT, "another currency"),
        ("90m marks", "80m euros", Verdict.NOT_COMPARABLE, "another unit"),
        ("five feet six inches", "1.68 metres", Verdict.COMPATIBLE, "unit conversion"),
        ("12 km", "12 kg", Verdict.NOT_COMPARABLE, "another unit"),
        ("500 tons", "500 tonnes", Verdict.NOT_COMPARABLE, "another unit"),
        ("$15 an hour", "$15 a year", Verdict.NOT_COMPARABLE, "another rate"),
        ("A vote of 61-16", "a vote of 56-15", Verdict.CONFLICT, "different values"),
        ("A vote of 61-16", "voted 16 to 61", Verdict.AGREE, "same value"),
        ("A vote of 61-16", "61 deputies", Verdict.NOT_COMPARABLE, "a vote and a count"),
    ],
)
def test_quantities_as_texts_write_them(one: str, other: str, verdict: Verdict, reason: str) -> None:
    assert relate(read(one), read(other)) == (verdict, reason)
    assert relate(read(other), read(one)) == (verdict, reason)


@pytest.mark.parametrize(
    ("one", "other", "verdict", "reason"),
    [
        (Timex("P3D", 3, 3), Timex("P3D", 3, 3), Verdict.AGREE, "same value"),
        (Timex("PT72H", 3, 3), Timex("P3D", 3, 3), Verdict.COMPATIBLE, "unit conversion"),
        (Timex("P3Y", 1095, 1460), Timex("P1000D", 1000, None), Verdict.COMPATIBLE, "bound"),
        (Timex("P3Y", 1095, 1460), Timex("P40M", 1217, 1248), Verdict.COMPATIBLE, "precision"),
        (Timex("P3Y", 1095, 1460), Timex("P2Y", 365, 730), Verdict.CONFLICT, "different values"),
        (Timex("P2W", 14, 21), Timex("P3W", 21, 28), Verdict.CONFLICT, "different values"),
        (Timex("P5M", 152.2, 182.6), Timex("P6M", 182.6, 213.1), Verdict.CONFLICT, "different values"),
        (Timex("P2W", 14, None, mod="MORE_THAN"), Timex("P3W", 21, 28), Verdict.COMPATIBLE, "bound"),
        (Timex("P2W", 10.5, 17.5, mod="APPROX"), Timex("P2W", 14, 21), Verdict.COMPATIBLE, "precision"),
        (Timex("P3W", 0, 21, mod="LESS_THAN"), Timex("P3W", 21, 28), Verdict.COMPATIBLE, "precision"),
        (Timex("P6M", 182.6, 213.1), Timex("P180D", 180, 180), Verdict.COMPATIBLE, "precision"),
        (Timex("P2W", 14, 21), Timex("P16D", 16, 16), Verdict.COMPATIBLE, "precision"),
        (Timex("2023-06-21"), Timex("2023-07"), Verdict.CONFLICT, "different values"),
        (Timex("XXXX-10-16"), Timex("2023-08"), Verdict.CONFLICT, "different values"),
        (Timex("2023-08-16"), Timex("XXXX-08"), Verdict.COMPATIBLE, "precision"),
        (Timex("PXY"), Timex("P2Y", 365, 730), Verdict.NOT_COMPARABLE, "a value counts from an unknown point"),
        (Timex("2025-06-02"), Timex("2025-06"), Verdict.COMPATIBLE, "precision"),
        (Timex("2025-06-02"), Timex("2025-06-05"), Verdict.CONFLICT, "different values"),
        (
            Timex("2012-06-19", relation="from"),
            Timex("2012-06-20", relation="to"),
            Verdict.NOT_COMPARABLE,
            "the two ends of a period",
        ),
        (Timex("2012-06-19", relation="from"), Timex("2012-06-20"), Verdict.COMPATIBLE, "period"),
        (Timex("2012-06-20", relation="to"), Timex("2012-06-19"), Verdict.COMPATIBLE, "period"),
        (Timex("2012-06-19", relation="from"), Timex("2012-06-18"), Verdict.CONFLICT, "different values"),
        (Timex("2012-06-19", relation="from"), Timex("2014-06-20"), Verdict.CONFLICT, "different values"),
        (Timex("2012", relation="from"), Timex("2011", relation="from"), Verdict.CONFLICT, "different values"),
        (Timex("2024-05-14T21:00"), Timex("2024-05-14T21:01"), Verdict.COMPATIBLE, "precision"),
        (Timex("2024-05-14T15:30", mod="APPROX"), Timex("2024-05-14T15:36"), Verdict.COMPATIBLE, "precision"),
        (Timex("2024-05-14T07:15"), Timex("2024-05-14T07:09"), Verdict.CONFLICT, "different hours"),
        (Timex("2024-05-14TAF"), Timex("2024-05-14T18:30"), Verdict.COMPATIBLE, "precision"),
        (Timex("2024-05-14TMO"), Timex("2024-05-14T18:30"), Verdict.CONFLICT, "different hours"),
        (Timex("2024-05-14TMO"), Timex("2024-05-14TEV"), Verdict.CONFLICT, "different hours"),
        (Timex("2024-05-14TMO"), Timex("2024-05-14"), Verdict.AGREE, "same value"),
        (Timex("PAST_REF"), Timex("PAST_REF"), Verdict.NOT_COMPARABLE, "a value counts from an unknown point"),
        (Timex("2025"), Timex("P3D", 3, 3), Verdict.NOT_COMPARABLE, "a value counts from an unknown point"),
        (Timex("2025"), quantity(2025, 2025), Verdict.NOT_COMPARABLE, "values of two kinds"),
    ],
)
def test_times_and_quantities(one: Timex, other: Timex | Quantity, verdict: Verdict, reason: str) -> None:
    assert relate(one, other) == (verdict, reason)
    assert relate(other, one) == (verdict, reason)


def test_ordinals() -> None:
    third, fourth = (Ordinal(rank, PLACE, "fire") for rank in (3, 4))
    assert relate(third, third)[0] is Verdict.AGREE
    assert relate(third, fourth)[0] is Verdict.CONFLICT
    assert relate(third, quantity(3, 3))[0] is Verdict.NOT_COMPARABLE


NUMBERS = st.integers(min_value=0, max_value=10**9)
STEPS = st.sampled_from([0.1, 1.0, 10.0, 100.0, 1e6])
UNITS = st.sampled_from(["", "%", "km", "mile", "kg", "USD"])


@st.composite
def any_quantity(draw: st.DrawFn, unit: str | None = None) -> Quantity:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    comparator = draw(st.sampled_from(["=", "~", "<~", ">~", ">=", ">", "<=", "<", "range"]))
    unit = draw(UNITS) if unit is None else unit
    if comparator == "range":
        return quantity(low, high, comparator, unit, draw(STEPS))
    bottom, top = (
        (None if comparator[0] == "<" and comparator != "<~" else low),
        (None if comparator in (">=", ">") else low),
    )
    return quantity(bottom, top, comparator, unit, draw(STEPS))


@given(any_quantity(), any_quantity())
def test_relate_is_symmetric(one: Quantity, other: Quantity) -> None:
    assert relate(one, other) == relate(other, one)


@given(any_quantity())
def test_a_value_agrees_with_itself(one: Quantity) -> None:
    assert relate(one, one)[0] == Verdict.AGREE


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=0, max_value=8), st.booleans())
def test_a_value_is_compatible_with_its_own_rounding(number: int, zeros: int, hedged: bool) -> None:
    digits = len(str(number)) - zeros
    assume(digits >= (1 if hedged else 2))
    unit = 10**zeros
    rounded = (number + unit // 2) // unit * unit
    exact, about = read(f"{number:,} houses"), read(f"{'about ' if hedged else ''}{rounded:,} houses")
    assert relate(exact, about)[0] in (Verdict.AGREE, Verdict.COMPATIBLE)


@given(st.integers(min_value=1_000_000, max_value=10**11), st.integers(min_value=0, max_value=3))
def test_a_value_is_compatible_with_its_own_rounding_in_millions(number: int, decimals: int) -> None:
    told = read(f"{number / 1e6:.{decimals}f} million houses")
    assert relate(read(f"exactly {number:,} houses"), told)[0] in (Verdict.AGREE, Verdict.COMPATIBLE)


@given(NUMBERS, NUMBERS, NUMBERS, STEPS)
def test_a_range_is_compatible_with_each_of_its_points(one: int, other: int, third: int, step: float) -> None:
    low, point, high = sorted((one, other, third))
    assert relate(quantity(low, high, "range", step=step), quantity(point, point))[0] != Verdict.CONFLICT


@given(any_quantity(unit=""), any_quantity(unit=""), NUMBERS, NUMBERS)
def test_widening_never_makes_two_values_differ(one: Quantity, other: Quantity, below: int, above: int) -> None:
    assume(relate(one, other)[0] != Verdict.CONFLICT)
    low = None if one.low is None else one.low - below
    high = None if one.high is None else one.high + above
    wider = replace(one, low=low, high=high)
    assert relate(wider, other)[0] != Verdict.CONFLICT
    assert relate(replace(one, low=None), other)[0] != Verdict.CONFLICT
    assert relate(replace(one, high=None), other)[0] != Verdict.CONFLICT
    assert relate(replace(one, step=one.step * 10), other)[0] != Verdict.CONFLICT


@given(DAYS, st.sampled_from([10, 7, 4]), st.sampled_from([10, 7, 4]))
def test_widening_a_date_never_makes_it_differ(day: date, one: int, other: int) -> None:
    narrow, wide = Timex(day.isoformat()[:one]), Timex(day.isoformat()[: min(one, other)])
    assert relate(narrow, Timex(day.isoformat()))[0] != Verdict.CONFLICT
    assert relate(wide, narrow)[0] != Verdict.CONFLICT


def test_units_convert_as_the_library_of_units_says() -> None:
    registry: Any = pint.UnitRegistry(cache_folder=None)
    for one, other in product(sorted(MEASURES), repeat=2):
        size = registry.Quantity(1.0, one)
        wanted = size.to(other).magnitude if size.is_compatible_with(other) else None
        assert ratio(quantity(1, 1, unit=one), quantity(1, 1, unit=other)) == (
            wanted and pytest.approx(max(wanted, 1 / wanted))
        )


def test_units_have_as_many_of_a_smaller_one_as_the_library_says() -> None:
    registry: Any = pint.UnitRegistry(cache_folder=None)
    asked = 0
    for unit, parts in LISTS.members("unit_parts", "parts").items():
        for number, smaller in (part.split() for part in parts):
            if {unit, smaller} <= MEASURES.keys():
                asked += 1
                assert registry.Quantity(1.0, unit).to(smaller).magnitude == pytest.approx(float(number))
    assert asked >= 6


def _length(words: str) -> Timex:
    article = read_article(make_document("a.txt", f"The talks took {words} in all, the ministry said."))
    [found] = [claim.value for claim in article.claims if isinstance(claim.value, Timex)]
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("almost 12 minutes", "11 minutes", Verdict.COMPATIBLE),
        ("a day and a half", "two days", Verdict.COMPATIBLE),
        ("almost 12 minutes", "10 minutes", Verdict.CONFLICT),
        ("roughly 40 minutes", "30 minutes", Verdict.CONFLICT),
        ("two weeks", "three weeks", Verdict.CONFLICT),
    ],
)
def test_a_whole_length_is_rounded_beside_a_finer_one(one: str, other: str, expected: Verdict) -> None:
    assert relate(_length(one), _length(other))[0] == expected
    assert relate(_length(other), _length(one))[0] == expected


Sized = tuple[float | None, float | None, str]
"""The ends of a quantity, and its unit."""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((10, 10, "km"), (40, 40, "km"), 4),
        ((40, 40, "km"), (10, 10, "km"), 4),
        ((3, 3, "km"), (1500, 1500, "m"), 2),
        ((None, 10, "km"), (40, None, "km"), 4),
        ((-10, -10, "°C"), (20, 20, "°C"), 2),
        ((0, 0, "km"), (40, 40, "km"), None),
        ((40, 40, "km"), (0, 0, "km"), None),
        ((40, 40, "km"), (40, 40, "count"), None),
    ],
)
def test_how_many_times_the_smaller_the_larger_is(one: Sized, other: Sized, expected: float | None) -> None:
    mine, theirs = (Quantity(low, high, "=", unit, 1.0, Span("a.txt", 0, 1, "9")) for low, high, unit in (one, other))
    assert ratio(mine, theirs) == (expected if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("001", ("0010-01-01", "0019-12-31")),
        ("01", ("0100-01-01", "0199-12-31")),
        ("000", None),
        ("0001-Q1", ("0001-01-01", "0001-03-31")),
        ("0000-Q1", None),
        ("9998-WI", ("9998-12-01", "9999-02-28")),
        ("9999-Q1", None),
        ("2025-Q1", ("2025-01-01", "2025-03-31")),
        ("2025-Q3", ("2025-07-01", "2025-09-30")),
        ("2025-Q4", ("2025-10-01", "2025-12-31")),
        ("2025-W01", ("2024-12-30", "2025-01-05")),
        ("2026-W53", ("2026-12-28", "2027-01-03")),
        ("2025-W53", None),
        ("9999-W52", ("9999-12-27", "9999-12-31")),
        ("2025-01", ("2025-01-01", "2025-01-31")),
        ("2025-12", ("2025-12-01", "2025-12-31")),
        ("2025-00", None),
        ("2025-XX", ("2025-01-01", "2025-12-31")),
        ("2025-03-XX", ("2025-03-01", "2025-03-31")),
        ("2025-03-00", None),
        ("XXXX", None),
    ],
)
def test_the_days_at_the_edges_of_the_calendar(value: str, expected: tuple[str, str] | None) -> None:
    assert bounds(value) == (expected and tuple(date.fromisoformat(day) for day in expected))


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (date(2024, 2, 28), 2, date(2024, 3, 1)),
        (date(2024, 3, 1), -2, date(2024, 2, 28)),
        (date.max, 1, date.max),
        (date.max, -1, date(9999, 12, 30)),
        (date.min, -1, date.min),
        (date.min, 1, date(1, 1, 2)),
    ],
)
def test_a_day_is_moved_within_the_calendar(day: date, days: int, expected: date) -> None:
    assert moved(day, days) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("XXXX-WXX-1", "XXXX-WXX-1", Relation.SAME),
        ("XXXX-WXX-1", "XXXX-WXX-2", Relation.DIFFER),
        ("XXXX-WXX-1", "2025-06-02", Relation.PRECISION),
        ("XXXX-WXX-1", "2025-06-03", Relation.DIFFER),
        ("XXXX-WXX-7", "2025-06-08", Relation.PRECISION),
        ("XXXX-WXX-1", "2025-06", Relation.UNKNOWN),
        ("2025-W10", "2025-03-02", Relation.DIFFER),
        ("2025-W10", "2025-03-03", Relation.PRECISION),
        ("2025-W10", "2025-03-09", Relation.PRECISION),
        ("2025-W10", "2025-03-10", Relation.DIFFER),
        ("2025-W10", "2025-W10", Relation.SAME),
        ("202", "2019", Relation.DIFFER),
        ("202", "2020", Relation.PRECISION),
        ("202", "2029", Relation.PRECISION),
        ("202", "2030", Relation.DIFFER),
        ("2025-06-02", "2025-06-02T10:00", Relation.SAME),
        ("XXXX-06-02", "2025-06", Relation.PRECISION),
        ("XXXX-06-02", "2025-07", Relation.DIFFER),
        ("XXXX-XX-02", "2025", Relation.UNKNOWN),
        ("FUTURE_REF", "FUTURE_REF", Relation.SAME),
    ],
)
def test_dates_just_inside_and_just_outside_each_other(one: str, other: str, expected: Relation) -> None:
    assert relate_dates(one, other) == relate_dates(other, one) == expected


@pytest.mark.parametrize(
    ("time", "about", "inside", "outside"),
    [
        ("15:00", "", "15:10", "15:11"),
        ("15:00", "", "14:50", "14:49"),
        ("15:30", "", "15:30", "15:31"),
        ("15:30", "APPROX", "15:40", "15:41"),
        ("15:00", "APPROX", "15:30", "15:41"),
        ("15:10", "APPROX", "15:15", "15:16"),
        ("15:10", "", "15:10", "15:11"),
        ("MO", "", "12:25", "12:45"),
        ("MI", "", "11:05", "10:45"),
        ("MI", "", "13:55", "14:15"),
        ("AF", "", "11:35", "11:15"),
        ("AF", "", "18:55", "19:15"),
        ("EV", "", "16:05", "15:45"),
        ("EV", "", "23:59", "15:59"),
        ("DT", "", "05:05", "04:45"),
        ("DT", "", "20:55", "21:15"),
    ],
)
def test_an_hour_reaches_as_far_as_it_is_rounded(time: str, about: str, inside: str, outside: str) -> None:
    told = Timex(f"2024-05-14T{time}", mod=about)
    near, far = (Timex(f"2024-05-14T{each}") for each in (inside, outside))
    assert relate_hours(told, near) == relate_hours(near, told) == (Verdict.COMPATIBLE, "precision")
    assert relate_hours(told, far) == relate_hours(far, told) == (Verdict.CONFLICT, "different hours")


@pytest.mark.parametrize("value", ["2024-05-14", "PT5H", "2024-05-14TNI", "2024-05-14Tx:10", "2024-05-14T10:x"])
def test_no_hour_is_told(value: str) -> None:
    assert relate_hours(Timex(value), Timex("2024-05-14T10:00")) is None
    assert relate_hours(Timex("2024-05-14T10:00"), Timex(value)) is None


@pytest.mark.parametrize(
    ("end", "relation", "day", "inside"),
    [
        ("2012-06-19", "from", "2012-07-20", True),
        ("2012-06-19", "from", "2012-07-21", False),
        ("2012-06-20", "to", "2012-05-20", True),
        ("2012-06-20", "to", "2012-05-19", False),
        ("2012-06-20", "to", "2012-06-21", False),
        ("2012-06", "from", "2012-07-31", True),
        ("2012-06", "from", "2012-08-01", False),
        ("2012-06-19", "from", "2012-06", True),
        ("2012-06-19", "from", "2012-05", False),
        ("2012-06", "from", "2012-06-10", True),
        ("2012-06", "to", "2012-06-10", True),
    ],
)
def test_a_date_lies_in_a_period_near_its_end(end: str, relation: str, day: str, inside: bool) -> None:
    expected = (Verdict.COMPATIBLE, "period") if inside else (Verdict.CONFLICT, "different values")
    one, other = Timex(end, relation=relation), Timex(day)
    assert relate(one, other) == relate(other, one) == expected


@pytest.mark.parametrize(
    ("comparator", "expected"),
    [
        ("=", (95.0, 205.0)),
        ("~", (95.0, 205.0)),
        ("range", (95.0, 205.0)),
        (">=", (100.0, 205.0)),
        (">", (100.0, 205.0)),
        (">~", (100.0, 205.0)),
        ("<=", (95.0, 200.0)),
        ("<", (95.0, 200.0)),
        ("<~", (95.0, 200.0)),
    ],
)
def test_half_a_step_is_open_on_the_sides_that_a_bound_leaves(comparator: str, expected: tuple[float, float]) -> None:
    found = interval(quantity(100, 200, comparator, step=10))
    assert (found.low, found.high) == (100.0, 200.0)
    assert (found.reach_low, found.reach_high) == expected


@pytest.mark.parametrize(
    ("number", "grain", "significant", "hedged", "expected"),
    [
        (300, 1, 100, False, 10),
        (30, 1, 10, False, 1),
        (3500, 1, 100, False, 100),
        (3500, 1, 100, True, 100),
        (300, 1, 100, True, 100),
        (2_000_000, 1_000_000, 1_000_000, False, 1_000_000),
        (-300, 1, 100, False, 10),
        (1000, 1, 1000, False, 100),
        (0, 1, 5, False, 5),
        (0, 7, 5, False, 7),
        (2.5, 0.1, 0.1, True, 0.1),
    ],
)
def test_the_step_that_a_number_is_told_in(
    number: float, grain: float, significant: float, hedged: bool, expected: float
) -> None:
    assert precision(number, grain, significant, hedged=hedged) == pytest.approx(expected)


@pytest.mark.parametrize(("low", "verdict"), [(1_000_000, Verdict.CONFLICT), (999_999, Verdict.NOT_COMPARABLE)])
def test_large_sums_alone_are_one_sum_in_two_currencies(low: float, verdict: Verdict) -> None:
    dollars, euros = quantity(low, low, unit="USD"), quantity(low, low, unit="EUR")
    assert relate(dollars, euros)[0] == relate(euros, dollars)[0] == verdict
    assert relate(dollars, quantity(low, low, unit="km"))[0] == Verdict.NOT_COMPARABLE
    assert relate(dollars, quantity(low, low + 1, "range", unit="EUR"))[0] == Verdict.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Timex("P1M", 30.4, 60.9), Timex("P30D", 30, 30), (Verdict.COMPATIBLE, "precision")),
        (Timex("P1Y", 365.2, 730.5), Timex("P360D", 360, 360), (Verdict.COMPATIBLE, "precision")),
        (Timex("P1Y", 365.2, 730.5), Timex("P359D", 359, 359), (Verdict.CONFLICT, "different values")),
        (Timex("P2D", 2, 2), Timex("P3D", 3, 3), (Verdict.CONFLICT, "different values")),
        (Timex("P2D", 2, 2), Timex("PT48H", 2, 2), (Verdict.COMPATIBLE, "unit conversion")),
        (Timex("P3D", 3, None), Timex("P2D", 2, 2), (Verdict.CONFLICT, "different values")),
        (Timex("P3D", 3, None), Timex("P4D", 4, 4), (Verdict.COMPATIBLE, "bound")),
        (Timex("P1.5D", 1.5, 1.5), Timex("P2D", 2, 2), (Verdict.COMPATIBLE, "precision")),
        (Timex("P1.4D", 1.4, 1.4), Timex("P2D", 2, 2), (Verdict.CONFLICT, "different values")),
        (Timex("P1.5D", 1.5, 1.5), Timex("P2.5D", 2.5, 2.5), (Verdict.CONFLICT, "different values")),
    ],
)
def test_lengths_just_inside_and_just_outside_each_other(
    one: Timex, other: Timex, expected: tuple[Verdict, str]
) -> None:
    assert relate(one, other) == relate(other, one) == expected
