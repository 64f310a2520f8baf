"""Which lines of a page are residue, of which class, and how surely: one answer a line, for all residue checks.

A line that a pattern of ``lines`` names is residue. Any other is residue where its score (``scorer``) says so; its
class is then told by the words it holds, and without any by its shape: a menu line, or the teaser of another article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model import Confidence
from auditor.residue.lines import Furniture, classify, classify_wordless
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


_CUES = tuple(
    (kind, reason, re.compile(pattern, re.I))
    for kind, reason, pattern in (
        ("cookie-notice", "reads like a cookie notice", r"\bcookies?\b|\bconsent\b|\bprivacy (?:policy|settings)\b"),
        (
            "copyright-notice",
            "reads like a legal notice",
            r"©|\bcopyright\b|\brights reserved\b|\bterms (?:of|and)\b|\bdisclaimer\b|\bdisclosure\b",
        ),
        (
            "ad-label",
            "reads like advertising",
            r"\badvert|\bsponsored\b|\baffiliate\b|\bbuy now\b|\bshop now\b",
        ),
        (
            "subscription-prompt",
            "reads like a call to subscribe",
            r"\bsubscri|\bnewsletters?\b|\bsign (?:up|in)\b|\blog ?in\b|\binbox\b|\bfree trial\b|\bmember(?:ship)?s?\b|\bdonate\b|\bregister\b",
        ),
        (
            "share-control",
            "reads like a share button",
            r"\b(?:share|tweet|facebook|twitter|whatsapp|linkedin|pinterest|instagram|youtube|follow us)\b",
        ),
        ("comment-form", "reads like reader comments", r"\bcomments?\b|\breply\b|\breplies\b|\bsays:|\blikes?\b"),
        (
            "photo-credit",
            "reads like a picture credit",
            r"\b(?:photo(?:graph)?s?|image|getty|shutterstock|illustration|credit|pictured?)\b",
        ),
        (
            "author-box",
            "reads like an author's box",
            r"^by [A-Z]|\b(?:author|written by|reviewed by|editor|writer|journalist|contributor)\b",
        ),
        (
            "timestamp",
            "reads like a time stamp",
            r"^\W*(?:\w{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \w{3,9}\.? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\b|\b(?:published|updated)\b|\bmin(?:ute)? read\b|\bago$",
        ),
        (
            "contact-line",
            "reads like contact details",
            r"@\w|\b(?:contact|call us|phone|tel|e-?mail)\b|\+?\d[\d ()-]{8,}\d",
        ),
        (
            "related-link",
            "reads like a link to another article",
            r"\b(?:read|learn|see|view|find out|discover|show) (?:more|all|also|next)\b|\brelated\b|\brecommended\b|\btrending\b|\bpopular\b|\bcheck out\b",
        ),
        (
            "page-control",
            "reads like a control of the page",
            r"\b(?:menu|search|next|previous|skip|print|click|download|close|toggle|filter|sort)\b",
        ),
    )
)


_FOLLOWING = Recognised("teaser", "follows a label of links", Confidence.MEDIUM)
_HEADLINE_WORDS = 6
"""Words from which a title is a headline rather than a heading."""


def recognise(lines: Sequence[str]) -> list[Recognised | None]:
    """For each line of a page what residue it is, or ``None``; ``lines`` are in order, none of them blank."""
    return judge(lines, scores(lines))


def recognise_wordless(lines: Sequence[str]) -> list[Recognised | None]:
    """What ``recognise`` returns, by nothing that reads a word: for lines in a language that no rule here knows."""
    found = [_recognised(furniture) if (furniture := classify_wordless(line)) else None for line in lines]
    _mark_repeated(lines, found)
    return found


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
        return _recognised(furniture)
    over = margin(score, line)
    if over < 0 or line.startswith(_QUOTES):
        return None
    kind, reason = _class(line)
    return Recognised(kind, reason, Confidence.MEDIUM if over >= _SURE else Confidence.LOW)


def _recognised(furniture: Furniture) -> Recognised:
    return Recognised(furniture.kind, furniture.what, furniture.confidence)


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
