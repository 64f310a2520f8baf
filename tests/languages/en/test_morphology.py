"""Nouns in the singular and the plural."""

import pytest

from auditor.languages.en.morphology import is_plural, singular

PAIRS = """compounds compound, countries country, people person, women woman, children child, lives life, buses bus,
boxes box, churches church, houses house, forces force, crises crisis, losses loss, heroes hero, Israelis Israeli,
viruses virus, miles mile, feet foot, gases gas, wolves wolf, movies movie, toes toe, ties tie, spies spy, ads ad, policemen policeman"""


@pytest.mark.parametrize("pair", [pair.split() for pair in PAIRS.lower().split(",")], ids=" ".join)
def test_singular(pair: list[str]) -> None:
    plural, one = pair
    assert singular(plural) == one
    assert singular(one) == one
    assert is_plural(plural)
    assert not is_plural(one)


@pytest.mark.parametrize("noun", ["police", "aircraft", "series", "sheep", "staff", "personnel"])
def test_one_form_for_both(noun: str) -> None:
    assert singular(noun) == noun
    assert is_plural(noun)


@pytest.mark.parametrize("word", ["crisis", "famous", "glass", "territory", "specimen", "is", "bus"])
def test_no_plural(word: str) -> None:
    assert not is_plural(word)
