"""What the formats for people share: places, quotes, and how findings and decisions are told.

Everything here is plain text on one line, without control characters, and not yet escaped for any format.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from auditor.model import (
    BaselineState,
    Copies,
    Document,
    Edit,
    Finding,
    Known,
    Lapse,
    Lapsed,
    Problem,
    Report,
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


def shortened(words: str) -> str:
    """The words, without their middle where they are longer than ``LONGEST``."""
    if len(words) <= LONGEST:
        return words
    return f"{words[: LONGEST * 2 // 3].rstrip()} … {words[-LONGEST // 3 :].lstrip()}"


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


def _listed(documents: Sequence[str]) -> str:
    """The names of documents, the first few of many."""
    more = f" and {len(documents) - MOST_SIDES:,} more" if len(documents) > MOST_SIDES else ""
    return ", ".join(plain(document) for document in documents[:MOST_SIDES]) + more


def counted(number: int, noun: str) -> str:
    """The number with its noun: ``1 finding``, ``2 findings``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


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


def shown(cap: int, total: int) -> str:
    """How much of a list is shown, said only where the cap cuts it: ``10 of 57 shown``."""
    return f"{cap:,} of {total:,} shown" if total > cap else f"{total:,}"


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
