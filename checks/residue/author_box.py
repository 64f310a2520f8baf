"""The author box stands in the text.

## What it flags
A heading such as "Author" with the lines that follow, and a biography at the end.

## Why it matters
What a biography says of its author is taken for a statement of the article ("a second-year student").

## How to settle it
Delete the box, or move it to the byline.

## What it leaves alone
People who are introduced in the article; a byline; a closing paragraph about somebody in the story.

## References
Trust Project, author expertise; CleanEval.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Confidence, Family, Finding, Role, Severity
from auditor.residue.draft import Draft, Line, Piece, Stage
from auditor.residue.recogniser import Recogniser, telltale
from auditor.text.regex import regex

_HEADING = regex(r"(?:about (?:the )?authors?|authors?|author (?:bio|profile)|written by|about the writer)\s?:?", re.I)
_NAMED = r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?[A-ZÀ-Þ][\w’'.-]{1,40}(?: [A-ZÀ-Þ][\w’'.-]{1,40}){1,3}"
_BIO = regex(
    rf"{_NAMED} (?:(?:is|was|has been|serves as|works as|writes|covers|reports)\b[^.]{{0,90}}\b(?:correspondent|reporter|writer|author|"
    r"journalist|columnist|editor|candidate|student|fellow|lecturer|researcher|professor|analyst|contributor|freelancer|blogger|"
    r"for (?:the|this) (?:site|paper|magazine|newspaper))\b"
    r"|(?:covers|writes about|reports on|edits)\b[^.]{0,60}\bfor (?:the )?[A-ZÀ-Þ]"
    r"|has (?:reported|written|covered|edited)\b[^.]{0,60}\bsince \d{4}\b)"
    r"|(?:He|She|They) (?:(?:currently )?(?:lives?|is based|are based|resides?) in [A-ZÀ-Þ]|(?:also )?(?:runs?|writes?|hosts?|edits?) (?:a|the|for)\b[^.]{0,60}\b(?:newsletter|blog|podcast|column)\b)"
    r"|(?:(?:Freelance |Staff |Senior )?(?:[Ww]riter|[Jj]ournalist|[Rr]eporter|[Ee]ditor|[Bb]logger|[Aa]uthor|[Cc]olumnist)\b[^.]{0,60}\. ?)(?:Contributor|Based|Author|Host|Founder|Editor|Writer)\b"
)
_LAST = 4
"""A biography without a heading stands among as many last lines."""
_WITHIN = ("share-control", "style-or-script")
"""What may stand in a box without ending it."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


def _boxes(draft: Draft) -> Iterator[Piece]:
    """A heading that says so in the second half, with what follows it to the end, or a biography near the end.

    None is sure: editors keep some, and so do the labels of WCXB.
    """
    late = len(draft.lines) // 2
    opened = False
    for number, line in enumerate(draft.lines):
        if number >= late and _HEADING.fullmatch(line.text):
            opened = True
            yield line.piece("heads an author box", Confidence.MEDIUM, Role.BIO)
        elif line.role == Role.RESIDUE:
            opened = opened and line.kind in _WITHIN
        elif opened:
            yield line.piece("stands in an author box", Confidence.MEDIUM, Role.BIO)
        elif number > 1 and number >= len(draft.lines) - _LAST and _is_biography(line):
            yield line.piece("is a biography at the end", Confidence.MEDIUM, Role.BIO)


def _is_biography(line: Line) -> bool:
    return bool(_BIO.match(line.text)) and not any(mark in line.text for mark in '“”"')


RECOGNISER = Recogniser(
    telltale=telltale(
        "reads like an author's box",
        r"^by [A-Z]|\b(?:author|written by|reviewed by|editor|writer|journalist|contributor)\b",
    ),
    steps=((Stage.PAGE, _boxes),),
    rank=90,
)

CHECK = Check(
    id="author-box",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example(
            "a box with its heading",
            STORY
            + "\n\n[[Author]]\n\n  [[• Dr. Nadia Haddad]]\n\n    [[Nadia Haddad is a doctoral candidate at the University of Oslo.]]",
        ),
        example(
            "a biography at the end",
            STORY
            + "\n\nThe wall was built in 1911.\n\n[[Nadia Haddad is our coast correspondent. She has reported from here since 2009.]]",
        ),
    ),
    leaves_alone=(
        example(
            "a person of the story",
            STORY
            + "\n\n“We will rebuild,” said Nadia Haddad, the reporter who owns the boat.\n\nThe wall was built in 1911.",
        ),
        example("a byline", "A storm closes the harbour\n\nBy Nadia Haddad, coast correspondent\n\n" + STORY),
        example(
            "an author in prose",
            STORY + "\n\nThe author of the report, an engineer, had warned of this.\n\nThe wall was built in 1911.",
        ),
        example(
            "a closing paragraph",
            STORY
            + "\n\nThe wall was built in 1911.\n\nNadia Haddad, who runs the inn, has not slept since the weekend.",
        ),
    ),
)
