"""A name is spelled in a way that the table says to avoid.

## What it flags
A spelling that a row of names lists under `avoid`, at its first place in an article.

## Why it matters
One house writes one name in one way, and readers and searches find it.

## How to settle it
Write the name as the row has it, or take the spelling out of the row.

## What it leaves alone
Spellings under `also`; words in quotation marks; parts of longer words. The tables that come along avoid no spelling.

## References
The style book of the newsroom, which the row names.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.reference import looked_up
from auditor.facts.rows import Facts, Spelling
from auditor.model import Article, Asked, ClaimKind, Family, Finding, Severity, Span


def consult(article: Article, facts: Facts) -> Iterator[Finding]:
    """One note for each spelling to be avoided that an article has."""
    for row in facts.spellings:
        for wrong in row.avoid:
            if place := _first(article, wrong):
                yield _finding(place, row)


def _first(article: Article, name: str) -> Span | None:
    """The first place of a name as a word of its own, outside of quotations."""
    text, at = article.prose.text, -1
    while (at := text.find(name, at + 1)) >= 0:
        end = at + len(name)
        whole = not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum()
        if whole and not any(
            one.kind is ClaimKind.QUOTATION and one.span.start <= at < one.span.end for one in article.claims
        ):
            return article.prose.span(at, end)
    return None


def _finding(place: Span, row: Spelling) -> Finding:
    asked = Asked(
        "spelling",
        row.name,
        f"Is it {row.name} or {place.text}?",
        (side([place], f"{place.text}, by the reference {row.name}"),),
        f"The reference writes {row.name} {looked_up(row.origin)}.",
    )
    return CHECK.finding(asked, place)


_STYLE = """
[[name]]
name = "Kyiv"
avoid = ["Kiev"]
source = "https://example.org/style-book"
checked-on = 2026-01-05
"""

CHECK = Check(
    id="spelling-differs-from-reference",
    family=Family.REFERENCE,
    severity=Severity.NOTE,
    since="0.3.0",
    docs=__doc__ or "",
    consult=consult,
    flags=(example("a spelling that a row avoids", "The mission left [[Kiev]], and Kiev was calm.", facts=_STYLE),),
    leaves_alone=(
        example("as the row has it", "The mission left Kyiv on foot.", facts=_STYLE),
        example("in a quotation", "“Kiev is where we stay,” Ana Ruiz said.", facts=_STYLE),
        example("part of a word", "The Kievan Rus traded in furs.", facts=_STYLE),
    ),
)
