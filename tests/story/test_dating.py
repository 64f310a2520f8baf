"""When a text was written, with the evidence."""

from datetime import date

import pytest

from auditor.audit import audit, read_article
from auditor.catalogue import choose, load_checks
from auditor.model import Basis, Window
from auditor.reading import make_document
from auditor.story.dating import statements

WAR = "Russia chose to invade Ukraine in February 2022. The war in Ukraine has entered its second year."


def window(text: str, given: str | None = None, as_of: date | None = None, **more: str) -> Window:
    return read_article(make_document("a", text, date=given, **more), as_of).window


def bases(found: Window) -> list[Basis]:
    return [evidence.basis for evidence in found.evidence]


def findings(check: str, as_of: date | None, text: str, given: str | None = None) -> list[str]:
    document = make_document("a", text, date=given)
    found = audit([document], choose(load_checks(), [check], []), as_of=as_of).findings
    return [finding.primary.text for finding in found]


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


WIRE = "PORT SELLICK, {} (VPA) - The union said no to the offer on Thursday."


def test_a_dateline_with_its_year_decides() -> None:
    found = window(WIRE.format("March 16, 2023"))
    assert (found.earliest, found.latest, bases(found)) == (date(2023, 3, 16), date(2023, 3, 16), [Basis.DATELINE])
    [evidence] = found.evidence
    assert evidence.span is not None
    assert evidence.span.text == "March 16, 2023"


def test_a_dateline_without_a_year_takes_none() -> None:
    assert window(WIRE.format("March 16") + " In 2019 it had agreed.") == Window()


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2023", date(2023, 3, 16)),
        ("March 2023", date(2023, 3, 16)),
        ("19 March 2023", date(2023, 3, 16)),
        ("2 January 2024", date(2024, 3, 16)),
    ],
)
def test_a_dateline_takes_its_year_from_what_gives_one(given: str, day: date) -> None:
    document = make_document("a", WIRE.format("March 16"), date=given)
    stated = statements(document, read_article(document).blocks)
    assert [one.earliest for one in stated if one.evidence[0].basis == Basis.DATELINE] == [day]


def test_a_dateline_narrows_a_given_month() -> None:
    found = window(WIRE.format("March 16"), "March 2023")
    assert (found.earliest, found.latest) == (date(2023, 3, 16), date(2023, 3, 16))
    assert bases(found) == [Basis.GIVEN, Basis.DATELINE]
    assert found.evidence[1].reason == "the dateline, with the year of the date given with the document, March 2023"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/news/2024/03/16/union-says-no", date(2024, 3, 16)),
        ("https://example.org/2024/mar/16/union", date(2024, 3, 16)),
        ("https://example.org/2024/3/6", date(2024, 3, 6)),
        ("https://example.org/2024/02/31/union", None),
        ("https://example.org/2024/03/1600-jobs", None),
        ("https://example.org/2024/03/16-jobs-lost", None),
        ("https://example.org/2024/foo/16/x", None),
        ("https://example.org/1234/56/78/x", None),
    ],
)
def test_the_day_in_an_address(url: str, day: date | None) -> None:
    found = window("The sea was calm.", url=url)
    assert (found.earliest, found.latest) == (day, day)
    assert bases(found) == [Basis.ADDRESS] * (day is not None)


def test_an_update_is_told_from_the_publication() -> None:
    text = "Union rejects offer\n{}\n\nThe union rejected the offer on the quay, and the crowd cheered."
    both = window(text.format("Published 2 March 2023. Updated 16 March 2023"))
    assert (both.earliest, bases(both)) == (date(2023, 3, 2), [Basis.PUBLISHED])
    assert bases(window(text.format("Last updated: 16 March 2023"))) == [Basis.UPDATED]
    swapped = window(text.format("Updated 16 March 2023 | Published 2 March 2023"))
    assert (swapped.earliest, bases(swapped)) == (date(2023, 3, 2), [Basis.PUBLISHED])


def test_a_byline_given_with_the_document_is_read() -> None:
    found = window("The sea was calm.", byline="Orla Tennant, 13 March 2023")
    assert (found.latest, bases(found)) == (date(2023, 3, 13), [Basis.PUBLISHED])


def test_the_file_bounds_only_the_latest_day_and_only_what_is_later() -> None:
    found = window("The sea was calm.", file_date="2025-06-30")
    assert (found.earliest, found.latest, bases(found)) == (None, date(2025, 6, 30), [Basis.FILE])
    assert bases(window("The sea was calm.", "2025-06-01", file_date="2025-06-30")) == [Basis.GIVEN]
    assert bases(window("The sea was calm.", "2025-07-01", file_date="2025-06-30")) == [Basis.GIVEN]


def test_a_document_later_than_the_day_given_as_the_latest_is_a_finding() -> None:
    later, calm = date(2025, 6, 30), "The sea was calm all night."
    assert window(calm, "1 July 2025", later).empty
    assert findings("future-reference", later, calm, "1 July 2025") == [calm]
    assert findings("future-reference", later, calm, "30 June 2025") == []
    assert findings("future-reference", None, calm, "1 July 2025") == []
    assert findings("future-reference", later, WIRE.format("July 1, 2025")) == ["July 1, 2025"]


def test_claims_later_than_the_day_given_as_the_latest_are_a_finding() -> None:
    assert findings("future-reference", date(2022, 6, 30), WAR) == ["its second year"]
    assert findings("future-reference", date(2023, 6, 30), WAR) == []
