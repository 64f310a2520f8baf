"""Characters were decoded with the wrong character set.

## What it flags
Runs such as "â€™" for an apostrophe, also when damaged twice.

## Why it matters
Words and quotations that hold them match nothing.

## How to settle it
Apply the edit: it puts back the character.

## What it leaves alone
Letters with accents, other scripts and typographic signs.

## References
ftfy (Robyn Speer), mojibake.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import ANY_LANGUAGE, Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article, "It hides another character.", ("What should", "read?"))


CHECK = Check(
    id="encoding-damage",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    languages=ANY_LANGUAGE,
    flags=(
        example("an apostrophe", STORY + "\n\nThe port[[â€™]]s own tug sank."),
        example("a letter in a name", STORY + "\n\nThe tug was built by S[[Ã¦]]ther & Sons."),
        example("damaged twice", STORY + "\n\nThe port[[Ã¢â‚¬â„¢]]s own tug sank."),
    ),
    leaves_alone=(
        example(
            "accents",
            STORY + "\n\nÂngela and Ägir met at the Café Ålesund; São Tomé, Ðà Nẵng and Île-de-France were far away.",
        ),
        example("typography", STORY + "\n\n“That’s it” – he said… 5 € and 3 °C."),
        example("another script", STORY + "\n\nThe sign read Αθήνα and Москва."),
    ),
)
