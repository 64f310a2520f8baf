"""Dates that differ by their reckoning alone, and those that differ."""

from datetime import date

import pytest

from auditor.comparing.reckoning import relate_claims
from auditor.model import Claim, ClaimKind, Quantity, Span, Timex, Verdict, Window

TUESDAY = date(2024, 5, 14)


def told(words: str, value: str, written: date | None = TUESDAY) -> Claim:
    kind = ClaimKind.TIME if "T" in value else ClaimKind.DATE
    return Claim(kind, Span("a", 0, len(words), words), Timex(value), as_of=Window(written, written))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (told("Friday", "2024-05-10"), told("Friday", "2024-05-17"), "same words"),
        (told("late Friday", "2024-05-10"), told("on Friday", "2024-05-17"), "same words"),
        (told("Friday", "2024-05-10"), told("Friday morning", "2024-05-17TMO"), "same words"),
        (told("last week", "2024-W19"), told("last week", "2024-W18"), "same words"),
        (told("Sept. 5", "2023-09-05"), told("September 5", "2024-09-05"), "a year that is not written"),
        (told("Aug. 15, 1945", "1945-08-15"), told("15 August", "2024-08-15"), "a year that is not written"),
        (told("today", "2024-05-14"), told("Wednesday", "2024-05-15"), "counted from the day of writing"),
        (told("midnight Monday", "2024-05-13T24:00"), told("Tuesday", "2024-05-14"), "counted from the day of writing"),
    ],
)
def test_dates_that_only_their_reckoning_sets_apart(one: Claim, other: Claim, reason: str) -> None:
    assert relate_claims(one, other) == (Verdict.COMPATIBLE, reason)
    assert relate_claims(other, one) == (Verdict.COMPATIBLE, reason)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("Friday", "2024-05-10"), told("Thursday", "2024-05-09")),
        (told("Friday", "2024-05-10"), told("Friday", "2024-05-31", date(2024, 6, 4))),
        (told("Friday morning", "2024-05-10TMO"), told("Friday evening", "2024-05-17TEV")),
        (told("Friday morning", "2024-05-10TMO"), told("Friday evening", "2024-05-10TEV")),
        (told("June 2, 2023", "2023-06-02"), told("June 2, 2024", "2024-06-02")),
        (told("June 2", "2023-06-02"), told("June 3", "2024-06-03")),
        (told("July", "2023-07", date(2023, 7, 20)), told("July", "2024-07")),
        (told("today", "2024-05-14"), told("Friday", "2024-05-10")),
        (told("1954", "1954"), told("1953", "1953")),
        (told("later this month", "2024-05"), told("June", "2024-06")),
    ],
)
def test_dates_that_differ(one: Claim, other: Claim) -> None:
    assert relate_claims(one, other)[0] == Verdict.CONFLICT
    assert relate_claims(other, one)[0] == Verdict.CONFLICT


def test_a_date_counted_from_another_is_not_compared() -> None:
    later = told("two days later", "2024-05-16")
    assert relate_claims(later, told("Friday", "2024-05-17"))[0] == Verdict.NOT_COMPARABLE
    assert relate_claims(later, told("Thursday", "2024-05-16"))[0] == Verdict.AGREE


def test_other_values_are_related_as_they_are() -> None:
    place = Span("a", 0, 1, "7")
    seven, nine = (
        Claim(ClaimKind.QUANTITY, place, Quantity(count, count, "=", "", 1.0, place)) for count in (7.0, 9.0)
    )
    assert relate_claims(seven, nine)[0] == Verdict.CONFLICT
    assert relate_claims(seven, seven)[0] == Verdict.AGREE
    assert relate_claims(seven, told("Friday", "2024-05-10"))[0] == Verdict.NOT_COMPARABLE
