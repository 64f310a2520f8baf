"""A link to another article stands in the text.

## What it flags
A line such as "Read more", "Related articles" or "You may also like", alone or with the title it points to.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Sentences that begin with the same words; headings of the article itself.

## References
CleanEval (Baroni et al. 2008), boilerplate; C4 and RefinedWeb line filters.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Confidence, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, line_pattern, telltale


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "points to another article",
            r"(?:read (?:more|also|next|on)|also read|see also|more(?=:)|related(?: (?:videos?|articles?|stor(?:y|ies)|posts?|news|content|topics|reading))?"
            r"|more (?:on this(?: story)?|stories|from \S.{0,40}|news)|you (?:may|might|will|[’']ll) also (?:like|love|enjoy)"
            r"|recommended(?: for you| stories| reading)?|most (?:read|popular|viewed|commented|shared)(?: (?:in|on|this) [\w ]{2,24})?|trending(?: now)?|editors?[’']s?s? picks?"
            r"|click (?:here )?for more (?:from|on|about) .{2,60}|(?:other (?:people|readers)|people|readers|others) (?:also |are also |are |have also )?(?:read|reading|liked?|viewed|watched|bought|shared)(?: (?:this|now|today))?"
            r"|(?:click here(?: (?:for|to read|to see))?\s?){1,4}|don[’']t miss|up next|keep reading|further reading|what to read next)(?:\s?:.{0,160}|[\s.!:…»›>]*)",
            200,
            opens="also click don editor editors further keep more most other others people read readers recommended related see trending up what you",
        ),
        line_pattern(
            "points to another article",
            r"(?s).{1,420} (?:Read more(?:…|\.\.\.)?|Read More|READ MORE)",
            420,
            holds=(" Read more", " Read More", " READ MORE"),
            cased=True,
        ),  # a teaser whose link has run into it
    ),
    telltale=telltale(
        "reads like a link to another article",
        r"\b(?:read|learn|see|view|find out|discover|show) (?:more|all|also|next)\b|\brelated\b|\brecommended\b|\btrending\b|\bpopular\b|\bcheck out\b",
    ),
    rank=120,
    inside=Confidence.MEDIUM,  # editors keep some; so do the labels of WCXB
)

CHECK = Check(
    id="related-link",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("a link that ran into its title", STORY + "\n\n[[Why small harbours want big walls Read more]]"),
        example("a bare label", STORY + "\n\n[[Read More:]]"),
        example("a label with a title", STORY + "\n\n[[Read also: The night of the great storm, hour by hour]]"),
        example("more behind a colon", STORY + "\n\n[[More:How a wall of 1911 came to stand for so long]]"),
        example("what others do", STORY + "\n\n[[Readers also liked]]"),
        example("a call to click, doubled", STORY + "\n\n[[Click here to readClick here to read]]"),
        example("a heading of links", STORY + "\n\n[[You may also like]]"),
    ),
    leaves_alone=(
        example("reading more in prose", STORY + "\n\nRead more slowly, the teacher told them, and they did."),
        example("related in prose", STORY + "\n\nRelated damage to the road has not been counted."),
        example("readers in prose", STORY + "\n\nReaders also liked the old pier, as letters to the paper show."),
        example("more in prose", STORY + "\n\nMore rain is expected on Thursday."),
        example("a survivor not related to anyone", STORY + "\n\nRead aloud in the church, the names took an hour."),
    ),
)
