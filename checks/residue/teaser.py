"""The teaser of another article stands in the text.

## What it flags
Headlines and summaries of other articles, where the page around them looks like a list of links.

## Why it matters
What another article says is taken for a statement of this one.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
The article's own headline and headings, and its closing paragraphs.

## References
CleanEval (Baroni et al. 2008), boilerplate; WCXB, Web Content Extraction Benchmark.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Confidence, Family, Finding, Severity
from auditor.residue.draft import Draft, Piece, Stage
from auditor.residue.recogniser import Recogniser, telltale

_LABEL, _TITLE = 40, 140
"""Characters of the longest label over links, and of the longest title among them."""
_MENU_WORDS = 4
"""A menu entry has no more words; a headline has more."""
_HEADLINE_WORDS = 6
"""Words from which a title is a headline rather than a heading."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


def _under_labels(draft: Draft) -> Iterator[Piece]:
    """The titles that follow a label such as "Related articles".

    A title that prose follows is a heading, unless it ends a list of titles and is as long as headlines are.
    """
    labelled = followed = False
    for line, after in zip(draft.lines, [*draft.lines[1:], None], strict=False):
        headline = followed and len(line.text.split()) >= _HEADLINE_WORDS
        heads = not headline and after is not None and _heads(line.text, after.text)
        followed = not line.kind and labelled and _is_title(line.text) and not heads
        if followed:
            yield line.piece("follows a label of links", Confidence.MEDIUM)
        else:
            labelled = line.kind == "related-link" and len(line.text) <= _LABEL


def _heads(title: str, following: str) -> bool:
    """Whether what follows a title is a paragraph under it: no title, and a good deal longer."""
    return len(following) >= 1.5 * len(title) and not _is_title(following)


def _is_title(text: str) -> bool:
    short = len(text) <= _TITLE and len(text.split()) > _MENU_WORDS
    return short and text[-1] not in '.:;,”"' and text[0].isupper()


RECOGNISER = Recogniser(
    telltale=telltale("reads like the teaser of another article", ""),  # what no other class knows
    steps=((Stage.LINES, _under_labels),),
    rank=910,
)

CHECK = Check(
    id="teaser",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("under a label", STORY + "\n\nRelated articles\n\n[[Why small harbours want big walls]]"),
        example(
            "the last of a list before the article goes on",
            STORY
            + "\n\nSee also\n\n[[Two towns that will share a ferry]]\n\n[[What the harbour master wrote in her book]]\n\n"
            + STORY,
        ),
    ),
    leaves_alone=(
        example("the headline", "A storm closes the harbour of Mariel\n\n" + STORY),
        example("a closing paragraph", STORY + "\n\nThe next storm is expected on Thursday."),
        example(
            "a subheading",
            STORY
            + "\n\nHow the wall came to break\n\nThe engineer had written in March that the northern wall would not stand another winter, and nobody answered him.",
        ),
    ),
)
