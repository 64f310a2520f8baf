"""A quotation mark opens and never closes.

## What it flags
A quotation that opens in a paragraph and is not closed in it, where the next paragraph does not open again.

## Why it matters
Nobody can tell where the speaker ends and the article goes on.

## How to settle it
Find the source; close the quotation where the speech ends.

## What it leaves alone
Running quotations, which open again in each paragraph, or where paragraphs were joined, and close once; posts; apostrophes; feet and inches.

## References
AP style book, quotation marks: no closing mark inside a running quotation.
Of 74 warnings read on 1,930 articles of real news 47 were right (one reader); 15 of those wrong were closed by two apostrophes.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.quotation import shown, version
from auditor.languages.en.code.posts import find_posts
from auditor.languages.en.code.quotations import UNCLOSED, marked_passages
from auditor.model import Article, Asked, Confidence, Family, Finding, Severity


def inspect(article: Article) -> Iterator[Finding]:
    """Report every passage that opens and does not close."""
    posts = list(find_posts(article.prose))
    for passage in marked_passages(article.prose):
        posted = any(post.start <= passage.start <= post.end for post in posts)
        if passage.closed == UNCLOSED and not posted and passage.start < passage.end:
            span = article.document.span(passage.start, passage.end)
            words, settle = shown(span), "It is not closed in its paragraph."
            yield CHECK.finding(
                Asked("quotation", words, f"Where does the quotation “{words}” end?", (version(span),), settle),
                span,
                confidence=Confidence.HIGH,
            )


CHECK = Check(
    id="unclosed-quotation",
    family=Family.QUOTATION,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example("no closing mark", "“[[I keep ringing her phone and it keeps on ringing, he said of his sister.]]"),
        example(
            "a slip in one paragraph",
            'The sum was "[[a first step and not the last. He spoke for an hour.]]\n\n"We will pay," Ana Ruiz said.\n\nThe rest is known.',
        ),
    ),
    leaves_alone=(
        example("closed", "“I keep ringing her phone,” he said of his sister."),
        example(
            "a running quotation",
            "Ana Ruiz said:\n\n“They pulled us out with their hands.\n\n“They asked for nothing.\n\n“We will not forget it.”",
        ),
        example(
            "a running quotation whose paragraphs were joined",
            "Ana Ruiz said: “They pulled us out with their hands. “They asked for nothing. “We will not forget it.” It was noon.",
        ),
        example(
            "a blank before the closing mark",
            'Ana Ruiz said, "Now that we have enough of them, we recommend ... " before she was cut off.\n\nThe board met at noon.',
        ),
        example(
            "a quotation of two paragraphs, closed at the end of the second",
            "Ana Ruiz wrote: “The harbour comes first.\n\nThe crews will be paid before the winter.”\n\nThe board met at noon.",
        ),
        example("apostrophes", "The captain’s brother wasn’t there in the ’90s, nor were the sailors’ wives."),
        example("feet and inches", "The keeper is 6'2\" tall and wears a size 14 boot."),
    ),
)
