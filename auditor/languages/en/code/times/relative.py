"""Days told from another day: weekdays, "yesterday", "tonight", "now", "recently"."""

from __future__ import annotations

import re
from datetime import date

from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Passage, Reading, one
from auditor.languages.en.code.times.patterns import DAY, MONTH, any_of
from auditor.languages.en.code.times.tense import AHEAD, BACK, EITHER, direction
from auditor.languages.en.lexicon.calendar import PARTS_OF_DAY, SHORT_WEEKDAYS, WEEKDAYS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import day_after
from auditor.model import ClaimKind

_WEEKDAY = re.compile(
    r"([a-z]{3,6}day)(?:(s)\b|\s(?:in\sthe\s)?(morning|afternoon|evening|night)(s)?\b)?(?:,?\s(?:of\s)?(last|next|this)\sweek\b)?(?:,?\s(?:the\s)?\d\d?(?:st|nd|rd|th)\b(?!\s[a-z]))?"
)
_SHORT_DATED = re.compile(
    rf"({any_of(SHORT_WEEKDAYS)})\.?,?\s(?:the\s)?\d\d?(?:st|nd|rd|th)(?=[.,;:!?]|\s*\Z|\n|\sat\b)"
)
_SITE = re.compile(r"\.[a-z]")
_DATED = re.compile(rf",?\s(?:the\s)?(?:(?:{DAY})\s(?:of\s)?(?:{MONTH})|(?:{MONTH})\.?\s\d)")
_WEEKDAY_BEFORE = re.compile(
    r"(?<!\w)(?P<early>early\s(?:on\s)?|late\s(?:on\s)?)?(?P<step>last|next|this|this\spast|this\scoming|(?:the\s|that\s)?(?:following|previous|"
    r"same)|the\snext|every|each)?\s?(?P<part>early\s|late\s)?\Z"
)
_STEPS = LISTS.numbers("time_steps", "step")
_LATE = 1
"""Days after the date given that a weekday in the past tense may lie: articles are filed late and go on being edited.

Of 791 weekdays behind "said", "announced" and "killed" in news articles, 528 are of the day itself, 24 of the next, and 2 of the
one after that, which may as well be five days past."""
_SOON = 2
"""Days ahead that a weekday lies whose verb does not say which way: five days back it would be "last"."""
DAY_WORDS = LISTS.numbers("time_steps", "step", "day")
_DAY_WORD = re.compile(r"(yesterday|today|tonight|tomorrow)(?:\s(morning|afternoon|evening|night))?\b")
_OVER = leads("over")
_MOMENT_BEFORE = leads("moment")
_TIME_BEFORE = leads("present")
_WORD = re.compile(r"[a-z]+")
_NOUN_BEFORE = leads("vague")
_CLOSED = re.compile(r"[.,;:!?)”\"’']|\s(?:and|or|but|to|as|is|was|has|when|by|that|of)\b|\Z|\n")
_RECENT = re.compile(r"recent\s(?:days|weeks|months|years|decades)\b")
_OWNED = re.compile(r"(?:\b(?:the|its|his|her|their|our)|[’']s)\s\Z")
_THING = re.compile(r"\s(?!(?:is|was|of|in|and|or|has|had|that|from)\b)[a-z]")
VAGUE = LISTS.column("vague_times", "value")


def weekday(passage: Passage, at: int) -> Reading:
    """The day that a weekday's name means, with the part of the day or the time of the clock beside it."""
    found = _WEEKDAY.match(passage.text, at)
    if (
        found is None
        or found[1] not in WEEKDAYS
        or _SITE.match(passage.text, found.end(1))
        or _DATED.match(passage.text, found.end(1))
    ):
        return ()
    before = _WEEKDAY_BEFORE.search(passage.text, max(passage.free, at - 26), at)
    step = before["step"] if before else None
    start = at - len(before.group().lstrip()) if before else at
    if found[2] or found[4] or step in ("every", "each"):
        part = f"T{PARTS_OF_DAY[found[3]]}" if found[3] else ""
        return one(
            start if step in ("every", "each") else at,
            found.end(),
            ClaimKind.SET,
            f"XXXX-WXX-{WEEKDAYS[found[1]]}{part}",
        )
    value = _weekday_value(passage, found, step, start)
    if found[3]:
        return one(start, found.end(), ClaimKind.TIME, f"{value}T{PARTS_OF_DAY[found[3]]}")
    return one(start, found.end(), ClaimKind.DATE, value, _mod(before))


def _mod(before: re.Match[str] | None) -> str:
    word = (before and (before["early"] or before["part"])) or ""
    return {"early": "START", "late": "END"}.get(word[:5].strip(), "")


def _weekday_value(passage: Passage, found: re.Match[str], step: str | None, start: int) -> str:
    words = (step or "").split()
    told = words[:1] == ["the"] or words[:1] == ["that"] or words[-1:] in (["following"], ["same"])
    base = (passage.reference.then if told else passage.reference.now).exact
    if base is None:
        return f"XXXX-WXX-{WEEKDAYS[found[1]]}"
    if found[5]:
        return day_after(base, 7 * _STEPS.get(found[5], 0) + WEEKDAYS[found[1]] - base.isoweekday())
    way = AHEAD if step == "this" else direction(passage.text, start, found.end())
    return nearest(base, WEEKDAYS[found[1]], _STEPS.get(words[-1], 0) if words else 0, way)


def short_weekday(passage: Passage, at: int) -> Reading:
    """ "Mon 13th": a weekday written short, only beside the number of a day."""
    found = _SHORT_DATED.match(passage.text, at)
    if found is None or not passage.capital(at):
        return ()
    return one(at, found.end(), ClaimKind.DATE, f"XXXX-WXX-{SHORT_WEEKDAYS[found[1]]}")


def nearest(base: date, number: int, step: int, way: int) -> str:
    """The day of that ISO number before (-1) or after (1) the base.

    With 0 it may be the base itself, and lies on the side that the verb points to. Where the verb points to neither,
    or the day would be the morrow's of last week, it is the nearest.
    """
    forward = (number - base.isoweekday()) % 7
    if step > 0:
        return day_after(base, forward or 7)
    if step < 0:
        return day_after(base, forward - 7)
    reach = {AHEAD: 6, EITHER: _SOON, BACK: _LATE}[way]
    return day_after(base, forward if forward <= reach else forward - 7)


def day_word(passage: Passage, at: int) -> Reading:
    """ "Yesterday", "tonight", "tomorrow morning", "the day before yesterday"."""
    found = _DAY_WORD.match(passage.text, at)
    if found is None:
        return ()
    reference = passage.reference
    step = DAY_WORDS[found[1]]
    over = _OVER.start(passage.text, at, passage.free) if step else None
    start = at if over is None else over
    base = None if reference.narrative else reference.anchor
    day = day_after(base, step if over is None else 2 * step) if base else "XXXX-XX-XX"
    part = "night" if found[1] == "tonight" else found[2]
    if part:
        return one(start, found.end(), ClaimKind.TIME, f"{day}T{PARTS_OF_DAY[part]}")
    if base is None:
        day = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step]
    return one(start, found.end(), ClaimKind.DATE, day)


def moment(passage: Passage, at: int) -> Reading:
    """ "At the moment", "at this moment"."""
    before = _MOMENT_BEFORE.start(passage.text, at, passage.free)
    return one(before, at + len("moment"), ClaimKind.DATE, "PRESENT_REF") if before is not None else ()


def time(passage: Passage, at: int) -> Reading:
    """ "At this time", "at the present time": the present, not an occasion ("at the same time")."""
    before = _TIME_BEFORE.start(passage.text, at, passage.free)
    return one(before, at + len("time"), ClaimKind.DATE, "PRESENT_REF") if before is not None else ()


def vague(passage: Passage, at: int) -> Reading:
    """Words for the past, the present and the future as such: "now", "recently", "in the past"."""
    word = _WORD.match(passage.text, at)
    assert word is not None
    name, value = word.group(), VAGUE[word.group()]
    before = _NOUN_BEFORE.start(passage.text, at, passage.free)
    lead = "" if before is None else passage.text[before:at].strip()
    if (name == "now" and passage.text.startswith("now that ", at)) or (
        name == "recent" and _RECENT.match(passage.text, at)
    ):
        return ()
    if name == "current" and not (
        _OWNED.search(passage.text, max(0, at - 7), at) and _THING.match(passage.text, word.end())
    ):
        return ()
    if name in ("past", "present", "future"):
        return _as_noun(passage, word, before, lead)
    if name == "now" and lead == "right":
        at = at - 6
    return one(at, word.end(), ClaimKind.DATE, value)


def _as_noun(passage: Passage, word: re.Match[str], before: int | None, lead: str) -> Reading:
    """ "The past", "the near future", "at present"; "past the house" and "the present king" are none."""
    closed = _CLOSED.match(passage.text, word.end())
    if before is None or not closed or lead == "right":
        return ()
    if (lead == "at") != (word.group() == "present"):
        return ()
    start = word.start() if lead == "at" else before
    return one(start, word.end(), ClaimKind.DATE, VAGUE[word.group()])
