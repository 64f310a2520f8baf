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
from auditor.residue.draft import Draft, Piece, Stage
from auditor.residue.recogniser import Recogniser
from auditor.text.regex import regex

_SUSPECT = regex(r"[ÂÃÅÄâðŸ\ufffd][^\x00-\x7f]{0,12}")
"""How UTF-8 looks when it was decoded as Latin-1 or Windows-1252: a run of characters that opens with one of these."""
_LETTER = regex("[ÃÅÄ][¡-ª¬-º¼-¿]")
"""A letter of western Europe decoded so ("Ã¥"): the second is a sign that follows no capital, so one is proof enough."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article, "It hides another character.", ("What should", "read?"))


def _damaged(draft: Draft) -> Iterator[Piece]:
    """Damaged characters in the article's own lines, with what should stand there."""
    text = draft.document.text
    for line in draft.lines if not text.isascii() else ():
        for found in _SUSPECT.finditer(text, line.start, line.end) if not line.kind else ():
            repaired = _repaired(found.group())
            if repaired != found.group():
                yield Piece(*found.span(), "was decoded with the wrong character set", replacement=repaired)


def _repaired(run: str) -> str:
    """The run as it should read, or itself where nothing is wrong with it or nobody can tell."""
    from ftfy import fix_encoding  # costs 30 ms, and hardly a text needs it

    repaired = fix_encoding(run)
    return repaired if repaired != run or not _LETTER.fullmatch(run) else _letter(run)


def _letter(run: str) -> str:
    """The letter that two characters are when they were decoded one by one, or the two where they are none."""
    try:
        letter = run.encode("latin-1").decode()
    except UnicodeError:
        return run
    return letter if letter.isalpha() else run


RECOGNISER = Recogniser(steps=((Stage.PROSE, _damaged),))

CHECK = Check(
    id="encoding-damage",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    languages=ANY_LANGUAGE,
    flags=(
        example("an apostrophe", STORY + "\n\nThe port[[â€™]]s own tug sank."),
        example("a letter in a name", STORY + "\n\nThe tug was built by S[[Ã¦]]ther & Sons."),
        example("damaged twice", STORY + "\n\nThe port[[Ã¢â‚¬â„¢]]s own tug sank."),
        example(
            "at the beginning of a line",
            "[[â€œ]]The boats are gone,” she said.",
        ),
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
