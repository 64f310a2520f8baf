"""Fitting: what the features weigh, learned from labelled pairs, and how often a sum of them is a real conflict.

    python -m auditor.comparing.fit FOLDER ... [--pairs FILE] [--test FOLDER ...] [--write]

A folder holds real news (``articles.jsonl``: rows with ``group``; ``pairs.jsonl``: two places, labelled ``conflict``,
``same``, ``different`` or ``misread``) or one invented story (``*.txt`` and ``gold.json``, in which every conflict is told).
``--pairs`` adds labels for articles of the folders. Pairs that vetoes stop, or whose values do not exclude each other, are
no matter of weights and left out. An additive model over the levels of the features is fitted (logistic regression, L2), turned into integer points, and calibrated on real news alone, by kind, with the points that
each story got from the others. The figures printed are cross-validated by story, real and invented apart, and those of
``--test`` from stories that took no part. ``--write`` keeps the table. Needs the extra ``train``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import entry_points
from itertools import combinations
from math import exp
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from auditor.audit import read_article
from auditor.check import Check
from auditor.comparing.engine import Comparing
from auditor.comparing.evidence import ERROR, WARNING
from auditor.comparing.features import Levels, features
from auditor.comparing.meeting import Pair
from auditor.model import Document, Span, Verdict
from auditor.story.mentions import Record

WEIGHTS = Path(__file__).with_name("weights.tsv")
_SCALE = 10
"""Points for one unit of log-odds."""
_STRENGTH = 0.03
"""Inverse of the L2 penalty: of 0.003, 0.01, 0.03 and 0.1 the one with the best average precision across stories.

Levels as numbers and L2 gave .49 there; levels as thresholds passed gave .45 with L2 and .38 with L1, boosted trees .40,
random forests .44. Features by kind, or what is done and to what taken together, added nothing.
"""
_INVENTED = 0.5
"""Weight of a pair of an invented story beside one of real news."""
_FOLDS = 8
"""Parts that the stories are split into for cross-validation: few enough that each holds conflicts."""
_CONFLICT = "conflict"
_BEYOND = 200
"""Points above the highest sum seen in which the last steps are looked for."""
_STEPS = tuple(round(0.05 * n, 2) for n in range(6, 20))
"""The probabilities of the table; under the first a conflict is not told at all, not even as a note."""
Steps = list[tuple[int, float]]
_HEAD = """\
# What the features of a pair of mentions weigh (auditor/comparing/features.py), and how often pairs of a sum are conflicts.
# Written by `python -m auditor.comparing.fit`; not to be edited by hand.
"""

Place = tuple[str, int, int]
"""A document's id, and where a place in it starts and ends."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair with its label: ``kind`` of value, ``story`` it is of, ``real`` or invented; ``articles`` as their sha256, ``values`` as written, in order."""

    kind: str
    story: str
    label: str
    levels: Levels
    real: bool
    places: tuple[Place, Place]
    articles: tuple[str, str]
    values: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[str, str, tuple[str, ...]]:
        """What it would be told as: pairs of the same two values in one story make one finding."""
        return self.kind, self.story, self.values


@dataclass(slots=True)
class Fitted:
    """Points by feature and level."""

    points: dict[tuple[str, int], int] = field(default_factory=dict)

    def sum(self, levels: Levels) -> int:
        """The points of a pair."""
        return sum(self.points.get(item, 0) for item in levels.items())


def real_examples(folder: Path, checks: Sequence[Check], labels: Iterable[dict[str, Any]]) -> Iterator[Example]:
    """The labelled pairs of a folder of real news."""
    wanted: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for label in labels:
        wanted[tuple(sorted({span["document"] for span in label["spans"]}))].append(label)
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents(folder / "articles.jsonl"):
        groups[document.group].append(document)
    needed = {document for pair in wanted for document in pair}
    for group, members in sorted(groups.items()):
        stories = {d.id: Record(read_article(d)) for d in members if d.id in needed}
        for ids in combinations(sorted(stories), 2):
            if ids in wanted:
                yield from _labelled(stories[ids[0]], stories[ids[1]], checks, wanted[ids], group)


def _labelled(
    left: Record, right: Record, checks: Sequence[Check], labels: Sequence[dict[str, Any]], group: str
) -> Iterator[Example]:
    for check in checks:
        mine = [label for label in labels if label["check"] == check.id]
        passed = list(_passing(left, right, check)) if mine else []
        for label in mine:
            pair = nearest([pair for pair, _ in passed], label)
            if pair:
                levels = next(levels for one, levels in passed if one is pair)
                yield Example(
                    _kind(check), group, label["label"], levels, True, _places(pair), _articles(pair), _values(pair)
                )


def nearest(pairs: Sequence[Pair], label: dict[str, Any]) -> Pair | None:
    """Of pairs of two articles the one that a label means: its mentions cover most of the labelled places; ``None`` if none does."""
    places = {span["document"]: (span["start"], span["end"]) for span in label["spans"]}
    near = [(shared, number) for number, pair in enumerate(pairs) if (shared := _overlap(pair, places))]
    return pairs[max(near)[1]] if near else None


def _overlap(pair: Pair, places: dict[str, tuple[int, int]]) -> int:
    """How many characters of both places two mentions cover; 0 where one of them covers none."""
    shared = []
    for side in pair.sides:
        start, end = places[side.document]
        shared.append(min(side.claim.span.end, end) - max(side.claim.span.start, start))
    return sum(shared) if min(shared) > 0 else 0


def invented_examples(folder: Path, checks: Sequence[Check]) -> Iterator[Example]:
    """The pairs of an invented story: a conflict where the gold joins the two places, else none."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    items = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["items"]
    golds = [_spans(texts, item) for item in items if item["family"] == _CONFLICT]
    stories = [Record(read_article(_document(name, text, folder.name))) for name, text in texts.items()]
    for left, right in [*combinations(stories, 2), *((story, story) for story in stories)]:
        for check in checks:
            how = check.contrast
            assert isinstance(how, Comparing)
            if left is right and how.within is None:
                continue
            for pair, levels in _passing(left, right, check):
                told = any(_joins(pair, spans) for spans in golds)
                if told or pair.rank <= 2:
                    label = _CONFLICT if told else "different"
                    yield Example(
                        _kind(check), folder.name, label, levels, False, _places(pair), _articles(pair), _values(pair)
                    )


def _spans(texts: dict[str, str], item: dict[str, Any]) -> list[tuple[Place, str]]:
    found = []
    for span in item["spans"]:
        at = -1
        for _ in range(span.get("nth", 1)):
            at = texts[span["doc"]].index(span["text"], at + 1)
        found.append(((span["doc"], at, at + len(span["text"])), span.get("side") or f"{span['doc']} {at}"))
    return found


def _joins(pair: Pair, spans: Sequence[tuple[Place, str]]) -> bool:
    touched = [
        {side for (document, start, end), side in spans if document == m.document and _meets(m.claim.span, start, end)}
        for m in pair.sides
    ]
    return any(one != other for one in touched[0] for other in touched[1])


def _meets(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end


def _passing(left: Record, right: Record, check: Check) -> Iterator[tuple[Pair, Levels]]:
    """The pairs whose values exclude each other and that no veto stops, with their features."""
    how = check.contrast
    assert isinstance(how, Comparing)
    related = how.related(how.meeting(left, right))
    held = how.holding((pair, verdict) for pair, verdict, _ in related)
    for pair, verdict, _ in related:
        if verdict == Verdict.CONFLICT and not how.stopped(pair, held)[0]:
            yield pair, {**features(pair, how.hints), f"a {how.kind}": 1}


def _kind(check: Check) -> str:
    assert isinstance(check.contrast, Comparing)
    return check.contrast.kind


def _places(pair: Pair) -> tuple[Place, Place]:
    one, other = (side.claim.span for side in pair.sides)
    return (one.document, one.start, one.end), (other.document, other.start, other.end)


def _articles(pair: Pair) -> tuple[str, str]:
    one, other = (side.record.article.document.sha256 for side in pair.sides)
    return one, other


def _values(pair: Pair) -> tuple[str, ...]:
    return tuple(sorted(" ".join(side.claim.span.text.lower().split()) for side in pair.sides))


def told_once(examples: Sequence[Example], sums: Sequence[int]) -> tuple[list[Example], list[int]]:
    """The examples as findings: of those told as one the strongest, a conflict where one of them is."""
    strongest: dict[object, tuple[int, Example]] = {}
    conflicts = {example.told for example in examples if example.label == _CONFLICT}
    for example, points in zip(examples, sums, strict=True):
        if example.told not in strongest or points > strongest[example.told][0]:
            label = _CONFLICT if example.told in conflicts else example.label
            strongest[example.told] = points, replace(example, label=label)
    return [example for _, example in strongest.values()], [points for points, _ in strongest.values()]


def by_story(examples: Sequence[Example]) -> list[Example]:
    """The examples, groups that share an article told as one story: it stands in one fold."""
    above: dict[str, str] = {}

    def root(node: str) -> str:
        while above.setdefault(node, node) != node:
            node = above[node]
        return node

    for example in examples:
        for article in example.articles:
            one, other = sorted((root(example.story), root(article)))
            above[other] = one
    return [replace(example, story=root(example.story)) for example in examples]


def documents(path: Path) -> Iterator[Document]:
    """The articles of a file of rows."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield _document(row["id"], row["text"], row["group"], row)


def _document(id: str, text: str, group: str, row: dict[str, Any] | None = None) -> Document:
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    given = row or {}
    return Document(id, text, sha256, group=group, date=given.get("date"), source=given.get("source"))


def fit(examples: Sequence[Example]) -> Fitted:
    """Points for the levels of the features that tell conflicts from the rest."""
    column = {name: number for number, name in enumerate(sorted({name for e in examples for name in e.levels}))}
    matrix = np.zeros((len(examples), len(column) + 1))
    for row, example in enumerate(examples):
        matrix[row, -1] = not example.real  # invented stories hold more conflicts: no feature is to learn that
        for name, level in example.levels.items():
            matrix[row, column[name]] = level
    model = LogisticRegression(C=_STRENGTH, max_iter=5000)
    often = Counter(example.told for example in examples)
    weights = [(1.0 if example.real else _INVENTED) / often[example.told] ** 0.5 for example in examples]
    model.fit(matrix, [example.label == _CONFLICT for example in examples], sample_weight=weights)
    highest = {name: max(e.levels.get(name, 0) for e in examples) for name in column}
    points = {
        (name, level): round(_SCALE * model.coef_[0][number] * level)
        for name, number in column.items()
        for level in range(1, highest[name] + 1)
    }
    return Fitted({item: added for item, added in points.items() if added})


def across_stories(examples: Sequence[Example], extra: Sequence[Example] = ()) -> list[int]:
    """The points of every example from weights that its story took no part in."""
    sums = [0] * len(examples)
    folds = GroupKFold(_FOLDS).split(examples, groups=[example.story for example in examples])
    for learned, left_out in folds:
        fitted = fit([*(examples[n] for n in learned), *extra])
        for number in left_out:
            sums[number] = fitted.sum(examples[number].levels)
    return sums


def calibrated(examples: Sequence[Example], sums: Sequence[int], kinds: Iterable[str]) -> dict[str, Steps]:
    """By kind, the sums from which on a share of the findings is right, in rising steps.

    One logistic curve over the sums, moved for each kind as far as its pairs speak for it: a kind with few labelled
    conflicts borrows from the others. The share from a sum on is the mean of the curve over the findings of the kind that
    reach it, so that what is told as a warning is right as often as a warning promises.
    """
    order = sorted(set(kinds))
    examples, sums = told_once(examples, sums)
    rows = np.array(
        [[points / _SCALE, *(e.kind == kind for kind in order)] for e, points in zip(examples, sums, strict=True)]
    )
    curve = LogisticRegression(C=1.0, max_iter=2000).fit(rows, [e.label == _CONFLICT for e in examples])
    slope, *moved = curve.coef_[0]
    steps: dict[str, Steps] = {}
    for kind, offset in zip(order, moved, strict=True):
        base = curve.intercept_[0] + offset
        told = [points for e, points in zip(examples, sums, strict=True) if e.kind == kind] or sums
        shares = _shares(told, base, slope / _SCALE)
        steps[kind] = [(next(points for points, share in shares if share >= p), p) for p in _STEPS]
    return steps


def _shares(told: Sequence[int], base: float, slope: float) -> list[tuple[int, float]]:
    """By sum, rising, the mean of a logistic curve over the findings that reach it; at the sum itself where none does."""

    def probability(points: int) -> float:
        return 1 / (1 + exp(-base - slope * points))

    found = []
    for points in range(min(told), max(told) + _BEYOND):
        reached = [probability(each) for each in told if each >= points]
        found.append((points, sum(reached) / len(reached) if reached else probability(points)))
    return found


def table_text(fitted: Fitted, steps: dict[str, Steps]) -> str:
    """The table as it ships (``weights.tsv``)."""
    rows = [f"points\t{name}\t{level}\t{points}" for (name, level), points in sorted(fitted.points.items())]
    rows += [f"probability\t{kind}\t{points}\t{p:.2f}" for kind in sorted(steps) for points, p in steps[kind]]
    return _HEAD + "\n".join(rows) + "\n"


def figures(examples: Sequence[Example], sums: Sequence[int], steps: dict[str, Steps]) -> Iterator[str]:
    """By kind and in all: conflicts and findings that could be told, and how many of those told as errors, warnings and notes are right."""
    examples, sums = told_once(examples, sums)
    for kind in [*sorted({example.kind for example in examples}), ""]:
        chosen = [(e, points) for e, points in zip(examples, sums, strict=True) if kind in ("", e.kind)]
        told = [(e.label == _CONFLICT, _probability(steps[e.kind], points)) for e, points in chosen]
        shares = [
            f"from {least:.2f}: {sum(right for right, p in told if p >= least)} of {sum(p >= least for _, p in told)}"
            for least in (ERROR, WARNING, _STEPS[0])
        ]
        yield f"  {kind or 'all'}: {sum(right for right, _ in told)} conflicts of {len(told)} findings; {', '.join(shares)}"


def _probability(steps: Sequence[tuple[int, float]], points: int) -> float:
    return max((p for least, p in steps if points >= least), default=0.0)


def comparing_checks() -> list[Check]:
    """The installed checks that compare values by the fitted table."""
    loaded = (entry.load() for entry in entry_points(group="auditor.checks"))
    fitted = (c for c in loaded if isinstance(c.contrast, Comparing) and c.contrast.weights is None)
    return sorted(fitted, key=lambda check: check.id)


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _examples(folders: Iterable[Path], checks: Sequence[Check], more: Sequence[dict[str, Any]]) -> list[Example]:
    found: list[Example] = []
    for folder in folders:
        if (folder / "gold.json").exists():
            found += invented_examples(folder, checks)
        else:
            own = read_rows(folder / "pairs.jsonl") if (folder / "pairs.jsonl").exists() else []
            found += real_examples(folder, checks, [*own, *more])
    return found


def main() -> None:
    """Fit, print the figures, and with ``--write`` keep the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="+", type=Path)
    parser.add_argument("--pairs", action="append", type=Path, default=[])
    parser.add_argument("--test", nargs="+", type=Path, default=[])
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    checks = comparing_checks()
    more = [row for path in args.pairs for row in read_rows(path)]
    kept = _examples(args.test, checks, more)
    seen = {article for example in kept for article in example.articles}
    learned = by_story(_examples(args.folder, checks, more))
    held_out = {example.story for example in learned if seen.intersection(example.articles)}
    examples = [example for example in learned if example.story not in held_out]
    real, invented = ([e for e in examples if e.real is wanted] for wanted in (True, False))
    fitted = fit(examples)
    sums = across_stories(real, invented)
    steps = calibrated(real, sums, (_kind(check) for check in checks))
    print("Real news, each story by weights of the others:", *figures(real, sums, steps), sep="\n")
    if invented:
        print("Invented, likewise:", *figures(invented, across_stories(invented, real), steps), sep="\n")
    if args.test:
        print("Kept apart:", *figures(kept, [fitted.sum(e.levels) for e in kept], steps), sep="\n")
    if args.write:
        WEIGHTS.write_text(table_text(fitted, steps), encoding="utf-8")


if __name__ == "__main__":
    main()
