"""A report as large as any is to be: made by hand, since to audit so many articles takes minutes.

``python -m tests.benchmarks.large_report PAGE`` writes its page, and prints what that takes.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from auditor.model import (
    Article,
    Asked,
    Confidence,
    Document,
    Edit,
    Family,
    Finding,
    Prose,
    Report,
    Severity,
    Side,
    Span,
)
from auditor.reports.html import render

DOCUMENTS = 1_000
KINDS = (
    *((Family.CONFLICT, severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.NOTE)),
    *((Family.QUOTATION, severity) for severity in (Severity.WARNING, Severity.NOTE, Severity.NOTE)),
    *((Family.RESIDUE, severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.WARNING)),
)
"""What each document has a finding of: ten in all."""
_WORDS = "The {boat} left the old harbour at {hour} o'clock on Monday with {people} passengers on board, {who} said. "
_BOATS = "ferry tender launch lighter".split()
_WHO = ("the port authority", "its master", "a pilot of the port")


def report(documents: int = DOCUMENTS) -> Report:
    """A report on so many documents with ten findings each; two documents that follow each other differ in four points."""
    articles = [_article(number) for number in range(documents)]
    findings = [
        _finding(kind, number, articles[number], articles[(number + 1) % documents])
        for number in range(documents)
        for kind in range(len(KINDS))
    ]
    return Report(tuple(articles), tuple(sorted(findings, key=lambda one: one.order)), version="1")


def _article(number: int) -> Article:
    sentences = [
        _WORDS.format(boat=_BOATS[n % 4], hour=n % 12 + 1, people=100 + 7 * number + n, who=_WHO[n % 3])
        for n in range(24)
    ]
    text = "\n\n".join("".join(sentences[n : n + 3]) for n in range(0, 24, 3))
    starts = [text.index(sentence.strip()) for sentence in sentences]
    document = Document(f"corpus/story-{number:04}.txt", text, hashlib.sha256(text.encode()).hexdigest())
    prose = Prose(document.id, text, tuple(zip(starts, [*starts[1:], len(text)], strict=True)), ())
    return Article(document, (), (), prose)


def _finding(kind: int, number: int, mine: Article, theirs: Article) -> Finding:
    family, severity = KINDS[kind]
    here, there = _passengers(mine, kind), _passengers(theirs, kind + len(KINDS))
    differs = family is Family.CONFLICT
    sides = (Side(here.text, (here,)), Side(there.text, (there,)))
    question = f"How many passengers did boat {number}-{kind} carry?"
    return Finding(
        "conflicting-quantity" if differs else "anonymous-source",
        family,
        severity,
        Confidence.HIGH,
        "“passengers” stands here, and more than one sentence is needed. This is the other.",
        here,
        (there,) if differs else (),
        edit=Edit(here, "") if family is Family.RESIDUE else None,
        asked=Asked("number", "", question, sides, "Both hold only if two boats are meant.") if differs else None,
        fingerprint=f"{number:08x}{kind:08x}",
    )


def _passengers(article: Article, sentence: int) -> Span:
    """The number of passengers in a sentence."""
    start, end = article.prose.sentences[sentence]
    words = article.document.text.index("passengers", start, end)
    at = article.document.text.rindex("with ", start, words) + len("with ")
    return article.document.span(at, words + len("passengers"))


def _told(page: str, seconds: float) -> Iterator[str]:
    yield f"{seconds:.2f} s of CPU"
    yield f"{len(page.encode()) / 1e6:.2f} MB"


def main(path: str) -> None:
    """Write the page, and print the time and the size it takes."""
    large = report()
    render(report(2))
    begun = time.process_time()
    page = render(large)
    print(", ".join(_told(page, time.process_time() - begun)))
    Path(path).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
