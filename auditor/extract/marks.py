"""Quotation marks: which opens, which closes, and what stands between them.

Each mark is typed by its neighbours first (may it open, may it close), so that straight marks, apostrophes and inches are
told apart without counting. Marks are then paired paragraph by paragraph, so that one slip loses one paragraph. A paragraph
that opens and does not close runs on into the next where that opens again (house style of running quotations).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Prose

CLOSED, RUNS_ON, CUT, UNCLOSED = "closed", "runs on", "cut", "unclosed"

_MARKS = re.compile("[“”\"«»„‘’']")
_CLOSES = {"“": '”"“', '"': '"”', "„": "“”", "«": "»", "»": "«", "‘": "’'", "'": "'’", "”": '”"'}
"""What may close each opening mark; pages that were retyped mix straight and curly ones."""
_SINGLE = "'‘’"
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n)\b", re.I)
_INCHES = re.compile(r"\d[’']\s?\d{1,2}$")
_LONGEST_SINGLE = 1_000
_LONGEST = 5_000
"""Characters of the longest passage looked for in single marks, which are also apostrophes, and in others."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage in marks: ``[start, end)`` inside them; ``closed`` says how it ends.

    ``closed``: a mark closes it; ``runs on``: the next paragraph opens again; ``cut``: the next paragraph goes on without
    a mark (a caption or an advertisement stood between); ``unclosed``: nothing closes it.
    """

    start: int
    end: int
    closed: str


def marked_passages(prose: Prose) -> Iterator[Marked]:
    """Every passage in quotation marks, outermost marks only, in reading order."""
    text = prose.text
    rest = None
    for number, (start, end) in enumerate(prose.paragraphs):
        following = prose.paragraphs[number + 1] if number + 1 < len(prose.paragraphs) else (len(text), len(text))
        closing, lone = _pairs(text, start, end)
        if rest is not None and lone is not None:
            yield _stripped(text, start, lone, CLOSED)
        rest = None
        for passage in _outermost(text, end, closing, following):
            rest = passage if passage.closed == CUT else None
            yield passage


def _outermost(text: str, end: int, closing: dict[int, int | None], following: tuple[int, int]) -> Iterator[Marked]:
    at = 0
    openers = sorted(closing)
    for place, mark in enumerate(openers):
        close = closing[mark]
        if mark < at:
            continue
        if close is not None:
            yield _stripped(text, mark + 1, close, CLOSED)
            at = close + 1
        elif text[mark] not in _SINGLE or text[mark] == "‘":
            again = any(text[later] == text[mark] for later in openers[place + 1 : place + 4])
            ends = _how_it_ends(text, mark, end, following) if not again else UNCLOSED
            if ends != UNCLOSED or text[mark] != "‘":
                yield _stripped(text, mark + 1, end, ends)
            if ends != UNCLOSED:
                return


def _how_it_ends(text: str, mark: int, end: int, following: tuple[int, int]) -> str:
    """Whether a passage that no mark of its paragraph closes goes on in the next paragraph."""
    first = text[following[0] : following[0] + 1]
    speech = text[mark + 1 : mark + 2].isupper() or text[mark + 1 : mark + 2] in ("…", ".", "(", "[")
    if speech and first == text[mark]:
        return RUNS_ON
    if first.islower() and text[end - 1 : end] not in ".!?":
        _, lone = _pairs(text, *following)
        if lone is not None:
            return CUT
    return UNCLOSED


def _pairs(text: str, start: int, end: int) -> tuple[dict[int, int | None], int | None]:
    """The mark that closes each opening one (``None``: nothing does), and a double mark that closes what nothing opened.

    Marks typed as two apostrophes (``''``) are not read; single ones beside them are inner ones.
    """
    pairs: dict[int, int | None] = {}
    waiting: list[int] = []
    lone = None
    doubled = text.find("''", start, end) >= 0
    for found in _MARKS.finditer(text, start, end):
        place = found.start()
        opener = _closed_by(text, waiting, place) if _may_close(text, place, end) else None
        if opener is not None:
            del waiting[opener[0] :]
            pairs[opener[1]] = place
        elif _may_open(text, place, start, end, doubled):
            waiting.append(place)
            pairs[place] = None
        elif not pairs and lone is None and text[place] in '”"»':
            lone = place
    return pairs, lone


def _closed_by(text: str, waiting: list[int], place: int) -> tuple[int, int] | None:
    """Which of the marks that wait is closed by the one at ``place``: the last of a fitting kind, near enough."""
    for back in range(1, min(len(waiting), 4) + 1):
        at = waiting[-back]
        fits = text[place] in _CLOSES[text[at]]
        if fits and place - at <= (_LONGEST_SINGLE if text[at] in _SINGLE else _LONGEST):
            return len(waiting) - back, at
    return None


def _may_open(text: str, place: int, start: int, end: int, doubled: bool) -> bool:
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    mark = text[place]
    if mark in "“„«":
        return not (after.isspace() and not before.isspace())
    if mark in "’”" or after.isspace() or before.isalnum() or before == "=":
        return False
    if mark in "'‘":
        return (
            not doubled
            and (after.isalpha() or after in '“"[$…')
            and before not in "'’"
            and not _ELISION.match(text, place + 1)
        )
    return before.isspace() or before in "([—–-/‘'“…" or (mark == '"' and before in ",.:;")


def _may_close(text: str, place: int, end: int) -> bool:
    before = text[place - 1 : place]
    after = text[place + 1] if place + 1 < end else " "
    mark = text[place]
    if mark == '"':
        inches = before.isdigit() and _INCHES.search(text, max(0, place - 5), place)
        spaced = before == " " and text[place - 2 : place - 1] in ("'", "’")
        return (spaced or not before.isspace()) and before != "" and not inches
    if mark in "'’":
        return not after.isalnum() and _closes_single(before, after)
    if mark == "“":
        return not before.isspace() and (after.isspace() or after in ",.;:)")
    return mark not in "‘„"


def _closes_single(before: str, after: str) -> bool:
    """Whether a single mark closes a quotation rather than a possessive ("sailors’ wives")."""
    return before in tuple(".,!?…)") or (not before.isspace() and (before != "s" or after in '.,;:)”"'))


def _stripped(text: str, start: int, end: int, closed: str) -> Marked:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(start, end, closed)
