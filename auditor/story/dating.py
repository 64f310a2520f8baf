"""When was this written? A window for each document, with the evidence for each bound.

What the document states decides: a date given with it, else one in its byline, its dateline or its address. Without
any the article's own claims bound it: a war that began in February 2022 and "has entered its second year" puts the
text between February 2023 and February 2024. The latest year a text mentions is no bound: measured on 33,000 dated
articles, it is wrong for a third of them. The day of the run is none either: ``as_of`` is the only clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import ceil, floor

from auditor.facts.learning import learned
from auditor.facts.rows import NO_FACTS, Facts
from auditor.languages.en.code.calendar_days import CalendarDay
from auditor.languages.en.code.datelines import dateline
from auditor.languages.en.code.timex import full_date, parse_date
from auditor.languages.en.lexicon.calendar import MONTHS
from auditor.languages.en.phrases.days import PAGE_DATE
from auditor.model import (
    CLAIM_ROLES,
    Article,
    Basis,
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
from auditor.text.regex import regex
from auditor.values import bounds, moved

_URL_DAY = regex(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2}|[a-z]{3,9})/(?P<day>\d{1,2})(?![^/?#])", re.I)
_STATED = frozenset((Basis.GIVEN, Basis.PUBLISHED, Basis.UPDATED, Basis.DATELINE, Basis.ADDRESS))
"""What a bound rests on that the document itself states."""
_LABEL_REACH = 40
"""Characters before a date, from its own line or the one above, in which a word tells whether it is an update."""
_SHOWN = 40
"""Characters of a date that cannot be read which a message quotes."""


def stated_date(document: Document, blocks: Sequence[Block]) -> date | None:
    """The day the document gives as its own, from what came with it or from its head; ``None`` without a full date."""
    window = _stated(document, blocks)
    return window.earliest if window.earliest == window.latest else None


def dated(
    document: Document,
    blocks: Sequence[Block],
    claims: Sequence[Claim],
    as_of: date | None = None,
    facts: Facts = NO_FACTS,
) -> tuple[Window, tuple[Claim, ...]]:
    """The document's window, and its claims as of the stated date.

    A window drawn from the claims themselves, or from ``facts`` about what they tell of, is no evidence for or against them, so
    claims carry only what is stated.
    A document stated to be later than ``as_of`` has a window without a day in it: ``earliest`` after ``latest``.
    """
    stated = _stated(document, blocks)
    window = _narrowed(stated if stated.evidence else _implied(claims, facts), _filed(document))
    limit = _limited(as_of)
    held = _narrowed(_narrowed(stated, _filed(document)), limit)
    return _both(window, limit), tuple(claims if held == Window() else (replace(claim, as_of=held) for claim in claims))


def redated(article: Article, as_of: date | None, facts: Facts) -> Article:
    """An article that was dated without facts, as it is dated with them: what it states of its own day stays as it is."""
    if not facts or any(one.basis in _STATED for one in article.window.evidence):
        return article
    window, _ = dated(article.document, article.blocks, article.claims, as_of, facts)
    return article if window == article.window else replace(article, window=window)


def statements(document: Document, blocks: Sequence[Block]) -> tuple[Window, ...]:
    """Everything the document states of its own day, a window with one piece of evidence each, the weightiest first."""
    head = [*_given(document), *_bylines(document, blocks)]
    head.sort(key=lambda window: window.evidence[0].basis == Basis.UPDATED)
    return (*head, *_datelines(document, blocks, [*head, *_address(document)]), *_address(document))


def _stated(document: Document, blocks: Sequence[Block]) -> Window:
    """The days that the weightiest statement gives, narrowed by those that agree with it."""
    window = Window()
    for one in statements(document, blocks):
        window = _narrowed(window, one)
    return window


def _given(document: Document) -> Iterator[Window]:
    value = parse_date(document.date) if document.date else None
    covered = bounds(value) if value else None
    if covered:
        yield Window(*covered, (Evidence(f"the date given with the document, {document.date}", basis=Basis.GIVEN),))


def unread_date(document: Document) -> str:
    """What is wrong with the date given with a document, and the way out; empty where it is one, or where none is given."""
    if not document.date or document.date.isspace() or next(_given(document), None):
        return ""
    given = document.date if len(document.date) <= _SHOWN else f"{document.date[:_SHOWN]}…"
    return f"The date given with it, “{given}”, is no date that can be read, so it counts as undated. Write it as 2025-06-30."


def _bylines(document: Document, blocks: Iterable[Block]) -> Iterator[Window]:
    """The dates in the byline, in the text or given with the document; the word before one tells an update."""
    for block in blocks:
        if block.role == Role.BYLINE:
            for start, end, basis, covered in _full_dates(document.text, block.start, block.end):
                yield Window(*covered, (Evidence("the date in the byline", document.span(start, end), basis),))
    line = document.byline or ""
    for _, _, basis, covered in _full_dates(line, 0, len(line)):
        yield Window(*covered, (Evidence(f"the date in the byline given with the document, {line}", basis=basis),))


def _full_dates(text: str, start: int, end: int) -> Iterator[tuple[int, int, Basis, tuple[date, date]]]:
    """The dates with a year in a line: their places, whether they tell publication or update, and their days."""
    while found := full_date(text, start, end):
        labels = list(PAGE_DATE.finditer(text, max(0, start - _LABEL_REACH), found[0]))
        basis = Basis.UPDATED if labels and labels[-1]["updated"] else Basis.PUBLISHED
        covered = bounds(found[2])
        if covered:
            yield found[0], found[1], basis, covered
        start = found[1]


def _datelines(document: Document, blocks: Iterable[Block], others: Sequence[Window]) -> Iterator[Window]:
    """The day of the dateline; one without a year takes the year from the weightiest other statement, or is no bound."""
    day = dateline(document.text, ((block.start, block.end) for block in blocks if block.role in CLAIM_ROLES))
    known = _in_its_year(day, others) if day else None
    if day and known:
        reason = "the dateline" if day.year else f"the dateline, with the year of {others[0].evidence[0].reason}"
        yield Window(known, known, (Evidence(reason, document.span(day.start, day.end), Basis.DATELINE),))


def _in_its_year(day: CalendarDay, others: Sequence[Window]) -> date | None:
    if day.year:
        return day.on(day.year)
    known = next(((one.earliest, one.latest) for one in others if one.earliest and one.latest), None)
    return day.near(*known) if known else None


def _address(document: Document) -> Iterator[Window]:
    """The day in the path of the address ("/2024/03/16/"), where sites put the day of publication."""
    found = _URL_DAY.search(document.url or "")
    if not found:
        return
    month = int(found["month"]) if found["month"].isdigit() else MONTHS.get(found["month"].lower(), 0)
    covered = bounds(f"{found['year']}-{month:02}-{int(found['day']):02}")
    if covered:
        evidence = Evidence(f"the date in the address, {found.group().strip('/')}", basis=Basis.ADDRESS)
        yield Window(*covered, (evidence,))


def _filed(document: Document) -> Window:
    """The bound that the file's own date sets, where it was asked for."""
    if document.file_date is None:
        return Window()
    evidence = Evidence(f"the day the file was last changed, {document.file_date}", basis=Basis.FILE)
    return Window(latest=date.fromisoformat(document.file_date), evidence=(evidence,))


def _limited(as_of: date | None) -> Window:
    """The bound that the caller sets."""
    if as_of is None:
        return Window()
    return Window(latest=as_of, evidence=(Evidence(f"the day given as the latest, {as_of}", basis=Basis.AS_OF),))


def _implied(claims: Iterable[Claim], facts: Facts) -> Window:
    """The window that the article's own beginnings and elapsed times leave, and the facts about what it tells of."""
    claims = tuple(claims)
    window = Window()
    for start, elapsed in elapsed_since(claims):
        window = _narrowed(window, written(start, elapsed))
    for one in learned(claims, facts):
        window = _narrowed(window, one)
    return window


def elapsed_since(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Every time that is asserted to have passed, with each beginning of its subject; of those on one day, the first."""
    starts: dict[str, dict[str, Claim]] = {}
    for elapsed in claims:
        if not isinstance(elapsed.value, Timex) or elapsed.value.relation != "elapsed":
            continue
        if elapsed.modality == Modality.ASSERTED:
            if elapsed.subject not in starts:
                starts[elapsed.subject] = _by_day(starts_of(claims, elapsed.subject))
            for start in starts[elapsed.subject].values():
                yield start, elapsed


def _by_day(starts: Iterable[Claim]) -> dict[str, Claim]:
    first: dict[str, Claim] = {}
    for start in starts:
        if isinstance(start.value, Event) and start.value.date:
            first.setdefault(start.value.date, start)
    return first


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
    latest = None if value.high is None else moved(begun[1], floor(value.high))
    return Window(moved(begun[0], ceil(value.low)), latest, (evidence,))


def _narrowed(window: Window, other: Window) -> Window:
    """The days in both, or the first alone where they share none."""
    both = _both(window, other)
    return window if both.empty else both


def _both(one: Window, other: Window) -> Window:
    """The days in both, possibly none; the second's evidence is added where it moves a bound."""
    earliest = max((bound for bound in (one.earliest, other.earliest) if bound), default=None)
    latest = min((bound for bound in (one.latest, other.latest) if bound), default=None)
    moved = (earliest, latest) != (one.earliest, one.latest)
    return Window(earliest, latest, (*one.evidence, *other.evidence) if moved else one.evidence)
