"""A style sheet, script or markup stands in the text.

## What it flags
A line of CSS rules, JavaScript, JSON or HTML tags.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Sentences with braces, arrows or semicolons; prices, formulas and shell commands in prose.

## References
CleanEval (Baroni et al. 2008), boilerplate; C4 and RefinedWeb line filters.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import ANY_LANGUAGE, Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, line_pattern


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "is code, not text",
            r"(?i)(?:.{0,200}[\w#.\s:,>*-]{1,80}\{[^{}]{0,300}[\w-]{2,30}\s?:\s?[^;{}]{1,80};|.{0,80}\bfunction\s?\w{0,30}\([^)]{0,80}\)\s?\{"
            r"|(?:var|let|const) \w{1,30}\s?=|.{0,20}\b(?:window|document)\.\w{2,30}\s?[=(.]|\s?@(?:media|import|font-face)\b"
            r"|<(?:script|style|iframe)\b[^>]{0,300}>|(?:</?[a-z][^<>]{0,300}>\s{0,9}){1,99}$|\{\s?\"[\w@-]{1,40}\"\s?:|//<!\[cdata\[)",
            100_000,
            holds=("{", "}", "<", "window.", "document.", "var ", "let ", "const ", "@media", "@import", "@font-face"),
            whole=False,
            cased=True,
        ),
    ),
    rank=10,
)

CHECK = Check(
    id="style-or-script",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    languages=ANY_LANGUAGE,
    flags=(
        example("a style sheet", STORY + "\n\n[[#page-body #title { margin-bottom: 2rem; font-size: 24px; }]]"),
        example(
            "a script",
            "[[window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}]]\n\nA storm closes the harbour\n\n"
            + STORY,
        ),
        example("a tag", STORY + '\n\n[[<div class="share">]]'),
    ),
    leaves_alone=(
        example("braces in prose", STORY + "\n\nThe set {1, 2, 3} was on the board."),
        example("a comparison", STORY + "\n\nThe water was < 4 degrees cold."),
        example("windows in prose", STORY + "\n\nThe window. The door. The wall; all gone."),
        example("a function", STORY + "\n\nThe function (a dinner) was cancelled."),
    ),
)
