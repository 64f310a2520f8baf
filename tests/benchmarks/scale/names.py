"""Names of people, towns, firms and countries: a few in a great part of all articles, most in one story."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from random import Random

from tests.benchmarks.scale.words import rank, ranked, words

_BODIES = 200_000
"""Firms, or groups, by rank."""
_FLAT = 50
"""The first of so many are about as frequent as each other: no firm is in the news as a great power is."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with two names."""

    given: str
    family: str

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class Country:
    """A country with who leads it."""

    name: str
    adjective: str
    capital: str
    leader: Person


@cache
def countries() -> tuple[Country, ...]:
    """All countries, those most in the news first. Who leads them is made up."""
    rows = (row.split(": ") for row in words("world", "countries"))
    return tuple(Country(name, adjective, capital, person(Random(name))) for name, adjective, capital in rows)


def country(chance: Random) -> Country:
    """A country, the first ones most often."""
    return countries()[rank(chance, len(countries()))]


def person(chance: Random) -> Person:
    """Somebody, most likely nobody has met before."""
    return Person(ranked(chance, words("names", "given")), _joined("family", chance))


def town(chance: Random) -> str:
    """A town of one story."""
    return _joined("town", chance)


def firm(chance: Random) -> str:
    """A firm, some in many articles."""
    return _body("firm", rank(chance, _BODIES, _FLAT))


def group(chance: Random) -> str:
    """Some institute or association, a few in many articles."""
    return f"the {_body('group', rank(chance, _BODIES, _FLAT))}"


@lru_cache(maxsize=10_000)
def _body(kind: str, number: int) -> str:
    """The firm or group of that rank."""
    chance = Random(f"{kind} {number}")
    return f"{_joined(chance.choice(('town', 'family')), chance)} {chance.choice(words('names', f'{kind}_end'))}"


def _joined(kind: str, chance: Random) -> str:
    return chance.choice(words("names", f"{kind}_start")) + chance.choice(words("names", f"{kind}_end"))
