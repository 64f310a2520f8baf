"""Dates told by how far they lie from another: "two days later", "ten years ago", "three weeks after the siege began"."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.grammar.grammar import Found
from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Passage, Reading, one
from auditor.languages.en.lists import LISTS
from auditor.languages.en.reach import BESIDE, CLAUSE, SENTENCE, STEM, WORD, WORDS
from auditor.languages.timex import MONTHS, UNITS, Day, exists, month_after, shifted, unknown, year_value
from auditor.model import ClaimKind
from auditor.text.regex import regex

_POINTING = frozenset(["it", "that", "this", "which", "them"])
"""Words that name no event: "three weeks after that"."""
_APPOSED = regex(r"(?:,|\s?[–—(]|\s--?)\s?(?:just\s|only\s|exactly\s|barely\s|some\s)?")
_DAY = regex(r"(\d{4})-(\d\d)-(\d\d)\Z")
_LASTING = leads("lasts")
"""Words before units that last: "for ten days after the storm", "he lived there six years before leaving"."""
_PASSED = leads("passed")
_FEW = 6
"""Units that "a few" or "several" are at most."""
_WORD = regex(r"[a-z’'-]+|\d+|[.,;:!?\n()“”\"—–]")
_LINKS = LISTS.words("function_words", "link")
_DETERMINERS = LISTS.words("function_words", "owner")
_CLOSES = LISTS.words("function_words", "closing")
_ENDED = regex(r"[.!?][”\"’]?\s|\n")
_SENTENCE_ENDS = (". ", "\n")
_TOLD_AS = LISTS.members("told_as", "verbs")
"""Noun for an event -> the verbs that tell it and do not begin as it does."""


@dataclass(frozen=True, slots=True)
class Away:
    """A number of units (``None``: a few) at ``[start, end)``.

    ``about`` where a word bounds or blurs it, ``period`` where an article makes the units a period of their own ("the two weeks").
    """

    start: int
    end: int
    count: float | None
    unit: str
    about: bool = False
    period: bool = False


def offset(passage: Passage, found: Found, away: Away) -> Reading:
    """The date so far from the one last told, from the day of writing or from an event.

    Nothing where the words tell how long something took.
    """
    way, end, count, name = found.said("way"), found.span("way").end, away.count, away.unit
    if way in ("after", "before", "on", "prior", "back", "following"):
        closed = passage.text[end : end + 1] in ("", ".", ",", ";", ")", "\n", ":")
        if way in ("on", "prior", "following") or not closed:
            return () if away.period else _from_event(passage, way, end, away)
    back = way in ("ago", "earlier", "previously", "before", "back")
    from_now = way in ("ago", "from now", "hence")
    base = passage.reference.now if from_now else passage.reference.then
    value = None if count is None else shifted(base, -count if back else count, name)
    if name == "year" and count and not from_now and passage.reference.quarter_is_last and passage.reference.quarter:
        year, number = passage.reference.quarter
        value = f"{year_value(year + int(-count if back else count))}-Q{number}"
    if value is None and not back and not from_now and passage.reference.last.year is not None:
        value = _in_its_year(passage.reference.last, _FEW if count is None else count, name)
    return one(away.start, end, ClaimKind.DATE, value or ("PAST_REF" if back else "FUTURE_REF"))


def _in_its_year(base: Day, most: float, name: str) -> str | None:
    """A date some units after another of which no day is known, as long as it stays in that year."""
    days = UNITS[name][1] * most
    months = days / UNITS["month"][1]
    if base.year is None or name not in ("day", "night", "week", "month") or (base.month or 1) + months > MONTHS:
        return None
    year = year_value(base.year)
    return (
        f"{year}-XX-XX"
        if name in ("day", "night")
        else f"{year}-WXX"
        if name == "week" and most < _FEW
        else f"{year}-XX"
    )


def _from_event(passage: Passage, way: str, at: int, away: Away) -> Reading:
    """ "Three weeks after the siege began": from the day of the event where the date last told is its, else unknown."""
    prior = way == "prior" and passage.behind(at) == "to"
    at += len(" to") if prior else 0
    if way in ("on", "back") or (way == "prior" and not prior) or not _names_event(passage.behind(at)):
        return ()
    back = way in ("before", "prior")
    if _LASTING.stands(passage.text, away.start) or (
        back and (_PASSED.stands(passage.text, away.start) or passage.behind(at).endswith("ing"))
    ):
        return ()
    if _explains(passage, away.start):
        return one(away.start, at, ClaimKind.DATE, passage.reference.last.value)
    named = day_named(passage, at)
    if named:
        return one(away.start, named[1], ClaimKind.DATE, _counted_from(named[0], away, back) or unknown(away.unit))
    value = _counted_from(passage.reference.last, away, back) if is_told(passage, at) else None
    if value and passage.reference.is_ahead(value):
        value = None
    return one(away.start, at, ClaimKind.DATE, value or unknown(away.unit))


def _names_event(word: str) -> bool:
    return word[:1].isalnum() and word not in _POINTING


def _explains(passage: Passage, start: int) -> bool:
    """Whether the words stand in apposition to the date before them: "on October 2, a day after the vote"."""
    told, free = passage.reference.told_at, passage.free
    return (
        told is not None
        and free - BESIDE < told < free
        and bool(_APPOSED.fullmatch(passage.text, max(free, start - WORD), start))
    )


def day_named(passage: Passage, at: int) -> tuple[Day, int] | None:
    """The day that begins behind the space at ``at``, and where it ends."""
    day = passage.day_at(at + 1)
    known = _DAY.match(day[0].timex.value) if day else None
    return (Day(*map(int, known.groups())), day[0].end) if known else None


def _counted_from(day: Day, away: Away, back: bool) -> str | None:
    """The date so far from the day of an event: to the day where both are told so exactly."""
    if away.count is None or UNITS[away.unit][1] < 1:
        return None
    count = -away.count if back else away.count
    exact = day.exact
    if exact is None or away.about or count != int(count):
        return shifted(day, count, away.unit)
    if away.unit in ("week", "fortnight"):
        return shifted(day, count * UNITS[away.unit][1], "day")
    if away.unit == "month":
        year, month = month_after(exact.year, exact.month, int(count))
        return Day(year, month, exact.day).value if exists(exact.day, month, year) else shifted(day, count, "month")
    return shifted(day, count, away.unit)


def is_told(passage: Passage, at: int) -> bool:
    """Whether the event named at ``at`` is what the sentence before, with the date last told, speaks of in all its words."""
    told = passage.reference.told_at
    event = _event_words(passage.text, at)
    if told is None or not event or not _ENDED.search(passage.text, told, at):
        return False
    said = {word for word in _WORD.findall(_sentence_around(passage.text, told)) if len(word) >= STEM - 1}
    stems = {word[:STEM] for word in said}
    return all(word[:STEM] in stems or not said.isdisjoint(_TOLD_AS.get(word, ())) for word in event)


def _sentence_around(text: str, at: int) -> str:
    low = max(0, at - SENTENCE)
    first = max(text.rfind(mark, low, at) for mark in _SENTENCE_ENDS) + 1
    stops = [stop for mark in _SENTENCE_ENDS if (stop := text.find(mark, at, at + SENTENCE)) >= 0]
    return text[max(first, low) : min(stops, default=at + SENTENCE)]


def _event_words(text: str, at: int) -> list[str]:
    """The words that say which event begins at ``at``, up to the end of its clause."""
    found: list[str] = []
    before = ""
    for word in _WORD.findall(text, at, at + CLAUSE)[: 2 * WORDS]:
        fresh = word in _DETERMINERS and before and before not in _LINKS
        if not word[0].isalpha() or word in _CLOSES or fresh or len(found) == WORDS:
            break
        if word not in _LINKS and word not in _DETERMINERS and len(word) >= STEM - 1:
            found.append(word)
        before = word
    return found
