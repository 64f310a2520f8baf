"""Two articles put the same event in different places.

## What it flags
Where a ship went down, where men were arrested, where a deal was struck: two named places that exclude each other, where
the verb beside them and the rare words around show that both mean the same event.

## Why it matters
The articles cannot both be right, and the place is what a reader remembers.

## How to settle it
Ask the authority that both cite; where one place lies in the other, say so.

## What it leaves alone
A place and what it lies in; a state and a town; places that both articles name; different steps of one story; what is
planned; what lies in quotations.

## References
de Marneffe et al. 2008 (ACL P08-1118): event coreference comes before contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.check import Check, example
from auditor.checks.conflict import differ
from auditor.comparing.circumstances import other_modality, other_period
from auditor.comparing.engine import Comparing, Judged
from auditor.languages.en.lexicon.gazetteer import Lie, relation
from auditor.languages.en.lexicon.light import LIGHT
from auditor.languages.en.lists import LISTS
from auditor.model import Event, Family, Finding, Severity, Verdict
from auditor.story.mentions import Mention

_ACTION_NEAR = 0.45
"""Nearness within which an action happened at a place: some ten words."""
_ONCE = LISTS.words("concepts", "once")
"""Actions that happen once to one subject, at one place; speeches, visits and rallies happen at many."""


def _slot(mention: Mention) -> str:
    value = mention.claim.value
    return "place" if isinstance(value, Event) and value.type == "placing" else ""


def _place(mention: Mention) -> str:
    value = mention.claim.value
    return value.place.key if isinstance(value, Event) and value.place else ""


def _relate(left: Mention, right: Mention) -> tuple[Verdict, str]:
    mine, theirs = _place(left), _place(right)
    if mine == theirs:
        return Verdict.AGREE, "same place"
    if (set(re.split(r"[\s-]", mine)) & set(re.split(r"[\s-]", theirs))) - LIGHT:
        return Verdict.COMPATIBLE, "one name holds the other"
    lie = relation(mine, theirs)
    if lie is Lie.APART:
        return Verdict.CONFLICT, "different places"
    return (Verdict.AGREE if lie is Lie.SAME else Verdict.COMPATIBLE), lie.value


def _both_named(one: Mention, other: Mention) -> str:
    """One sentence names the other's place, too: the places lie in one another, or belong to two steps."""
    if _place(one) in other.names or _place(other) in one.names:
        return "one article names both places"
    return ""


def _actions(mention: Mention) -> set[str]:
    """The action nearest to a place, as the classes of words that it may be of."""
    told = [word for word in mention.words if any(label.is_concept and label.text in _ONCE for label in word.labels)]
    nearest = max(told, key=lambda word: (word.near, -word.start), default=None)
    if nearest is None or nearest.near < _ACTION_NEAR:
        return set()
    return {label.text for label in nearest.labels if label.is_concept and label.text in _ONCE}


def _hint(one: Mention, other: Mention) -> Iterator[tuple[str, int]]:
    """What two places say for one event."""
    yield "the same happened at both places", int(bool(_actions(one) & _actions(other)))
    yield (
        "something else happened at either place",
        int(bool(_actions(one) and _actions(other)) and not _actions(one) & _actions(other)),
    )
    known = [
        _place(mine) in {name.key for name in theirs.record.names.all} for mine, theirs in ((one, other), (other, one))
    ]
    yield "places named in the other article", sum(known)


def _tell(judged: Judged, fewer: Sequence[Mention], more: Sequence[Mention]) -> Finding:
    settle = "Both hold only if one lies in the other or they are places of different events."
    return differ(CHECK, "place", judged.probability, fewer, more, settle)


CHECK = Check(
    id="conflicting-place",
    family=Family.CONFLICT,
    severity=Severity.ERROR,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=Comparing(
        "place",
        _slot,
        _relate,
        _tell,
        (_both_named, other_modality, other_period),
        firm=(_both_named, other_modality),
        hints=(_hint,),
    ),
    flags=(
        example(
            "where men were arrested",
            "Three men were arrested on Thursday with a stolen altarpiece at the garage of a retired dentist in {{Halmere}}, "
            "police said.",
            "Three men were arrested on Thursday with the stolen altarpiece at the garage of the retired dentist in [[Karstwick]].",
        ),
    ),
    leaves_alone=(
        example(
            "a place and what it lies in",
            "The three men were arrested on Thursday at a garage in Halmere.",
            "Police arrested the three men on Thursday in Lower Halmere.",
        ),
        example(
            "two steps",
            "The three men were arrested on Thursday at a garage in Halmere.",
            "The three men were tried in Karstwick.",
        ),
        example(
            "a town and its building",
            "The deal was struck at the Customs House in Lindmouth on Friday.",
            "The deal was struck in Lindmouth on Friday.",
        ),
        example(
            "what is planned",
            "The talks were due to be held in Karstwick on Friday, the ministry said.",
            "The talks were held in Lindmouth on Friday, the ministry said.",
        ),
    ),
)
