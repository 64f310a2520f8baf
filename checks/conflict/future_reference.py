"""An article tells as past what lies after its own day, or is itself dated after the day given as the latest.

## What it flags
"The ferry sank on 3 June 2025" in an article that states 1 June 2025 as its day; an article dated after `--as-of`.

## Why it matters
Nobody can have written then what happened later: the article's date or the date in the text is wrong, or the text was
changed later without a word about it.

## How to settle it
Look for an update, compare an archived copy, and look up the day of the event.

## What it leaves alone
Plans, forecasts, deadlines and schedules; dates without a year; a day's difference, which time zones explain; quotations;
articles that state no day; everything up to the last day an update names.

## References
TimeML document creation time; Credibility Coalition indicators (Zhang et al. 2018).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict._days import around, in_words
from auditor.languages.en.phrases.tenses import HAPPENED_ON, MAYBE_AHEAD, OPENING_DATE, PAST_BEHIND
from auditor.model import (
    Article,
    Asked,
    Basis,
    Claim,
    ClaimKind,
    Confidence,
    Family,
    Finding,
    Quotation,
    Severity,
    Span,
    Timex,
    Window,
)
from auditor.story.dating import statements
from auditor.text.regex import regex
from auditor.values import bounds

_SLACK = timedelta(days=1)
"""Where it is morning already, a day is dated that elsewhere has not begun."""
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_REACH = 120
"""Characters before a date in which the verb that it dates is looked for."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report what is told as past and dated later than the article, and an article dated later than allowed."""
    yield from _itself(article)
    stated = statements(article.document, article.blocks)
    latest = max((window.latest for window in stated if window.latest), default=None)
    if latest is None:
        return
    quoted = sorted(claim.span for claim in article.claims if isinstance(claim.value, Quotation))
    for claim in article.claims:
        day = _own_day(claim)
        if day and day - latest > _SLACK and _is_past(article, claim.span) and not _within(quoted, claim.span):
            yield _finding(claim.span, latest, stated)


def _finding(told: Span, latest: date, stated: Sequence[Window]) -> Finding:
    words, own = " ".join(told.text.split()), in_words(latest)
    places = [evidence.span for window in stated for evidence in window.evidence if evidence.span]
    sides = (side([told]), side(places)) if places else (side([told]),)
    settle = f"It states {own} as its latest day. Both hold only if the text was changed later."
    question = f"How can an article of {own} tell of “{words}” as past?"
    return CHECK.finding(Asked("dating", words, question, sides, settle), told, places, confidence=Confidence.MEDIUM)


def _itself(article: Article) -> Iterator[Finding]:
    """The article as a whole, where its window ends before it begins because of the day given as the latest."""
    window = article.window
    if not window.empty or not article.blocks:
        return
    own = next(evidence for evidence in window.evidence if evidence.basis not in (Basis.AS_OF, Basis.FILE))
    block = article.blocks[0]
    limit = next(evidence for evidence in window.evidence if evidence.basis == Basis.AS_OF)
    assert window.earliest
    earliest = in_words(window.earliest)
    place = own.span or article.document.span(block.start, block.end)
    settle = (
        f"It was written on or after {earliest} by {own.reason}, and so after {limit.reason}. Both hold only if it was dated "
        "ahead."
    )
    yield CHECK.finding(
        Asked("dating", earliest, f"How can the article be of {earliest}?", (side([place], earliest),), settle),
        place,
        confidence=Confidence.MEDIUM if own.basis == Basis.CLAIMS else Confidence.HIGH,
    )


def _own_day(claim: Claim) -> date | None:
    """The first day of a date that the text gives with its year."""
    if claim.kind != ClaimKind.DATE or not isinstance(claim.value, Timex) or not _YEAR.search(claim.span.text):
        return None
    covered = bounds(claim.value.value)
    return covered[0] if covered else None


def _within(places: Sequence[Span], span: Span) -> bool:
    """Whether the last of the ordered places that begins before the span reaches into it."""
    before = bisect_right(places, span.start, key=lambda place: place.start)
    return before > 0 and places[before - 1].overlaps(span)


def _is_past(article: Article, span: Span) -> bool:
    """Whether the sentence tells of that date in the past tense, and nothing in it looks ahead."""
    text = article.prose.text
    start, end = around(article, span.start, span.end)
    if MAYBE_AHEAD.search(text, start, end):
        return False
    opening = OPENING_DATE.fullmatch(text, start, span.start) and PAST_BEHIND.match(text, span.end, end)
    return bool(opening or HAPPENED_ON.search(text, max(start, span.start - _REACH), span.start))


CHECK = Check(
    id="future-reference",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example(
            "an event after the given date", "The ferry sank off the point on [[3 June 2025]].", dates=["1 June 2025"]
        ),
        example(
            "an event after the byline",
            "Ferry lost off the point\nPublished {{1 June 2025}}\n\nOn [[3 June 2025]] the ferry rolled over, and its crew drowned.",
        ),
        example("a month after the given date", "The strike began in [[August 2025]].", dates=["1 June 2025"]),
        example(
            "what somebody wrote, and a storm",
            "Rubel wrote on [[10 June 2025]]. The storm made landfall near Elm on [[11 June 2025]].",
            dates=["8 June 2025"],
        ),
        example("a year after the given date", "In [[2027]] the lighthouse burned down.", dates=["1 June 2025"]),
    ),
    leaves_alone=(
        example(
            "a schedule",
            "The hearing is set for 3 June 2026. The vote was scheduled for 5 June 2026.",
            dates=["1 June 2025"],
        ),
        example(
            "a plan told in the past", "The council voted to close the school on 3 June 2026.", dates=["1 June 2025"]
        ),
        example("an announcement", "The ministry announced elections on 3 June 2026.", dates=["1 June 2025"]),
        example(
            "a forecast", "In 2030 the sea will stand higher, and by 2040 the town is gone.", dates=["1 June 2025"]
        ),
        example(
            "a term that ends", "Their contract ended on paper only and runs until 3 June 2026.", dates=["1 June 2025"]
        ),
        example(
            "a postponement", "The launch was postponed and took place on paper on 3 June 2026.", dates=["1 June 2025"]
        ),
        example("past events", "The ferry sank off the point on 30 May 2025.", dates=["1 June 2025"]),
        example(
            "the next day in another time zone", "The ferry sank off the point on 2 June 2025.", dates=["1 June 2025"]
        ),
        example("no stated day", "The ferry sank off the point on 3 June 2025."),
        example("no year", "The ferry sank off the point on 3 June.", dates=["1 June 2025"]),
        example(
            "an update",
            "Ferry lost off the point\nPublished 1 June 2025. Updated 4 June 2025\n\nThe ferry sank off the point on 3 June 2025.",
        ),
        example(
            "a fiscal year",
            "In fiscal 2026 the company earned less. In 2026 the model sold well.",
            dates=["1 June 2025"],
        ),
        example(
            "a quotation", "“The ferry sank on 3 June 2031,” the novelist Ana Ruiz read out.", dates=["1 June 2025"]
        ),
        example("fiction", "The novel opens in a port where a ferry sank on 3 June 2031.", dates=["1 June 2025"]),
    ),
)
