"""Where articles appear: news agencies and papers, each with lines of its own around the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from tests.benchmarks.scale.filling import Filling
from tests.benchmarks.scale.words import filled, table, words


@dataclass(frozen=True, slots=True)
class Source:
    """A source with what stands on every page of it."""

    name: str
    host: str
    above: Sequence[str] = ()
    below: Sequence[str] = ()

    def page(self, title: str, byline: str, paragraphs: Sequence[str]) -> list[str]:
        """The lines of an article as scraped."""
        return [*self.above, title, byline, *paragraphs, *self.below]


def agency(chance: Random) -> Source:
    """A news agency, whose articles have nothing around them."""
    name = chance.choice(words("world", "agencies"))
    return Source(name, _host(name))


def papers(number: int, chance: Random) -> list[Source]:
    """As many papers, the large ones most often; none a second time before all have had their turn."""
    names = words("world", "papers")
    order = sorted(names, key=lambda name: (names.index(name) + 1) * chance.expovariate(1))
    return [_paper(order[at % len(order)]) for at in range(number)]


@cache
def _paper(name: str) -> Source:
    chance = Random(name)
    first, second = chance.sample(table("common")["sections"].split(", "), 2)
    word = Filling(chance, {"paper": name, "host": _host(name), "first": first, "second": second})
    above, below = (
        tuple(filled(line, chance, word) for line in chance.sample(table("common")[part], chance.randint(*among)))
        for part, among in (("above", (0, 2)), ("below", (1, 4)))
    )
    return Source(name, _host(name), above, below)


def _host(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower()).strip("-") + ".example"
