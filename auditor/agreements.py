"""Agreements: the claims that independent sources share.

Left out is what is contested: a claim that any finding holds against another, or any comparison found in conflict. Left
out, too, is what says nothing alone: an office ("the president") and a verb without who did what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from auditor.model import Agreement, Claim, ClaimKind, Comparison, Family, Outcome, Report, Span, Verdict
from auditor.once import once_a_report
from auditor.settled import by_story
from auditor.sources import sources_of
from auditor.sourcing import sourcing_of
from auditor.text.regex import regex

_BESIDE = 60
"""Characters on either side of a claim's words that are shown with them: a number alone says nothing."""
_ENDS = regex(r"\n|(?<=[.!?])[”\"’)]*\s")


@once_a_report
def agreements(report: Report) -> tuple[Agreement, ...]:
    """The claims that two independent sources or more share, those with most sources first."""
    sources = sources_of(report)
    sourcing = sourcing_of(report)
    contested = _Contested(report)
    found = []
    for group in chain.from_iterable(map(_agreeing, by_story(report.comparisons))):
        if any(contested.touches(claim.span) for claim in group):
            continue
        told = [claim for claim in group if not _trivial(claim)]
        if not told:
            continue
        first: dict[str, Span] = {}
        speakers: dict[str, str] = {}
        for claim in told:
            first.setdefault(claim.span.document, _words_of(claim))
            speakers.setdefault(claim.span.document, sourcing.speaker_of(claim))
        place = next(iter(first.values()))
        told_in = _around(report.documents[place.document].text, place, contested)
        voices = set(speakers.values())
        resting_on = voices.pop() if len(voices) == 1 else ""
        one = Agreement(" ".join(place.text.split()), told_in, sources.witnesses(first.values()), resting_on)
        if len(one.sources) > 1:
            found.append(one)
    return tuple(_once(sorted(found, key=lambda one: (-len(one.sources), -len(one.value), one.witnesses[0].place))))


def _around(text: str, place: Span, contested: _Contested) -> str:
    """The words with those of their line and sentence around them: as many as are read at a glance, and none contested."""
    first, last = contested.free(place, max(0, place.start - _BESIDE), min(len(text), place.end + _BESIDE))
    before = _ENDS.split(text[first : place.start])[-1]
    behind = _ENDS.split(text[place.end : last])[0]
    if first and len(before) == place.start - first:
        before = f"…{before.partition(' ')[2]}"
    if last < len(text) and len(behind) == last - place.end:
        behind = f"{behind.rpartition(' ')[0]}…"
    return " ".join(f"{before}{place.text}{behind}".split())


def _once(ordered: Iterable[Agreement]) -> Iterator[Agreement]:
    """The agreements without those that say in part, or once more in the same documents, what an earlier one says."""
    told: set[tuple[str, tuple[str, ...]]] = set()
    taken: dict[str, list[Span]] = defaultdict(list)
    for one in ordered:
        places = [witness.place for witness in one.witnesses]
        again = (one.value.casefold(), tuple(place.document for place in places))
        inside = all(any(place.overlaps(other) for other in taken[place.document]) for place in places)
        if again not in told and not inside:
            yield one
        told.add(again)
        for place in places:
            taken[place.document].append(place)


def _trivial(claim: Claim) -> bool:
    """Whether a claim says nothing without its sentence: an office, or a verb of which nobody and nothing is said."""
    if claim.kind is ClaimKind.OFFICE:
        return True
    return isinstance(claim.value, Outcome) and not (claim.value.actor and claim.value.thing)


def _words_of(claim: Claim) -> Span:
    """The words that a reader is shown: of an outcome its clause, since its verb alone says nothing."""
    return claim.value.clause if isinstance(claim.value, Outcome) else claim.span


def _agreeing(comparisons: Iterable[Comparison]) -> Iterable[Sequence[Claim]]:
    """Claims that the comparisons of a story found to agree, each group in reading order."""
    claims: dict[Span, Claim] = {}
    first: dict[Span, Span] = {}

    def root(span: Span) -> Span:
        while first.setdefault(span, span) != span:
            span = first[span]
        return span

    for comparison in comparisons:
        if comparison.verdict is Verdict.AGREE:
            for claim in (comparison.left, comparison.right):
                claims.setdefault(claim.span, claim)
            one, other = sorted((root(comparison.left.span), root(comparison.right.span)))
            first[other] = one
    groups: dict[Span, list[Claim]] = defaultdict(list)
    for span in sorted(claims):
        groups[root(span)].append(claims[span])
    return groups.values()


class _Contested:
    """The places that a conflict is about."""

    def __init__(self, report: Report) -> None:
        held: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for finding in report.findings:
            if finding.family in (Family.CONFLICT, Family.REFERENCE):
                for span in finding.spans:
                    held[span.document].append((span.start, span.end))
        for comparison in report.comparisons:
            if comparison.verdict is Verdict.CONFLICT:
                for claim in (comparison.left, comparison.right):
                    held[claim.span.document].append((claim.span.start, claim.span.end))
        self._held: Mapping[str, list[tuple[int, int]]] = {name: sorted(set(places)) for name, places in held.items()}

    def touches(self, span: Span) -> bool:
        """Whether a place overlaps one of them."""
        return any(start < span.end and span.start < end for start, end in self._held.get(span.document, ()))

    def free(self, place: Span, first: int, last: int) -> tuple[int, int]:
        """Of ``[first, last)`` around a place, what lies between the nearest of them before and behind it."""
        held = self._held.get(place.document, ())
        before = (end for _, end in held if end <= place.start)
        behind = (start for start, _ in held if start >= place.end)
        return max(first, max(before, default=0)), min(last, min(behind, default=last))
