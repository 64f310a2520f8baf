"""Two articles carry one sentence almost word for word, and a word of it says the opposite or names another.

## What it flags
Reprints, rewritten wire copy and summaries share sentences. Where one has a negation that the other has not, an opposite
word in the same place, or another name, the two say different things in the same words.

## Why it matters
One of them was changed on the way. A reader cannot see it, and both look like independent reports.

## How to settle it
Find the text that both come from, and see which of the two still says what it says.

## What it leaves alone
Other forms of one name (Ms Marsh, Elena Marsh; U.S., United States); words used for one another; a denial of the
opposite; numbers and dates, which are compared by their own checks; words in quotation marks, and who is said to say them; sentences of
which more than that differs.

## References
de Marneffe et al. 2008 (ACL P08-1118): negation and antonymy; Laban et al. 2023 (SummEdits) on edits that alter a summary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.asked import brief, side
from auditor.check import Check, example
from auditor.model import Article, Asked, ClaimKind, Confidence, Family, Finding, Severity, Side, Span
from auditor.story.alterations import Alteration, Altered, alterations
from auditor.story.parallel import Sentence, Token
from auditor.story.stories import Story

_BEFORE, _BEHIND = 2, 3
"""Words before and behind a difference that are told with it."""
_NEAR, _OPENING = 6, 40
"""Words of a beginning that is told with the difference; characters of a longer one, by which the sentence is known."""
_MOSTLY = 0.5
"""Share of a sentence's words within quotation marks from which it is somebody's words."""


@dataclass(slots=True)
class _Sides:
    """One difference, with every place that has either wording and the words around it there; ``opening`` is of one sentence."""

    kind: Altered
    words: tuple[str, str]
    places: tuple[dict[Span, str], dict[Span, str]]
    opening: str


def compare(_: str, story: Story) -> Iterator[Finding]:
    """The altered sentences of the articles of one story, each difference once."""
    met: list[_Sides] = []
    for left, right in story.pairs:
        for pair in left.parallel(right):
            found = list(alterations(pair))
            if not found or _spoken(left.article, pair.left) or _spoken(right.article, pair.right):
                continue
            for one in found:
                sides = _span(left.article, one.left), _span(right.article, one.right)
                if not (_quoted(left.article, sides[0]) or _quoted(right.article, sides[1])):
                    around = _around(left.article, pair.left, one.left), _around(right.article, pair.right, one.right)
                    _added(met, one, sides, around, _opening(left.article, pair.left, one.left))
    for difference in met:
        yield _finding(difference)


def _added(met: list[_Sides], one: Alteration, sides: tuple[Span, Span], around: tuple[str, str], opening: str) -> None:
    """Note a difference with one met before, where they share a place and the words."""
    words = _plain(sides[0]), _plain(sides[1])
    for known in met:
        order = 1 if known.words == words else -1 if known.words == words[::-1] else 0
        if order and (known.places[0].keys() | known.places[1].keys()) & set(sides):
            for places, place, told in zip(known.places, sides[::order], around[::order], strict=True):
                places[place] = told
            return
    met.append(_Sides(one.kind, words, ({sides[0]: around[0]}, {sides[1]: around[1]}), opening))


def _around(article: Article, sentence: Sentence, tokens: Sequence[Token]) -> str:
    """The words of a difference with a few of its sentence on either side."""
    at = sentence.tokens.index(tokens[0])
    shown = sentence.tokens[_before(at) : at + len(tokens) + _BEHIND]
    return " ".join(article.document.text[shown[0].start : shown[-1].end].split())


def _before(at: int) -> int:
    """The first word that is told with a difference at a word."""
    return 0 if at <= _NEAR else at - _BEFORE


def _opening(article: Article, sentence: Sentence, tokens: Sequence[Token]) -> str:
    """The beginning of a sentence, as far as the words told of the difference; empty where nothing is left."""
    before = sentence.tokens[: _before(sentence.tokens.index(tokens[0]))]
    words = article.document.text[before[0].start : before[-1].end] if before else ""
    return words and f"{brief(words, _OPENING).rstrip('…')}…"


def _plain(span: Span) -> str:
    return " ".join(span.text.lower().split())


def _span(article: Article, tokens: Sequence[Token]) -> Span:
    return article.document.span(tokens[0].start, tokens[-1].end)


def _quoted(article: Article, span: Span) -> bool:
    return any(claim.kind == ClaimKind.QUOTATION and claim.span.overlaps(span) for claim in article.claims)


def _spoken(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence is mostly somebody's words: who says them, and to whom, may be told in many ways."""
    inside = sum(any(start <= token.start < end for start, end in _quotations(article)) for token in sentence.tokens)
    return inside > _MOSTLY * len(sentence.tokens)


def _quotations(article: Article) -> list[tuple[int, int]]:
    return [(claim.span.start, claim.span.end) for claim in article.claims if claim.kind == ClaimKind.QUOTATION]


def _finding(found: _Sides) -> Finding:
    first, second = sorted((_side(places) for places in found.places), key=lambda told: told.places)
    fewer, more = (first, second) if len(first.places) < len(second.places) else (second, first)
    subject = found.opening or more.value
    sentence = f" in “{found.opening}”" if found.opening else ""
    return CHECK.finding(
        Asked(
            "wording",
            subject,
            f"Which is it{sentence}: “{brief(fewer.value)}” or “{brief(more.value)}”?",
            (fewer, more),
            "Both hold only if the sentences speak of two things.",
        ),
        fewer.places[0],
        [*fewer.places[1:], *more.places],
        confidence=Confidence.HIGH if found.kind == Altered.NEGATION else Confidence.MEDIUM,
    )


def _side(places: Mapping[Span, str]) -> Side:
    ordered = sorted(places)
    return side(ordered, places[ordered[0]])


CHECK = Check(
    id="altered-sentence",
    family=Family.CONFLICT,
    severity=Severity.WARNING,
    since="0.2.0",
    docs=__doc__ or "",
    contrast=compare,
    flags=(
        example(
            "one negation more",
            "The harbour board said on Tuesday that the crane had {{been}} inspected before the accident.",
            "The harbour board said on Tuesday that the crane had [[not]] been inspected before the accident.",
        ),
        example(
            "an opposite word",
            "The court in Lund {{acquitted}} the former treasurer of false accounting after a trial of two weeks.",
            "The court in Lund [[convicted]] the former treasurer of false accounting after a trial of two weeks.",
        ),
        example(
            "another place in a row",
            "The group presented the {{first}} proof that a network of this kind keeps within its bounds for every input.",
            "The group presented the [[second]] proof that a network of this kind keeps within its bounds for every input.",
        ),
        example(
            "another name",
            "The contract for the bridge went to a builder from {{Denmark}}, which had asked for the lowest price.",
            "The contract for the bridge went to a builder from [[Portugal]], which had asked for the lowest price.",
        ),
    ),
    leaves_alone=(
        example(
            "two forms of one name",
            "The minister said that the United States had agreed to reopen the crossing by summer.",
            "The minister said that the U.S. had agreed to reopen the crossing by summer.",
        ),
        example(
            "a title for a given name",
            "The proposal of Ms Marsh on weekend work was put to the drivers at noon.",
            "The proposal of Elena Marsh on weekend work was put to the drivers at noon.",
        ),
        example(
            "a denial of the opposite",
            "The committee did not reject the plan for a new harbour at Lund.",
            "The committee did accept the plan for a new harbour at Lund.",
        ),
        example(
            "a state by its adjective and its initials",
            "The protesters brought down the American flag in the yard and burned it by the gate.",
            "The protesters brought down the U.S. flag in the yard and burned it by the gate.",
        ),
        example(
            "if and unless",
            "The editor of the paper said that he will not come unless the meeting is on the record.",
            "The editor of the paper said that he will not come if the meeting is off the record.",
        ),
        example(
            "who tells somebody's words",
            "“I have every trust in the builder of the new bridge and its gates,” Olsen told Radio Elm.",
            "“I have every trust in the builder of the new bridge and its gates,” the Lund mayor said.",
        ),
        example(
            "a bound",
            "The storm damaged no fewer than forty houses along the coast road, the mayor said.",
            "The storm damaged forty houses along the coast road, the mayor said.",
        ),
        example(
            "words used for one another",
            "The captain left the ship before the rescue boats came to the island.",
            "The captain left the vessel before the rescue boats came to the island.",
        ),
        example(
            "not only",
            "The mayor praised the firemen and the many neighbours who had helped them.",
            "The mayor praised not only the firemen and the many neighbours who had helped them.",
        ),
        example(
            "who says what both have somebody say",
            "“The crane on the quay was inspected three times in the winter of the great storm and again in the spring,” said the old owner of the harbour board.",
            "“The crane on the quay was inspected three times in the winter of the great storm and again in the spring,” said the new owner of the harbour board.",
        ),
    ),
)
