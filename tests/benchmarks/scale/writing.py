"""One article of a story: a title and paragraphs, with every value of a fact marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.benchmarks.scale import names
from tests.benchmarks.scale.filling import Filling
from tests.benchmarks.scale.marks import marked
from tests.benchmarks.scale.story import Quotation, Story
from tests.benchmarks.scale.values import Value, drawn
from tests.benchmarks.scale.words import capital, filled, table

TRAP = "trap"
"""Before the key of a fact: the value of another thing."""
_STATED = 0.6
"""Share of the facts of a story that an article states."""
_HOME = ("country", "adjective", "capital", "leader", "town", "region")
"""Of the words of a story, those that stand in any sentence of its articles."""
_BACKGROUND = table("common")["background"]
_NAMED_AGAIN = ("official", "chief", "expert", "lawyer", "resident", "judge")
"""Who is called by the family name alone, once named in full."""


@dataclass(slots=True)
class Orders:
    """What one article has to say, and where it differs from the other articles of its story."""

    states: dict[str, Value] = field(default_factory=dict)
    says: dict[str, bool] = field(default_factory=dict)
    """Keys of quotations, and whether the words are altered."""
    traps: list[Mapping[str, Any]] = field(default_factory=list)


def write(story: Story, orders: Orders, chance: Random) -> tuple[str, list[str]]:
    """Title and paragraphs, the most important first."""
    writer = _Writer(story, orders, chance)
    title = writer.of_story(chance.choice(story.plot["title"]))
    return capital(title), list(writer.paragraphs(int(chance.lognormvariate(8.1, 0.45))))


class _Writer:
    def __init__(self, story: Story, orders: Orders, chance: Random) -> None:
        self._story, self._orders, self._chance = story, orders, chance
        self._facts = {**story.facts, **orders.states}
        self._named: set[str] = set()
        self._filling = Filling(chance, story.words)
        self._home = {name: story.words[name] for name in _HOME}
        self._templates: list[str] = []

    def paragraphs(self, length: int) -> Iterator[str]:
        """The lead, facts and what was said, details, and background until the article is long enough."""
        yield self.of_story(self._chance.choice(self._story.plot["lead"]))
        news = [*self._facts_told(), *self._said()]
        self._chance.shuffle(news)
        details = self._chance.sample(self._story.plot["details"], self._chance.randint(1, 3))
        written = 0
        for told in (*news, *details):
            sentence = self._quoted(told) if isinstance(told, Quotation) else self.of_story(told)
            if sentence[0] != "“":
                sentence += f" {self._background()}"
            written += len(sentence)
            yield sentence
        while written < length:
            paragraph = " ".join(self._background() for _ in range(self._chance.randint(1, 3)))
            written += len(paragraph)
            yield paragraph

    def of_story(self, template: str) -> str:
        """A sentence of the plot."""
        return capital(filled(template, self._chance, self._word))

    def _word(self, name: str) -> str:
        if name in self._facts:
            return marked(name, self._facts[name].words(self._chance))
        return self._person(name) if name in self._story.people else self._filling(name)

    def _person(self, role: str) -> str:
        person = self._story.people[role]
        again = role in self._named and role in _NAMED_AGAIN
        self._named.add(role)
        return person.family if again and self._chance.random() < 0.7 else person.name

    def _facts_told(self) -> Iterator[str]:
        for fact in self._story.plot["fact"]:
            if fact["key"] in self._orders.states or self._chance.random() < _STATED:
                yield self._chance.choice(fact["says"])
        for trap in self._orders.traps:
            value = drawn(trap["value"], self._story.day, self._chance)
            words = marked(TRAP + trap["beside"], value.words(self._chance))
            yield self._chance.choice(trap["says"]).replace("{trap}", words)

    def _said(self) -> Iterator[Quotation]:
        carried = self._chance.sample(self._story.quotations, self._chance.randint(2, 5))
        for quotation in self._story.quotations:
            if quotation in carried or quotation.key in self._orders.says:
                yield quotation

    def _quoted(self, quotation: Quotation) -> str:
        words = quotation.altered if self._orders.says.get(quotation.key) else quotation.words
        told = {"quote": marked(quotation.key, words), "title": self._story.titles[quotation.speaker]}
        cues = table("common")["said_later" if quotation.speaker in self._named else "said_first"]
        return filled(
            self._chance.choice(cues),
            self._chance,
            lambda name: self._person(quotation.speaker) if name == "name" else told.get(name) or self._filling(name),
        )

    def _background(self) -> str:
        """A sentence that could stand in an article on anything; no two of one article are made alike."""
        if not self._templates:
            self._templates = self._chance.sample(_BACKGROUND, len(_BACKGROUND))
        other, third = (names.country(self._chance) for _ in range(2))
        far = {"other_country": other.name, "other_leader": other.leader.name, "other_capital": other.capital}
        filling = Filling(self._chance, self._home | far | {"third_country": third.name})
        return self.of_anything(self._templates.pop(), filling)

    def of_anything(self, template: str, filling: Filling) -> str:
        """A sentence that is not of the plot, though people of the story may be named in it."""
        people = self._story.people
        return capital(
            filled(template, self._chance, lambda name: self._person(name) if name in people else filling(name))
        )


def retouched(paragraphs: Sequence[str], chance: Random) -> list[str]:
    """The paragraphs as another desk prints them: some left out, the end in another order, small words changed."""
    first, *rest = paragraphs
    kept = [one for one in rest if chance.random() < 0.85]
    tail = kept[-3:]
    chance.shuffle(tail)
    return [_reworded(one, chance) for one in (first, *kept[:-3], *tail)]


def _reworded(paragraph: str, chance: Random) -> str:
    if chance.random() < 0.5 or "“" in paragraph:
        return paragraph
    return paragraph.replace(" said.", " has said.").replace("In all ", "Altogether ")
