"""Years written in words: "nineteen forty-one", "the year two thousand"."""

from __future__ import annotations

from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Passage, Reading, one
from auditor.languages.en.code.times.patterns import any_of
from auditor.languages.en.lexicon.numbers import CARDINALS
from auditor.languages.timex import year_value
from auditor.model import ClaimKind
from auditor.text.regex import regex

_CENTURIES = ("fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
_ONES = any_of(word for word, value in CARDINALS.items() if 1 <= value <= 9)
_TEENS = any_of(word for word, value in CARDINALS.items() if 10 <= value <= 19)
_TENS = any_of(word for word, value in CARDINALS.items() if 20 <= value <= 90 and value % 10 == 0)
_YEAR = regex(
    rf"(?:(?P<century>{any_of(_CENTURIES)})[\s-](?:(?P<hundred>hundred)|(?:oh|aught)[\s-](?P<one>{_ONES})|(?P<teen>{_TEENS})|"
    rf"(?P<ten>{_TENS})(?:[\s-](?P<more>{_ONES}))?)|(?P<thousand>two\sthousand)(?:\s(?:and\s)?(?:(?P<after>{_ONES}|{_TEENS})|"
    rf"(?P<tens>{_TENS})(?:[\s-](?P<last>{_ONES}))?))?)(?![\w-])"
)
_YEAR_BEFORE = leads("year-of")
_SINCE = leads("short-year")
OPENERS = (*_CENTURIES, "two")


def in_words(text: str, at: int) -> tuple[int, int] | None:
    """The year that the words at ``at`` spell, and where they end."""
    found = _YEAR.match(text, at)
    if found is None:
        return None
    base = 2000 if found["thousand"] else 100 * CARDINALS[found["century"]]
    groups = ("one", "teen", "ten", "more", "after", "tens", "last")
    return base + sum(CARDINALS[found[group]] for group in groups if found[group]), found.end()


def spelled(passage: Passage, at: int) -> Reading:
    """A year in words behind "in", "the year" and the like, before nothing that it would count."""
    year = in_words(passage.text, at)
    if year is None:
        return ()
    named = _YEAR_BEFORE.start(passage.text, at, passage.free)
    if named is None and not (_SINCE.stands(passage.text, at) and not passage.goes_on(year[1])):
        return ()
    return one(at if named is None else named, year[1], ClaimKind.DATE, year_value(year[0]))
