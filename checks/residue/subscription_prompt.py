"""A request to subscribe stands in the text.

## What it flags
A line that asks to subscribe, sign up for a newsletter or follow the outlet.

## Why it matters
It is read as part of the article: it skews word counts, quotations and comparisons, and looks careless when published.

## How to settle it
Delete the line; `auditor check --report json=...` carries the edit.

## What it leaves alone
People in the story who subscribe, sign up or follow.

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
            "asks to subscribe",
            r"(?:(?:enjoying|enjoyed|enjoy|like|liked) (?:this|the|what|our)\b.{0,60}\b(?:subscribe|sign up|support us|get)\b.{0,100}"
            r"|you have (?:\d{1,2}|one|two|three|no) (?:more )?(?:free )?(?:article|stor(?:y|ie))s? (?:remaining|left)\b.{0,100}"
            r"|(?:forwarded|forward) this e-?mail\b.{0,60}|view (?:this e-?mail )?in (?:your )?browser\b.{0,40}|(?:to )?unsubscribe(?: |$).{0,60}\bhere"
            r"|(?:to continue reading|continue reading with|subscribe to continue|log in to continue)\b.{0,80}|enter your e-?mail(?: address)?\b.{0,60}"
            r"|(?:please )?(?:subscribe|sign up|register)(?: here| now| today| free)?(?: to| for| from| and| with| at|$)"
            r".{0,100}(?:newsletters?|inbox|alerts?|access|stor(?:y|ies)|updates|limits?|week|month|year|free|podcast|channel|briefing)\b.{0,60}"
            r"|subscribe(?: now| today)?|get (?:the |our )?.{0,60}\b(?:newsletter|in your inbox|to your inbox)\b.{0,60}"
            r"|already (?:a |an )?(?:subscriber|member|registered)\b.{0,60}|(?:this (?:article|content|story) is |)for subscribers only"
            r"|support (?:our|independent) journalism\b.{0,80}|never miss a story.{0,60}|newsletters?(?: sign[ -]?up)?"
            r"|subscribe to (?:get|receive|read|keep|our|the|unlock)\b.{0,100}|(?:enter|type) your e-?mail.{0,60}|join (?:over |more than )?[\d,.]{1,9}[km]?\+? (?:other )?(?:subscribers|readers|followers|members)\b.{0,80}|(?:the )?(?:latest|best|top) (?:news|stories|posts|articles|headlines)\b.{0,60}\b(?:inbox|sent to your e-?mail|delivered)\b.{0,60}|you (?:are|have been) (?:now )?(?:subscribed|signed up)\b.{0,60}|thanks? (?:you )?for (?:subscribing|signing up)\b.{0,60}|follow us on .{0,80}|download (?:our|the) app.{0,60})[\s.!:]*",
            220,
            opens="best join latest thank thanks the top type already continue download enjoy enjoyed enjoying enter follow for forward forwarded get like liked log never newsletter newsletters please register sign subscribe support this to unsubscribe view you",
        ),
        line_pattern(
            "asks to subscribe",
            r"(?:[A-Z0-9][A-Z0-9!&’'.-]{0,20} ){1,3}(?:NEWSLETTERS?|PODCASTS?)",
            420,
            holds=("NEWSLETTER", "PODCAST"),
            cased=True,
        ),  # what a site sends out, under its name: in capitals, since a heading of an article may say the same in words
    ),
    telltale=telltale(
        "reads like a call to subscribe",
        r"\bsubscri|\bnewsletters?\b|\bsign (?:up|in)\b|\blog ?in\b|\binbox\b|\bfree trial\b|\bmember(?:ship)?s?\b|\bdonate\b|\bregister\b",
    ),
    rank=50,
)

CHECK = Check(
    id="subscription-prompt",
    family=Family.RESIDUE,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    recognises=RECOGNISER,
    flags=(
        example("a newsletter", STORY + "\n\n[[Sign up to our morning newsletter and never miss a story.]]"),
        example("a paywall", STORY + "\n\n[[Subscribe now]]"),
        example("under the name of the site", STORY + "\n\n[[MARIEL TODAY! PODCASTS]]"),
        example("an account", STORY + "\n\n[[Already a subscriber? Log in]]"),
    ),
    leaves_alone=(
        example(
            "volunteers", STORY + "\n\nVolunteers are asked to subscribe to a rota pinned to the church hall door."
        ),
        example("signing up in prose", STORY + "\n\nSign up they did, forty of them before noon."),
        example("followers in prose", STORY + "\n\nFollow us, the pilots said over the radio, and the boats did."),
        example("a heading", STORY + "\n\nA parish newsletter\n\n" + STORY),
        example("a newsletter in prose", STORY + "\n\nThe newsletter of the parish was the first to print the names."),
    ),
)
