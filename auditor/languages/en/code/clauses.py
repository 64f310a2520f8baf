"""Clauses: the part of a sentence in which a verb and what it is said of stand, and how firmly it is put."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from auditor.languages.en.lists import LISTS
from auditor.model import Claim, ClaimKind, Modality, Quotation
from auditor.text.alternation import one_of

_NEGATORS = LISTS.words("negators", "adverb", "joining", "determiner", "pronoun")

_JOINS = one_of(LISTS.words("function_words", "clause-joint"))
_BREAK = re.compile(
    rf"[;:—–()“”\"]|,\s(?:{_JOINS}|(?P<aside>who|which|whom|whose))\s|\s(?:-|{_JOINS})\s"
    r"|\b(?:said|says|told\s\w{1,20}|announced|shows?|showed)\s(?:that\s)?|\b[a-z]{1,20}ed\sthat\s"
    r"|\b[Aa]ccording\sto\s[^,;]{1,80},?\s"
)
_SUPPOSED = re.compile(
    rf"\b(?:{one_of(LISTS.words('hedging_words', 'supposed'))}|potential\w*|expect\w*|hop(?:es?|ed|ing)|plan(?:s|"
    r"ned|ning)?|seek\w*|sought|want\w*|urg(?:e|es|ed|ing)|due|accus\w+|alleg\w+|recommend\w*|await\w*|pending|"
    r"request\w*|charged?|tried|risk\w*|fear\w*|threaten\w*|try|trying|about)\b|\bto\s(?:\w+ly\s)?$|(?<=[a-z])"
    r"n[’']t\s(?:be|have)\sable|\?"
)
_DENIAL = re.compile(
    rf"\b(?:{one_of(_NEGATORS)}|[a-z]+n[’']t|fail(?:s|ed|ing)?\sto|"
    r"(?:refus|declin)\w+\sto|unable\sto|rather\sthan|instead\sof)\b"
)
_REPORTED = re.compile(rf"\b(?:{one_of(LISTS.words('hedging_words', 'unasserted'))})\sthat\s$")
"""What stands before a clause that nobody asserts: "has rejected claims that"."""
_UNTIL = re.compile(r"\b(?:if|unless|until|before|whether)\s$", re.I)
_COMING = re.compile(r"\bwhen\s[^,;]{0,40}\b(?:is|are|has been|have been)\s$", re.I)
"""What stands before something that is still to come: "when the road is opened"."""
_TERM = re.compile(r"[^.;!?]{0,90}\buntil\b")
_MOST_BETWEEN = 3
"""Words between a denial and what it denies, at most: behind more, another verb is denied."""
_OPENS_UNTIL = re.compile(r"(?:until|before)\s", re.I)
_THAT = re.compile(r"\bthat\b")
_RELATIVE = re.compile(r"\b(?:who|which|whom|whose|why|how|what)\b")
_ASIDE = re.compile(r",\s(?:who|which|whom|whose)\s[^,]{1,160},")
"""What is said by the way, between commas: it denies nothing of the verb behind it."""
_FAILING = re.compile(r"\b(?:fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|unable)\sto\b")
_SAID = re.compile(r"\b(?:said|says|announced)\s(?:that\s(?:[^.;:“”\"]{1,70}\s(?:and|but)\s)?)?$")
_ANNOUNCED = re.compile(r"\b(?:would|will)\b")
"""What somebody is said to be going to do is announced, not supposed."""
_LIMITING = re.compile(rf"\b(?:not|no)\s(?:{one_of(LISTS.words('function_words', 'bounding'))})\b")
_WIDEST = 300
"""Characters of a clause on either side of its verb, at most."""
_SAID_BACK = 100
"""Characters before a clause in which it is said who says it, and what else they say."""
_LED = 30
"""Characters before a clause in which the word that leads to it stands."""
_REACH = 45
"""Characters before a verb within which what denies it stands."""


def clause_at(text: str, sentence: tuple[int, int], at: int, end: int) -> tuple[int, int]:
    """The bounds of the clause around the words ``[at, end)`` of a sentence."""
    first, last = max(sentence[0], at - _WIDEST), min(sentence[1], end + _WIDEST)
    aside_ends = text.rfind(",", first, at)
    starts = [m.end() for m in _BREAK.finditer(text, first, at) if not (m["aside"] and m.end() <= aside_ends)]
    after = _BREAK.search(text, end, last)
    return (starts[-1] if starts else first, after.start() if after else last)


def is_denied(text: str, clause: tuple[int, int], at: int) -> bool:
    """Whether the words before ``at`` in the clause deny the verb there."""
    before = _ASIDE.sub(",", text[clause[0] : at])[-_REACH:].lower()
    before = _RELATIVE.split(before)[-1]  # "refused to back the candidate who won"
    last = list(_DENIAL.finditer(before))[-1:]
    near = bool(last) and len(before[last[0].end() :].split()) <= _MOST_BETWEEN  # "does not mind more armed guards"
    return near and not _LIMITING.search(before)


def firmness(text: str, clause: tuple[int, int], at: int, end: int) -> Modality:
    """How firmly the verb at ``[at, end)`` is put in its clause."""
    before = text[clause[0] : at]
    if _SAID.search(text, max(0, clause[0] - _SAID_BACK), clause[0]):
        before = _ANNOUNCED.sub(" ", before)
    last = [match.end() for match in _THAT.finditer(before)][-1:]
    outside = before[: last[0]] if last else ""
    told = text[max(0, clause[0] - _LED) : clause[0]] + outside + " "
    awaited = (
        _COMING.search(text, max(0, clause[0] - _LED), at)
        or _UNTIL.search(text, max(0, clause[0] - _LED), clause[0])
        or _OPENS_UNTIL.match(text, clause[0], at)
    )
    if _DENIAL.search(before) and _TERM.match(text, end):
        return Modality.HEDGED  # "did not apologise until" tells that it was done
    if awaited or _DENIAL.search(outside) or _REPORTED.search(re.sub(r"\s+", " ", told.lower())):
        return Modality.HEDGED
    supposed = _SUPPOSED.search(_FAILING.sub(" ", before.lower())) or text[end : clause[1] + 1].endswith("?")
    return Modality.HEDGED if supposed else Modality.ASSERTED


class Speech:
    """Who speaks at a place: the source of the quotation there."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Take the quotations of one article."""
        self._quoted = sorted(
            (c.span.start, c.span.end, c.source or "")
            for c in claims
            if c.kind == ClaimKind.QUOTATION
            and isinstance(c.value, Quotation)
            and c.value.form in ("direct", "fragment")
        )

    def source(self, at: int) -> str | None:
        """The source of the quotation at ``at``, empty where nobody is named; ``None`` outside quotations."""
        index = bisect_right(self._quoted, (at + 1,)) - 1
        if index >= 0 and self._quoted[index][0] <= at < self._quoted[index][1]:
            return self._quoted[index][2]
        return None
