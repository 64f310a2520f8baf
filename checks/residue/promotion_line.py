"""A call to buy or to try what the site sells stands in the text.

## What it flags
Buttons and slogans such as "Start now free", "Talk to sales" or "Book a demo".

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
People in the story who start, talk or book; instructions of the article.

## References
CleanEval (Baroni et al. 2008), boilerplate; WCXB, Web Content Extraction Benchmark.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, line_pattern, telltale


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "promotes what the site sells",
            r"(?:(?:start|begin|get started|join|try)(?: (?:it|us|now|today|here|your|a|with))* ?(?:(?:for )?free|(?:free )?trial|risk[- ]free)(?: (?:trial|now|today|account|plan))*"
            r"|get started(?: (?:now|today|here|for free))?|(?:talk|speak) (?:to|with) (?:sales|(?:an? |our )?(?:expert|specialist|advisor)s?)(?: today)?"
            r"|(?:book|request|schedule|get|claim|watch|see|grab|download|reserve)(?: (?:a|an|your|my|the|our|free|personali[sz]ed|live|now|quick|full))+ (?:demo|consultation|quote|estimate|e-?book|checklist|template|trial|tour|audit|assessment|whitepaper|white paper|guide|seo [\w ]{2,30})(?: (?:now|today|here))?"
            r"|free (?:download|trial|quote|consultation|demo)(?: (?:now|today))?|contact sales|see (?:our )?(?:plans|pricing)(?: (?:&|and) (?:plans|pricing))?|no credit card (?:required|needed)"
            r"|(?:shop|buy|order|enrol+|donate|apply|register|download|learn more|find out more|discover more)(?: (?:now|today|here))|(?:add to (?:cart|basket|bag|wishlist))|shop (?:all|the (?:collection|sale|look)))[\s.!:»›>→]*",
            120,
            opens="add apply begin book buy claim contact discover donate download enrol enroll find free get grab join learn no order register request reserve schedule see shop speak start talk try watch",
        ),
    ),
    telltale=telltale(
        "reads like a promotion",
        r"\b(?:free trial|get started|book a|request a|demo|discount|special offer|limited time)\b",
    ),
    rank=55,
)

CHECK = Check(
    id="promotion-line",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("a trial", STORY + "\n\n[[START NOW FREE]]"),
        example("sales", STORY + "\n\n[[Talk to sales]]"),
        example("a plan", STORY + "\n\n[[Request Your Free SEO Action Plan]]"),
        example("a demo", STORY + "\n\n[[Schedule Your Personalized Demo!]]"),
        example("a cart", STORY + "\n\n[[Add to cart]]"),
    ),
    leaves_alone=(
        example(
            "a start in prose",
            STORY + "\n\nStart now, the harbour master told them, and they had the first stones up by noon.",
        ),
        example(
            "talk in prose", STORY + "\n\nTalk to sales clerks in the town, and they will tell you that lamps are gone."
        ),
        example("a shop in prose", STORY + "\n\nShop now lies where the inn was; its owner moved in March."),
        example(
            "a demonstration",
            STORY + "\n\nWatch the full demonstration of the pump on the quay, the mayor asked of them.",
        ),
    ),
)
