"""The report as a comment on a pull request: GitHub's Markdown, what differs first, cut to what GitHub accepts.

Nothing an article says can break out of its place: every character that Markdown, HTML or GitHub would read as more
than itself is escaped. With ``full`` every point has its places in their sentences and the findings that tell it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.model import Finding, Point, Problem, Report
from auditor.reports import Fitted, Showing, layout
from auditor.reports.answers import Answers, Tier, answered, answers, cleaning, question_of, told_besides
from auditor.reports.background import Part, background, residue
from auditor.reports.harmless import plain
from auditor.reports.layout import Quote, counted, shown
from auditor.reports.word_diff import Piece, side_by_side
from auditor.unread import unread

MOST_CHARACTERS = 65_000
"""Length of the report; GitHub refuses comments of more than 65,536 characters."""
MOST_PROBLEMS = 20
"""Problems, lapsed decisions and files of the gate that are listed; the headings state the cap where it cuts."""

_HEADINGS = {
    Tier.SURE: "Sure",
    Tier.LIKELY: "Likely",
    Tier.LESS_SURE: "Less sure: possible, and often wrong",
    Tier.TRACE: "Quotations to trace",
    Tier.SOURCING: "Sources to look into",
    Tier.CLEAN: "To clean, by article",
    Tier.FURTHER: "Further points",
}
_OPEN = (Tier.SURE, Tier.LIKELY, Tier.FURTHER, Tier.CLEAN)
"""The tiers that are shown without a click."""
_NO_BREAK = "\u200b"
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$&]|^[-+=#]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\d+)(?=[.)])")
# GitHub finds names and numbers in the finished page, where a backslash is gone: only a character between helps.
_MENTION = re.compile(r"(@|#|\bGH-)(?=\w)", re.IGNORECASE)


@Fitted
def render(report: Report, showing: Showing) -> str:
    """The report as GitHub Markdown of at most ``MOST_CHARACTERS`` characters, stating what was left out."""
    found = answers(report, short=False)
    top = ["## Discrepancy report", f"**{escaped(found.headline)}**", *_before(found)]
    parts = list(_parts(found, showing))
    room = MOST_CHARACTERS - len(_joined([*top, _left_out(sum(len(part.items) for part in parts))]))
    texts, left_out = _with_room(parts, room)
    return _joined([*top, *([_left_out(left_out)] if left_out else []), *texts])


def escaped(text: str) -> str:
    """The text on one line, so that GitHub shows exactly its characters and links, counts or calls nobody."""
    text = _MENTION.sub(rf"\1{_NO_BREAK}", plain(text))
    return _NUMBERED.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", text))


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading with its items, of which the first may be kept where there is no room for all; ``folded`` opens on a click."""

    heading: str
    items: tuple[str, ...]
    folded: bool = False

    def text(self, number: int) -> str:
        """The part with its first items."""
        listed = "\n".join(self.items[:number])
        heading = f"{self.heading} ({shown(number, len(self.items))})"
        if self.folded:  # the empty lines make GitHub read Markdown inside the tags
            return f"<details><summary>{heading}</summary>\n\n{listed}\n\n</details>"
        return f"### {heading}\n\n{listed}"


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _with_room(parts: Sequence[_Part], room: int) -> tuple[list[str], int]:
    """The texts of the parts as far as they fit, the first ones first, and how many items do not."""
    texts, left_out = [], 0
    for part in parts:
        number = 0
        size = len(part.text(0)) + len("\n\n") + len(f"{len(part.items):,} of  shown")
        while number < len(part.items) and not left_out and size + len(part.items[number]) + 1 <= room:
            size += len(part.items[number]) + 1
            number += 1
        left_out += len(part.items) - number
        if number:
            texts.append(part.text(number))
            room -= size
    return texts, left_out


def _left_out(number: int) -> str:
    """What the cap cut, in words."""
    items = "1 item is" if number == 1 else f"{number:,} items are"
    return f"**Cut to {MOST_CHARACTERS:,} characters:** {items} left out, what matters least first. The other report formats have all."


def _before(found: Answers) -> Iterator[str]:
    """What is to be known before the points are believed, and how many are not shown."""
    report = found.report
    for heading, lines in (
        ("This report is incomplete", [_problem(problem) for problem in report.problems]),
        (layout.TOUCHED, [_item(line) for line in layout.touched_lines(report)]),
        ("Decisions to look at again", [_item(layout.lapsed_line(one)) for one in report.lapsed]),
    ):
        if lines:
            listed = "\n".join(f"- {line}" for line in lines[:MOST_PROBLEMS])
            yield f"**{heading} ({shown(MOST_PROBLEMS, len(lines))})**\n\n{listed}"
    yield from (escaped(told) for told in unread(report.articles, report.rules))
    if found.left_out:
        yield f"{escaped(found.left_out)}."


def _item(line: str) -> str:
    return escaped(layout.shortened(line))


def _problem(problem: Problem) -> str:
    place = escaped(layout.problem_place(problem))
    error = escaped(layout.shortened(problem.error))
    return f"{place}: {error}" if place else error


def _parts(found: Answers, showing: Showing) -> Iterator[_Part]:
    """What is told, in the order in which it is kept."""
    yield from (part for part in _points(found, showing) if part.items)
    yield from map(_behind, background(found))


def _points(found: Answers, showing: Showing) -> Iterator[_Part]:
    number = 0
    for tier in (*_OPEN, *(tier for tier in Tier if tier not in _OPEN)):
        points = found.of(tier)
        if tier is Tier.CLEAN:
            yield _behind(residue(found)) if showing.full else _Part(_HEADINGS[tier], tuple(_residue(points, showing)))
            continue
        items = tuple(_point(point, at, found, showing) for at, point in enumerate(points, number + 1))
        yield _Part(_HEADINGS[tier], items, tier not in _OPEN)
        number += len(points)


def _residue(points: Sequence[Point], showing: Showing) -> Iterator[str]:
    """How many places there are to clean in each document, and what shows them."""
    numbers = Counter(point.lead.primary.document for point in points)
    for document, number in sorted(numbers.items()):
        yield f"- {escaped(document)}: {counted(number, 'place')}"
    if points:
        yield f"- <code>{escaped(cleaning(showing.paths))}</code> shows what it would remove"


def _point(point: Point, number: int, found: Answers, showing: Showing) -> str:
    """The question, who answers it how, and what would settle it."""
    lines = [f"{number}. <b>{escaped(question_of(point))}</b> <code>{escaped(point.id)}</code>"]
    lines += [
        f"{_marked(pieces)} ({escaped(', '.join(found.said_by(answer)))})" for answer, pieces in answered(point.answers)
    ]
    lines += [escaped(point.settle)] if point.settle else []
    lines += _evidence(point, found) if showing.full else []
    return "\n    - ".join(lines)


def _marked(pieces: Iterable[Piece]) -> str:
    """The words, those in bold that differ; as tags, since asterisks bind only next to some characters."""
    return " ".join(f"<b>{escaped(piece.text)}</b>" if piece.differs else escaped(piece.text) for piece in pieces)


def _evidence(point: Point, found: Answers) -> Iterator[str]:
    """The places in their sentences, two tellings of a wording, and the findings that tell the point."""
    quotes, more = found.quotes(point)
    yield from (_quoted(quote) for quote in quotes)
    if more:
        yield f"and {counted(more, 'more place')}"
    for side in next((sides for finding in point.findings if (sides := side_by_side(finding))), ()):
        yield f"{escaped(side.document)} | {_marked(side.pieces)}"
    for finding in point.findings:
        words = told_besides(finding, point)
        yield f"{_finding(finding)}{f': {escaped(words)}' if words else ''}"


def _quoted(quote: Quote) -> str:
    return f"{escaped(quote.place)}: {escaped(quote.before)}<b>{escaped(quote.words)}</b>{escaped(quote.after)}"


def _finding(finding: Finding) -> str:
    told = f" (<b>{escaped(standing)}</b>)" if (standing := layout.standing(finding)) else ""
    return f"{finding.severity} {escaped(finding.check)} {escaped(finding.fingerprint)}{told}"


def _behind(part: Part) -> _Part:
    items = ("\n  - ".join(map(_item, (item.text, *item.under))) for item in part.items)
    return _Part(part.heading, tuple(f"- {item}" for item in items), folded=True)
