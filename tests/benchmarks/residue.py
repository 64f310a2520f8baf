"""How long the residue pass takes: ``python tests/benchmarks/residue.py DOCS.jsonl`` (rows with a ``text``).

Prints megabytes of text a CPU second, and the time as a multiple of a yardstick, one pass of a token pattern over the
same texts: machines differ, multiples less.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from auditor.catalogue import residue_classes
from auditor.residue.draft import draft_of
from auditor.residue.recognise import recognise

_TOKEN = re.compile(r"\w+|[^\w\s]")


def seconds(run: Callable[[], object]) -> float:
    """The least CPU time of three runs."""
    times = []
    for _ in range(3):
        started = time.process_time()
        run()
        times.append(time.process_time() - started)
    return min(times)


def main(paths: list[str]) -> None:
    texts = [json.loads(row)["text"] for path in paths for row in Path(path).read_text(encoding="utf-8").splitlines()]
    pages = [[line for line in map(str.strip, text.splitlines()) if line] for text in texts]
    classes = residue_classes()
    recognise(draft_of(["The weights are read before the clock starts."]), classes)
    spent = seconds(lambda: [recognise(draft_of(page), classes) for page in pages if page])
    yardstick = seconds(lambda: [_TOKEN.findall(text) for text in texts])
    size = sum(map(len, texts)) / 1e6
    print(f"{size / spent:.1f} M characters a CPU second, {spent / yardstick:.1f} times the yardstick")


if __name__ == "__main__":
    main(sys.argv[1:])
