"""The caption of a picture stands in the text.

## What it flags
A line that an agency or a credit marks as the caption of a picture: "FILE PHOTO: ...", "... (AP Photo/...)".

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line, or keep it with the picture.

## What it leaves alone
Captions that nothing marks; sentences about photographs.

## References
CleanEval (Baroni et al. 2008), boilerplate; WCXB, Web Content Extraction Benchmark.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, line_pattern, telltale


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "is the caption of a picture",
            r"(?:file (?:photo|image|pic(?:ture)?)|(?:photo|image|picture) caption)(?: ?[-–—] ?| ?: ?).{4,400}",
            420,
            opens="file image photo picture",
        ),
        line_pattern(
            "is the caption of a picture",
            r"(?s).{8,400}(?:\((?:(?:AP|Photo|Photos?|Image|Picture|File)\b[^()]{0,20}[:/][^()]{2,60}|(?:Photo|Image|Picture)s? (?:by|courtesy of) [^()]{2,60}|Getty Images|Reuters|AFP)\)"
            r"|(?:REUTERS|AFP|EPA|AP Photo)/[A-Z][^\n]{2,60}|/Getty Images)\.?",
            480,
            holds=("Photo", "Image", "Picture", "Getty", "REUTERS/", "AFP", "EPA/", "(Reuters)", "(File"),
            cased=True,
        ),
    ),
    telltale=telltale("reads like the caption of a picture", r"\bfile (?:photo|image)\b|\(pictured\b|\bcaption\b"),
    rank=78,  # before the credits, which they end with
)

CHECK = Check(
    id="photo-caption",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example(
            "a file picture", STORY + "\n\n[[FILE PHOTO: Waves break over the northern wall in an earlier winter]]"
        ),
        example("a credit at its end", STORY + "\n\n[[Boats lie in the next bay after the storm. (Photo: Ilan Moe)]]"),
        example(
            "an agency at its end",
            STORY + "\n\n[[The harbour master looks at what is left of the wall. REUTERS/Ilan Moe]]",
        ),
    ),
    leaves_alone=(
        example(
            "a photograph in prose",
            STORY + "\n\nA photo by Ilan Moe shows the wall in March, before the first stones fell.",
        ),
        example("a picture told", STORY + "\n\nPictured in the book are four walls, all of them broken."),
        example(
            "an agency as a source",
            STORY + "\n\nThe wall will be built again, the minister said on Monday (Reuters reported it first).",
        ),
    ),
)
