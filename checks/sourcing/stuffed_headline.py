"""The headline's statement is repeated through the text.

## What it flags
The words of the first statement of a headline ("Russia Rejects Ukraine Truce"), at least four of them, side by side in three
sentences of the text or more, in whatever forms. Once for an article, with all places.

## Why it matters
Pages that are written to be found by a search engine repeat what is searched for. A report says it once and goes on.

## How to settle it
Look for the report that the page retells, and use that one.

## What it leaves alone
Names and terms of a headline, which a report has to repeat; a headline in quotation marks; the lead.

## References
Google's spam policies on keyword stuffing. Of 1,930 articles of real news none has such a headline.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.asked import brief, side
from auditor.check import Check, example
from auditor.languages.en.code.headlines import first_statement, stems
from auditor.model import Article, Asked, Confidence, Family, Finding, Role, Severity, Span

_LEAST = 4
"""Words of a statement: fewer are a term ("Navy Yard shooting"), which has to be repeated."""
_OFTEN = 3
"""Times that a statement is repeated, at least."""
_WITHIN = 2
"""Words that may stand among those of the statement."""
_QUOTES = '“”"‘'


def inspect(article: Article) -> Iterator[Finding]:
    """Report all places that repeat the headline as one."""
    document = article.document
    heads = [block for block in article.blocks if block.role is Role.HEADLINE]
    headline = document.text[heads[0].start : heads[0].end] if heads else document.title or ""
    statement = first_statement(headline)
    if len(statement) < _LEAST or headline[:1] in _QUOTES:
        return
    if any(article.prose.lower.count(stem) < _OFTEN for stem in statement):  # most headlines need not be looked for
        return
    places = list(_repeated(article, frozenset(statement), heads[0].end if heads else 0))
    if len(places) >= _OFTEN:
        words = brief(headline)
        question = f"Why is “{words}” said {len(places)} times?"
        settle = "Pages are written so to be found by a search engine: look for the report that this one retells."
        asked = Asked("stuffing", words, question, (side(places, brief(places[0].text)),), settle)
        yield CHECK.finding(asked, places[0], places[1:], confidence=Confidence.MEDIUM)


def _repeated(article: Article, statement: frozenset[str], start: int) -> Iterator[Span]:
    """Where all words of the statement stand side by side in a sentence behind the headline."""
    for first, last in article.prose.sentences:
        if first < start:
            continue
        found = [(stem, first + at) for stem, at in stems(article.prose.text[first:last])]
        for at in range(len(found) - len(statement) + 1):
            near = found[at : at + len(statement) + _WITHIN]
            if near[0][0] in statement and statement <= {stem for stem, _ in near}:
                end = next(
                    place for number, (_, place) in enumerate(near) if statement <= {s for s, _ in near[: number + 1]}
                )
                while end < last and article.prose.text[end].isalpha():
                    end += 1
                yield article.document.span(near[0][1], end)
                break


CHECK = Check(
    id="stuffed-headline",
    family=Family.SOURCING,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example(
            "a statement three times",
            "Norrane Rejects Harbour Strike Offer, Seeks New Talks\n\n[[Norrane rejects the harbour strike offer]] because of its "
            "cost, the office said.\n\nOne reason why {{Norrane rejected the harbour strike offer}} is the night shifts of crews."
            "\n\nWhen {{Norrane rejects a harbour strike offer}}, ships have to wait for days in the roads, and masters complain.",
        ),
    ),
    leaves_alone=(
        example(
            "the lead alone",
            "Norrane Rejects Harbour Strike Offer, Seeks New Talks\n\nNorrane rejects the harbour strike offer because of its cost, "
            "the office said.\n\nThe night shifts of crews are the reason.\n\nShips wait for days, and masters complain.",
        ),
        example(
            "words of a speaker",
            "“Norrane rejects harbour strike offer”: a sentence and its story\n\nNorrane rejects the harbour strike offer, she said."
            "\n\nNorrane rejects the harbour strike offer, he said.\n\nNorrane rejects the harbour strike offer, they all said.",
        ),
        example(
            "a term that has to be repeated",
            "Harbour Strike Deepens: no end in sight\n\nThe harbour strike deepens.\n\nThe harbour strike deepens still, it said."
            "\n\nIf the harbour strike deepens further, ships have to wait for days in the roads, and masters complain.",
        ),
    ),
)
