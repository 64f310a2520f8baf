"""A quotation is nobody's, or somebody's who is not named.

## What it flags
Speech in quotation marks with no speaker, with a pronoun that stands for no named person ("they are essentially
saying"), or with a speaker who has no name ("a passer-by"). It is a note, and a warning where somebody close to the matter
keeps the name back ("one official", "a person familiar with the talks").

## Why it matters
Words that cannot be laid to anyone cannot be checked, and invented speech looks just like them.

## How to settle it
Name the speaker, say why the name is withheld, or drop the marks and paraphrase.

## What it leaves alone
Terms, titles, slogans and headings in marks; speech that goes on after its speaker was named; a speaker named in the
sentence or paragraph before.

## References
Credibility Coalition indicators (Zhang et al. 2018), source attribution; AP style book, anonymous sources.
Of 44 warnings read on 1,930 articles of real news 43 were right (one reader); of 14 notes read none, so they stay notes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from auditor.asked import brief
from auditor.check import Check, example
from auditor.checks.quotation import PRONOUNS, asked_whence, attribution, quotations
from auditor.languages.en.code.names import GROUP, NAME, PERSON, find_names
from auditor.languages.en.code.quotations import RUNS_ON, marked_passages
from auditor.languages.en.lists import LISTS
from auditor.languages.en.phrases.sources import (
    BEING,
    INSIDERS,
    KNOWING,
    POINTS_BACK,
    WHOSE,
)
from auditor.model import Article, Claim, Confidence, Family, Finding, Quotation, Severity, Span

_DOCUMENT = LISTS.words("people_and_bodies", "document")
"""What is read and not asked: whoever quotes it says where the words stand."""
_NAMELESS = LISTS.words("function_words", "nameless")
_REACH = 60
"""Characters behind the words for a speaker in which a name says who that is: an apposition."""


def inspect(article: Article) -> Iterator[Finding]:
    """Report direct speech without a named speaker, once for speech that goes on."""
    last: Span | None = None
    goes_on = {after.start for passage, after in pairwise(marked_passages(article.prose)) if passage.closed == RUNS_ON}
    named = _named_outside_speech(article, PERSON, NAME, GROUP)
    people = _named_outside_speech(article, PERSON)
    for claim, quotation in quotations(article, "direct"):
        missing = "" if claim.span.start in goes_on or _signed(article, quotation) else _missing(quotation)
        if (
            missing
            and not (last and quotation.speaker == last)
            and not (_may_be_told(article, named, claim, quotation) or _told_beside(article, people, claim, quotation))
        ):
            yield _finding(article, claim, quotation, missing)
        last = quotation.speaker


def _signed(article: Article, quotation: Quotation) -> bool:
    """Whether the words are a post, whose signature says who wrote them."""
    speaker = quotation.speaker
    return speaker is not None and article.prose.text.startswith(" (@", speaker.end)


def _named_outside_speech(article: Article, *kinds: str) -> list[int]:
    """Where the article's own words hold a name of one of the kinds."""
    speech = sorted((c.span.start, c.span.end) for c, _ in quotations(article, "direct", "fragment"))
    named = []
    for name in find_names(article.prose).all:
        before = bisect_right(speech, (name.span.start, len(article.document.text))) - 1
        if name.kind in kinds and (before < 0 or speech[before][1] <= name.span.start):
            named.append(name.span.start)
    return named


def _may_be_told(article: Article, named: list[int], claim: Claim, quotation: Quotation) -> bool:
    """Whether the text around may tell a reader who speaks, where only this tool cannot say.

    A speaker not found may be any person named in this paragraph or the one before; "he", "they" or "the mayor" may be
    anyone named earlier, "a statement" is that of whoever is named beside it. Speech that is going on ("they are saying")
    was never uttered in one voice: nobody is meant.
    """
    speaker = quotation.speaker
    paragraphs = article.prose.paragraphs
    here = max(0, bisect_right(paragraphs, (claim.span.start, len(article.document.text))) - 1)
    if speaker is None:
        return _any(named, paragraphs[max(0, here - 1)][0], paragraphs[here][1])
    if _goes_on(article, speaker, quotation.cue):
        return False
    words = speaker.text.lower().split()
    if words[0] in POINTS_BACK:
        return _any(named, 0, claim.span.start)
    if _DOCUMENT.isdisjoint(words):
        return False
    behind = article.prose.text[speaker.end : speaker.end + _REACH].split()[:2]
    return not WHOSE.isdisjoint(behind) or _any(named, paragraphs[max(0, here - 1)][0], paragraphs[here][1])


def _told_beside(article: Article, people: list[int], claim: Claim, quotation: Quotation) -> bool:
    """Whether a person is named in the words for the speaker or beside them; an insider is not the one named."""
    speaker = quotation.speaker
    if speaker is None or _is_insider(article, speaker):
        return False
    if claim.source and speaker.text.endswith(f" {claim.source}"):
        return True
    beside = find_names(article.prose).within(speaker.start - _REACH, speaker.end + _REACH)
    apposed = any(_apposed(article.prose.text, speaker, name.span) for name in beside)
    return apposed or _any(people, speaker.start, speaker.end + _REACH)


def _apposed(text: str, speaker: Span, name: Span) -> bool:
    """Whether a full name stands between commas behind the words for a speaker, or with a comma right before them."""
    before = text[name.end : speaker.start] == ", "
    behind = name.start >= speaker.end and text[name.start - 2] == "," and text[name.end : name.end + 1] in tuple(",.;")
    return " " in name.text and (before or behind)


def _is_insider(article: Article, speaker: Span) -> bool:
    """Whether the speaker is close to what is reported, and not named for it."""
    described = not INSIDERS.isdisjoint(speaker.text.lower().split()[1:])
    return described or bool(KNOWING.match(article.prose.text, speaker.end))


def _any(named: list[int], first: int, last: int) -> bool:
    return bisect_left(named, first) < bisect_left(named, last)


def _goes_on(article: Article, speaker: Span, cue: Span | None) -> bool:
    """Whether the verb tells of speech that is going on: "they are essentially saying"."""
    if cue is None or not cue.text.endswith("ing"):
        return False
    between = article.document.text[speaker.end - 1 : cue.start].replace("’", "'")
    return cue.start > speaker.start and BEING.stands(between)


def _missing(quotation: Quotation) -> str:
    """What is missing of the speaker, or empty."""
    speaker = quotation.speaker
    if speaker is None:
        return "has no speaker"
    if speaker.text.lower() in PRONOUNS:
        return f"has only “{speaker.text}” for its speaker, and no person named beside it"
    if speaker.text.islower() or (speaker.text.lower().partition(" ")[0] in _NAMELESS and " " in speaker.text):
        return f"has a speaker without a name, “{brief(speaker.text)}”"
    return ""


def _finding(article: Article, claim: Claim, quotation: Quotation, missing: str) -> Finding:
    insider = quotation.speaker is not None and _is_insider(article, quotation.speaker)
    return CHECK.finding(
        asked_whence(claim.span, "Who said", f"It {missing}. It cannot be traced to anyone as it stands."),
        claim.span,
        attribution(article, quotation),
        severity=Severity.WARNING if insider else Severity.NOTE,
        confidence=Confidence.HIGH if insider else Confidence.LOW,
    )


CHECK = Check(
    id="unattributed-quotation",
    family=Family.QUOTATION,
    severity=Severity.WARNING,
    since="0.1.0",
    docs=__doc__ or "",
    inspect=inspect,
    flags=(
        example(
            "a pronoun for nobody named",
            "The owners are in no hurry. {{They are essentially saying}}, “[[Why sell now if the price will only rise?]]”",
        ),
        example(
            "a spokesman without a name",
            "{{Said a Turkish Foreign Ministry spokesman}}, “[[The way is long, but we must go on.]]”",
        ),
        example(
            "an official without a name",
            "“[[The port will be sold before the winter comes,]]” {{said one senior ministry official}}. No ship came in.",
        ),
        example("a survivor", "“[[It smelled of diesel and the cars were sliding,]]” {{said one survivor}}."),
        example(
            "no speaker at all", "The night was long. “[[Nobody knew where the boats had gone.]]” Then it was day."
        ),
        example(
            "somebody named two paragraphs before",
            "Ana Ruiz came at noon.\n\nThe night was long.\n\n“[[Nobody knew where the boats had gone.]]” Then it was day.",
        ),
        example(
            "somebody named inside the speech alone",
            "“[[Ana Ruiz has gone to the boats, and nobody knew.]]” Then it was day.",
        ),
        example(
            "a pronoun behind speech that alone names somebody",
            "“[[Ana Ruiz has gone to the boats, and nobody knew,]]” {{he said}}. Then it was day.",
        ),
        example(
            "a name behind the speaker that is another's",
            "“[[The way is long, but we must go on,]]” {{said a passer-by}}. Ana Ruiz left.",
        ),
        example(
            "a statement of nobody",
            "{{A statement on Friday said}}, “[[Today we have sold the last of our ferries.]]”",
        ),
        example(
            "a man who may be anybody, whoever was named",
            "Ana Ruiz left. “[[The way is long, but we must go on,]]” {{a man said}}.",
        ),
    ),
    leaves_alone=(
        example(
            "a pronoun and a participle for a person named before",
            "Jon Berg called the board a good one. He also declined to answer the crews, saying, “I am not going into the mud.”",
        ),
        example(
            "a statement of a body that is named",
            "A statement issued by the Harbour Board on Friday night said, “Today we have sold the last of our ferries.”",
        ),
        example(
            "a name inside the words for the speaker",
            "“We still hope to do the right thing for the crews,” said a statement by communications director Jon Berg.",
        ),
        example(
            "somebody who gave a name",
            "“The way is long, but we must go on,” said a woman, who gave her name as Ana Ruiz.",
        ),
        example("a named speaker", "“The way is long, but we must go on,” said Ana Ruiz."),
        example("speech that goes on", "“The way is long,” said Ana Ruiz. “But we must go on, and we will.”"),
        example("a term in marks", "They call the war a “special operation” and the border a “line of contact”."),
        example("a title", "He is the author of “The Long Way Down the River” and of two plays."),
        example("a slogan", "The line ran an advertisement under the slogan “Your island, on time”."),
        example(
            "a speaker in the paragraph before",
            "Ana Ruiz had only a few words for the officials and said:\n\n“Just bring the boats back home.”",
        ),
        example(
            "a speaker this tool cannot tell but a reader can",
            "Jon Berg met Ana Ruiz at the quay, and both were late. “The boats are gone for good.”",
        ),
        example(
            "an office that was named before",
            "Mayor Ana Ruiz came at noon and stayed for an hour. “The way is long, but we must go on,” the mayor said.",
        ),
        example(
            "a pronoun for a named person", "Ana Ruiz runs the port. “The way is long, but we must go on,” she said."
        ),
        example(
            "somebody named in the paragraph before, who may have spoken",
            "Ana Ruiz came at noon. They left.\n\n“Nobody knew where the boats had gone.” Then it was day.",
        ),
        example(
            "a statement beside the body that made it",
            "The Harbour Board met.\n\nA statement on Friday said, “Today we have sold the last of our ferries.”",
        ),
    ),
)
