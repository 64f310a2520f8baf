"""Which lines of a page are residue, of which class, and how surely: one answer a line, for all residue checks.

A line that a pattern of ``lines`` names is residue. Any other is residue where its score (``scorer``) says so; its
class is then told by the words it holds, and without any by its shape: a menu line, or the teaser of another article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.languages.en.phrases.furniture import CUES
from auditor.model import Confidence
from auditor.residue.lines import classify
from auditor.residue.scorer import margin, scores
from auditor.residue.words import is_list_item

_SURE = 1.5
"""Log-odds over the threshold from which on a scored line is residue with medium confidence, not low."""
_MENU_WORDS = 4
"""A menu entry has no more words; a headline has more."""
_REPEATED = 100
"""Characters from which on a sentence said twice in one article is a repetition of the page, not of the author."""
_NEAR, _COMPANY = 4, 2
"""A line that is residue by its score alone has as many others within so many lines."""
_LABEL, _TITLE = 40, 140
"""Characters of the longest label over links, and of the longest title among them."""
_FINAL = (".", "!", "?", "”", '"')
_QUOTES = ("“", '"', "‘", "«", "„")


@dataclass(frozen=True, slots=True)
class Recognised:
    """The class of a line that is residue: the check that reports it, the reason, how sure."""

    kind: str
    reason: str
    confidence: Confidence


_CUES = tuple((kind, reason, re.compile(pattern, re.I)) for kind, reason, pattern in CUES)


_FOLLOWING = Recognised("teaser", "follows a label of links", Confidence.MEDIUM)
_HEADLINE_WORDS = 6
"""Words from which a title is a headline rather than a heading."""


def recognise(lines: Sequence[str]) -> list[Recognised | None]:
    """For each line of a page what residue it is, or ``None``; ``lines`` are in order, none of them blank."""
    return judge(lines, scores(lines))


def judge(lines: Sequence[str], scored: Sequence[float]) -> list[Recognised | None]:
    """What ``recognise`` returns, given the lines' scores."""
    found = [_judged(line, score) for line, score in zip(lines, scored, strict=True)]
    _spare_lists(lines, found)
    _spare_the_lonely(found)
    _follow_labels(lines, found)
    _mark_repeated(lines, found)
    return found


def _judged(line: str, score: float) -> Recognised | None:
    furniture = classify(line)
    if furniture:
        return Recognised(furniture.kind, furniture.what, furniture.confidence)
    over = margin(score, line)
    if over < 0 or line.startswith(_QUOTES):
        return None
    kind, reason = _class(line)
    return Recognised(kind, reason, Confidence.MEDIUM if over >= _SURE else Confidence.LOW)


def _spare_lists(lines: Sequence[str], found: list[Recognised | None]) -> None:
    """The items of a list that a line of the article announces are the article's."""
    announced = False
    for at, line in enumerate(lines):
        one = found[at]
        if is_list_item(line):
            if announced and one and one.confidence != Confidence.HIGH:
                found[at] = None
        else:
            announced = one is None and line.endswith(":")


def _spare_the_lonely(found: list[Recognised | None]) -> None:
    """Furniture comes in flocks: a line that only scores, with hardly any other near, may be a heading or a signature."""
    flags = [one is not None for one in found]
    for at, one in enumerate(found):
        if one and one.confidence != Confidence.HIGH:
            around = sum(flags[max(0, at - _NEAR) : at + _NEAR + 1]) - 1
            if around < _COMPANY:
                found[at] = None


def _follow_labels(lines: Sequence[str], found: list[Recognised | None]) -> None:
    """The titles that follow a label such as "Related articles".

    A title that prose follows is a heading, unless it ends a list of titles and is as long as headlines are.
    """
    after_label = False
    for at, line in enumerate(lines):
        one = found[at]
        headline = at > 0 and found[at - 1] == _FOLLOWING and len(line.split()) >= _HEADLINE_WORDS
        heads = not headline and _heads(line, lines[at + 1 : at + 2])
        if one is None and after_label and _is_title(line) and not heads:
            found[at] = _FOLLOWING
        else:
            after_label = one is not None and one.kind == "related-link" and len(line) <= _LABEL


def _heads(line: str, following: Sequence[str]) -> bool:
    """Whether what follows a title is a paragraph under it: no title, and a good deal longer."""
    return any(len(after) >= 1.5 * len(line) and not _is_title(after) for after in following)


def _is_title(line: str) -> bool:
    return len(line) <= _TITLE and len(line.split()) > _MENU_WORDS and line[-1] not in '.:;,”"' and line[0].isupper()


def _mark_repeated(lines: Sequence[str], found: list[Recognised | None]) -> None:
    said: set[str] = set()
    for at, line in enumerate(lines):
        if len(line) >= _REPEATED and line.endswith(_FINAL) and not is_list_item(line):
            if found[at] is None and line in said:
                found[at] = Recognised("repeated-paragraph", "stands in the text a second time", Confidence.MEDIUM)
            said.add(line)


def _class(line: str) -> tuple[str, str]:
    for kind, reason, pattern in _CUES:
        if pattern.search(line):
            return kind, reason
    if len(line.split()) <= _MENU_WORDS:
        return "menu-line", "reads like an entry of a menu"
    return "teaser", "reads like the teaser of another article"
