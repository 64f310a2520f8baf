"""What an article states of its own day excludes itself.

## What it flags
A dateline or byline later than the day of publication; an update before it; more time passed since a beginning that the
article dates than had passed on the day it states, or less.

## Why it matters
Everything that leans on the article's day ("on Thursday", "a week ago", which report came first) is off when that day is.

## How to settle it
Compare the page itself or an archived copy; correct the date given with the article.

## What it leaves alone
A publication days or years after the dateline; "published" and "updated"; a day's difference, which time zones explain;
datelines without a year where nothing gives one; rounded times and times told of an earlier day.

## References
TimeML document creation time; IPTC NewsML-G2 dateline, contentCreated, versionCreated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from auditor.asked import brief, side
from auditor.check import Check, example
from auditor.checks.conflict._days import in_words
from auditor.model import (
    Article,
    Asked,
    Basis,
    Claim,
    Confidence,
    Event,
    Family,
    Finding,
    Severity,
    Span,
    Timex,
    Window,
)
from auditor.story.dating import elapsed_since, statements, written
from auditor.values import moved

_NOT_AFTER = (
    (Basis.DATELINE, Basis.PUBLISHED),
    (Basis.DATELINE, Basis.UPDATED),
    (Basis.DATELINE, Basis.GIVEN),
    (Basis.PUBLISHED, Basis.UPDATED),
    (Basis.PUBLISHED, Basis.GIVEN),
)
"""What comes first, and what cannot be earlier. A date in an address or of a file may be anything later or earlier."""
_SLACK = timedelta(days=1)
"""Time zones put one moment on two days."""
_ROUNDED = 0.1
"""Of an elapsed time: writers round."""
_LEAST_ROUNDED = 31
"""Writers count whole months, and from a month as a whole."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report statements about the article's day that exclude each other, and elapsed times that exclude that day."""
    stated = statements(article.document, article.blocks)
    for first, then in _NOT_AFTER:
        one, other = _first_of(stated, first), _first_of(stated, then)
        if one and other and _after(one, other):
            yield from _out_of_order(one, other)
    if stated:
        yield from _elapsed(article, stated)


def _first_of(stated: Iterable[Window], basis: Basis) -> Window | None:
    return next((window for window in stated if window.evidence[0].basis == basis), None)


def _after(one: Window, other: Window) -> bool:
    return bool(one.earliest and other.latest) and one.earliest - other.latest > _SLACK  # type: ignore[operator]


def _out_of_order(one: Window, other: Window) -> Iterator[Finding]:
    (mine,), (theirs,) = one.evidence, other.evidence
    places = [evidence.span for evidence in (mine, theirs) if evidence.span]
    if places and one.earliest and other.latest:
        first, then = in_words(one.earliest), in_words(other.latest)
        settle = (
            f"It is of {first} by {mine.reason}, and of {then} by {theirs.reason}, which cannot be earlier. Both hold only if "
            "the text was changed after its date was set."
        )
        question = f"Is the article of {first} or of {then}?"
        yield CHECK.finding(
            Asked("dating", first, question, tuple(side([place]) for place in places), settle),
            places[0],
            places,
            confidence=Confidence.LOW if mine.basis == Basis.PUBLISHED else Confidence.MEDIUM,
        )


def _elapsed(article: Article, stated: tuple[Window, ...]) -> Iterator[Finding]:
    """Elapsed times of which no beginning in the article puts its writing on any day it states."""
    passed: dict[Span, list[tuple[Claim, Claim]]] = {}
    for start, elapsed in elapsed_since(article.claims):
        if _has_year(start):
            passed.setdefault(elapsed.span, []).append((start, elapsed))
    for place, pairs in sorted(passed.items()):
        if not any(_meet(_rounded(*pair), window) for pair in pairs for window in stated):
            yield _too_long_or_short(place, pairs[0][0], stated[0])


def _has_year(start: Claim) -> bool:
    when = start.value.when if isinstance(start.value, Event) else None
    return any(part.isdigit() and len(part) == 4 for part in (when.text if when else "").replace(",", " ").split())


def _rounded(start: Claim, elapsed: Claim) -> Window:
    """The days on which so much time had passed, give or take what writers round."""
    window = written(start, elapsed)
    low = elapsed.value.low if isinstance(elapsed.value, Timex) and elapsed.value.low else 0.0
    slack = max(_LEAST_ROUNDED, round(_ROUNDED * low))
    return Window(window.earliest and moved(window.earliest, -slack), window.latest and moved(window.latest, slack))


def _meet(one: Window, other: Window) -> bool:
    starts_in_time = not one.earliest or not other.latest or one.earliest <= other.latest
    return starts_in_time and (not one.latest or not other.earliest or other.earliest <= one.latest)


def _too_long_or_short(place: Span, start: Claim, stated: Window) -> Finding:
    evidence = stated.evidence[0]
    others = [span for span in (start.span, evidence.span) if span]
    words = " ".join(place.text.split())
    assert stated.earliest
    question = f"Does “{words}” fit an article of {in_words(stated.earliest)}?"
    settle = (
        f"Counted from “{brief(start.span.text)}” it differs from {evidence.reason}. Both hold only if the time is counted from "
        "another beginning."
    )
    return CHECK.finding(
        Asked("dating", words, question, tuple(side([span]) for span in (place, *others)), settle),
        place,
        others,
        confidence=Confidence.MEDIUM,
    )


WAR = "Russia chose to {{invade Ukraine in February 2022}}. "

CHECK = Check(
    id="inconsistent-dating",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example(
            "a dateline after the byline",
            "Union rejects offer\nPublished {{2 March 2023}}\n\nPORT SELLICK, [[16 March]] (VPA) - The union rejected the offer.",
        ),
        example(
            "a dateline after the given date",
            "PORT SELLICK, [[March 16, 2023]] (VPA) - The union said no.",
            dates=["2023-03-02"],
        ),
        example(
            "a byline after the given date",
            "Union rejects offer\nPublished [[16 March 2023]]\n\nThe union rejected the offer on the quay.",
            dates=["2023-03-02"],
        ),
        example(
            "an update before the publication",
            "Union rejects offer\nPublished [[16 March 2023]]. Updated {{2 March 2023}}\n\nThe union rejected the offer.",
        ),
        example(
            "more time than had passed",
            WAR + "The war in Ukraine has been raging for [[three years]].",
            dates=["13 March 2023"],
        ),
        example(
            "less time than had passed",
            WAR + "The war in Ukraine has entered [[its second year]].",
            dates=["13 March 2025"],
        ),
    ),
    leaves_alone=(
        example(
            "publication after the dateline",
            "PORT SELLICK, March 16 (VPA) - The union said no.",
            dates=["19 March 2023"],
        ),
        example("a later reprint", "PORT SELLICK, March 16, 2023 (VPA) - The union said no.", dates=["1 May 2024"]),
        example(
            "a dateline of the year before", "PORT SELLICK, Dec 30 (VPA) - The union said no.", dates=["2 January 2024"]
        ),
        example(
            "the next day in another time zone",
            "PORT SELLICK, March 16 (VPA) - The union said no.",
            dates=["15 March 2023"],
        ),
        example("no year anywhere", "PORT SELLICK, March 16 (VPA) - The union said no to the offer of March 2."),
        example(
            "published and updated",
            "Union rejects offer\nPublished 2 March 2023. Updated 16 March 2023\n\nThe union rejected the offer.",
            dates=["2 March 2023"],
        ),
        example(
            "only the update in the byline",
            "Union rejects offer\nLast updated on 16 March 2023\n\nThe union rejected the offer on the quay.",
            dates=["2 March 2023"],
        ),
        example(
            "a given month", "PORT SELLICK, March 16, 2023 (VPA) - The union rejected the offer.", dates=["March 2023"]
        ),
        example(
            "as much time as had passed",
            "Russia chose to invade Ukraine in February 2022. The war in Ukraine has entered its second year.",
            dates=["13 March 2023"],
        ),
        example(
            "a rounded time",
            "Russia chose to invade Ukraine in February 2022. The war in Ukraine has been raging for three years.",
            dates=["10 January 2025"],
        ),
        example(
            "a time told of an earlier day",
            "Russia chose to invade Ukraine in February 2022. Two months into the war in Ukraine the port was lost.",
            dates=["13 March 2025"],
        ),
    ),
)
