"""How an office that an article gives somebody stands to the terms that are known: held then, over, not begun, or unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from auditor.facts.rows import Facts, Term
from auditor.model import Office, Window

AFTER = timedelta(days=31)
"""Days after a term in which news may still call its holder by the office: reports of the last week, magazines, reprints."""
BEFORE = timedelta(days=92)
"""Days before a term in which news may call one by the office who is elected to it: a US president waits eleven weeks."""


class Standing(StrEnum):
    """How an office in an article stands to the table."""

    HELD = "held"
    OVER = "over"
    TO_COME = "to come"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Held:
    """The standing, the terms of whom the article names, and who held the office in the days of the article."""

    standing: Standing
    terms: tuple[Term, ...] = ()
    holders: tuple[Term, ...] = ()


def held(facts: Facts, office: Office, window: Window) -> Held:
    """How an office in an article of that window stands to the facts.

    It is unknown where no row is about it, where none names the bearer, or where the window does not decide; so, too,
    before the first term that the table knows of the office.
    """
    known, own = terms_of(facts, office)
    if not own or window.empty or (window.earliest is None and window.latest is None):
        return Held(Standing.UNKNOWN, own)
    holders = tuple(term for term in known if term.near(window.earliest, window.latest, timedelta(), timedelta()))
    if any(term.near(window.earliest, window.latest, BEFORE, AFTER) for term in own):
        decided = any(_within(term, window) for term in own)
        return Held(Standing.HELD if decided else Standing.UNKNOWN, own, holders)
    if window.earliest is not None and _over(own, window):
        return Held(Standing.OVER, own, holders)
    if window.latest is not None and window.latest >= known[0].since:
        return Held(Standing.TO_COME, own, holders)
    return Held(Standing.UNKNOWN, own, holders)


def terms_of(facts: Facts, office: Office) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """The terms of an office that an article gives somebody, in the order of their days, and those of them that are the bearer's.

    An office without what it is held in ("President Ann Lee") is told by the bearer's full name.
    """
    found = list(facts.held(office.title, office.organisation))
    if not found and not office.organisation:
        found = list(facts.known_by_name(office.title, office.given, office.person))
    known = tuple(sorted(found, key=lambda term: (term.since, term)))
    return known, tuple(term for term in known if facts.is_called(term, office.given, office.person))


def _within(term: Term, window: Window) -> bool:
    """Whether every day of a window lies in the term or so near to it that news may name its holder by the office."""
    if window.earliest is None or window.earliest < term.since - BEFORE:
        return False
    return term.until is None or (window.latest is not None and window.latest <= term.until + AFTER)


def _over(terms: Sequence[Term], window: Window) -> bool:
    """Whether a term had ended by the first day of the window."""
    return any(term.until is not None and window.earliest and term.until < window.earliest for term in terms)
