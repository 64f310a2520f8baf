"""The last step: what was found, once, in order and named, as a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace

from auditor import __version__
from auditor.check import Check
from auditor.comparing.evidence import weight
from auditor.gate.fingerprints import fingerprinted
from auditor.measured import probability_of_edits
from auditor.model import (
    Comparison,
    Copies,
    Document,
    Family,
    Finding,
    Problem,
    Report,
    Span,
    Verdict,
)
from auditor.settled import Settled
from auditor.steps.map import Mapped
from auditor.steps.outcomes import Outcome
from auditor.steps.plan import Plan
from auditor.steps.row import Row
from auditor.story.copies import edited, noted
from auditor.timing import Clock

_PREFERENCE = (Verdict.CONFLICT, Verdict.AGREE, Verdict.COMPATIBLE, Verdict.NOT_COMPARABLE)
"""Where two claims meet under several keys, the verdict that says most is kept."""


def merge(
    mapped: Mapped,
    compared: Iterable[Outcome],
    plan: Plan,
    checks: Sequence[Check],
    problems: Iterable[Problem],
    clock: Clock,
    kept: MutableMapping[str, Outcome],
) -> Report:
    """The report on all that was found, in its total order.

    ``compared`` is what came of each story, ``problems`` are those met before; what came of the stories is put into ``kept``, which is
    empty.
    """
    comparisons = settled(compared, kept)
    # Read back only now: what a run leaves for good would lie scattered among what each story made for a moment.
    outcomes = [*mapped.outcomes, *(replace(one, comparisons=()) for one in kept.values())]
    with clock.stage("findings put in order"):
        return Report(
            articles=Row(mapped.articles),
            given=mapped.documents,
            lying=mapped.articles,
            findings=tuple(sorted(_named(mapped.documents, outcomes, plan), key=lambda finding: finding.order)),
            comparisons=comparisons,
            problems=tuple(sorted({*problems, *plan.problems, *(one for each in outcomes for one in each.problems)})),
            version=__version__,
            copies=plan.copies,
            rules=tuple(check.rule for check in sorted(checks, key=lambda check: check.id)),
            stories=tuple(sorted(plan.told)),
        )


def _named(texts: Mapping[str, Document], outcomes: Iterable[Outcome], plan: Plan) -> Iterator[Finding]:
    """The findings, each once, with its fingerprint and a word on those of its documents that are copies."""
    copies_of = {document: group for group in plan.copies for document in group.documents}
    found = _without_repeats(finding for outcome in outcomes for finding in outcome.findings)
    own = (finding for finding in found if not _is_of_both(finding, plan.source_of, texts))
    findings = _once_a_source(own, plan.source_of)
    # Named before the places in copies join it: a copy of a known article leaves its findings their names.
    names = fingerprinted((one for one, _ in findings), texts)
    for finding, (_, more) in zip(names, findings, strict=True):
        yield _with_copies_told(_with_places(finding, more), copies_of)


_AROUND = 40
"""Characters on either side of words by which they are known again in a copy."""


def _is_of_both(finding: Finding, source_of: Mapping[str, str], texts: Mapping[str, Document]) -> bool:
    """Whether a finding on quotations holds two copies against each other by words that stand in both of them.

    It is then about the one article, which was not to be held against itself.
    """
    documents = {span.document for span in finding.spans}
    if finding.family is not Family.QUOTATION or len(documents) == 1:
        return False
    if len({source_of.get(document, document) for document in documents}) > 1:
        return False
    around = (texts[s.document].text[max(0, s.start - _AROUND) : s.end + _AROUND].strip() for s in finding.spans)
    return all(words in texts[document].text for words in around for document in documents)


def _once_a_source(findings: Iterable[Finding], source_of: Mapping[str, str]) -> list[tuple[Finding, frozenset[Span]]]:
    """The findings in their order, those that copies of one article repeat in the same words as one with the other places."""
    told: dict[object, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=lambda finding: finding.order):
        places = {(source_of.get(span.document, span.document), span.text) for span in finding.spans}
        alone = len({span.document for span in finding.spans}) == 1 or finding.family is Family.SOURCING
        told[finding if alone else (finding.check, frozenset(places))].append(finding)
    kept: list[tuple[Finding, frozenset[Span]]] = []
    for first, *others in told.values():
        documents = {span.document for span in first.spans}
        more = frozenset(span for other in others for span in other.spans if span.document not in documents)
        kept.append((first, more))
        kept += ((other, frozenset()) for other in others if {span.document for span in other.spans} <= documents)
    return sorted(kept, key=lambda one: one[0].order)


def _with_places(finding: Finding, more: frozenset[Span]) -> Finding:
    return replace(finding, related=tuple(sorted({*finding.related, *more}))) if more else finding


_EDITED = "Two of these articles are copies of one, and one of the two was edited here."


def _with_copies_told(finding: Finding, copies_of: Mapping[str, Copies]) -> Finding:
    """The finding with a word on those of its documents that are copies; what is about copies says it itself.

    What differs by an edit between two copies is of one thing, which is never sure of two reports: it is as probable as such
    findings were measured to be, if that is more.
    """
    more = noted(finding, copies_of) if finding.family is not Family.SOURCING else ""
    if not more:
        return finding
    finding = replace(finding, message=f"{finding.message} {more}")
    if not edited(finding, copies_of):
        return finding
    if (asked := finding.asked) is not None:
        finding = replace(finding, asked=replace(asked, settle=f"{asked.settle} {_EDITED}".strip()))
    probability = probability_of_edits()
    if probability is None or probability <= (finding.probability or 0):
        return finding
    severity, confidence = weight(probability)
    return replace(finding, severity=severity, confidence=confidence, probability=probability)


def settled(compared: Iterable[Outcome], kept: MutableMapping[str, Outcome]) -> Settled:
    """The comparisons of stories; what came of each, with its comparisons settled, is put into ``kept``, an empty mapping."""
    number = 0
    for story, outcome in enumerate(compared):
        comparisons = _each_once(outcome.comparisons)
        kept[str(story)] = replace(outcome, comparisons=comparisons, spent=())
        number += len(comparisons)
    return Settled(kept, number)


def _each_once(comparisons: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """One comparison a pair of claims and check, in total order."""
    best: dict[tuple[str, Span, Span], Comparison] = {}
    for one in sorted(comparisons, key=lambda one: (_PREFERENCE.index(one.verdict), one.order), reverse=True):
        best[one.check, one.left.span, one.right.span] = one
    return tuple(sorted(best.values(), key=lambda one: one.order))


def _without_repeats(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those whose places another finding of the same check has too, with more or at more weight."""
    by_weight = sorted(findings, key=lambda f: (-len(f.spans), f.severity.rank, f.confidence.rank, f.order))
    holders: Mapping[tuple[str, object], set[int]] = defaultdict(set)
    kept: list[Finding] = []
    for finding in by_weight:
        places = [(finding.check, span) for span in finding.spans]
        if set.intersection(*(holders[place] for place in places)):
            continue
        for place in places:
            holders[place].add(len(kept))
        kept.append(finding)
    return kept
