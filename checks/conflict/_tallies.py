"""Tallies: a total and its parts, by the shapes in which sentences give them.

The shapes: "of 88 delegates, 41 chose ..., 33 ... and nine ..."; "had reached 19: seven in Hask, five in Lorn ..."; a list and
"that makes 550 in all"; "each sends 26, or 62 in all"; "47 per cent, 310 of the 420". A list is read only where every item
opens with its number: whatever else stands in it makes it unclear, and unclear is no tally.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.languages.en.code.numbers import Number, read_number
from auditor.languages.en.lexicon.numbers import SMALL
from auditor.text.alternation import one_of

_NUMBER = re.compile(r"(?<![\w.,’'$£€%-])(?:\d|(?:" + one_of(SMALL) + r")\b)(?![^\s]{0,12}%)")
_OF = re.compile(r"(?:^|[.;:]\s|\bthat\s)of\s(?:the\s|its\s|their\s|all\s|some\s)?$")
_COLON = re.compile(r"[^.;:,]{0,40}:\s")
_COMMA = re.compile(r"\s[^.;:,]{1,60},\s")
_JOINT = re.compile(r";\s(?:and\s|but\s|while\s)?|,\s(?:and\s|but\s|while\s)?|\sand\s|\swhile\s|\sbut\s")
_LEADS = re.compile(r"(?:(?:another|the other|a further|along with|plus|as well as|together with|then)\s){0,2}")
_OPEN = re.compile(
    r"\b(?:includ\w+|among|such as|mostly|mainly|at least|more than|fewer than|up to|over|of whom|of which|of them|"
    r"aged?|others?|rest|remaining|respectively|per cent|percent|points?)\b|%"
)
"""What makes a list of numbers something else than the parts of one whole."""
_MAKES = re.compile(
    r"^(?:that|this|which|together they|in all,? that|it)\s(?:makes?|is|was|comes? to|adds? up to|brings?|gives?)\s"
    r"(?:a total of\s|the total to\s)?"
)
_IN_ALL = re.compile(r"[^.;:]{0,30}\b(?:in all|in total|altogether|all told)\b")
_EACH = re.compile(r"\b(?:each|every|apiece)\b")
_OR = re.compile(r",\sor\s(?:a total of\s)?$")
_PLUS = re.compile(r"\b(?:added to|plus|on top of)\b[^.;:]{0,30}$")
_COMBINED = re.compile(r"\bmak(?:e|es|ing)\s(?:a\s)?(?:combined|total of|combined total of)\s$")
_SHARE = re.compile(r"\s(?:per\s?cent|percent)\b|%")
_PARTS_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|all\s|some\s)?(?:\w{3,12}\s){0,1}?(?=\d)")
_BETWEEN = re.compile(r"[^.;:(]{0,60}?[,(—–]\s?(?:or\s|about\s|some\s){0,2}$")
LONGEST = 2_000
"""Characters of a sentence that is read: longer ones are tables or texts without full stops."""
_AROUND = 80
"""Characters on either side of where a number begins in which it is read."""
_MOST_BETWEEN = 80
"""Characters between a share and the count that gives it again."""


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
        if end - start > LONGEST:
            continue
        yield from _listed(text, start, end)
        yield from _in_all(text, start, end)
        yield from _added(text, start, end)
        yield from _shares(text, start, end)
        if number and (made := _MAKES.match(text[start:end])):
            yield from _summed(text, sentences[number - 1], start + made.end(), end)


def numbers(text: str, start: int, end: int) -> Iterator[Number]:
    """The plain numbers of a stretch, no ranges, shares or vague ones."""
    done = start
    for match in _NUMBER.finditer(text, start, end):
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
        of = _OF.search(text[start : total.start])
        led = (_COMMA if of else _COLON).match(text, total.end, end)
        parts = _items(text, led.end(), end) if led else ()
        if len(parts) >= (2 if of else 3):
            yield Tally("of" if of else "list", total, parts)


def _items(text: str, start: int, end: int) -> tuple[Number, ...]:
    """The numbers of a list that goes to the end of its sentence, each item opening with its own; else none."""
    bare = re.sub(r"\([^()]{0,80}\)", lambda aside: " " * len(aside.group()), text[start:end])
    if _OPEN.search(bare):
        return ()
    opens = [0, *(joint.end() for joint in _JOINT.finditer(bare))]
    found: list[Number] = []
    for first, last in zip(opens, [*opens[1:], len(bare)], strict=True):
        led = _LEADS.match(bare, first, last)
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
    total = _plain(text, at, end) if _NUMBER.match(text, at) else None
    parts = tuple(numbers(text, *before))
    if total and _IN_ALL.match(text, total.end, end) and len(parts) > 1 and not _OPEN.search(text, *before):
        yield Tally("list", total, parts)


def _in_all(text: str, start: int, end: int) -> Iterator[Tally]:
    """ "Each club sends 26 rowers, or 62 in all"; "240 of pears and 95 of quinces, or 355 in all"."""
    found = list(numbers(text, start, end))
    for place, total in enumerate(found):
        parts = tuple(found[:place])
        led = _OR.search(text[start : total.start])
        if not parts or not led or not _IN_ALL.match(text, total.end, end) or _OPEN.search(text, start, total.start):
            continue
        each = _EACH.search(text, start, total.start)
        if each and len(parts) == 1:
            yield Tally("each", total, parts)
        elif not each and len(parts) > 1:
            yield Tally("list", total, parts)


def _added(text: str, start: int, end: int) -> Iterator[Tally]:
    """ "Its 86 boats, added to the 214 that it has, make a combined 310"."""
    found = list(numbers(text, start, end))
    for one, other, total in zip(found, found[1:], found[2:], strict=False):
        if _PLUS.search(text[one.end : other.start]) and _COMBINED.search(text[other.end : total.start]):
            yield Tally("list", total, (one, other))


def _shares(text: str, start: int, end: int) -> Iterator[Tally]:
    """ "About 47 per cent of the lamps, 310 of the 420, had been fitted."."""
    found = [
        one
        for match in re.finditer(r"(?<![\w.,-])\d", text[start:end])
        if (one := _plain(text, start + match.start(), end))
    ]
    for share, part, whole in zip(found, found[1:], found[2:], strict=False):
        behind = _SHARE.match(text, share.end, end)
        if not behind or part.start - behind.end() > _MOST_BETWEEN:
            continue
        of = _PARTS_OF.match(text, part.end, end)
        if of and of.end() == whole.start and _BETWEEN.match(text[behind.end() : part.start]) and part.low < whole.low:
            yield Tally("share", share, (part, whole))
