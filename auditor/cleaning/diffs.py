"""Diffs: what cleaning would change, as a unified diff with the reason of each removal before it."""

from __future__ import annotations

import difflib
from bisect import bisect_right
from collections.abc import Iterator
from io import StringIO

from auditor.cleaning.edits import Cleaned
from auditor.reading import make_document
from auditor.reports.harmless import plain


def diff(name: str, cleaned: Cleaned) -> Iterator[str]:
    """The lines of the diff, with their line ends; the reasons stand before it, where patch programs skip them.

    A reason names line and column as the reports do. The lines of the diff end with a newline alone, as those programs
    have it: a carriage return or a line separator within one would tear the diff apart.
    """
    shown_name = name if name.isprintable() else plain(name)
    starts = make_document(name, cleaned.source).line_starts()
    for removal in cleaned.removals:
        line = bisect_right(starts, removal.start)
        place = f"{shown_name}:{line}:{removal.start - starts[line - 1] + 1}"
        yield f"# {place} {removal.check}: {' '.join(removal.why.split())}\n"
    before, after = (list(StringIO(text, newline="\n")) for text in (cleaned.source, cleaned.text))
    for shown in difflib.unified_diff(before, after, f"a/{shown_name}", f"b/{shown_name}"):
        yield shown if shown.endswith("\n") else f"{shown}\n\\ No newline at end of file\n"
