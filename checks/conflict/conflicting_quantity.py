"""Two articles, or a headline and its article, give different numbers for the same thing.

## What it flags
Counts, amounts, percentages and measures that exclude each other, where what is counted, what is said of it and the
rare words beside the numbers show that both mean the same thing: people aboard, homes destroyed, votes against, the
price of a satellite. A headline whose number the article does not bear out.

## Why it matters
At least one of the numbers is wrong, or two different things are told as one.

## How to settle it
Ask the source that both cite; where both hold, say what each counts, and as of when.

## What it leaves alone
Rounding, ranges and bounds; a part and its whole; counts of different days, places or bodies; what was planned, offered
or put right; what is said of something else (killed, injured); a number that the other article gives too.

## References
de Marneffe et al. 2008 (ACL P08-1118), numeric contradiction: alignment first, values second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from auditor.check import Check, example
from auditor.checks.conflict import alike, counted, differ, swapped
from auditor.contrast import Contrast
from auditor.lexicon.concepts import CONCEPTS
from auditor.lexicon.counting import COLOURING
from auditor.lexicon.hedges import PART_WORDS
from auditor.lexicon.units import CONVERTIBLE
from auditor.model import Family, Finding, Quantity, Role, Severity, Verdict
from auditor.subjects.alignment import Link, Shared
from auditor.subjects.gates import (
    both_quoted,
    earlier_event,
    headline_and_body,
    one_denied,
    other_modality,
    other_period,
    other_scope,
    other_state,
)
from auditor.subjects.hints import alone
from auditor.subjects.mentions import THING_NEAR, Mention, Word
from auditor.values import ratio, relate

_PEOPLE = frozenset(["", "person", "people", "life", "victim", "casualty", "body", "soul", "man"])
"""What a count of people may name where the verb says what became of them."""
_RISING = frozenset(["death", "injury", "missing", "rescue", "arrest", "displacement", "infection"])
"""States of people whose counts change from day to day."""
_PART_NEAR = 0.85
_WORDS_NEAR = 0.3
_RIGHT_BESIDE = 0.79
"""Nearness of the word before or after, and of the one beyond."""
_NOTHING = frozenset("be have the a an to of in at by and or for with not".split())
_THING = 0.2
"""How much less it says that two counts are the only ones of their thing: the thing itself is a word they share."""
_FAR, _APART, _CLOSE = 4, 1.6, 1.1
"""Times the smaller value: beyond the first two are not one thing, beyond the second hardly; within the third likely."""


def _slot(mention: Mention) -> str:
    value = mention.claim.value
    if not isinstance(value, Quantity) or value.thing == "age" or value.unit == "ordinal":
        return ""
    kind = "measure" if value.unit in CONVERTIBLE else value.unit or "count"
    return f"{kind} a {value.rate}" if value.rate else kind


def _relate(left: Mention, right: Mention) -> tuple[Verdict, str]:
    one, other = counted(left), counted(right)
    ranges = one.comparator == other.comparator == "range" and one.unit == other.unit
    if ranges and (one.low == other.low) != (one.high == other.high):
        return Verdict.CONFLICT, "ranges of which one end differs"
    return relate(one, other)


def _part_of_whole(one: Mention, other: Mention) -> str:
    return "" if _is_part(one) == _is_part(other) else "one counts a part of the other"


def _is_part(mention: Mention) -> bool:
    value = counted(mention)
    beside = {label for word in mention.beside if word.near >= _PART_NEAR for label in word.labels}
    opened = any(word.labels[0] == "of" and word.start == mention.sentence[0] for word in mention.beside)
    return value.of is not None or opened or bool(beside & PART_WORDS)


def _other_thing(one: Mention, other: Mention) -> str:
    """The two count different things, or one is narrower than the other."""
    mine, theirs = counted(one), counted(other)
    if _state(one) and _state(one) == _state(other) and {mine.thing, theirs.thing} <= _PEOPLE:
        return ""
    if mine.unit and mine.unit != "%" and not (mine.thing and theirs.thing):
        return ""
    if (
        mine.thing != theirs.thing
        and not alike(mine.thing, theirs.thing)
        and not _named_by(one, other)
        and not _doing(one, other)
    ):
        return "other things counted"
    if not mine.thing or not theirs.thing:
        return ""
    apart = set(mine.modifiers) ^ set(theirs.modifiers)
    words = {label for side in (one, other) for word in side.words for label in word.labels if _aside(word)}
    return "one is narrower than the other" if apart - words - COLOURING else ""


def _aside(word: Word) -> bool:
    """Whether a word stands beside a number, and is no part of it."""
    return word.near >= _WORDS_NEAR and word.near != THING_NEAR


def _unsaid(one: Mention, other: Mention) -> str:
    """One is a bare number, of which only its neighbours could tell what it counts."""
    bare = any(not counted(m).unit and not counted(m).thing and not _state(m) for m in (one, other))
    return (
        "one does not say what it counts" if bare and not _named_by(one, other) and not _alike_bare(one, other) else ""
    )


def _alike_bare(one: Mention, other: Mention) -> bool:
    """Whether both are bare, and the same word stands right beside both ("2,762 against")."""
    if counted(one).thing or counted(other).thing:
        return False
    mine, theirs = (
        {word.labels[0] for word in m.beside if word.near >= _RIGHT_BESIDE} - _NOTHING for m in (one, other)
    )
    return bool(mine & theirs)


def _state(mention: Mention) -> str:
    return mention.state or ("death" if counted(mention).thing == "life" else "")


def _named_by(one: Mention, other: Mention) -> bool:
    """Whether one has no noun of its own, and what the other counts stands near it."""
    bare, full = (one, other) if not counted(one).thing else (other, one)
    thing = counted(full).thing
    if counted(bare).thing:
        return False
    return any(thing in word.labels and word.near >= _WORDS_NEAR for word in bare.words)


def _doing(one: Mention, other: Mention) -> bool:
    """Whether one counts people and says that they do what those are named after whom the other counts: "people protested"."""
    people, named = (one, other) if counted(one).thing in _PEOPLE else (other, one)
    classes = {f"~{name}" for name in CONCEPTS.get(counted(named).thing, ())}
    near = {label for word in people.words if word.near >= _WORDS_NEAR for label in word.labels}
    return counted(people).thing in _PEOPLE and bool(classes & near)


def _other_day(one: Mention, other: Mention) -> str:
    """A count that changes from day to day, given by articles of different days without a day of its own."""
    if one.state not in _RISING or one.document == other.document:
        return ""
    mine, theirs = one.claim.as_of, other.claim.as_of
    apart = mine.latest and theirs.earliest and mine.latest < theirs.earliest
    behind = theirs.latest and mine.earliest and theirs.latest < mine.earliest
    shared = {claim.value for claim, _ in one.dates} & {claim.value for claim, _ in other.dates}
    return "counts of different days" if (apart or behind) and not shared else ""


def _headline_or_slip(one: Mention, other: Mention) -> str:
    """Inside one article a headline is held against the body; of the body, numbers that point back or swap digits."""
    same = counted(one).thing == counted(other).thing != "" and one.sentence != other.sentence
    back = other.definite and counted(one).modifiers == counted(other).modifiers
    return "" if same and (back or swapped(one, other)) else headline_and_body(one, other) or _told_later(one, other)


def _told_later(headline: Mention, other: Mention) -> str:
    """A headline sums up how the article opens: of the fates of people, the first that the body tells is meant."""
    if not _state(other) or _state(headline) != _state(other):
        return ""
    fates = (m for m in other.story.mentions if m.role != Role.HEADLINE and _slot(m) and _state(m) == _state(other))
    first = next(fates, other)
    return "" if first.sentence == other.sentence else "the article opens with another number"


def _far_apart(one: Mention, other: Mention) -> str:
    """Values of other orders are seldom one thing told twice."""
    return "values of another order" if (ratio(counted(one), counted(other)) or 1) > _FAR else ""


def _hint(one: Mention, other: Mention) -> Shared | None:
    if swapped(one, other):
        return Shared("the same digits in another order", 0.6)
    if one.document == other.document and one.role != other.role:
        if _state(one) and _state(one) == _state(other) and {counted(one).thing, counted(other).thing} <= _PEOPLE:
            return Shared("the headline says the same of people", 0.6)
        if (counted(one).thing and counted(one).thing == counted(other).thing) or _named_by(one, other):
            return Shared("the headline counts the same", 0.5)
    times = ratio(counted(one), counted(other))
    if times is None:
        return None
    if _one_digit(one, other):
        return Shared("all digits but one are the same", 0.25)
    if times > _APART:
        return Shared("values far apart", -0.5)
    if 1 < times <= _CLOSE and (counted(one).low or 0) >= 100:
        return Shared("close values", 0.25)
    bare = counted(one).unit == "%" and not counted(one).thing and not counted(other).thing
    return Shared("shares of nothing named", -0.2) if bare else None


def _one_digit(one: Mention, other: Mention) -> bool:
    """Whether two numbers differ in one digit, put in, left out or changed, as slips do; round ones never do."""
    mine, theirs = (f"{counted(mention).low or 0:.0f}".rstrip("0") for mention in (one, other))
    return min(len(mine), len(theirs)) > 2 and Levenshtein.distance(mine, theirs, score_cutoff=1) == 1


def _modality(one: Mention, other: Mention) -> str:
    """What is only planned or possible is not compared, but where the digits of one number were swapped."""
    return "" if swapped(one, other) else other_modality(one, other)


def _alone(one: Mention, other: Mention) -> Shared | None:
    """The only values of a unit, unless they lie so far apart that they hardly are of one thing."""
    near = (ratio(counted(one), counted(other)) or 1) <= _APART
    found = alone(one, other) if near else None
    if found is None or counted(one).unit:
        return found
    return replace(found, weight=found.weight * _THING)


def _earlier(one: Mention, other: Mention) -> Shared | None:
    """One sentence tells of an earlier year and the other names none: they may be about two events."""
    return Shared("one tells of an earlier year", -0.9) if earlier_event(one, other) else None


def _tell(link: Link, fewer: Sequence[Mention], more: Sequence[Mention]) -> Finding:
    headline = any(m.role == Role.HEADLINE for m in fewer) and len({m.document for m in (*fewer, *more)}) == 1
    what = "The headline’s number is not the article’s" if headline else "Numbers differ"
    return differ(CHECK, link, fewer, more, what, "they count different things or days")


CHECK = Check(
    id="conflicting-quantity",
    family=Family.CONFLICT,
    severity=Severity.ERROR,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=Contrast(
        _slot,
        _relate,
        _tell,
        (
            _far_apart,
            _unsaid,
            _part_of_whole,
            _modality,
            both_quoted,
            one_denied,
            other_state,
            _other_thing,
            other_scope,
            other_period,
            _other_day,
        ),
        firm=(other_scope, other_state, other_period, _other_day),
        enough=0.62,
        within=(_headline_or_slip,),
        hints=(_hint, _alone, _earlier),
    ),
    flags=(
        example(
            "a headline and what the article opens with",
            "FIRE ON THE COAST: {{Four dead}} in Mariel\n\n[[Three people]] perished when a fire ran into Mariel on Monday.\n\n"
            "In the fire of 1998 eleven people died in Mariel.",
        ),
        example(
            "the end of a range",
            "Sales for the first quarter are expected to lie {{between $3.515 billion and $3.575 billion}}, the company said.",
            "Sales for the first quarter are expected to lie [[between $3.515 billion and $3.569 billion]], the company said.",
        ),
        example(
            "people aboard",
            "The ferry capsized with {{212 people}} aboard, the coastguard said.",
            "There were [[221 people]] on board when the ferry capsized.",
        ),
    ),
    leaves_alone=(
        example(
            "a headline borne out by how the article opens",
            "FIRE ON THE COAST: Three dead in Mariel\n\nThree people perished when a fire ran into Mariel on Monday.\n\n"
            "In the fire of 1998 eleven people died in Mariel.",
        ),
        example(
            "killed and injured",
            "The blast in the market killed 12 people.",
            "The blast in the market injured 40 people.",
        ),
        example(
            "rounding and bounds",
            "Homes destroyed by the fire in the valley: 312, the service said.",
            "The fire in the valley destroyed more than 300 homes.",
        ),
        example(
            "a part and the whole",
            "The ferry capsized with 212 people aboard.",
            "Another 25 people were aboard the ferry when it capsized.",
        ),
        example(
            "what was forecast",
            "The insurer expects 1,400 claims from the valley fire.",
            "The insurer has received 1,180 claims from the valley fire.",
        ),
        example(
            "counts of two days",
            "By Monday the flood had killed 17 people in the valley.",
            "By Thursday the flood had killed 23 people in the valley.",
        ),
        example(
            "another place",
            "The storm destroyed 40 houses in Marl Cross on the coast.",
            "The storm destroyed 70 houses in Ostley on the coast.",
        ),
        example(
            "one area in two units",
            "The fire blackened 18,400 hectares of pine in the valley.",
            "The fire blackened about 45,500 acres in the valley.",
        ),
    ),
)
