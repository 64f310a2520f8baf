"""A line by which the page earns money stands in the text.

## What it flags
Disclosures of commissions, links to a shop with or without a price, and codes for a discount.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Sentences about prices, shops and commissions; a price in a table of the article.

## References
CleanEval (Baroni et al. 2008), boilerplate; WCXB, Web Content Extraction Benchmark.
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
            "earns money for the page",
            r"(?:.{0,120}\b(?:(?:we|i|us) (?:may|might|can|will)? ?(?:earn|receive|get|make) (?:a |an )?(?:small |affiliate )?commissions?\b"
            r"|(?:we|i)\b.{0,40}\b(?:earn|get|receive) (?:money|a (?:fee|share|percentage|cut)) (?:from|on|when|if|for)\b).{0,200}"
            r"|as an amazon (?:associate|affiliate)\b.{0,160}|.{0,80}\b(?:contains?|includes?|uses?|these are) affiliate links\b.{0,200}|affiliate (?:disclosure|disclaimer)\b.{0,200}"
            r"|(?:check|see|view|get|compare|latest) (?:the )?(?:latest |current |best |full )?(?:prices?|deals?|details|buying options|offers?)(?: (?:&|and) (?:buying options|availability|details))?(?: (?:at|on|from) [\w.&’' -]{2,30})?(?: \(.{2,20}\))?"
            r"|(?:buy|shop|view|order|read|available)(?: (?:it|now|them))? (?:at|on|from) (?:amazon|walmart|ebay|target|etsy|best ?buy|rei|b&h|kindle|bookshop)\b.{0,40}"
            r"|(?:\$|£|€)\d[\d,.]{0,8} (?:list )?(?:at|on|from) [\w.&’' -]{2,30}"
            r"|(?:save|get|take|enjoy) (?:up to )?(?:\$|£|€)?\d{1,4}%? ?(?:off)?\b.{0,80}\b(?:(?:promo |discount |coupon )?code|coupon)\b.{0,40}"
            r"|(?:deal )?(?:pricing|prices?) (?:and availability )?(?:are |is )?(?:subject to change|accurate (?:as of|at)).{0,80})[\s.!:*»›>]*",
            420,
            opens="affiliate as available buy check compare deal enjoy get latest order price prices pricing read save see shop take view",
            holds=("commission", "affiliate", "$", "£", "€"),
        ),
    ),
    telltale=telltale(
        "reads like a link to a shop", r"\b(?:buying options|check price|best deals?|coupon|promo code|affiliate)\b"
    ),
    rank=45,
    inside=Confidence.MEDIUM,  # editors keep some; so do the labels of WCXB
)

CHECK = Check(
    id="affiliate-line",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("a disclosure", STORY + "\n\n[[When you purchase through our links, we may earn a commission.]]"),
        example("a shop", STORY + "\n\n[[Check price at Amazon]]"),
        example("options", STORY + "\n\n[[See Details & Buying Options]]"),
        example("a code", STORY + "\n\n[[Save 25% for your first 3 months with code MC25]]"),
        example("a programme", STORY + "\n\n[[As an Amazon Associate we earn from what you buy.]]"),
    ),
    leaves_alone=(
        example(
            "a commission in prose",
            STORY
            + "\n\nThe agents earn a commission on every berth they let, the port office said, and it pays no tax.",
        ),
        example("a price in prose", STORY + "\n\nThe tug was sold on Friday for $2,000 at auction in the town hall."),
        example(
            "saving in prose",
            STORY + "\n\nSave the wall, the fishermen ask, and the bay is safe for another forty years.",
        ),
        example(
            "a shop in prose", STORY + "\n\nThe lamps that the inn bought on Amazon came two days after the storm."
        ),
    ),
)
