"""A named person's speech comes with no day, place, occasion or medium.

## What it flags
A quotation with a named speaker in an article that carries no date, where neither its paragraph nor an earlier one about
the speaker says when, where, at what occasion or to whom it was said. "During a recent address" and "repeatedly" say none of these.

## Why it matters
A sentence nobody can look up may be stitched together or invented. Real speeches have a day and a place.

## How to settle it
Search for the words; add the day and the source, or drop the marks.

## What it leaves alone
Articles with a date or dateline, in which "said" means then; a weekday, city, interview, broadcast, newspaper, letter or
post beside the words; fragments inside the article's own sentence.

## References
Credibility Coalition indicators (Zhang et al. 2018); W3C TextQuoteSelector for finding the words again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from auditor.check import Check, example
from auditor.checks.quotation import PRONOUNS, asked_whence, attribution, inside, quotations
from auditor.languages.en.code.datelines import dateline
from auditor.languages.en.code.places import sentence_at
from auditor.languages.en.lists import LISTS
from auditor.languages.en.phrases.sources import OCCASION
from auditor.model import Article, Claim, ClaimKind, Confidence, Family, Finding, Quotation, Severity, Timex
from auditor.story.dating import stated_date
from auditor.text.regex import regex

_SAYING = LISTS.all_members("reporting_verbs", "saying")

_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_VAGUE = frozenset(("PAST_REF", "PRESENT_REF", "FUTURE_REF"))


def inspect(article: Article) -> Iterator[Finding]:
    """Report named speech that nothing around it places, once for each paragraph."""
    if stated_date(article.document, article.blocks) or article.document.date:
        return
    if dateline(article.prose.text, article.prose.paragraphs):
        return
    placed = _placed(article)
    told_of = _placed_speakers(article, placed)
    told: set[tuple[int, int]] = set()
    for claim, quotation in quotations(article, "direct"):
        speaker = _named(quotation)
        start, end = around = _around(article, claim)
        if not speaker or around in told or told_of.get(speaker, end) < start:
            continue
        if bisect_left(placed, start) == bisect_left(placed, end):
            told.add(around)
            yield _finding(article, claim, quotation)


def _named(quotation: Quotation) -> str:
    """The family name of a speaker who has one, or empty."""
    speaker = quotation.speaker
    if speaker is None or not speaker.text[:1].isupper() or speaker.text.lower() in PRONOUNS:
        return ""
    last = speaker.text.split()[-1]
    return last if last[:1].isupper() else ""


def _around(article: Article, claim: Claim) -> tuple[int, int]:
    """The paragraph that holds the quotation."""
    paragraphs = article.prose.paragraphs
    index = bisect_right(paragraphs, (claim.span.start, len(article.document.text))) - 1
    return paragraphs[max(0, index)]


def _placed(article: Article) -> list[int]:
    """Where the article's own words, outside the marks, give a day, an occasion or a medium."""
    own = [match.start() for match in OCCASION.finditer(_outside(article))]
    days = [
        claim.span.start
        for claim in article.claims
        if claim.kind in (ClaimKind.DATE, ClaimKind.TIME)
        and isinstance(claim.value, Timex)
        and claim.value.value not in _VAGUE
    ]
    return sorted([*own, *days])


def _outside(article: Article) -> str:
    """The prose with speech blanked."""
    text = article.prose.text
    pieces: list[str] = []
    at = 0
    for claim, _ in quotations(article, "direct", "fragment"):
        pieces += (text[at : claim.span.start], " " * (claim.span.end - claim.span.start))
        at = claim.span.end
    return "".join((*pieces, text[at:]))


def _placed_speakers(article: Article, placed: Sequence[int]) -> dict[str, int]:
    """For each name in a sentence of saying with a day or occasion, where the first such sentence begins."""
    first: dict[str, int] = {}
    for start, end in sorted({sentence_at(article.prose, at) for at in placed}):
        words = _WORD.findall(article.prose.text, start, end)
        if _SAYING.intersection(word.lower() for word in words):
            for word in words:
                if word[0].isupper():
                    first.setdefault(word, start)
    return first


def _finding(article: Article, claim: Claim, quotation: Quotation) -> Finding:
    speaker = inside(claim.source or (quotation.speaker.text if quotation.speaker else "somebody"))
    settle = "No day, place, occasion or medium is given with it, in an article without a date. It cannot be looked up."
    return CHECK.finding(
        asked_whence(claim.span, f"When and where did {speaker} say", settle),
        claim.span,
        attribution(article, quotation),
        confidence=Confidence.MEDIUM,
    )


CHECK = Check(
    id="untraceable-quotation",
    family=Family.QUOTATION,
    severity=Severity.NOTE,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example(
            "a recent address",
            'During a recent address, President {{Ana Ruiz stated}}: "[[We cannot stop before we have reached our goals. '
            'Pauses only help the other side.]]"',
        ),
        example(
            "said again and again",
            'In her public remarks, President {{Ana Ruiz has repeatedly stated}}, "[[The islands must understand that this '
            'is not about fish.]]"',
        ),
    ),
    leaves_alone=(
        example(
            "a byline with a date",
            "By Jon Berg, 3 May 2024\n\n“The way is long, but we must go on,” President Ana Ruiz said.",
        ),
        example("a weekday", "“The way is long, but we must go on,” President Ana Ruiz said on Thursday."),
        example("an interview", "“The way is long, but we must go on,” President Ana Ruiz said in an interview."),
        example(
            "a dated article", "“The way is long, but we must go on,” President Ana Ruiz said.", dates=("2024-05-01",)
        ),
        example("a dateline", "MARIEL, May 1 (VPA) - “The way is long, but we must go on,” President Ana Ruiz said."),
        example("a term", "President Ana Ruiz spoke of a “special operation” again."),
        example(
            "placed a paragraph before",
            "President Ana Ruiz said on state television that the wall will stand.\n\n“The way is long, but we must go on,” Ruiz said.",
        ),
        example("to a newspaper", "“The way is long, but we must go on,” President Ana Ruiz told the Coast Courier."),
        example(
            "a speaker without a name",
            "“The way is long, but we must go on and bring the boats home,” the mayor said.",
        ),
        example(
            "an office at the front of a sentence",
            "The mayor said: “The way is long, but we must go on and bring the boats home.”",
        ),
        example(
            "a pronoun",
            "Ana Ruiz runs the port. She said: “The night was cold and the crews had nothing to eat at all.”",
        ),
    ),
)
