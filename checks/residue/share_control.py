"""A share button's label stands in the text.

## What it flags
A line that holds nothing but labels of share and save buttons or names of networks.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Sentences in which people share, post, like or follow something; headings; one-line quotations.

## References
CleanEval (Baroni et al. 2008), boilerplate; C4 and RefinedWeb line filters.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.residue import STORY, report
from auditor.model import Article, Family, Finding, Severity
from auditor.residue.recogniser import Recogniser, line_pattern, telltale

_NETWORK = r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|e-?mail|messenger|threads|bluesky|sms|viber|tumblr|flipboard|pocket|print|copy link|link)"
_SEPARATOR = r"[\s|·•,/&+:–—-]{1,5}"
_ACTION = r"(?:share|tweet|pin|post|save|gift|bookmark|follow us|like|copy link|copy|print)"
_BUTTON = (
    rf"(?:{_ACTION}(?: (?:this|the|article|story|page|it)){{0,2}}(?: (?:on|via|to|by|with) {_NETWORK})?|{_NETWORK})"
)


def inspect(article: Article) -> Iterator[Finding]:
    """Report the residue of this class."""
    return report(CHECK, article)


RECOGNISER = Recogniser(
    lines=(
        line_pattern(
            "names a share button",
            rf"{_BUTTON}(?:{_SEPARATOR}{_BUTTON}){{0,14}}[\s:|]*",
            140,
            opens="bluesky bookmark copy e email facebook flipboard follow gift instagram like link linkedin messenger pin pinterest pocket post print reddit save share sms telegram threads tumblr tweet twitter viber whatsapp x",
        ),
    ),
    telltale=telltale(
        "reads like a share button",
        r"\b(?:share|tweet|facebook|twitter|whatsapp|linkedin|pinterest|instagram|youtube|follow us)\b",
    ),
    rank=60,
)

CHECK = Check(
    id="share-control",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("a lone button", STORY + "\n\n[[Share]]"),
        example("a row of networks", STORY + "\n\n[[Share on Facebook | Tweet | WhatsApp | Copy link]]"),
        example("a button above the text", "A storm closes the harbour\n\n[[Share this article]]\n\n" + STORY),
    ),
    leaves_alone=(
        example("sharing in prose", STORY + "\n\nIslanders share their boats in the way others share tools."),
        example("a sentence that opens with the word", STORY + "\n\nShare prices of the ferry line fell on the news."),
        example("a network in prose", STORY + "\n\nFacebook said the page had been restored."),
        example("a short paragraph", STORY + "\n\nThe port office denies this."),
        example("one line of speech", STORY + "\n\n“Share it with them all.”\n\nThat was his last word."),
    ),
)
