"""What ``--full`` tells before the answer: every point with its places, residue by article, and what stands behind them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from auditor.reports.answers import DIFFER, Answers, Tier
from auditor.reports.background import Part, background, residue
from auditor.reports.screen import Line, Screen
from auditor.reports.terminal_points import whole

_POINTS = (*DIFFER, Tier.TRACE, Tier.SOURCING, Tier.FURTHER)
_ASIDES = {Tier.LESS_SURE: ": possible, and often wrong"}


def lines(found: Answers, screen: Screen) -> Iterator[Line]:
    """All that is known, each finding once, under its point."""
    yield from _points(found, screen)
    for part in (residue(found), *background(found)):
        if part.items:
            yield from _part(part)


def _part(part: Part) -> Iterator[Line]:
    yield Line(Text(f"{part.heading.upper()} ({part.number:,})", style="bold"))
    for item in part.items:
        yield Line(Text(item.text), 1)
        yield from (Line(Text(text), 3) for text in item.under)
    yield Line(Text())


def _points(found: Answers, screen: Screen) -> Iterator[Line]:
    number = 0
    wide = len(str(len(found.of(*_POINTS)))) + 1
    for tier in _POINTS:
        points = found.of(tier)
        if points:
            yield Line(Text(f"{tier.upper()} ({len(points):,}){_ASIDES.get(tier, '')}", style="bold"))
        for point in points:
            number += 1
            yield from whole(point, f"{number:>{wide}}  ", found, screen)
            yield Line(Text())
