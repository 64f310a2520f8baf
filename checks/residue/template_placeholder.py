"""A placeholder of a template was never filled in.

## What it flags
"[INSERT CHART]", "{{title}}", "Lorem ipsum ...", "Headline goes here".

## Why it matters
Something that belongs to the article is missing, or the text was never finished.

## How to settle it
Put in what is missing, or delete the line.

## What it leaves alone
Additions in brackets and editor's notes.

## References
CleanEval (Baroni et al. 2008); C4 filters on “lorem ipsum”.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, line_pattern


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "is a placeholder of a template",
            r"[\[<{]{1,2}\s?(?:insert|tk\b|todo|tbc\b|tbd\b|placeholder|headline|caption|image|photo|chart|graphic|embed|ad slot|add|your|summary|pull ?quote|video|gallery)\b[^\[\]{}<>]{0,80}[\]>}]{1,2}"
            r"|lorem ipsum\b.{0,400}|\{\{?\s?[\w.]{2,40}\s?\}?\}|%[a-z_]{3,30}%|(?:headline|caption|body text|title) (?:goes )?here|tk tk(?: tk)?",
            420,
            opens="ad add body caption chart embed graphic headline image insert lorem photo placeholder pull tbc tbd title tk todo video your",
            holds=("[", "{", "%"),
        ),
    ),
)

CHECK = Check(
    id="template-placeholder",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("a chart", STORY + "\n\n[[[INSERT CHART: boats in the bay]]]"),
        example("filler", STORY + "\n\n[[Lorem ipsum dolor sit amet, consectetur adipiscing elit.]]"),
    ),
    leaves_alone=(
        example("an addition in a quotation", STORY + "\n\n“[Your] wall will not stand,” he wrote."),
        example("an editor's note", STORY + "\n\n[Editor's note: the figure was corrected.]"),
        example("in prose", STORY + "\n\nInsert a coin and the old lamp still turns."),
    ),
)
