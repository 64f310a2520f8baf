"""What cleaning took out, put back into a text that was edited since: a three-way merge of which one side is known exactly.

The common text is the cleaned one. On one side stand the removals, each with its place; the other side is what somebody made of the
text. So no side has to be guessed but where the places of the cleaned text are in the edited one. That is told by what is equal in both:
whole lines first, then words within lines that differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from auditor.cleaning.edits import Removal
from auditor.text.regex import regex

_WORD = regex(r"\w+|\s+|[^\w\s]")
_LEAST = 0.5
"""The share of the cleaned text that an edited one must hold to be taken for it: less than half is another text."""
_LONGEST = 4_000
"""Words of lines that differ, up to which they are compared word by word: it takes time by their square."""


class Unlike(Exception):
    """The edited text holds too little of the cleaned one to be made of it."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The text with what was taken out, whether it was ``edited`` since, and what could not be put back where it was.

    ``moved`` were put where the nearest unchanged text is, since the text on both sides was edited, each with its offset in
    ``text``; ``left`` are repairs whose words were edited since, which stay as they are edited.
    """

    text: str
    edited: bool = False
    moved: tuple[tuple[int, Removal], ...] = ()
    left: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """Code points of the cleaned text that are equal to as many of the edited one."""

    start: int
    put: int
    size: int

    @property
    def end(self) -> int:
        return self.start + self.size


def merged(cleaned: str, edited: str, removals: Sequence[Removal]) -> Merged:
    """The edited text with the removals undone that made ``cleaned``. Raises ``Unlike``."""
    runs = [*_runs(cleaned, edited)]
    if sum(run.size for run in runs) < _LEAST * len(cleaned):
        raise Unlike
    parts: list[str] = []
    moved: list[tuple[int, Removal]] = []
    left: list[Removal] = []
    at = length = shift = 0
    for one in removals:
        start = one.start - shift
        end = start + len(one.replacement)
        shift += one.end - one.start - len(one.replacement)
        place = _place(runs, start, end)
        if one.replacement and place is None:
            left.append(one)
            continue
        put = place if place is not None else _nearest(runs, start)
        parts += [edited[at:put], one.text]
        length += put - at
        if place is None:
            moved.append((length, one))
        length += len(one.text)
        at = put + len(one.replacement)
    return Merged("".join((*parts, edited[at:])), True, tuple(moved), tuple(left))


def _place(runs: Sequence[_Run], start: int, end: int) -> int | None:
    """Where in the edited text what was ``[start, end)`` begins, ``None`` where that was edited.

    An empty place is known by the unchanged text before it, else by that behind it.
    """
    if start == end == 0 or not runs:
        return 0 if start == end else None
    if start < end:
        return next((run.put + start - run.start for run in runs if run.start <= start and end <= run.end), None)
    before = next((run.put + start - run.start for run in runs if run.start < start <= run.end), None)
    return before if before is not None else next((run.put for run in runs if run.start == start), None)


def _nearest(runs: Sequence[_Run], start: int) -> int:
    """The end in the edited text of what stands unchanged before a place."""
    return max((run.put + run.size for run in runs if run.end <= start), default=0)


def _runs(cleaned: str, edited: str) -> Iterator[_Run]:
    """What is equal in both texts, in its order."""
    one, other = cleaned.splitlines(keepends=True), edited.splitlines(keepends=True)
    for tag, start, end, put, done in _aligned(one, other):
        if tag == "equal":
            yield _run(one, other, start, put, end - start)
        elif tag == "replace":
            yield from _inside(one, other, (start, end), (put, done))


def _inside(
    one: Sequence[str], other: Sequence[str], lines: tuple[int, int], others: tuple[int, int]
) -> Iterator[_Run]:
    """What is equal in lines that differ, word by word; white space alone tells no place."""
    at, put = len("".join(one[: lines[0]])), len("".join(other[: others[0]]))
    words, new = (_WORD.findall("".join(some)) for some in (one[slice(*lines)], other[slice(*others)]))
    if max(len(words), len(new)) > _LONGEST:
        return
    for tag, start, end, begin, _ in _aligned(words, new):
        if tag == "equal" and "".join(words[start:end]).strip():
            run = _run(words, new, start, begin, end - start)
            yield _Run(at + run.start, put + run.put, run.size)


def _run(one: Sequence[str], other: Sequence[str], start: int, put: int, count: int) -> _Run:
    size = len("".join(one[start : start + count]))
    return _Run(len("".join(one[:start])), len("".join(other[:put])), size)


def _aligned(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()  # type: ignore[return-value]
