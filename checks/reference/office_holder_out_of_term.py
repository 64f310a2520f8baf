"""Somebody speaks in an office that, by the reference, they did not hold when the article was written.

## What it flags
A person who is told to say something, there or in the paragraph behind, and is called by an office, in an article written more than
a month after the person's last term ended; a person who is called by an office, speaking or not, more than three months before
the first term began. When the article was written is given with it, or follows from what it tells: of an event, or of another
holder of an office.

## Why it matters
Either the wrong person is named, or the article is older or newer than it seems, and all that it says of "now" with it.

## How to settle it
Look up who held the office; look up when the article was published.

## What it leaves alone
"Former", "then" and "the late"; what stands behind a preposition ("under President X"); titles that are kept for life, as those of
US presidents; whom somebody imagines in the office ("a President X", "the next President X"); sentences and paragraphs that tell of an earlier time; articles whose day is not known; offices and people
that no table knows.

## References
Measured on 33,000 dated articles: a title before its term was wrong in half of the hits, most often since the article was
misdated; a title after it is mostly history, unless somebody speaks in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.reference import looked_up
from auditor.facts.offices import Held, Standing, held
from auditor.facts.rows import Facts, Term
from auditor.languages.en.lists import LISTS
from auditor.model import (
    Article,
    Asked,
    Claim,
    ClaimKind,
    Family,
    Finding,
    Modality,
    Office,
    Quotation,
    Severity,
    Span,
    Timex,
    Window,
)
from auditor.text.beside import Before, Behind, Within
from auditor.values import bounds

_BEFORE = Before(LISTS.words("office_guards", "before"))
_IMAGINED = Before(LISTS.words("office_guards", "imagined"))
_EARLIER = Within(LISTS.words("office_guards", "elapsed"))
_SAYING = Behind(LISTS.all_members("reporting_verbs", "saying"))


def consult(article: Article, facts: Facts) -> Iterator[Finding]:
    """One finding for each person and office out of term, at the first place where the person speaks in it."""
    told: set[Term] = set()
    for claim in article.claims:
        office = claim.value
        if not isinstance(office, Office) or office.bearer is None:
            continue
        if silence(article, claim, facts) is not Silence.NONE:
            continue
        found = held(facts, office, article.window)
        if not told.issuperset(found.terms):
            told.update(found.terms)
            yield _finding(article, claim, office.bearer, found)


class Silence(StrEnum):
    """Why nothing is told of somebody's office, in the order in which it is asked; ``NONE`` where it is told."""

    FORMER = "former"
    NO_ROW = "no row"
    IN_TERM = "in term"
    NO_DAY = "day not known"
    KEPT = "title kept for life"
    HEDGED = "hedged"
    IMAGINED = "imagined"
    BEHIND = "behind a preposition"
    EARLIER = "told of an earlier time"
    NOT_SPEAKING = "says nothing here"
    PARAGRAPH = "in a paragraph of an earlier time"
    NONE = "told"


def silence(article: Article, claim: Claim, facts: Facts) -> Silence:
    """The first reason that holds for an office that the article gives somebody; ``NONE`` where it is told as out of term."""
    office = claim.value
    if not isinstance(office, Office) or office.former or office.bearer is None:
        return Silence.FORMER
    found = held(facts, office, article.window)
    if not found.terms:
        return Silence.NO_ROW
    if found.standing is Standing.HELD:
        return Silence.IN_TERM
    if found.standing is Standing.UNKNOWN:
        return Silence.NO_DAY
    if found.standing is Standing.OVER and any(term.courtesy for term in found.terms):
        return Silence.KEPT
    if found.standing is Standing.TO_COME:
        return _speaks_of_later(article, claim, office.bearer)
    return _speaks_of_then(article, claim, office.bearer)


def _speaks_of_later(article: Article, claim: Claim, bearer: Span) -> Silence:
    """Why the article may call by an office somebody who is to hold it; no history tells of that, so that nobody needs to speak."""
    if claim.modality != Modality.ASSERTED:
        return Silence.HEDGED
    return (
        Silence.IMAGINED if _IMAGINED.stands(article.prose.lower, min(claim.span.start, bearer.start)) else Silence.NONE
    )


def _speaks_of_then(article: Article, claim: Claim, bearer: Span) -> Silence:
    """Why the bearer does not speak here, or not now; ``NONE`` where they do, and nothing around tells of another time."""
    text = article.prose.lower
    start, end = min(claim.span.start, bearer.start), max(claim.span.end, bearer.end)
    if claim.modality != Modality.ASSERTED:
        return Silence.HEDGED
    if _BEFORE.stands(text, start):
        return Silence.BEHIND
    low, high = next((one for one in article.prose.sentences if one[0] <= start < one[1]), (start, end))
    if _EARLIER.stands(text, low, high):
        return Silence.EARLIER
    if _SAYING.next(text, end) is None and not _is_quoted(article, bearer):
        return Silence.NOT_SPEAKING
    return Silence.PARAGRAPH if _tells_of_earlier(article, start) else Silence.NONE


def _is_quoted(article: Article, bearer: Span) -> bool:
    """Whether the bearer is quoted as named here, or in this paragraph and the one behind it by the same words or as "he"."""
    paragraphs = [one for one in article.prose.paragraphs if one[1] > bearer.start][:2]
    low, high = (paragraphs[0][0], paragraphs[-1][1]) if paragraphs else (bearer.start, bearer.end)
    for claim in article.claims:
        if not isinstance(claim.value, Quotation) or claim.value.speaker is None:
            continue
        near = low <= claim.value.speaker.start < high
        if claim.value.speaker.overlaps(bearer) or (near and claim.source == bearer.text):
            return True
    return False


def _tells_of_earlier(article: Article, at: int) -> bool:
    """Whether the paragraph dates something to a time before the article can have been written."""
    low, high = next((one for one in article.prose.paragraphs if one[0] <= at < one[1]), (at, at))
    written = article.window.earliest
    for claim in article.claims:
        if claim.kind is not ClaimKind.DATE or not low <= claim.span.start < high or not isinstance(claim.value, Timex):
            continue
        days = bounds(claim.value.value)
        if days and written and days[1].year < written.year:
            return True
    return False


def _finding(article: Article, claim: Claim, bearer: Span, found: Held) -> Finding:
    start, end = min(claim.span.start, bearer.start), max(claim.span.end, bearer.end)
    place = article.document.span(start, end)
    term = found.terms[0]
    name = " ".join(bearer.text.split())
    evidence = [one.span for one in article.window.evidence if one.span is not None and not one.span.overlaps(place)]
    spans = ", ".join(f"from {one.since} to {one.until or 'now'}" for one in found.terms)
    others = sorted({one.holder for one in found.holders})
    then = f" {' and '.join(others)} did when this was written." if others else ""
    settle = (
        f"By the reference {term.holder} held it {spans} {looked_up(term.origin)}.{then} {_when(article.window)} "
        "Either somebody else is meant, or the article is of another day than it seems."
    )
    asked = Asked(
        "office",
        f"{term.office} of {term.of}",
        f"Was {name} {term.office} of {term.of} when this was written?",
        (side([place], f"{name}, by the reference {spans}"),),
        settle,
    )
    return CHECK.finding(asked, place, evidence)


def _when(window: Window) -> str:
    """When the article was written, and why that is thought."""
    reasons = dict.fromkeys(one.reason for one in window.evidence)
    because = f" because of {' and '.join(reasons)}" if reasons else ""
    if window.earliest and window.latest:
        days = (
            str(window.earliest) if window.earliest == window.latest else f"from {window.earliest} to {window.latest}"
        )
    else:
        days = f"{window.earliest} or later" if window.earliest else f"{window.latest} or earlier"
    return f"It counts as written {days}{because}."


CHECK = Check(
    id="office-holder-out-of-term",
    family=Family.REFERENCE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    consult=consult,
    flags=(
        example(
            "a holder who has left, in an article with a date",
            "[[NATO Secretary General Jens Stoltenberg]] said that the alliance stands by its pledge.",
            dates=("2025-06-03",),
        ),
        example(
            "a holder who has left by what the article tells",
            "The second {{round of talks between Russia and Ukraine in Istanbul}} ended without a truce. "
            "[[NATO Secretary General Jens Stoltenberg]] stressed that any accord takes consent.",
        ),
        example(
            "quoted in the sentence behind",
            "The envoys met [[NATO Secretary General Jens Stoltenberg]] in the hall. “It is late for all of us,” he said.",
            dates=("2025-06-03",),
        ),
        example(
            "a holder who is still to come, and says nothing",
            "The plan was laid before [[NATO Secretary General Mark Rutte]] in the hall.",
            dates=("2019-03-04",),
        ),
        example(
            "a holder who is still to come",
            "[[NATO Secretary General Mark Rutte]] said that the alliance stands by its pledge.",
            dates=("2019-03-04",),
        ),
        example(
            "told of a day of the same year",
            "On 2 June 2025 [[NATO Secretary General Jens Stoltenberg]] said that the alliance stands by its pledge.",
            dates=("2025-06-03",),
        ),
    ),
    leaves_alone=(
        example(
            "former",
            "Former NATO Secretary General Jens Stoltenberg said that the alliance stands by its pledge.",
            dates=("2025-06-03",),
        ),
        example(
            "a title kept for life",
            "President Barack Obama of the United States said that he would not run for anything.",
            dates=("2025-06-03",),
        ),
        example(
            "somebody's time in office",
            "Under NATO Secretary General Jens Stoltenberg, said one envoy, the pledges grew.",
            dates=("2025-06-03",),
        ),
        example(
            "told of the past",
            "In 2018, NATO Secretary General Jens Stoltenberg said that the alliance would grow.",
            dates=("2025-06-03",),
        ),
        example("no day known", "NATO Secretary General Jens Stoltenberg said that the alliance stands by its pledge."),
        example(
            "in term",
            "NATO Secretary General Jens Stoltenberg said that the alliance stands by its pledge.",
            dates=("2022-06-03",),
        ),
        example(
            "the month of the handover",
            "NATO Secretary General Jens Stoltenberg said that the alliance stands by its pledge.",
            dates=("2024-10-05",),
        ),
        example(
            "imagined in the office",
            "A NATO Secretary General Mark Rutte would be good news, and the next NATO Secretary General Mark Rutte, too.",
            dates=("2019-03-04",),
        ),
        example(
            "two headlines that ran together",
            "The party backs Joe Biden for president Joe Biden has to pick a deputy.",
            dates=("2019-03-04",),
        ),
        example(
            "somebody else speaks",
            "The envoys met NATO Secretary General Jens Stoltenberg in the hall. “It is late for all of us,” Ana Ruiz said.",
            dates=("2025-06-03",),
        ),
        example(
            "nobody speaks",
            "The plan bears the mark of NATO Secretary General Jens Stoltenberg.",
            dates=("2025-06-03",),
        ),
    ),
)
