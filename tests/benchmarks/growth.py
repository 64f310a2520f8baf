"""How time grows with what is audited: CPU seconds at a size and at four times it. Run: ``python -m tests.benchmarks.growth``.

Four times as much may take 4.6 times as long. Exit status 1 where it takes longer; ``--times 4`` goes four times as far.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence

from auditor.audit import audit
from auditor.catalogue import load_checks
from auditor.model import Document
from auditor.reading import make_document
from tests.benchmarks.texts import news

_MOST = 4.6
_LEAST = 0.05
"""CPU seconds that are not worth a ratio."""
_ROUNDS = 1
"""Each measurement is the least of as many; one will do where nothing else runs."""
_STORY = "Two people died in Kyiv on Monday.\n\n"
_LINE = "the harbour of Tarvik stayed open and 14 boats came in from the sea while nobody knew why, "
_SENTENCES = "The harbour of Tarvik stayed open. Two of 14 boats came in from the sea on May 4. "

Shape = Callable[[int], Sequence[Document]]


def _text(shape: Callable[[int], str]) -> Shape:
    return lambda size: [make_document("a", _STORY + shape(size))]


def _numbers(size: int) -> str:
    return "Results by ward: " + " ".join(f"{at * 1087 % 9000 + 100:,}" for at in range(size))


def _quotations(size: int) -> str:
    return "\n\n".join(f"“We will not go to number {at} again this year,” said Ann Lowe." for at in range(size))


def _copies(size: int) -> Sequence[Document]:
    article = next(news(3_000))
    return [make_document(f"{at:05}", article) for at in range(size)]


def _rows(size: int) -> Sequence[Document]:
    return [
        make_document(
            f"{at:05}", f"Mayor Lowe{at % 97} said on May {at % 28 + 1}, 2024 that {at % 500} boats left Tarvik."
        )
        for at in range(size)
    ]


SHAPES: Mapping[str, tuple[Shape, int]] = {
    "capitals": (_text(lambda size: "A" * size), 5_000),
    "opening marks": (_text(lambda size: "“" * size), 2_000),
    "numbers in one paragraph": (_text(_numbers), 500),
    "headings": (_text(lambda size: "\n\n".join(f"Storm {at} Hits The Coast" for at in range(size))), 500),
    "quotations": (_text(_quotations), 200),
    "one line without a full stop": (_text(lambda size: (_LINE * (size // len(_LINE) + 1))[:size]), 300_000),
    "one line of sentences": (_text(lambda size: (_SENTENCES * (size // len(_SENTENCES) + 1))[:size]), 300_000),
    "copies": (_copies, 250),
    "short rows": (_rows, 2_500),
}
"""Name -> what is audited, and the size that is measured first."""


def seconds(shape: Shape, size: int, rounds: int = 1) -> float:
    """CPU seconds of an audit of the shape at that size, the least of the rounds."""
    checks, documents = load_checks(), shape(size)
    spent = []
    for _ in range(rounds):
        started = time.process_time()
        audit(documents, checks)
        spent.append(time.process_time() - started)
    return min(spent)


def main() -> int:
    """Print the growth of each shape; 1 where one grows faster than it may."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.growth")
    parser.add_argument("--only", default=",".join(SHAPES), help="shapes, with commas between")
    parser.add_argument("--times", type=int, default=1, help="how many times the usual sizes")
    given = parser.parse_args()
    seconds(_text(str), 1)
    broken = False
    for name in given.only.split(","):
        shape, size = SHAPES[name][0], SHAPES[name][1] * given.times
        few, many = (seconds(shape, size * factor, _ROUNDS) for factor in (1, 4))
        ratio = many / max(few, _LEAST / 4)
        broken = broken or (ratio > _MOST and many > _LEAST)
        print(f"{name:30} {size:8,} {few:8.2f} s  {4 * size:9,} {many:8.2f} s  x{ratio:.1f}", flush=True)
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
