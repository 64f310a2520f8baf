"""The headline is repeated in the text.

## What it flags
The headline given a second time as a line, or injected between two sentences of a paragraph.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
A headline whose words the article uses in a sentence of its own; short headlines.

## References
CleanEval (Baroni et al. 2008), boilerplate; C4 and RefinedWeb line filters.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import ANY_LANGUAGE, Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Confidence, Family, Finding, Role, Severity
from auditor.residue.draft import HEAD, Draft, Line, Piece, Stage
from auditor.residue.recogniser import Recogniser

_WORDS = 4
"""A headline of fewer words may stand in a paragraph by chance."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


def _lines(draft: Draft) -> Iterator[Piece]:
    """The lines that say a headline again; far from the headlines that may be a heading."""
    headlines = {line.text.casefold() for line in draft.of(Role.HEADLINE)}
    for number, line in enumerate(draft.lines):
        if line.role == Role.BODY and line.text.casefold() in headlines:
            yield line.piece("repeats the headline", Confidence.HIGH if number < 2 * HEAD else Confidence.MEDIUM)


def _injected(draft: Draft) -> Iterator[Piece]:
    """The places where the first headline stands between two sentences of a paragraph."""
    headline = next(draft.of(Role.HEADLINE), None)
    if headline and len(headline.text.split()) >= _WORDS:
        for line in draft.of(Role.BODY):
            yield from _between(headline.text, draft.document.text, line)


def _between(headline: str, text: str, line: Line) -> Iterator[Piece]:
    at = text.find(headline, line.start, line.end)
    while at >= 0:
        stop = at + len(headline)
        before, after = text[max(line.start, at - 2) : at].strip(), text[stop : stop + 2]
        opens = stop == line.end or (after[:1] == " " and after[1:2].isupper())
        if opens and (not before or before[-1] in '.!?”"'):
            yield Piece(at, stop, "repeats the headline between two sentences")
        at = text.find(headline, stop, line.end)


RECOGNISER = Recogniser(steps=((Stage.HEAD, _lines), (Stage.INSIDE, _injected)))

CHECK = Check(
    id="repeated-headline",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    languages=ANY_LANGUAGE,
    flags=(
        example(
            "given twice", "Storm closes the harbour of Mariel\n\n[[Storm closes the harbour of Mariel]]\n\n" + STORY
        ),
        example(
            "injected in a paragraph",
            "Storm Closes The Harbour Of Mariel\n\n"
            + STORY
            + "\n\nNobody was hurt. [[Storm Closes The Harbour Of Mariel]] The inn took in thirty people.",
        ),
    ),
    leaves_alone=(
        example("said once", "Storm closes the harbour of Mariel\n\n" + STORY),
        example(
            "words of the headline in a sentence",
            "Storm closes harbour\n\n" + STORY + "\n\nThat a storm closes harbour after harbour is new.",
        ),
        example(
            "the headline as part of a sentence",
            "A storm in the north\n\n" + STORY + "\n\nIt was A storm in the north that did it, he wrote.",
        ),
        example(
            "a different line",
            "Storm closes the harbour of Mariel\n\nStorm closes the school of Mariel, too\n\n" + STORY,
        ),
    ),
)
