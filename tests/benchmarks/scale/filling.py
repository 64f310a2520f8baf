"""What is put for a name in a template: a word of the story, else any of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from tests.benchmarks.scale import names
from tests.benchmarks.scale.values import MONTHS, WEEKDAYS
from tests.benchmarks.scale.words import table, words


class Filling:
    """Words for one sentence: those of the story, else drawn from the lists."""

    def __init__(self, chance: Random, fixed: Mapping[str, str]) -> None:
        self._chance = chance
        self._fixed = dict(fixed)

    def __call__(self, name: str) -> str:
        """What stands for the name."""
        if name in self._fixed:
            return self._fixed[name]
        if name in table("words")["lists"]:
            return self._chance.choice(words("lists", name))
        return _any_word(name, self._chance)


def _any_word(name: str, chance: Random) -> str:
    """A word or number that belongs to no story."""
    match name:
        case "percent":
            return f"{chance.randint(11, 890) / 10} percent"
        case "money":
            return f"{chance.randint(2, 900)} million {chance.choice(('euros', 'dollars', 'pounds'))}"
        case "small":
            return str(chance.randint(3, 95))
        case "many":
            return f"{chance.randint(1_000, 60_000):,}"
        case "year":
            return str(chance.randint(1951, 2019))
        case "month":
            return chance.choice(MONTHS)
        case "weekday":
            return chance.choice(WEEKDAYS)
        case "group":
            return names.group(chance)
        case "firm":
            return names.firm(chance)
        case "body":
            return chance.choice(words("world", "bodies"))
        case "paper":
            return chance.choice(words("world", "papers"))
    raise KeyError(name)
