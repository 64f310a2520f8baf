"""A language model speaks about its own text.

## What it flags
"Here is the rewritten article:", "Sure! Here's a polished version", "As an AI language model".

## Why it matters
The text was made or rewritten by a machine and nobody read it: its facts and quotations need a second look.

## How to settle it
Go back to the source text; delete the line.

## What it leaves alone
Articles about language models, and speech that begins alike.

## References
Common Corpus and FineWeb filters on model refusals.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, line_pattern


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "is what a language model says of its own text",
            r"(?:(?:sure(?: thing)?|certainly|of course|absolutely|great question)[!,.] (?:here(?:[’']s| is| are)|below is|let me|i can|i[’']ll|i[’']d be happy)\b.{0,160}"
            r"|here(?:[’']s| is| are) (?:the|a|an|your|my) (?:[\w-]{1,20} ){0,2}(?:rewritten|revised|rewrite|reworded|polished|paraphrased?|translated|shortened|proofread)\b.{0,100}[:.!]"
            r"|here(?:[’']s| is) (?:the|a|an|your|my) (?:[\w-]{1,20} )?(?:summary|draft|version|translation) of (?:the|your|this) (?:article|text|story|passage)\b.{0,60}[:.!]"
            r"|as an ai(?:(?: language)? (?:model|assistant)\b|,? i\b).{0,160}|as a (?:large )?language model\b.{0,160}|i[’']m sorry,? but (?:i|as an)\b.{0,160}"
            r"|(?:let me know|please let me know) if (?:you|there).{0,100}|i hope this (?:helps|meets).{0,80}|would you like me to\b.{0,100}\?"
            r"|my (?:knowledge|training) (?:cutoff|data)\b.{0,120}|\[?(?:note|disclaimer): (?:this|the) (?:text|article|content|summary) (?:was|is) (?:generated|written|produced) by (?:an? )?(?:ai|language model)\b.{0,100})",
            240,
            opens="absolutely as certainly disclaimer great here i let my note of please sure would",
        ),
    ),
)

CHECK = Check(
    id="model-artefact",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("an announcement", STORY + "\n\n[[Here is the rewritten article:]]"),
        example("an answer", STORY + "\n\n[[Sure! Here's a polished version of your text.]]"),
        example("a refusal", STORY + "\n\n[[As an AI language model, I cannot confirm these figures.]]"),
    ),
    leaves_alone=(
        example("speech", STORY + "\n\n“Sure, here we go again,” said the innkeeper."),
        example("in prose", STORY + "\n\nHere is the harbour as the painter saw it."),
        example("about models", STORY + "\n\nThe language model of the port office predicts waves."),
    ),
)
