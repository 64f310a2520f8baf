"""How often the days on which articles count as written hold the true day, where the day that came with them is withheld.

``python -m tests.benchmarks.windows FOLDER ...``: a folder holds ``articles.jsonl`` with rows of ``text`` and ``date``. Prints how many
articles have a window at all, in how many it holds the true day, and how many have one by the facts alone; with ``--wrong``
the articles whose window does not, and why. The day in an address is withheld, too; the window of a byline stays.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from auditor.facts.rows import NO_FACTS
from auditor.facts.tables import shipped
from auditor.languages.installed import packs
from auditor.model import Basis, Document, Window
from auditor.reading import read
from auditor.steps.map import DocumentTask, Means, read_out

LEAST = 0.97
"""The share of articles whose window has to hold the true day."""


def holds(window: Window, day: date) -> bool:
    """Whether a day lies in a window."""
    return (window.earliest is None or window.earliest <= day) and (window.latest is None or day <= window.latest)


def windows(folder: Path, means: Means) -> Iterator[tuple[Document, date, Window]]:
    """The articles of a folder with their true days, and the windows they have without them."""
    for document in read([str(folder / "articles.jsonl")]).documents:
        try:
            day = date.fromisoformat((document.date or "")[:10])
        except ValueError:
            continue
        withheld = replace(document, date=None, url=None)
        yield document, day, read_out(means, DocumentTask(withheld, ()))[0].window


def main(arguments: list[str]) -> int:
    """Print the figures; the exit status is 1 where too few windows hold the true day."""
    folders = [Path(one) for one in arguments if not one.startswith("--")]
    means = Means.of((), languages=packs(), facts=NO_FACTS if "--no-facts" in arguments else shipped())
    count: Counter[str] = Counter()
    for folder in folders:
        for document, day, window in windows(folder, means):
            bounded = bool(window.earliest or window.latest)
            right = holds(window, day)
            count.update(articles=1, bounded=bounded, right=right, wrong=not right)
            by_claims = bounded and all(one.basis == Basis.CLAIMS for one in window.evidence)
            count.update({"by claims and facts": by_claims, "of these right": by_claims and right})
            if not right and "--wrong" in arguments:
                print(document.id, day, window.earliest, window.latest, [one.reason for one in window.evidence])
    print(json.dumps(dict(count)))
    return int(count["right"] < LEAST * count["articles"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
