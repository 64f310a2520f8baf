"""Whether two dates differ, or only the reckoning of them: what the words of two claims say beside their values.

A value is reckoned: "Tuesday" from the day an article gives as its own, "Sept. 5" to a year that nobody wrote, "the next
day" from the date told before. Where two values differ by that alone, the texts do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.languages.en.phrases.days import FROM_ANOTHER_DAY, FROM_TODAY, core
from auditor.model import Claim, ClaimKind, Counted, Timex, Verdict
from auditor.text.regex import regex
from auditor.values import Relation, bounds, relate, relate_dates, relate_hours

_WEEK, _HALF_A_YEAR = 6, 183
"""Days between two articles within which a day of the week, or a day without its year, means one day."""
_IN_A_YEAR = regex(r"\d{4}-\d\d(?:-\d\d)?$")


def relate_claims(one: Claim, other: Claim) -> tuple[Verdict, str]:
    """How the values of two claims stand to each other, as ``relate`` says, with what their words say of them.

    Two dates never differ where only their reckoning does: the same words in two articles of one week, a year that one of
    them does not write, "today" in an article whose own day may be a day off, a day counted from another date of the text.
    """
    mine, theirs = one.value, other.value
    if not (isinstance(mine, Timex | Counted) and isinstance(theirs, Timex | Counted)):
        return Verdict.NOT_COMPARABLE, "values of two kinds"
    found = relate(mine, theirs)
    if found[0] != Verdict.CONFLICT or not {one.kind, other.kind} <= {ClaimKind.DATE, ClaimKind.TIME}:
        return found
    assert isinstance(mine, Timex)
    assert isinstance(theirs, Timex)
    if relate_dates(mine.value, theirs.value) != Relation.DIFFER:
        return found
    excuse = _reckoned_apart(one, other)
    return (relate_hours(mine, theirs) or excuse) if excuse else found


def _reckoned_apart(one: Claim, other: Claim) -> tuple[Verdict, str] | None:
    """What lets two dates be one though they were reckoned to different days; ``None`` where nothing does."""
    days = [claim.value.value.partition("T")[0] for claim in (one, other) if isinstance(claim.value, Timex)]
    words = [claim.span.text.lower() for claim in (one, other)]
    apart = _days_between(*days)
    if core(words[0]) == core(words[1]) and _written_near(one, other, _WEEK):
        return Verdict.COMPATIBLE, "same words"
    if _same_but_year(days, words) and _written_near(one, other, _HALF_A_YEAR):
        return Verdict.COMPATIBLE, "a year that is not written"
    if apart == 1 and any(map(FROM_TODAY.stands, words)):
        return Verdict.COMPATIBLE, "counted from the day of writing"
    if any(FROM_ANOTHER_DAY.search(word) for word in words):
        return Verdict.NOT_COMPARABLE, "counted from another date of the text"
    return None


def _same_but_year(days: Sequence[str], words: Sequence[str]) -> bool:
    """Whether two days or months are the same in all but a year that one of the texts does not write."""
    if not all(_IN_A_YEAR.match(day) for day in days) or all(
        day[:4] in word for day, word in zip(days, words, strict=True)
    ):
        return False
    return days[0][4:] == days[1][4:]


def _days_between(one: str, other: str) -> int | None:
    mine, theirs = bounds(one), bounds(other)
    return abs((mine[0] - theirs[0]).days) if mine and theirs else None


def _written_near(one: Claim, other: Claim, most: int) -> bool:
    """Whether the articles were written within so many days, as far as they say when."""
    mine, theirs = one.as_of, other.as_of
    known = mine.earliest, mine.latest, theirs.earliest, theirs.latest
    if known[0] is None or known[1] is None or known[2] is None or known[3] is None:
        return True
    return (known[0] - known[3]).days <= most and (known[2] - known[1]).days <= most
