"""Two articles tell of meetings in one city that are not the same meeting.

## What it flags
Talks or meetings at one place whose parties differ from article to article. A note, not a conflict.

## Why it matters
Read side by side, the two are easily taken for one ("the Istanbul talks"), and a date or result of one is then used
against the other.

## How to settle it
Nothing needs mending in the articles. Keep the two apart in a timeline.

## What it leaves alone
Meetings whose parties are the same, or are not named in both articles; other kinds of event.

## References
de Marneffe et al. 2008 (ACL P08-1118): event coreference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict import across
from auditor.languages.en.lists import LISTS
from auditor.model import Asked, Claim, ClaimKind, Confidence, Event, Family, Finding, Place, Severity, Side

_MEETINGS = LISTS.words("event_nouns", "meeting")


def compare(claims: Sequence[Claim]) -> Iterator[Finding]:
    """One note for each pair of articles whose meetings at one place have different parties."""
    told: set[tuple[str, str]] = set()
    meetings = [claim for claim in claims if isinstance(claim.value, Event) and claim.value.type in _MEETINGS]
    for one, other in across(meetings):
        pair = (one.span.document, other.span.document)
        if pair not in told and _other_parties(one, other):
            told.add(pair)
            yield _finding(one, other)


def _other_parties(one: Claim, other: Claim) -> bool:
    (place, mine), (elsewhere, theirs) = _met(one), _met(other)
    return bool(place and mine and theirs) and place == elsewhere and mine != theirs


def _met(claim: Claim) -> tuple[Place | None, frozenset[str]]:
    """Where the event is, and who takes part in it, as far as the words tell."""
    assert isinstance(claim.value, Event)
    return claim.value.place, claim.value.participants


def _finding(one: Claim, other: Claim) -> Finding:
    subject = min(one.subject, other.subject, key=len)
    settle = "Their parties differ, so they are two events at one place. They are not compared."
    return CHECK.finding(
        Asked("event", subject, f"Do the articles mean the same {subject}?", (_side(other), _side(one)), settle),
        other.span,
        [one.span],
        confidence=Confidence.MEDIUM,
    )


def _side(claim: Claim) -> Side:
    event = claim.value
    parties = " and ".join(sorted(event.participants)) if isinstance(event, Event) else ""
    return side([claim.span], f"between {parties}")


CHECK = Check(
    id="same-place-other-event",
    family=Family.CONFLICT,
    severity=Severity.NOTE,
    since="0.1.0",
    docs=__doc__ or "",
    consumes=frozenset({ClaimKind.EVENT}),
    compare=compare,
    flags=(
        example(
            "one city, other parties",
            "{{Talks held in Nairobi on March 4}} between Norway and Chile turned on quotas of fish.",
            "Norway’s second [[round of trade negotiations with Peru in Nairobi]] ended early.",
        ),
    ),
    leaves_alone=(
        example(
            "the same parties",
            "Talks held in Istanbul on 2 June between Russia and Ukraine were brief.",
            "The talks in Istanbul between Ukraine and Russia brought no truce.",
        ),
        example(
            "parties not named",
            "Talks held in Istanbul on 2 June between Russia and Ukraine were brief.",
            "The talks in Istanbul brought no truce.",
        ),
        example(
            "another city",
            "Talks held in Istanbul between Russia and Ukraine were brief.",
            "Talks held in Geneva between Russia and the U.S. were brief.",
        ),
    ),
)
