"""Two articles give one quotation to two people.

## What it flags
The same words of speech, verbatim or trimmed, with another named speaker in another article.

## Why it matters
One of the two never said it.

## How to settle it
Find the recording, the transcript or the first report; correct the article that names the wrong person.

## What it leaves alone
One person under two names ("Mr Vasko", "Peter Vasko"; "Calderon", "Calderón"); pronouns and unnamed speakers, who may be
the person named; a body and its member; stock phrases; quotations whose words differ.

## References
PARC 3.0 (Pareti 2016) on sources; of identical quotations in two news articles, 38 of 99 name their speaker in other words
without any conflict.
Both warnings on 726 articles of real news were right (one reader); with pronouns, offices and bodies as speakers 4 of 79 were.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from auditor.asked import side
from auditor.check import Check, example
from auditor.checks.conflict import across
from auditor.checks.quotation import shown, told_beside
from auditor.languages.en.lexicon.calendar import NAMES
from auditor.languages.en.lexicon.countries import countries, demonyms
from auditor.languages.en.lexicon.short_forms import LONG_FORMS
from auditor.languages.en.lists import LISTS
from auditor.model import (
    Asked,
    Claim,
    ClaimKind,
    Comparison,
    Confidence,
    Family,
    Finding,
    Quotation,
    Severity,
    Side,
    Span,
    Verdict,
)
from auditor.story.people import same_given
from auditor.story.spelling import is_respelt, is_variant
from auditor.text.regex import regex
from auditor.wording import Change, retelling

_PERSON_NOUNS = LISTS.words("people_and_bodies", "speaker")
_SAYING = LISTS.all_members("reporting_verbs", "saying")
_VOICES = LISTS.words("people_and_bodies", "voice")
_GROUP_NOUNS = LISTS.words("people_and_bodies", "group")
_HONORIFICS = LISTS.words("short_forms", "honorific")
_NOT_NAMES = LISTS.words("plain_words", "opener")
_OFFICE_NOUNS = LISTS.words("people_and_bodies", "office")

_NAME = regex(r"[^\W\d_][\w’'.-]*")
_LEAST = 6
"""Words of a quotation that two people would hardly say alike."""
_MARK, _SENTENCE = 4, 60
"""Characters between a verb and the quotation behind it: a mark and a blank, and what the article's own sentence may add where
a full name leaves no doubt who speaks."""
_NO_NAMES = _HONORIFICS | LONG_FORMS.keys() | _OFFICE_NOUNS | _PERSON_NOUNS | _VOICES | NAMES | _NOT_NAMES


def compare(claims: Sequence[Claim]) -> Iterator[Comparison | Finding]:
    """Compare the speakers of quotations that share a run of words, article with article."""
    for one, other in across(claims):
        mine, theirs = _speaker(one), _speaker(other)
        if not mine or not theirs or not _one_quotation(one, other):
            continue
        if _one_person(mine, theirs):
            yield Comparison(CHECK.id, Verdict.AGREE, one, other, "same speaker")
        elif _initials(mine) & set(theirs) or _initials(theirs) & set(mine):
            yield Comparison(CHECK.id, Verdict.COMPATIBLE, one, other, "a name and its initials")
        else:
            yield Comparison(CHECK.id, Verdict.CONFLICT, one, other, "different speakers")
            yield _finding(one, other, max(len(mine), len(theirs)) > 1)


def _speaker(claim: Claim) -> tuple[str, ...]:
    """The words of the speaker's name, folded, where a verb right beside the quotation gives it to one person by name.

    None for a pronoun, an office, a body, a state, and where other words stand between.
    """
    value = claim.value
    if not isinstance(value, Quotation) or value.speaker is None or value.cue is None:
        return ()
    if value.cue.text.lower() not in _TELLING:
        return ()
    told = value.speaker.text
    if (
        claim.source is None
        or claim.source not in told
        or countries().get(claim.source)
        or not told_beside(claim, _SENTENCE if " " in claim.source else _MARK)
    ):
        return ()
    name = [word.rstrip(".") for word in _NAME.findall(claim.source)]
    if not name or not all(word[:1].isupper() or word in _LINKS for word in name) or not told.endswith(claim.source):
        return ()
    plain = [_folded(word) for word in name]
    if set(plain) & _GROUP_NOUNS or any(word.isupper() and len(word) > 2 for word in name):
        return ()
    return tuple(word for word in plain if word not in _NO_NAMES and word not in demonyms())


_TELLING = _SAYING - LISTS.all_members("reporting_verbs", "opining")
"""Verbs whose subject speaks; those of judging and claiming may have anybody whom a third person speaks of."""
_LINKS = LISTS.words("name_parts", "particle") | {"of"}


def _one_person(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two names can be one person's: a word in common, or one family name in two spellings."""
    if set(mine) & set(theirs):
        return not _kin(frozenset(mine), frozenset(theirs))
    return is_variant(mine[-1], theirs[-1])


def _kin(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the two share a family name alone: another given name, and neither a form of the other's."""
    left, right = mine - theirs, theirs - mine
    if len(left) != 1 or len(right) != 1:
        return False
    one, other = *left, *right
    return min(len(one), len(other)) > 1 and not same_given(one, other) and not is_respelt(one, other)


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _initials(name: Sequence[str]) -> frozenset[str]:
    return frozenset(word[0] for word in name)


def _one_quotation(one: Claim, other: Claim) -> bool:
    """Whether the words are one quotation's, verbatim or trimmed, and long enough not to be said by two."""
    told = retelling(one.span.text, other.span.text)
    if told is None or min(len(told.left), len(told.right)) < _LEAST:
        return False
    one_edit = len(told.changes) == 1 and len(told.left) >= 2 * _LEAST
    return told.kinds <= {Change.SHORTENED, Change.SLIGHT, Change.BROKEN, Change.NONE} or one_edit


def _finding(one: Claim, other: Claim, full: bool) -> Finding:
    mine, theirs = _place(one), _place(other)
    words = shown(min(one.span, other.span, key=lambda span: (len(span.text), span)))
    settle = "Both hold only if the two said the same words."
    return CHECK.finding(
        Asked("speaker", words, f"Who said “{words}”?", (_side(other), _side(one)), settle),
        theirs,
        [mine, one.span, other.span],
        severity=Severity.WARNING if full else Severity.NOTE,
        confidence=Confidence.MEDIUM if full else Confidence.LOW,
    )


def _side(claim: Claim) -> Side:
    place = _place(claim)
    return side([place], claim.source or "", " ".join(_speaker(claim)))


def _place(claim: Claim) -> Span:
    return claim.value.speaker if isinstance(claim.value, Quotation) and claim.value.speaker else claim.span


CHECK = Check(
    id="conflicting-speaker",
    family=Family.QUOTATION,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    consumes=frozenset({ClaimKind.QUOTATION}),
    compare=compare,
    flags=(
        example(
            "a full name, and to whom it was said",
            "“{{The sea gave us eleven minutes, no more,}}” said {{Rafe Sund}}.",
            "[[Marit Berg]] told the crowd in the harbour hall: “{{The sea gave us eleven minutes, no more.}}”",
        ),
        example(
            "one sentence, two speakers",
            "“{{The sea gave us eleven minutes, no more,}}” said {{the captain, Rafe Dunmore}}.",
            "“{{The sea gave us eleven minutes, no more,}}” said Commander [[Marit Sund]].",
        ),
        example(
            "two of one family",
            "“{{The sea gave us eleven minutes, no more,}}” said {{Rafe Sund}}.",
            "“{{The sea gave us eleven minutes, no more,}}” said [[Marit Sund]].",
        ),
    ),
    leaves_alone=(
        example(
            "nobody is named",
            "“The sea gave us eleven minutes, no more,” said Rafe Sund.",
            "“The sea gave us eleven minutes, no more.” The crew wept.",
        ),
        example(
            "a lone surname, and to whom it was said",
            "“The sea gave us eleven minutes, no more,” said Rafe Sund.",
            "Berg told the crowd in the harbour hall: “The sea gave us eleven minutes, no more.”",
        ),
        example(
            "a pronoun behind a name inside the quotation",
            "Ana Ruiz runs the port. “If Northern Ferries are sold before the winter, the board must go,” Ana Ruiz said.",
            "The head of the port was asked.\n\n“If Northern Ferries are sold before the winter, the board must go,” she said.",
        ),
        example(
            "an office between commas",
            "In its place Jon Berg, the Gazette’s letters editor, wrote in a note: “It has long been our rule to leave children out of it.”",
            "Jon Berg of the Gazette wrote: “It has long been our rule to leave children out of it.”",
        ),
        example(
            "a spokesman, by name and by office",
            "“When we learned of the letters we gave the matter to the police,” Jon Berg, a spokesman for Ruiz, told the paper.",
            "“When we learned of the letters we gave the matter to the police,” Ruiz’s spokesperson said in a statement.",
        ),
        example(
            "a police force before a title and a name",
            "“He gave up because he was caught in the barn and had no way out,” Lund State Police Commissioner Jon Berg said.",
            "“He gave up because he was caught in the barn and had no way out,” police Commissioner Jon Berg said.",
        ),
        example(
            "one person, a short form of the given name",
            "“Every family will hear from us personally, and soon,” said Peter Vasko.",
            "“Every family will hear from us personally, and soon,” Pete Vasko said.",
        ),
        example(
            "one person, two forms of the name",
            "“Every family will hear from us personally, and soon,” said Peter Vasko.",
            "“Every family will hear from us personally, and soon,” Mr Vasko said.",
        ),
        example(
            "a pronoun",
            "“Every family will hear from us personally, and soon,” said Peter Vasko.",
            "“Every family will hear from us personally, and soon,” he said.",
        ),
        example(
            "a nominal that may be the person",
            "“Every family will hear from us personally, and soon,” said Peter Vasko.",
            "“Every family will hear from us personally, and soon,” the company’s spokesman said.",
        ),
        example(
            "a stock phrase",
            "“I met the president of the United States of America there,” said Ana Ruiz.",
            "“Nobody is above the president of the United States of America,” said Jon Berg.",
        ),
        example(
            "a family name alone",
            "“The sea gave us eleven minutes, no more,” said Rafe Sund.",
            "“The sea gave us eleven minutes, no more,” said Sund.",
        ),
        example(
            "one given name more",
            "“The sea gave us eleven minutes, no more,” said Rafe Sund.",
            "“The sea gave us eleven minutes, no more,” said Rafe Max Sund.",
        ),
        example(
            "somebody without a name",
            "“The sea gave us eleven minutes, no more,” said Rafe Sund.",
            "“The sea gave us eleven minutes, no more,” said a fisherman.",
        ),
    ),
)
