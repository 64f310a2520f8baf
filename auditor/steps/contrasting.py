"""What contrasting checks say of articles: of those of a group, or of one alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from auditor.check import Check
from auditor.steps.outcomes import Outcome, collected
from auditor.story.mentions import Record
from auditor.timing import Clock


def contrasting(stories: Sequence[Record], checks: Sequence[Check], clock: Clock) -> Iterator[Outcome]:
    """What the contrasting checks say of the articles of one group."""
    for check in checks:
        assert check.contrast
        with clock.stage(check.id):
            found = collected(check, partial(check.contrast, check.id), stories, lambda one: one.article.document.id)
        yield found
