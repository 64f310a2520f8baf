"""What a unit of time is part of, as the word before it tells."""

from __future__ import annotations

from auditor.languages.en.code.times.deictic import WHICH_WORDS, deictic, deictic_value
from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.lengths import COUNT_WORDS, counted
from auditor.languages.en.code.times.offsets import ANCHORED, Away, offset
from auditor.languages.en.code.times.passage import Passage, Reading, Time, one
from auditor.languages.en.code.times.ranks import RANK_WORDS, named_quarter, ranked
from auditor.languages.en.lexicon.calendar import PLURALS, SHORT_UNITS
from auditor.languages.timex import (
    UNITS,
    period,
)
from auditor.model import ClaimKind, Timex

_BARE_BEFORE = leads("bare-unit")
_END_OF = leads("end-of")
_ON_BEFORE = leads("weekends")
_NAMES = {**{name: name for name in UNITS}, **PLURALS, **SHORT_UNITS}
"""Unit of time as written -> its name."""
_EVENT_BEHIND = frozenset("of before after when since following leading".split())
"""Words behind "the years" that say which."""


def unit(passage: Passage, at: int) -> Reading:
    """What the unit of time at ``at`` makes with the words before and behind it."""
    word = passage.word(at, _NAMES)
    if not word:
        return ()
    name, plural, end, before = _NAMES[word], word in PLURALS, at + len(word), passage.before(at)
    long = _long(passage, at, end, name, plural, before)
    if long:
        return long
    reading = (named_quarter(passage, at, end) or None) if name == "quarter" and not plural else None
    if reading:
        return reading
    if before in RANK_WORDS or before[-2:] in ("st", "nd", "rd", "th"):
        reading = ranked(passage, at, end, name)
    if reading is None and (before in COUNT_WORDS or before[-1:].isnumeric()):
        reading = counted(passage, at, end, name)
    if reading is None and before in WHICH_WORDS:
        reading = deictic(passage, at, end, name, plural)
    return _without(passage, at, end, name, plural, before) if reading is None else reading


def short_unit(passage: Passage, at: int) -> Reading:
    """ "30 min", "2 hrs"."""
    return unit(passage, at) if passage.text[at - 2 : at - 1].isdigit() else ()


def _long(passage: Passage, at: int, end: int, name: str, plural: bool, before: str) -> Reading:
    """ "Decade-long", "decades-old": a length without a number."""
    if plural:
        old = next((behind for behind in ("-old", "-long") if passage.text.startswith(behind, end)), "")
        bare = old and passage.text[at - 1 : at] != "-"
        return one(at, end + len(old), ClaimKind.DURATION, period("X", name)) if bare else ()
    counted_before = before[-1:].isdigit() or (before in COUNT_WORDS and before not in ("a", "an"))
    if counted_before or not passage.text.startswith("-long", end):
        return ()
    days = UNITS[name][1]
    timex = Timex(period(1, name), days * 0.9, days * 2)
    return (Time(at, end + len("-long"), ClaimKind.DURATION, timex),)


def _without(passage: Passage, at: int, end: int, name: str, plural: bool, before: str) -> Reading:
    """ "Year-long", "half-century" and bare plurals: "for years", "months later"."""
    end_of = _END_OF.start(passage.text, at, passage.free) if name in ("year", "month") else None
    if end_of is not None or (name in ("year", "month") and passage.text.startswith(("-end", " end"), end)):
        start, stop = (end_of, end) if end_of is not None else (at, end + len("-end"))
        return one(start, stop, ClaimKind.DATE, deictic_value(passage.reference.now, name, 0), "END")
    if before == "recent" and plural:
        return one(at - len("recent "), end, ClaimKind.DURATION, period("X", name))
    if plural and name == "weekend" and _ON_BEFORE.stands(passage.text, at):
        return one(at, end, ClaimKind.SET, "XXXX-WXX-WE")
    if not plural or name == "second" or passage.text[end : end + 1] == "-" or name == "quarter":
        return ()
    anchored = ANCHORED.match(passage.text, end)
    the = before == "the"
    if (
        anchored
        and anchored["way"] != "on"
        and (away := offset(passage, anchored, Away(at, end, None, name, period=the)))
    ):
        return away
    if name in ("night", "weekend") or not _BARE_BEFORE.stands(passage.text, at):
        return ()
    if the and passage.behind(end) not in _EVENT_BEHIND:
        return ()
    return one(at - len("the ") if the else at, end, ClaimKind.DURATION, period("X", name))
