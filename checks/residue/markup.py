"""Markup stands in a sentence.

## What it flags
Undecoded entities ("&nbsp;", "&#8217;") and tags ("<br>").

## Why it matters
Words and quotations that hold it match nothing.

## How to settle it
Apply the edit: it decodes the entity or takes out the tag.

## What it leaves alone
Ampersands and comparison signs in prose.

## References
HTML Living Standard, named character references.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import ANY_LANGUAGE, Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article, "It belongs to the page, not to the words.")


CHECK = Check(
    id="markup",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    languages=ANY_LANGUAGE,
    flags=(
        example("an entity", STORY + "\n\nThe port[[&#8217;]]s own tug sank."),
        example("a picture in Markdown", STORY + '\n\n[[![](/img/wall.png "The wall")]]\n\nNobody was hurt.'),
        example("a menu in Markdown", "[[- [Coast](/coast/news)]]\n\nA storm closes the harbour\n\n" + STORY),
        example("a paragraph in tags", STORY + "\n\n[[<div>]]The tug sank at noon and nobody was hurt.[[</div>]]"),
        example("a tag", STORY + "\n\nThe tug sank.[[<br />]] Nobody was hurt."),
    ),
    leaves_alone=(
        example("an ampersand", STORY + "\n\nHaddad & Moe own the tug; R&D; is no business of theirs."),
        example("signs", STORY + "\n\nWaves < 3 m and > 1 m were seen."),
        example("a source in Markdown", STORY + "\n\n- [The report on the wall](https://port.example/wall.pdf)"),
        example("an abbreviation", STORY + "\n\nAT&T and P&O sent help."),
    ),
)
