"""When a text was written, with the evidence."""

from datetime import date

import pytest

from auditor.audit import read_article
from auditor.model import Window
from auditor.reading import make_document

WAR = "Russia chose to invade Ukraine in February 2022. The war in Ukraine has entered its second year."


def window(text: str, given: str | None = None, as_of: date | None = None) -> Window:
    return read_article(make_document("a", text, date=given), as_of).window


def test_a_given_date_decides() -> None:
    found = window(WAR, "13 March 2023")
    assert (found.earliest, found.latest) == (date(2023, 3, 13), date(2023, 3, 13))
    assert [evidence.reason for evidence in found.evidence] == ["the date given with the document, 13 March 2023"]


def test_a_month_bounds() -> None:
    assert (window(WAR, "March 2023").earliest, window(WAR, "March 2023").latest) == (
        date(2023, 3, 1),
        date(2023, 3, 31),
    )


@pytest.mark.parametrize(
    "line",
    ["By Orla Tennant, maritime correspondent, 13 March 2023", "Published: 13 March 2023", "March 13, 2023 | Staff"],
)
def test_a_byline_is_read(line: str) -> None:
    text = f"Ferry lost off the point\n{line}\n\nThe ferry was lost at dawn, the coastguard said on the radio."
    found = window(text)
    assert found.latest == date(2023, 3, 13)
    [evidence] = found.evidence
    assert evidence.span is not None
    assert text[evidence.span.start : evidence.span.end] == evidence.span.text


def test_own_claims_bound_an_undated_text() -> None:
    found = window(WAR)
    assert (found.earliest, found.latest) == (date(2023, 2, 2), date(2024, 2, 28))
    assert "“its second year” since" in found.evidence[0].reason


def test_the_latest_year_mentioned_is_no_bound() -> None:
    assert window("In 2019 the plan was drawn up. It runs until 2040.") == Window()


def test_as_of_is_the_only_clock() -> None:
    assert window("The sea was calm.", as_of=date(2025, 6, 30)).latest == date(2025, 6, 30)


def test_a_date_that_does_not_exist_is_no_date() -> None:
    assert window("The sea was calm.", "31 June 2025") == Window()
