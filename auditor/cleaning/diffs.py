"""Diffs: what cleaning would change, as a unified diff with the reasons at each hunk, and what it would leave at which level."""

from __future__ import annotations

import difflib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from auditor.cleaning.edits import Cleaned, level_of
from auditor.model import Level
from auditor.reading import make_document
from auditor.reports.harmless import plain

_AROUND = 3
"""Lines around a change that a diff shows, as diffs mostly do."""
_MOST = 5
"""Lines that are named of one class; of more it is said how many there are."""


def diff(name: str, cleaned: Cleaned) -> Iterator[str]:
    """The lines of the diff, with their line ends.

    The reasons of a hunk stand on the line of its places, where patch programs skip them, each with the lines of the text that it is
    of, as the reports count them. What is left stands before the diff. The lines of the diff end with a newline alone, as those
    programs have it: a carriage return or a line separator within one would tear the diff apart.
    """
    shown_name = name if name.isprintable() else plain(name)
    yield from left(shown_name, cleaned)
    before, after = (list(StringIO(text, newline="\n")) for text in (cleaned.source, cleaned.text))
    if before == after:
        return
    yield f"--- a/{shown_name}\n"
    yield f"+++ b/{shown_name}\n"
    starts = make_document(name, cleaned.source).line_starts()
    offsets = _offsets(before)
    for group in difflib.SequenceMatcher(None, before, after).get_grouped_opcodes(_AROUND):
        first, last = group[0], group[-1]
        old, new = _range(first[1], last[2]), _range(first[3], last[4])
        yield f"@@ -{old} +{new} @@ {_reasons(cleaned, starts, offsets[first[1]], offsets[last[2]])}".rstrip() + "\n"
        for tag, begin, end, put, done in group:
            signs = (
                ((" ", before[begin:end]),) if tag == "equal" else (("-", before[begin:end]), ("+", after[put:done]))
            )
            for sign, lines in signs:
                for line in lines:
                    yield sign + line if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"


def left(name: str, cleaned: Cleaned) -> Iterator[str]:
    """A line for each level at which more would go, with the classes of what would and where it stands in the source."""
    starts = make_document(name, cleaned.source).line_starts()
    found: dict[Level, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for finding in cleaned.kept:
        line = bisect_right(starts, cleaned.origin(finding.primary.start))
        found[level_of(finding)][finding.check].append(line)
    for level in (one for one in Level if one in found):
        told = "; ".join(f"{check}, {_lines(lines)}" for check, lines in sorted(found[level].items()))
        count = sum(map(len, found[level].values()))
        yield f"# {name}: left, {count:,} that would go at --level {level}: {told}\n"


def _offsets(lines: Sequence[str]) -> list[int]:
    """Where each line begins, and where the last one ends."""
    found = [0]
    for line in lines:
        found.append(found[-1] + len(line))
    return found


def _reasons(cleaned: Cleaned, starts: Sequence[int], begin: int, end: int) -> str:
    """Why what stands in ``[begin, end)`` of the source goes: each reason once, with its lines."""
    found: dict[str, list[int]] = defaultdict(list)
    for removal in cleaned.removals:
        if begin <= removal.start < max(end, begin + 1):
            found[f"{removal.check}: {plain(removal.why)}"].append(bisect_right(starts, removal.start))
    return " ".join(f"{_lines(lines)}, {why}" for why, lines in found.items())


def _lines(lines: Iterable[int]) -> str:
    """Line numbers in words."""
    named = sorted(set(lines))
    if len(named) == 1:
        return f"line {named[0]}"
    more = f" and {len(named) - _MOST} more" if len(named) > _MOST else ""
    return f"lines {', '.join(map(str, named[:_MOST]))}{more}"


def _range(start: int, end: int) -> str:
    """The lines of a hunk, as unified diffs write them: an empty range begins at the line before it."""
    count = end - start
    return str(start + 1) if count == 1 else f"{start + 1 if count else start},{count}"
