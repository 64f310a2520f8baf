"""Durations tied to what they measure: how long something has been going on, or how long it lasts.

"Three years into the war in Ukraine" and "the conflict has entered its second year" are the same measure of one
subject; "a 30-day ceasefire" is a length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from auditor.languages.en.code.lasting import LASTING_NOUN, Lasting
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.lexicon.patterns import one_of
from auditor.languages.en.lists import LISTS
from auditor.model import Claim, ClaimKind, Modality, Prose, Timex

_EVENT_NOUNS = LISTS.entry_of("event_nouns", "nouns")

_WORDS = r"(?:[\w’'.-]{1,30}\s){0,4}?"
_AFTER = re.compile(
    rf"\s(?:into|since|of|after)\s(?:the\s(?:start|beginning|outbreak|onset)\sof\s)?{_WORDS}({LASTING_NOUN})\b", re.I
)
_HYPHENED = re.compile(rf"(?:-old)?\s(?:[\w’'.-]{{1,30}}\s){{0,2}}?({LASTING_NOUN})\b", re.I)
_BEFORE = re.compile(
    rf"\b({LASTING_NOUN})\b[^.;:]{{0,60}}?\b(?:has|have|is|are|was)\s(?:\w+\s){{0,2}}?(?:"
    rf"{one_of(LISTS.words('function_words', 'lasting-verb'))})\b(?:\s(?:on|going|raging|under\sway))?(?:\s(?:for|"
    r"in|into|on))?(?:\s(?:its|the|a|his|their|over|nearly|about|almost))*\s$",
    re.I,
)
_PRESENT = re.compile(r"\b(?:has|have|is|are|still|now|remains?|continues?|today|goes|go|says?|keeps?)\b", re.I)
_REACH = 110
"""Characters around a duration in which its subject is looked for: clauses in news are shorter."""


def with_subjects(times: Iterable[Claim], prose: Prose, lasting: Lasting) -> tuple[Claim, ...]:
    """The time claims, durations with their subject and relation where the text ties them to one.

    An elapsed time told in the past tense ("two years into the war he resigned") is no statement about the day of
    writing and comes back hedged.
    """
    claims = tuple(times)
    return tuple(_tied(claim, prose, lasting) if claim.kind == ClaimKind.DURATION else claim for claim in claims)


def _tied(claim: Claim, prose: Prose, lasting: Lasting) -> Claim:
    noun = _measured(claim, prose)
    if noun is None or not isinstance(claim.value, Timex) or claim.value.low is None:
        return claim
    kind = _EVENT_NOUNS[noun.group(1).lower()]
    place = lasting.place(kind, noun.start(1), noun.end(1))
    if place is None:
        return claim
    start, end = sentence_at(prose, claim.span.start)
    present = _PRESENT.search(prose.text, start, end)
    modality = Modality.ASSERTED if present else Modality.HEDGED
    return replace(
        claim, value=replace(claim.value, relation="elapsed"), subject=f"{kind} in {place}", modality=modality
    )


def _measured(claim: Claim, prose: Prose) -> re.Match[str] | None:
    """The match whose first group is the lasting event that the duration measures."""
    start, end = sentence_at(prose, claim.span.start)
    following = _AFTER.match(prose.text, claim.span.end, min(end, claim.span.end + _REACH))
    if following:
        return following
    if "-" in claim.span.text:
        hyphened = _HYPHENED.match(prose.text, claim.span.end, min(end, claim.span.end + _REACH))
        if hyphened:
            return hyphened
    at = claim.span.start
    leading = re.match(r"(?:its|the|their|a)\s", claim.span.text)
    cut = at + len(leading.group()) if leading else at
    return _BEFORE.search(prose.text, max(start, at - _REACH), cut)
