"""The stories of a report, each with a table and a time line of its own: what two stories say is not held together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from auditor.reports.answers import Answers
from auditor.stories import numbers

T = TypeVar("T")

MOST_STORIES = 12
"""Stories that have a table, and a time line; the headings state the cap where it cuts."""
MOST_NAMED = 6
"""Articles that a heading names."""


class Stories:
    """Which story a document tells; all the same where nothing says that there are several."""

    def __init__(self, answers: Answers) -> None:
        """Number the stories."""
        self._answers = answers
        several = len(answers.report.stories) > 1
        self._numbers: Mapping[str, int] = numbers(answers.report) if several else {}

    def of(self, document: str) -> int:
        """The number of a document's story, 0 where there is only one."""
        return self._numbers.get(document, 0)

    def by_story(self, found: Iterable[T], document: Callable[[T], str]) -> Mapping[int, Sequence[T]]:
        """What was found by the story of its document, the stories in their order."""
        held: dict[int, list[T]] = defaultdict(list)
        for one in found:
            held[self.of(document(one))].append(one)
        return dict(sorted(held.items()))

    def heading(self, number: int) -> str:
        """The number of a story and its first articles; empty where there is only one."""
        if not number:
            return ""
        story = self._answers.report.stories[number - 1]
        more = f" and {len(story) - MOST_NAMED:,} more" if len(story) > MOST_NAMED else ""
        return f"Story {number:,}: {', '.join(map(self._answers.name, story[:MOST_NAMED]))}{more}"
