"""Somebody's very words are printed without quotation marks.

## What it flags
A sentence in the first person that is given to a speaker as speech and has no marks ("We will not go back, said Maren
Holt"), and a run of words that another article of the set carries inside marks and this one prints as prose of its own.

## Why it matters
Readers cannot tell the speaker's words from the writer's; a lost pair of marks turns a statement into a report.

## How to settle it
Set the marks, or turn the words into indirect speech.

## What it leaves alone
Indirect speech; interviews set as question and answer; embedded posts; statements printed whole behind a colon; songs, headlines and captions; letters in the first person; runs too
short or too common to be anybody's.

## References
Pareti 2015, "Attribution: a computational approach": direct, indirect and mixed quotation; The Associated Press Stylebook,
"quotation marks".
What another article has in marks is a note: of 28 such findings on real news none was right before embedded posts and
statements behind a colon were told apart (one reader).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from auditor.check import Check, example
from auditor.checks.quotation import quotations, shown, version
from auditor.languages.en.code.quotations import marked_passages
from auditor.languages.en.lexicon.light import LIGHT
from auditor.languages.en.lists import LISTS
from auditor.languages.en.phrases.sources import SPEECH_WITHOUT_MARKS
from auditor.model import Article, Asked, Comparison, Confidence, Family, Finding, Severity, Span
from auditor.story.mentions import Record
from auditor.story.stories import Story
from auditor.text.regex import regex
from auditor.wording import runs, words

_SAYING = LISTS.all_members("reporting_verbs", "saying")

_RUN, _TELLING = 9, 4
"""Words in a row that stand in marks elsewhere, and how many of them are telling ones, to be the same speech."""
_MARKS = regex(r"[“”\"«»„‹›]|(?<!\w)[‘']|[‘’'](?!\w)")
_TURN = regex(r"[A-Z][A-Z .’'-]{2,40}:\s|[A-Z][\w.’'-]{1,40}(?:\s[A-Z][\w.’'-]{1,40}){0,2}:\s")
"""Who speaks in a talk that is set as question and answer."""
_BLOCK = 8
"""Paragraphs behind a colon that may be one statement, printed whole."""


def contrast(_: str, story: Story) -> Iterator[Comparison | Finding]:
    """Tell of first-person speech without marks in each article, and of speech that another article has in marks."""
    for record in story.records:
        yield from _spoken(record.article)
    carried: dict[str, _Runs] = {}
    for pair in story.pairs:
        for quoting, printing in (pair, pair[::-1]):
            own = carried.setdefault(printing.article.document.id, {})
            if not own:
                own.update((run, number) for number, run in enumerate(runs(printing.told, _RUN)))
            yield from _unmarked(quoting.article, printing, own)


def _spoken(article: Article) -> Iterator[Finding]:
    for start, end in article.prose.sentences:
        found = SPEECH_WITHOUT_MARKS.match(article.prose.text, start, end)
        if found and not _MARKS.search(article.prose.text, max(0, start - 1), min(len(article.prose.text), end + 1)):
            place = article.document.span(*found.span("said"))
            yield CHECK.finding(
                _asked(place, "It is somebody’s speech in the first person, and no quotation marks say so.", place),
                place,
                confidence=Confidence.MEDIUM,
            )


_Runs = dict[tuple[str, ...], int]
"""Runs of words of an article, and at which of its words each stands last."""


def _unmarked(quoting: Article, other: Record, at: _Runs) -> Iterator[Finding]:
    """What one article has in marks and the other prints in its own name, the longest run of each quotation."""
    printing, told = other.article, other.told
    for claim, _ in quotations(quoting, "direct"):
        own = words(claim.span.text)
        numbers = [(number, at[key]) for number, key in enumerate(runs(own, _RUN)) if key in at]
        if not numbers:
            continue
        first, place = numbers[0]
        length = _RUN + sum(1 for step, one in enumerate(numbers) if one == (first + step, place + step)) - 1
        start, end = told[place].start, told[place + length - 1].end
        telling = sum(word.text not in LIGHT for word in own[first : first + length])
        here = printing.document.span(start, end)
        if telling >= _TELLING and not (any(map(here.overlaps, _marked(printing))) or _set_off(printing, start)):
            there = Span(
                claim.span.document,
                claim.span.start + own[first].start,
                claim.span.start + own[first + length - 1].end,
                claim.span.text[own[first].start : own[first + length - 1].end],
            )
            settle = (
                f"It stands in quotation marks in {there.document} and is {here.document}’s own prose. Both hold only if the "
                "speaker took the words from the article."
            )
            yield CHECK.finding(
                _asked(here, settle, here, claim.span),
                here,
                [there],
                severity=Severity.NOTE,
                confidence=Confidence.LOW,
            )


def _asked(speech: Span, settle: str, *versions: Span) -> Asked:
    words = shown(speech)
    question = f"Should “{words}” stand in quotation marks?"
    return Asked("quotation", words, question, tuple(map(version, versions)), settle)


def _marked(article: Article) -> list[Span]:
    """What stands in marks, closed or not, and what an embedded post says."""
    told = [claim.span for claim, _ in quotations(article, "direct", "fragment", "scare")]
    return [*told, *(article.prose.span(passage.start, passage.end) for passage in marked_passages(article.prose))]


def _set_off(article: Article, at: int) -> bool:
    """Whether the paragraph is set off as somebody's words: behind a colon, as a turn of a talk, or beside such ones."""
    text, paragraphs = article.document.text, article.prose.paragraphs
    here = bisect_right(paragraphs, (at, len(text))) - 1
    for number in range(here, max(-1, here - _BLOCK), -1):
        start, end = paragraphs[number]
        if _TURN.match(text, start) or (number < here and text[start:end].rstrip('"”’ ').endswith(":")):
            return True
        if number < here and _MARKS.search(text, start, end):
            return False
    return False


CHECK = Check(
    id="direct-speech-without-marks",
    family=Family.QUOTATION,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=contrast,
    flags=(
        example(
            "a union's answer",
            "The offer was put to members. [[We will not go back without a guard on every train]], said Maren Holt.",
        ),
        example(
            "words that another article has in marks",
            "“{{The crew closed the gate of the yard at noon and opened it}} at night,” said Ana Ruiz.",
            "It was a quiet day. [[The crew closed the gate of the yard at noon and opened it]] again when it was dark.",
        ),
        example(
            "behind a statement that has marks of its own",
            "“{{The crew closed the gate of the yard at noon and opened it at night}},” said Ana Ruiz.",
            "Here is what Ana Ruiz wrote:\n\n“I thank you all for it.”\n\n"
            "[[The crew closed the gate of the yard at noon and opened it at night]].",
        ),
    ),
    leaves_alone=(
        example(
            "an embedded post",
            "“Great progress was made in our harbour talks, fish and timber heavily in play,” Ana Ruiz wrote.",
            "Ana Ruiz wrote again.\n\nGreat progress was made in our harbour talks, fish and timber heavily in play! — Ana Ruiz (@anaruiz) January 18, 2018",
        ),
        example(
            "a statement behind a colon",
            "“The harbour is open to all who keep its rules and pay their dues on time,” Ana Ruiz said.",
            "Here is the statement of Ana Ruiz:\n\nThe harbour is open to all who keep its rules and pay their dues on time. I thank you.",
        ),
        example(
            "a statement of several paragraphs behind a colon",
            "“The crew closed the gate of the yard at noon and opened it at night,” said Ana Ruiz.",
            "Here is the statement of Ana Ruiz:\n\nI thank you all for it.\n\n"
            "The crew closed the gate of the yard at noon and opened it at night.",
        ),
        example(
            "a talk set as question and answer",
            "“The crew closed the gate of the yard at noon and opened it at night,” said Ana Ruiz.",
            "We asked her about it.\n\nANA RUIZ: The crew closed the gate of the yard at noon and opened it at night.",
        ),
        example(
            "a run of words that anybody uses",
            "“It was she who was in it and so he of the yard had it,” said Ana Ruiz.",
            "It was she who was in it and so he of the yard had it.",
        ),
        example(
            "indirect speech",
            "The offer was put to members. Maren Holt said that they would not go back without a guard on every train.",
        ),
        example(
            "speech in marks",
            "The offer was put to members. “We will not go back without a guard on every train,” said Maren Holt.",
        ),
        example(
            "a writer in the first person",
            "We walked down to the harbour in the rain, and the guard of the yard let us in.",
        ),
        example(
            "the speech is quoted in both",
            "“The crew closed the gate of the yard at noon and opened it at night,” said Ana Ruiz.",
            "Ana Ruiz remembers it well: “The crew closed the gate of the yard at noon and opened it at night.”",
        ),
    ),
)
