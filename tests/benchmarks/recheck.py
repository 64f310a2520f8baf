"""How much sooner a second run is, with the cache. Run: ``python -m tests.benchmarks.recheck``.

Two hundred articles, each in a group of its own, checked twice by the command, in CPU seconds of the whole process. Then as
one set and in forty groups of five, where the comparing, which is never cached, is most of the work: these articles are
made of the same sentences, so there is more to compare than in any news. Exit status 1 where the budget is broken.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

from tests.benchmarks.texts import news

_ARTICLES = 200
_GROUPS = (_ARTICLES, 5)
_LEAST = 5.0
"""Times sooner the second run has to be for articles that are compared with no other."""


def _seconds(folder: Path) -> float:
    """CPU seconds of one run over the rows in a folder."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = (sys.executable, "-m", "auditor", "check", str(folder / "rows.jsonl"), "--report", f"json={os.devnull}")
    subprocess.run((*command, "--quiet", "--fail-on", "none", "--cache-dir", str(folder / "cache")), check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _gain(a_group: int) -> float:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = islice(news(10_000_000), _ARTICLES)
        rows = (
            json.dumps({"id": f"{number:03}", "text": text, "group": str(number // a_group)})
            for number, text in enumerate(texts)
        )
        (folder / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
        first, second = _seconds(folder), _seconds(folder)
    print(f"groups of {a_group}: {first:.2f} CPU s, then {second:.2f}: {first / second:.1f} times sooner")
    return first / second


def main() -> int:
    """Print the measurements; 1 where the budget is broken."""
    alone = _gain(1)
    for a_group in _GROUPS:
        _gain(a_group)
    print(f"budget: {_LEAST} times sooner for articles that are compared with no other")
    return int(alone < _LEAST)


if __name__ == "__main__":
    sys.exit(main())
