"""Time expressions: values, bounds, and the words that only look like them."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.languages.en.code.timex import find_times, parse_date
from auditor.model import Claim, Prose, Span, Timex

ANCHOR = date(2024, 5, 15)  # a Wednesday
MONTH = 365.2425 / 12


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
        ("The summer of 2014 was hot.", "The summer of 2014", "2014-SU"),
        ("In the 1990s it was quiet.", "the 1990s", "199"),
        ("In the 19th century it was loud.", "the 19th century", "18"),
        ("On 2025-06-02 it rained.", "2025-06-02", "2025-06-02"),
        ("It was announced on Thursday.", "Thursday", "XXXX-WXX-4"),
    ],
)
def test_dates_keep_what_they_have(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


NEWS = {
    "He left on February 27.": [("February 27", "2024-02-27")],
    "He left on Monday.": [("Monday", "2024-05-13")],
    "It fell at about 9 p.m. in 2004 and rose at 10 p.m. there.": [
        ("9 p.m.", "2024-05-15T21:00"),
        ("2004", "2004"),
        ("10 p.m.", "2024-05-15T22:00"),
    ],
    "It was found on the evening of Tuesday, May 7.": [("the evening of Tuesday, May 7", "2024-05-07TEV")],
    "It rang at 0214 local time on Monday.": [("0214 local time on Monday", "2024-05-13T02:14")],
    "It rang at 1915 local time.": [("1915 local time", "2024-05-15T19:15")],
    "He left on Friday.": [("Friday", "2024-05-10")],
    "He left on Wednesday.": [("Wednesday", "2024-05-15")],
    "He left on Thursday.": [("Thursday", "2024-05-16")],
    "He will leave on Thursday.": [("Thursday", "2024-05-16")],
    "He will leave on Tuesday.": [("Tuesday", "2024-05-21")],
    "He will leave, the club said on Tuesday.": [("Tuesday", "2024-05-14")],
    "She has agreed to sing on Tuesday.": [("Tuesday", "2024-05-21")],
    "A concert to be held on Tuesday is free.": [("Tuesday", "2024-05-21")],
    "On Tuesday the choir will sing.": [("Tuesday", "2024-05-21")],
    "They said that Tuesday's concert will be free.": [("Tuesday", "2024-05-21")],
    "By the time of the visit Tuesday, nine had left.": [("Tuesday", "2024-05-14")],
    "A concert was to be held on Tuesday.": [("Tuesday", "2024-05-14")],
    "A concert was scheduled to be held on Tuesday.": [("Tuesday", "2024-05-14")],
    "A concert is expected to be held on Tuesday.": [("Tuesday", "2024-05-21")],
    "The road was shut due to the storm Tuesday.": [("Tuesday", "2024-05-14")],
    "The offer ends May 20.": [("May 20", "2024-05-20")],
    "The gallery closes in January.": [("January", "2025-01")],
    "She will sing on Sept. 5.": [("Sept. 5", "2024-09-05")],
    "She sang on Sept. 5.": [("Sept. 5", "2023-09-05")],
    "She wants a vote on June 12.": [("June 12", "2024-06-12")],
    "All of the crop of July is sold.": [("July", "2024-07")],
    "They wrote it before the January 3rd oral hearing.": [("January 3rd", "2024-01-03")],
    "She sang on Wednesday, Sept. 6.": [("Wednesday, Sept. 6", "2023-09-06")],
    "She sang on Friday, Sept. 6.": [("Friday, Sept. 6", "2024-09-06")],
    "He left last Tuesday.": [("last Tuesday", "2024-05-14")],
    "He leaves next Friday.": [("next Friday", "2024-05-17")],
    "He left yesterday.": [("yesterday", "2024-05-14")],
    "He left last week.": [("last week", "2024-W19")],
    "He left last month.": [("last month", "2024-04")],
    "He left last year.": [("last year", "2023")],
    "He left three years ago.": [("three years ago", "2021")],
    "He left two days ago.": [("two days ago", "2024-05-13")],
    "He left months ago.": [("months ago", "PAST_REF")],
    "He left at 7.40pm.": [("7.40pm", "2024-05-15T19:40")],
    "He said so earlier this week.": [("earlier this week", "2024-W20")],
    "It rained over the weekend.": [("the weekend", "2024-W19-WE")],
    "They sang here this weekend.": [("this weekend", "2024-W19-WE")],
    "They will sing here this weekend.": [("this weekend", "2024-W20-WE")],
    "It is the first strike since November.": [("November", "2023-11")],
    "It began at 8:30 p.m. EST on Monday.": [("8:30 p.m. EST on Monday", "2024-05-13T20:30")],
    "It began on Monday at 8:30 a.m. there.": [("Monday at 8:30 a.m.", "2024-05-13T08:30")],
    "It began on Monday morning.": [("Monday morning", "2024-05-13TMO")],
    "It opens 5-6 p.m. today.": [("5", "2024-05-15T17:00"), ("6 p.m. today", "2024-05-15T18:00")],
    "He called late Tuesday.": [("late Tuesday", "2024-05-14")],
    "Profit fell in the third quarter of 2012.": [("the third quarter of 2012", "2012-Q3")],
    "Profit fell in the first quarter.": [("the first quarter", "2024-Q1")],
    "Profit fell in fiscal 2013.": [("fiscal 2013", "2013")],
    "Profit fell in Q4 2012.": [("Q4 2012", "2012-Q4")],
    "Profit fell in the first half of 2012.": [("the first half of 2012", "2012-H1")],
    "It ends by the end of the year.": [("the end of the year", "2024")],
    "It is now shut.": [("now", "PRESENT_REF")],
    "He recently left.": [("recently", "PAST_REF")],
    "In recent years it grew.": [("recent years", "PXY")],
    "He was mayor in the past.": [("the past", "PAST_REF")],
    "They met on May 3 and again two days later.": [("May 3", "2024-05-03"), ("two days later", "2024-05-05")],
    "They met on May 3; the next day he left.": [("May 3", "2024-05-03"), ("the next day", "2024-05-04")],
    "They met on May 3 and left the same day.": [("May 3", "2024-05-03"), ("the same day", "2024-05-03")],
    "He calls daily.": [("daily", "XXXX-XX-XX")],
    "He calls every Tuesday.": [("every Tuesday", "XXXX-WXX-2")],
    "He calls twice a week.": [("a week", "P1W")],
    "It costs $5 a day.": [("a day", "P1D")],
    "They met in the early hours and at night.": [("night", "XXXX-XX-XXTNI")],
}


@pytest.mark.parametrize(("text", "found"), NEWS.items())
def test_news_counts_from_the_day_of_writing(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text, ANCHOR) == found


RANGES = {
    "Between 2016 and 2018 it grew.": [("2016", "2016"), ("2018", "2018")],
    "The talks of 16-19 May 2025 failed.": [("16", "2025-05-16"), ("19 May 2025", "2025-05-19")],
    "The talks of May 16 and 19, 2025 failed.": [("May 16", "2025-05-16"), ("19, 2025", "2025-05-19")],
    "From March to May 1994 it rained.": [("March", "1994-03"), ("May 1994", "1994-05")],
    "It closed between the 3rd and May 9, 2023.": [("3rd", "2023-05-03"), ("May 9, 2023", "2023-05-09")],
    "It closed from 30 to April 7, 2024.": [("April 7, 2024", "2024-04-07")],
    "From December to January 1942 it snowed.": [("December", "1941-12"), ("January 1942", "1942-01")],
    "The war (1914-18) was long.": [("1914", "1914"), ("18", "1918")],
    "The war (1939–1945) was long.": [("1939", "1939"), ("1945", "1945")],
    "The revolt of 499-493 BC failed.": [("499", "BC0499"), ("493 BC", "BC0493")],
}


@pytest.mark.parametrize(("text", "found"), RANGES.items())
def test_both_ends_of_a_range(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


LENGTHS = {
    "It lasted nine hours and 30 minutes.": ("nine hours and 30 minutes", "PT9H30M", 9.5 / 24, 9.5 / 24),
    "It ran for a week and three days.": ("a week and three days", "P1W3D", 10, 10),
    "A 3-minute, 44-second film ran.": ("3-minute, 44-second", "PT3M44S", 224 / 86_400, 224 / 86_400),
    "He served five years and five months.": ("five years and five months", "P5Y5M", 65 * MONTH, 66 * MONTH),
    "It took two days, six hours and 10 minutes.": (
        "two days, six hours and 10 minutes",
        "P2DT6H10M",
        3250 / 1440,
        3250 / 1440,
    ),
    "He served 5 1/2 years there.": ("5 1/2 years", "P5.5Y", 66 * MONTH, 66 * MONTH),
    "It ran for a three-and-a half-year term.": ("three-and-a half-year", "P3.5Y", 42 * MONTH, 42 * MONTH),
    "It shows after between eight and ten days.": ("between eight and ten days", "P10D", 8, 10),
    "It shows after two to 21 days.": ("two to 21 days", "P21D", 2, 21),
    "It was a five-to-seven-day walk.": ("five-to-seven-day", "P7D", 5, 7),
    "It lasted twenty-four weeks.": ("twenty-four weeks", "P24W", 168, 175),
    "It lasted 10 or 11 hours.": ("10 or 11 hours", "PT11H", 10 / 24, 11 / 24),
}


@pytest.mark.parametrize(("text", "found"), LENGTHS.items())
def test_a_length_of_several_parts_is_one(text: str, found: tuple[str, str, float, float]) -> None:
    (claim,) = times(text)
    length = timex(claim)
    assert (claim.span.text, length.value) == found[:2]
    assert length.low == pytest.approx(found[2])
    assert length.high == pytest.approx(found[3])


def test_a_year_that_is_told_by_what_followed_it_is_one_date() -> None:
    assert values("It failed in 2003 (the year after independence) and again.") == [("2003", "2003")]
    assert values("He won in 1990. The year before, he lost.") == [("1990", "1990"), ("The year before", "1989")]


def test_what_has_passed_of_a_term_is_not_its_length() -> None:
    passed, term = times("She is a year into her four-year term.")
    assert (timex(passed).relation, timex(term).relation) == ("elapsed", "")


@pytest.mark.parametrize("text", ["He hopes to one day sing.", "She told the 60 Minutes team so."])
def test_no_lengths(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "From 2010 to 2012 it rained.",
        "They met June 19-20, 2012.",
        "It rained between May and July 1990.",
        "It lasts from 9 a.m. until 11 a.m. there.",
        "They meet July 31-Aug. 1 at home.",
    ],
)
def test_the_ends_of_a_period_say_which_they_are(text: str) -> None:
    assert [timex(claim).relation for claim in times(text)] == ["from", "to"]


@pytest.mark.parametrize("text", ["In May and in July 1990 it rained.", "He left on Monday; on Tuesday he wrote."])
def test_two_dates_are_no_period(text: str) -> None:
    assert [timex(claim).relation for claim in times(text)] == ["", ""]


@pytest.mark.parametrize(
    "text",
    [
        "A clerk told USA TODAY so.",
        "A clerk told USA Today so.",
        "She sings on Tucker Lane Tonight, a show.",
        "They voted on Super Tuesday there.",
        "The shops were full on Black Friday.",
        "The Sunday Times wrote so.",
        "He told the Sunday Times so.",
        "A clerk told Sunday Mirror reporters so.",
        "She was on Saturday Night Live as a guest.",
        "He spoke on CBS This Morning about it.",
        "A lorry hit the Christmas market there.",
        "Theresa May spoke for an hour. The vote of May was lost, and after May nobody spoke.",
    ],
)
def test_names_that_hold_a_word_of_time(text: str) -> None:
    assert [claim.span.text for claim in times(text, ANCHOR) if claim.span.text != "an hour"] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He told President Orr Tuesday that it was so.", "Tuesday"),
        ("He left Lindmouth Today.", ""),
        ("It opens at Christmas and shuts in March.", "Christmas"),
        ("It began on Saturday night in Halmere.", "Saturday night"),
        ("Mr Lane Fires Aide Saturday Night", "Saturday Night"),
        ("Theresa May left in May.", "May"),
        ("They have met since 9/11.", "9/11"),
    ],
)
def test_words_of_time_beside_names(text: str, words: str) -> None:
    assert [claim.span.text for claim in times(text, ANCHOR)][:1] == ([words] if words else [])


def test_a_date_that_is_a_name_keeps_its_year() -> None:
    assert values("They have met since 9/11.", ANCHOR) == [("9/11", "2001-09-11")]


NARRATIVES = {
    "It is the worst flood since 1951. On Thursday 13 June the dam broke.": ["1951", "XXXX-06-13"],
    "It is the worst flood since 1951. On Wednesday 13 June they fled.": ["1951", "1951-06-13"],
    "The mill was built in 2012. It will be sold on Feb. 20.": ["2012", "XXXX-02-20"],
    "They met on June 2, 2025. They will meet again on June 9.": ["2025-06-02", "2025-06-09"],
    "In 1941 it spread. On May 16 they landed.": ["1941", "1941-05-16"],
    "On 8 December 1941 it spread. In January they landed.": ["1941-12-08", "1942-01"],
    "On May 3, 1865, he spoke. The next day they left.": ["1865-05-03", "1865-05-04"],
    "By March 1864 he had won. In June he spoke.": ["1864-03", "1864-06"],
    "He won in July 1956, unlike in 1940. In August he left.": ["1956-07", "1940", "1956-08"],
    "In August 480 BC they came. In September they left.": ["BC0480-08", "BC0480-09"],
    "In June 1940 it fell. Later that year he fled.": ["1940-06", "1940"],
    "They met on July 4, 1861, and on July 25 of that year.": ["1861-07-04", "1861-07-25"],
    "On May 16 they landed.": ["XXXX-05-16"],
    "It rained last week.": ["PAST_REF"],
}


@pytest.mark.parametrize(("text", "found"), NARRATIVES.items())
def test_an_undated_narrative_goes_on_from_what_it_told(text: str, found: list[str]) -> None:
    assert [value for _, value in values(text)] == found


def test_a_history_is_no_news_of_the_day_it_was_written() -> None:
    text = "In 1914 it began. In 1915 and 1916 it spread. It ended in 1918. The treaty of 1919 followed. On June 28 he signed."
    assert values(text, ANCHOR)[-1] == ("June 28", "1919-06-28")


def test_news_that_looks_back_counts_from_the_day_of_writing() -> None:
    text = (
        "The mill burned in 1964. It was sold in 1971, in 1985, in 1999 and in 2007, and last month it was sold again. "
        "The council met on Tuesday. On June 28 it will vote."
    )
    assert values(text, ANCHOR)[-3:] == [
        ("last month", "2024-04"),
        ("Tuesday", "2024-05-14"),
        ("June 28", "2024-06-28"),
    ]


WRITTEN = date(2012, 11, 20)
YEARS_JUST_STATED = {
    "The bridge was opened on March 9, 1887. On March 12 the first train crossed it, and by April 2 the second.": [
        "1887-03-09",
        "1887-03-12",
        "1887-04-02",
    ],
    "In late October 1902, three miners drew up a list. On November 14, the list was printed.": [
        "1902-10",
        "1902-11-14",
    ],
    "The canal was dug from 6 May 1771. Its engineer had last seen the lake in 1690. On 8 July the water came.": [
        "1771-05-06",
        "1690",
        "1771-07-08",
    ],
    "The ferry sank on Monday. In a like case, on April 3, 1974, a ferry burned. On April 9 its owner fled.": [
        "2012-11-19",
        "1974-04-03",
        "1974-04-09",
    ],
    "The ferry sank on Monday. It was sold in October 2010, and he was charged in November.": [
        "2012-11-19",
        "2010-10",
        "2012-11",
    ],
    "The ferry sank on Monday. A ferry burned on April 3, 1974. A second trial is set for May 9.": [
        "2012-11-19",
        "1974-04-03",
        "2013-05-09",
    ],
    "The ferry sank on Monday. Its owner was born on October 3, 1974. On November 16 he was charged.": [
        "2012-11-19",
        "1974-10-03",
        "2012-11-16",
    ],
}


@pytest.mark.parametrize(("text", "found"), YEARS_JUST_STATED.items())
def test_the_year_just_stated_beats_the_day_of_writing(text: str, found: list[str]) -> None:
    assert [value for _, value in values(text, WRITTEN)] == found


def test_news_without_a_word_of_its_day_is_no_story_of_the_last_years() -> None:
    text = "The firm was bought in January 2010, and its owner was charged in August with fraud."
    assert [value for _, value in values(text, WRITTEN)] == ["2010-01", "2012-08"]


def test_an_aside_does_not_move_the_story() -> None:
    text = "On June 4, 1911, they reached the ridge. A diary found in 1998 shows how. On June 9 they turned back."
    assert [value for _, value in values(text)] == ["1911-06-04", "1998", "1911-06-09"]


def test_a_story_that_next_states_its_year_has_not_left_it() -> None:
    text = "In May 1802 the fort fell. The town fell in March, the gate in July. On 9 August 1802 it was over."
    assert [value for _, value in values(text)] == ["1802-05", "1802-03", "1802-07", "1802-08-09"]


OFFSETS = {
    "The mill burned on 4 March 1931. Two weeks after the mill burned, a new one was begun.": [
        "1931-03-04",
        "1931-03-18",
    ],
    "The queen died on 9 May 1702. Two months after the death of the queen the duke was sent away.": [
        "1702-05-09",
        "1702-07-09",
    ],
    "The dam was opened on 9 May 1902. Six days before the flood, the lower gate jammed.": ["1902-05-09", "XXXX-XX-XX"],
    "The vote was held on 9 May 1902. About a month after the vote the cabinet fell.": ["1902-05-09", "1902-06"],
    "The march began on 2 April 1844. On the first day of the march it snowed.": ["1844-04-02", "1844-04-02"],
    "The march began on 2 April 1844. On the third day of the march it snowed.": ["1844-04-02", "1844-04-04"],
    "He left it on 2 April 1844. On the first day of the fair it snowed.": ["1844-04-02", "XXXX-XX-XX"],
    "The mine opened in 1902. Five days later it was flooded.": ["1902", "1902-XX-XX"],
    "The mine opened on 4 May 1902. A few weeks later it was flooded.": ["1902-05-04", "1902-XX"],
    "The mine opened on 4 December 1902. A few weeks later it was flooded.": ["1902-12-04", "FUTURE_REF"],
    "Two days prior to the vote he fled.": ["XXXX-XX-XX"],
    "The mine shut on 9 May 1902, a day after the flood.": ["1902-05-09", "1902-05-09"],
    "The vote was held on 9 May 1902 and, six days after the vote, the cabinet fell.": ["1902-05-09", "XXXX-XX-XX"],
    "Weeks after the storm the roads were shut.": ["XXXX-WXX"],
    "Three hours before the storm he fled.": ["XXXX-XX-XX"],
    "Two days after May 4, 1990, it closed.": ["1990-05-06"],
    "The day before 4 May 1990 it closed.": ["1990-05-03"],
    "The year before 1871 was quiet.": ["1870"],
    "In the year before the war it closed.": ["XXXX"],
    "The fair opened on 4 May 1990. The day before the fair a stall burned.": ["1990-05-04", "1990-05-03"],
}


@pytest.mark.parametrize(("text", "found"), OFFSETS.items())
def test_how_far_a_date_lies_from_an_event(text: str, found: list[str]) -> None:
    claims = times(text)
    assert [timex(claim).value for claim in claims] == found
    assert {claim.kind for claim in claims} == {"date"}


@pytest.mark.parametrize(
    "text",
    [
        "For ten days after the storm they had no light.",
        "She lived there ten days before leaving.",
        "They spent ten days after the vote in a cell.",
        "It was ten days before help came.",
        "The ten days after the storm were hard.",
        "They waited ten days after the storm.",
        "They have ten days after the vote to pay.",
    ],
)
def test_how_long_something_lasts_beside_an_event(text: str) -> None:
    assert [claim.kind for claim in times(text)] == ["duration"]


FORMS = {
    "In June 1904 it rose. The summer offensive failed, and they waited for autumn.": ["1904-06", "1904-SU", "1904-FA"],
    "They fought in the spring campaign of 1622.": ["1622-SP", "1622"],
    "The floods of May-June 1931 were high.": ["1931-05", "1931-06"],
    "The July/August riots of 1936 were long.": ["1936-07", "1936-08", "1936"],
    "The April crisis of 1921 was short.": ["1921-04", "1921"],
    "At 04:30hrs on 5 May 1931 they fled.": ["1931-05-05T04:30"],
    "It began in June 1904. On the 12th of that month they fled, on the 3rd of the following month they fell.": [
        "1904-06",
        "1904-06-12",
        "1904-07-03",
    ],
    "It stood since eighteen sixty-three, and in nineteen oh six it fell.": ["1863", "1906"],
    "By the year two thousand and four it was gone.": ["2004"],
    "In March nineteen thirty-one it fell.": ["1931-03"],
    "The class of '87 met in the summer of ’92.": ["1987", "1992-SU"],
    "In 1799 they met. The men of '91 were few.": ["1799", "1791"],
    "It took three and half years.": ["P3.5Y"],
    "The town was founded in 212 B.C": ["BC0212"],
}
QUARTERS = {
    "Income in the second quarter rose from $2 million a year earlier. Costs for the quarter fell.": [
        "2024-Q2",
        "2023-Q2",
        "2024-Q2",
    ],
    "Costs fell in the latest quarter from the year-ago quarter.": ["2024-Q1", "2023-Q1"],
    "Costs fell in the 2021 fourth quarter.": ["2021-Q4"],
    "A year earlier it fell.": ["2023"],
    "The year before last was wet.": ["2022"],
}


CLOCKS = {
    "At half past six in the evening it rang.": [("half past six in the evening", "2024-05-15T18:30")],
    "It rang at 11:15 at night.": [("11:15 at night", "2024-05-15T23:15")],
    "It rang at 7 o’clock in the morning.": [("7 o’clock in the morning", "2024-05-15T07:00")],
    "At seven o’clock he left.": [("seven o’clock", "2024-05-15T07:00")],
    "At ten to six he left.": [("ten to six", "2024-05-15T05:50")],
    "He left at quarter to nine.": [("quarter to nine", "2024-05-15T08:45")],
    "He left at twenty past three in the afternoon.": [("twenty past three in the afternoon", "2024-05-15T15:20")],
    "He left at about three p.m. on May 2.": [("three p.m. on May 2", "2024-05-02T15:00")],
    "He left at three in the morning.": [("three in the morning", "2024-05-15T03:00")],
    "The gates opened at 19h30 there.": [("19h30", "2024-05-15T19:30")],
    "The film of 2h30 bored him.": [],
    "They won by ten to six.": [],
    "He sold ten to six buyers.": [],
    "At ten to six homes the light failed.": [],
    "One in the crowd fell.": [],
    "Twenty to nine people came.": [],
}


@pytest.mark.parametrize(("text", "found"), CLOCKS.items())
def test_the_clock_in_words(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text, ANCHOR) == found


@pytest.mark.parametrize(("text", "found"), FORMS.items())
def test_forms_of_narratives(text: str, found: list[str]) -> None:
    assert [value for _, value in values(text)] == found


@pytest.mark.parametrize(("text", "found"), QUARTERS.items())
def test_a_quarter_goes_on_from_the_one_named(text: str, found: list[str]) -> None:
    assert [value for _, value in values(text, ANCHOR)] == found


def test_a_life_goes_on_and_an_aside_does_not() -> None:
    born = "He was born in May 1925. The guild chose him in 1975. Four years later he led it. In 1983 he left it."
    told = "In May 1925 he sailed. Papers that were found in 1975 say so. Four months later he was back. In 1926 he sold it."
    assert values(born)[2] == ("Four years later", "1979")
    assert values(told)[2] == ("Four months later", "1925-09")


def test_a_figure_as_of_a_day_is_of_now() -> None:
    text = "The council met on Tuesday. The plan began on 20 April 2012. As of May 3, 40 of them had joined."
    assert values(text, ANCHOR)[2] == ("May 3", "2024-05-03")


def test_a_heading_dates_what_follows() -> None:
    text = "1918\n\nOn 26 January they took the city, and the war went on for a while."
    heading = Span("a", 0, 4, "1918")
    told = Prose("a", " " * 4 + text[4:], ((6, len(text)),), ((6, len(text)),), (heading,))
    assert [(c.span.text, timex(c).value) for c in find_times(told, None)] == [
        ("1918", "1918"),
        ("26 January", "1918-01-26"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "value", "mod"),
    [
        ("In early October 1939 he left.", "early October 1939", "1939-10", "START"),
        ("In mid-1944 he left.", "mid-1944", "1944", "MID"),
        ("In late 1942 he left.", "late 1942", "1942", "END"),
        ("By the end of March 1941 he left.", "the end of March 1941", "1941-03", "END"),
        ("At the start of 1943 he left.", "the start of 1943", "1943", "START"),
        ("In the early 1990s he left.", "the early 1990s", "199", "START"),
        ("It lasted about three weeks.", "about three weeks", "P3W", "APPROX"),
        ("It lasted more than 1,000 days.", "more than 1,000 days", "P1000D", "MORE_THAN"),
        ("It lasted at least two years.", "at least two years", "P2Y", "EQUAL_OR_MORE"),
    ],
)
def test_modifiers(text: str, words: str, value: str, mod: str) -> None:
    [claim] = times(text)
    assert (claim.span.text, timex(claim).value, timex(claim).mod) == (words, value, mod)


YEAR = 365.2425


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("It lasted 40 days.", "P40D", 40, 40),
        ("It lasted more than 1,000 days.", "P1000D", 1000, None),
        ("The war entered its second year.", "P2Y", YEAR, 2 * YEAR),
        ("The strike is in its third week.", "P3W", 14, 21),
        ("It was raised on the 1,200th day of the siege.", "P1200D", 1199, 1200),
        ("A 30-day ceasefire was agreed.", "P30D", 30, 30),
        ("It lasted three years.", "P3Y", 3 * YEAR, 4 * YEAR),
        ("It lasted less than two weeks.", "P2W", 0, 14),
        ("The decade-long war ended.", "P1DE", 9 * YEAR, 20 * YEAR),
        ("The three-and-a-half-year war ended.", "P3.5Y", 3.5 * YEAR, 3.5 * YEAR),
        ("It lasted half a decade.", "P5Y", 4.5 * YEAR, 5.5 * YEAR),
        ("It lasted nearly four years.", "P4Y", 3.5 * YEAR, 4.5 * YEAR),
        ("It lasted two and a half years.", "P2.5Y", 2.5 * YEAR, 2.5 * YEAR),
        ("A 24-hour strike began.", "PT24H", 1, 1),
        ("It took the past five months.", "P5M", 5 * YEAR / 12, 6 * YEAR / 12),
        ("He waited for a year.", "P1Y", YEAR, 2 * YEAR),
        ("The 64-year-old man left.", "P64Y", 64 * YEAR, 65 * YEAR),
        ("It lasted months.", "PXM", None, None),
    ],
)
def test_durations_have_bounds_in_days(text: str, value: str, low: float | None, high: float | None) -> None:
    [claim] = times(text)
    found = timex(claim)
    assert claim.kind == "duration"
    assert (found.value, found.low, found.high) == (
        value,
        low if low is None else pytest.approx(low),
        high if high is None else pytest.approx(high),
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the 1990s it grew.", "199"),
        ("In the early '70s it grew.", "197"),
        ("In the nineties it grew.", "199"),
        ("In the nineteenth century it grew.", "18"),
        ("In the 4th century BC it grew.", "BC03"),
        ("In AD 79 it fell.", "0079"),
        ("On Christmas Day 1963 it fell.", "1963-12-25"),
        ("On the fourth of July 1995 it fell.", "1995-07-04"),
        ("On 23/Sep/2020 it fell.", "2020-09-23"),
        ("On 22/04/2020 it fell.", "2020-04-22"),
        ("It fell on the 18th.", "XXXX-XX-18"),
    ],
)
def test_other_forms(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


SILENT = [
    "In two thousand homes the light failed.",
    "Nineteen forty-foot boats sank.",
    "They stood in nineteen seventy-foot boats.",
    "He is 6'11 and shy.",
    "The quarter of the town was dark.",
    "The spring in the watch broke.",
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
    "The Day of the Locust is a book.",
    "He took first place and she took second place.",
    "The second half was better than the first half.",
    "It fell by a third.",
    "Three quarters of the voters stayed home.",
    "He paid a quarter of the price.",
    "The French Quarter was flooded.",
    "In the fall of Saigon many died.",
    "The fall of the wall was a surprise.",
    "She had a spring in her step.",
    "Theresa May resigned.",
    "April Smith said no.",
    "She told August Wilson.",
    "The March on Rome was a show.",
    "May he rest in peace.",
    "He read it in the Sun.",
    "The Daily Telegraph reported.",
    "He works at Time magazine.",
    "It costs $1999.",
    "Windows 2000 was good.",
    "Flight 1549 landed safely.",
    "Call +44 20 7946 0958.",
    "The number is 020 7946 1815.",
    "They won 2-1 and 3:1.",
    "The score was 21-19.",
    "It was 6-4, 6-3.",
    "Monday.com is a firm.",
    "The address is 192.168.1.1.",
    "Some 1500 people came.",
    "A crowd of 2000 gathered.",
    "He weighs 1700 kg.",
    "Resolution 1973 passed.",
    "He is second in command.",
    "They sat and wed.",
    "A minute detail was missed.",
    "Current affairs bore him.",
    "Past the house they went.",
    "The present was wrapped.",
    "The 2,000-strong crowd left.",
    "He ran the 1500 metres.",
    "It rose 20% to 61.",
    "On the other hand, no.",
]


@pytest.mark.parametrize("text", SILENT)
def test_ordinary_words_are_no_time(text: str) -> None:
    assert values(text) == []
    assert values(text, ANCHOR) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13 March 2023", "2023-03-13"),
        ("2025-06-02T10:00Z", "2025-06-02"),
        ("March 2023", "2023-03"),
        ("2023-03", "2023-03"),
        ("2023-13", None),
        ("20230313", "2023-03-13"),
        ("20231313", None),
        ("2023-03-13 10:00:00 UTC", "2023-03-13"),
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


@given(
    st.lists(
        st.sampled_from(
            """on in the a of and to last next this end early mid- - , . ( ) “ 1,000 days year week quarter half two second
            May march 31 1999 18 1914-18 2025-06-31 12:30 p.m. Monday night noon BC century 1990s now £5 % İ ago later
            weekend its Tuesday tomorrow yesterday thirty Christmas 9999999999 00 spring Q3 every past daily""".split()
        )
    ),
    st.sampled_from([" ", "\n", "", "  "]),
    st.sampled_from([None, ANCHOR, date(1, 1, 1), date(9999, 12, 31)]),
)
def test_spans_are_exact_in_order_and_apart(words: list[str], gap: str, anchor: date | None) -> None:
    text = gap.join(words)
    end = 0
    for claim in times(text, anchor):
        assert end <= claim.span.start < claim.span.end
        assert text[claim.span.start : claim.span.end] == claim.span.text
        end = claim.span.end


def test_nothing_depends_on_the_machine() -> None:
    code = (
        "from auditor.languages.en.code.timex import find_times\nfrom auditor.model import Prose\n"
        "t = 'On Friday and three years ago, in March, on 2 June 2025.'\n"
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
    assert shown == {"['XXXX-WXX-5', 'PAST_REF', 'XXXX-03', '2025-06-02']\n"}


TABLE = [
    row.split("\t")
    for row in Path(__file__).with_name("times.tsv").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]


def told(claim: Claim) -> str:
    value = timex(claim)
    low, high = ("" if days is None else f"{days:g}" for days in (value.low, value.high))
    bounds = f"[{low}..{high}]" if low or high else ""
    return " ".join(filter(None, (claim.span.text, "=", claim.kind, value.value, bounds, value.mod, value.relation)))


@pytest.mark.parametrize(("written", "text", "read"), [pytest.param(*row, id=f"{row[0]} {row[1]}") for row in TABLE])
def test_what_a_sentence_says_of_time(written: str, text: str, read: str) -> None:
    anchor = None if written == "-" else date.fromisoformat(written)
    assert " | ".join(map(told, times(text, anchor))) == read
