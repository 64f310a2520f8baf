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
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from auditor.check import Check, example
from auditor.checks.conflict import across
from auditor.checks.quotation import shown
from auditor.lexicon.countries import countries
from auditor.lexicon.words import GROUP_NOUNS, HONORIFICS, OFFICE_NOUNS
from auditor.model import Claim, ClaimKind, Comparison, Confidence, Family, Finding, Quotation, Severity, Span, Verdict
from auditor.subjects.people import same_given
from auditor.subjects.spelling import is_respelt
from auditor.wording import Change, retelling, words

_NAME = re.compile(r"[^\W\d_][\w’'.-]*")
_LEAST = 6
"""Words of a quotation that two people would hardly say alike."""


def compare(claims: Sequence[Claim]) -> Iterator[Comparison | Finding]:
    """Compare the speakers of quotations that share a run of words, article with article."""
    for one, other in across(claims):
        mine, theirs = _speaker(one), _speaker(other)
        if not mine or not theirs or not _one_quotation(one.span.text, other.span.text):
            continue
        if mine & theirs and not _kin(mine, theirs):
            yield Comparison(CHECK.id, Verdict.AGREE, one, other, "same speaker")
        elif _initials(mine) & theirs or _initials(theirs) & mine:
            yield Comparison(CHECK.id, Verdict.COMPATIBLE, one, other, "a name and its initials")
        else:
            yield Comparison(CHECK.id, Verdict.CONFLICT, one, other, "different speakers")
            yield _finding(one, other)


def _speaker(claim: Claim) -> frozenset[str]:
    """The words of the speaker's name, folded; none for a pronoun, a nominal, a state or a body."""
    value = claim.value
    if not isinstance(value, Quotation) or value.speaker is None or value.form not in ("direct", "fragment"):
        return frozenset()
    told = (claim.source or value.speaker.text).removesuffix("’s").removesuffix("'s")
    found = [word.rstrip(".") for word in _NAME.findall(told) if word[:1].isupper()]
    plain = {_folded(word) for word in found}
    if countries().get(told) or plain & GROUP_NOUNS:
        return frozenset()
    return frozenset(plain - HONORIFICS - OFFICE_NOUNS - {"the", "he", "she", "they", "it", "i", "we", "a", "an"})


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


def _initials(name: frozenset[str]) -> frozenset[str]:
    return frozenset(word[0] for word in name)


def _one_quotation(one: str, other: str) -> bool:
    """Whether the words are one quotation's, verbatim or trimmed, and long enough not to be said by two."""
    told = retelling(one, other)
    if told is None or min(len(told.left), len(told.right)) < _LEAST:
        return False
    one_edit = len(told.changes) == 1 and len(told.left) >= 2 * _LEAST
    return told.kinds <= {Change.SHORTENED, Change.CUT, Change.NONE} or one_edit


def _finding(one: Claim, other: Claim) -> Finding:
    mine, theirs = _place(one), _place(other)
    return CHECK.finding(
        f"One quotation, two speakers: “{shown(one.span.text)}” is given to {_named(one)} in {one.span.document} and to "
        f"{_named(other)} in {other.span.document}. Both hold only if the two said the same words.",
        theirs,
        [mine, one.span, other.span],
        confidence=Confidence.HIGH if len(words(one.span.text)) > 2 * _LEAST else Confidence.MEDIUM,
    )


def _named(claim: Claim) -> str:
    """The speaker's words in the text, and who that is where they do not say it."""
    told = _place(claim).text
    return f"“{told}”" if claim.source is None or claim.source in told else f"“{told}” ({claim.source})"


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
            "one sentence, two speakers",
            "“{{The sea gave us eleven minutes, no more,}}” said {{the captain, Rafe Dunmore}}.",
            "“{{The sea gave us eleven minutes, no more,}}” said Commander [[Marit Sund]].",
        ),
        example(
            "two of one family",
            "Marit Sund, the mayor, asked for calm. Her brother, Rafe Sund, ran to the quay. “{{The sea gave us eleven minutes, no more,}}” {{he}} said.",
            "“{{The sea gave us eleven minutes, no more,}}” said [[Marit Sund]].",
        ),
    ),
    leaves_alone=(
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
    ),
)
