"""The packed dictionary of word forms says what the one it was made of says."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simplemma.strategies.dictionaries import StreamDictionaryFactory

from auditor.languages.en.lexicon.lemmas import lemmas, packed, unpacked
from auditor.languages.en.morphology import lemma

_EVERY = 19
"""Forms of which one is looked at, to be quick: the table is made in one go, so that it is right or wrong as a whole."""


def test_it_is_the_dictionary_of_simplemma() -> None:
    known = StreamDictionaryFactory().get_dictionary("en")
    assert len(lemmas()) == len(known)
    forms = list(islice(lemmas(), 0, None, _EVERY))
    assert [lemmas()[form] for form in forms] == [known[form] for form in forms]


@pytest.mark.parametrize("word", ["", "zzzz", "aaa", "~", "é", "\ud800", "talks\t"])
def test_what_it_does_not_know_is_unknown(word: str) -> None:
    assert word not in lemmas()


@pytest.mark.parametrize(
    ("form", "word"), [("talks", "talk"), ("went", "go"), ("zyx", "zyx"), ("re-elected", "re-elect")]
)
def test_forms(form: str, word: str) -> None:
    assert lemma(form) == word


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_word_comes_out_as_it_was_put_in(form: str, word: str) -> None:
    assert unpacked(form, packed(form, word)) == word
