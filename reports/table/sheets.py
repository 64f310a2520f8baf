"""The sheets of the workbook: a heading and rows for each thing that a reader does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.model import Claim, Family, Finding, Point
from auditor.reports.claims import value_told
from auditor.reports.harmless import plain
from auditor.reports.layout import proposal
from auditor.reports.table.matrix import matrix
from auditor.reports.table.points import COLUMNS as POINTS
from auditor.reports.table.points import rows as points
from auditor.reports.table.told import Row, Told, decisions, state
from auditor.reports.word_diff import side_by_side


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the headings, and the rows under them."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Row]


def sheets(told: Told) -> tuple[Sheet, ...]:
    """All sheets, in the order in which a reader wants them."""
    differing = [(number, point) for number, point in told.points if point.family is not Family.RESIDUE]
    residue = [(number, point) for number, point in told.points if point.family is Family.RESIDUE]
    quotations = [(number, point) for number, point in differing if point.family is Family.QUOTATION]
    return (
        Sheet("points", POINTS, list(points(told, differing))),
        Sheet("who-says-what", *matrix(told, differing)),
        Sheet("quotations", _QUOTATIONS, [one for numbered in quotations for one in _wordings(told, *numbered)]),
        Sheet("claims", _CLAIMS, [_claim(told, one) for article in told.report.articles for one in article.claims]),
        Sheet("residue", _RESIDUE, [_line(told, number, finding) for number, p in residue for finding in p.findings]),
    )


_QUOTATIONS = (
    *("point", "severity", "story", "question", "wording", "in", "other wording", "other in", "check", "decision"),
    *("state", "fingerprint"),
)


def _wordings(told: Told, number: int, point: Point) -> Iterator[Row]:
    """A row for each two wordings that a point holds against each other, what differs in brackets; else one row."""
    first = {finding.passages: finding for finding in reversed(point.findings)}
    compared = [finding for finding in point.findings if finding.passages and first[finding.passages] is finding]
    for finding in compared or [point.lead]:
        pair, passages = side_by_side(finding), finding.passages or (finding.primary,)
        wordings = [side.marked for side in pair] if pair else [plain(finding.primary.text), ""]
        places = [*(told.at([span]) for span in passages), ""][:2]
        yield (
            number,
            point.severity.value,
            told.story(point.documents),
            plain(point.question),
            *(cell for side in zip(wordings, places, strict=True) for cell in side),
            finding.check,
            decisions([finding]),
            state([finding]),
            finding.fingerprint,
        )


_CLAIMS = (
    *("document", "story", "line", "column", "kind", "text", "value", "about", "said by", "polarity", "modality"),
    *("earliest", "latest"),
)


def _claim(told: Told, claim: Claim) -> Row:
    span, when = claim.span, claim.as_of
    return (
        plain(span.document),
        told.story([span.document]),
        *told.position(span),
        claim.kind.value,
        plain(span.text),
        plain(value_told(claim)),
        plain(claim.subject),
        plain(claim.source or ""),
        claim.polarity.value,
        claim.modality.value,
        when.earliest.isoformat() if when.earliest else "",
        when.latest.isoformat() if when.latest else "",
    )


_RESIDUE = (
    *("point", "severity", "document", "line", "column", "text", "message", "proposal", "story", "check", "decision"),
    *("state", "fingerprint"),
)


def _line(told: Told, number: int, finding: Finding) -> Row:
    return (
        number,
        finding.severity.value,
        plain(finding.primary.document),
        *told.position(finding.primary),
        plain(finding.primary.text),
        plain(finding.message),
        proposal(finding.edit) if finding.edit else "",
        told.story([finding.primary.document]),
        finding.check,
        decisions([finding]),
        state([finding]),
        finding.fingerprint,
    )
