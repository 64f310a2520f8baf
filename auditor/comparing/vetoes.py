"""Vetoes: reasons, plain to any reader, why two mentions do not speak of one thing, whatever words they share.

Each takes two mentions and gives a short phrase, the same for all alike, or an empty string; the answer is the same for
both orders. A veto rests on what *both* sides say, never on what one leaves out. The figures are labelled pairs of real
news that meet and whose values differ, 2,714 that are different, 173 the same and 148 in conflict: how many each veto stops, and
how many of them no other does (``python -m tests.benchmarks.vetoes`` takes them anew). That what is
done is done to *other* objects is no veto: it stopped 23 % of either (it is an agreement instead).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from auditor.languages.en.lexicon.concepts import CONCEPTS
from auditor.languages.en.lists import LISTS
from auditor.model import ClaimKind
from auditor.story.mentions import Mention
from auditor.story.people import namesakes
from auditor.story.plain import plain
from auditor.story.slots import Slot, beside, slot_of, thing_of

Veto = Callable[[Mention, Mention], str]

_EXTRA = LISTS.words("counting", "on-top")
"""Words that make a number one on top of others."""
_ANYBODY = LISTS.words("counting", "anybody")
"""Heads that may be meant by any noun of people: "8,000 people protested", "18,000 protesters"."""
_COMPASS = LISTS.members("alternatives", "words")["compass"]
_OTHERS = 3
"""Fields of two slots that have to be others: with two, 234 different pairs and 5 in conflict would be stopped more."""
_INCLUDED = LISTS.words("counting", "included")
"""Words that make a number one of a larger number."""

_MANY_FIELDS, _MANY_WORDS, _LONG = 3, 5, 3
"""Where agreements stop counting: fields, words, and values beside the one of a list."""


def stated_beside(one: Mention, other: Mention) -> str:
    """The sentence of one, or the one before or behind it, gives the other's value too, for the same kind of thing.

    Stops 478 different pairs, 16 the same and 8 in conflict, alone 208, 8 and 7.
    """
    if one.document == other.document:
        return ""  # a headline and what the article opens with stand beside each other
    return "the other's value stands beside it" if _states(one, other) or _states(other, one) else ""


def other_item(one: Mention, other: Mention) -> str:
    """In a list the words of one are those of another item: "25 % on steel, 10 % on aluminum".

    Stops 175 different pairs, 15 the same and 3 in conflict, alone 41, 7 and 1.
    """
    mine, theirs = slot_of(one), slot_of(other)
    return "another item of the list" if _is_other_item(mine, theirs) or _is_other_item(theirs, mine) else ""


def other_head(one: Mention, other: Mention) -> str:
    """Both say what is counted, measured or dated, and it is not the same.

    Stops 173 different pairs, 9 the same and 4 in conflict, alone 37, 2 and 1.
    """
    mine, theirs = (slot_of(mention).head - _ANYBODY for mention in (one, other))
    return "said of another thing" if _apart(mine, theirs) else ""


def other_owner(one: Mention, other: Mention) -> str:
    """Both are of somebody or something named, and not of the same.

    Stops 58 different pairs, 1 the same and 1 in conflict, alone 12, 0 and 1.
    """
    return "another's" if _apart(slot_of(one).owner, slot_of(other).owner) else ""


def speech_day(one: Mention, other: Mention) -> str:
    """One dates what somebody says, the other what somebody else does.

    Stops 138 different pairs and 5 in conflict, alone 45 and 4.
    """
    mine, theirs = slot_of(one), slot_of(other)
    if not (_dated(one) and _dated(other)) or _meet(mine.agent, theirs.agent):
        return ""
    told = (mine.telling and theirs.doing) or (theirs.telling and mine.doing)
    return "one is the day of speaking, the other of what was done" if told else ""


def other_actor(one: Mention, other: Mention) -> str:
    """Both date what somebody named does, and they are not the same; or who acts, what they do and all names are others.

    Stops 168 different pairs, 1 the same and 2 in conflict, alone 75, 1 and 1.
    """
    mine, theirs = slot_of(one), slot_of(other)
    if not (_dated(one) and _dated(other)):
        return ""
    shared = _last_words(mine.agent) & _last_words(theirs.agent)
    if shared and all(namesakes(one.record, other.record, family) for family in shared):
        return "somebody else acts"
    if not _apart(mine.agent, theirs.agent):
        return ""
    named = _apart(mine.agent & one.names, theirs.agent & other.names)
    apart = _apart(_verb(mine), _verb(theirs)) and not one.names & other.names
    return "somebody else acts" if named or apart else ""


def other_deed(one: Mention, other: Mention) -> str:
    """Of verb, subject, object, thing, owner and end points three are known to be others, and none is the same.

    Stops 206 different pairs, 10 the same and 3 in conflict, alone 37, 3 and 2.
    """
    known = _known(slot_of(one), slot_of(other)).values()
    return "another does another thing" if sum(not same for same in known) >= _OTHERS and not any(known) else ""


def other_ends(one: Mention, other: Mention) -> str:
    """Distances and ways from or to other places, or in another direction.

    Stops 18 different pairs and none in conflict, alone 5.
    """
    mine, theirs = slot_of(one), slot_of(other)
    if _apart(mine.ends, theirs.ends):
        return "between other places"
    turned = mine.points and theirs.points and not _compass(mine) & _compass(theirs)
    return "in another direction" if turned else ""


def reference_value(one: Mention, other: Mention) -> str:
    """One is only what another value is held against: "up from 12", "compared with 12".

    Stops 31 different pairs, 1 the same and none in conflict, alone 9 different ones.
    """
    if slot_of(one).compared == slot_of(other).compared:
        return ""
    return "one is what another value is held against"


def part_and_whole(one: Mention, other: Mention) -> str:
    """One counts those beyond others that were told, or some of a known whole.

    Stops 142 different pairs, 14 the same and 6 in conflict, alone 65, 13 and 4.
    """
    mine, theirs = slot_of(one), slot_of(other)
    if bool(mine.part & _EXTRA) != bool(theirs.part & _EXTRA):
        return "one counts a part of the other"
    included = bool(mine.part & _INCLUDED), bool(theirs.part & _INCLUDED)
    part, whole = (mine, other) if included[0] else (theirs, one)
    # "That number included 12 in Halm", and elsewhere so many in Halm: of the same place they are one count.
    return "one counts a part of the other" if included[0] != included[1] and not part.owner & whole.names else ""


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
    return frozenset(_agreements(one, other))


def _agreements(one: Mention, other: Mention) -> Iterator[str]:
    mine, theirs = slot_of(one), slot_of(other)
    known = _known(mine, theirs)
    for name, same in known.items():
        yield f"{_word(same)} {name}"
    yield f"{min(sum(known.values()), _MANY_FIELDS)} fields same"
    yield f"{min(len(known) - sum(known.values()), _MANY_FIELDS)} fields other"
    yield f"balance {max(-_OTHERS, min(_MANY_FIELDS, 2 * sum(known.values()) - len(known)))}"
    for name, left, right in (
        ("teller", mine.teller, theirs.teller),
        ("preposition", _one(mine.preposition), _one(theirs.preposition)),
        ("as of", mine.as_of, theirs.as_of),
        ("role", _one(mine.role), _one(theirs.role)),
        ("name beside", _own_words(mine) & one.names, _own_words(theirs) & other.names),
        ("thing spoken of", mine.head | mine.object | mine.owner, theirs.head | theirs.object | theirs.owner),
    ):
        if left and right:
            yield f"{_word(_meet(left, right))} {name}"
    yield f"{min(len(_own_words(mine) & _own_words(theirs)), _MANY_WORDS)} words beside shared"
    yield from _marks(mine, theirs)


def _marks(mine: Slot, theirs: Slot) -> Iterator[str]:
    """For each thing that marks a value, whether one of the two has it or both."""
    for name, left, right in (
        ("part", bool(mine.part), bool(theirs.part)),
        ("reference", mine.compared, theirs.compared),
        ("denied", mine.denied, theirs.denied),
        ("ahead", mine.ahead, theirs.ahead),
        ("speech", mine.telling, theirs.telling),
        ("mean or rate", bool(mine.scope), bool(theirs.scope)),
        ("in a list", bool(mine.series), bool(theirs.series)),
        ("in a long list", len(mine.series) >= _LONG, len(theirs.series) >= _LONG),
    ):
        if left or right:
            yield f"both {name}" if left and right else f"one {name}"


def _known(mine: Slot, theirs: Slot) -> dict[str, bool]:
    """The fields that both slots have, each with whether anything in them may be the same."""
    fields = (
        ("head", mine.head, theirs.head),
        ("owner", mine.owner, theirs.owner),
        ("predicate", _verb(mine), _verb(theirs)),
        ("agent", mine.agent, theirs.agent),
        ("object", mine.object, theirs.object),
        ("ends", mine.ends, theirs.ends),
    )
    return {name: _meet(left, right) for name, left, right in fields if left and right}


def _word(same: bool) -> str:
    return "same" if same else "other"


def _own_words(slot: Slot) -> frozenset[str]:
    """The words of the sentence that stand by this value and by no other of its kind."""
    return slot.item.before | slot.item.behind


def _states(one: Mention, other: Mention) -> bool:
    """Whether the value of ``other`` stands beside ``one``, said of nothing else that is known."""
    value, thing = plain(other.claim), thing_of(other.claim)
    return value != plain(one.claim) and any(
        stated == value and (not thing or not counted or _alike(thing, counted)) for stated, counted in beside(one)
    )


def _last_words(keys: frozenset[str]) -> set[str]:
    return {key.rpartition(" ")[2] for key in keys}


def _dated(mention: Mention) -> bool:
    return mention.claim.kind in (ClaimKind.DATE, ClaimKind.TIME)


def _is_other_item(listed: Slot, other: Slot) -> bool:
    """Whether the words of the second are those beside another value of the first's sentence, and not beside its own."""
    words = _own_words(other)
    return any(
        not _meet(own, words) and bool((theirs - _own_words(listed)) & words)
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
    return {point for word in slot.points for point in _COMPASS if point in word}


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
