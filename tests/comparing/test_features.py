"""What speaks for and against one thing: the features of a pair, and what the hints of its check add."""

from __future__ import annotations

import pytest

from auditor.audit import read_article
from auditor.catalogue import load_checks
from auditor.comparing.engine import Comparing
from auditor.comparing.features import features
from auditor.comparing.meeting import Pair
from auditor.reading import make_document
from auditor.story.mentions import Record

CHECKS = {check.id: check.contrast for check in load_checks() if isinstance(check.contrast, Comparing)}


def pair(check: str, texts: tuple[str, str], dates: tuple[str, str], values: tuple[str, str]) -> Pair:
    """The pair of two values in two articles."""
    documents = [make_document(f"{n}.txt", text, date=dates[n] or None) for n, text in enumerate(texts)]
    met = CHECKS[check].meeting(*(Record(read_article(document)) for document in documents))
    [found] = [one for one in met if (one.left.claim.span.text, one.right.claim.span.text) == values]
    return found


CASES = [
    pytest.param(
        "conflicting-quantity",
        ("The ferry sank off Tarvik with 212 people aboard.", "There were 221 people aboard the ferry."),
        ("2024-05-02", "2024-05-03"),
        ("212 people", "221 people"),
        {
            "same thing counted": 1,
            "things of one class counted": 0,
            "next words shared": 1,
            "days between the articles": 1,
            "more on the later day": 1,
        },
        id="people of one ferry, told a day later",
    ),
    pytest.param(
        "conflicting-quantity",
        ("The ferry sank off Tarvik with 212 passengers aboard.", "There were 221 people aboard the ferry at Tarvik."),
        ("2024-05-06", "2024-05-02"),
        ("212 passengers", "221 people"),
        {
            "other things counted": 1,
            "others of its measure": 4,
            "days between the articles": 3,
            "more on the later day": 2,
        },
        id="two nouns, and fewer on the later day",
    ),
    pytest.param(
        "conflicting-quantity",
        (
            "The harbour of Tarvik lost 40 boats in the storm.",
            "The storm sank 31 ships in the harbour. It took 12 cranes and 20 sheds of the harbour, too.",
        ),
        ("2024-05-02", ""),
        ("40 boats", "31 ships"),
        {"things of one class counted": 1, "other values are closer": 0, "more on the later day": 0},
        id="things of one class, and one day unknown",
    ),
    pytest.param(
        "conflicting-quantity",
        (
            "The harbour of Tarvik lost 40 boats in the storm.",
            "The storm sank 31 ships in the harbour. It took 12 cranes and 20 sheds of the harbour, too.",
        ),
        ("", "2024-05-02"),
        ("40 boats", "12 cranes"),
        {"other things counted": 1, "other values are closer": 2, "more on the later day": 0},
        id="two other values are closer",
    ),
    pytest.param(
        "conflicting-date",
        (
            "The second round of talks in Tarvik opened on Monday.",
            "The second round of talks in Tarvik opened on 7 May 2024.",
        ),
        ("2024-05-08", "2024-05-09"),
        ("Monday", "7 May 2024"),
        {
            "dates written out": 1,
            "days of the week": 1,
            "days next to each other": 1,
            "longer than a day": 0,
            "neither article names the other day": 1,
            "next words shared": 2,
            "names shared": 1,
        },
        id="a day of the week and a date",
    ),
    pytest.param(
        "conflicting-date",
        (
            "The second round of talks in Tarvik opened two days ago.",
            "The second round in Tarvik opened on 7 May 2024.",
        ),
        ("2024-05-08", "2024-05-09"),
        ("two days ago", "7 May 2024"),
        {"dates written out": 1, "days next to each other": 1, "neither article names the other day": 0},
        id="a day that is counted is not known for sure",
    ),
    pytest.param(
        "conflicting-date",
        (
            "The bridge was opened in May 2024 by the mayor.",
            "The bridge was opened on 2 June 2024 by the mayor.",
        ),
        ("", ""),
        ("May 2024", "2 June 2024"),
        {"longer than a day": 1, "days next to each other": 0, "neither article names the other day": 1},
        id="a month begins long before the next one",
    ),
    pytest.param(
        "conflicting-date",
        (
            "The second round of talks in Tarvik opened on 4 May 2024.",
            "The second round of talks in Tarvik opened on 7 May 2024. A third began on 4 May.",
        ),
        ("2024-05-08", "2024-05-09"),
        ("4 May 2024", "7 May 2024"),
        {"dates written out": 2, "value stands in the other article": 1, "neither article names the other day": 0},
        id="one article names both days",
    ),
]


@pytest.mark.parametrize(("check", "texts", "dates", "values", "expected"), CASES)
def test_what_speaks_for_and_against(
    check: str, texts: tuple[str, str], dates: tuple[str, str], values: tuple[str, str], expected: dict[str, int]
) -> None:
    found = features(pair(check, texts, dates, values), CHECKS[check].hints)
    assert {name: found.get(name, 0) for name in expected} == expected


def stopped(check: str, met: Pair) -> set[str]:
    return {reason for veto in CHECKS[check].vetoes if (reason := veto(*met.sides))}


def test_a_slip_of_the_year_is_not_too_far_apart() -> None:
    texts = ("The bridge was opened in May 2019 by the mayor.", "The bridge was opened on 2 May 2024 by the mayor.")
    assert not stopped("conflicting-date", pair("conflicting-date", texts, ("", ""), ("May 2019", "2 May 2024")))
    other = (texts[0], texts[1].replace("2 May", "2 August"))
    met = pair("conflicting-date", other, ("", ""), ("May 2019", "2 August 2024"))
    assert stopped("conflicting-date", met) == {"too far apart for one event"}
