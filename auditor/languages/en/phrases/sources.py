"""Words by which a text says where it has something from, or hides it."""

from __future__ import annotations

import re

from auditor.languages.en.lexicon.numbers import CARDINALS
from auditor.languages.en.lexicon.short_forms import ENDINGS
from auditor.languages.en.lists import LISTS
from auditor.text.alternation import one_of, phrases
from auditor.text.beside import Within
from auditor.text.regex import regex

_WHO = one_of(LISTS.words("sources_told", "kept-back"))
_KNOWING = rf"(?:who\s(?:is|are|was|were)\s)?(?:{phrases(LISTS.words('sources_told', 'knowing'))})"
_NAMES = ("named", "identified")
_NAMED = rf"be\s(?:{'|'.join(_NAMES)})"
_NAMELESS = ("unnamed", "anonymous", "unidentified")
_KNOWING_ONES = ("sources", "insiders")
ANONYMOUS = regex(
    rf"\b(?:an?|one|two|three|several|some|multiple|many)\s(?:[a-z]+\s){{0,3}}{_WHO}\s{_KNOWING}(?:\sof)?\b"
    r"|\b(?:on|under)\s(?:the\s)?condition\sof\s(?:strict\s)?anonymity\b"
    rf"|\b(?:{_WHO}\s[^.;“”\"]{{0,60}}\b(?:asked|declined|refused|wanted|wished)|prefer(?:s|red))\s(?:not\s)?to\s(?:not\s)?{_NAMED}\b"
    rf"|(?<!\bas an\s)\b(?:{'|'.join(_NAMELESS)})\s(?:[a-z]+\s)?{_WHO}\b"
    rf"|(?<![a-z]\s)\b(?:{'|'.join(_KNOWING_ONES)})\s(?:said|say|told|tell|claim|claimed|confirmed)\b",
    re.I,
)
HIDING = frozenset(
    {
        *(max(phrase.split(), key=len) for phrase in LISTS.words("sources_told", "knowing")),
        *("anonymity", *_NAMES, *_NAMELESS, *_KNOWING_ONES),
    }
)
"""Words of which every such phrase holds one: where none stands, the pattern need not be tried at each character."""
KNOWN_BEHIND = regex(r" (?:the|his|her|their|its|this|that) [\w-]+(?:[’']s? [\w-]+)?")
POINTS_BACK = LISTS.words("function_words", "personal", "definite", "pointing")
"""What begins words for a speaker who was named before."""
BEING = Within(LISTS.words("function_words", "be") | ENDINGS.keys())
INSIDERS = LISTS.words("sources_told", "insider")
"""Who is close to what is reported and keeps the name back: the speakers an editor asks about."""
KNOWING = regex(rf"\s{_KNOWING}\b")
WHOSE = LISTS.words("sources_told", "origin")
OCCASION = regex(rf"\b(?:{phrases(LISTS.words('sources_told', 'occasion'))}|told\s(?!us|me|them|him|her|people)\w+)\b")
_CUE = one_of(
    verb
    for verb in LISTS.all_members("reporting_verbs", "saying")
    if verb.endswith("ed") or verb in ("said", "says", "told", "wrote")
)
_NAME = r"[A-ZÀ-Þ][\w’'-]+"
SPEECH_WITHOUT_MARKS = regex(
    rf"(?P<said>(?:I|We|My|Our)\b[^.!?\n]+?),\s"
    rf"(?:(?:he|she|{_NAME}(?:\s{_NAME}){{0,2}})\s{_CUE}|{_CUE}\s(?:(?:the|Mr|Ms|Mrs|Dr)\.?\s)?{_NAME})\b"
)
REPRINT = regex(rf"\b{phrases(LISTS.words('sources_told', 'reprint'))}\b", re.I)
_GRAVE = CARDINALS.keys() | LISTS.words("negators")


def is_grave(word: str) -> bool:
    """Whether a word in lower case is a number or a negation: an edit that changes one changes what is told."""
    return word in _GRAVE or word[:1].isdigit() or word.endswith("n't")
