"""Planted conflicts and traps: which two articles of a story state what, and how the ledger tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from tests.benchmarks.scale.story import Story
from tests.benchmarks.scale.values import changed
from tests.benchmarks.scale.writing import TRAP, Orders


@dataclass(frozen=True, slots=True)
class Planted:
    """Two places of two articles of one story, by the number of the article and the key of the value."""

    kind: str
    conflict: bool
    """Whether the values exclude each other; else they only seem to: values of two things."""
    left: tuple[int, str]
    right: tuple[int, str]


def plant(story: Story, own: Sequence[int], chance: Random) -> tuple[list[Planted], Mapping[int, Orders]]:
    """What is planted among the articles that were written for themselves, and what each has to say for that.

    The first article is the one that others copy, so it never states the changed value.
    """
    orders = {number: Orders() for number in own}
    if len(own) < 2:
        return [], orders
    facts = chance.sample(story.plot["fact"], 2 if len(own) > 3 else 1)
    planted = [_fact(story, fact["key"], fact["kind"], own, orders, chance) for fact in facts]
    if chance.random() < 0.5:
        planted.append(_quotation(story, own, orders, chance))
    planted += _traps(story, {fact["key"] for fact in facts}, own, orders, chance)
    return planted, orders


def _fact(
    story: Story, key: str, kind: str, own: Sequence[int], orders: Mapping[int, Orders], chance: Random
) -> Planted:
    left, right = _two(own, chance)
    orders[left].states[key] = story.facts[key]
    orders[right].states[key] = changed(story.facts[key], chance)
    return Planted(kind, True, (left, key), (right, key))


def _quotation(story: Story, own: Sequence[int], orders: Mapping[int, Orders], chance: Random) -> Planted:
    left, right = _two(own, chance)
    key = chance.choice(story.quotations).key
    orders[left].says[key] = False
    orders[right].says[key] = True
    return Planted("quotation", True, (left, key), (right, key))


def _traps(
    story: Story, taken: set[str], own: Sequence[int], orders: Mapping[int, Orders], chance: Random
) -> Iterator[Planted]:
    """Of facts that no conflict is about: the fact in one article, another thing in the other."""
    kinds = {fact["key"]: fact["kind"] for fact in story.plot["fact"]}
    for trap in story.plot["trap"]:
        key = trap["beside"]
        if key not in taken:
            left, right = _two(own, chance)
            orders[left].states[key] = story.facts[key]
            orders[right].traps.append(trap)
            yield Planted(kinds[key], False, (left, key), (right, TRAP + key))


def _two(own: Sequence[int], chance: Random) -> tuple[int, int]:
    right = chance.choice(own[1:])
    return chance.choice([number for number in own if number != right]), right
