"""The second step: which articles are copies, and which stories they tell, each to be compared by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.check import Check, compares
from auditor.model import Copies, Problem
from auditor.salvage import attempted, told
from auditor.steps.carrying import key_of
from auditor.steps.map import Mapped
from auditor.story.copies import find_copies, sources
from auditor.story.sketches import Rarity, Sketch
from auditor.story.stories import Pair, Plot, alike, stories, told_together
from auditor.timing import Clock


@dataclass(frozen=True, slots=True)
class StoryTask:
    """The task to compare the articles of one story.

    ``documents`` are their ids in order, ``pairs`` those that are held against each other, as places among them, and ``sources``
    the ids of the articles that stand for them and their copies. ``about`` are those of its documents that what is found is to be
    about, where it is not all of them.
    """

    documents: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]
    sources: tuple[str, ...]
    key: str
    about: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be compared, story by story, and which articles are copies of one.

    ``source_of`` names for each copy the article that stands for all of them; ``told`` are the ids of the articles that, as
    the report says, tell one story each.
    """

    tasks: tuple[StoryTask, ...]
    copies: tuple[Copies, ...]
    source_of: Mapping[str, str]
    told: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]


def plan(
    mapped: Mapped,
    checks: Sequence[Check],
    clock: Clock,
    about: Collection[str] | None = None,
    rarity: Mapping[str, Rarity] | None = None,
) -> Plan:
    """What is to be compared of the articles: nothing, unless one of the checks compares.

    ``about`` are the ids of those that are asked about, where others stand beside them for their sake; ``rarity`` is that
    of the names of each group, where these are not all of its articles.
    """
    with clock.stage("copies"):
        looked_for, error = attempted(lambda: find_copies(mapped.sketches, mapped.articles))
        copies = looked_for or ()
        source_of = sources(copies)
    problems = () if error is None else (Problem(f"No copies were looked for: {told(error)}"),)
    tasks: list[StoryTask] = []
    together: list[tuple[str, ...]] = []
    with clock.stage("plan"):
        sourced = [one.copy_of(source_of.get(one.document)) for one in mapped.sketches]
        for group, sketches in _groups(sourced if any(map(compares, checks)) else ()):
            names = (rarity or {}).get(group) or Rarity.among(sketches)
            likeness = alike(sketches, names, bool(group))
            plots = stories(sketches, likeness, names.articles, bool(group))
            made = (_task(sketches, plot, mapped.keys, about) for plot in plots)
            tasks += (task for task in made if task.about is None or task.about)
            together += _together(sketches, likeness, bool(group))
    return Plan(tuple(tasks), copies, source_of, tuple(sorted(together)), problems)


def _groups(sketches: Iterable[Sketch]) -> Iterator[tuple[str, list[Sketch]]]:
    """The groups in the order of their names, each with its articles."""
    groups: Mapping[str, list[Sketch]] = defaultdict(list)
    for one in sketches:
        groups[one.group].append(one)
    yield from sorted(groups.items())


def _task(sketches: Sequence[Sketch], plot: Plot, keys: Mapping[str, str], about: Collection[str] | None) -> StoryTask:
    documents = tuple(sketches[one].document for one in plot.members)
    own = tuple(sketches[one].source for one in plot.members)
    place = {member: number for number, member in enumerate(plot.members)}
    pairs = tuple((place[one], place[other]) for one, other in plot.pairs)
    asked = None if about is None else frozenset(about).intersection(documents)
    more = () if asked is None else (sorted(asked),)
    return StoryTask(documents, pairs, own, key_of([keys[one] for one in documents], pairs, own, *more), asked)


def _together(sketches: Sequence[Sketch], likeness: Mapping[Pair, float], given: bool) -> Iterator[tuple[str, ...]]:
    """The ids of the articles that are told as one story: those of a group that was given, else those that are alike."""
    if given or len(sketches) == 1:
        yield tuple(one.document for one in sketches)
    else:
        yield from told_together(sketches, likeness)
