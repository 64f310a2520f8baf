"""What the human formats share: places, quotes, and the discrepancy report of each document.

Everything here is plain text on one line, without control characters, and not yet escaped for any format.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from auditor.model import (
    Article,
    BaselineState,
    Comparison,
    Copies,
    Document,
    Edit,
    Finding,
    Known,
    Lapse,
    Lapsed,
    Problem,
    Report,
    Severity,
    Span,
    Verdict,
    Window,
)
from auditor.reports.harmless import plain

CONTEXT = 60
"""Characters of the article shown on each side of the words a quote is about."""

LONGEST = 240
"""Characters of the quoted words that are shown; longer quotes lose their middle."""

MOST_SIDES = 8
"""Places of one finding that are quoted; the others are counted."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"\w+")

_VERDICTS = {
    Verdict.AGREE: "agree",
    Verdict.COMPATIBLE: "compatible",
    Verdict.CONFLICT: "in conflict",
    Verdict.NOT_COMPARABLE: "not comparable",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document with a little of their line around them.

    ``line`` and ``column`` count from 1; they are ``None`` where the document is not part of the report.
    """

    span: Span
    line: int | None
    column: int | None
    before: str
    words: str
    after: str

    @property
    def document(self) -> str:
        """The document's id."""
        return plain(self.span.document)

    @property
    def place(self) -> str:
        """The document's id, with the line where it is known: ``a.txt:3``."""
        return self.document if self.line is None else f"{self.document}:{self.line}"

    @property
    def position(self) -> str:
        """Line and column, ``3:14``; empty where they are not known."""
        return "" if self.line is None else f"{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as one document's report shows it: ``here`` is the first of its places in this document.

    ``home`` is ``None`` in the report where the finding is listed; elsewhere it is the place there, to refer to.
    """

    finding: Finding
    here: Span
    home: Span | None = None

    @property
    def sides(self) -> tuple[Span, ...]:
        """All places of the finding, this document's first."""
        return (self.here, *(span for span in self.finding.spans if span != self.here))


@dataclass(frozen=True, slots=True)
class Pair:
    """Compared claims with one outcome, seen from one document; ``count`` comparisons read the same."""

    verdict: Verdict
    reason: str
    here: Span
    there: Span
    count: int = 1


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A claim that several articles make; ``sources`` counts the independent ones, copies of one article as one.

    ``places`` are in the order of the report, the first claim of each article.
    """

    sources: int
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Copied:
    """A group of copies in words, and the edits between them, a line each."""

    line: str
    edits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The discrepancy report of one document; ``number`` is its place in the report, from 1.

    ``entries`` are the findings listed here, then those listed under another document that touch this one;
    ``consistent`` holds what agrees or is compatible with other sources; ``not_comparable`` one pair a reason, most
    frequent first; ``copies`` are the other documents that carry this one's text.
    """

    number: int
    article: Article
    entries: tuple[Entry, ...]
    consistent: tuple[Pair, ...]
    not_comparable: tuple[Pair, ...]
    copies: tuple[str, ...] = ()

    @property
    def document(self) -> Document:
        """The document the section is about."""
        return self.article.document

    @property
    def severities(self) -> Mapping[Severity, int]:
        """How many findings of each severity touch the document."""
        return severity_counts(entry.finding for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Places:
    """Finds lines, columns and quotes in the documents of one report."""

    report: Report
    _line_starts: dict[str, list[int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def line_starts(self, document: Document) -> list[int]:
        """The offset of every line of the document, the first being 0."""
        starts = self._line_starts.get(document.id)
        if starts is None:
            starts = document.line_starts()
            self._line_starts[document.id] = starts
        return starts

    def position(self, document: Document, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both from 1."""
        starts = self.line_starts(document)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def quote(self, span: Span, context: int = CONTEXT) -> Quote:
        """The words of the span with up to ``context`` characters of their line on each side."""
        words = plain(shortened(span.text.strip()))
        document = self.report.documents.get(span.document)
        if document is None:
            return Quote(span, None, None, "", words, "")
        line, column = self.position(document, span.start)
        line_start = self.line_starts(document)[line - 1]
        before = _before(document.text[max(line_start, span.start - context - 1) : span.start], context)
        after = _after(_rest_of_line(document.text, span, context + 1), context)
        return Quote(span, line, column, before, words, after)

    def sides(self, entry: Entry, context: int = CONTEXT) -> tuple[list[Quote], int]:
        """The quotes of an entry, this document's first, and how many places the cap left out."""
        sides = entry.sides
        return [self.quote(span, context) for span in sides[:MOST_SIDES]], max(0, len(sides) - MOST_SIDES)


def shortened(words: str) -> str:
    """The words, without their middle where they are longer than ``LONGEST``."""
    if len(words) <= LONGEST:
        return words
    return f"{words[: LONGEST * 2 // 3].rstrip()} … {words[-LONGEST // 3 :].lstrip()}"


def sections(report: Report) -> tuple[Section, ...]:
    """The discrepancy report of each document, in the order of the report.

    Raises ``ValueError`` for a finding that touches none of the report's documents: no section could show it.
    """
    entries = _entries(report)
    comparisons: dict[str, list[Comparison]] = defaultdict(list)
    copies = {one: tuple(o for o in c.documents if o != one) for c in report.copies for one in c.documents}
    for comparison in report.comparisons:
        if comparison.verdict is not Verdict.CONFLICT and comparison.left.span.document in copies.get(
            comparison.right.span.document, ()
        ):
            continue  # a copy that says the same confirms nothing
        for document in {comparison.left.span.document, comparison.right.span.document}:
            comparisons[document].append(comparison)
    return tuple(
        Section(
            number,
            article,
            tuple(entries[article.document.id]),
            tuple(_consistent(article.document.id, comparisons[article.document.id])),
            tuple(_not_comparable(article.document.id, comparisons[article.document.id])),
            copies.get(article.document.id, ()),
        )
        for number, article in enumerate(report.articles, 1)
    )


def confirmed(report: Report) -> tuple[Confirmed, ...]:
    """The claims that two independent articles or more agree on, those with most sources first.

    Claims belong together where comparisons found them to agree; copies of one article are one source.
    """
    source_of = {document: copies.documents[0] for copies in report.copies for document in copies.documents}
    group_of: dict[Span, Span] = {}

    def root(span: Span) -> Span:
        while group_of.setdefault(span, span) != span:
            span = group_of[span]
        return span

    for comparison in report.comparisons:
        if comparison.verdict is Verdict.AGREE:
            first, second = sorted((root(comparison.left.span), root(comparison.right.span)))
            group_of[second] = first
    groups: dict[Span, dict[str, Span]] = defaultdict(dict)
    for span in sorted(group_of):
        groups[root(span)].setdefault(span.document, span)
    found = [
        Confirmed(len({source_of.get(document, document) for document in places}), tuple(places.values()))
        for places in groups.values()
    ]
    several = (one for one in found if one.sources > 1)
    return tuple(sorted(several, key=lambda one: (-one.sources, one.places)))


def said(one: Confirmed, places: Places) -> str:
    """A confirmed claim in a line: its words, in how many independent articles, and where."""
    quotes = [places.quote(span, context=0) for span in one.places]
    words = ", ".join(f"“{words}”" for words in dict.fromkeys(quote.words for quote in quotes[:MOST_SIDES]))
    at = ", ".join(quote.place for quote in quotes[:MOST_SIDES])
    more = f" and {counted(len(quotes) - MOST_SIDES, 'more place')}" if len(quotes) > MOST_SIDES else ""
    return f"{words}: said in {one.sources:,} independent articles ({at}{more})"


def copied(report: Report, places: Places) -> tuple[Copied, ...]:
    """The groups of copies in words."""
    return tuple(
        Copied(
            f"{_listed(copies.documents)}: one source, {counted(len(copies.edits), 'edit')} between them",
            tuple(_edits(copies, places)),
        )
        for copies in report.copies
    )


def _edits(copies: Copies, places: Places) -> Iterator[str]:
    """The first edits of a few words with their places; the others and longer passages are counted."""
    short = [pair for pair in copies.edits if max(len(span.text) for span in pair) <= CONTEXT and not _reordered(*pair)]
    for left, right in short[:MOST_SIDES]:
        mine, theirs = (places.quote(span, context=0) for span in (left, right))
        if not theirs.words:
            yield f"“{mine.words}” ({mine.place}) was cut ({theirs.place})"
        elif not mine.words:
            yield f"“{theirs.words}” was added ({theirs.place})"
        else:
            yield f"“{mine.words}” ({mine.place}) became “{theirs.words}” ({theirs.place})"
    more = len(copies.edits) - len(short[:MOST_SIDES])
    if more:
        yield f"and {counted(more, 'more edit')}"


def _reordered(left: Span, right: Span) -> bool:
    """Whether an edit has the same words in another order: "March 11", "11 March"."""
    one, other = (sorted(_WORD.findall(span.text.lower())) for span in (left, right))
    return one == other


def copies_line(section: Section) -> str:
    """What a document is a copy of, in a sentence; empty where it is none."""
    if not section.copies:
        return ""
    return f"Copy: counted as one source with {_listed(section.copies)}."


def _listed(documents: Sequence[str]) -> str:
    """The names of documents, the first few of many."""
    more = f" and {len(documents) - MOST_SIDES:,} more" if len(documents) > MOST_SIDES else ""
    return ", ".join(plain(document) for document in documents[:MOST_SIDES]) + more


def severity_counts(findings: Iterable[Finding]) -> Mapping[Severity, int]:
    """How many findings have each severity, most severe first."""
    counts = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in Severity}


def verdict_counts(comparisons: Iterable[Comparison]) -> Mapping[Verdict, int]:
    """How many comparisons have each verdict."""
    counts = Counter(comparison.verdict for comparison in comparisons)
    return {verdict: counts[verdict] for verdict in Verdict}


def counted(number: int, noun: str) -> str:
    """The number with its noun: ``1 finding``, ``2 findings``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def severities_line(counts: Mapping[Severity, int]) -> str:
    """The findings in words: ``3 findings: 2 errors, 1 note``."""
    parts = ", ".join(counted(number, severity) for severity, number in counts.items() if number)
    total = counted(sum(counts.values()), "finding")
    return f"{total}: {parts}" if parts else total


def verdicts_line(counts: Mapping[Verdict, int]) -> str:
    """The comparisons in words: ``9 comparisons: 8 agree, 1 in conflict``."""
    parts = ", ".join(f"{number:,} {_VERDICTS[verdict]}" for verdict, number in counts.items() if number)
    total = counted(sum(counts.values()), "comparison")
    return f"{total}: {parts}" if parts else total


def summary(report: Report) -> str:
    """The whole report in one line: documents, findings by severity, comparisons by verdict, problems."""
    return "; ".join(
        (
            counted(len(report.articles), "document"),
            severities_line(severity_counts(report.findings)),
            verdicts_line(verdict_counts(report.comparisons)),
            counted(len(report.problems), "problem"),
        )
    )


def written(window: Window) -> str:
    """When the document was written, as far as its evidence goes."""
    if window.empty:
        return f"on no day that its evidence allows: on or after {window.earliest}, and on or before {window.latest}"
    if window.earliest and window.latest:
        if window.earliest == window.latest:
            return f"on {window.earliest}"
        return f"between {window.earliest} and {window.latest}"
    if window.earliest:
        return f"on or after {window.earliest}"
    if window.latest:
        return f"on or before {window.latest}"
    return "at an unknown time: nothing in or with the text says when"


def outcome(pair: Pair) -> str:
    """The verdict on a pair with its reason: ``compatible, rounding``."""
    verdict = _VERDICTS[pair.verdict]
    return f"{verdict}, {plain(pair.reason)}" if pair.reason else verdict


def standing(finding: Finding) -> str:
    """How a finding stands to what was known and decided before: ``known; dismissed: quoted as printed``."""
    parts = ["known"] if finding.state is BaselineState.UNCHANGED else []
    parts += ["new"] if finding.state is BaselineState.NEW else []
    if (decision := finding.decision) is not None:
        reason = f": {plain(decision.reason)}" if decision.reason else ""
        parts.append(f"{decision.judgement}{f' by {plain(decision.author)}' if decision.author else ''}{reason}")
    return "; ".join(parts)


def gate_line(report: Report) -> str:
    """How many findings count and how many do not; empty where nothing was known or decided before."""
    counting = sum(finding.counts for finding in report.findings)
    known = sum(finding.state is BaselineState.UNCHANGED for finding in report.findings)
    compared = any(finding.state is not None for finding in report.findings) or report.fixed
    if not compared and counting == len(report.findings):
        return ""
    dismissed = len(report.findings) - counting - known
    if not compared:
        return f"{counting:,} count, {dismissed:,} dismissed"
    return f"{counting:,} new, {known:,} known, {dismissed:,} dismissed, {len(report.fixed):,} fixed"


def known_line(known: Known) -> str:
    """A finding of a baseline or decision in a line: its fingerprint, check, documents and words."""
    where = f" in {_listed(known.documents)}" if known.documents else ""
    words = f": “{plain(shortened(known.text))}”" if known.text else ""
    return f"{plain(known.fingerprint)}  {plain(known.check)}{where}{words}"


_LAPSES = {
    Lapse.EXPIRED: "no longer holds, since its day is over",
    Lapse.ORPHANED: "has no finding any more",
    Lapse.UNDATED: "was taken to hold, since no --as-of tells whether its day is over",
}


def lapsed_line(lapsed: Lapsed) -> str:
    """What is to be said of a decision that settles nothing, or may not."""
    decision = lapsed.decision
    until = f" until {decision.until}" if decision.until else ""
    return f"{decision.judgement}{until}, {_LAPSES[lapsed.lapse]}: {known_line(decision.finding)}"


TOUCHED = "Changed since the revision compared with, and with a say in the gate"
"""The heading over the files of the gate itself."""


def touched_lines(report: Report) -> list[str]:
    """The files with a say in the gate that a change touches, one a line."""
    return [plain(name) for name in report.touched]


def proposal(edit: Edit) -> str:
    """What an edit would do, in words."""
    words = plain(shortened(edit.span.text.strip()))
    if not edit.replacement:
        return f"remove “{words}”"
    return f"replace “{words}” with “{plain(shortened(edit.replacement))}”"


def problem_place(problem: Problem) -> str:
    """The document and the check a problem names, as far as it names them."""
    document = f"document {plain(problem.document)}" if problem.document else ""
    check = f"check {plain(problem.check)}" if problem.check else ""
    return ", ".join(part for part in (document, check) if part)


def more_alike(pair: Pair) -> str:
    """How many comparisons read like the pair, besides it; empty where there are none."""
    return f" (and {pair.count - 1:,} more alike)" if pair.count > 1 else ""


def shown(cap: int, total: int) -> str:
    """How much of a list is shown, said only where the cap cuts it: ``10 of 57 shown``."""
    return f"{cap:,} of {total:,} shown" if total > cap else f"{total:,}"


def _entries(report: Report) -> dict[str, list[Entry]]:
    """Every document's findings: those listed there, then those that only touch it, each in reading order."""
    listed: dict[str, list[Entry]] = defaultdict(list)
    touching: dict[str, list[Entry]] = defaultdict(list)
    for finding in report.findings:
        first: dict[str, Span] = {}
        for span in finding.spans:
            if span.document in report.documents:
                first.setdefault(span.document, span)
        if not first:
            raise ValueError(
                f"The finding of {finding.check} at {finding.primary.document} touches no document of the report."
            )
        home, *others = first.values()
        listed[home.document].append(Entry(finding, home))
        for span in others:
            touching[span.document].append(Entry(finding, span, home))
    entries: dict[str, list[Entry]] = defaultdict(list)
    for document in report.documents:
        entries[document] = [*sorted(listed[document], key=_start), *sorted(touching[document], key=_start)]
    return entries


def _start(entry: Entry) -> tuple[int, int]:
    return entry.here.start, entry.here.end


def _pairs(document: str, comparisons: Iterable[Comparison]) -> Iterator[Pair]:
    for comparison in comparisons:
        left, right = comparison.left.span, comparison.right.span
        here, there = (left, right) if left.document == document else (right, left)
        yield Pair(comparison.verdict, comparison.reason, here, there)


def _consistent(document: str, comparisons: Iterable[Comparison]) -> Iterator[Pair]:
    """What was compared and is no conflict; pairs that read the same are one."""
    alike: dict[tuple[str, ...], Pair] = {}
    for pair in _pairs(document, comparisons):
        if pair.verdict in (Verdict.AGREE, Verdict.COMPATIBLE):
            key = (pair.verdict, pair.reason, plain(pair.here.text), plain(pair.there.text))
            alike[key] = _one_more(alike.get(key), pair)
    yield from alike.values()


def _not_comparable(document: str, comparisons: Iterable[Comparison]) -> list[Pair]:
    """One pair for each reason that kept claims from being compared, the most frequent reason first."""
    reasons: dict[str, Pair] = {}
    for pair in _pairs(document, comparisons):
        if pair.verdict is Verdict.NOT_COMPARABLE:
            reasons[pair.reason] = _one_more(reasons.get(pair.reason), pair)
    return sorted(reasons.values(), key=lambda pair: (-pair.count, pair.reason))


def _one_more(known: Pair | None, pair: Pair) -> Pair:
    return replace(known, count=known.count + 1) if known else pair


def _before(line: str, context: int) -> str:
    """The end of what precedes the words on their line, cut between words."""
    if len(line) <= context:
        return plain(line).lstrip()
    cut = line[len(line) - context :]
    _, space, whole_words = cut.partition(" ")
    return "…" + plain(whole_words if space else cut)


def _rest_of_line(text: str, span: Span, longest: int) -> str:
    """What follows the span on the line it ends on, at most ``longest`` characters."""
    if span.text.endswith(("\n", "\r")):
        return ""
    return _LINE_END.split(text[span.end : span.end + longest], maxsplit=1)[0]


def _after(line: str, context: int) -> str:
    """The start of what follows the words on their line, cut between words."""
    if len(line) <= context:
        return plain(line).rstrip()
    whole_words, space, _ = line[:context].rpartition(" ")
    return plain(whole_words if space else line[:context]) + "…"
