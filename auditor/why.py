"""Why two claims were or were not compared: every check that takes both, the words they share, and what stopped them.

A place is named as the reports print it, ``a.txt:3:32`` (line and column from 1), or by its words, ``a.txt:"nine days"``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from auditor.check import Check
from auditor.comparing.engine import Comparing, Judged
from auditor.comparing.evidence import Bin
from auditor.comparing.meeting import Pair
from auditor.model import Article, Claim, Comparison, Document, Verdict
from auditor.reports.names import short_names
from auditor.story.keys import keys
from auditor.story.mentions import Record
from auditor.story.sketches import Rarity, likeness, sketch
from auditor.story.stories import MAY_TELL_ONE, Story, alike, near_in_time, stories
from auditor.text.regex import regex
from auditor.unread import unread

_POSITION = regex(r"(\d{1,9}):(\d{1,9})")
_QUOTES = "\"'“”‘’"
_MOST_WORDS = 12
"""Shared words, and features, that are listed; the others add little."""
_VERDICTS = {
    Verdict.AGREE: "they agree",
    Verdict.COMPATIBLE: "compatible",
    Verdict.CONFLICT: "in conflict",
    Verdict.NOT_COMPARABLE: "not comparable",
}


class PlaceError(Exception):
    """A place names no document, no place in it, or no claim; the message says which."""


@dataclass(frozen=True, slots=True)
class Trace:
    """How two claims fare in a check: the verdict, the reason, and where values are compared the pair as judged.

    ``verdict`` is ``None`` where they were left aside before a verdict: too little speaks for it, or a closer partner.
    """

    verdict: Verdict | None
    reason: str
    judged: Judged | None = None


Compared = tuple[str, Trace]
"""A check's id, and how two claims fare in it."""


def why(articles: Sequence[Article], checks: Iterable[Check], one: str, other: str) -> Iterator[str]:
    """Lines that say why the claims at two places were or were not compared.

    Raises ``PlaceError`` for a place without a claim.
    """
    (left, mine), (right, theirs) = sorted(
        (claims_at(articles, place) for place in (one, other)), key=lambda at: at[0].document.id
    )
    checks = tuple(checks)
    for number, (a, b) in enumerate(product(mine, theirs)):
        if number:
            yield ""
        yield f"{_told(left, a)} and {_told(right, b)}"
        if a == b:
            raise PlaceError(f"{one} and {other} name one claim.")
        apart = _apart(articles, left, right)
        compared = [] if apart else list(traces(articles, checks, a, b))
        for check, trace in compared:
            yield ""
            yield from _lines(left, right, check, trace)
        if not compared:
            yield f"  {apart or f'No check compares {_kind(a)} with {_kind(b)} here.'}"


def claims_at(articles: Iterable[Article], place: str) -> tuple[Article, tuple[Claim, ...]]:
    """The article that a place names and the claims there. Raises ``PlaceError``."""
    article, start, end = _located(articles, place)
    found = tuple(c for c in article.claims if c.span.start < max(end, start + 1) and start < c.span.end)
    if not found:
        raise PlaceError(f"{place} holds no claim.{_nearest(article, start)}")
    return article, found


def traces(articles: Iterable[Article], checks: Iterable[Check], one: Claim, other: Claim) -> Iterator[Compared]:
    """Every check that reads the language of both claims and takes them, with how they fare in it."""
    by_id = {article.document.id: article for article in articles}
    left, right = by_id[one.span.document], by_id[other.span.document]
    first = Record(left)
    second = first if right is left else Record(right)
    for check in (check for check in checks if check.reads(left.language) and check.reads(right.language)):
        if isinstance(check.contrast, Comparing):
            trace = _judged(check.contrast.trace(first, second, one, other))
        elif check.contrast:
            both = Story.of((first,) if first is second else (first, second))
            trace = _settled(check.contrast(check.id, both), one, other)
        else:
            trace = _by_key(check, by_id.values(), one, other)
        if trace:
            yield check.id, trace


def _judged(found: Judged | str | None) -> Trace | None:
    """The trace of what comparing says of two claims."""
    if found is None or isinstance(found, str):
        return Trace(None, found) if found else None
    return Trace(found.verdict, found.reason, found)


def _located(articles: Iterable[Article], place: str) -> tuple[Article, int, int]:
    """The article of a place, and where it starts and ends.

    The document goes by its id or by the name that reports give it; where only one was read, it need not be named.
    """
    known = {article.document.id: article for article in articles}
    names = {**{short: id for id, short in short_names(known).items()}, **{id: id for id in known}}
    named = [name for name in names if place.startswith(f"{name}:")]
    if not named and len(known) != 1:
        raise PlaceError(
            f"{place} names no document that was read: {', '.join(sorted(known)) or 'none'}. "
            'Write DOCUMENT:LINE:COLUMN or DOCUMENT:"WORDS".'
        )
    name = max(named, key=len, default="")
    id = names[name] if name else next(iter(known))
    where = place[len(name) + 1 :] if name else place
    position = _POSITION.fullmatch(where)
    document = known[id].document
    return known[id], *(_offset(document, place, *map(int, position.groups())) if position else _words(document, where))


def _offset(document: Document, place: str, line: int, column: int) -> tuple[int, int]:
    starts = [*document.line_starts(), len(document.text) + 1]
    if not 1 <= line < len(starts) or not 1 <= column <= starts[line] - starts[line - 1]:
        raise PlaceError(f"{place} lies outside the text: {document.id} has no such line and column.")
    at = starts[line - 1] + column - 1
    return at, at + 1


def _words(document: Document, where: str) -> tuple[int, int]:
    words = where.strip(_QUOTES).split()
    found = re.search(r"\s+".join(map(re.escape, words)), document.text) if words else None
    if not found:
        raise PlaceError(f"“{where.strip(_QUOTES)}” does not stand in {document.id}.")
    return found.span()


def _nearest(article: Article, at: int) -> str:
    """The nearest claim, to try instead."""
    if not article.language.read:
        return f" {next(unread([article]))}"
    if not article.claims:
        return " No claim was read from this document."
    near = min(article.claims, key=lambda c: (max(c.span.start - at, at - c.span.end), c.span))
    return f" The nearest one is {_told(article, near)}."


def _told(article: Article, claim: Claim) -> str:
    starts = article.document.line_starts()
    line = sum(start <= claim.span.start for start in starts)
    words = " ".join(claim.span.text.split())
    return f"{claim.span.document}:{line}:{claim.span.start - starts[line - 1] + 1} “{words}” ({claim.kind})"


def _kind(claim: Claim) -> str:
    return f"{'an' if claim.kind[0] in 'aeiou' else 'a'} {claim.kind}"


def _apart(articles: Iterable[Article], left: Article, right: Article) -> str:
    """Why the two articles are not compared at all, or empty."""
    if left.document.group != right.document.group:
        return "Articles of different groups are never compared."
    if left.language.code != right.language.code:
        return f"Claims in {left.language.name} and {right.language.name} are never compared."
    if left is right:
        return ""
    group = left.document.group
    among = [article for article in articles if article.document.group == group]
    sketches = [sketch(article) for article in among]
    rarity = Rarity.among(sketches)
    wanted = {number for number, article in enumerate(among) if article in (left, right)}
    if any(
        wanted == set(pair)
        for plot in stories(sketches, alike(sketches, rarity, bool(group)), len(sketches), bool(group))
        for pair in plot.pairs
    ):
        return ""
    one, other = (sketches[number] for number in sorted(wanted))
    if not group and not near_in_time(one, other):
        return "The two articles lie more than a week apart, and no group says that they tell one story."
    if likeness(rarity.weights(one), rarity.weights(other)) < MAY_TELL_ONE:
        return "The two articles share too few rare names to tell one story."
    return "Each of the two articles has enough others that are more like it."


def _by_key(check: Check, articles: Iterable[Article], one: Claim, other: Claim) -> Trace | None:
    """How two claims fare in a check that takes claims by subject."""
    if check.compare is None or not {one.kind, other.kind} <= check.consumes:
        return None
    mine, theirs = set(keys(one)), set(keys(other))
    if not mine or not theirs:
        return Trace(None, "at least one of them does not say what it is about")
    if not mine & theirs:
        return Trace(None, f"they are about different things: {_subjects(mine)} and {_subjects(theirs)}")
    claims = [c for a in articles for c in a.claims if c.kind in check.consumes and mine & theirs & set(keys(c))]
    return _settled(check.compare(claims), one, other) or Trace(None, "the check passes over this pair")


def _subjects(found: set[tuple[str, ...]]) -> str:
    return ", ".join(" ".join(key) for key in sorted(found)[:3])


def _settled(results: Iterable[object], one: Claim, other: Claim) -> Trace | None:
    """The comparison of two claims among a check's results."""
    for result in results:
        if isinstance(result, Comparison) and {result.left.span, result.right.span} == {one.span, other.span}:
            return Trace(result.verdict, result.reason)
    return None


def _lines(left: Article, right: Article, check: str, trace: Trace) -> Iterator[str]:
    verdict = f"{_VERDICTS[trace.verdict]}, because" if trace.verdict else "left aside, because"
    yield f"  {check}: {verdict} {trace.reason}" if trace.reason else f"  {check}: {verdict.removesuffix(', because')}"
    if trace.judged:
        yield f"    shared: {_shared(trace.judged.pair)}"
        if trace.judged.evidence:
            yield f"    for and against: {_bins(trace.judged.evidence.bins)}; together {trace.judged.evidence.points}"
            yield f"    probability of a conflict: {trace.judged.evidence.probability:.2f}"
        if trace.judged.rival:
            sides = trace.judged.rival.sides
            places = " and ".join(
                _told(left if side.document == left.document.id else right, side.claim) for side in sides
            )
            yield f"    runner-up: {places}, {_shared(trace.judged.rival)}"


def _shared(pair: Pair) -> str:
    """The words two contexts share with their weights, the heaviest first."""
    heaviest = sorted(pair.shared, key=lambda shared: (-shared.weight, shared.label))
    words = ", ".join(f"{shared.label.shown} {shared.weight:.2f}" for shared in heaviest[:_MOST_WORDS])
    more = f" and {len(heaviest) - _MOST_WORDS} more" if len(heaviest) > _MOST_WORDS else ""
    return f"{words}{more}; together {pair.closeness:.2f}"


def _bins(bins: Sequence[Bin]) -> str:
    """The features of a pair with their points, those that weigh most first."""
    heaviest = sorted(bins, key=lambda one: (-abs(one.points), one.name))
    told = ", ".join(f"{one.name} {one.points:+d}" for one in heaviest[:_MOST_WORDS])
    rest = sum(one.points for one in heaviest[_MOST_WORDS:])
    return f"{told}, {len(heaviest) - _MOST_WORDS} more {rest:+d}" if len(heaviest) > _MOST_WORDS else told or "none"
