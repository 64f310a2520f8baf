"""Days told from another day: weekdays, "yesterday", "tonight", "now", "recently"."""

from __future__ import annotations

import re
from datetime import date

from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Passage, Reading, one
from auditor.languages.en.code.times.patterns import DAY, MONTH
from auditor.languages.en.code.times.tense import AHEAD, BACK, EITHER, direction
from auditor.languages.en.lexicon.calendar import PARTS_OF_DAY, PLURALS, SHORT_WEEKDAYS, WEEKDAYS
from auditor.languages.en.lists import LISTS
from auditor.languages.timex import day_after
from auditor.model import ClaimKind
from auditor.text.regex import regex

_WEEKDAY = regex(
    r"(?P<name>[a-z]+?(?=s?\b))(?:(?P<many>s)\b|\s(?:in\sthe\s)?(?P<part>morning|afternoon|evening|night)(?P<parts>s)?\b)?"
    r"(?:,?\s(?:of\s)?(?P<week>last|next|this)\sweek\b)?(?P<nth>,?\s(?:the\s)?\d\d?(?:st|nd|rd|th)\b(?!\s[a-z]))?"
)
_DATED = regex(rf",?\s(?:the\s)?(?:(?:{DAY})\s(?:of\s)?(?:{MONTH})|(?:{MONTH})\.?\s\d)")
_WEEKDAY_BEFORE = regex(
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
_WEEK = 7
"""Days of a week."""
WEEKDAY_NAMES = {**SHORT_WEEKDAYS, **WEEKDAYS, **{f"{name}s": number for name, number in WEEKDAYS.items()}}
DAY_WORDS = LISTS.numbers("time_steps", "step", "day")
_OVER = leads("over")
_MOMENT_BEFORE = leads("moment")
_TIME_BEFORE = leads("present")
_NOUN_BEFORE = leads("vague")
_OWNERS = LISTS.words("function_words", "definite")
VAGUE = LISTS.column("vague_times", "value")


def weekday(passage: Passage, at: int) -> Reading:
    """The day that a weekday's name means, with the part of the day beside it; one written short, only beside a number."""
    name = passage.word(at, WEEKDAY_NAMES).removesuffix("s")
    found = _WEEKDAY.match(passage.text, at)
    if found is None or not name or _is_no_weekday(passage, found, name):
        return ()
    before = passage.left(_WEEKDAY_BEFORE, at)
    step = before["step"] if before else None
    start = at - len(before.group().lstrip()) if before else at
    part = f"T{PARTS_OF_DAY[found['part']]}" if found["part"] else ""
    if found["many"] or found["parts"] or step in ("every", "each"):
        first = start if step in ("every", "each") else at
        return one(first, found.end(), ClaimKind.SET, f"XXXX-WXX-{WEEKDAY_NAMES[name]}{part}")
    value = _weekday_value(passage, found, WEEKDAY_NAMES[name], step, start)
    if part:
        return one(start, found.end(), ClaimKind.TIME, f"{value}{part}")
    return one(start, found.end(), ClaimKind.DATE, value, _mod(before))


def _is_no_weekday(passage: Passage, found: re.Match[str], name: str) -> bool:
    """Whether a date begins with it that another reader takes, or it is the name of a site, or another word than a short name."""
    if name in SHORT_WEEKDAYS and not (passage.capital(found.start()) and found["nth"]):
        return True
    end = found.end("name")
    return (passage.text.startswith(".", end) and passage.text[end + 1 : end + 2].isalpha()) or bool(
        _DATED.match(passage.text, end)
    )


def _mod(before: re.Match[str] | None) -> str:
    word = (before and (before["early"] or before["part"])) or ""
    return {"early": "START", "late": "END"}.get(word[:5].strip(), "")


def _weekday_value(passage: Passage, found: re.Match[str], number: int, step: str | None, start: int) -> str:
    words = (step or "").split()
    told = words[:1] == ["the"] or words[:1] == ["that"] or words[-1:] in (["following"], ["same"])
    base = (passage.reference.then if told else passage.reference.now).exact
    if base is None or found["name"] in SHORT_WEEKDAYS:
        return f"XXXX-WXX-{number}"
    if found["week"]:
        return day_after(base, _WEEK * _STEPS.get(found["week"], 0) + number - base.isoweekday())
    way = AHEAD if step == "this" else direction(passage.text, start, found.end())
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


def day_word(passage: Passage, at: int) -> Reading:
    """ "Yesterday", "tonight", "tomorrow morning", "the day before yesterday"."""
    word = passage.word(at, DAY_WORDS)
    end, step, reference = at + len(word), DAY_WORDS[word], passage.reference
    over = _OVER.start(passage.text, at, passage.free) if step else None
    start = at if over is None else over
    base = None if reference.narrative else reference.anchor
    day = day_after(base, step if over is None else 2 * step) if base else "XXXX-XX-XX"
    behind = passage.behind(end)
    part = "night" if word == "tonight" else behind if behind in ("morning", "afternoon", "evening", "night") else ""
    end += len(f" {behind}") if part and part == behind else 0
    if part:
        return one(start, end, ClaimKind.TIME, f"{day}T{PARTS_OF_DAY[part]}")
    return one(start, end, ClaimKind.DATE, day if base else {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step])


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
    word = passage.word(at, VAGUE)
    end = at + len(word)
    before = _NOUN_BEFORE.start(passage.text, at, passage.free)
    lead = "" if before is None else passage.text[before:at].strip()
    if word in ("past", "present", "future"):
        start = at if lead == "at" else before
        if start is None or passage.goes_on(end) or lead == "right" or (lead == "at") != (word == "present"):
            return ()
        return one(start, end, ClaimKind.DATE, VAGUE[word])
    if (word == "now" and passage.behind(end) == "that") or (word == "recent" and passage.behind(end) in PLURALS):
        return ()
    owner = passage.before(at)
    if word == "current" and not (passage.goes_on(end) and (owner in _OWNERS or owner.endswith(("’s", "'s")))):
        return ()
    start = at - len("right ") if word == "now" and lead == "right" else at
    return one(start, end, ClaimKind.DATE, VAGUE[word])
