"""A section name stands before the first words.

## What it flags
A name of a section in square brackets and capitals at the head of the text.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the tag.

## What it leaves alone
Datelines; brackets inside a sentence or a quotation; editor's notes.

## References
CleanEval (Baroni et al. 2008), boilerplate; C4 and RefinedWeb line filters.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Role, Severity
from auditor.residue.draft import HEAD, Draft, Piece, Stage
from auditor.residue.recogniser import Recogniser
from auditor.text.regex import regex

_TAG = regex(r"\[[A-Z][A-Z &/-]{2,30}\](?=\s)")
"""A section name in brackets before the first word ("[EUROPE] In a move ...")."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


def _tags(draft: Draft) -> Iterator[Piece]:
    """The tags that open one of the first paragraphs."""
    for line in draft.lines[:HEAD]:
        found = _TAG.match(draft.document.text, line.start, line.end) if line.role == Role.BODY else None
        if found:
            yield Piece(*found.span(), "names a section of the site")


RECOGNISER = Recogniser(steps=((Stage.INSIDE, _tags),))

CHECK = Check(
    id="section-tag",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("a region", "[[[COAST]]] " + STORY),
        example("two words", "A storm closes the harbour\n\n[[[WORLD NEWS]]] " + STORY),
    ),
    leaves_alone=(
        example("a dateline", "MARIEL — The harbour was closed on Monday after a storm broke its wall.\n\n" + STORY),
        example("brackets in a quotation", STORY + "\n\n“They [the port] knew,” she said."),
        example(
            "an addition by the editor", STORY + "\n\n[Editor's note: the figure was corrected.] The wall was old."
        ),
        example("brackets later in the text", STORY + "\n\nThe report [ANNEX] was not published."),
    ),
)
