"""Where the time of a run goes, by stage."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager


class Clock:
    """Seconds of wall-clock time by the name of a stage.

    ``inside`` are those of the steps of the work on documents, summed over all processes that did it.
    """

    def __init__(self) -> None:
        """Start with no stage."""
        self.spent: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()
        self._started = time.perf_counter()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of the block for a stage."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.spent[name] += time.perf_counter() - started  # type: ignore[assignment]

    def told(self) -> str:
        """A line a stage, the longest first, with its share of the whole run; then the steps of the work on documents."""
        whole = time.perf_counter() - self._started
        rest = {"all else": whole - sum(self.spent.values())}
        wide = max(map(len, (*self.spent, *self.inside, *rest, "whole run")))
        lines = [*_lines({**self.spent, **rest}, whole, wide), f"{'whole run':{wide}}  {whole:8.3f} s"]
        if self.inside:
            lines += ["", "of the work on documents, all processes together"]
            lines += _lines(self.inside, sum(self.inside.values()), wide)
        return "\n".join(lines)


def _lines(stages: Mapping[str, float], whole: float, wide: int) -> list[str]:
    longest_first = sorted(stages.items(), key=lambda item: (-item[1], item[0]))
    return [f"{name:{wide}}  {seconds:8.3f} s  {seconds / whole:6.1%}" for name, seconds in longest_first]
