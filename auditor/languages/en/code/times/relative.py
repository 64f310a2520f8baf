"""Days told from another day: weekdays, "yesterday", "tonight", and words for the past and the present as such."""

from __future__ import annotations

from datetime import date

from auditor.grammar.grammar import Found
from auditor.languages.en.code.times.passage import Passage, Reading, one
from auditor.languages.en.code.times.tense import AHEAD, BACK, EITHER, direction
from auditor.languages.en.lexicon.calendar import MANY_PARTS_OF_DAY, PARTS_OF_DAY, WEEKDAYS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import day_after
from auditor.model import ClaimKind

_STEPS = LISTS.numbers("time_steps", "step")
_FREQUENCIES = LISTS.column("frequencies", "value")
"""Word -> its TIMEX3 value: the date with what varies left open."""
_DAYS = LISTS.entry_of("weekdays", "plural")
_LATE = 1
"""Days after the date given that a weekday in the past tense may lie: articles are filed late and go on being edited.

Of 791 weekdays behind "said", "announced" and "killed" in news articles, 528 are of the day itself, 24 of the next, and 2 of the
one after that, which may as well be five days past."""
_SOON = 2
"""Days ahead that a weekday lies whose verb does not say which way: five days back it would be "last"."""
_WEEK = len(WEEKDAYS)
_MODS = {"early": "START", "late": "END"}


def weekday(passage: Passage, found: Found) -> Reading:
    """The day that a weekday's name means, with the part of the day beside it."""
    words, parts = found.text.lower().split(), found["part"] or found["parts"]
    number = WEEKDAYS[_DAYS.get(found.said("many"), found.said("name"))]
    part = f"T{MANY_PARTS_OF_DAY[parts.lower()]}" if parts else ""
    every = found.said("step") in ("every", "each")
    if "many" in found or "parts" in found or every:
        start = found.start if every else found.span("many" if "many" in found else "name").start
        return one(start, found.end, ClaimKind.SET, f"XXXX-WXX-{number}{part}")
    value = _weekday_value(passage, found, number)
    if part:
        return one(found.start, found.end, ClaimKind.TIME, f"{value}{part}")
    return one(found.start, found.end, ClaimKind.DATE, value, _MODS.get(found.said("rough") or words[0], ""))


def _weekday_value(passage: Passage, found: Found, number: int) -> str:
    words = found.said("step").split()
    told = words[:1] in (["the"], ["that"]) or words[-1:] in (["following"], ["same"])
    base = (passage.reference.then if told else passage.reference.now).exact
    if base is None:
        return f"XXXX-WXX-{number}"
    if "week" in found:
        return day_after(base, _WEEK * _STEPS[found.said("week")] + number - base.isoweekday())
    way = AHEAD if words == ["this"] else direction(passage.text, found.start, found.end)
    return nearest(base, number, _STEPS.get(words[-1], 0) if words else 0, way)


def nearest(base: date, number: int, step: int, way: int) -> str:
    """The day of that ISO number before (-1) or after (1) the base.

    With 0 it may be the base itself, and lies on the side that the verb points to. Where the verb points to neither,
    or the day would be the morrow's of last week, it is the nearest.
    """
    forward = (number - base.isoweekday()) % _WEEK
    if step > 0:
        return day_after(base, forward or _WEEK)
    reach = -1 if step < 0 else {AHEAD: _WEEK, EITHER: _SOON, BACK: _LATE}[way]
    return day_after(base, forward if forward <= reach else forward - _WEEK)


def near_day(passage: Passage, found: Found) -> Reading:
    """ "Yesterday", "tonight", "tomorrow morning", "the day before yesterday"."""
    word, reference = found.said("day"), passage.reference
    step = _STEPS[word]
    base = None if reference.narrative else reference.anchor
    day = day_after(base, step if found["day"] == found.text.split()[0] else 2 * step) if base else ""
    part = "night" if word == "tonight" else found.said("part")
    if part:
        return one(found.start, found.end, ClaimKind.TIME, f"{day or 'XXXX-XX-XX'}T{PARTS_OF_DAY[part]}")
    return one(found.start, found.end, ClaimKind.DATE, day or ERAS[step])


ERAS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
"""Which way a time lies of which no more is known -> its value."""


def era(_: Passage, found: Found) -> Reading:
    """Words for the past, the present and the future as such."""
    return one(found.start, found.end, ClaimKind.DATE, found.given.get("value") or found.given[found.said("when")])


def often(_: Passage, found: Found) -> Reading:
    """How often, in one word."""
    return one(found.start, found.end, ClaimKind.SET, _FREQUENCIES[found["word"]])
