"""Time a character takes in hostile text, as a multiple of what it takes in an article.

    python tests/benchmarks/times.py [ARTICLE.txt ...]

The articles default to the seeds. Ratios of one run can be compared between machines; seconds cannot.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from auditor.languages.en.code.timex import find_times
from auditor.model import Prose

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
LENGTH = 1_000_000
HOSTILE = {
    "digits": "1",
    "single digits": "1 ",
    "years": "1999 ",
    "on on on": "on ",
    "nested parentheses": "(",
    "month names": "January February March ",
    "days of a month": "12 May ",
    "weekdays": "Monday ",
    "units": "days ",
    "lengths": "one year ",
    "number words": "twenty ",
    "spaces": " ",
}


def seconds_a_character(text: str) -> float:
    """The least of three runs."""
    prose = Prose("a", text, ((0, len(text)),), ((0, len(text)),))
    spent = []
    for _ in range(3):
        started = time.process_time()
        find_times(prose, date(2024, 5, 15))
        spent.append(time.process_time() - started)
    return min(spent) / len(text)


def main() -> None:
    """Print characters a second in the articles, and for each hostile text the multiple."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(SEEDS.glob("*.txt"))
    article = "\n\n".join(path.read_text(encoding="utf-8") for path in paths)
    usual = seconds_a_character(article * max(1, LENGTH // len(article)))
    print(f"{'articles':20} {1 / usual / 1e6:.1f} million characters a second")
    for name, piece in HOSTILE.items():
        print(f"{name:20} x{seconds_a_character(piece * (LENGTH // len(piece))) / usual:.1f}")


if __name__ == "__main__":
    main()
