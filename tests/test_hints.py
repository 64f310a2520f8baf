"""What the values of two mentions say for their being about one thing."""

from __future__ import annotations

import pytest

from auditor.audit import read_article
from auditor.reading.text import make_document
from auditor.subjects.hints import alone, other_names
from auditor.subjects.mentions import Mention, Story, measure


def mention(text: str, words: str) -> Mention:
    """The mention of the article whose claim has the given words."""
    story = Story(read_article(make_document("a.txt", text)))
    return next(m for m in story.mentions if m.claim.span.text == words)


@pytest.mark.parametrize(
    ("words", "told_in"),
    [("143 seconds", "PTS"), ("half a year", "PM"), ("$275", "USD week"), ("12 homes", "home "), ("9 October", "-10")],
)
def test_what_a_value_is_told_in(words: str, told_in: str) -> None:
    """A unit of time, a currency with its rate, the thing counted, the month of a day."""
    text = "The rocket flew for 143 seconds. It stood half a year, for $275 a week, beside 12 homes until 9 October."
    assert measure(mention(text, words).claim) == told_in


def test_the_only_values_of_a_measure_are_likely_of_one_thing() -> None:
    """Neither article tells anything else in seconds."""
    shared = alone(
        mention("It flew for 143 seconds.", "143 seconds"), mention("Lost after 134 seconds.", "134 seconds")
    )
    assert shared is not None
    assert shared.weight == 0.5


def test_the_more_values_of_a_measure_the_less_it_says() -> None:
    """Two lengths in seconds in one of the articles."""
    many = mention("It flew for 143 seconds and fell for 90 seconds.", "143 seconds")
    shared = alone(many, mention("Lost after 134 seconds.", "134 seconds"))
    assert shared is not None
    assert shared.weight == 0.25


def test_a_value_that_the_other_article_gives_too_says_nothing() -> None:
    """The other article gives the same length, if elsewhere."""
    both = mention("It flew for 143 seconds, or 134 seconds by the clock.", "143 seconds")
    assert alone(both, mention("Lost after 134 seconds.", "134 seconds")) is None


def test_other_measures_say_nothing() -> None:
    """Seconds against minutes."""
    assert alone(mention("It flew for 143 seconds.", "143 seconds"), mention("Lost in 9 minutes.", "9 minutes")) is None


def test_other_names_speak_against_one_thing() -> None:
    """Two people's years of service."""
    one = mention("Raymond Ochs has worked there for nine years.", "nine years")
    other = mention("Dale Kowal worked there for six years.", "six years")
    shared = other_names(one, other)
    assert shared is not None
    assert shared.weight < 0
    assert other_names(one, mention("Raymond Ochs worked there for six years.", "six years")) is None
    assert other_names(one, mention("He worked there for six years.", "six years")) is None
