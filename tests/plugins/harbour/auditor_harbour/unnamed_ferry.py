"""A ferry is spoken of and never named.

## What it flags
The first mention of a ferry in an article that gives no ferry a name.

## Why it matters
A harbour has several ferries, and a reader cannot tell which one is meant.

## How to settle it
Ask the port office which ferry it was.

## What it leaves alone
An article that names one of its ferries, however late; the word in the name of something else.

## References
The style book of the harbour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.asked import side
from auditor.check import Check, example
from auditor.model import Article, Asked, Family, Finding, Severity

_FERRY = re.compile(r"\bferry\b(?! (?:line|terminal|tickets?)\b)")
_NAMED = re.compile(r"\b(?:ferry|MV|MS) [A-Z]")


def inspect(article: Article) -> Iterator[Finding]:
    """Ask which ferry is meant, where none has a name."""
    text = article.prose.text
    found = _FERRY.search(text)
    if found and not _NAMED.search(text):
        place = article.document.span(*found.span())
        settle = "The port office knows which ferry it was."
        yield CHECK.finding(Asked("ferry", "the ferry", "Which ferry is meant?", (side([place]),), settle), place)


CHECK = Check(
    id="unnamed-ferry",
    family=Family("harbours"),
    severity=Severity.ERROR,
    since="1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(example("no name", "The [[ferry]] ran aground off Halm. Nobody was hurt when the ferry listed."),),
    leaves_alone=(
        example("a name", "The ferry Marta ran aground off Halm."),
        example("a name further on", "The ferry ran aground off Halm. It was the MV Marta, the port office said."),
        example("a ferry line", "The ferry line has withdrawn its offer for the quay."),
    ),
)
