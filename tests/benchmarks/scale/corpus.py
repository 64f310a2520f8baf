"""A corpus of any size, written article by article: the same bytes for the same seed, a larger one beginning with a smaller.

A row is what ``auditor check`` reads from JSONL. Stories begin every day and run for some days, so that they overlap.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Any

from tests.benchmarks.scale import names
from tests.benchmarks.scale.marks import Place, unmarked
from tests.benchmarks.scale.planting import Planted, plant
from tests.benchmarks.scale.sources import Source, agency, papers
from tests.benchmarks.scale.story import Story, story
from tests.benchmarks.scale.writing import retouched, write

_BEGIN = date(2024, 1, 1)
_STORIES = 18
"""That begin on one day."""
_COPIES = 0.35
"""Share of the articles behind the first of a story that print its text again, half of them retouched."""

Row = dict[str, Any]


@dataclass(slots=True)
class _Article:
    day: date
    source: Source
    title: str
    paragraphs: Sequence[str]
    byline: str
    story: _Told
    id: str = ""
    """Given when the article is written out."""
    places: Mapping[str, Sequence[Place]] = field(default_factory=dict)
    text: str = ""


@dataclass(slots=True)
class _Told:
    """A story with its articles and what is planted in them."""

    number: int
    planted: Sequence[Planted] = ()
    articles: list[_Article] = field(default_factory=list)


def generate(folder: Path, articles: int, seed: int, grouped: bool = False) -> tuple[Path, Path]:
    """Write a corpus and its ledger; ``grouped``: each row with its story as its group."""
    folder.mkdir(parents=True, exist_ok=True)
    corpus, ledger = folder / "articles.jsonl", folder / "ledger.jsonl"
    with corpus.open("w", encoding="utf-8", newline="\n") as rows, ledger.open("w", encoding="utf-8") as told:
        for row, entries in islice(stream(seed), articles):
            group = {"group": row.pop("story")} if grouped else row.pop("story") and {}
            rows.write(json.dumps(row | group, ensure_ascii=False) + "\n")
            told.writelines(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
    return corpus, ledger


def stream(seed: int) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Rows without end, by day, each with the entries of the ledger for which it is the second article."""
    coming: dict[date, list[_Article]] = defaultdict(list)
    numbers = count(1)
    for days in count():
        day = _BEGIN + timedelta(days=days)
        for number in range(days * _STORIES, (days + 1) * _STORIES):
            for article in _told(story(seed, number, day)).articles:
                coming[article.day].append(article)
        today = coming.pop(day, [])
        Random(f"{seed} day {days}").shuffle(today)
        for article in today:
            yield _row(article, next(numbers)), list(_entries(article))


def _told(given: Story) -> _Told:
    chance = given.chance
    days = given.article_days()
    copies = [number for number in range(1, len(days)) if chance.random() < _COPIES]
    own = [number for number in range(len(days)) if number not in copies]
    planted, orders = plant(given, own, chance)
    told = _Told(given.number, planted)
    printed = papers(len(days), chance)
    for number, day in enumerate(days):
        source = agency(chance) if number == 0 else printed[number]
        byline = f"By {names.person(chance).name}"
        if number in orders:
            title, paragraphs = write(given, orders[number], chance)
        else:
            first = told.articles[0]
            title, paragraphs, byline = first.title, list(first.paragraphs), f"By {first.source.name}"
            paragraphs = retouched(paragraphs, chance) if chance.random() < 0.5 else paragraphs
        told.articles.append(_Article(day, source, title, paragraphs, byline, told))
    return told


def _row(article: _Article, number: int) -> Row:
    article.id = f"{number:07}"
    title, _ = unmarked(article.title)
    lines = article.source.page(article.title, article.byline, article.paragraphs)
    article.text, article.places = unmarked("\n\n".join(lines))
    return {
        "id": article.id,
        "text": article.text,
        "date": article.day.isoformat(),
        "url": f"https://{article.source.host}/{article.day:%Y/%m/%d}/{number}",
        "source": article.source.name,
        "title": title,
        "story": f"{article.story.number:06}",
    }


def _entries(article: _Article) -> Iterator[Row]:
    """What was planted between this article and one that was written out before."""
    articles = article.story.articles
    for one in article.story.planted:
        sides = [(articles[number], key) for number, key in (one.left, one.right)]
        if all(side.id for side, _ in sides) and any(side is article for side, _ in sides):
            told = {"story": f"{article.story.number:06}", "kind": one.kind, "conflict": one.conflict}
            yield told | {name: _side(*side) for name, side in zip(("left", "right"), sides, strict=True)}


def _side(article: _Article, key: str) -> Row:
    places = article.places[key]
    return {"id": article.id, "places": places, "words": [article.text[start:end] for start, end in places]}
