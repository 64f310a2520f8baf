"""Names that hold a word of time: newspapers, programmes and named days ("USA Today", "Super Tuesday").

A capital says it where the language writes none: "today" is written small, "Saturday night" has a small "night". What is
lost where a headline writes every word with a capital is less than what a name read as a day costs.
"""

from __future__ import annotations

from auditor.languages.en.code.times.passage import OPENING, Passage
from auditor.languages.en.lexicon.calendar import PARTS_OF_DAY, WEEKDAYS
from auditor.languages.en.lists import LISTS
from auditor.text.beside import Before

_PARTS = frozenset(PARTS_OF_DAY)
_DEICTIC = frozenset("Today TODAY Tonight TONIGHT Tomorrow TOMORROW Yesterday".split())
"""Words that are written small but in names and at the front of a sentence."""
_BEFORE_PART = frozenset(WEEKDAYS) | {"this", "last", "next"}
_NAMED_DAYS = Before(LISTS.words("named_days"))
_PRESS = frozenset(name.lower() for name in LISTS.words("newspapers"))


def is_name(passage: Passage, start: int, end: int) -> bool:
    """Whether the words of time at ``[start, end)`` are a name or part of one."""
    words = passage.raw[start:end].split()
    if not any(word[:1].isupper() for word in words):
        return False
    first, last = words[0].lower(), words[-1].lower()
    behind = passage.raw[end : end + len(" A")]
    titled = len(words) > 1 and last in _PARTS and words[-1].istitle()
    if titled and first in _BEFORE_PART:
        return passage.stands_out(start, end)
    if words[0] in _DEICTIC or (titled and first in ("this", "last")):
        return _is_capital(passage.raw, start)
    if first not in WEEKDAYS:
        return False
    return _NAMED_DAYS.stands(passage.raw, start) or (
        behind[:1].isspace()
        and behind[1:].isupper()
        and (passage.before(start) == "the" or passage.behind(end) in _PRESS)
    )


def _is_capital(raw: str, at: int) -> bool:
    """Whether a word with a capital stands before a place, with no mark between them."""
    before = raw[:at].rsplit(maxsplit=1)[-1:]
    return (
        raw[at - 1 : at] == " " and bool(before) and before[0].lstrip(OPENING)[:1].isupper() and before[0][-1].isalnum()
    )
