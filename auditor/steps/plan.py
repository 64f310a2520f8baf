"""The second step: which articles are copies, and which are held against one another by which checks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.check import Check
from auditor.languages.among import by_language
from auditor.model import (
    Article,
    Claim,
    ClaimKind,
    Copies,
    Problem,
)
from auditor.salvage import attempted, told
from auditor.story.copies import find_copies, sources
from auditor.story.keys import Key, keys
from auditor.story.meetings import meetings
from auditor.story.mentions import Record, plain
from auditor.story.stories import grouped
from auditor.timing import Clock

MOST_CLAIMS = 150
"""Claims about one subject that are compared with one another: a thousand reprints would make half a million pairs."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Articles of a group that are held against one another, each as a story, and the checks that do it."""

    stories: tuple[Record, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be compared: claims that meet, and articles of one group; and which articles are copies of one.

    ``source_of`` names for each copy the article that stands for all of them; ``stories`` are the ids of the articles that tell
    one story each.
    """

    meetings: Iterable[tuple[Check, Sequence[Claim]]]
    contrasts: tuple[Contrast, ...]
    copies: tuple[Copies, ...]
    source_of: Mapping[str, str]
    stories: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]


def plan(articles: Sequence[Article], checks: Sequence[Check], clock: Clock) -> Plan:
    """What the checks are to compare of the articles. Claims that meet are looked up as they are asked for."""
    with clock.stage("copies"):
        looked_for, error = attempted(lambda: find_copies(articles))
        copies = looked_for or ()
        source_of = sources(copies)
    problems = () if error is None else (Problem(f"No copies were looked for: {told(error)}"),)
    contrasting = [check for check in checks if check.contrast]
    contrasts: list[Contrast] = []
    together: list[tuple[str, ...]] = []
    for group, members in _groups(articles if contrasting else ()):
        stories = [Record(article, source_of.get(article.document.id)) for article in members]
        if len(stories) > 1:
            contrasts += _contrasts(stories, contrasting)
        with clock.stage("stories"):
            one = group or len(stories) == 1
            together += [tuple(story.article.document.id for story in stories)] if one else _stories(stories)
    return Plan(_meetings(articles, checks), tuple(contrasts), copies, source_of, tuple(together), problems)


def _groups(articles: Iterable[Article]) -> Iterator[tuple[str, list[Article]]]:
    """The groups in the order of their names, each with its articles."""
    groups: Mapping[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[article.document.group].append(article)
    yield from sorted(groups.items())


def _contrasts(stories: Sequence[Record], checks: Sequence[Check]) -> Iterator[Contrast]:
    """The articles of a group by language, with the checks that read it; then all, with those that read no word."""
    for language, among in by_language(stories, lambda story: story.article):
        reading = (check for check in checks if check.languages is not None and check.reads(language))
        yield Contrast(tuple(among), tuple(reading))
    yield Contrast(tuple(stories), tuple(check for check in checks if check.languages is None))


def _stories(stories: Sequence[Record]) -> Iterator[tuple[str, ...]]:
    """The ids of the articles that tell one story, as their names show; one in a language that is not read is alone."""
    for language, among in by_language(stories, lambda story: story.article):
        yield from grouped(among) if language.read else ((one.article.document.id,) for one in among)


def _meetings(articles: Sequence[Article], checks: Sequence[Check]) -> Iterator[tuple[Check, list[Claim]]]:
    """For each comparing check, the claims that share a group of documents, a language that it reads, and a subject key."""
    for language, among in by_language(articles, lambda article: article):
        comparing = [check for check in checks if check.compare is not None and check.reads(language)]
        for met in meetings(_by_key(among, frozenset(kind for check in comparing for kind in check.consumes))):
            for check in comparing:
                claims = _few([claim for claim in met if claim.kind in check.consumes])
                if len(claims) > 1:
                    yield check, claims


def _by_key(articles: Iterable[Article], wanted: Container[ClaimKind]) -> Mapping[tuple[str, Key], list[Claim]]:
    found: Mapping[tuple[str, Key], list[Claim]] = defaultdict(list)
    for article in articles:
        for claim in article.claims:
            if claim.kind in wanted:
                for key in keys(claim):
                    found[article.document.group, key].append(claim)
    return found


def _few(claims: list[Claim]) -> list[Claim]:
    """The claims about one subject; of more than can be compared pair by pair some of each value, in their order."""
    if len(claims) <= MOST_CLAIMS:
        return claims
    alike: Counter[str] = Counter()
    turns: list[tuple[int, int]] = []
    for number, claim in enumerate(claims):
        alike[plain(claim)] += 1
        turns.append((alike[plain(claim)], number))
    return [claims[number] for number in sorted(number for _, number in sorted(turns)[:MOST_CLAIMS])]
