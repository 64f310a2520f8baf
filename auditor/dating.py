"""When was this written? A window for each document, with the evidence for each bound.

A date given with the document, or in its byline, decides. Without one the article's own claims bound it: a war that
began in February 2022 and "has entered its second year" puts the text between February 2023 and February 2024.
The latest year a text mentions is no bound: measured on 33,000 dated articles, it is wrong for a third of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import ceil, floor

from auditor.extract.timex import full_date, parse_date
from auditor.model import (
    Block,
    Claim,
    Document,
    Event,
    Evidence,
    Modality,
    Role,
    Timex,
    Window,
)
from auditor.values import bounds


def stated_date(document: Document, blocks: Sequence[Block]) -> date | None:
    """The day the document gives as its own, from what came with it or from its byline; ``None`` without a full date."""
    window = _stated(document, blocks)
    return window.earliest if window and window.earliest == window.latest else None


def dated(
    document: Document, blocks: Sequence[Block], claims: Sequence[Claim], as_of: date | None = None
) -> tuple[Window, tuple[Claim, ...]]:
    """The document's window, and its claims as of the stated date.

    A window drawn from the claims themselves is no evidence for or against them, so claims carry only what is stated.
    """
    stated = _stated(document, blocks) or Window()
    window = stated if stated.evidence else _implied(claims)
    limit = Window(latest=as_of, evidence=(Evidence("the day given as the latest"),)) if as_of else Window()
    return _both(window, limit), tuple(replace(claim, as_of=_both(stated, limit)) for claim in claims)


def _stated(document: Document, blocks: Sequence[Block]) -> Window | None:
    """The days that the document gives as its own: what came with it, else the date in its byline."""
    value = parse_date(document.date) if document.date else None
    covered = bounds(value) if value else None
    if covered:
        return Window(*covered, (Evidence(f"the date given with the document, {document.date}"),))
    for block in blocks:
        found = full_date(document.text, block.start, block.end) if block.role == Role.BYLINE else None
        covered = bounds(found[2]) if found else None
        if found and covered:
            return Window(*covered, (Evidence("the date in the byline", document.span(*found[:2])),))
    return None


def _implied(claims: Iterable[Claim]) -> Window:
    """The window that the article's own beginnings and elapsed times leave."""
    claims = tuple(claims)
    window = Window()
    for elapsed in claims:
        if not isinstance(elapsed.value, Timex) or elapsed.value.relation != "elapsed":
            continue
        if elapsed.modality == Modality.ASSERTED:
            for start in starts_of(claims, elapsed.subject):
                window = _narrowed(window, written(start, elapsed))
    return window


def starts_of(claims: Iterable[Claim], subject: str) -> list[Claim]:
    """The claims that date the beginning of a lasting subject ("war in Ukraine")."""
    return [
        claim
        for claim in claims
        if isinstance(claim.value, Event)
        and claim.value.type.startswith("start of ")
        and claim.subject == f"start of {subject}"
        and claim.value.date
        and bounds(claim.value.date)
    ]


def written(start: Claim, elapsed: Claim) -> Window:
    """When a text was written that puts so much time since a beginning: start plus elapsed, as an interval."""
    value, event = elapsed.value, start.value
    begun = bounds(event.date) if isinstance(event, Event) and event.date else None
    if begun is None or not isinstance(value, Timex) or value.low is None:
        return Window()
    evidence = Evidence(f"“{elapsed.span.text}” since “{start.span.text}”", elapsed.span)
    latest = None if value.high is None else begun[1] + timedelta(days=floor(value.high))
    return Window(begun[0] + timedelta(days=ceil(value.low)), latest, (evidence,))


def _narrowed(window: Window, other: Window) -> Window:
    """The days in both, or the first alone where they share none."""
    both = _both(window, other)
    if both.earliest and both.latest and both.earliest > both.latest:
        return window
    return both


def _both(one: Window, other: Window) -> Window:
    earliest = max((bound for bound in (one.earliest, other.earliest) if bound), default=None)
    latest = min((bound for bound in (one.latest, other.latest) if bound), default=None)
    return Window(earliest, latest, (*one.evidence, *other.evidence))
