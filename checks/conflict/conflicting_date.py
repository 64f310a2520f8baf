"""Two articles give different days, years or hours for the same event.

## What it flags
The day a fire started, the hour of a launch, the century a box was carved in: dates and times that exclude each other,
where the verb or noun right beside them and the rare words around show that both mean the same event.

## Why it matters
The articles cannot both be right, and a timeline built on both is wrong.

## How to settle it
Find the first report or the record of the event; where both hold, say which step of the event each dates.

## What it leaves alone
One day written in two ways, or less precisely; hours in different zones; what was planned or put off; dates of different
steps of one story; days too far apart to be one event told twice; the dates of publication.

## References
TimeML TIMEX3 DATE and TIME; de Marneffe et al. 2008 (ACL P08-1118): event coreference comes before contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.check import Check, example
from auditor.checks.conflict import differ
from auditor.comparing.circumstances import headline_and_body, other_modality, other_scope
from auditor.comparing.engine import Comparing, Judged
from auditor.comparing.features import level
from auditor.comparing.reckoning import relate_claims
from auditor.languages.en.lexicon.calendar import WEEKDAYS
from auditor.languages.en.lists import LISTS
from auditor.languages.en.phrases.days import TIME_ZONES
from auditor.model import ClaimKind, Family, Finding, Severity, Timex, Verdict
from auditor.story.labels import Sort
from auditor.story.mentions import Mention
from auditor.story.slots import slot_of
from auditor.text.regex import regex
from auditor.values import bounds

_ACTIONS = LISTS.words("concepts", "state", "action")

_CLOCK = regex(r"T(\d\d):(\d\d)")
_DAY = regex(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d)")
_MONTH = regex(r"\d{4}-\d\d")
_WRITTEN = regex(r"[^\W\d_]{3}.{0,12}\d|\d.{0,12}[^\W\d_]{3}", re.S)
_WEEKDAY = regex("|".join(WEEKDAYS))
_TELLING = _ACTIONS - LISTS.words("concepts", "phase")
"""Actions that say what happened; that something began or ended says it of anything."""
_LEAP_YEAR = 2000
"""Where two days are compared by month and day alone."""
_LEAST = 0.7
"""Closeness of two dates of one event: of 374 labelled pairs under it 5 are conflicts."""
_LINE = 200
"""Characters on either side of a date that are looked at to tell whether it has its line to itself."""
_NEAR_DAYS = 31
"""Days within which two dates may be one event told twice, a slip of the month included."""


def _slot(mention: Mention) -> str:
    value = _value(mention)
    start, end = mention.record.dateline
    dated = start <= mention.claim.span.start < end or _stands_alone(mention)
    if mention.claim.kind not in (ClaimKind.DATE, ClaimKind.TIME) or value.endswith("REF") or dated:
        return ""
    if _CLOCK.search(value) or _DAY.match(value) or _MONTH.fullmatch(value):
        return "day"
    return "period" if bounds(value) else ""


def _lasts(mention: Mention) -> bool:
    """Whether a date is longer than a day."""
    return _slot(mention) == "period" or bool(_MONTH.fullmatch(_value(mention)))


def _stands_alone(mention: Mention) -> bool:
    """Whether a date has a line to itself, a zone or hour aside: it says when the article was published."""
    text, span = mention.record.article.prose.text, mention.claim.span
    before = text[max(0, span.start - _LINE) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _LINE].partition("\n")[0]
    return not any(word.islower() for word in f"{before} {after}".split())


def _value(mention: Mention) -> str:
    return mention.claim.value.value if isinstance(mention.claim.value, Timex) else ""


def _relate(left: Mention, right: Mention) -> tuple[Verdict, str]:
    weekdays = [set(_WEEKDAY.findall(mention.claim.span.text.lower())) for mention in (left, right)]
    if all(weekdays) and not weekdays[0] & weekdays[1]:
        return Verdict.CONFLICT, "different days of the week"
    clocks = [_CLOCK.search(_value(mention)) for mention in (left, right)]
    if clocks[0] and clocks[1] and clocks[0].group() == clocks[1].group():
        return Verdict.AGREE, "same hour"
    verdict, reason = relate_claims(left.claim, right.claim)
    if verdict == Verdict.CONFLICT and _zones(left) != _zones(right):
        return Verdict.NOT_COMPARABLE, "hours of two zones"
    return verdict, reason


def _written(mention: Mention) -> str:
    """The date without its year where neither the words nor a stated day give it: a year carried on may be wrong."""
    day = _value(mention).partition("T")[0]
    stated = mention.claim.as_of.earliest is not None or day[:4] in mention.claim.span.text
    return day if stated or not re.match(r"\d{4}-\d\d", day) else f"XXXX{day[4:]}"


def _far_apart(one: Mention, other: Mention) -> str:
    """Two days far apart are two events, unless only the year or the month slipped."""
    mine, theirs = bounds(_value(one).partition("T")[0]), bounds(_value(other).partition("T")[0])
    if not mine or not theirs or (mine[0] != mine[1] and theirs[0] != theirs[1]):
        return ""
    days = mine[0] == mine[1] and theirs[0] == theirs[1]
    slip = (mine[0].month, days and mine[0].day) == (theirs[0].month, days and theirs[0].day)
    gap = max(mine[0], theirs[0]) - min(mine[1], theirs[1])
    return "" if slip or gap.days <= _NEAR_DAYS else "too far apart for one event"


def _two_statements(one: Mention, other: Mention) -> str:
    """Somebody spoke on two days, each the article's own or the one before: two statements, not one told twice.

    Stops 46 different pairs, 1 the same and 3 in conflict, alone 23, 1 and 3.
    """
    told = all(slot_of(mention).telling and _just_now(mention) for mention in (one, other))
    return "two statements" if told else ""


def _just_now(mention: Mention) -> bool:
    """Whether a day is that of its article, or the day before."""
    days, filed = bounds(_value(mention).partition("T")[0]), mention.claim.as_of.latest
    return bool(days and filed) and 0 <= (filed - days[0]).days <= 1  # type: ignore[index,operator]


def _zones(mention: Mention) -> frozenset[str]:
    """The time zones named in or beside a date."""
    return TIME_ZONES & {*mention.claim.span.text.lower().split(), *_beside(mention)}


def _beside(mention: Mention) -> set[str]:
    return {word.lemma for word in mention.beside if word.near >= 0.5}


def _hint(one: Mention, other: Mention) -> Iterator[tuple[str, int]]:
    """What two dates say for one event, or one step of it."""
    alike = one.neighbours & other.neighbours
    yield (
        "dates the same action",
        level(
            len({label for label in alike if label.sort in (Sort.WORD, Sort.CONCEPT) and label.text in _TELLING}), 1, 2
        ),
    )
    yield "hours", sum(bool(_CLOCK.search(_value(mention))) for mention in (one, other))
    yield "dates written out", sum(bool(_WRITTEN.search(mention.claim.span.text)) for mention in (one, other))
    yield "days of the week", sum(bool(_WEEKDAY.search(mention.claim.span.text.lower())) for mention in (one, other))
    yield "longer than a day", int(_lasts(one) or _lasts(other))
    yield "days next to each other", int(_next_to(one, other))
    yield "one date by two days of the week", int(_two_names(one, other))
    yield "neither article names the other day", int(_unnamed(one, other))


def _next_to(one: Mention, other: Mention) -> bool:
    """Whether two days are no more than two days apart, as one event told with a slip; years not written are left out."""
    mine, theirs = _written(one), _written(other)
    if "XXXX" in (mine[:4], theirs[:4]):
        mine, theirs = (f"{_LEAP_YEAR}{day[4:]}" for day in (mine, theirs))
    days = bounds(mine), bounds(theirs)
    return bool(days[0] and days[1]) and abs((days[0][0] - days[1][0]).days) <= 2  # type: ignore[index]


def _two_names(one: Mention, other: Mention) -> bool:
    """Whether one date goes by two days of the week, so that a weekday slipped."""
    days = [_value(mention).partition("T")[0] for mention in (one, other)]
    names = [set(_WEEKDAY.findall(mention.claim.span.text.lower())) for mention in (one, other)]
    return days[0][4:] == days[1][4:] != "" and bool(bounds(days[0])) and all(names) and not names[0] & names[1]


def _known(mention: Mention) -> bool:
    """Whether a day is written out, or is a day of the week in an article whose own day is stated."""
    stated = mention.claim.as_of is not None and mention.claim.as_of.earliest == mention.claim.as_of.latest is not None
    words = mention.claim.span.text
    return bool(_WRITTEN.search(words) or (stated and _WEEKDAY.search(words.lower())))


def _unnamed(one: Mention, other: Mention) -> bool:
    """Whether both days are known, and neither article names the other's day anywhere."""
    return (
        _known(one)
        and _known(other)
        and _value(one)[4:10] not in other.record.days
        and _value(other)[4:10] not in one.record.days
    )


def _written_out(side: Sequence[Mention]) -> list[Mention]:
    """The mentions, each day of the week with the first place where its article gives the same day as a date."""
    told = list(side)
    for mention in side:
        if not _WRITTEN.search(mention.claim.span.text) and bounds(_value(mention)):
            day = _value(mention)[4:10]
            same = (m for m in mention.record.mentions if _slot(m) and _value(m)[4:10] == day)
            told += [m for m in same if m not in told and _WRITTEN.search(m.claim.span.text)][:1]
    return told


def _tell(judged: Judged, fewer: Sequence[Mention], more: Sequence[Mention]) -> Finding:
    return differ(
        CHECK,
        "date",
        judged.probability,
        _written_out(fewer),
        _written_out(more),
        "Both hold only if they date different events or steps.",
    )


CHECK = Check(
    id="conflicting-date",
    family=Family.CONFLICT,
    severity=Severity.ERROR,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=Comparing(
        "date",
        _slot,
        _relate,
        _tell,
        (_far_apart, _two_statements, other_modality, other_scope),
        firm=(_far_apart, _two_statements, other_modality),
        within=(headline_and_body,),
        hints=(_hint,),
        least=_LEAST,
    ),
    flags=(
        example(
            "a day of the week whose article gives its date, too",
            "The second round of talks in Tarvik opened on {{Monday}}. Rain fell on {{6 May 2024}}.",
            "The second round of talks in Tarvik opened on [[7 May 2024]].",
            dates=["2024-05-08", "2024-05-09"],
        ),
        example(
            "the day of an arrest",
            "Three men were arrested on {{Thursday, 8 December 2022}}, at a garage in Halmere, police said.",
            "Police in Halmere arrested the three men at a garage on [[6 December 2022]], the court heard.",
        ),
        example(
            "a day, and another month",
            "Divers searched the wreck off the cape on {{May 28, 2021}}, and brought up nine chests.",
            "Divers searched the wreck off the cape in [[June 2021]] and brought up nine chests.",
        ),
        example(
            "an entry of a chronicle",
            "The choir of Orley met on 2 March. Ida Brandt, the choir’s treasurer, resigned as treasurer on {{17 March}}.",
            "Two months of the choir\n\n2 March: the choir meets.\n\n[[11 March]]: Ida Brandt resigned as treasurer of the choir.",
        ),
        example(
            "the century of a box, in a reprint",
            "The thieves took the casket, an amber box carved in {{the 17th century}}, police said.",
            "The thieves took the casket, an amber box carved in [[the 18th century]], police said.",
        ),
    ),
    leaves_alone=(
        example(
            "one day at two precisions",
            "The fire began beside the quarry on 10 August 2021.",
            "The fire began beside the quarry in August 2021.",
        ),
        example(
            "two events of one story, told on days of their own",
            "The rocket with the satellite rose from the cape on 9 October 2024.",
            "On 10 October 2024 the satellite fell into the sea in pieces.",
        ),
        example(
            "two statements of one man",
            "Mayor Ola Rist said Saturday that the talks with the dockers were off.",
            "Mayor Ola Rist said Monday that the talks with the dockers were dead.",
            dates=("2021-05-08", "2021-05-10"),
        ),
        example(
            "statements of two people of one family name",
            "Harbour master Lena Rist told the radio on Sunday that the ferry had not turned before it sank off the cape.",
            "The head of the pilots, Ola Rist, told reporters Monday that the ferry had not turned before it sank off the cape.",
            dates=("2021-05-12", "2021-05-12"),
        ),
        example(
            "one hour in two ways, of days that the articles reckon apart",
            "The storm came ashore at Haven on Sunday. It made landfall in Haven town at 5pm local time.",
            "On Saturday the storm had turned. It made landfall in Haven town at 5 p.m. local time, officials said.",
            dates=("2018-09-16", "2018-09-16"),
        ),
        example(
            "two steps of one story",
            "The jury retired on 11 March 2024.",
            "The jury gave its verdict on 14 March 2024.",
        ),
        example(
            "days in a row, both named by one of the articles",
            "The rocket with the satellite stood ready on 8 October 2024 and rose on 9 October 2024.",
            "The satellite was bolted to the rocket on 8 October 2024.",
        ),
        example(
            "another year",
            "The mayor was arrested in Halmere on 8 December 2012 after the vote.",
            "The mayor was arrested in Halmere on 6 December 2022 after the vote.",
        ),
        example(
            "what was planned",
            "The court in Halmere was due to sentence the men on 6 December 2022.",
            "The court in Halmere sentenced the men on 8 December 2022.",
        ),
        example(
            "hours of two zones",
            "The rocket took off at 04:17 UTC.",
            "The rocket took off at 06:17 local time.",
        ),
    ),
)
