"""A headline gives a number that its article does not.

## What it flags
A number in digits that counts something in the headline ("171,000 jobs") and that the text gives nowhere, in digits, in words
or rounded. The headline is the one in the text or the one given with it; of the latter the place is the first sentence.

## Why it matters
Most readers see the headline alone. Its number is then nobody's: left from another version, or from another article.

## How to settle it
Find where the number is from, and put it into the text; or take it out of the headline.

## What it leaves alone
Years, days, times, ages between commas and ranks; numbers that announce a list ("5 takeaways"); names and claims of a headline,
which no rule was found to tell: of twenty names that a text lacked two were missed by an editor.

## References
Credibility Coalition indicators (Zhang et al. 2018): title representativeness. Of 12 read on 1,930 articles of real news 10 were
right (one reader); one of the others, "nearly 1 million" for 900,000, is left alone since.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.asked import brief, side
from auditor.check import Check, example
from auditor.languages.en.code.headlines import counts, numbers
from auditor.languages.en.code.numbers import Number
from auditor.model import Article, Asked, Confidence, Family, Finding, Role, Severity, Span

_SHARE = 0.1
"""How far, as a share, a number of the text may be from the headline's and be what that rounds."""
_ADDRESS = "://"
"""What only an address has: a line with one is no headline but what a page was made of."""
_LEAST = 300
"""Characters of a text that could give a number: a shorter one is a teaser."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report each number of the headline that the text does not give."""
    for headline, body, at in _headlines(article):
        if _ADDRESS in headline:
            continue
        wanted = [one for one in counts(headline) if headline[one.start : one.end].strip("$€£ ") not in body]
        if not wanted or len(body) < _LEAST:
            continue
        given = [number.low for number in numbers(body.lower())]
        for one in wanted:
            if not any(abs(number - one.low) <= _SHARE * one.low for number in given):
                yield _finding(article, headline, one, at)


def _headlines(article: Article) -> Iterator[tuple[str, str, Span]]:
    """The headline with the text without it, and its place; of one given with the article, the first sentence's."""
    document = article.document
    heads = [block for block in article.blocks if block.role is Role.HEADLINE]
    if document.title and article.prose.sentences and document.title.strip() not in document.text:
        yield document.title, document.text, document.span(*article.prose.sentences[0])
    else:
        for block in heads[:1]:
            yield (
                document.text[block.start : block.end],
                document.text[block.end :],
                document.span(block.start, block.end),
            )


def _finding(article: Article, headline: str, number: Number, place: Span) -> Finding:
    words = headline[number.start : number.end].strip()
    inside = place.text.find(words)
    if place.text == headline and inside >= 0:
        place = article.document.span(place.start + inside, place.start + inside + len(words))
    question = f"Where is “{words}” in the headline “{brief(headline)}” from?"
    settle = "The text gives no such number, in digits or in words."
    asked = Asked("figure", brief(headline), question, (side([place], words),), settle)
    return CHECK.finding(asked, place, confidence=Confidence.MEDIUM)


_TEXT = (
    "The port office said on Monday that crews had to leave their boats when the storm came. The harbour was closed in the "
    "afternoon and stayed so until the next morning, when the wind had gone down. Masters of vessels in the roads complained "
    "of the cost, and one ship turned back with fruit rotting in her holds. Nobody was hurt, the office said{}."
)

CHECK = Check(
    id="unsupported-headline",
    family=Family.SOURCING,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example(
            "a number of its own", "Storm drives [[340]] sailors from their boats in the harbour\n\n" + _TEXT.format("")
        ),
        example("a share", "Storm costs port [[64]]% of its ships, survey says\n\n" + _TEXT.format("")),
    ),
    leaves_alone=(
        example(
            "in the text",
            "Storm drives 340 sailors from their boats in the harbour\n\n" + _TEXT.format(", of all 340 sailors"),
        ),
        example(
            "in words",
            "Storm drives 12 sailors from their boats in the harbour\n\n" + _TEXT.format(", of all twelve sailors"),
        ),
        example(
            "rounded",
            "Storm drives 340 sailors from their boats in the harbour\n\n" + _TEXT.format(", of all 338 sailors"),
        ),
        example(
            "an address in place of a headline",
            'poster="https://port.example/images/1155968404/340.jpg"\n\n' + _TEXT.format(""),
        ),
        example("a list", "5 takeaways from the storm that closed the harbour\n\n" + _TEXT.format("")),
        example(
            "a year and a day", "Worst storm since 1998 closes harbour on July 4 for a night\n\n" + _TEXT.format("")
        ),
    ),
)
