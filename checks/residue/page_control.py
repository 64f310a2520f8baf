"""A control of the page stands in the text.

## What it flags
A line of navigation, a breadcrumb, a theme switch, a reading time, a print or login link, a list of tags.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
Sentences that mention menus, prints, tags or minutes; real lists; datelines.

## References
CleanEval (Baroni et al. 2008), boilerplate; C4 and RefinedWeb line filters.
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
            "is a control of the page",
            r"(?:exit mobile version|view (?:mobile|desktop|full) (?:version|site)|switch to (?:mobile|desktop)(?: version)?"
            r"|skip to (?:main )?(?:content|navigation)|(?:take me )?back to (?:the )?(?:top|home(?:page)?)(?: of (?:this|the) \w+)?|enlarge this image.{0,120}|(?:(?:prev|previous|next) ){0,2}(?:image|photo|slide) \d{1,3} of \d{1,3}|scroll (?:down|to top)|toggle \w+(?: \w+)?"
            r"|(?:open |close |main )?(?:menu|navigation|search)(?:(?:\s{2,8}|\s?[|·•]\s?)[\w’' -]{2,24}){0,12}"
            r"|.{3,60}\s[–—|·-]\s?page \d{1,4}(?: of \d{1,4})?|page \d{1,4} of \d{1,4}|(?:i )?found this (?:article |page |story )?(?:helpful|useful)"
            r"|print(?: (?:this|article|page|friendly))*|(?:log|sign) in(?: [|/·] ?(?:register|sign up))?|load more|show more|see all"
            r"|listen to (?:this|the) (?:article|story).{0,20}"
            r"|(?:previous|next) (?:article|post|story).{0,80}|was this (?:article|page|story) (?:helpful|useful)\??.{0,20}"
            r"|(?:tags?|topics?|keywords?|filed under|categories|posted in): .{1,160}|text size.{0,20}|font size.{0,20}"
            r"|click (?:here )?to (?:enlarge|zoom|expand|play|view)(?: (?:the )?(?:image|picture|photo|video))?|(?:open|view) (?:image )?in (?:gallery|fullscreen)"
            r"|home(?: ?[›»>/|] ?[\w’'& -]{2,30}){1,6}|pull down to refresh\.?)[\s.!:]*",
            200,
            opens="back categories click close enlarge exit filed font found home i image keyword keywords listen load log main menu navigation next open page photo posted prev previous print pull scroll search see show sign skip switch tag tags take text toggle topic topics view was",
            holds=(" page ",),
        ),
    ),
    telltale=telltale(
        "reads like a control of the page",
        r"\b(?:menu|search|next|previous|skip|print|click|download|close|toggle|filter|sort)\b",
    ),
    rank=130,
)

CHECK = Check(
    id="page-control",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("a theme switch", STORY + "\n\n[[Exit mobile version]]"),
        example("a breadcrumb", "[[Home › News › Coast]]\n\nA storm closes the harbour\n\n" + STORY),
        example("a picture control", "A storm closes the harbour\n\n[[Click to enlarge]]\n\n" + STORY),
        example("a skip link", "[[Skip to main content]]\n\nA storm closes the harbour\n\n" + STORY),
        example("a question answered", STORY + "\n\n[[I found this article useful]]"),
        example("a running head", "[[The Mariel Courier | Page 12 of 40]]\n\nA storm closes the harbour\n\n" + STORY),
        example("tags", STORY + "\n\n[[Tags: harbours, storms, Mariel]]"),
    ),
    leaves_alone=(
        example("a page in prose", STORY + "\n\nThe plan of the wall - page 4 of the report - shows no foundation."),
        example("minutes in prose", STORY + "\n\nThe siren was heard for 4 minutes."),
        example("a menu in prose", STORY + "\n\nThe menu at the inn now has no fish on it."),
        example("a real list", STORY + "\n\nThe hall is short of:\n\n- dry socks, all sizes\n- blankets\n- baby food"),
        example("a short paragraph", STORY + "\n\nA vigil is planned for Wednesday at seven."),
        example(
            "a dateline",
            "MARIEL, March 16 - The harbour was closed on Monday after a storm broke its wall.\n\n" + STORY,
        ),
    ),
)
