"""What each veto of each check stops among labelled pairs. Run: ``python -m tests.benchmarks.vetoes FOLDER ... [--pairs FILE]``.

Folders and labels are those of ``auditor.comparing.fit``. A veto is right where it stops a pair that is different, and wrong
where it stops a conflict; what it stops that no other veto does is counted apart, and says what it is worth. ``--show NAME``
prints the conflicts that one stops, ``--left`` the different pairs that none does.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.metadata import entry_points
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from auditor.audit import read_article
from auditor.check import Check
from auditor.comparing import fit
from auditor.comparing.engine import Comparing
from auditor.comparing.meeting import Pair
from auditor.comparing.vetoes import Veto
from auditor.model import Verdict
from auditor.story.mentions import Record

_WIDE = 200
"""Characters shown on either side of a value."""


class Judged(NamedTuple):
    """A labelled pair whose values exclude each other: its check and label, and the names of the vetoes that stop it."""

    check: str
    pair: Pair
    label: str
    vetoes: tuple[str, ...]


def comparing(check: Check) -> Comparing | None:
    """How a check compares values; ``None`` where it compares none."""
    return check.contrast if isinstance(check.contrast, Comparing) else None


def judged(folder: Path, checks: Sequence[Check], more: Sequence[dict[str, Any]]) -> Iterator[Judged]:
    """The labelled pairs of a folder of real news whose values exclude each other."""
    wanted: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    own = fit.read_rows(folder / "pairs.jsonl") if (folder / "pairs.jsonl").exists() else []
    for label in (*own, *more):
        wanted[tuple(sorted({span["document"] for span in label["spans"]}))].append(label)
    needed = {document for pair in wanted for document in pair}
    groups: dict[str, list[Record]] = defaultdict(list)
    for document in fit.documents(folder / "articles.jsonl"):
        if document.id in needed:
            groups[document.group].append(Record(read_article(document)))
    for stories in groups.values():
        for left, right in combinations(sorted(stories, key=lambda story: story.article.document.id), 2):
            labels = wanted[left.article.document.id, right.article.document.id]
            for check in checks:
                mine = [label for label in labels if label["check"] == check.id]
                yield from _judged(left, right, check, mine) if mine else ()


def _judged(left: Record, right: Record, check: Check, labels: Sequence[dict[str, Any]]) -> Iterator[Judged]:
    how = comparing(check)
    assert how
    apart = [pair for pair in how.meeting(left, right) if how.relate(*pair.sides)[0] == Verdict.CONFLICT]
    for label in labels:
        pair = fit.nearest(apart, label)
        if pair:
            vetoes = how.firm if pair.placed else (*how.common, *how.vetoes)
            yield Judged(check.id, pair, label["label"], tuple(name(v) for v in vetoes if v(*pair.sides)))


def name(veto: Veto) -> str:
    """A veto by its module and function: several checks have one of the same name."""
    return f"{veto.__module__.rpartition('.')[2]}.{veto.__name__}"


def _print(rows: Sequence[Judged], checks: Sequence[Check]) -> None:
    names = {
        v.__name__ for c in checks if (how := comparing(c)) for v in (*how.common, *how.vetoes, *(how.within or ()))
    }
    stopped: dict[str, Counter[str]] = defaultdict(Counter)
    alone: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for veto in row.vetoes:
            stopped[veto][row.label] += 1
        if len(row.vetoes) == 1:
            alone[row.vetoes[0]][row.label] += 1
    print(f"{len(rows)} pairs, {len(names)} vetoes: {dict(Counter(row.label for row in rows))}")
    for veto in sorted(names, key=lambda veto: (-sum(alone[veto].values()), veto)):
        print(f"  {veto}: stops {dict(stopped[veto])}, alone {dict(alone[veto])}")


def _show(rows: Sequence[Judged]) -> None:
    for row in rows:
        print(f"## {row.check} {row.label} {', '.join(row.vetoes)}")
        for mention in row.pair.sides:
            span, text = mention.claim.span, mention.record.article.document.text
            before, behind = text[max(0, span.start - _WIDE) : span.start], text[span.end : span.end + _WIDE]
            print("   - " + " ".join(f"{span.document}: {before}[[{span.text}]]{behind}".split()))


def main() -> None:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="+", type=Path)
    parser.add_argument("--pairs", action="append", type=Path, default=[])
    parser.add_argument("--show", help="a veto, as MODULE.NAME, whose stopped conflicts are printed")
    parser.add_argument("--left", action="store_true", help="print the different pairs that no veto stops")
    given = parser.parse_args()
    loaded = (entry.load() for entry in entry_points(group="auditor.checks"))
    checks = sorted((check for check in loaded if comparing(check)), key=lambda check: check.id)
    more = [row for path in given.pairs for row in fit.read_rows(path)]
    rows = [row for folder in given.folder for row in judged(folder, checks, more)]
    if given.left:
        _show([row for row in rows if row.label == "different" and not row.vetoes])
    elif given.show:
        _show([row for row in rows if row.label == "conflict" and given.show in row.vetoes])
    else:
        _print(rows, checks)


if __name__ == "__main__":
    main()
