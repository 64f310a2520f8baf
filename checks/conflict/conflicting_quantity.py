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

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from rapidfuzz.distance import Levenshtein

from auditor.check import Check, example
from auditor.checks.conflict import alike, counted, differ, swapped
from auditor.comparing.circumstances import (
    headline_and_body,
    only_expected,
    other_period,
    other_scope,
    other_state,
)
from auditor.comparing.engine import Comparing, Judged
from auditor.comparing.features import level
from auditor.languages.en.lexicon.units import MEASURES, MONEY
from auditor.languages.en.lists import LISTS
from auditor.languages.en.phrases.counts import OF_A_MARKET, OF_A_MOMENT, OF_A_POLL
from auditor.model import Family, Finding, Lived, Quantity, Role, Severity, Verdict
from auditor.story.mentions import Mention
from auditor.values import ratio, relate

_PEOPLE = LISTS.words("counting", "people") | {""}
"""What a count of people may name where the verb says what became of them."""
_RISING = LISTS.words("concepts", "rising")
"""States of people whose counts change from day to day."""
_WORDS_NEAR = 0.3
"""Nearness within which a noun names what a bare number counts."""
_FAR = 4
"""Times the smaller value beyond which two are not one thing."""
_TIMES = (1.02, 1.1, 1.3, 1.6, 2.5)
"""Borders between levels of how many times the smaller number goes into the larger."""
_SIZES = (2, 5, 11, 100, 1000, 1e6)
"""Bounds of the levels of "times the smaller value" and "size of the smaller": round numbers, weighed by the fit."""
_UNITS = {"": 0, "%": 1}
"""Levels of "unit": counts, shares; 3 for measures and 4 for money."""
_HEAVY = LISTS.words("counting", "heavy")
_TALLIED = LISTS.words("counting", "tallied")
"""What is counted through a night, or moves through a day."""
_POUNDS = {"pound": "GBP"}
"""A word for a currency and a weight: it may be the currency where the other article has that."""


def _slot(mention: Mention) -> str:
    value = mention.claim.value
    if not isinstance(value, Quantity) or isinstance(value, Lived):
        return ""
    if value.unit in MEASURES or _is_weight(mention):
        kind = "measure"
    else:
        kind = "money" if value.unit in MONEY else value.unit or "count"
    return f"{kind} a {value.rate}" if value.rate else kind


def _is_weight(mention: Mention) -> bool:
    """Whether pounds are no money: a word for weight stands near them."""
    return counted(mention).unit == "pound" and any(word.lemma in _HEAVY for word in mention.words)


def _relate(left: Mention, right: Mention) -> tuple[Verdict, str]:
    one, other = counted(left), counted(right)
    if "GBP" in (one.unit, other.unit):
        one, other = (replace(value, unit=_POUNDS.get(value.unit, value.unit)) for value in (one, other))
    ranges = one.comparator == other.comparator == "range" and one.unit == other.unit
    if ranges and (one.low == other.low) != (one.high == other.high):
        return Verdict.CONFLICT, "ranges of which one end differs"
    return relate(one, other)


def _state(mention: Mention) -> str:
    return mention.state or ("death" if counted(mention).thing == "life" else "")


def _named_by(one: Mention, other: Mention) -> bool:
    """Whether one has no noun of its own, and what the other counts stands near it."""
    bare, full = (one, other) if not counted(one).thing else (other, one)
    thing = counted(full).thing
    if counted(bare).thing:
        return False
    return any(thing == word.lemma and word.near >= _WORDS_NEAR for word in bare.words)


def _headline_or_slip(one: Mention, other: Mention) -> str:
    """Inside one article a headline is held against the body; of the body, numbers that point back or swap digits."""
    same = counted(one).thing == counted(other).thing != "" and one.sentence != other.sentence
    back = other.definite and counted(one).modifiers == counted(other).modifiers
    return "" if same and (back or swapped(one, other)) else headline_and_body(one, other) or _told_later(one, other)


def _told_later(headline: Mention, other: Mention) -> str:
    """A headline sums up how the article opens: of the fates of people, the first that the body tells is meant."""
    if not _state(other) or _state(headline) != _state(other):
        return ""
    fates = (m for m in other.record.mentions if m.role != Role.HEADLINE and _slot(m) and _state(m) == _state(other))
    first = next(fates, other)
    return "" if first.sentence == other.sentence else "the article opens with another number"


def _far_apart(one: Mention, other: Mention) -> str:
    """Values of other orders are seldom one thing told twice."""
    return "values of another order" if (ratio(counted(one), counted(other)) or 1) > _FAR else ""


def _hint(one: Mention, other: Mention) -> Iterator[tuple[str, int]]:
    """What the numbers and their nouns say for one thing counted."""
    mine, theirs = counted(one), counted(other)
    things = {mine.thing, theirs.thing} - {""}
    same, bare = mine.thing == theirs.thing != "", not mine.thing or not theirs.thing
    yield "same thing counted", int(same) + int(same and not things & _PEOPLE)
    yield "things of one class counted", int(not same and not bare and alike(mine.thing, theirs.thing))
    yield "other things counted", int(not same and not bare and not alike(mine.thing, theirs.thing))
    yield "one thing is not named", int(bare and bool(things))
    modifiers = set(mine.modifiers), set(theirs.modifiers)
    yield "same words before the thing", int(bool(modifiers[0]) and modifiers[0] == modifiers[1])
    yield "other words before the thing", int(all(modifiers) and not modifiers[0] & modifiers[1])
    yield "one is narrower", int(bool(modifiers[0]) != bool(modifiers[1]))
    yield "unit", _UNITS.get(mine.unit, 4 if mine.unit in MONEY else 3)
    yield "times the smaller value", level(ratio(mine, theirs) or inf, *_TIMES)
    yield "the same digits in another order", int(swapped(one, other))
    yield "all digits but one are the same", int(_one_digit(one, other))
    yield "one has a digit more in front", int(_digit_ahead(one, other))
    yield "size of the smaller", level(min(abs(v.low or v.high or 0) for v in (mine, theirs)), *_SIZES)
    yield "digits told", level(min(_digits(v) for v in (mine, theirs)), 2, 3)
    yield "bounds or about", sum(value.comparator != "=" for value in (mine, theirs))
    yield "counts of people that change", int(one.state in _RISING and one.state == other.state)
    yield "more on the later day", _grown(one, other)
    yield "a later count of people", int(one.state in _RISING and one.state == other.state and _grown(one, other) == 1)
    yield "of polls", sum(bool(OF_A_POLL.stands(_sentence(m))) for m in (one, other))
    yield (
        "headline and body count the same",
        int(one.document == other.document and one.role != other.role and (same or _named_by(one, other))),
    )


def _of_the_moment(one: Mention, other: Mention) -> str:
    """A figure of a count, market or storm that goes on: votes are counted through the night, winds and prices are of an hour.

    Stops 107 different pairs, 15 the same and 2 in conflict of all labelled ones, alone 44, 9 and 2.
    """
    told = [_sentence(mention) for mention in (one, other)]
    if any(map(OF_A_MOMENT.stands, told)) and not swapped(one, other):
        return "a figure of the moment"
    moving = all(counted(m).thing in _TALLIED or counted(m).unit.endswith("/hour") for m in (one, other))
    return "a figure that changes by the hour" if moving or all(map(OF_A_MARKET.stands, told)) else ""


def _grown(one: Mention, other: Mention) -> int:
    """1 where the article filed later tells the larger number, 2 where it tells the smaller; 0 where days are the same."""
    days = [mention.claim.as_of.latest or mention.claim.as_of.earliest for mention in (one, other)]
    if not days[0] or not days[1] or days[0] == days[1]:
        return 0
    low = [counted(mention).low or counted(mention).high or 0 for mention in (one, other)]
    return 1 if (days[0] < days[1]) == (low[0] < low[1]) else 2


def _sentence(mention: Mention) -> str:
    return mention.record.article.prose.lower[slice(*mention.sentence)]


def _digits(quantity: Quantity) -> int:
    """How many digits a number is told in, zeros at its end left out."""
    return len(f"{quantity.high if quantity.low is None else quantity.low:g}".replace(".", "").strip("0"))


def _one_digit(one: Mention, other: Mention) -> bool:
    """Whether two numbers differ in one digit, put in, left out or changed, as slips do; round ones never do."""
    mine, theirs = (f"{counted(mention).low or 0:.0f}".rstrip("0") for mention in (one, other))
    return min(len(mine), len(theirs)) > 2 and Levenshtein.distance(mine, theirs, score_cutoff=1) == 1


def _digit_ahead(one: Mention, other: Mention) -> bool:
    """Whether one number is the other with a digit lost in front, as in 18,000 and 8,000."""
    shorter, longer = sorted((f"{counted(mention).low or 0:.0f}" for mention in (one, other)), key=len)
    return len(shorter) > 2 and len(longer) == len(shorter) + 1 and longer.endswith(shorter)


def _tell(judged: Judged, fewer: Sequence[Mention], more: Sequence[Mention]) -> Finding:
    headline = any(m.role == Role.HEADLINE for m in fewer) and len({m.document for m in (*fewer, *more)}) == 1
    settle = "Both hold only if they count different things or days."
    if headline:
        settle = f"The headline’s number is not the article’s. {settle}"
    return differ(CHECK, "number", judged.probability, fewer, more, settle)


CHECK = Check(
    id="conflicting-quantity",
    family=Family.CONFLICT,
    severity=Severity.ERROR,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=Comparing(
        "quantity",
        _slot,
        _relate,
        _tell,
        (
            _far_apart,
            other_state,
            only_expected,
            other_scope,
            other_period,
            _of_the_moment,
        ),
        firm=(other_scope, other_state, other_period),
        within=(_headline_or_slip,),
        hints=(_hint,),
    ),
    flags=(
        example(
            "a headline and what the article opens with",
            "FIRE ON THE COAST: {{412 homes}} burned in Mariel\n\nThe fire that ran into Mariel on Monday burned [[421 homes]], "
            "the mayor said.\n\nIn the fire of 1998 eleven people died in Mariel.",
        ),
        example(
            "the end of a range",
            "Sales for the first quarter are expected to lie {{between $3.515 billion and $3.575 billion}}, the company said.",
            "Sales for the first quarter are expected to lie [[between $3.515 billion and $3.569 billion]], the company said.",
        ),
        example(
            "digits swapped, in one article with the sign",
            "The fund for the families had raised {{48,000 pounds}} by Saturday night.",
            "The fund for the families had raised [[£84,000]] by Saturday night.",
        ),
        example(
            "a digit lost in front",
            "{{Some 8,000 people}} protested outside the assembly on Tuesday.",
            "Outside the assembly, [[18,000 protesters]] banged saucepans on Tuesday.",
        ),
        example(
            "people aboard",
            "The ferry capsized with {{212 people}} aboard, the coastguard said.",
            "There were [[221 people]] on board when the ferry capsized.",
        ),
        example(
            "one sum in two currencies",
            "If Marel Foods walks away from the sale, it owes a break fee of {{90m crowns}}.",
            "Marel Foods would owe a break fee of [[90m euros]] if it walked away from the sale.",
        ),
    ),
    leaves_alone=(
        example(
            "a sum that was still growing",
            "The fund for the families had raised £48,000 by Saturday night.",
            "The fund for the families closed at £131,000 raised.",
        ),
        example(
            "pounds of weight",
            "The crane dropped a load of 4,800 pounds on the quay, the harbour master said.",
            "The crane cost the harbour master £8,400 to put back on the quay.",
        ),
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
            "a sum, and the same converted",
            "If Marel Foods walks away from the sale, it owes a break fee of $90 million.",
            "Marel Foods would owe a break fee of 83 million euros if it walked away from the sale.",
        ),
        example(
            "one area in two units",
            "The fire blackened 18,400 hectares of pine in the valley.",
            "The fire blackened about 45,500 acres in the valley.",
        ),
    ),
)
