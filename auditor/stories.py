"""Stories in words: how many the articles of a report tell, and which articles belong to each.

Names of documents are given as they are; who prints them makes them harmless.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditor.asked import named
from auditor.model import Report


def numbers(report: Report) -> Mapping[str, int]:
    """The number of each document's story, from 1; empty where nothing was compared."""
    return {document: number for number, story in enumerate(report.stories, 1) for document in story}


def told(report: Report) -> str:
    """How many stories there are: "12 articles tell 4 stories."; empty for one article, or where nothing was compared."""
    articles = sum(map(len, report.stories))
    if articles < 2:
        return ""
    number = len(report.stories)
    return f"{articles:,} articles tell {'one story' if number == 1 else f'{number:,} stories'}."


def listed(report: Report) -> Iterator[str]:
    """The stories, a line each with its number and first articles; last, in one line, the articles that tell one alone.

    Nothing where all articles tell one story.
    """
    if len(report.stories) < 2:
        return
    for number, story in enumerate(report.stories, 1):
        if len(story) > 1:
            yield f"Story {number:,}: {named(story)}."
    if alone := [story[0] for story in report.stories if len(story) == 1]:
        yield f"By {'itself' if len(alone) == 1 else 'themselves'}: {named(alone)}."
