"""Quotations: whose they are, where they come from, and whether their wording holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.check import Check
from auditor.model import Article, Claim, Confidence, Finding, Quotation, Severity, Span
from auditor.subjects.spelling import is_variant
from auditor.wording import ALTERING, Change, Retelling, Word, speaker_key

PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we"])
"""Speakers that are only a pronoun."""

_MANY_HOLD = frozenset(
    """official officials source sources aide aides adviser advisers advisor advisors spokesman spokeswoman spokesperson
    diplomat""".split()
)
_BEHIND = 4
"""Characters between a quotation and the words behind it that give it to somebody: a mark, a comma and a blank."""
_SENTENCE = 160
"""Characters between such words and a quotation that is part of the article's own sentence."""
_SHOWN = 80
"""Characters of a quotation that a message repeats."""


def quotations(article: Article, *forms: str) -> Iterator[tuple[Claim, Quotation]]:
    """The article's quotations of the given forms, in reading order."""
    for claim in article.claims:
        if isinstance(claim.value, Quotation) and claim.value.form in forms:
            yield claim, claim.value


def attribution(article: Article, quotation: Quotation) -> tuple[Span, ...]:
    """The words that give a quotation to somebody, speaker and verb in one place; none where nobody is named."""
    parts = [span for span in (quotation.speaker, quotation.cue) if span is not None]
    if not parts:
        return ()
    start, end = min(span.start for span in parts), max(span.end for span in parts)
    return (article.document.span(start, end),) if end - start <= _SHOWN else tuple(parts)


def shown(text: str) -> str:
    """A quotation as a message repeats it: on one line, shortened."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"


def weight(one: Claim, other: Claim, told: Retelling) -> Severity:
    """A warning where the words make two quotations one for certain, or nothing but a grave change differs; else a note.

    Two people may have said what is much alike; so may one on two occasions, in which case more words differ.
    """
    if _two_speakers(one, other):
        return Severity.NOTE
    alone = len(told.changes) == 1 and told.kinds <= ALTERING
    near = told.close or bool(told.kinds & ALTERING)
    return Severity.WARNING if alone or (told.sure and near) else Severity.NOTE


def sureness(severity: Severity) -> Confidence:
    """How sure a change of wording is: of the warnings three in four or more were right where they were read, of the notes fewer."""
    return Confidence.LOW if severity == Severity.NOTE else Confidence.MEDIUM


def _two_speakers(one: Claim, other: Claim) -> bool:
    """Whether two people are named for two quotations, or one is and the other is an official without a name."""
    mine, theirs = speaker_key(one), speaker_key(other)
    if mine and theirs:
        if not (told_beside(one, _SENTENCE) and told_beside(other, _SENTENCE)):
            return False
        return mine != theirs and not is_variant(mine, theirs)
    return (bool(mine) and _keeps_back(other)) or (bool(theirs) and _keeps_back(one))


def told_beside(claim: Claim, reach: int) -> bool:
    """Whether a verb gives the quotation to its speaker right behind it, or before it with at most so many characters between."""
    value = claim.value
    if not isinstance(value, Quotation) or value.speaker is None or value.cue is None:
        return False
    first = min(value.speaker.start, value.cue.start)
    last = max(value.speaker.end, value.cue.end)
    return 0 <= first - claim.span.end <= _BEHIND or 0 <= claim.span.start - last <= reach


def _keeps_back(claim: Claim) -> bool:
    """Whether the speaker is told by an office that many hold, and no name."""
    speaker = claim.value.speaker if isinstance(claim.value, Quotation) else None
    return speaker is not None and not _MANY_HOLD.isdisjoint(speaker.text.lower().split()) and not speaker_key(claim)


def left_out(check: Check, one: Claim, other: Claim, told: Retelling, kind: Change) -> Iterator[Finding]:
    """The finding that words of one quotation are missing in the other where no ellipsis says so; none without such a cut.

    Small words are worth a note, however sure the cut is.
    """
    cut = told.first(kind)
    if cut is None or (cut.left[0] != cut.left[1] and cut.right[0] != cut.right[1]):
        return
    mine, theirs = edited(one.span, told.left, cut.left), edited(other.span, told.right, cut.right)
    severity = weight(one, other, told) if kind in (Change.CUT, Change.SPLICED) else Severity.NOTE
    short, long = (mine, theirs) if cut.left[0] == cut.left[1] else (theirs, mine)
    yield check.finding(
        f"“{shown(long.text)}” stands in {long.document} where the same quotation in {short.document} has nothing, and no "
        "ellipsis says so. Both hold only if the words were said twice.",
        short,
        [long],
        severity=severity,
        confidence=sureness(severity),
        passages=(one.span, other.span),
    )


def edited(span: Span, told: Sequence[Word], at: tuple[int, int]) -> Span:
    """The words of an edit in a quotation; where there are none, the words on both sides of the gap."""
    first, last = at
    if first == last:
        first, last = max(0, first - 1), min(len(told), last + 1)
    start, end = told[first].start, told[last - 1].end
    return Span(span.document, span.start + start, span.start + end, span.text[start:end])
