"""Where the time of a run goes, by stage."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class Clock:
    """Seconds of wall-clock time by the name of a stage."""

    def __init__(self) -> None:
        """Start with no stage."""
        self.spent: Counter[str] = Counter()
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
        """A line a stage, the longest first, with its share of the whole run."""
        whole = time.perf_counter() - self._started
        stages = sorted(self.spent.items(), key=lambda item: (-item[1], item[0]))
        wide = max((len(name) for name, _ in stages), default=5)
        lines = [f"{name:{wide}}  {seconds:8.3f} s  {seconds / whole:6.1%}" for name, seconds in stages]
        return "\n".join((*lines, f"{'whole run':{wide}}  {whole:8.3f} s"))
