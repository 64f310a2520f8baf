"""Gates: reasons why two mentions do not speak of one thing, whatever words they share.

Every gate takes two mentions and gives a short phrase, the same for all alike, or an empty string.
"""

from __future__ import annotations

from auditor.lexicon.hedges import HEDGES
from auditor.model import Claim, ClaimKind, Role, Timex
from auditor.subjects.mentions import Mention
from auditor.values import Relation, bounds, relate_dates

_HEDGE_NEAR = 0.55
"""Nearness within which a hedge speaks of a value: some six words."""
_TWO_WORDS = 0.79
"""Nearness of the word beside a value, and of the one beyond."""
_FORECAST = "forecast"
_NEGATIONS = frozenset(["not", "never", "cannot", "without", "deny"])
_DATE_NEAR = 0.4
"""Nearness within which a date says when a value held: some twelve words."""


def other_modality(one: Mention, other: Mention) -> str:
    """One says what is planned, possible, offered or was corrected, and the other does not say so too."""
    return "" if hedges(one) == hedges(other) else "one only says what might be, was offered or was put right"


def only_expected(one: Mention, other: Mention) -> str:
    """One value stands right behind a word of what is planned or forecast, and no such word is near the other."""
    ahead = [{word for word in _before(mention) if HEDGES.get(word) == _FORECAST} for mention in (one, other)]
    near = [_FORECAST in hedges(mention) for mention in (one, other)]
    return "one is only expected" if (ahead[0] and not near[1]) or (ahead[1] and not near[0]) else ""


def _before(mention: Mention) -> set[str]:
    """The lemmas of the two words before a value."""
    start = mention.claim.span.start
    return {word.labels[0] for word in mention.beside if word.end <= start and word.near >= _TWO_WORDS}


def other_state(one: Mention, other: Mention) -> str:
    """The two say different things of the people counted."""
    if one.state and other.state and one.state != other.state:
        return "said of something else"
    return ""


def other_scope(one: Mention, other: Mention) -> str:
    """Both are said of a place or body named right beside them, and not of the same one."""
    if one.scope and other.scope and not one.scope & other.scope:
        return "said of another place or body"
    return ""


def other_period(one: Mention, other: Mention) -> str:
    """Both have a date right beside them, and the dates exclude each other."""
    mine, theirs = near_dates(one), near_dates(other)
    if not mine or not theirs:
        return ""
    clocks = _clocks(mine), _clocks(theirs)
    apart = (all(clocks) and not clocks[0] & clocks[1]) or all(
        relate_dates(a, b) == Relation.DIFFER for a in mine for b in theirs
    )
    return "said of another day or period" if apart else ""


def one_denied(one: Mention, other: Mention) -> str:
    """A negation stands before one of the two values, and none before the other."""
    return "one is denied" if _denied(one) != _denied(other) else ""


def _denied(mention: Mention) -> bool:
    before = (word.labels[0] for word in mention.beside if word.end <= mention.claim.span.start)
    return any(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in before)


def both_quoted(one: Mention, other: Mention) -> str:
    """Both stand in somebody's words: whether a quotation was altered is another question."""
    return "both in quotations" if one.quoted and other.quoted else ""


def earlier_event(one: Mention, other: Mention) -> str:
    """One sentence tells of a year before its article's own, and the other does not."""
    return "one tells of an earlier year" if one.past != other.past else ""


def headline_and_body(one: Mention, other: Mention) -> str:
    """Inside one article only the headline is held against the body: two values of the body may well differ."""
    return "" if (one.role == Role.HEADLINE) != (other.role == Role.HEADLINE) else "both in the body of one article"


def _clocks(values: set[str]) -> set[str]:
    return {value.partition("T")[2] for value in values} - {""}


def hedges(mention: Mention) -> frozenset[str]:
    """The classes of the hedges right beside a value: what is planned, possible, offered, put right."""
    return frozenset(
        HEDGES[label] for word in mention.beside if word.near >= _HEDGE_NEAR for label in word.labels if label in HEDGES
    )


def _opens_a_period(mention: Mention, date: Claim) -> bool:
    """Whether a date only says since when something holds: it still holds on the day of writing."""
    start = date.span.start
    return mention.story.article.prose.text.endswith(("since ", "Since "), max(0, start - 6), start)


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
