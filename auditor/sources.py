"""Sources: which documents, and which places in them, are one witness.

Copies of one article are one source, and so are the stories that one agency gave several outlets: a dateline, a byline or
a copyright line says so. A sentence that gives an agency for what it says rests on that agency, whoever prints it; and two
sentences that share a run of words were taken from one text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from auditor.languages.en.lexicon.agencies import cited, in_byline, in_copyright, in_dateline, known
from auditor.model import Article, Quotation, Report, Role, Source, Span, Witness
from auditor.once import once_a_report
from auditor.text.regex import regex

_RUN = 8
"""Words in a row that two writers do not hit upon by chance: what two quotations of one speech share at least."""
_WORD = regex(r"\w+")


_AT_HAND = 64
"""Articles that are kept at hand, where they lie on disk: the witnesses of one point are often of the articles of another."""


class Sources:
    """The sources of one report's documents."""

    def __init__(self, report: Report) -> None:
        """Read who gave each document its text."""
        self._article = lru_cache(_AT_HAND)(report.article)
        self._of = _joined(report)
        self._runs: dict[tuple[str, int], frozenset[str]] = {}

    @property
    def all(self) -> tuple[Source, ...]:
        """Every source with its documents, in the order of their first documents."""
        documents: dict[str, list[str]] = defaultdict(list)
        for document in sorted(self._of):
            documents[self._of[document][0]].append(document)
        reasons = dict(self._of.values())
        found = (
            Source(source, tuple(held), reasons[source] if len(held) > 1 else "") for source, held in documents.items()
        )
        return tuple(sorted(found, key=lambda source: source.documents))

    def of(self, document: str) -> str:
        """The id of a document's source: the agency's name, or the first of its documents."""
        return self._of[document][0] if document in self._of else document

    def witnesses(self, places: Iterable[Span]) -> tuple[Witness, ...]:
        """The places, each with the source it counts for.

        Sentences that give an agency count for it; of sentences that share a run of words, all count for the first.
        """
        held = sorted(set(places))
        if len(held) == 1:
            return (Witness(held[0], self._at(held[0])),)
        source_of_run: dict[str, str] = {}
        found = []
        for place in held:
            runs = self._runs_at(place)
            known = source_of_run.keys() & runs
            source = source_of_run[min(known)] if known else self._at(place)
            for run in runs:
                source_of_run.setdefault(run, source)
            found.append(Witness(place, source))
        return tuple(found)

    def _at(self, place: Span) -> str:
        sentence = self._sentence(place)
        article = self._article(place.document)
        if article is None or sentence is None:
            return self.of(place.document)
        return next(cited(article.prose.text[slice(*sentence)]), self.of(place.document))

    def _sentence(self, place: Span) -> tuple[int, int] | None:
        article = self._article(place.document)
        if article is None:
            return None
        number = bisect_right(article.prose.sentences, place.start, key=lambda sentence: sentence[0]) - 1
        sentence = article.prose.sentences[number] if number >= 0 else (0, 0)
        return sentence if sentence[0] <= place.start < sentence[1] else None

    def _runs_at(self, place: Span) -> frozenset[str]:
        """The runs of words of the sentence at a place, quotations left out: two outlets may well quote one statement."""
        article, sentence = self._article(place.document), self._sentence(place)
        if article is None or sentence is None:
            return frozenset()
        at = (place.document, sentence[0])
        if at not in self._runs:
            words = _WORD.findall(_unquoted(article, sentence).casefold())
            self._runs[at] = frozenset(" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1))
        return self._runs[at]


def _unquoted(article: Article, sentence: tuple[int, int]) -> str:
    start, end = sentence
    pieces, at = [], start
    for claim in article.claims:
        if isinstance(claim.value, Quotation) and at <= claim.span.start < end:
            pieces.append(article.prose.text[at : claim.span.start])
            at = min(end, claim.span.end)
    return " ".join((*pieces, article.prose.text[at:end]))


def _joined(report: Report) -> Mapping[str, tuple[str, str]]:
    """For every document the id of its source, and why its source has several documents."""
    joined = {document: (document, "") for document in report.documents}
    for copies in report.copies:
        for document in copies.documents:
            joined[document] = (copies.documents[0], "copies of one article")
    agencies = {article.document.id: (article.document.group, agency_of(article)) for article in report.articles}
    held: dict[tuple[str, str], list[str]] = defaultdict(list)
    for document in sorted(agencies):
        if agencies[document][1]:
            held[agencies[document]].append(document)
    for (_, agency), documents in sorted(held.items()):
        taken = {joined[document][0] for document in documents}
        members = [document for document, (source, _) in joined.items() if source in taken]
        if len(members) > 1:
            joined |= dict.fromkeys(members, (agency, f"from {agency}"))
    return joined


def agency_of(article: Article) -> str:
    """The agency whose text an article is, by its dateline, byline or copyright line; empty where nothing says so."""
    return next(_agencies(article), "")


def _agencies(article: Article) -> Iterator[str]:
    document = article.document
    if dateline := in_dateline(document.text):
        yield known(dateline)
    for line in (document.byline or "", document.source or "", *_lines(article, Role.BYLINE)):
        if agency := in_byline(line):
            yield agency
    for line in _lines(article, Role.RESIDUE):
        if agency := in_copyright(line):
            yield agency


def _lines(article: Article, role: Role) -> Sequence[str]:
    return [article.document.text[block.start : block.end] for block in article.blocks if block.role is role]


@once_a_report
def sources_of(report: Report) -> Sources:
    """The sources of a report's documents."""
    return Sources(report)
