"""A heading has run into the paragraph.

## What it flags
Words in capitals before the first sentence of a paragraph or between two of its sentences; a heading glued to the first word ("What happenedThe").

## Why it matters
A heading read as part of a sentence makes false claims, and one in quotation marks is taken for speech.

## How to settle it
Put the heading on a line of its own, or delete it.

## What it leaves alone
Acronyms; datelines; a whole line in capitals; names with capitals inside; capitals before a colon, which name who speaks or
what sort of piece follows.

## References
CleanEval (Baroni et al. 2008), boilerplate; C4 and RefinedWeb line filters.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Confidence, Family, Finding, Role, Severity
from auditor.residue.draft import Draft, Piece, Stage
from auditor.residue.recogniser import Recogniser
from auditor.text.regex import regex

_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ0-9’'&-]*"
_IN_CAPITALS = regex(
    rf"(?:(?<=[.!?”\"’'] )|^)(?:“{_CAPS}(?: {_CAPS}){{1,11}}[?!]?”|\"{_CAPS}(?: {_CAPS}){{1,11}}[?!]?\"|{_CAPS}(?: {_CAPS}){{1,11}}[?!]?)"
    r"(?= [“\"‘]?[A-ZÀ-Þ][a-zà-þ’'.])"
)
_GLUED = regex(
    r"^[A-ZÀ-Þ][\w’'-]*(?: [\w’'&-]+){0,8}? (?:[a-zà-þ’]{3,}|go|it|do|is|us|me|on|in|up|so|be|by|no)(?=[A-ZÀ-Þ][a-zà-þ]+[ ,’'])"
)
_ACRONYM_LENGTH = 5
"""Capitals up to this length may be an acronym ("NATO", "UNHCR"); a heading has a longer word, measured on news text."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article, "It belongs on a line of its own.", ("Is", "a heading?"))


def _headings(draft: Draft) -> Iterator[Piece]:
    """The headings that run into a paragraph: in capitals, or glued to its first word."""
    for line in draft.of(Role.BODY):
        part = draft.document.text[line.start : line.end]
        found = [one for one in _IN_CAPITALS.finditer(part) if _reads_as_heading(one.group())]
        glued = _GLUED.match(part)
        for one in (*found, *((glued,) if glued else ())):
            yield Piece(line.start + one.start(), line.start + one.end(), "runs into the paragraph", Confidence.MEDIUM)


def _reads_as_heading(run: str) -> bool:
    words = [word.strip('“”"?!:') for word in run.split()]
    longer = any(len(word) > _ACRONYM_LENGTH and word.isalpha() for word in words)
    return len(words) > 1 and (longer or len(words) > _ACRONYM_LENGTH)


RECOGNISER = Recogniser(steps=((Stage.INSIDE, _headings),))

CHECK = Check(
    id="fused-heading",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("capitals before a sentence", STORY + "\n\n[[REPAIRS WILL BE SLOW]] The port has no crane of its own."),
        example(
            "between two sentences",
            STORY + "\n\nThe sea was calm by noon. [[HELP FROM OTHER HARBOURS]] Two tugs came from the south.",
        ),
        example(
            "in quotation marks",
            STORY + "\n\n[[“A WALL THAT COULD NOT HOLD”]] In his report the engineer warned of cracks.",
        ),
        example("glued to the first word", STORY + "\n\n[[What happened]]The wall broke at about four in the morning."),
    ),
    leaves_alone=(
        example("acronyms", STORY + "\n\nThe UN, NATO and the EU sent word. NATO ships are on their way."),
        example("a dateline", "PORT SELLICK — Divers went in on Monday.\n\n" + STORY),
        example(
            "a name with a capital inside",
            STORY + "\n\nMcDonald and DeKlerk own the tugs. The YouTube video shows the wave.",
        ),
        example(
            "who speaks in a transcript",
            STORY + "\n\nCAPTAIN MOREAU: The tugs came late.\n\nRADIO SELLICK EXCLUSIVE: Who left the gate open?",
        ),
        example("a shout in speech", STORY + "\n\n“GET OUT NOW,” he cried."),
        example(
            "a heading on its own line",
            STORY + "\n\nREPAIRS WILL BE SLOW\n\nThe port has no crane of its own, and none can be had before spring.",
        ),
    ),
)
