"""How long the residue pass takes: ``python tests/benchmarks/residue.py DOCS.jsonl`` (rows with a ``text``); and what it finds.

With ``--labelled`` the rows are those of ``auditor.residue.training``: line F1, the content lost and the pages that lose most of
theirs are printed for each level, cross-validated by site, by thresholds fitted to the same scores.

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


def figures(paths: list[str]) -> None:
    """Fit to other sites and print what is found and lost on each."""
    from auditor.residue.training import pages, thresholds, told, train  # it needs scikit-learn

    data = list(pages(map(Path, paths)))
    _, _, scores = train(data, print)
    print("\n".join(told(data, scores, thresholds(data, scores))))


def main(paths: list[str]) -> None:
    if paths[:1] == ["--labelled"]:
        figures(paths[1:])
        return
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
