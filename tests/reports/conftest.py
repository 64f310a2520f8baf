"""A small hand-made report on four articles, and ways to make others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from auditor.model import (
    Article,
    Basis,
    Block,
    Claim,
    ClaimKind,
    Comparison,
    Confidence,
    Document,
    Edit,
    Evidence,
    Family,
    Finding,
    Problem,
    Prose,
    Report,
    Role,
    Severity,
    Span,
    Timex,
    Verdict,
    Window,
)

TALKS = """Second round of talks ends in Istanbul

Share
The second round of talks in Istanbul was held on 2 June 2025, three years into the war.
“We are ready to continue,” the delegation's head said. Officials put the cost at about $61 billion.
"""
REPLY = """Delegations leave Istanbul
They left after the second round of talks in Istanbul on 5 June 2025. The war has entered its second year.
The aid comes to $60.8 billion, according to the ministry. An earlier round was held on 27 February.
"""
HOSTILE = """<script>alert("x")</script> and "quotes' & <b onmouseover=alert(1)>more</b>
# Not a heading | `code` *stars* _lines_ [link](javascript:alert(1)) ![image](http://example.org/x.png)
</mark></article><img src=x onerror=alert(1)> @someone #12 \x1b[31mred\x1b[0m
"""
QUIET = "Ferries run again between the islands.\n"


def document(name: str, text: str, **given: str) -> Document:
    return Document(name, text, hashlib.sha256(text.encode()).hexdigest(), path=name, **given)


def article(one: Document, window: Window | None = None, blocks: tuple[Block, ...] = ()) -> Article:
    return Article(one, blocks, (), Prose(one.id, one.text, (), ()), (), window or Window())


def place(one: Document, words: str) -> Span:
    start = one.text.index(words)
    return one.span(start, start + len(words))


def comparison(verdict: Verdict, reason: str, left: Span, right: Span) -> Comparison:
    claims = (Claim(ClaimKind.DATE, span, Timex("2025-06-02")) for span in (left, right))
    return Comparison("conflicting-round-date", verdict, *claims, reason)


@pytest.fixture(scope="session")
def sample() -> Report:
    """Four documents with a conflict, overlapping findings, residue, hostile text, and one without findings."""
    talks = document(
        "talks.txt", TALKS, title="Second round of talks", source="The Daily", url="https://example.org/a?b=1&c=2"
    )
    reply = document("reply.txt", REPLY, date="June 2025", byline="A. Writer")
    hostile = document("<hostile> |\"'`.txt", HOSTILE, title="<script>alert(2)</script>", url="javascript:alert(3)")
    quiet = document("quiet.txt", QUIET)
    second_june, fifth_june = place(talks, "2 June 2025"), place(reply, "5 June 2025")
    share = place(talks, "Share\n")
    billions = place(talks, "about $61 billion"), place(reply, "$60.8 billion")
    findings = (
        Finding(
            "conflicting-round-date",
            Family.CONFLICT,
            Severity.ERROR,
            Confidence.HIGH,
            "The second round in Istanbul is dated “2 June 2025” here and “5 June 2025” in reply.txt.",
            second_june,
            (fifth_june,),
            fingerprint="aa11",
        ),
        Finding(
            "conflicting-start",
            Family.CONFLICT,
            Severity.WARNING,
            Confidence.MEDIUM,
            "Both hold only if reply.txt was written in 2023-24; it states no date.",
            place(talks, "2 June 2025, three years into the war"),
            (place(reply, "has entered its second year"),),
            fingerprint="bb22",
        ),
        Finding(
            "share-button",
            Family.RESIDUE,
            Severity.NOTE,
            Confidence.HIGH,
            "“Share” is a button of the page, not a sentence of the article.",
            share,
            edit=Edit(share, ""),
            fingerprint="cc33",
        ),
        Finding(
            "markup-left",
            Family.RESIDUE,
            Severity.NOTE,
            Confidence.LOW,
            'Markup <script>alert("x")</script> was left\nin the `text` | with *stars*.',
            place(hostile, HOSTILE.splitlines()[0]),
            (place(hostile, HOSTILE.splitlines()[1]),),
            edit=Edit(place(hostile, "<script>"), "<b>"),
            fingerprint="dd44",
        ),
    )
    comparisons = (
        comparison(Verdict.CONFLICT, "different days", second_june, fifth_june),
        comparison(Verdict.COMPATIBLE, "rounding", *billions),
        comparison(Verdict.COMPATIBLE, "rounding", *billions),
        comparison(Verdict.AGREE, "", place(talks, "Istanbul"), place(reply, "Istanbul")),
        comparison(Verdict.NOT_COMPARABLE, "another <round>", second_june, place(reply, "27 February")),
    )
    window = Window(
        date(2025, 2, 24),
        None,
        (Evidence("elapsed since February 2022", place(talks, "three years into the war")),),
    )
    given = Window(date(2025, 6, 1), date(2025, 6, 30), (Evidence("date given with the document", basis=Basis.GIVEN),))
    blocks = (
        Block(Role.HEADLINE, 0, TALKS.index("\n")),
        Block(Role.RESIDUE, share.start, share.end - 1),
    )
    return Report(
        (article(talks, window, blocks), article(reply, given), article(hostile), article(quiet)),
        tuple(sorted(findings, key=lambda finding: finding.order)),
        tuple(sorted(comparisons, key=lambda one: one.order)),
        (Problem("cannot be <decoded> as UTF-8", document="broken.txt"), Problem("ValueError: x", check="some-check")),
        version="0.1.0",
    )


@pytest.fixture(scope="session")
def empty() -> Report:
    """A report on nothing."""
    return Report((), version="0.1.0")


@pytest.fixture(scope="session")
def report_of() -> Callable[..., Report]:
    """A maker of reports on one text with findings at the places given."""

    def make(text: str, *places: tuple[int, int], message: str = "m", check: str = "c") -> Report:
        digest = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
        source = Document("a.txt", text, digest, path="a.txt")
        findings = tuple(
            Finding(
                check,
                Family.RESIDUE,
                Severity.NOTE,
                Confidence.HIGH,
                message,
                source.span(start, end),
                fingerprint="ee55",
            )
            for start, end in places
        )
        return Report((article(source),), tuple(sorted(findings, key=lambda finding: finding.order)), version="1")

    return make


@pytest.fixture(scope="session")
def many(sample: Report) -> Callable[[int], Report]:
    """A maker of reports that hold the findings of the sample's first document many times over."""

    def make(times: int) -> Report:
        findings = [
            replace(finding, message=f"{number:05d} {finding.message}")
            for finding in sample.findings
            for number in range(times)
        ]
        return replace_findings(sample, findings)

    return make


def replace_findings(report: Report, findings: list[Finding]) -> Report:
    ordered = tuple(sorted(findings, key=lambda finding: finding.order))
    return Report(report.articles, ordered, report.comparisons, report.problems, report.version)
