"""What was measured of each check on development data: how often its findings are right, how much it finds.

The figures are in ``measured.json`` beside this file, which ``python -m tests.benchmarks.measured FOLDER ...`` writes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from auditor.model import Severity

FILE = "measured.json"
ENOUGH = 10
"""Findings that were read, from which those that were right tell how probable it is that one is."""

_PLURAL = {
    "conflict": "conflicts",
    "quotation": "faults of quotation",
    "sourcing": "faults of sourcing",
    "reference": "conflicts",
}


def figures() -> Mapping[str, Any]:
    """The file's content: ``data``, ``stories``, ``articles``, and by check id ``findings``, ``right`` and more.

    ``known`` are the items of the ``kinds`` that the check finds, ``found`` those of them it found. ``edits`` are the findings
    that hold two copies of one article against each other where one was edited. ``real`` holds, by check, how many findings
    of the severity that the check gives them readers of real news found right, useless or wrong.
    """
    loaded: Mapping[str, Any] = json.loads(files("auditor").joinpath(FILE).read_text(encoding="utf-8"))
    return loaded


@cache
def probabilities() -> Mapping[tuple[str, str], float]:
    """By check and the severity it gives: how probable a finding is to be right, where readers of real news judged enough."""
    checks = figures().get("real", {}).get("checks", {})
    read = {
        (check, severity.value): [counts.get(f"{severity} {verdict}", 0) for verdict in ("right", "useless", "wrong")]
        for check, counts in checks.items()
        for severity in Severity
    }
    return {one: _probability(found[0], sum(found)) for one, found in read.items() if sum(found) >= ENOUGH}


@cache
def probability_of_edits() -> float | None:
    """How probable a finding on an edit between two copies is to be right, ``None`` where too few are known."""
    edits = figures().get("edits", {"findings": 0})
    return _probability(edits["right"], edits["findings"]) if edits["findings"] >= ENOUGH else None


def _probability(right: int, read: int) -> float:
    """By Laplace's rule of succession: ten right ones of ten make no certainty."""
    return round((right + 1) / (read + 2), 2)


def told(check: str, measured: Mapping[str, Any] | None = None) -> str:
    """What was measured of a check, in a few sentences; ``measured`` are other figures than those shipped."""
    measured = figures() if measured is None else measured
    if check not in measured["checks"] and check not in measured.get("real", {}).get("checks", {}):
        return "Not measured."  # it was not there when the others were
    return " ".join((*_on_real_news(check, measured.get("real")), _on_stories(check, measured)))


def _on_real_news(check: str, real: Mapping[str, Any] | None) -> Iterator[str]:
    """How many findings of each severity readers of real news found right."""
    if real is None:
        return
    counts = real["checks"].get(check, {})
    told = []
    for severity in Severity:
        read = {verdict: counts.get(f"{severity} {verdict}", 0) for verdict in ("right", "useless", "wrong")}
        if total := sum(read.values()):
            told.append(f"{read['right']} of {_counted(total, severity)} right")
    on = f"Read on {real['articles']:,} articles of real news"
    yield f"{on}: {'; '.join(told)}." if told else f"{on}: no finding."


def _on_stories(check: str, measured: Mapping[str, Any]) -> str:
    """What it found in the stories in which every conflict is known."""
    one = measured["checks"].get(check)
    if one is None:
        return "Not measured."
    on = f"Measured on {measured['articles']} articles of {measured['stories']} stories ({measured['data']})"
    if not one["findings"]:
        return f"{on}: no finding."
    precision = f"{on}: {one['right']} of {_counted(one['findings'], 'finding')} right"
    if not one["kinds"]:
        return f"{precision}."
    known = f"{one['found']} of {one['known']} known {_PLURAL[one['family']]} found"
    return f"{precision}; {known} ({', '.join(one['kinds'])})."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
