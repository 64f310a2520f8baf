"""The profiles of one report's articles, with what only the set can tell: copies, and what one article alone carries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from auditor.model import (
    Age,
    Article,
    Claim,
    Family,
    Naming,
    Quantity,
    Quotation,
    Report,
    Severity,
    Span,
    Timex,
    Verdict,
)
from auditor.once import once_a_report
from auditor.sources import Sources, sources_of
from auditor.sourcing.profile import Entry, Profile, Row, State, figures, origin, told_by
from auditor.sourcing.speakers import Shared, Speakers


class Sourcing:
    """The sourcing of one report's articles."""

    def __init__(self, report: Report, sources: Sources) -> None:
        """Read what the set tells of each."""
        self._report = report
        self._sources = sources
        self._speakers = Speakers(report, sources)
        self._copies = {document: copies.documents for copies in report.copies for document in copies.documents}
        self._credited = _credited(report)
        self._agreed = _agreed(report, sources)
        self._compared = {
            document: story
            for story in report.stories
            if len({sources.of(document) for document in story}) > 1
            for document in story
        }
        self._given = self._values(report)

    def _values(self, report: Report) -> Mapping[tuple[tuple[str, ...], object], frozenset[str]]:
        """The sources of a story that give a value, by the story and the value."""
        found: dict[tuple[tuple[str, ...], object], set[str]] = defaultdict(set)
        for article in report.articles:
            document = article.document.id
            if document in self._compared:
                for claim in _carried(article):
                    found[self._compared[document], _same(claim)].add(self._sources.of(document))
        return {key: frozenset(held) for key, held in found.items()}

    def speaker_of(self, claim: Claim) -> str:
        """The named speaker who is said to tell a claim, under one name in all articles of a story; empty where there is none."""
        return self._speakers.of(claim)

    @property
    def shared(self) -> tuple[Shared, ...]:
        """The named speakers whom independent articles of a story have in common."""
        return self._speakers.shared

    @property
    def numbers(self) -> tuple[int, int]:
        """How many named speakers there are, each once a story, and how many without a name, each once an article."""
        unnamed = (
            len({told.name for told in article.tellings if told.naming is Naming.UNNAMED})
            for article in self._report.articles
        )
        return self._speakers.number, sum(unnamed)

    def of(self, article: Article) -> Profile:
        """The profile of one article."""
        rows = (*told_by(article), *self._alone(article), *origin(article), self._copy(article))
        return Profile(article.document.id, rows)

    def _alone(self, article: Article) -> Iterable[Row]:
        """What no other article of its story was found to give; nothing where nothing was compared."""
        if article.document.id not in self._compared:
            return ()
        story = self._compared[article.document.id]
        held = [
            claim.span
            for claim in _carried(article)
            if claim.span not in self._agreed and len(self._given[story, _same(claim)]) == 1
        ]
        measured = "numbers, dates and speech that no other source of the story was found to give in any words"
        entries = tuple(Entry(span.text, (span,)) for span in held)
        return (Row("alone", "Carried by this article alone", measured, len(held), entries=entries),)

    def _copy(self, article: Article) -> Row:
        document = article.document.id
        others = [one for one in self._copies.get(document, ()) if one != document]
        state = State.PRESENT if others else State.ABSENT if len(self._report.articles) > 1 else State.UNKNOWN
        credit = "credited" if self._credited.get(document, True) else "without credit"
        measured = "near-identical wording in another article of the set, and whether one of the two names the other"
        return Row(
            "copies",
            "Copy of another article",
            measured,
            state=state,
            entries=tuple(Entry(f"{one}, {credit}") for one in others),
        )


@once_a_report
def sourcing_of(report: Report) -> Sourcing:
    """The sourcing of a report's articles."""
    return Sourcing(report, sources_of(report))


def _carried(article: Article) -> list[Claim]:
    speech = (one for one in article.claims if isinstance(one.value, Quotation) and one.value.form == "direct")
    return sorted((*figures(article), *speech), key=lambda claim: (claim.span, claim.kind))


def _same(claim: Claim) -> object:
    """What is equal for two claims of one value."""
    value = claim.value
    if isinstance(value, Quantity):
        return value.low, value.high, value.unit, value.thing
    if isinstance(value, Timex):
        return claim.kind, value.value
    if isinstance(value, Age):
        return claim.kind, value.person, value.years
    return " ".join(claim.span.text.casefold().split()).rstrip(".,")


def _agreed(report: Report, sources: Sources) -> frozenset[Span]:
    """The places of claims that one of another source agrees with."""
    found: set[Span] = set()
    for one in report.comparisons:
        left, right = one.left.span, one.right.span
        if one.verdict in (Verdict.AGREE, Verdict.COMPATIBLE) and sources.of(left.document) != sources.of(
            right.document
        ):
            found |= {left, right}
    return frozenset(found)


def _credited(report: Report) -> Mapping[str, bool]:
    """Whether copies own to it: a finding on one that does not is a warning."""
    found: dict[str, bool] = defaultdict(lambda: True)
    for finding in report.findings:
        if finding.family is Family.SOURCING and finding.asked and finding.asked.kind == "copy":
            for span in finding.spans:
                found[span.document] &= finding.severity is Severity.NOTE
    return found
