"""How an office of an article stands to the terms of a table, and what a table tells of the day of an article."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.facts.learning import learned
from auditor.facts.offices import AFTER, BEFORE, Standing, held
from auditor.facts.rows import NO_FACTS, Facts, Origin, Spelling, Term
from auditor.model import Claim, ClaimKind, Modality, Office, Span, Window

WHERE = Origin("https://example.org", date(2026, 1, 1))


def term(holder: str, since: date, until: date | None) -> Term:
    return Term("mayor", "Ostra", holder, since, until, since, until, WHERE)


KNOWN = Facts.of(
    (
        term("Ann Lee", date(2010, 1, 1), date(2014, 6, 30)),
        term("Bo Ray", date(2014, 6, 30), date(2018, 6, 30)),
        term("Ann Lee", date(2018, 6, 30), date(2022, 6, 30)),
        term("Cy Orr", date(2022, 6, 30), None),
        Spelling("Ostra", ("Ostra Town",), (), WHERE),
        Spelling("mayor", ("lord mayor",), (), WHERE),
    )
)
LEE = Office("lee", "mayor", "Ostra", given="ann")


def on(day: date) -> Window:
    return Window(day, day)


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2012, 1, 1), Standing.HELD),
        (date(2016, 1, 1), Standing.OVER),
        (date(2019, 1, 1), Standing.HELD),
        (date(2024, 1, 1), Standing.OVER),
        (date(2022, 6, 30) + AFTER, Standing.HELD),
        (date(2022, 7, 1) + AFTER, Standing.OVER),
        (date(2018, 6, 30) - BEFORE, Standing.HELD),
        (date(2005, 1, 1), Standing.UNKNOWN),
    ],
)
def test_standing_by_day(day: date, standing: Standing) -> None:
    assert held(KNOWN, LEE, on(day)).standing is standing


def test_a_holder_who_is_still_to_come() -> None:
    assert held(KNOWN, Office("orr", "mayor", "Ostra"), on(date(2016, 1, 1))).standing is Standing.TO_COME


@pytest.mark.parametrize(
    "office",
    [
        Office("lee", "lord mayor", "Ostra Town", given="ann"),
        Office("lee", "ostra town mayor", given="ann"),
        Office("lee", "mayor", given="ann"),
        Office("lee", "mayor", "Ostra"),
    ],
)
def test_other_words_for_one_office(office: Office) -> None:
    assert held(KNOWN, office, on(date(2024, 1, 1))).standing is Standing.OVER


@pytest.mark.parametrize(
    "office",
    [
        Office("lee", "mayor"),
        Office("lee", "mayor", "Ostra", given="bob"),
        Office("lee", "deputy mayor", "Ostra", given="ann"),
        Office("lee", "mayor", "Oland", given="ann"),
    ],
)
def test_somebody_or_something_else_is_not_known(office: Office) -> None:
    assert held(KNOWN, office, on(date(2024, 1, 1))).standing is Standing.UNKNOWN


def test_an_open_or_empty_window_decides_nothing() -> None:
    for window in (
        Window(),
        Window(date(2024, 1, 2), date(2024, 1, 1)),
        Window(date(2020, 1, 1)),
        Window(latest=date(2024, 1, 1)),
    ):
        assert held(KNOWN, LEE, window).standing is Standing.UNKNOWN


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 4000))
def test_a_wider_window_never_says_more(day: date, wider: int) -> None:
    narrow = held(KNOWN, LEE, on(day)).standing
    wide = held(KNOWN, LEE, Window(day - timedelta(days=wider), day + timedelta(days=wider))).standing
    assert wide in (narrow, Standing.UNKNOWN) or {narrow, wide} == {Standing.OVER, Standing.TO_COME}


def claim(office: Office, modality: Modality = Modality.ASSERTED) -> Claim:
    return Claim(ClaimKind.OFFICE, Span("a", 0, 5, "mayor"), office, modality=modality)


def test_a_holder_bounds_the_day_of_writing_from_below() -> None:
    (window,) = learned([claim(LEE)], KNOWN)
    assert (window.earliest, window.latest) == (date(2010, 1, 1) - BEFORE, None)
    assert "since 2010-01-01" in window.evidence[0].reason


def test_nothing_is_learned_of_the_former_the_supposed_or_without_facts() -> None:
    assert list(learned([claim(Office("lee", "mayor", "Ostra", former=True))], KNOWN)) == []
    assert list(learned([claim(LEE, Modality.HEDGED)], KNOWN)) == []
    assert list(learned([claim(LEE)], NO_FACTS)) == []
