"""Which way a date without a year, or a day of the week, points from the day of writing: by the verb it belongs to.

The verb nearest before the date in its clause decides; where none stands there ("On Friday the court will sit") or the
date belongs to what follows it ("Friday's hearing will be short"), the first behind it.
"""

from __future__ import annotations

import re

from auditor.extract.times.patterns import any_of
from auditor.lexicon.tenses import IRREGULAR_PASTS

AHEAD, BACK, EITHER = 1, -1, 0
"""The date lies ahead of the day of writing, behind it, or its clause does not say."""

_BASE = r"(?:\s(?:not|now|also|then|only|likely|probably))?(?:\sbe(?:\s[a-z]+)?)?"
_EXPECTED = r"scheduled|slated|set|expected|planned|poised|supposed|booked|projected|intended"
_WILLING = (
    r"plan(?:s|ning)?|hop(?:e|es|ing)|intend(?:s|ing)?|aim(?:s|ing)?|vow(?:s|ed)|promis(?:es|ed)|agree[sd]?|"
    r"pledge[sd]?|prepar(?:e|es|ing)|want[s]?|ready|likely|about|going|is|are|needs?|ordered|asked|urged|invited|"
    r"threaten(?:s|ed|ing)|try|trying|expects?|ha(?:s|ve)"
)
_BEGINS = r"begins|starts|opens|ends|expires|matures?|takes?\seffect|kicks\soff|runs\sthrough"
_NOT_PAST = "need|united|indeed|speed|proceed|exceed|succeed|hundred|red|wed|armed|alleged|proposed|planned|embattled|unprecedented"
"""Words in -ed that are no past tense, or adjectives before the noun of a plan."""
_CUE = re.compile(
    rf"(?P<either>\b(?:was|were|had\sbeen)\s(?:{_EXPECTED}|due|going|about|to)(?:\sto{_BASE}\s[a-z]+|\b)|"
    rf"\b(?:would|could|should|might|may|can|must)\b{_BASE}\s[a-z]+|\bsays?\b)|"
    rf"(?P<ahead>\b(?:will|won[’']t|shall)\b{_BASE}(?:\s[a-z]+)?|[’']ll\b|\b(?:{_WILLING}|{_EXPECTED})\sto\b{_BASE}(?:\s[a-z]+)?|"
    rf"\b(?:{_EXPECTED}|due)\s(?:for|on|in|at)\b|\b(?:is|are)\sdue\b{_BASE}|\bto\sbe\s[a-z]+|\b(?:upcoming|coming|forthcoming|ahead\sof)\b|"
    rf"\b(?:until|through|no\slater\sthan|starting|beginning|effective)\b|\b(?:{_BEGINS})\b)|"
    rf"(?P<back>\b(?:{any_of(IRREGULAR_PASTS)}|set\soff|ago)\b|\b(?!(?:{_NOT_PAST})\b)[a-z]{{2,}}ed\b)"
)
"""Verbs and what stands for them; what is put in the past and still looks ahead ("was to be heard") says neither."""
_DEADLINE = re.compile(r"\bby\s(?:early\s|late\s|mid-|noon\s|the\send\sof\s)?\Z")
_OPENING = re.compile(
    r"(?:\A|[.,;:!?\n—–(“\"]\s?|\s(?:that|and|but|while|when|because|as|if|–|—|--)\s)(?:on\s|in\s|early\s|late\s|early\son\s)?\Z"
)
"""What stands before a date that opens its clause: its verb follows."""
_BELONGS = re.compile(
    r"[’']s?\s[a-z]|\s(?!(?:morning|afternoon|evening|night)\b)(?:vote|hearing|meeting|election|primary|deadline|debate|summit|trial)\b"
)
"""Behind a date that belongs to the noun after it."""
_END = re.compile(r"[.;:!?\n]")
_REACH = 80
"""Characters before and behind a date in which its verb is looked for: about a clause."""


def direction(text: str, start: int, end: int) -> int:
    """Where the date at ``[start, end)`` of the text in lower case lies: ``AHEAD``, ``BACK``, or ``EITHER``."""
    before = text[max(0, start - _REACH) : start]
    if _DEADLINE.search(before):
        return AHEAD
    owner = _BELONGS.match(text, end)
    if owner or _OPENING.search(before):
        behind = _first(text, end)
        if behind or owner:
            return behind
    return _last(before)


def _first(text: str, end: int) -> int:
    """What the first verb behind ``end`` in its clause says."""
    stop = _END.search(text, end, end + _REACH)
    found = _CUE.search(text, end, stop.start() if stop else end + _REACH)
    return _way(found) if found else EITHER


def _last(before: str) -> int:
    """What the last verb of the clause says that ends with ``before``."""
    cut = max((found.end() for found in _END.finditer(before)), default=0)
    found = None
    for found in _CUE.finditer(before, cut):  # noqa: B007 - the last one counts
        pass
    return _way(found) if found else EITHER


def _way(found: re.Match[str]) -> int:
    return {"ahead": AHEAD, "back": BACK, "either": EITHER}[found.lastgroup or "either"]
