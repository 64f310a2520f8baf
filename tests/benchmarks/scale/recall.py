"""Which of what was planted an audit found: those entries of the ledger whose two places one finding joins."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Recall:
    """Of the planted conflicts, or traps: how many there are, how many a finding joins, and one above a note."""

    planted: int
    found: int
    told: int

    @property
    def share(self) -> float:
        """Of all that are planted, those found."""
        return self.found / self.planted if self.planted else 0.0


def entries(ledger: Path) -> list[Row]:
    """The rows of a ledger."""
    return [json.loads(line) for line in ledger.read_text(encoding="utf-8").splitlines()]


def recall(ledger: Sequence[Row], findings: Iterable[Row], conflict: bool = True) -> Recall:
    """Of the conflicts in the ledger; else of the traps, which nothing should join."""
    wanted = [entry for entry in ledger if entry["conflict"] == conflict]
    notes, told = _joined(wanted, findings)
    return Recall(len(wanted), len(notes | told), len(told))


def _joined(wanted: Sequence[Row], findings: Iterable[Row]) -> tuple[set[int], set[int]]:
    """The entries that findings join: those of mere notes, and those of more."""
    by_article: dict[str, set[int]] = {}
    for number, entry in enumerate(wanted):
        by_article.setdefault(entry["left"]["id"], set()).add(number)
    joined: tuple[set[int], set[int]] = (set(), set())
    for finding in findings:
        places = [finding["primary"], *finding["related"]]
        near = {number for place in places for number in by_article.get(place["document"], ())}
        hit = {n for n in near if all(_stands(places, wanted[n][side]) for side in ("left", "right"))}
        joined[finding["severity"] != "note"].update(hit)
    return joined


def _stands(places: Collection[Row], side: Row) -> bool:
    """Whether one of the places is one where the article of that side states its value."""
    return any(
        place["document"] == side["id"]
        and any(place["start"] < end and start < place["end"] for start, end in side["places"])
        for place in places
    )
