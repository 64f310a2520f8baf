"""Vetoes on what stands around two values: what is only planned, another place, another day, an earlier year.

Each takes two mentions and gives a short phrase, the same for all alike, or an empty string, as those of ``vetoes.py`` do,
which rest on the slots. The figures are of ``python -m tests.benchmarks.vetoes`` over all labelled pairs of real news: what each
stops, and what of that no other veto does.
"""

from __future__ import annotations

from auditor.languages.en.lists import LISTS
from auditor.model import Claim, ClaimKind, Role, Timex
from auditor.story.mentions import Mention
from auditor.values import Relation, bounds, relate_dates

_HEDGES = LISTS.entry_of("hedges", "lemmas")

_HEDGE_NEAR = 0.55
"""Nearness within which a hedge speaks of a value: some six words."""
_TWO_WORDS = 0.79
"""Nearness of the word beside a value, and of the one beyond."""
_FORECAST = "forecast"
_DATE_NEAR = 0.4
"""Nearness within which a date says when a value held: some twelve words."""


def other_modality(one: Mention, other: Mention) -> str:
    """One says what is planned, possible, offered or was corrected, and the other does not say so too.

    Stops 94 different pairs, 8 the same and 2 in conflict, alone 45, 5 and 2.
    """
    return "" if hedges(one) == hedges(other) else "one only says what might be, was offered or was put right"


def only_expected(one: Mention, other: Mention) -> str:
    """One value stands right behind a word of what is planned or forecast, and no such word is near the other.

    Stops 17 different pairs and none in conflict, alone 6.
    """
    ahead = [{word for word in _before(mention) if _HEDGES.get(word) == _FORECAST} for mention in (one, other)]
    near = [_FORECAST in hedges(mention) for mention in (one, other)]
    return "one is only expected" if (ahead[0] and not near[1]) or (ahead[1] and not near[0]) else ""


def _before(mention: Mention) -> set[str]:
    """The lemmas of the two words before a value."""
    start = mention.claim.span.start
    return {word.lemma for word in mention.beside if word.end <= start and word.near >= _TWO_WORDS}


def other_state(one: Mention, other: Mention) -> str:
    """The two say different things of the people counted: killed, injured.

    Stops 11 different pairs and 2 in conflict, 1 and 2 alone; of invented stories 34 pairs, none of them in conflict alone.
    """
    return "said of something else" if one.state and other.state and one.state != other.state else ""


def other_scope(one: Mention, other: Mention) -> str:
    """Both are said of a place or body named right beside them, and not of the same one.

    Stops 36 different pairs, 1 the same and none in conflict, alone 16 different ones.
    """
    if one.scope and other.scope and not one.scope & other.scope:
        return "said of another place or body"
    return ""


def other_period(one: Mention, other: Mention) -> str:
    """Both have a date right beside them, and the dates exclude each other; or one sentence alone tells of an earlier year.

    Stops 177 different pairs, 11 the same and 3 in conflict, alone 76, 2 and 3.
    """
    if one.past != other.past:
        return "one tells of an earlier year"
    return "said of another day or period" if dates_apart(one, other) else ""


def dates_apart(one: Mention, other: Mention) -> bool:
    """Whether both have a date right beside them, and the dates exclude each other."""
    mine, theirs = near_dates(one), near_dates(other)
    if not mine or not theirs:
        return False
    clocks = _clocks(mine), _clocks(theirs)
    return (all(clocks) and not clocks[0] & clocks[1]) or all(
        relate_dates(a, b) == Relation.DIFFER for a in mine for b in theirs
    )


def headline_and_body(one: Mention, other: Mention) -> str:
    """Inside one article only the headline is held against the body: two values of the body may well differ.

    Of the 28 pairs of one body, in two sentences, that the weights thought the likeliest in 1,204 real articles two were conflicts.
    """
    return "" if (one.role == Role.HEADLINE) != (other.role == Role.HEADLINE) else "both in the body of one article"


def _clocks(values: set[str]) -> set[str]:
    return {value.partition("T")[2] for value in values} - {""}


def hedges(mention: Mention) -> frozenset[str]:
    """The classes of the hedges right beside a value: what is planned, possible, offered, put right."""
    return frozenset(
        _HEDGES[word.lemma] for word in mention.beside if word.near >= _HEDGE_NEAR and word.lemma in _HEDGES
    )


def _opens_a_period(mention: Mention, date: Claim) -> bool:
    """Whether a date only says since when something holds: it still holds on the day of writing."""
    start = date.span.start
    return mention.record.article.prose.text.endswith(("since ", "Since "), max(0, start - 6), start)


def near_dates(mention: Mention) -> set[str]:
    """The values of the dates near a value, those left out that count from an unknown point or say since when."""
    return {
        claim.value.value
        for claim, near in mention.dates
        if near >= _DATE_NEAR
        and not _opens_a_period(mention, claim)
        and claim.kind in (ClaimKind.DATE, ClaimKind.TIME)
        and isinstance(claim.value, Timex)
        if bounds(claim.value.value[:10]) or claim.value.value.startswith("XXXX")
    }
