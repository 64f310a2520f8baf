"""Two articles give different lengths of time for the same thing.

## What it flags
How long something took, lasts or was set for - a crossing, a trial, a sentence, a deadline - where two articles give
lengths that exclude each other, and the rare words beside them show that they mean the same thing.

## Why it matters
Both cannot be right, and whoever cites one of them cites a mistake with even odds.

## How to settle it
Look the length up in the ruling, timetable or record; where both may hold, say what each counts.

## What it leaves alone
One length in other words (an hour and a half, 90 minutes); rounding and bounds; ages; lengths of different things;
a length that the other article gives too, in another place.

## References
de Marneffe et al. 2008 (ACL P08-1118), numeric contradiction: alignment first, values second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from auditor.check import Check, example
from auditor.checks.conflict import differ
from auditor.comparing.circumstances import headline_and_body, other_period, other_scope
from auditor.comparing.engine import Comparing, Judged
from auditor.comparing.features import level
from auditor.languages.en.lists import LISTS
from auditor.model import ClaimKind, Family, Finding, Severity, Timex, Verdict
from auditor.story.mentions import Mention
from auditor.story.plain import measure
from auditor.text.regex import regex
from auditor.values import relate

_FAR = 4
"""Times the shorter length beyond which two are not one thing."""
_TIMES = (1.1, 1.3, 1.6, 2.5)
"""Bounds of the levels of "times the shorter length": round numbers, weighed by the fit."""
_COUNT = regex(r"P(\d+(?:\.\d+)?)[DWMY]")
_PAIR = 2
"""Up to here the same number of two units is likely chance: two days, two months."""
_ROUND = LISTS.words("time_words", "round-length")
_UNITS = {"PY": 1, "PM": 2, "PW": 3, "PD": 4, "PTH": 5, "PTM": 6, "PTS": 7}


def _slot(mention: Mention) -> str:
    value = mention.claim.value
    if mention.claim.kind != ClaimKind.DURATION or not isinstance(value, Timex) or value.low is None:
        return ""
    words = mention.claim.span.text.lower()
    round_figure = words in _ROUND
    return "" if value.relation == "elapsed" or words.endswith("-old") or round_figure else "length"


def _relate(left: Mention, right: Mention) -> tuple[Verdict, str]:
    return relate(_length(left), _length(right))


def _length(mention: Mention) -> Timex:
    assert isinstance(mention.claim.value, Timex)
    return mention.claim.value


def _far_apart(one: Mention, other: Mention) -> str:
    """Lengths of other orders are seldom one thing told twice, unless only the unit slipped: six weeks, six months."""
    if _number(one) == _number(other) > _PAIR:
        return ""
    low, high = sorted((_length(one).low or 0, _length(other).low or 0))
    return "values of another order" if high > _FAR * low else ""


def _number(mention: Mention) -> float:
    """How many days, weeks, months or years a length counts; 0 for one of several units or of hours."""
    return float(number[1]) if (number := _COUNT.fullmatch(_length(mention).value)) else 0.0


def _hint(one: Mention, other: Mention) -> Iterator[tuple[str, int]]:
    """What two lengths say for one thing measured."""
    low, high = sorted(_length(mention).low or 0 for mention in (one, other))
    yield "times the shorter length", level(high / low if low else inf, *_TIMES)
    yield "lengths in other units", int(measure(one.claim) != measure(other.claim))
    yield "lengths that point back", one.definite + other.definite
    yield "lengths before their noun", sum("-" in mention.claim.span.text for mention in (one, other))
    yield "unit of the length", _UNITS.get(measure(one.claim), 0)


def _pointing_back(one: Mention, other: Mention) -> str:
    """Inside one article, a headline against the body, and a length that points back to one named in a sentence before.

    What one sentence gives two lengths are two things: "three months of his six-month term". Of nine lengths told of 3,489 real
    articles and pages that stops three, all of them wrong.
    """
    if one.number == other.number:
        return "both in one sentence"
    back = other.definite and "-" in other.claim.span.text and one.neighbours & other.neighbours
    return "" if back else headline_and_body(one, other)


def _tell(judged: Judged, fewer: Sequence[Mention], more: Sequence[Mention]) -> Finding:
    settle = "Both hold only if they measure different things."
    return differ(CHECK, "length", judged.probability, fewer, more, settle)


CHECK = Check(
    id="conflicting-length",
    family=Family.CONFLICT,
    severity=Severity.ERROR,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=Comparing(
        "length",
        _slot,
        _relate,
        _tell,
        (_far_apart, other_period, other_scope),
        within=(_pointing_back,),
        hints=(_hint,),
    ),
    flags=(
        example(
            "how long an inquiry has",
            "The inquiry into the bridge will report within {{six months}}, the ministry said.",
            "The ministry gave the inquiry [[nine months]] to report.",
        ),
        example(
            "a unit that slipped",
            "The foundry in Orley will lie idle for {{six weeks}}, its owners said.",
            "Work at the foundry in Orley will stop for [[six months]], according to its owners.",
        ),
    ),
    leaves_alone=(
        example(
            "one length in other words",
            "The crossing takes about 90 minutes in calm weather.",
            "In calm weather the crossing takes an hour and a half.",
        ),
        example(
            "a part and the whole in one sentence",
            "Halm was freed in May after three months of his six-month term and has appealed.\n\nThe bench spent the first 20 minutes of the two-hour hearing on papers.",
        ),
        example(
            "lengths of different things",
            "The trial lasted nine weeks.",
            "The prison sentence of seven years was suspended.",
        ),
        example(
            "ages",
            "The driver, a 61-year-old from the village, was unhurt.",
            "The other driver, a 56-year-old from the village, was unhurt.",
        ),
    ),
)
