"""Diffs: what cleaning would change, as a unified diff with the reason of each removal before it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from auditor.cleaning.edits import Cleaned


def diff(name: str, cleaned: Cleaned) -> Iterator[str]:
    """The lines of the diff, with their line ends; the reasons stand before it, where patch programs skip them."""
    for removal in cleaned.removals:
        line, column = _position(cleaned.source, removal.start)
        yield f"# {name}:{line}:{column} {removal.check}: {' '.join(removal.why.split())}\n"
    before, after = (text.splitlines(keepends=True) for text in (cleaned.source, cleaned.text))
    for shown in difflib.unified_diff(before, after, f"a/{name}", f"b/{name}"):
        yield shown if shown.endswith("\n") else f"{shown}\n\\ No newline at end of file\n"


def _position(text: str, offset: int) -> tuple[int, int]:
    """The line and the column of an offset, both from 1."""
    lines = text[:offset].splitlines(keepends=True)
    if not lines or lines[-1][-1] in "\n\r":
        return len(lines) + 1, 1
    return len(lines), len(lines[-1]) + 1
