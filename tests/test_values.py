from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.values import Relation, bounds, relate_dates

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
