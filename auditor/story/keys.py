"""What a claim is about: the keys under which claims meet to be compared.

A key is for recall: claims that may be about one subject share at least one. Whether they are is decided by the check
that compares them.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.languages.en.lists import LISTS
from auditor.model import Claim, Event, Quotation, Stance, Timex
from auditor.wording import quotation_keys

_LASTING = LISTS.words("event_nouns", "lasting")

Key = tuple[str, ...]


def keys(claim: Claim) -> Iterator[Key]:
    """The keys of a claim, none where it cannot be compared with others."""
    match claim.value:
        case Stance() as stance:
            yield "stance", stance.actor.name, stance.topic.head
            if stance.actor.country and stance.actor.country != stance.actor.name:
                yield "stance", stance.actor.country, stance.topic.head
        case Event() as event:
            yield from _event_keys(event)
        case Timex(relation="elapsed"):
            yield "elapsed", claim.subject
        case Quotation():
            yield from quotation_keys(claim)


def _event_keys(event: Event) -> Iterator[Key]:
    begun = event.type.removeprefix("start of ")
    if begun != event.type and event.place:
        yield "elapsed", f"{begun} in {event.place.key}"
    if event.type in _LASTING:
        return
    if event.place:
        yield "event", event.type, "in", event.place.key
    if event.ordinal:
        yield "event", event.type, "number", str(event.ordinal)
