"""Damage inside a line: its exact place, what should stand there, and text that is whole."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.checks.residue import encoding_damage, markup
from auditor.residue.draft import Piece, draft_of


def damage(text: str) -> list[Piece]:
    """What the two classes find in a text that is one line."""
    steps = (step for check in (encoding_damage, markup) for _, step in check.RECOGNISER.steps)
    return [piece for step in steps for piece in step(draft_of([text]))]


def repaired(text: str) -> str:
    for found in sorted(damage(text), key=lambda one: -one.start):
        text = text[: found.start] + found.replacement + text[found.end :]
    return text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("The portâ€™s own tug", "The port’s own tug"),
        ("The portÃ¢â‚¬â„¢s own tug", "The port’s own tug"),
        ("youâ\x80\x99ll see", "you’ll see"),
        ("The cafÃ© of Ana", "The café of Ana"),
        ("PÃ¥l SÃ¦ther", "Pål Sæther"),
        ("Tom &amp; Ana", "Tom & Ana"),
        ("a&nbsp;day", "a\xa0day"),
        ("Don&#8217;t", "Don’t"),
        ("It sank.<br /> Nobody was <em>hurt</em>.", "It sank. Nobody was hurt."),
    ],
)
def test_repairs(damaged: str, whole: str) -> None:
    assert repaired(damaged) == whole


@pytest.mark.parametrize(
    "text",
    [
        "Ângela met Ägir at Ålesund.",
        "“That’s it” – 5 € and 3 °C…",
        "Đà Nẵng, Île-de-France, São Tomé",
        "AT&T; R&D and P&O",
        "a < b > c",
        "Привет, Αθήνα",
    ],
)
def test_leaves_whole_text_alone(text: str) -> None:
    assert damage(text) == []


@given(st.text(alphabet="aé â€™Ã&<>;/pbr#8217\ufffd\x80", max_size=80))
def test_places_are_inside_and_apart(text: str) -> None:
    places = sorted((found.start, found.end) for found in damage(text))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
