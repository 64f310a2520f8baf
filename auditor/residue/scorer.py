"""How much like residue every line of a page looks: one score a line, which all residue checks share.

The score is a sum of weights: first of the line's own features, then of its place in the page, where the first scores
of its neighbours count. The weights are in ``weights.tsv`` beside this file, one feature a line, and can be read: they
are the log-odds that a feature adds. ``training`` says where they come from.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat

from auditor.residue.page import page_features, place_features
from auditor.residue.runs import in_run_features, run_features, runs_of, traits_of
from auditor.residue.words import Shape, own_features

TYPICAL = 20
"""Characters. A longer line needs a higher score, in proportion: more is lost if it is the article's."""
_LIMIT = 6.0
"""Log-odds beyond which a line's own words say nothing more."""
_SHORTEST = 4
"""Characters; shorter lines are asked for the score of one as long."""
_BY_PLACE = 4.0
"""Log-odds that a line's place can add: a sentence of the article is none the less one among furniture."""
_FULL_PAGE, _DOUBT = 30, 3.0
"""A page of fewer lines says less about its lines, and may be nothing but article: it is doubted by up to so much."""


@cache
def weights() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """The weights of a line's own features, and those of its place."""
    parts = _parts()
    return parts["own"], parts["place"]


def thresholds() -> Mapping[str, float]:
    """For each side of the article the log-odds from which a line of ``TYPICAL`` characters there is residue.

    They are fitted with the weights, on pages that those were not fitted to: inside the article more is asked for.
    """
    return _parts()["threshold"]


@cache
def _parts() -> Mapping[str, Mapping[str, float]]:
    parts: dict[str, dict[str, float]] = defaultdict(dict)
    for row in files("auditor.residue").joinpath("weights.tsv").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("# "):
            part, name, weight = row.split("\t")
            parts[part][name] = float(weight)
    return parts


def own_scores(lines: Sequence[str], own: Mapping[str, float]) -> tuple[list[float], list[Shape]]:
    """The log-odds of each line by itself, within limits, and its shape."""
    scores, shapes = [], []
    for line in lines:
        score, shape = _own_score(line) if own is weights()[0] else _scored(line, own)
        scores.append(score)
        shapes.append(shape)
    return scores, shapes


@lru_cache(maxsize=20_000)
def _own_score(line: str) -> tuple[float, Shape]:
    """The score of a line by the shipped weights, remembered: furniture recurs from page to page."""
    return _scored(line, weights()[0])


def _scored(line: str, own: Mapping[str, float]) -> tuple[float, Shape]:
    features, shape = own_features(line)
    return min(_LIMIT, max(-_LIMIT, own["(all)"] + sum(map(own.get, features, repeat(0.0))))), shape


def scores(lines: Sequence[str]) -> list[float]:
    """The log-odds that each line is residue; ``lines`` are those of one page in order, none of them blank.

    Where no place could make a line residue, its score is the most that a place could give it.
    """
    own, place = weights()
    first, shapes = own_scores(lines, own)
    base = place["(all)"] + sum(place.get(name, 0.0) for name in page_features(shapes, first))
    slope = place["score"]
    most = [settled(math.inf, score, len(lines)) for score in first]
    least = min(thresholds().values())
    open_lines = [weighed(score, line) >= least for score, line in zip(most, lines, strict=True)]
    in_runs = _in_runs(lines, shapes, first, open_lines, place)
    return [
        settled(base + slope * score + sum(map(place.get, features, repeat(0.0))) + in_run, score, len(lines))
        if features
        else bound
        for score, bound, features, in_run in zip(
            first, most, place_features(lines, shapes, first, open_lines), in_runs, strict=True
        )
    ]


def _in_runs(
    lines: Sequence[str],
    shapes: Sequence[Shape],
    first: Sequence[float],
    wanted: Sequence[bool],
    place: Mapping[str, float],
) -> list[float]:
    """What its run adds to the log-odds of each line, nothing to those that are not ``wanted``."""
    added = [0.0] * len(lines)
    for run in runs_of(shapes, first):
        open_lines = [at for at in run.lines() if wanted[at]]
        if not open_lines:
            continue
        traits = traits_of(run, shapes, first)
        shared = sum(place.get(name, 0.0) for name in run_features(run, traits, lines, shapes, first))
        for at in open_lines:
            features = in_run_features(run, traits, at, shapes[at], first[at])
            added[at] = shared + sum(map(place.get, features, repeat(0.0)))
    return added


def shapes_of(lines: Sequence[str]) -> list[Shape]:
    """What lines that were scored look like."""
    return [_own_score(line)[1] for line in lines]


def settled(placed: float, alone: float, lines: int) -> float:
    """A line's score from its log-odds in its place and alone, on a page of so many lines."""
    return min(placed, alone + _BY_PLACE) - _DOUBT * max(0.0, 1 - lines / _FULL_PAGE)


def weighed(score: float, line: str) -> float:
    """A line's score as if it were of ``TYPICAL`` characters: more is lost by a longer one, so it has to be surer."""
    return score - math.log(max(_SHORTEST, len(line) - line.count(" ")) / TYPICAL)
