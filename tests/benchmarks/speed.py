"""How fast extraction is, as ratios, since machines differ. Run: ``python -m tests.benchmarks.speed``.

News: CPU time as a multiple of the yardstick, one pass of a token pattern over the same text in the same process.
Input made to be slow: CPU time a character as a multiple of that of news. Exit status 1 where a budget is broken.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from auditor.audit import read_article
from auditor.catalogue import residue_classes
from auditor.languages.en.code.events import find_events
from auditor.languages.en.code.lasting import Lasting
from auditor.languages.en.code.names import find_names
from auditor.languages.en.code.offices import find_offices
from auditor.languages.en.code.people import find_people
from auditor.languages.en.code.quotations import find_quotations
from auditor.languages.en.code.spans_of_time import with_subjects
from auditor.languages.en.code.stances import find_stances
from auditor.languages.en.code.timex import find_times
from auditor.reading import make_document
from auditor.reports.claims import rows
from auditor.residue.blocks import lay_out
from tests.benchmarks.texts import adversarial, news
from tests.benchmarks.yardstick import yardstick

_CHARACTERS = 1_000_000
_ROUNDS = 3
"""Each measurement is the least of as many."""
_MOST_YARDSTICKS = 40
"""CPU time of news, from text to claims as JSON, in passes of the yardstick."""
_MOST_NEWS = 3
"""CPU time a character of input made to be slow, in that of news."""
_WHOLE = "text to JSON"

Result = TypeVar("Result")


class _Clock:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    def run(self, stage: str, step: Callable[[], Result]) -> Result:
        started = time.process_time()
        result = step()
        self.spent[stage] += time.process_time() - started  # type: ignore[assignment]
        return result


def main() -> int:
    """Print the measurements; 1 where a budget is broken."""
    articles = list(news(_CHARACTERS))
    normal = _measured(articles)
    yardstick = normal["yardstick"]
    print(f"news: CPU time in passes of the yardstick ({yardstick:.2f} s for {sum(map(len, articles)):,} characters)")
    for stage, seconds in normal.items():
        print(f"  {stage:16} {seconds / yardstick:6.1f}")
    broken = normal[_WHOLE] > _MOST_YARDSTICKS * yardstick
    print(f"input made to be slow: CPU time a character in that of news, at most {_MOST_NEWS}")
    usual = normal[_WHOLE] / sum(map(len, articles))
    for name, text in adversarial(_CHARACTERS):
        spent = _measured([text], rounds=1)
        ratio = spent[_WHOLE] / len(text) / usual
        broken = broken or ratio > _MOST_NEWS
        print(f"  {name:32} {ratio:6.2f}  {_slowest(spent) if ratio > _MOST_NEWS else ''}", flush=True)
    return int(broken)


def _slowest(spent: dict[str, float]) -> str:
    stage = max((name for name in spent if name != _WHOLE), key=spent.__getitem__)
    return f"{stage} {spent[stage] / spent[_WHOLE]:.0%}"


def _measured(texts: Sequence[str], rounds: int = _ROUNDS) -> dict[str, float]:
    """CPU seconds of each stage on all the texts."""
    measured = [_spent(texts) for _ in range(rounds)]
    return {stage: min(spent[stage] for spent in measured) for stage in measured[0]}


def _spent(texts: Iterable[str]) -> dict[str, float]:
    clock = _Clock()
    for text in texts:
        clock.spent["yardstick"] += yardstick([text])  # type: ignore[assignment]
        _by_stage(clock, text)
        clock.run(_WHOLE, lambda text=text: _claims(text))  # type: ignore[misc]
    return dict(clock.spent)


def _by_stage(clock: _Clock, text: str) -> None:
    document = clock.run("document", lambda: make_document("news", text))
    prose = clock.run("blocks", lambda: lay_out(document, residue_classes())).prose
    names = clock.run("names", lambda: find_names(prose))
    lasting = clock.run("lasting events", lambda: Lasting(prose, names))
    times = clock.run("times", lambda: with_subjects(find_times(prose, None), prose, lasting))
    quotations = clock.run("quotations", lambda: list(find_quotations(prose, names)))
    people = clock.run("people", lambda: list(find_people(prose, names)))
    clock.run("offices", lambda: list(find_offices(prose, names, people)))
    clock.run("stances", lambda: list(find_stances(prose, names, quotations)))
    clock.run("events", lambda: list(find_events(prose, names, times, lasting)))


def _claims(text: str) -> list[str]:
    return [json.dumps(row) for row in rows([read_article(make_document("news", text))])]


if __name__ == "__main__":
    sys.exit(main())
