"""Time expressions: values, bounds, and the words that only look like them."""

import os
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.timex import dateline_day, find_times, parse_date
from auditor.model import Claim, Prose, Timex

ANCHOR = date(2024, 5, 15)  # a Wednesday


def prose(text: str) -> Prose:
    return Prose("a", text, ((0, len(text)),), ((0, len(text)),))


def times(text: str, anchor: date | None = None) -> list[Claim]:
    return list(find_times(prose(text), anchor))


def timex(claim: Claim) -> Timex:
    assert isinstance(claim.value, Timex)
    return claim.value


def values(text: str, anchor: date | None = None) -> list[tuple[str, str]]:
    return [(claim.span.text, timex(claim).value) for claim in times(text, anchor)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It was held on 2 June 2025 there.", "2 June 2025", "2025-06-02"),
        ("It was held on June 2, 2025 there.", "June 2, 2025", "2025-06-02"),
        ("It was held on the 3rd of May 1999.", "3rd of May 1999", "1999-05-03"),
        ("It began in February 2022.", "February 2022", "2022-02"),
        ("It began in 1994 and went on.", "1994", "1994"),
        ("It began on February 27 there.", "February 27", "XXXX-02-27"),
        ("In March, it ended.", "March", "XXXX-03"),
        ("In May, it ended.", "May", "XXXX-05"),
        ("The summer of 2014 was hot.", "summer of 2014", "2014-SU"),
        ("In the 1990s it was quiet.", "the 1990s", "199"),
        ("In the 19th century it was loud.", "the 19th century", "18"),
        ("On 2025-06-02 it rained.", "2025-06-02", "2025-06-02"),
        ("It was announced on Thursday.", "Thursday", "XXXX-WXX-4"),
    ],
)
def test_dates_keep_what_they_have(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on February 27.", "2024-02-27"),
        ("He left on Monday.", "2024-05-13"),
        ("He left on Thursday.", "2024-05-09"),
        ("He left last Tuesday.", "2024-05-14"),
        ("He leaves next Friday.", "2024-05-17"),
        ("He left yesterday.", "2024-05-14"),
        ("He left last week.", "2024-W19"),
        ("He left last month.", "2024-04"),
        ("He left last year.", "2023"),
        ("He left three years ago.", "2021"),
        ("He left two days ago.", "2024-05-13"),
        ("He left at 7.40pm.", "2024-05-15T19:40"),
    ],
)
def test_relative_dates_count_from_the_anchor(text: str, value: str) -> None:
    assert [found for _, found in values(text, ANCHOR)] == [value]


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("It lasted 40 days.", "P40D", 40, 40),
        ("It lasted more than 1,000 days.", "P1000D", 1000, None),
        ("The war entered its second year.", "P2Y", 365.2425, 730.485),
        ("The strike is in its third week.", "P3W", 14, 21),
        ("It was raised on the 1,200th day of the siege.", "P1200D", 1199, 1200),
        ("A 30-day ceasefire was agreed.", "P30D", 30, 30),
        ("It lasted three years.", "P3Y", 1095.7275, 1460.97),
        ("It lasted less than two weeks.", "P2W", 0, 14),
    ],
)
def test_durations_have_bounds_in_days(text: str, value: str, low: float, high: float | None) -> None:
    [claim] = times(text)
    found = timex(claim)
    assert claim.kind == "duration"
    assert (found.value, found.low, found.high) == (
        value,
        pytest.approx(low),
        high if high is None else pytest.approx(high),
    )


SILENT = [
    "We may go.",
    "They march on the capital.",
    "He sat on the bench.",
    "The second floor was empty.",
    "She came second in the race.",
    "He is a second-year student.",
    "It was the second round of talks.",
    "The second Obama administration did.",
    "The sun rose over the bay.",
    "They fall behind.",
    "A spring broke in the lock.",
    "It cost $61 billion.",
    "About 20% of them left.",
    "They met in room 1945.",
    "It runs on iOS 17.",
    "Call 555-2040 for help.",
    "They won 3-1 at home.",
    "It has 2,025 people.",
    "The plan is called Agenda 2030.",
    "He scored 30 points.",
    "It weighs 12 kg.",
    "May I come in?",
    "Will Smith may come.",
    "The wall is 58 metres long.",
    "He ran 12 km.",
    "Some 1,945 people came.",
    "In 1,945 cases it failed.",
    "The A19 road is shut.",
    "It was 1945 people strong.",
    "Chapter 12 is short.",
    "They sat down in the sun.",
    "First of all, no.",
    "For the first time he spoke.",
    "One in five left.",
    "He decided to march.",
    "Police said 40 were hurt.",
    "It is 3.5 metres wide.",
    "An august body it is.",
    "The army will march south.",
    "It is a mon ami thing.",
    "He wed her.",
    "A fri is no day.",
    "Two thirds agreed.",
    "Nine of the ten boats sank.",
    "He drove the Peugeot 2008.",
    "They hold 1,200 shares.",
    "At 12 knots it turned.",
    "The 58-metre ferry sank.",
    "It is version 2.0.",
    "A dozen men came.",
    "The third man fled.",
    "He is fifth in line.",
    "The law has 12 articles.",
    "Page 2021 of the file is gone.",
    "They counted to ten.",
    "This may, of course, change.",
    "The year-old cat slept.",
    "Her salary is £2,000.",
    "The code is 1999-A.",
    "No. 10 would not say.",
]


@pytest.mark.parametrize("text", SILENT)
def test_ordinary_words_are_no_time(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13 March 2023", "2023-03-13"),
        ("2025-06-02T10:00Z", "2025-06-02"),
        ("March 2023", "2023-03"),
        ("Monday, 3 May 2021", "2021-05-03"),
        ("2021", "2021"),
        ("31 June 2025", None),
        ("3 May", None),
        ("yesterday", None),
        ("By Jon Berg", None),
        ("", None),
    ],
)
def test_a_string_that_as_a_whole_is_a_date(text: str, value: str | None) -> None:
    assert parse_date(text) == value


def test_a_dateline() -> None:
    assert dateline_day(prose("PORT SELLICK, March 16 (VPA) - The union said no.")) == "March 16"
    assert dateline_day(prose("The union said no on March 16 - and left.")) is None


@given(
    st.lists(
        st.sampled_from(["on", "in", "2 June 2025", "may", "its second year", "“", "1,000", "days", "İ", "\n", "$5"])
    )
)
def test_spans_are_exact_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for claim in times(text):
        assert end <= claim.span.start < claim.span.end
        assert text[claim.span.start : claim.span.end] == claim.span.text
        end = claim.span.end


def test_nothing_depends_on_the_machine() -> None:
    code = (
        "from auditor.extract.timex import find_times\nfrom auditor.model import Prose\n"
        "t = 'On 2 June 2025, in March, on Friday and three years ago.'\n"
        "print([c.value.value for c in find_times(Prose('a', t, ((0, len(t)),), ()), None)])"
    )
    shown = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "TZ": zone, "LC_ALL": locale},
        ).stdout
        for zone, locale in (("UTC", "C"), ("Pacific/Kiritimati", "C.UTF-8"), ("America/Los_Angeles", "de_DE.UTF-8"))
    }
    assert shown == {"['2025-06-02', 'XXXX-03', 'XXXX-WXX-5', 'PAST_REF']\n"}
