"""Tallies: a total and its parts, by the shapes in which sentences give them.

The shapes: "of 88 delegates, 41 chose ..., 33 ... and nine ..."; "had reached 19: seven in Hask, five in Lorn ..."; a list and
"that makes 550 in all"; "each sends 26, or 62 in all"; "47 per cent, 310 of the 420". A list is read only where every item
opens with its number: whatever else stands in it makes it unclear, and unclear is no tally.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from auditor.languages.en.code.numbers import Number, read_number
from auditor.languages.en.phrases.sums import (
    A_NUMBER,
    EACH,
    IN_ALL,
    JOINT,
    LEADS_TO_PART,
    MAKES_A_TOTAL,
    NO_TALLY,
    OF_A_WHOLE,
    OR_IN_ALL,
    PARTS_OF,
    PER_CENT,
    UP_TO_A_PART,
)
from auditor.text.regex import regex

_COLON = regex(r"[^.;:,]{0,40}:\s")
_DIGITS = regex(r"(?<![\w.,-])\d")
_COMMA = regex(r"\s[^.;:,]{1,60},\s")
_LONGEST = 2_000
"""Characters of a sentence that is read: longer ones are tables or texts without full stops."""
_AROUND = 80
"""Characters on either side of where a number begins in which it is read."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A total, and the numbers that a text gives as its parts; ``kind`` is the shape.

    ``kind`` is ``list`` (the parts make the total), ``of`` (they may leave some of it unsaid), ``each`` (the one part makes it some whole number of times) or
    ``share`` (a total in per cent, and the two counts that it is made of).
    """

    kind: str
    total: Number
    parts: tuple[Number, ...]


def tallies(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[Tally]:
    """The tallies of a text in lower case, in reading order."""
    for number, (start, end) in enumerate(sentences):
        if end - start > _LONGEST:
            continue
        if _holds_a_list(text, start, end):
            yield from _listed(text, start, end)
            yield from _in_all(text, start, end)
        yield from _shares(text, start, end)
        if number and (made := MAKES_A_TOTAL.match(text[start:end])):
            yield from _summed(text, sentences[number - 1], start + made.end(), end)


def _holds_a_list(text: str, start: int, end: int) -> bool:
    """Whether as many numbers may stand in a stretch as the shortest list has with its total: "each sends 26, or 62 in all"."""
    return next(islice(A_NUMBER.finditer(text, start, end), 1, None), None) is not None


def numbers(text: str, start: int, end: int) -> Iterator[Number]:
    """The plain numbers of a stretch, no ranges, shares or vague ones."""
    done = start
    for match in A_NUMBER.finditer(text, start, end):
        if match.start() >= done and (found := _plain(text, match.start(), end)):
            done = found.end
            yield found


def _plain(text: str, at: int, end: int) -> Number | None:
    low = max(0, at - _AROUND)
    found = read_number(text[low : min(end, at + _AROUND)], at - low, alone=True)
    exact = found and found.form in ("digits", "words", "scaled") and found.low == found.high
    return found._replace(start=found.start + low, end=found.end + low) if found and exact else None


def _listed(text: str, start: int, end: int) -> Iterator[Tally]:
    """ "Of N, A ..., B ... and C ..."; "N: A ..., B ... and C ..."."""
    for total in numbers(text, start, end):
        before = OF_A_WHOLE.search(text[start : total.start])
        of = before and before["opens"] is not None
        led = (_COMMA if of else _COLON).match(text, total.end, end)
        parts = _items(text, led.end(), end) if led else ()
        if len(parts) >= (2 if of else 3):
            yield Tally("of" if of else "list", total, parts)


def _items(text: str, start: int, end: int) -> tuple[Number, ...]:
    """The numbers of a list that goes to the end of its sentence, each item opening with its own; else none."""
    bare = re.sub(r"\([^()]{0,80}\)", lambda aside: " " * len(aside.group()), text[start:end])
    if NO_TALLY.stands(bare):
        return ()
    opens = [0, *(joint.end() for joint in JOINT.finditer(bare))]
    found: list[Number] = []
    for first, last in zip(opens, [*opens[1:], len(bare)], strict=True):
        led = LEADS_TO_PART.match(bare, first, last)
        at = start + (led.end() if led else first)
        inside = [
            one for one in numbers(text, start + first, start + last) if one.start == at or not _pronoun(text, one)
        ]
        if inside and (len(inside) > 1 or inside[0].start != at):
            return ()
        found += inside
    return tuple(found)


def _pronoun(text: str, number: Number) -> bool:
    """Whether a number is none: "the green one"."""
    return text[number.start : number.end] == "one"


def _summed(text: str, before: tuple[int, int], at: int, end: int) -> Iterator[Tally]:
    """ "... 240 of pears, 180 of plums and 95 of quinces. That makes 550 in all."."""
    total = _plain(text, at, end) if A_NUMBER.match(text, at) else None
    parts = tuple(numbers(text, *before))
    if total and IN_ALL.match(text, total.end, end) and len(parts) > 1 and not NO_TALLY.stands(text, *before):
        yield Tally("list", total, parts)


def _in_all(text: str, start: int, end: int) -> Iterator[Tally]:
    """ "Each club sends 26 rowers, or 62 in all"; "240 of pears and 95 of quinces, or 355 in all"."""
    found = list(numbers(text, start, end))
    for place, total in enumerate(found):
        parts = tuple(found[:place])
        led = text[start : total.start].endswith(OR_IN_ALL)
        if not parts or not led or not IN_ALL.match(text, total.end, end) or NO_TALLY.stands(text, start, total.start):
            continue
        each = EACH.stands(text, start, total.start)
        if each and len(parts) == 1:
            yield Tally("each", total, parts)
        elif not each and len(parts) > 1:
            yield Tally("list", total, parts)


def _shares(text: str, start: int, end: int) -> Iterator[Tally]:
    """ "About 47 per cent of the lamps, 310 of the 420, had been fitted."."""
    if not any(sign in text[start:end] for sign in PER_CENT):
        return
    found = [one for match in _DIGITS.finditer(text, start, end) if (one := _plain(text, match.start(), end))]
    for share, part, whole in zip(found, found[1:], found[2:], strict=False):
        if not text.startswith(PER_CENT, share.end, end):
            continue
        of = PARTS_OF.match(text, part.end, end)
        if of and of.end() == whole.start and UP_TO_A_PART.match(text[share.end : part.start]) and part.low < whole.low:
            yield Tally("share", share, (part, whole))
