"""The credit of a picture stands in the text.

## What it flags
A line that says who took a picture.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line, or keep it with the picture.

## What it leaves alone
Sentences about photographs; captions that tell of the scene.

## References
CleanEval (Baroni et al. 2008), boilerplate; C4 and RefinedWeb line filters.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Confidence, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, line_pattern, telltale


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "credits a picture",
            r"\(?(?:(?:photo(?:graph)?s?|image|picture|illustration|graphic|video|credit|file photo)(?:(?: (?:by|credit|courtesy(?: of)?|source))?\s?[:/|©]| (?:credit|courtesy of))\s?.{2,100}"
            r"|(?:ap|reuters|afp|epa|getty images?)(?: (?:photo|images?))?\s?/\s?.{2,60}|(?!enlarge ).{0,60}/\s?(?:getty images|reuters|afp|epa|ap)|getty images)[\s.)]*",
            140,
            opens="afp ap credit epa file getty graphic illustration image photo photograph photographs photos picture reuters video",
            holds=("/",),
        ),
    ),
    telltale=telltale(
        "reads like a picture credit",
        r"\b(?:photo(?:graph)?s?|image|getty|shutterstock|illustration|credit|pictured?)\b",
    ),
    rank=80,
    inside=Confidence.MEDIUM,  # editors keep some; so do the labels of WCXB
)

CHECK = Check(
    id="photo-credit",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("a credit", STORY + "\n\n[[Photo: Ilan Moe/Veldran Press Agency]]"),
        example("an agency", STORY + "\n\n[[Getty Images]]"),
    ),
    leaves_alone=(
        example("a photograph in prose", STORY + "\n\nPhotographs of the wave were all over the front pages."),
        example("a video in prose", STORY + "\n\nVideo of the wave was seen by thousands."),
        example("an image in prose", STORY + "\n\nImage is everything in this trade, the innkeeper said."),
    ),
)
