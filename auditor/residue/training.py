"""Where the weights of the scorer come from: ``python -m auditor.residue.training DATA.jsonl ...`` writes them anew.

A row of the data is one page: ``{"domain", "text", "lines": [{"start", "end", "label"}]}``, a label being ``content``,
``residue`` or ``unsure`` (left out). The weights that ship were fitted to the development half of WCXB, the Web
Content Extraction Benchmark (CC BY 4.0): 150 article pages flattened to text and what three extractors leave of 220.
Nothing of its text is kept but words and pairs of words that occur on the pages of several sites.

Two logistic regressions: a line's own features; then its place, with the first scores. All figures it prints are
cross-validated by site, a page never being scored by weights fitted to a page of its site, and the scores that the
second is fitted to are cross-validated too. Needs scikit-learn (the extra ``train``), which the scorer does not.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from auditor.catalogue import residue_classes
from auditor.model import Confidence, Level
from auditor.residue.draft import Line, Stage, draft_of
from auditor.residue.levels import LEVELS
from auditor.residue.page import page_features, place_features
from auditor.residue.recognise import mark, recognise
from auditor.residue.runs import Side, in_run_features, run_features, runs_of, shown, traits_of
from auditor.residue.scorer import settled, weighed
from auditor.residue.words import Shape, own_features

_FOLDS = 5
"""Parts that the sites are split into for cross-validation."""
_SITES = 4
"""A feature of a line's own counts where the pages of as many sites have it."""
_STRENGTH = 0.1
"""Inverse strength of the L2 penalty (scikit-learn's ``C``), for both regressions."""
_SMALLEST = 0.04
"""Weights nearer to zero are not kept."""
_LOST = 0.0025
"""Share of all content that the scores may take for residue; the classes' own words take the rest of 0.3 %."""
_WORST = 5
"""Pages that are named by what they lose."""
_LIMIT = 6.0
"""Log-odds beyond which a line is as sure as can be: 400 to 1."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page with their labels (1 residue, 0 content, -1 unsure), and how much the page counts."""

    site: str
    lines: list[str]
    labels: list[int]
    weight: float
    set: str


def pages(paths: Iterable[Path]) -> Iterator[Page]:
    """The pages of the data; several extractions of one page share its weight."""
    for path in paths:
        rows = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]
        times: dict[str, int] = defaultdict(int)
        for row in rows:
            times[row["doc_id"].partition("/")[0]] += 1
        for row in rows:
            kept = [(row["text"][one["start"] : one["end"]].strip(), one["label"]) for one in row["lines"]]
            lines = [line for line, _ in kept if line]
            labels = [{"content": 0, "residue": 1}.get(label, -1) for line, label in kept if line]
            if lines:
                share = 1.5 / (0.5 + times[row["doc_id"].partition("/")[0]])
                yield Page(row["domain"], lines, labels, min(1.0, share), path.stem)


def fold(site: str) -> int:
    """The part of the data a site is in; the same in every run."""
    return zlib.crc32(site.encode()) % _FOLDS


@dataclass(slots=True)
class Fitted:
    """A regression: the weight of each feature by name."""

    weights: dict[str, float]
    out_of_fold: np.ndarray[Any, Any]


def fit(rows: Sequence[dict[str, float]], labels: Any, folds: Any, weight: Any) -> Fitted:
    """The weights fitted to all rows, and the log-odds of each row by weights fitted to the other folds."""
    vectors = DictVectorizer(sort=True)
    table = vectors.fit_transform(rows)
    known = labels >= 0

    def regression(chosen: Any) -> Any:
        model = LogisticRegression(C=_STRENGTH, max_iter=100, tol=1e-3)
        return model.fit(table[chosen], labels[chosen], sample_weight=weight[chosen])

    out = np.zeros(len(rows))
    for number in range(_FOLDS):
        out[folds == number] = regression(known & (folds != number)).decision_function(table[folds == number])
    final = regression(known)
    names = vectors.get_feature_names_out()
    kept = {name: float(w) for name, w in zip(names, final.coef_[0], strict=True) if abs(w) >= _SMALLEST}
    return Fitted({"(all)": float(final.intercept_[0]), **kept}, out)


def train(data: Sequence[Page], tell: Callable[[str], None]) -> tuple[Fitted, Fitted, list[float]]:
    """Both regressions, own features and place, and the score of each line by weights fitted to other sites."""
    labels = np.array([label for page in data for label in page.labels])
    folds = np.array([fold(page.site) for page in data for _ in page.lines])
    weight = np.array([page.weight for page in data for _ in page.lines])
    shapes: list[list[Shape]] = []
    names: list[list[str]] = []
    sites: dict[str, set[str]] = defaultdict(set)
    for page in data:
        both = [own_features(line) for line in page.lines]
        shapes.append([shape for _, shape in both])
        for features, _ in both:
            names.append(features)
            for name in features:
                sites[name].add(page.site)
    common = {name for name, where in sites.items() if len(where) >= _SITES}
    own = fit([dict.fromkeys((n for n in features if n in common), 1.0) for features in names], labels, folds, weight)
    tell(f"own features: {len(common)} of {len(sites)}; kept {len(own.weights)}")
    first = np.clip(own.out_of_fold, -_LIMIT, _LIMIT)
    place = fit(list(_places(data, shapes, first)), labels, folds, weight)
    sizes = [len(page.lines) for page in data for _ in page.lines]
    return (
        own,
        place,
        [settled(*one) for one in zip(map(float, place.out_of_fold), map(float, first), sizes, strict=True)],
    )


def _places(data: Sequence[Page], shapes: Sequence[Sequence[Shape]], first: Any) -> Iterator[dict[str, float]]:
    at = 0
    for page, own in zip(data, shapes, strict=True):
        scores = [float(score) for score in first[at : at + len(page.lines)]]
        at += len(page.lines)
        shared = dict.fromkeys(page_features(own, scores), 1.0)
        in_runs = _in_runs(page.lines, own, scores)
        for score, features, in_run in zip(scores, place_features(page.lines, own, scores), in_runs, strict=True):
            yield {**shared, **dict.fromkeys((*features, *in_run), 1.0), "score": score}


def _in_runs(lines: Sequence[str], shapes: Sequence[Shape], scores: Sequence[float]) -> Iterator[list[str]]:
    """The features of each line's run, and of its place in the run."""
    for run in runs_of(shapes, scores):
        traits = traits_of(run, shapes, scores)
        shared = run_features(run, traits, lines, shapes, scores)
        yield from ([*shared, *in_run_features(run, traits, at, shapes[at], scores[at])] for at in run.lines())


def thresholds(data: Sequence[Page], scores: Sequence[float]) -> dict[str, float]:
    """For each side of the article the score from which lines of typical length are residue.

    A line more that is found is worth the same number of characters lost on every side; that number is the one by which
    ``_LOST`` of all content is lost. What the article shows is none of it.
    """
    found: dict[str, list[tuple[float, int, int]]] = defaultdict(list)
    content = at = 0
    for page in data:
        scored = scores[at : at + len(page.lines)]
        at += len(page.lines)
        shapes = [own_features(line)[1] for line in page.lines]
        content += sum(_ink(line) for line, label in zip(page.lines, page.labels, strict=True) if label == 0)
        runs = runs_of(shapes, list(map(weighed, scored, page.lines)))
        exhibits = shown(runs, shapes)
        for run in runs:
            if run.side is not Side.ARTICLE and run not in exhibits:
                found[run.side] += [
                    (weighed(scored[n], page.lines[n]), page.labels[n], _ink(page.lines[n]))
                    for n in run.lines()
                    if page.labels[n] >= 0
                ]
    for price in sorted(float(x) for x in np.geomspace(1, 1000, 200)):
        chosen = {side: _threshold(lines, price) for side, lines in sorted(found.items())}
        lost = sum(
            ink for side, lines in found.items() for score, label, ink in lines if not label and score >= chosen[side]
        )
        if lost > _LOST * content:
            break
        best = chosen
    return best


def _threshold(lines: Sequence[tuple[float, int, int]], price: float) -> float:
    """The threshold by which most is gained, of steps of a tenth: a line found is worth ``price`` characters lost."""
    steps = [step / 10 for step in range(-10, 61)]
    gains = [sum(price if label else -ink for score, label, ink in lines if score >= step) for step in steps]
    return steps[max(range(len(steps)), key=lambda n: (gains[n], n))]


def _ink(line: str) -> int:
    return sum(not character.isspace() for character in line)


@dataclass(frozen=True, slots=True)
class Figures:
    """What cleaning to a level finds and loses: line precision, recall and F1, the share of content lost in all, and by page."""

    precision: float
    recall: float
    lost: float
    worst: tuple[float, ...]
    """The shares that the pages which lose most of their content lose."""

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    def __str__(self) -> str:
        pages = " ".join(f"{100 * share:.1f}" for share in self.worst)
        found = f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"
        return f"{found} lost {100 * self.lost:.2f} %, worst pages {pages} %"


Judged = Sequence[tuple[Page, Sequence[Line]]]
"""Pages, each with its lines as they were recognised."""


def judged(data: Sequence[Page], scores: Sequence[float], least: Mapping[str, float]) -> Judged:
    """What is recognised on pages whose lines have these scores, by these thresholds: all that is told of whole lines but of a
    headline that is repeated.
    """
    found = []
    at = 0
    for page in data:
        draft = draft_of(page.lines)
        recognise(draft, residue_classes(), scores[at : at + len(page.lines)], least)
        mark(draft, residue_classes(), Stage.PAGE)
        found.append((page, draft.lines))
        at += len(page.lines)
    return found


def sure(found: Judged) -> tuple[int, int]:
    """How many labelled lines are sure to be residue by their score alone, and how many of them are labelled so."""
    labels = [
        label
        for page, lines in found
        for line, label in zip(lines, page.labels, strict=True)
        if label >= 0 and line.kind and line.confidence == Confidence.HIGH and not residue_classes().claimed(line.text)
    ]
    return len(labels), sum(labels)


def figures(judged: Judged, level: Level) -> Figures:
    """What cleaning to a level finds and loses on pages."""
    hit = residue = right = lost = content = 0
    pages = []
    for page, lines in judged:
        page_lost = page_content = 0
        for line, label in zip(lines, page.labels, strict=True):
            if label < 0:
                continue
            ink, found = _ink(line.text), bool(line.kind) and level.takes(LEVELS[line.confidence])
            hit, residue, right = hit + found, residue + label, right + (found and label)
            page_content, page_lost = page_content + ink * (1 - label), page_lost + ink * (found and not label)
        content, lost = content + page_content, lost + page_lost
        pages.append(page_lost / max(1, page_content))
    worst = tuple(sorted(pages, reverse=True)[:_WORST])
    return Figures(right / max(1, hit), right / max(1, residue), lost / max(1, content), worst)


def told(data: Sequence[Page], scores: Sequence[float], least: Mapping[str, float]) -> Iterator[str]:
    """The figures of each set and level, one a line, and how many of the lines that are sure by their score are residue."""
    found = judged(data, scores, least)
    for name in sorted({page.set for page in data}):
        of = [one for one in found if one[0].set == name]
        yield from (f"{name}, {level}: {figures(of, level)}" for level in Level)
    lines, right = sure(found)
    yield f"sure by their score alone: {lines} lines, of which {1000 * right / max(1, lines):.0f} in 1,000 are residue"


def written(own: Fitted, place: Fitted, chosen: Mapping[str, float]) -> str:
    """The file of weights: comments, then ``part, feature, weight`` with tabs between; the thresholds are a part."""
    rows = ["# Weights of the residue scorer (log-odds); see training.py. Fitted to WCXB, CC BY 4.0."]
    for part, fitted in (("own", own), ("place", place)):
        rows += [f"{part}\t{name}\t{weight:.2f}" for name, weight in sorted(fitted.weights.items())]
    rows += [f"threshold\t{side}\t{least:.2f}" for side, least in chosen.items()]
    return "\n".join(rows) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, write the weights, and print the cross-validated figures: line F1, content lost, and the worst page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path(str(files("auditor.residue"))) / "weights.tsv")
    given = parser.parse_args(arguments)
    data = list(pages(given.data))
    own, place, scores = train(data, lambda words: print(words, file=sys.stderr))
    chosen = thresholds(data, scores)
    given.out.write_text(written(own, place, chosen), encoding="utf-8")
    print("\n".join(told(data, scores, chosen)))


if __name__ == "__main__":
    main()
