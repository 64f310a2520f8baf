"""The word index: patterns tried at the places of their first words find what they find over the whole text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.languages.en.code import events, lasting, quantities
from auditor.text.index import WordIndex, index_of, matches_at, openers
from tests.benchmarks.texts import adversarial, news

_TEXTS = [*news(20_000), *(text for _, text in adversarial(2_000))]
_PIECES = st.sampled_from(
    "war cease-fire semi-final strike strikes invaded ukraine rejected turned down the plan rejection of minister aged 12 "
    "and who are he is 40 the first second 3rd 21st of place us$5 a$2 $ 7 € 9 half dozens a few hundred no one nobody "
    "é İ ß _ - ’ . , 1 x5 5x".split()
)
_PATTERNS = {
    "lasting events": (lasting._NOUN, lasting._OPENERS),
    "events": (events._NOUN, events._OPENERS),
}


def _spans(matches: object) -> list[tuple[int, int]]:
    return [found.span() for found in matches]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", _PATTERNS)
def test_a_pattern_finds_the_same_through_the_index(name: str) -> None:
    pattern, words = _PATTERNS[name]
    for text in (text.lower() for text in _TEXTS):
        assert _spans(WordIndex(text).matches(pattern, words)) == _spans(pattern.finditer(text))


@given(st.lists(_PIECES, max_size=12), st.sampled_from(["", " ", "-"]))
def test_a_pattern_finds_the_same_in_any_words(pieces: list[str], between: str) -> None:
    text = between.join(pieces).replace("İ", "I").lower()
    index = WordIndex(text)
    for pattern, words in _PATTERNS.values():
        assert _spans(index.matches(pattern, words)) == _spans(pattern.finditer(text))
    places = quantities._places(text)
    assert _spans(matches_at(quantities._TRIGGER, text, places)) == _spans(quantities._TRIGGER.finditer(text))


def test_places_are_in_reading_order() -> None:
    index = WordIndex("to war, or not to 12 wars5")
    assert index.places(frozenset({"to", "war", "wars", "peace"})) == [0, 3, 15, 21]
    assert index.numbers == [18, 25]


def test_openers_are_first_words_as_the_index_knows_them() -> None:
    assert openers(["turned down", "cease-fire", "war"]) == {"turned", "cease", "war"}


def test_matches_do_not_overlap() -> None:
    assert _spans(matches_at(re.compile("a b( a b)?"), "a b a b", [0, 4])) == [(0, 7)]


def test_one_text_is_read_once() -> None:
    assert index_of("some text") is index_of("some " + "text")
