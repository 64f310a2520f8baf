"""A text tells as still wanted what, by the reference, had happened before it was written.

## What it flags
A sentence in which one party has encouraged or is courting another to become a member, in an article written more than a month
after the day on which the other did, by the table.

## Why it matters
What is told as the state of things is not: the article is older than it seems, or was put together from older ones.

## How to settle it
Look at the page that the row names, and at the day of the article.

## What it leaves alone
Articles whose day is not known; what is told of an earlier time ("had encouraged", "in 2022"); sentences that name only one of the
parties; events with a place or a number, which other checks read.

## References
TimeML (timeml.github.io): an event that is wanted (INTENSIONAL) has not happened by the time of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.reference import looked_up
from auditor.facts.offices import AFTER
from auditor.facts.rows import Facts, Happening
from auditor.languages.en.lists import LISTS
from auditor.languages.en.phrases.courting import ASKS, COURTS, PARTAKING, WANTED
from auditor.model import Article, Asked, ClaimKind, Family, Finding, Severity
from auditor.text.beside import Within

_EARLIER = Within(LISTS.words("office_guards", "back"))


def consult(article: Article, facts: Facts) -> Iterator[Finding]:
    """One finding for each sentence that tells as wanted what had happened."""
    written = article.window.earliest
    if written is None:
        return
    over = [
        one
        for one in facts.happenings
        if len(one.participants) > 1 and not one.place and not one.ordinal and one.latest + AFTER < written
    ]
    for low, high in article.prose.sentences if over else ():
        lower = article.prose.lower
        wanted = COURTS.search(lower, low, high)
        if wanted is None and (WANTED.stands(lower, low, high) or PARTAKING.search(lower, low, high)):
            wanted = ASKS.search(lower, low, high)
        if wanted is None or _EARLIER.stands(lower, low, high) or _is_dated(article, low, high):
            continue
        told = [one for one in over if all(_named(name, article, low, high) for name in one.participants)]
        if told:
            yield _finding(article, (low, high), wanted.start(), told)


def _named(name: str, article: Article, low: int, high: int) -> bool:
    return name in article.prose.text[low:high]


def _is_dated(article: Article, low: int, high: int) -> bool:
    return any(claim.kind is ClaimKind.DATE and low <= claim.span.start < high for claim in article.claims)


def _finding(article: Article, sentence: tuple[int, int], at: int, told: list[Happening]) -> Finding:
    text = article.prose.text
    ends = [text.find(name, *sentence) + len(name) for one in told for name in one.participants]
    starts = [text.find(name, *sentence) for one in told for name in one.participants]
    place = article.prose.span(min(at, *starts), max(ends))
    parties = sorted({name for one in told for name in one.participants})
    since = "; ".join(
        f"the {one.event} of {' and '.join(one.participants)} was {one.told} {looked_up(one.origin)}" for one in told
    )
    event = (
        f"{told[0].event} of {', '.join(parties[:-1])} and {parties[-1]}"
        if parties[1:]
        else f"{told[0].event} of {parties[0]}"
    )
    asked = Asked(
        "event",
        event,
        f"Was the {event} still to come when this was written?",
        (side([place]),),
        f"By the reference {since}. The article counts as written {article.window.earliest} or later.",
    )
    evidence = [one.span for one in article.window.evidence if one.span is not None and not one.span.overlaps(place)]
    return CHECK.finding(asked, place, evidence)


CHECK = Check(
    id="date-before-event",
    family=Family.REFERENCE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    consult=consult,
    flags=(
        example(
            "members for a year told as wanted",
            "[[NATO has wooed Finland and Sweden]] for a year, and allies doubt the pledge.",
            dates=("2025-03-15",),
        ),
        example(
            "asked to take part, and not in what",
            "For two winters [[NATO has urged participation on Finland and Sweden]], one envoy said.",
            dates=("2025-03-15",),
        ),
    ),
    leaves_alone=(
        example(
            "before they were members",
            "NATO has wooed Finland and Sweden for a year, and allies doubt the pledge.",
            dates=("2022-06-15",),
        ),
        example(
            "told of an earlier time",
            "NATO had wooed Finland and Sweden for a year when the vote came.",
            dates=("2025-03-15",),
        ),
        example(
            "wanted for something else",
            "NATO has invited Sweden and Finland for an exercise in the north.",
            dates=("2025-03-15",),
        ),
        example(
            "asked to take part in something",
            "NATO has urged the participation of Finland and Sweden in an exercise in the north.",
            dates=("2025-03-15",),
        ),
        example("no day known", "NATO has wooed Finland and Sweden for a year, and allies doubt the pledge."),
    ),
)
