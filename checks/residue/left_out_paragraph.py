"""The extractor left a paragraph of the article out.

## What it flags
A paragraph of a page (HTML) that stands between two paragraphs of the article and is not in its text.

## Why it matters
What the article says there is compared with nothing, and its quotations seem to be nobody's.

## How to settle it
Look at the page; save the whole text of the article as .txt.

## What it leaves alone
Captions, boxes and lists; paragraphs elsewhere on the page; documents that were no page.

## References
Barbaresi 2021, trafilatura; WCXB, Web Content Extraction Benchmark: extractors leave out 2 to 11 % of an article.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.asked import brief, side
from auditor.check import ANY_LANGUAGE, Check, example
from auditor.checks.residue import STORY
from auditor.model import Article, Asked, Confidence, Family, Finding, Severity

_FIRST, _LAST = STORY.split("\n\n")
_MISSED = (
    "The engineer had written in March that the northern wall would not stand another winter, and nobody answered her."
)
_QUOTED = 70
"""Characters of a paragraph that its question quotes."""


def inspect(article: Article) -> Iterator[Finding]:
    """Ask about the paragraphs that were left out behind one place, once for each such place."""
    document = article.document
    places: dict[int, list[str]] = {}
    for end, words in document.left_out:
        places.setdefault(end, []).append(words)
    for end, left_out in sorted(places.items()):
        start = document.text.rfind("\n", 0, end) + 1
        words = brief(left_out[0], _QUOTED)
        before = document.span(start, end)
        question = f"Does the article go on with “{words}”?"
        number = "one paragraph" if len(left_out) == 1 else f"{len(left_out)} paragraphs"
        settle = f"The extractor left out {number} of the page behind this one."
        asked = Asked("left out", words, question, (side([before], words),), settle)
        yield CHECK.finding(asked, before, confidence=Confidence.MEDIUM)


CHECK = Check(
    id="left-out-paragraph",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    languages=ANY_LANGUAGE,
    flags=(
        example("one paragraph", f"[[{_FIRST}]]\n\n{_LAST}", left_out=(_MISSED,)),
        example(
            "two in one place", f"[[{_FIRST}]]\n\n{_LAST}", left_out=(_MISSED, "The council will hear her in June.")
        ),
    ),
    leaves_alone=(
        example("a text that is no page", STORY),
        example("a gap that the article itself has", f"{_FIRST}\n\n[...]\n\n{_LAST}"),
        example("a paragraph that ends on a colon", f"{_FIRST} The engineer wrote:\n\n{_LAST}"),
    ),
)
