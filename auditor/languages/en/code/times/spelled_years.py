"""Years written in words: "nineteen forty-one", "the year two thousand"."""

from __future__ import annotations

from auditor.languages.en.code.numbers import HUNDRED, TEN, read_number
from auditor.languages.en.code.times.leads import leads
from auditor.languages.en.code.times.passage import Passage, Reading, one
from auditor.languages.en.lexicon.numbers import CARDINALS, SCALES
from auditor.languages.timex import year_value
from auditor.model import ClaimKind

_CENTURIES = ("fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
OPENERS = (*_CENTURIES, "two thousand")
_NOUGHT = ("oh", "aught")
"""What stands for the tens of the first years of a century: "nineteen oh five"."""
_YEAR_BEFORE = leads("year-of")
_SINCE = leads("short-year")


def in_words(text: str, at: int) -> tuple[int, int] | None:
    """The year that the words at ``at`` spell, and where they end."""
    opener = next((word for word in OPENERS if text.startswith(word, at)), "")
    end = at + len(opener)
    if not opener or text[end : end + 1].isalnum():
        return None
    if opener not in CARDINALS:  # "two thousand and five"
        whole = read_number(text, at, alone=True)
        year = int(whole.low) if whole else 0
        return (year, whole.end) if whole and year < 2 * SCALES["thousand"] + HUNDRED else None
    century = HUNDRED * CARDINALS[opener]
    if text.startswith("hundred", end + 1):
        return century, end + 1 + len("hundred")
    nought = next((word for word in _NOUGHT if text.startswith(word, end + 1)), "")
    end += len(nought) + bool(nought)
    rest = read_number(text, end + 1, alone=True) if text[end : end + 1] in (" ", "-") else None
    if rest is None or rest.form != "words" or (rest.low < TEN) != bool(nought) or rest.low >= HUNDRED:
        return None
    return century + int(rest.low), rest.end


def spelled(passage: Passage, at: int) -> Reading:
    """A year in words behind "in", "the year" and the like, before nothing that it would count."""
    year = in_words(passage.text, at)
    if year is None:
        return ()
    named = _YEAR_BEFORE.start(passage.text, at, passage.free)
    if named is None and not (_SINCE.stands(passage.text, at) and not passage.goes_on(year[1])):
        return ()
    return one(at if named is None else named, year[1], ClaimKind.DATE, year_value(year[0]))
