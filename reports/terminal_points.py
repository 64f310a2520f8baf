"""A point in a terminal: its question, the answers under each other, who gives them; and all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from auditor.model import Finding, Point
from auditor.reports.answers import Answers, answered, question_of, told_besides
from auditor.reports.harmless import plain
from auditor.reports.layout import Quote, counted, standing
from auditor.reports.screen import Line, Row, Screen
from auditor.reports.word_diff import Piece, Side, side_by_side

MOST_ANSWERS = 6
"""Answers of one point that are listed; the others are counted."""


def short(point: Point, label: str, found: Answers, screen: Screen, *, named: bool) -> list[Line]:
    """The question after its label, ``named`` by the id that decisions take, and the answers, aligned with who gives them."""
    question = Text(question_of(point), style="bold")
    if named:
        question = Text.assemble(question, (f"  {point.id}", "dim"))
    listed = point.answers[:MOST_ANSWERS]
    rows: list[Row] = [
        (marked(one, screen), Text("  ".join(found.said_by(answer)), style="dim")) for answer, one in answered(listed)
    ]
    lines = [Line(question, label=label), *screen.columns(rows, len(label) + 2)]
    if more := len(point.answers) - len(listed):
        lines.append(Line(Text(f"and {counted(more, 'more answer')}", style="dim"), len(label) + 2))
    return lines


def marked(pieces: Sequence[Piece], screen: Screen) -> Text:
    """The words, what differs in bold, or in brackets where there are no colours."""
    text = Text()
    for number, piece in enumerate(pieces):
        text.append(" " if number else "")
        text.append(f"[{piece.text}]" if piece.differs and not screen.colour else piece.text)
        if piece.differs:
            text.stylize("bold", len(text) - len(piece.text))
    return text


def whole(point: Point, label: str, found: Answers, screen: Screen) -> Iterator[Line]:
    """The point with its places in their sentences, what would settle it, and the findings that tell it."""
    yield from short(point, label, found, screen, named=True)
    indent = len(label) + 2
    quotes, more = found.quotes(point)
    for quote in quotes:
        yield quoted(quote, found.name(quote.span.document), indent, screen)
    if more:
        yield Line(Text(f"and {counted(more, 'more place')}", style="dim"), indent)
    for side in next((sides for finding in point.findings if (sides := side_by_side(finding))), ()):
        yield telling(side, found.name(side.document), indent, screen)
    if point.settle:
        yield Line(Text(plain(point.settle)), indent)
    for finding in point.findings:
        yield from _finding(finding, point, indent)


def quoted(quote: Quote, name: str, indent: int, screen: Screen) -> Line:
    """A place in its sentence, its words set apart."""
    text = Text(quote.before)
    text.append_text(marked([Piece(quote.words, True)], screen))
    text.append(quote.after)
    where = name if quote.line is None else f"{name}:{quote.line}"
    return Line(text, indent, f"{where}  ")


def telling(side: Side, name: str, indent: int, screen: Screen) -> Line:
    """One of two tellings of a wording, to stand under the other."""
    return Line(marked(side.pieces, screen), indent, f"{name} | ")


def _finding(finding: Finding, point: Point, indent: int) -> Iterator[Line]:
    """How sure a finding is and what names it; and its words, where they say what the question does not."""
    head = Text(f"{finding.severity}  {finding.check}  ", style="dim")
    head.append(finding.fingerprint, style="dim")
    if finding.probability is not None:
        head.append(f"  {finding.probability:.0%} of such were right where it was measured", style="dim")
    if told := standing(finding):
        head.append(f"  {told}", style="bold" if finding.counts else "dim")
    yield Line(head, indent)
    if words := told_besides(finding, point):
        yield Line(Text(words), indent + 2)
