"""Quotations: whose they are, where they come from, and whether their wording holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.asked import SHOWN, brief, side
from auditor.check import Check
from auditor.languages.en.lists import LISTS
from auditor.model import Article, Asked, Claim, Confidence, Finding, Quotation, Severity, Side, Span
from auditor.story.spelling import is_variant
from auditor.text.regex import regex
from auditor.wording import ALTERING, Change, Retelling, Word, speaker_key

PRONOUNS = LISTS.words("function_words", "only-pronoun")
"""Speakers that are only a pronoun."""

_MANY_HOLD = LISTS.words("people_and_bodies", "many-hold")
_ARTICLES = LISTS.words("function_words", "article")
_BEHIND = 4
"""Characters between a quotation and the words behind it that give it to somebody: a mark, a comma and a blank."""
_SENTENCE = 160
"""Characters between such words and a quotation that is part of the article's own sentence."""
_JOINTS = " ,;:\n"
_WORDS = regex(r"\S+")
_GLANCE, _PASSAGE = 3, 12
"""Words before and behind what differs that a question repeats, and a message of each wording."""
_WORD = 15
"""Characters that a word to be repeated takes at most, with its blank."""


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
    return (article.document.span(start, end),) if end - start <= SHOWN else tuple(parts)


def asked_whence(quotation: Span, before: str, settle: str, behind: str = "?") -> Asked:
    """What is asked of a quotation that cannot be traced, its words between those of the question.

    All that is asked of one quotation is one point.
    """
    words = shown(quotation)
    return Asked("origin", words, f"{before} “{words}”{behind}", (version(quotation),), settle)


def wordings(first: tuple[Claim, Span], second: tuple[Claim, Span], settle: str) -> Asked:
    """What was said, where two quotations of it differ in a place of each; the one that is found wanting is first."""
    (one, mine), (other, theirs) = first, second
    speaker = _speaker(one, other)
    lead = f"What did {speaker} say" if speaker else "What was said"
    read = " or ".join(f"“{_around(claim.span, place, _GLANCE)}”" for claim, place in (first, second))
    sides = version(one.span, mine), version(other.span, theirs)
    return Asked("quotation", speaker or shown(one.span), f"{lead}: {read}?", sides, settle)


def version(quotation: Span, piece: Span | None = None) -> Side:
    """A quotation as one side, all of it its place; of a long one the words around a piece of it, or its beginning, are told."""
    return side([quotation], _around(quotation, piece, _PASSAGE) if piece else shown(quotation, _PASSAGE * _WORD))


def shown(quotation: Span, most: int = SHOWN) -> str:
    """The words of a quotation as they are repeated: without the mark that joins it to its sentence, and shortened."""
    return brief(quotation.text.rstrip(_JOINTS), most)


def _speaker(one: Claim, other: Claim) -> str:
    """The name of the person to whom both quotations are given, or one where the other names nobody; else empty."""
    named = [claim for claim in (one, other) if speaker_key(claim)]
    if len({speaker_key(claim) for claim in named}) != 1:
        return ""
    names = (inside(told) for claim in named if (told := claim.source or _place(claim).text))
    return re.sub(r"[’']s$", "", max(names, key=len))


def inside(speaker: str) -> str:
    """The words for a speaker as they stand inside a sentence: an article that began one there is written small."""
    words = speaker.split()
    return " ".join([word.lower() if word.lower() in _ARTICLES else word for word in words[:1]] + words[1:])


def _place(claim: Claim) -> Span:
    """The words for the speaker, or the quotation where it has none."""
    return claim.value.speaker if isinstance(claim.value, Quotation) and claim.value.speaker else claim.span


def _around(quotation: Span, piece: Span, most: int) -> str:
    """The words of a quotation around a piece of it, so many on either side; all of a short one."""
    if len(quotation.text) <= most * _WORD:
        return shown(quotation, most * _WORD)
    text, first, last = quotation.text, piece.start - quotation.start, piece.end - quotation.start
    start = _last_words(text, first, most)
    end = _first_words(text, last, most)
    words = brief(text[start:end].rstrip(_JOINTS), max(SHOWN - 2, most * _WORD))
    return f"{'…' if start else ''}{words.rstrip('…')}{'…' if end < len(text) or words.endswith('…') else ''}"


def _last_words(text: str, end: int, most: int) -> int:
    """Where the last words before a place begin."""
    begun = [found.start() for found in _WORDS.finditer(text, max(0, end - most * _WORD), end)]
    return min(begun[-most:], default=end)


def _first_words(text: str, start: int, most: int) -> int:
    """Where the first words behind a place end."""
    ended = [found.end() for found in _WORDS.finditer(text, start, start + most * _WORD)]
    return max(ended[: most + 1], default=start)


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
    severity = weight(one, other, told) if kind in (Change.CUT, Change.SPLICED) else Severity.NOTE
    short = one, edited(one.span, told.left, cut.left)
    long = other, edited(other.span, told.right, cut.right)
    if cut.left[0] != cut.left[1]:
        short, long = long, short
    yield check.finding(
        wordings(short, long, "Words are left out and no ellipsis says so. Both hold only if they were said twice."),
        short[1],
        [long[1]],
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
