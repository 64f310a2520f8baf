"""Patterns compiled late are those compiled at once."""

from __future__ import annotations

import pickle
import re

import pytest

from auditor.text.regex import regex

SHIP = regex(r"(?P<name>\w+) (?:sank|burnt)", re.I)
SAID = "The Anna SANK and the Berta burnt."


def test_it_does_what_a_pattern_does() -> None:
    plain = re.compile(r"(?P<name>\w+) (?:sank|burnt)", re.I)
    assert [found.span() for found in SHIP.finditer(SAID)] == [found.span() for found in plain.finditer(SAID)]
    assert SHIP.sub("x", SAID) == plain.sub("x", SAID)
    assert (SHIP.findall(SAID), SHIP.split(SAID)) == (plain.findall(SAID), plain.split(SAID))
    assert SHIP.match(SAID) is None
    assert SHIP.search(SAID, 10)["name"] == "Berta"  # type: ignore[index]
    assert (SHIP.pattern, SHIP.flags, SHIP.groups) == (plain.pattern, plain.flags, plain.groups)
    with pytest.raises(AttributeError):
        SHIP.matches  # type: ignore[attr-defined]  # noqa: B018


def test_it_travels_and_is_one_with_its_like() -> None:
    there = pickle.loads(pickle.dumps(SHIP))
    assert there == SHIP
    assert there.search(SAID)["name"] == "Anna"
    assert len({SHIP, there, regex("a")}) == 2


def test_what_is_no_pattern_fails_when_it_is_used() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.match("")
