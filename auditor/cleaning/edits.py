"""The edits that clean a text, the text they make, and the way back from its offsets to those of the source.

Cleaning goes on until nothing is left to remove, so that a cleaned text cleans to itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.model import Finding, Level
from auditor.text.regex import regex

_BLANK_BEFORE = regex(r"(?:\r\n|[\n\r])[ \t]*(?:\r\n|[\n\r])$")
_BLANK_LINES = regex(r"(?:[ \t]{0,99}(?:\r\n|[\n\r]))+")
_BREAK = regex(r"\r\n|[\n\r]")


@dataclass(frozen=True, slots=True, order=True)
class Removal:
    """Code points ``[start, end)`` of the source that become ``replacement``, the check that found them, and why."""

    start: int
    end: int
    replacement: str
    text: str
    check: str
    why: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without its residue: the source, the cleaned text, the removals in order, and what was left."""

    source: str
    text: str
    removals: tuple[Removal, ...]
    kept: tuple[Finding, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything was removed."""
        return bool(self.removals)

    def origin(self, offset: int) -> int:
        """The offset in the source of a code point of the cleaned text; the end of the text maps to the end."""
        starts, shifts = [0], [0]
        shift = 0
        for removal in self.removals:
            shift += removal.end - removal.start - len(removal.replacement)
            starts.append(removal.end - shift)
            shifts.append(shift)
        return offset + shifts[bisect_right(starts, offset) - 1]


Inspect = Callable[[str], Sequence[Finding]]
"""The residue findings in a text."""
Choose = Callable[[Cleaned, Sequence[Finding]], Sequence[Finding]]
"""Which findings in the text of what is cleaned so far are to go; of what it leaves it is asked again after each step."""


def clean(source: str, inspect: Inspect, level: Level = Level.SAFE, choose: Choose | None = None) -> Cleaned:
    """The source without what ``inspect`` finds to remove: what ``level`` takes, or what is ``chosen`` where that is given.

    How far cleaning has to go to make an edit says its own level, which the check knows.
    """
    chosen = choose or (lambda _, findings: [one for one in findings if level.takes(level_of(one))])
    so_far = Cleaned(source, source, ())
    while True:
        findings = [finding for finding in inspect(so_far.text) if finding.edit is not None]
        wanted = chosen(so_far, findings)
        found = tuple(_removals(so_far.text, wanted))
        if not found:
            return replace(so_far, kept=tuple(finding for finding in findings if finding not in wanted))
        step = Cleaned(so_far.text, applied(so_far.text, found), found)
        so_far = Cleaned(source, step.text, composed(so_far, step))


def level_of(finding: Finding) -> Level:
    """How far cleaning has to go to make the edit of a finding."""
    return finding.edit.level if finding.edit else Level.ALL


def reason_of(finding: Finding) -> str:
    """Why a finding is residue: what would settle it, as a sentence, else its whole message."""
    return finding.asked.settle if finding.asked and finding.asked.settle else finding.message


def _removals(text: str, findings: Iterable[Finding]) -> Iterator[Removal]:
    """The edits in order, none overlapping another; a line that is removed whole takes its line break along."""
    done = 0
    edits = [(finding.edit, finding) for finding in findings if finding.edit is not None]
    for edit, finding in sorted(edits, key=lambda pair: (pair[0].span.start, -pair[0].span.end, pair[1].check)):
        if edit.span.start < done or edit.span.start == edit.span.end:
            continue
        start, end = edit.span.start, edit.span.end
        if not edit.replacement:
            start, end = _with_break(text, start, end)
        start = max(start, done)
        if text[start:end] != edit.replacement:
            yield Removal(start, end, edit.replacement, text[start:end], finding.check, reason_of(finding))
            done = end


def _with_break(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with the white space it leaves behind: its line and one break, or the spaces beside it inside a line."""
    first = start
    while first > 0 and text[first - 1] in " \t":
        first -= 1
    last = end
    while last < len(text) and text[last] in " \t":
        last += 1
    opens = first == 0 or text[first - 1] in "\n\r"
    after = _BREAK.match(text, last)
    if opens and (after or last == len(text)):
        end = after.end() if after else last
        return first, _past_blank(text, first, end)
    return (start, last) if opens or start == first else (first, last if after else end)


def _past_blank(text: str, start: int, end: int) -> int:
    """The end of a removed line with the blank lines behind it, where a blank line or nothing stands before it."""
    if not _BLANK_BEFORE.search(text, max(0, start - 8), start) and start:
        return end
    blank = _BLANK_LINES.match(text, end)
    return blank.end() if blank else end


def applied(text: str, removals: Sequence[Removal]) -> str:
    """The text without what was removed."""
    parts: list[str] = []
    at = 0
    for removal in removals:
        parts += [text[at : removal.start], removal.replacement]
        at = removal.end
    return "".join((*parts, text[at:]))


def composed(before: Cleaned, step: Cleaned) -> tuple[Removal, ...]:
    """The removals of two steps as removals from the first source; those that touch become one."""
    edges = [*before.removals]
    for removal in step.removals:
        start, end = before.origin(removal.start), _end_in_source(before, removal.end)
        edges.append(Removal(start, end, removal.replacement, before.source[start:end], removal.check, removal.why))
    merged: list[Removal] = []
    for edge in sorted(edges):
        if merged and edge.start < merged[-1].end:
            merged[-1] = _joined(merged[-1], edge, before.source)
        else:
            merged.append(edge)
    return tuple(merged)


def _joined(one: Removal, other: Removal, source: str) -> Removal:
    """Two removals of which one reaches into the other: what the longer one puts there stands, the reasons of both."""
    start, end = one.start, max(one.end, other.end)
    longer = max(one, other, key=lambda removal: removal.end - removal.start)
    why = longer.why if one.check == other.check else f"{one.why} {other.why}"
    return Removal(start, end, longer.replacement, source[start:end], longer.check, why)


def _end_in_source(before: Cleaned, end: int) -> int:
    """Where a span of the cleaned text ends in the source: behind its last character, not before what follows."""
    return before.origin(end - 1) + 1 if end else 0
