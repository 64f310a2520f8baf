"""What stands behind the points, for who wants to know all: what is settled, the articles, what agrees, what was not compared.

Everything here is plain text, not yet escaped for any format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Article, Comparison, Copies, Evidence, Finding, Point, Report, Verdict
from auditor.reports.answers import Answers, Tier, question_of
from auditor.reports.compared import alike, total
from auditor.reports.edits import edits
from auditor.reports.harmless import plain
from auditor.reports.layout import counted, known_line, standing, written
from auditor.reports.sourced import SOURCING, Item, sourcing
from auditor.stories import listed

_VERDICTS = {
    Verdict.COMPATIBLE: "No conflict, though worded otherwise",
    Verdict.NOT_COMPARABLE: "Not compared, which says nothing of whether they are right",
}
_MARKS = '“”"'


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, the number that it states, and its items; there is none without an item."""

    heading: str
    number: int
    items: tuple[Item, ...]


def background(found: Answers) -> Iterator[Part]:
    """All that a report holds besides its points that count."""
    report = found.report
    settled = [(point, finding) for point in found.points for finding in point.findings if not finding.counts]
    told = {
        "Known or dismissed": [_settled(point, finding) for point, finding in settled],
        "Fixed": [Item(known_line(one)) for one in report.fixed],
        "Stories": [Item(plain(line)) for line in listed(report)],
        "Articles": [_article(article, found) for article in report.articles],
        SOURCING: list(sourcing(found)),
        "Reference": list(_reference(report)),
        "Copies of one article": [_copies(one, found) for one in report.copies],
        "Agree": list(_agreements(found)),
    }
    yield from (Part(heading, len(items), tuple(items)) for heading, items in told.items() if items)
    for verdict, heading in _VERDICTS.items():
        if kinds := alike(report, verdict):
            yield Part(heading, total(kinds), tuple(_kind(one.first, one.number, found) for one in kinds))


def _reference(report: Report) -> Iterator[Item]:
    if (known := report.reference) is not None:
        yield Item(
            f"The articles were held against {counted(known.rows, 'dated fact')}, the newest looked up on {known.checked_on}."
        )


def _settled(point: Point, finding: Finding) -> Item:
    return Item(f"{question_of(point)}  {finding.check}  {finding.fingerprint}  {standing(finding)}")


def residue(found: Answers) -> Part:
    """What is not article, by document, a place a line."""
    by_document: dict[str, list[str]] = {}
    findings = (finding for point in found.of(Tier.CLEAN) for finding in point.findings)
    for finding in sorted(findings, key=lambda finding: finding.order):
        quote = found.places.quote(finding.primary, context=0)
        told = f"  {standing(finding)}" if standing(finding) else ""
        line = f"{quote.position:>6}  {finding.check}: “{quote.words.strip(_MARKS)}”  {finding.fingerprint}{told}"
        by_document.setdefault(finding.primary.document, []).append(line)
    items = (Item(plain(document), tuple(lines)) for document, lines in by_document.items())
    return Part("To clean", found.lines_to_clean, tuple(items))


def _article(article: Article, found: Answers) -> Item:
    """When an article was written and why that is thought."""
    document = article.document
    title = f"  {plain(document.title)}" if document.title else ""
    reasons = (f"because of {_reason(evidence, found)}" for evidence in article.window.evidence)
    return Item(f"{plain(document.id)}{title}", (f"Written {written(article.window)}.", *reasons))


def _reason(evidence: Evidence, found: Answers) -> str:
    """What a bound rests on, with the words and their place unless the reason has them."""
    quote = found.places.quote(evidence.span, context=0) if evidence.span else None
    reason = plain(evidence.reason)
    return reason if quote is None or quote.words in reason else f"{reason}: “{quote.words}” ({quote.position})"


def _copies(copies: Copies, found: Answers) -> Item:
    between = counted(len(copies.edits), "edit")
    return Item(f"{found.listed(copies.documents)}: one source, {between} between them", tuple(edits(copies, found)))


def _agreements(found: Answers) -> Iterator[Item]:
    for one in found.agreements:
        places = ", ".join(found.at(witness.place) for witness in one.witnesses)
        who = counted(len(one.sources), "independent source")
        told = f"{who}, all from {plain(one.resting_on)}: one voice" if one.resting_on else who
        yield Item(f"“{plain(one.told or one.value)}”: {told} ({places})")


def _kind(first: Comparison, number: int, found: Answers) -> Item:
    """A reason, how often it came up, and one pair that it came up for."""
    spans = (first.left.span, first.right.span)
    pair = " and ".join(f"“{found.places.quote(span, context=0).words}” ({found.at(span)})" for span in spans)
    often = f" ({number:,})" if number > 1 else ""
    return Item(f"{plain(first.reason) or 'for another reason'}{often}: {pair}")
