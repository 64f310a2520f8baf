"""The report as a comment on a pull request: GitHub's Markdown, cut to what GitHub accepts.

Nothing an article says can break out of its place: every character that Markdown, HTML or GitHub would read as more
than itself is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.model import Evidence, Finding, Problem, Report, Severity
from auditor.reports import layout
from auditor.reports.harmless import plain
from auditor.reports.layout import Entry, Pair, Places, Quote, Section
from auditor.reports.word_diff import Side, side_by_side

MOST_CHARACTERS = 65_000
"""Length of the report; GitHub refuses comments of more than 65,536 characters."""

MOST_CONSISTENT = 5
"""Pairs listed as checked and consistent for one document; the heading states the cap where it cuts."""

MOST_CONFIRMED = 10
"""Claims listed as confirmed by independent articles, and groups of copies; the headings state the cap where it cuts."""

MOST_PROBLEMS = 20
"""Problems listed; the heading states the cap where it cuts."""

_LAST = len(Severity)
_NO_BREAK = "\u200b"
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$&]|^[-+=#]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\d+)(?=[.)])")
# GitHub finds names and numbers in the finished page, where a backslash is gone: only a character between helps.
_MENTION = re.compile(r"(@|#|\bGH-)(?=\w)", re.IGNORECASE)


def render(report: Report) -> str:
    """The report as GitHub Markdown of at most ``MOST_CHARACTERS`` characters, stating what was left out."""
    places = Places(report)
    top = [
        "## Discrepancy report",
        escaped(layout.summary(report)),
        *_problems(report.problems),
        *_settled(report),
        *_agreed(report, places),
    ]
    parts = [part for section in layout.sections(report) for part in _parts(section, places)]
    room = MOST_CHARACTERS - len(_joined([*top, _left_out(parts, report)]))
    kept = _kept(parts, room)
    left_out = [part for number, part in enumerate(parts) if number not in kept]
    if left_out:
        top.append(_left_out(left_out, report))
    return _joined([*top, *(part.text for number, part in enumerate(parts) if number in kept)])


def escaped(text: str) -> str:
    """The text on one line, so that GitHub shows exactly its characters and links, counts or calls nobody."""
    text = _MENTION.sub(rf"\1{_NO_BREAK}", plain(text))
    return _NUMBERED.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", text))


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the report that is kept or left out as a whole; the lowest rank is kept first.

    ``section`` is the number of its document, ``lists`` whether a finding is listed here, not only referred to.
    """

    section: int
    rank: int
    text: str
    lists: bool = False


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _kept(parts: list[_Part], room: int) -> set[int]:
    """The numbers of the parts that fit: by rank, then in order, each with the heading of its document."""
    headings = {part.section: number for number, part in reversed(list(enumerate(parts)))}
    kept: set[int] = set()
    for number in sorted(range(len(parts)), key=lambda number: (parts[number].rank, number)):
        wanted = {number, headings[parts[number].section]} - kept
        room -= sum(len(parts[one].text) + len("\n\n") for one in wanted)
        if room < 0:
            break
        kept |= wanted
    return kept


def _left_out(parts: list[_Part], report: Report) -> str:
    """What the cap cut, in words."""
    findings = sum(part.lists for part in parts)
    return (
        f"**Cut to {MOST_CHARACTERS:,} characters:** {findings:,} of "
        f"{layout.counted(len(report.findings), 'finding')} and {len(parts) - findings:,} other parts are left out, "
        "the least severe first. The other report formats have them all."
    )


def _problems(problems: tuple[Problem, ...]) -> Iterator[str]:
    if not problems:
        return
    yield f"**Problems ({layout.shown(MOST_PROBLEMS, len(problems))}): this report is incomplete**"
    yield "\n".join(f"- {_problem(problem)}" for problem in problems[:MOST_PROBLEMS])


def _agreed(report: Report, places: Places) -> Iterator[str]:
    """The claims that independent articles make, and the articles that are not independent."""
    claims = layout.confirmed(report)
    if claims:
        said = (_item(layout.said(one, places)) for one in claims[:MOST_CONFIRMED])
        yield _folded(f"Confirmed by independent articles ({layout.shown(MOST_CONFIRMED, len(claims))})", said)
    copies = layout.copied(report, places)
    if copies:
        listed = ("\n  - ".join(map(_item, (one.line, *one.edits))) for one in copies[:MOST_CONFIRMED])
        yield _folded(f"Copies of one article ({layout.shown(MOST_CONFIRMED, len(copies))})", listed)


def _settled(report: Report) -> Iterator[str]:
    """How many findings count, the known ones that are gone, decisions to look at again, and what touches the gate itself."""
    if told := layout.gate_line(report):
        yield f"Findings: {escaped(told)}."
    for heading, lines in (
        ("Fixed", [layout.known_line(one) for one in report.fixed]),
        ("Decisions to look at again", [layout.lapsed_line(one) for one in report.lapsed]),
        (layout.TOUCHED, layout.touched_lines(report)),
    ):
        if lines:
            listed = map(_item, lines[:MOST_CONFIRMED])
            yield _folded(f"{heading} ({layout.shown(MOST_CONFIRMED, len(lines))})", listed)


def _item(line: str) -> str:
    return escaped(layout.shortened(line))


def _problem(problem: Problem) -> str:
    place = escaped(layout.problem_place(problem))
    error = escaped(layout.shortened(problem.error))
    return f"{place}: {error}" if place else error


def _parts(section: Section, places: Places) -> Iterator[_Part]:
    """The heading of the document, each of its findings, and what else is known of it."""
    number = section.number
    yield _Part(number, _LAST, _heading(section))
    for entry in section.entries:
        yield _Part(number, _rank(entry.finding), _entry(entry, places), lists=entry.home is None)
    details = "\n\n".join(_details(section, places))
    yield _Part(number, _LAST + 1, details)


def _rank(finding: Finding) -> int:
    """What counts is kept before what is known or dismissed, and before what is only possible."""
    return finding.severity.rank if finding.counts and not finding.possible else _LAST


def _heading(section: Section) -> str:
    document = section.document
    title = f" {escaped(document.title)}" if document.title else ""
    found = layout.severities_line(section.severities) if section.entries else "No findings."
    copies = f"\n\n{escaped(layout.copies_line(section))}" if section.copies else ""
    return f"### {escaped(document.id)}{title}\n\n{escaped(found)}{copies}"


def _entry(entry: Entry, places: Places) -> str:
    finding = entry.finding
    quotes, left_out = places.sides(entry)
    see = f" (see {_place(places.quote(entry.home))})" if entry.home else ""
    lines = [
        f"- **{'possible' if finding.possible else finding.severity}** {escaped(finding.check)} at {quotes[0].position}{see}, "
        f"{finding.confidence} confidence{_standing(finding)}: {escaped(finding.message)}",
    ]
    if not finding.counts or finding.possible:
        return lines[0]
    lines += [f"  - {_place(quote)}: {_quoted(quote)}" for quote in quotes]
    if left_out:
        lines.append(f"  - and {layout.counted(left_out, 'more place')}")
    if entry.home is None and (sides := side_by_side(finding)):
        lines += [f"  - {escaped(side.document)} | {_told(side)}" for side in sides]
    if finding.edit:
        lines.append(f"  - edit: {escaped(layout.proposal(finding.edit))}")
    return "\n".join(lines)


def _told(side: Side) -> str:
    """One of two tellings, what differs in bold."""
    return " ".join(f"<b>{escaped(piece.text)}</b>" if piece.differs else escaped(piece.text) for piece in side.pieces)


def _standing(finding: Finding) -> str:
    """The fingerprint by which a person decides, and what was known or decided before."""
    told = layout.standing(finding)
    return f", {finding.fingerprint}{f' (<b>{escaped(told)}</b>)' if told else ''}"


def _quoted(quote: Quote) -> str:
    """The words in bold in their line; as tags, since asterisks bind only next to some characters."""
    return f"{escaped(quote.before)}<b>{escaped(quote.words)}</b>{escaped(quote.after)}"


def _place(quote: Quote) -> str:
    return escaped(quote.place)


def _details(section: Section, places: Places) -> Iterator[str]:
    if section.consistent:
        heading = f"Checked and consistent ({layout.shown(MOST_CONSISTENT, len(section.consistent))})"
        listed = section.consistent[:MOST_CONSISTENT]
        yield _folded(heading, (_compared(pair, places) for pair in listed))
    if section.not_comparable:
        reasons = (
            f"{escaped(pair.reason)} ({pair.count:,}), e.g. {_both(pair, places)}" for pair in section.not_comparable
        )
        yield _folded("Could not be compared, because", reasons)
    written = f"Written {escaped(layout.written(section.article.window))}"
    evidence = [_evidence(one, places) for one in section.article.window.evidence]
    yield f"{written}: {'; '.join(evidence)}" if evidence else written


def _folded(heading: str, items: Iterable[str]) -> str:
    """A list that opens on a click; the empty lines make GitHub read Markdown inside the tags."""
    listed = "\n".join(f"- {item}" for item in items)
    return f"<details><summary>{heading}</summary>\n\n{listed}\n\n</details>"


def _compared(pair: Pair, places: Places) -> str:
    return f"{escaped(layout.outcome(pair))}: {_both(pair, places)}{layout.more_alike(pair)}"


def _both(pair: Pair, places: Places) -> str:
    """Both quotes of a pair, with their places."""
    quotes = (places.quote(span, context=0) for span in (pair.here, pair.there))
    return ", ".join(f"“{escaped(quote.words)}” {_place(quote)}" for quote in quotes)


def _evidence(evidence: Evidence, places: Places) -> str:
    if evidence.span is None:
        return escaped(evidence.reason)
    quote = places.quote(evidence.span, context=0)
    return f"{escaped(evidence.reason)}: “{escaped(quote.words)}” {_place(quote)}"
