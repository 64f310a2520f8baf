"""Which way a date without a year, or a day of the week, points from the day of writing: by the verb it belongs to.

The verb nearest before the date in its clause decides; where none stands there ("On Friday the court will sit") or the
date belongs to what follows it ("Friday's hearing will be short"), the first behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import BESIDE, STEM
from auditor.text.beside import Before
from auditor.text.regex import regex

_IRREGULAR_PASTS = LISTS.words("irregular_verbs", "past") - LISTS.words("irregular_verbs", "ambiguous")


AHEAD, BACK, EITHER = 1, -1, 0
"""The date lies ahead of the day of writing, behind it, or its clause does not say."""

_WILL = LISTS.words("tense_words", "will")
_MODALS = LISTS.words("tense_words", "either")
"""Verbs that say neither: what would happen on Friday may have happened, or be still to come."""
_EXPECTED = LISTS.words("tense_words", "expected")
"""Words that with "to", "for" or "on" put something ahead, and behind "was" neither ahead nor back."""
_WILLING = LISTS.words("tense_words", "willing")
"""Words that with "to" and a verb put what the verb tells ahead."""
_LOOKING = _EXPECTED | _WILLING
_LINKS = frozenset("for on in at".split())
_AHEAD = LISTS.words("tense_words", "ahead")
_PAIRS = frozenset([("ahead", "of"), ("later", "than"), ("takes", "effect"), ("take", "effect"), ("kicks", "off")])
_PASTS = frozenset(_IRREGULAR_PASTS) | {"ago", "since"}
_NOT_PAST = LISTS.words("tense_words", "not-past")
"""Words in -ed that are no past tense, or adjectives before the noun of a plan."""
_WORD = regex(r"[a-z’']{2,}")
_DEADLINE = Before(LISTS.words("tense_words", "deadline"), hyphen=True)
_OPENING = regex(
    r"(?:\A|[.,;:!?\n—–(“\"]\s?|\s(?:that|and|but|while|when|because|as|if|–|—|--)\s)(?:on\s|in\s|early\s|late\s|early\son\s)?\Z"
)
"""What stands before a date that opens its clause: its verb follows."""
_BELONGS = regex(r"[’']s?\s[a-z]|\s(?:vote|hearing|meeting|election|primary|deadline|debate|summit|trial)\b")
"""Behind a date that belongs to the noun after it."""
_ENDS = ".;:!?\n"
"""What ends a clause."""


def direction(text: str, start: int, end: int) -> int:
    """Where the date at ``[start, end)`` of the text in lower case lies: ``AHEAD``, ``BACK``, or ``EITHER``."""
    before = text[max(0, start - 2 * BESIDE) : start]
    if _DEADLINE.stands(text, start):
        return AHEAD
    owner = _BELONGS.match(text, end)
    if owner or _OPENING.search(before[-14:]):
        behind = _first(text[end : end + 2 * BESIDE])
        if behind or owner:
            return behind
    return _last(before)


def _first(behind: str) -> int:
    """What the first verb says in the clause that begins with ``behind``."""
    words = _WORD.findall(behind, 0, min((at for mark in _ENDS if (at := behind.find(mark)) >= 0), default=len(behind)))
    return next((way for at in range(len(words)) if (way := _way(words, at)) is not None), EITHER)


def _last(before: str) -> int:
    """What the last verb says of the clause that ends with ``before``."""
    words = _WORD.findall(before, max(before.rfind(mark) for mark in _ENDS) + 1)
    return next((way for at in reversed(range(len(words))) if (way := _way(words, at)) is not None), EITHER)


def _way(words: Sequence[str], at: int) -> int | None:
    """What the word at that place says; ``None`` where it is no verb and stands for none."""
    word = words[at]
    before = words[at - 1] if at else ""
    behind = words[at + 1] if at + 1 < len(words) else ""
    if word in _WILL or word.endswith(("’ll", "'ll")):
        return AHEAD
    if word in _MODALS:
        return EITHER
    if word in _EXPECTED and (behind == "to" or behind in _LINKS):
        return _put_ahead(word, before, behind)
    if word == "to" and behind == "be" and before not in _LOOKING:
        return EITHER if before in ("was", "were") else AHEAD
    if (word in _WILLING and behind == "to") or word in _AHEAD or (word, behind) in _PAIRS:
        return AHEAD
    if word in _PASTS or (word.endswith("ed") and len(word) >= STEM and word not in _NOT_PAST):
        return None if before == "be" else BACK
    return None


def _put_ahead(word: str, before: str, behind: str) -> int | None:
    """What "expected to" and the like say: "due to" gives a cause unless a verb of being stands before it."""
    if before in ("was", "were", "been"):
        return EITHER
    if word in ("due", "going", "about") and behind != "on" and before not in ("is", "are", "s"):
        return None
    return AHEAD
