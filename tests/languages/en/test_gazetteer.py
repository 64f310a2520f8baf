"""Places: which names are, and which lies in which."""

import pytest

from auditor.languages.en.lexicon.gazetteer import Level, Lie, is_known, is_place, level, lies_in, relation


@pytest.mark.parametrize(
    "name", ["Denver", "Colorado", "Colorado-based", "Sicily", "Köln", "Koln", "Brussels", "the Bronx"]
)
def test_known_places(name: str) -> None:
    assert is_known(name)
    assert is_place(name)


@pytest.mark.parametrize("name", ["Elm Street", "Lake Orvex", "Dell County", "Hask Airport"])
def test_places_by_their_noun(name: str) -> None:
    assert is_place(name)
    assert not is_known(name)


@pytest.mark.parametrize("name", ["Twitter", "Republican", "Islamic", "Reuters", "Congress", "Vox", ""])
def test_what_is_no_place(name: str) -> None:
    assert not is_place(name)


def test_levels() -> None:
    named = ("Vox Harbour", "Hask", "Charlottesville", "Sicily", "Italy")
    assert [level(name) for name in named] == [Level.SITE, Level.UNKNOWN, Level.TOWN, Level.REGION, Level.STATE]


@pytest.mark.parametrize(
    ("one", "other", "lie"),
    [
        ("Charlottesville", "Virginia", Lie.WITHIN),
        ("Taormina", "Sicily", Lie.WITHIN),
        ("Taormina", "Italy", Lie.WITHIN),
        ("Sicily", "Italy", Lie.WITHIN),
        ("Denver", "Colorado-based", Lie.WITHIN),
        ("Brussels", "Belgium", Lie.WITHIN),
        ("London", "the United Kingdom", Lie.WITHIN),
        ("Kiev", "Kyiv", Lie.SAME),
        ("Lima", "Lima", Lie.SAME),
        ("Denver", "Virginia", Lie.APART),
        ("Denver", "Boston", Lie.APART),
        ("Hask", "Lorn", Lie.APART),
        ("Hask", "Denver", Lie.APART),
        ("Hask", "Virginia", Lie.UNTOLD),
        ("Hask Airport", "Denver", Lie.UNTOLD),
        ("Elm Street", "Oak Street", Lie.APART),
        ("Elm Street", "Orvex Hospital", Lie.UNTOLD),
    ],
)
def test_how_places_lie(one: str, other: str, lie: Lie) -> None:
    assert relation(one, other) == lie
    assert relation(other, one) == lie


def test_a_town_does_not_hold_its_state() -> None:
    assert lies_in("Denver", "Colorado")
    assert not lies_in("Colorado", "Denver")
