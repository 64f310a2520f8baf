"""Durations tied to what they measure: how long something has been going on, or how long it lasts.

"Three years into the war in Ukraine" and "the conflict has entered its second year" are the same measure of one
subject; "a 30-day ceasefire" is a length.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from auditor.grammar.grammar import Found
from auditor.grammar.trace import note
from auditor.languages.en.code.lasting import Lasting
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.grammars import GRAMMARS
from auditor.languages.en.lists import LISTS
from auditor.model import Claim, ClaimKind, Modality, Prose, Timex
from auditor.text.beside import Within

_EVENT_NOUNS = LISTS.entry_of("event_nouns", "nouns")
_PRESENT = Within(LISTS.words("clause_cues", "present"))


def with_subjects(times: Iterable[Claim], prose: Prose, lasting: Lasting) -> tuple[Claim, ...]:
    """The time claims, durations with their subject and relation where the text ties them to one.

    An elapsed time told in the past tense ("two years into the war he resigned") is no statement about the day of
    writing and comes back hedged.
    """
    claims = tuple(times)
    lengths = [(one.span.start, one.span.end) for one in claims if one.kind == ClaimKind.DURATION]
    rules = GRAMMARS.grammar("elapsed")
    measured = {
        one.span("length").start: one
        for one in rules.found(prose, {"LENGTH": lengths})
        if "-" in one["length"] or not one.given.get("hyphen")
    }
    return tuple(
        _tied(claim, measured[claim.span.start], lasting)
        if claim.kind == ClaimKind.DURATION and claim.span.start in measured
        else claim
        for claim in claims
    )


def _tied(claim: Claim, found: Found, lasting: Lasting) -> Claim:
    if not isinstance(claim.value, Timex) or claim.value.low is None:
        return claim
    noun, prose = found.span("noun"), found.prose
    kind = _EVENT_NOUNS[noun.text.lower()]
    place = lasting.place(kind, noun.start, noun.end)
    if place is None:
        return claim
    present = _PRESENT.stands(prose.lower, *sentence_at(prose, claim.span.start))
    elapsed = replace(
        claim,
        value=replace(claim.value, relation="elapsed"),
        subject=f"{kind} in {place}",
        modality=Modality.ASSERTED if present else Modality.HEDGED,
    )
    return note(elapsed, found)
