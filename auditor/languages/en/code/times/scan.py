"""The walk through a text: which word opens which kind of time expression, and what widens a date to the left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from auditor.grammar.grammar import Found
from auditor.languages.en.code.times import (
    clock,
    deictic,
    months,
    ranks,
    relative,
    seasons,
    spelled_years,
    units,
    years,
)
from auditor.languages.en.code.times.clock import with_clock
from auditor.languages.en.code.times.naming import is_name
from auditor.languages.en.code.times.passage import Passage, Reading, Time
from auditor.languages.en.code.times.written_days import months_in
from auditor.languages.en.grammars import GRAMMARS
from auditor.languages.en.lexicon.calendar import (
    MONTHS,
)
from auditor.languages.en.lexicon.numbers import DECADES
from auditor.languages.en.lists import LISTS
from auditor.model import ClaimKind, Timex
from auditor.text.beside import Within
from auditor.text.index import index_of, openers
from auditor.text.regex import regex

Reader = Callable[[Passage, int], Reading]


def _readers() -> dict[str, tuple[Reader, ...]]:
    """The word that an expression cannot be without -> who reads it, in the order of their claims to it."""
    tables: tuple[tuple[Iterable[str], Reader], ...] = (
        (MONTHS, months.month),
        (DECADES, years.tens),
        ((words.split()[0] for words in spelled_years.OPENERS), spelled_years.spelled),
        (["ad"], years.anno_domini),
        (["q1", "q2", "q3", "q4"], ranks.short_quarter),
    )
    found: dict[str, tuple[Reader, ...]] = {}
    for words, reader in tables:
        for word in words:
            if reader not in found.get(word, ()):
                found[word] = (*found.get(word, ()), reader)
    return found


_READERS = _readers()
_MAKERS: Mapping[str, Callable[[Passage, Found], Reading]] = {
    "clock": clock.clock,
    "end of": deictic.end_of,
    "era": relative.era,
    "half past": clock.half,
    "holiday": seasons.holiday,
    "long": units.long,
    "named quarter": ranks.named_quarter,
    "noon": clock.noon,
    "not counted": units.not_counted,
    "part of a day": clock.part_of_day,
    "pointed at": deictic.deictic,
    "rank": ranks.ranked,
    "season": seasons.season,
    "so many": units.so_many,
    "some away": units.some_away,
    "near day": relative.near_day,
    "often": relative.often,
    "time in words": clock.in_words,
    "weekday": relative.weekday,
}
"""What a rule makes -> how it is made."""
_DAY_MAKERS = frozenset(["near day", "weekday"])
_OPENERS = openers(_READERS)
_DIGIT = regex(r"(?:(?<![\w$£€#/.:,+–—-])|(?<=mid-)|(?<=pre-)|(?<=post-)|(?<=\D[–—:/,-])(?<![$£€#\w][–—:/-]))\d")
_PARTS = regex(
    r"(?<!\w)(?:(?P<half>(?:the\s)?(?P<nth>first|second|latter|last)\shalf\sof\s)|(?P<part>(?:the\s)?(?:very\s)?(?:(?P<end>end|close|latter\spart|last\spart|"
    r"final\s(?:days|weeks|months)|rest|remainder)|(?P<start>beginning|start|outset|early\spart|first\spart|onset)|(?P<mid>middle))\sof\s))(?:the\s(?:years?\s)?)?\Z"
)
_EARLY = regex(
    r"(?<!\w)(?P<the>the\s)?(?:very\s)?(?:(?P<start>early|earlier)|(?P<end>late|later)|(?P<mid>mid|middle))(?P<in>(?:\sin)?[\s-](?:the\s)?)\Z"
)
_LEAD = regex(
    r"(?<!\w)(?:(?P<about>about|around|circa|ca\.|c\.)|fiscal(?:\syear)?|calendar|the\s(?:year|years|fiscal\syear|month\sof|summer\sof|winter\sof)|the)\s\Z"
)
_BACK = Within(LISTS.words("clause_cues", "back"))
_LEADS = LISTS.words("time_words", "lead")
"""The words that may end what stands before a date and belongs to it."""
_DATED = frozenset({ClaimKind.DATE, ClaimKind.TIME})
_LINKS = LISTS.words("time_words", "range")
_LINK_MOST = max(map(len, _LINKS)) + 2
"""Characters between the two ends of a period: the longest word that links them, with its spaces."""
_YEAR = len("2025")


def scan(passage: Passage) -> Iterator[Time]:
    """The time expressions in reading order, none overlapping another, those that are ends of one period told so."""
    before: Time | None = None
    for found in _read_all(passage):
        if before and _is_period(passage, before, found):
            before, found = _with_relation(before, "from"), _with_relation(found, "to")
        if before:
            yield before
        before = found
    if before:
        yield before


def _is_period(passage: Passage, one: Time, other: Time) -> bool:
    """Whether two dates are the ends of one period: "from 2010 to 2012", "between May and June", "June 19-20"."""
    if not {one.kind, other.kind} <= _DATED or one.timex.relation or other.start - one.end > _LINK_MOST:
        return False
    link = passage.text[one.end : other.start].strip()
    if link == "and":
        return passage.text[max(0, one.start - 9) : one.start].endswith("between ")
    return link in _LINKS


def _with_relation(found: Time, relation: str) -> Time:
    return found._replace(timex=replace(found.timex, relation=relation))


def _read_all(passage: Passage) -> Iterator[Time]:
    """The time expressions in reading order, none overlapping another; the story takes note of each date."""
    index = index_of(passage.text)
    rules = passage.rules = GRAMMARS.grammar("times").every(passage.prose)
    places: list[tuple[int, int]] = [(found.start, number) for number, found in enumerate(rules)]
    places += ((at, len(rules)) for at in (*index.places(_OPENERS), *index.numbers))
    for at, number in sorted(places):
        if at < passage.free:
            continue
        reading = _made(passage, rules[number]) if number < len(rules) else _read(passage, at)
        if reading and not is_name(passage, reading[0].start, reading[-1].end):
            reading = with_clock(passage, reading)
            _tell(passage, reading)
            reading = (_widened(passage, reading[0]), *reading[1:])
            passage.free = reading[-1].end
            yield from reading


def _made(passage: Passage, found: Found) -> Reading:
    """What the rule makes of what it found."""
    return tuple(time._replace(found=found) for time in found.rule.maker(_MAKERS)(passage, found))


def _tell(passage: Passage, reading: Reading) -> None:
    """Take note of the dates the story goes on from: not of "a year earlier", nor of the end of "1975–1976"."""
    first, last = reading[0], reading[-1]
    if first.kind not in (ClaimKind.DATE, ClaimKind.TIME):
        return
    told = first if _digits(first.timex.value) == _YEAR else last
    if not _BACK.stands(passage.text, told.start, told.end):
        passage.reference.tell(told.timex.value, told.start, told.end)


def read_day(passage: Passage, at: int) -> Reading:
    """The day that begins at ``at`` with a month, a weekday, the day of a month, or "today"."""
    text = passage.text
    if _DIGIT.match(text, at) and years.ISO.match(text, at):
        return years.digits(passage, at)
    readings = [_made(passage, found) for found in passage.rules_at(at) if found.rule.makes in _DAY_MAKERS]
    if passage.word(at, MONTHS):
        readings.append(months.month(passage, at))
    readings += [months.month(passage, named) for named in islice(months_in(text, at), 1)]
    return next((r for r in readings if r and r[0].start == at and r[0].kind in _DATED), ())


def _read(passage: Passage, at: int) -> Reading:
    if _DIGIT.match(passage.text, at):
        return years.digits(passage, at)
    for reader in _READERS.get(passage.word(at, _READERS), ()):
        reading = reader(passage, at)
        if reading:
            return reading
    return ()


def _widened(passage: Passage, found: Time) -> Time:
    """The expression with "the end of", "early", "about" and the article taken in."""
    if found.kind != ClaimKind.DATE or passage.before(found.start) not in _LEADS or found.timex.value.endswith("_REF"):
        return found
    value = found.timex.value
    part = passage.left(_PARTS, found.start)
    if part:
        return _part(found, part, value)
    early = passage.left(_EARLY, found.start)
    if early and not (early["in"].startswith(" in") and not early["start"] and not early["end"]):
        mod = "START" if early["start"] else "END" if early["end"] else "MID"
        return found._replace(start=early.start(), timex=Timex(value, mod=mod))
    if _digits(value):
        lead = passage.left(_LEAD, found.start)
        if lead and (lead["about"] or lead.group() != "the "):
            return found._replace(start=lead.start(), timex=Timex(value, mod="APPROX" if lead["about"] else ""))
    return found


def _digits(value: str) -> int:
    """The digits of a value that is a year, a decade or a century by its first ones; 0 of any other value."""
    digits = value.removeprefix("BC")
    return len(digits) if digits.isdigit() else 0


def _part(found: Time, part: re.Match[str], value: str) -> Time:
    """ "The end of March" is March with a modifier; "the first half of 2008" has a value of its own."""
    if part["half"]:
        half = "H1" if part["nth"] == "first" else "H2"
        timex = (
            Timex(f"{value}-{half}")
            if _digits(value) == _YEAR
            else Timex(value, mod="START" if half == "H1" else "END")
        )
    else:
        timex = Timex(value, mod="START" if part["start"] else "MID" if part["mid"] else "END")
    return found._replace(start=part.start(), timex=timex)
