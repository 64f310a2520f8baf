"""A story: its people, places, facts and quotations, and which articles tell it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.benchmarks.scale import names
from tests.benchmarks.scale.filling import Filling
from tests.benchmarks.scale.values import Value, drawn
from tests.benchmarks.scale.words import filled, plots, table, words

_MOST_ARTICLES = 40
_NUMBERS = ("small", "many", "year", "percent", "body")
"""What a detail of the story says, every article says alike."""
_PEOPLE = ("official", "victim", "survivor", "accused", "lawyer", "judge", "chief", "expert", "resident")
_SPEAKERS = ("official", "chief", "expert", "lawyer", "resident")
_QUOTATIONS = 9
"""Of a story, made when it begins."""
_ALTERED = re.compile(r"<([^/>]*)/([^>]*)>")
_LOOT = ("a {0} crown", "a {0} altarpiece", "a {0} violin", "a {0} cello", "a {0} manuscript", "a {0} chalice")
_DEALS = ("gas", "grain", "oil", "timber", "copper", "coal", "cotton", "rice")
_DISEASES = ("measles", "cholera", "typhoid", "diphtheria", "dengue fever")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody of the story said, and the same altered."""

    key: str
    speaker: str
    words: str
    altered: str


@dataclass(frozen=True, slots=True)
class Story:
    """What the articles of one story share."""

    number: int
    day: date
    plot: Mapping[str, Any]
    words: Mapping[str, str]
    people: Mapping[str, names.Person]
    titles: Mapping[str, str]
    facts: Mapping[str, Value]
    quotations: Sequence[Quotation]
    chance: Random = field(repr=False)

    def article_days(self) -> list[date]:
        """The day of each article, in order: most of them on the first days; few stories have many articles."""
        articles = min(_MOST_ARTICLES, int(2 * self.chance.paretovariate(1.2)))
        return sorted(self.day + timedelta(days=min(5, int(self.chance.expovariate(0.9)))) for _ in range(articles))


def story(seed: int, number: int, day: date) -> Story:
    """The story of that number in the corpus of that seed."""
    chance = Random(f"{seed} {number}")
    plot = chance.choice(plots())
    fixed = _words(chance)
    fixed |= {name: Filling(chance, {})(name) for name in _NUMBERS}
    people = {role: names.person(chance) for role in _PEOPLE}
    told = Filling(chance, fixed)
    posts = chance.sample(words("lists", "post"), len(_SPEAKERS))
    titles = {role: filled(post, chance, told) for role, post in zip(_SPEAKERS, posts, strict=True)}
    titles["resident"] = f"{fixed['job']} who lives by the {fixed['site_of']}"
    facts = {fact["key"]: drawn(fact["value"], day, chance) for fact in plot["fact"]}
    facts = {"day": drawn("day", day, chance), "noes": drawn("small", day, chance), **facts}
    parts = (chance.sample(table("common")[part], _QUOTATIONS) for part in ("openings", "endings"))
    said = [filled(", ".join(both), chance, told) for both in zip(*parts, strict=True)]
    quotations = [_quotation(f"q{at}", one, chance) for at, one in enumerate(said)]
    return Story(number, day, plot, fixed, people, titles, facts, quotations, chance)


def _quotation(key: str, text: str, chance: Random) -> Quotation:
    text = text[0].upper() + text[1:]
    return Quotation(key, chance.choice(_SPEAKERS), _ALTERED.sub(r"\1", text), _ALTERED.sub(r"\2", text))


def _words(chance: Random) -> dict[str, str]:
    """What the slots of the plot stand for, in every article alike."""
    home, other = names.country(chance), names.country(chance)
    while other == home:
        other = names.country(chance)
    ordinal = chance.randrange(1, len(_ORDINALS))
    return {
        **{"country": home.name, "adjective": home.adjective, "capital": home.capital, "leader": home.leader.name},
        **{"other_country": other.name, "other_leader": other.leader.name, "other_capital": other.capital},
        **{"town": names.town(chance), "other_town": names.town(chance), "region": f"{names.town(chance)} province"},
        **{"firm": names.firm(chance), "other_firm": names.firm(chance), "group": names.group(chance)},
        "vessel": f"{names.person(chance).given} {names.town(chance)}",
        "job": chance.choice(words("lists", "trade")),
        "bill": chance.choice(words("lists", "matters")),
        "site_of": f"{names.town(chance)} {chance.choice(words('lists', 'site'))}",
        "loot": chance.choice(_LOOT).format(names.town(chance)),
        "deal": chance.choice(_DEALS),
        "disease": chance.choice(_DISEASES),
        "ordinal": _ORDINALS[ordinal],
        "ordinal_before": _ORDINALS[ordinal - 1],
    }
