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

import html
from collections.abc import Iterator

from auditor.check import ANY_LANGUAGE, Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity
from auditor.residue.draft import Draft, Piece, Stage
from auditor.residue.recogniser import Recogniser, line_pattern
from auditor.text.regex import regex

_ENTITY_OR_TAG = regex(
    r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
    r"|</?(?:p|br|b|i|u|em|strong|a|div|span|img|figure|figcaption|h[1-6]|ul|ol|li|blockquote|iframe|script|style|section|table|t[rdh])\b[^<>]{0,300}>"
)


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article, "It belongs to the page, not to the words.")


def _entities_and_tags(draft: Draft) -> Iterator[Piece]:
    """Entities and tags in the article's own lines, with what should stand there."""
    for line in draft.lines:
        for found in _ENTITY_OR_TAG.finditer(draft.document.text, line.start, line.end) if not line.kind else ():
            replacement = html.unescape(found.group()) if found.group()[0] == "&" else ""
            if replacement != found.group():
                yield Piece(*found.span(), "is markup that was not taken out", replacement=replacement)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "is a picture or a menu's link in Markdown",
            r"!\[.{0,200}\]\(\S{1,500}(?: \".{0,200}\")?\)|[*+-] \[.{1,80}\]\([/#]\S{0,300}\)",
            420,
            holds=("[",),
        ),
    ),
    steps=((Stage.PROSE, _entities_and_tags),),
)

CHECK = Check(
    id="markup",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
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
