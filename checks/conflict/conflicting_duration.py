"""Two articles give different lengths of time since the same thing began.

## What it flags
A war, strike or epidemic that has gone on for one time in one article and for another in a second one, where no day
of writing that the articles state explains the difference.

## Why it matters
Start, elapsed time and day of writing hang together: of two such statements at most one fits an article of today, so
one of the texts is old, or wrong. A timeline built on both is wrong.

## How to settle it
Find out when each article was written. The message says for which days both can hold.

## What it leaves alone
Times that overlap ("three years", "more than 1,000 days"); articles whose own dates explain the difference; elapsed
times told of an earlier day; other subjects, and how long something is meant to last ("a 30-day ceasefire").

## References
TimeML TIMEX3 DURATION; de Marneffe et al. 2008 (ACL P08-1118), numeric contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict._days import in_words
from auditor.comparing.named import Naming, Paired
from auditor.model import (
    Asked,
    Claim,
    ClaimKind,
    Confidence,
    Event,
    Family,
    Finding,
    Modality,
    Severity,
    Side,
    Timex,
    Verdict,
    Window,
)
from auditor.story.dating import starts_of, written
from auditor.values import bounds

_YEAR = 365.2425
"""Days of a year by the Gregorian calendar."""


def _elapsed(claim: Claim) -> bool:
    return isinstance(claim.value, Timex) and claim.value.low is not None


def _relate(one: Claim, other: Claim) -> tuple[Verdict, str]:
    if Modality.HEDGED in (one.modality, other.modality):
        return Verdict.NOT_COMPARABLE, "one tells of an earlier day"
    if _dated(one) and _dated(other):
        if _meet(_start(one), _start(other)):
            agree = _meet(_days(one), _days(other))
            return (Verdict.AGREE, "same elapsed time") if agree else (
                Verdict.COMPATIBLE, "the articles' dates explain the difference"
            )  # fmt: skip
        return Verdict.CONFLICT, "the beginnings they imply exclude each other"
    if _meet(_days(one), _days(other)):
        return Verdict.AGREE, "same elapsed time"
    return Verdict.CONFLICT, "elapsed times exclude each other"


def _dated(claim: Claim) -> bool:
    return claim.as_of.earliest is not None and claim.as_of.latest is not None


def _days(claim: Claim) -> tuple[float, float]:
    value = claim.value
    assert isinstance(value, Timex)
    return value.low or 0.0, float("inf") if value.high is None else value.high


def _start(claim: Claim) -> tuple[float, float]:
    """The days, counted from year 1, between which the subject began if the claim holds on its article's day."""
    low, high = _days(claim)
    earliest, latest = claim.as_of.earliest, claim.as_of.latest
    assert earliest
    assert latest
    return earliest.toordinal() - high, latest.toordinal() - low


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _tell(pairs: Sequence[Paired], claims: Sequence[Claim]) -> Finding:
    """One finding for two articles, with every place where they say it."""
    shorter, longer = sorted(pairs[0], key=lambda claim: (_days(claim), claim.span))
    places = {claim.span for pair in pairs for claim in pair}
    subject = _named(shorter.subject)
    stated = all(_dated(claim) for claim in pairs[0])
    question = f"How long has the {subject} gone on?"
    settle = _reconciled(shorter, longer, claims)
    return CHECK.finding(
        Asked("duration", subject, question, tuple(_sides(pairs, stated)), settle, shorter.subject),
        shorter.span,
        places - {shorter.span},
        severity=Severity.ERROR if stated else Severity.WARNING,
        confidence=Confidence.HIGH if stated else Confidence.MEDIUM,
    )


def _named(subject: str) -> str:
    """The subject with its place's capital, which its key is without."""
    what, joint, place = subject.rpartition(" in ")
    return f"{what}{joint}{place.title() if place.islower() else place}"


def _sides(pairs: Sequence[Paired], stated: bool) -> Iterator[Side]:
    """Each length with all its places, the shortest first; of dated articles with the day it is counted to."""
    claims = sorted({claim.span: claim for pair in pairs for claim in pair}.values(), key=lambda claim: claim.span)
    told: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sorted(claims, key=_days):
        told.setdefault((_days(claim), _start(claim)) if stated else (_days(claim),), []).append(claim)
    for alike in told.values():
        words, length = " ".join(alike[0].span.text.split()), _told(alike[0])
        by = f" by {in_words(alike[0].as_of.latest)}" if stated and alike[0].as_of.latest else ""
        yield side((claim.span for claim in alike), f"{words}{by}", f"{length}{by}")


def _told(claim: Claim) -> str:
    low, high = _days(claim)
    unit, size = ("years", _YEAR) if low >= _YEAR else ("days", 1.0)
    if high == float("inf"):
        return f"more than {low / size:.0f} {unit}"
    if high - low < size / 2:
        return f"{low / size:.0f} {unit}"
    return f"{low / size:.0f} to {high / size:.0f} {unit}"


def _reconciled(shorter: Claim, longer: Claim, claims: Sequence[Claim]) -> str:
    """What would have to hold for both to be right."""
    starts = starts_of(claims, shorter.subject)
    if starts:
        start = min(starts, key=lambda claim: (_width(claim), claim.span))
        first, second = written(start, shorter), written(start, longer)
        return (
            f"With a beginning as in “{start.span.text}” ({start.span.document}), both hold only if "
            f"{shorter.span.document} was written {_between(first)} and {longer.span.document} {_between(second)}; "
            f"{_undated(shorter, longer)}."
        )
    gap = _days(longer)[0] - _days(shorter)[1]
    size = f"{gap / _YEAR:.1f} years" if gap >= _YEAR else f"{max(gap, 1):.0f} days"
    return (
        f"Both hold only if {shorter.span.document} was written at least {size} before {longer.span.document}; "
        f"{_undated(shorter, longer)}."
    )


def _width(start: Claim) -> int:
    """How many days a beginning's date covers: the narrowest says most."""
    covered = bounds(start.value.date) if isinstance(start.value, Event) and start.value.date else None
    return (covered[1] - covered[0]).days if covered else 10**6


def _between(window: Window) -> str:
    if window.earliest and window.latest:
        return f"between {_month(window.earliest)} and {_month(window.latest)}"
    return f"after {_month(window.earliest)}" if window.earliest else "at another time"


def _month(day: date) -> str:
    return f"{day:%B %Y}"


def _undated(*claims: Claim) -> str:
    silent = sorted({claim.span.document for claim in claims if not _dated(claim)})
    if not silent:
        return "the dates they state do not allow it"
    return f"{' and '.join(silent)} {'states' if len(silent) == 1 else 'state'} no date"


CHECK = Check(
    id="conflicting-duration",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    consumes=frozenset({ClaimKind.DURATION, ClaimKind.EVENT}),
    compare=Naming("conflicting-duration", _elapsed, _relate, _tell),
    flags=(
        example(
            "undated articles, years that exclude each other",
            "{{Four years}} into the war in Sudan, aid still reaches few of those who need it.",
            "The war in Sudan has entered [[its second year]], and the talks are stalled.",
        ),
        example(
            "days against years",
            "The siege of Mariel has lasted [[40 days]], doctors say.",
            "The people of the town are hungry. The siege of Mariel has lasted {{more than two years}}.",
        ),
        example(
            "dates that do not explain the difference",
            "The strike in Peru has entered [[its third week]].",
            "The strike in Peru has gone on for {{seven months}}.",
            dates=("2024-05-10", "2024-05-12"),
        ),
    ),
    leaves_alone=(
        example(
            "one span of time in two ways",
            "Three years into the war in Sudan, the fighting goes on.",
            "The war in Sudan has lasted more than 1,000 days.",
        ),
        example(
            "the articles' own dates explain the difference",
            "The war in Sudan has entered its second year.",
            "Three years into the war in Sudan, the fighting goes on.",
            dates=("2024-06-01", "2026-06-01"),
        ),
        example(
            "two wars",
            "Three years into the war in Sudan, the fighting goes on.",
            "The war in Yemen has entered its second year.",
        ),
        example(
            "how long a ceasefire is meant to last",
            "Three years into the war in Sudan, the fighting goes on.",
            "The mediators want a 30-day ceasefire in Sudan.",
        ),
        example(
            "second of something else",
            "Three years into the war in Sudan, the fighting goes on.",
            "The second round of talks on Sudan ended. The author is a second-year student.",
        ),
        example(
            "told of an earlier day",
            "Six months into the war in Sudan the minister resigned.",
            "Three years into the war in Sudan, the fighting goes on.",
        ),
    ),
)
