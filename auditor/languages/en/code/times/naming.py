"""Names that hold a word of time: newspapers, programmes and named days ("USA Today", "Super Tuesday").

A capital says it where the language writes none: "today" is written small, "Saturday night" has a small "night". What is
lost where a headline writes every word with a capital is less than what a name read as a day costs.
"""

from __future__ import annotations

import re

from auditor.languages.en.code.times.passage import Passage
from auditor.languages.en.code.times.patterns import any_of
from auditor.languages.en.lexicon.calendar import PARTS_OF_DAY, WEEKDAYS
from auditor.languages.en.lists import LISTS

_PRESS = LISTS.words("newspapers")

_PART = rf"(?:{any_of(part.title() for part in PARTS_OF_DAY)})"
_DEICTIC = re.compile(rf"(?:Today|TODAY|Tonight|TONIGHT|Tomorrow|TOMORROW|Yesterday|(?:This|Last)\s{_PART})\b")
_CAPITAL_BEFORE = re.compile(r"(?<![\w.])[A-Z][\w’'&.-]{0,30}\s\Z")
_TITLED_PART = re.compile(rf"(?:This|Last|Next|{any_of(day.title() for day in WEEKDAYS)})\s{_PART}\b")
_OF_PRESS = re.compile(rf"\s(?:{any_of(_PRESS)})\b")
_THE = re.compile(r"\b[Tt]he\s\Z")
_CAPITAL_BEHIND = re.compile(r"\s[A-Z][a-z]")
_NAMED_DAY = re.compile(rf"\b(?:{any_of(LISTS.words('named_days'))})\s\Z")
_REACH = 34
"""Characters before a word of time in which the rest of its name stands."""


def is_name(passage: Passage, start: int, end: int) -> bool:
    """Whether the words of time at ``[start, end)`` are a name or part of one."""
    raw, words = passage.raw, passage.raw[start:end]
    if words.islower():
        return False
    before = raw[max(0, start - _REACH) : start]
    if _TITLED_PART.search(words):
        return passage.stands_out(start, end)
    if _DEICTIC.match(words):
        return _CAPITAL_BEFORE.search(before) is not None
    if words.partition(" ")[0].lower() not in WEEKDAYS:
        return False
    behind = raw[end : end + _REACH]
    return bool(
        _NAMED_DAY.search(before) or _OF_PRESS.match(behind) or (_THE.search(before) and _CAPITAL_BEHIND.match(behind))
    )
