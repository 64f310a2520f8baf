"""The text breaks off in the middle of a sentence.

## What it flags
A last paragraph that ends without a full stop in mid-sentence or mid-word.

## Why it matters
What was cut may have qualified what is left: the article cannot be quoted as a whole.

## How to settle it
Fetch the article again.

## What it leaves alone
Closing lines of lists, captions, signatures, contact lines; a last sentence that ends in a quotation mark or ellipsis.

## References
CleanEval (Baroni et al. 2008), boilerplate; C4 and RefinedWeb line filters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Confidence, Family, Finding, Role, Severity
from auditor.residue.draft import Draft, Piece, Stage
from auditor.residue.recogniser import Recogniser

_FINAL = tuple(".!?…:;”\"’')]»")
_STATES = frozenset("said says was were is are has have had will would".split())
"""A line that holds one of these is a sentence, not a signature."""
_SIGNATURE_WORDS = 8
"""A last line of its own with as many words, or fewer, may be a signature, a caption or a heading."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report the broken end; cutting the rest would hide it, so there is no edit."""
    for finding in report(CHECK, article, "What followed is missing.", ("How does", "go on?"), end=True):
        yield replace(finding, edit=None)


def _broken(draft: Draft) -> Iterator[Piece]:
    """The last sentence of the article's last paragraph, where it breaks off."""
    own = list(draft.of(Role.BODY, Role.LIST))
    if len(own) < 2 or own[-1].role != Role.BODY or not draft.sentences:
        return
    last = own[-1]
    start, end = draft.sentences[-1]
    words = draft.document.text[start:end].split()
    if last.text.endswith(_FINAL) or end != last.end or len(words) < 2:
        return
    if own[-2].role == Role.BODY and start == last.start and not own[-2].text.endswith(_FINAL):
        return  # Two last lines that end as no sentence does are titles of other articles, or a signature with its place.
    alone = start == last.start and len(words) <= _SIGNATURE_WORDS and words[0][0].isupper()
    if not alone or _STATES.intersection(words):
        yield Piece(start, end, "breaks off in mid-sentence", Confidence.MEDIUM)


RECOGNISER = Recogniser(steps=((Stage.PROSE, _broken),))

CHECK = Check(
    id="truncated-end",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("in mid-sentence", STORY + "\n\nThe engineer had warned of cracks for years. [[Therefore, any new]]"),
        example(
            "in mid-word",
            STORY
            + "\n\n[[Officials said the wall would be raised by two metres and that the work would be paid by the regi]]",
        ),
    ),
    leaves_alone=(
        example("a complete text", STORY),
        example("a quotation at the end", STORY + "\n\nHe had four words: “Just build it again.”"),
        example("a list at the end", STORY + "\n\nThe hall is short of:\n\n- dry socks\n- blankets"),
        example(
            "titles of other articles at the end",
            STORY
            + "\n\nThe night when the great storm of 1911 broke over Mariel\n\nEngineers say that the wall will have to be built anew",
        ),
        example("a name at the end", STORY + "\n\nNadia Haddad"),
        example("furniture at the end", STORY + "\n\nExit mobile version"),
    ),
)
