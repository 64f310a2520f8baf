"""Vetoes: reasons, plain to any reader, why two mentions do not speak of one thing, whatever words they share.

Each takes two mentions and gives a short phrase, the same for all alike, or an empty string; the answer is the same for
both orders. A veto rests on what *both* sides say, never on what one leaves out. The figures are labelled pairs of real
news whose values differ: 1,061 that are different and 46 conflicts to learn from, 818 and 31 kept apart, to which nothing
was fitted. Each veto was taken alone; ``python -m tests.benchmarks.vetoes FOLDER`` takes them anew. That what is done is
done to *other* objects is no veto: it stopped 23 % of either (it is an agreement instead).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from auditor.lexicon.concepts import CONCEPTS
from auditor.model import ClaimKind, Quantity
from auditor.story.slots import Slot, beside, slot_of
from auditor.subjects.mentions import Mention, plain

Veto = Callable[[Mention, Mention], str]

_EXTRA = frozenset("other others another additional further extra remaining rest".split())
"""Words that make a number one on top of others."""
_INCLUDED = frozenset("of including included among".split())
"""Words that make a number one of a larger number."""


def stated_beside(one: Mention, other: Mention) -> str:
    """The sentence of one, or the one before or behind it, gives the other's value too, for the same kind of thing.

    Stops 305 different pairs and 1 in conflict of those to learn from, 172 and 2 of those kept apart.
    """
    return "the other's value stands beside it" if _states(one, other) or _states(other, one) else ""


def other_item(one: Mention, other: Mention) -> str:
    """In a list the words of one are those of another item: "25 % on steel, 10 % on aluminum".

    Stops 103 different pairs and 0 in conflict of those to learn from, 79 and 1 of those kept apart.
    """
    mine, theirs = slot_of(one), slot_of(other)
    return "another item of the list" if _is_other_item(mine, theirs) or _is_other_item(theirs, mine) else ""


def other_head(one: Mention, other: Mention) -> str:
    """Both say what is counted, measured or dated, and it is not the same.

    Stops 81 different pairs and 1 in conflict of those to learn from, 100 and 1 of those kept apart.
    """
    return "said of another thing" if _apart(slot_of(one).head, slot_of(other).head) else ""


def other_owner(one: Mention, other: Mention) -> str:
    """Both are of somebody or something named, and not of the same.

    Stops 32 different pairs and 0 in conflict of those to learn from, 18 and 1 of those kept apart.
    """
    return "another's" if _apart(slot_of(one).owner, slot_of(other).owner) else ""


def speech_day(one: Mention, other: Mention) -> str:
    """One dates what somebody says, the other what somebody else does.

    Stops 42 different pairs and 1 in conflict of those to learn from, 60 and 1 of those kept apart.
    """
    mine, theirs = slot_of(one), slot_of(other)
    if not (_dated(one) and _dated(other)) or _meet(mine.agent, theirs.agent):
        return ""
    told = (mine.telling and theirs.doing) or (theirs.telling and mine.doing)
    return "one is the day of speaking, the other of what was done" if told else ""


def other_actor(one: Mention, other: Mention) -> str:
    """Both date what somebody named does, and they are not the same; or who acts, what they do and all names are others.

    Stops 67 different pairs and 1 in conflict of those to learn from, 50 and 0 of those kept apart.
    """
    mine, theirs = slot_of(one), slot_of(other)
    if not (_dated(one) and _dated(other)) or not _apart(mine.agent, theirs.agent):
        return ""
    named = _apart(mine.agent & one.names, theirs.agent & other.names)
    apart = _apart(_verb(mine), _verb(theirs)) and not one.names & other.names
    return "somebody else acts" if named or apart else ""


def other_deed(one: Mention, other: Mention) -> str:
    """Somebody else does something else to something else: subject, verb and object are known, and all are others.

    Stops 85 different pairs and 0 in conflict of those to learn from, 66 and 1 of those kept apart.
    """
    mine, theirs = slot_of(one), slot_of(other)
    apart = (
        _apart(_verb(mine), _verb(theirs)) and _apart(mine.agent, theirs.agent) and _apart(mine.object, theirs.object)
    )
    return "another does another thing" if apart else ""


def other_ends(one: Mention, other: Mention) -> str:
    """Distances and ways from or to other places, or in another direction.

    Stops 11 different pairs and 0 in conflict of those to learn from, 6 and 0 of those kept apart.
    """
    mine, theirs = slot_of(one), slot_of(other)
    if _apart(mine.ends, theirs.ends):
        return "between other places"
    turned = mine.points and theirs.points and not _compass(mine) & _compass(theirs)
    return "in another direction" if turned else ""


def reference_value(one: Mention, other: Mention) -> str:
    """One is only what another value is held against: "up from 12", "compared with 12".

    Stops 18 different pairs and 0 in conflict of those to learn from, 6 and 0 of those kept apart.
    """
    if slot_of(one).compared == slot_of(other).compared:
        return ""
    return "one is what another value is held against"


def part_and_whole(one: Mention, other: Mention) -> str:
    """One counts those beyond others that were told, or some of a known whole.

    Stops 77 different pairs and 0 in conflict of those to learn from, 59 and 1 of those kept apart.
    """
    for words in (_EXTRA, _INCLUDED):
        if bool(slot_of(one).part & words) != bool(slot_of(other).part & words):
            return "one counts a part of the other"
    return ""


VETOES: tuple[Veto, ...] = (
    stated_beside,
    other_item,
    other_head,
    other_owner,
    speech_day,
    other_actor,
    other_deed,
    other_ends,
    reference_value,
    part_and_whole,
)
"""All vetoes, in the order in which they are asked."""


def veto(one: Mention, other: Mention) -> str:
    """The first reason of all vetoes, or an empty string."""
    return next((reason for ask in VETOES if (reason := ask(one, other))), "")


def agreements(one: Mention, other: Mention) -> frozenset[str]:
    """What the slots of two mentions share, and in what they plainly differ, by abstract names ("same head").

    A field that either side leaves open gives no name.
    """
    return frozenset(_agreements(slot_of(one), slot_of(other)))


def _agreements(mine: Slot, theirs: Slot) -> Iterator[str]:
    for name, left, right in (
        ("head", mine.head, theirs.head),
        ("owner", mine.owner, theirs.owner),
        ("predicate", _verb(mine), _verb(theirs)),
        ("agent", mine.agent, theirs.agent),
        ("object", mine.object, theirs.object),
        ("ends", mine.ends, theirs.ends),
        ("teller", mine.teller, theirs.teller),
        ("preposition", _one(mine.preposition), _one(theirs.preposition)),
        ("as of", mine.as_of, theirs.as_of),
        ("scope", mine.scope, theirs.scope),
    ):
        if left and right:
            yield f"same {name}" if _meet(left, right) else f"other {name}"
    if mine.role and theirs.role:
        yield "same role" if mine.role == theirs.role else "other role"
    for name, left_is, right_is in (
        ("part", bool(mine.part), bool(theirs.part)),
        ("reference", mine.compared, theirs.compared),
        ("denial", mine.denied, theirs.denied),
        ("ahead", mine.ahead, theirs.ahead),
        ("speech", mine.telling, theirs.telling),
        ("list", bool(mine.series), bool(theirs.series)),
    ):
        if left_is != right_is:
            yield f"one {name}"
        elif left_is:
            yield f"both {name}"


def _states(one: Mention, other: Mention) -> bool:
    """Whether the value of ``other`` stands beside ``one``, said of nothing else that is known."""
    value = plain(other.claim)
    thing = _thing(other)
    for claim in beside(one):
        if plain(claim) == value and claim.kind is other.claim.kind:
            counted = claim.value.thing if isinstance(claim.value, Quantity) else ""
            if not thing or not counted or _alike(thing, counted):
                return True
    return False


def _dated(mention: Mention) -> bool:
    return mention.claim.kind in (ClaimKind.DATE, ClaimKind.TIME)


def _thing(mention: Mention) -> str:
    return mention.claim.value.thing if isinstance(mention.claim.value, Quantity) else ""


def _is_other_item(listed: Slot, other: Slot) -> bool:
    """Whether the words of the second are those beside another value of the first's sentence, and not beside its own."""
    words = other.item.before | other.item.behind
    return any(
        own & words == frozenset() and bool((theirs - listed.item.before - listed.item.behind) & words)
        for item in listed.series
        if item.value != listed.item.value
        for own, theirs in (
            (listed.item.before - item.before, item.before),
            (listed.item.behind - item.behind, item.behind),
        )
        if own
    )


def _verb(slot: Slot) -> frozenset[str]:
    return _one(slot.predicate) - {"be"}


def _one(word: str) -> frozenset[str]:
    return frozenset({word} if word else ())


def _compass(slot: Slot) -> set[str]:
    """The cardinal points in the directions of a slot: "southeast" holds two."""
    return {point for word in slot.points for point in ("north", "south", "east", "west") if point in word}


def _apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both are known and nothing of one can be meant by anything of the other."""
    return bool(mine) and bool(theirs) and not _meet(mine, theirs)


def _meet(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(_alike(one, other) for one in mine for other in theirs)


def _alike(one: str, other: str) -> bool:
    """Whether two words may mean one thing: the same, of one class of concepts, or names that share a word."""
    if one == other or set(CONCEPTS.get(one, ())) & set(CONCEPTS.get(other, ())):
        return True
    return (" " in one or " " in other) and bool(set(one.split()) & set(other.split()))
