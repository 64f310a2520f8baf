"""A vague number is ten times too small for what is known, or smaller still.

## What it flags
"Hundreds of lives lost", in an article about something of which the reference knows ten thousands: a number in words that gives only
its order of magnitude, whose upper end is no more than a tenth of the least that is known.

## Why it matters
A number that is wrong by a nought or two is no rounding; most often a text was spun, or a part was told as the whole.

## How to settle it
Look at the page that the row names; say of what part the number is, or correct it.

## What it leaves alone
Exact numbers; sentences that name a place, a person or a time, which may tell of a part; articles that are not about the subject of
the row, or may be older than its day.

## References
TimeML and Quantulum count "hundreds" as a range of one order of magnitude.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.reference import looked_up
from auditor.facts.rows import Facts, Figure
from auditor.model import Article, Asked, Claim, ClaimKind, Family, Finding, Modality, Quantity, Severity

_TENFOLD = 10
"""How many times larger the known number has to be: one order of magnitude, beyond any rounding."""
_TIMES = frozenset({ClaimKind.DATE, ClaimKind.TIME, ClaimKind.DURATION, ClaimKind.SET})


def consult(article: Article, facts: Facts) -> Iterator[Finding]:
    """One finding for each number that is too small by an order of magnitude."""
    subjects = {facts.canonical(claim.subject) for claim in article.claims if claim.kind is ClaimKind.EVENT}
    known = [one for one in facts.figures if facts.canonical(one.subject) in subjects and _is_older(one, article)]
    for claim in article.claims if known else ():
        if not isinstance(claim.value, Quantity) or claim.value.high is None or claim.modality != Modality.ASSERTED:
            continue
        if claim.value.comparator != "range" or claim.value.number.text[:1].isdigit():
            continue
        things = _things(article, claim, claim.value, facts)
        of_it = [one for one in known if facts.canonical(one.thing) in things]
        if not of_it or _tells_of_a_part(article, claim):
            continue
        most = max(of_it, key=lambda one: (one.low, one.as_of))
        if claim.value.high * _TENFOLD <= most.low:
            yield _finding(claim, most)


def _is_older(figure: Figure, article: Article) -> bool:
    """Whether a figure was known when the article was written."""
    return article.window.earliest is not None and figure.as_of <= article.window.earliest


def _things(article: Article, claim: Claim, quantity: Quantity, facts: Facts) -> set[str]:
    """What is counted, as tables name it: the words behind the number, with the word that follows, or without."""
    text = article.prose.text
    thing = " ".join(text[quantity.number.end : claim.span.end].split()[-1:])
    behind = text[claim.span.end : claim.span.end + 40].split()
    after = behind[0] if behind and text[claim.span.end].isspace() else ""
    return {facts.canonical(thing), facts.canonical(f"{thing} {after}")}


def _tells_of_a_part(article: Article, claim: Claim) -> bool:
    """Whether the sentence names a time, or anything with a capital letter: a place, a person, a unit."""
    low, high = next(one for one in article.prose.sentences if one[0] <= claim.span.start < one[1])
    named = any(word[:1].isupper() for word in article.prose.text[low:high].split()[1:])
    return named or any(one.kind in _TIMES and low <= one.span.start < high for one in article.claims)


def _finding(claim: Claim, figure: Figure) -> Finding:
    words = " ".join(claim.span.text.split())
    asked = Asked(
        "number",
        figure.subject,
        f"How many {figure.thing} in the {figure.subject}?",
        (side([claim.span], f"{words}, by the reference at least {figure.low:,.0f}"),),
        f"By the reference it was at least {figure.low:,.0f} as of {figure.as_of} {looked_up(figure.origin)}. "
        "Unless a part is meant, the number is too small by an order of magnitude.",
    )
    return CHECK.finding(asked, claim.span)


CHECK = Check(
    id="quantity-differs-from-reference",
    family=Family.REFERENCE,
    severity=Severity.WARNING,
    since="0.3.0",
    docs=__doc__ or "",
    consult=consult,
    flags=(
        example(
            "hundreds of hundreds of thousands",
            "The war in Ukraine goes on. With [[hundreds of lives]] lost, the plight of civilians grows.",
            dates=("2025-06-20",),
        ),
    ),
    leaves_alone=(
        example(
            "the right order of magnitude",
            "The war in Ukraine goes on. With hundreds of thousands of lives lost, the plight of civilians grows.",
            dates=("2025-06-20",),
        ),
        example(
            "a part, by its place",
            "The war in Ukraine goes on. With hundreds of lives lost in Mariupol, the plight of civilians grows.",
            dates=("2025-06-20",),
        ),
        example(
            "an exact number",
            "The war in Ukraine goes on. With 300 people killed, the plight of civilians grows.",
            dates=("2025-06-20",),
        ),
        example(
            "before the day of the row",
            "The war in Ukraine goes on. With hundreds of lives lost, the plight of civilians grows.",
            dates=("2022-03-01",),
        ),
        example(
            "another subject",
            "The flood goes on. With hundreds of lives lost, the plight of civilians grows.",
            dates=("2025-06-20",),
        ),
    ),
)
