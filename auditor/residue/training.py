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
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from auditor.catalogue import residue_classes
from auditor.residue.draft import draft_of
from auditor.residue.page import page_features, place_features
from auditor.residue.recognise import recognise
from auditor.residue.scorer import settled
from auditor.residue.words import Shape, own_features

_FOLDS = 5
"""Parts that the sites are split into for cross-validation."""
_SITES = 8
"""A feature of a line's own counts where the pages of as many sites have it."""
_STRENGTH = 0.1
"""Inverse strength of the L2 penalty (scikit-learn's ``C``), for both regressions."""
_SMALLEST = 0.04
"""Weights nearer to zero are not kept."""
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
        for score, features in zip(scores, place_features(page.lines, own, scores), strict=True):
            yield {**shared, **dict.fromkeys(features, 1.0), "score": score}


def figures(data: Sequence[Page], scores: Sequence[float], name: str) -> str:
    """Precision, recall and F1 of the lines of one set that are taken for residue, and the content lost."""
    hit = residue = right = lost = content = at = 0
    for page in data:
        scored = scores[at : at + len(page.lines)]
        at += len(page.lines)
        if page.set != name:
            continue
        draft = draft_of(page.lines)
        recognise(draft, residue_classes(), scored)
        for line, label in zip(draft.lines, page.labels, strict=True):
            if label < 0:
                continue
            ink, found = sum(not c.isspace() for c in line.text), bool(line.kind)
            hit, residue, right = hit + found, residue + label, right + (found and label)
            content, lost = content + ink * (1 - label), lost + ink * (found and not label)
    p, r = right / max(1, hit), right / max(1, residue)
    return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} lost {100 * lost / max(1, content):.2f} %"


def written(own: Fitted, place: Fitted) -> str:
    """The file of weights: comments, then ``part, feature, weight`` with tabs between."""
    rows = ["# Weights of the residue scorer (log-odds); see training.py. Fitted to WCXB, CC BY 4.0."]
    for part, fitted in (("own", own), ("place", place)):
        rows += [f"{part}\t{name}\t{weight:.2f}" for name, weight in sorted(fitted.weights.items())]
    return "\n".join(rows) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, print the cross-validated figures at several margins, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path(str(files("auditor.residue"))) / "weights.tsv")
    given = parser.parse_args(arguments)
    data = list(pages(given.data))
    own, place, scores = train(data, lambda words: print(words, file=sys.stderr))
    for name in sorted({page.set for page in data}):
        for shift in (-0.6, -0.3, 0.0, 0.3):
            print(f"{name}, threshold {shift:+.1f}: {figures(data, [score - shift for score in scores], name)}")
    given.out.write_text(written(own, place), encoding="utf-8")


if __name__ == "__main__":
    main()
