"""What a line says of itself: its words, its length, how it begins and ends. Features by name; no place in the page yet."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from auditor.languages.en.lists import LISTS
from auditor.text.regex import regex

_TOKEN = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]")
_BULLET = regex(r"(?:[•·*▪◦‣–—-]|\(?\d{1,3}[.)])\s")
_FUNCTION_WORDS = LISTS.words("function_words", "prose")
_OPENING, _CLOSING = 80, 30
"""Characters read of a long line at either end: furniture is told by how it begins and ends."""
_PROSE_WORDS = 12
"""A line of as many words, with function words and a full stop, is prose: where such lines are, the article is."""
_LONG = 400
"""Characters from which on length says nothing more."""


_CODE = regex(
    r"[{};]\s*$|^(?://|/\*|#\w|@\w|\}|</?\w)|^\w[\w.\[\]]{0,40} [-+*|&]?= \S|\w\([^)]{0,80}\)|[=!<>]=|->|=>|::|\w[\[=_]\w|\w=[\"']"
)
_SIGN = regex(r"[{};/#@<=(>:_\[]")
"""A sign that every line of code holds: most lines of prose have none, and are passed over."""
_ADDRESS = regex(r"://|www\.")
_NUMBER = regex(r"[\W\d]{0,20}\d[\W\d]{0,20}(?:\w{1,3})?\W{0,9}")
"""A figure with its unit: "1,200 km", "$19/mo"."""
_PASSAGE = 80
"""Characters of a line that is prose in a language whose words are not known, where it ends as a sentence does."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What its neighbours need to know of a line: its length in characters, and what it looks like.

    ``prose`` is a passage of sentences, ``code`` a line of a program or of markup, ``number`` a figure alone, ``item`` what
    opens with a bullet or a number.
    """

    length: int
    prose: bool
    code: bool = False
    number: bool = False
    item: bool = False


def shape_of(line: str) -> Shape:
    """The shape of a line of which no word is known."""
    return _shape(line, prose=len(line) >= _PASSAGE and _ending(line) in '."?!')


def _shape(line: str, *, prose: bool) -> Shape:
    if prose or len(line) >= _LONG:
        return Shape(len(line), prose)
    code = bool(_SIGN.search(line) and _CODE.search(line)) and not _ADDRESS.search(line)
    return Shape(len(line), prose, code, bool(_NUMBER.fullmatch(line)), is_list_item(line))


def own_features(line: str) -> tuple[list[str], Shape]:
    """The names of the features of a line by itself, and its shape; ``line`` is not blank."""
    cut = len(line) > _OPENING + _CLOSING
    opening = _TOKEN.findall(line[:_OPENING] if cut else line)
    lower = _folded(opening)
    tail = _folded(_TOKEN.findall(line[-_CLOSING:])) if cut else lower
    # In their order, not as a set: the last bits of a sum depend on the order of its parts.
    names = dict.fromkeys((*lower, *tail, *_pairs(["^", *lower]), *_pairs([*tail, "$"])))
    words = [token for token in opening if token[0].isalpha()]
    function = sum(map(_FUNCTION_WORDS.__contains__, lower))
    upper = sum([word[0].isupper() for word in words])
    capitals = 1 + min(3, (4 * upper - 1) // len(words)) if words else 0
    functional = min(4, 10 * function // len(words)) if words else 5
    size, end = _size(len(line)), _ending(line)
    features = [
        *names,
        f"size={size}",
        f"capitals={capitals}",
        f"functional={functional}",
        f"size end={size} {end}",
        f"size capitals={size} {capitals}",
        f"size functional={size} {functional}",
        f"capitals end={capitals} {end}",
        f"numbers={min(4, sum(map(str.isdecimal, opening)))}",
        f"words={min(12, len(words))}",
        *_marks(line, size),
    ]
    prose = (len(words) >= _PROSE_WORDS or cut) and functional >= 2 and end in '."?!'
    return features, _shape(line, prose=prose)


def _folded(tokens: list[str]) -> list[str]:
    return [f"<{min(len(token), 5)}>" if token.isdecimal() else token.lower() for token in tokens]


def _pairs(tokens: list[str]) -> list[str]:
    return list(map(" ".join, pairwise(tokens)))


def _size(length: int) -> int:
    return min(12, int(2 * math.log2(length + 1)) - 2) if length < _LONG else 13


def _ending(line: str) -> str:
    last = line[-1]
    if last.isalpha():
        return "a"
    if last.isdigit():
        return "0"
    if last in ".?!:,;|…)":
        return last
    return '"' if last in "”\"'’" else "-"


def is_list_item(line: str) -> bool:
    """Whether the line opens with a bullet or a number."""
    return bool(_BULLET.match(line))


def _marks(line: str, size: int) -> list[str]:
    marks = []
    if line.isupper():
        marks.append("all=capitals")
    if line[0].islower():
        marks.append("initial=small")
    if is_list_item(line):
        marks.append(f"bullet={size}")
    if "@" in line:
        marks.append("has=@")
    if "http" in line or "www." in line:
        marks.append("has=address")
    return marks
