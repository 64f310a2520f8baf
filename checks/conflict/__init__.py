"""Conflicts: claims about one subject that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from auditor.asked import side
from auditor.check import Check
from auditor.comparing.questions import question
from auditor.languages.en.lexicon.concepts import CONCEPTS
from auditor.model import Asked, Claim, Finding, Quantity, Side, Span
from auditor.story.mentions import Mention
from auditor.story.plain import plain


def across(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Every pair of claims of two different documents, in the order of their places."""
    for one, other in combinations(sorted(claims, key=lambda claim: claim.span), 2):
        if one.span.document != other.span.document:
            yield one, other


def fullest(names: Iterable[Span]) -> str:
    """The longest of the names that places give one person or thing, on one line; of names as long the first."""
    return max((" ".join(span.text.split()) for span in sorted(set(names))), key=len, default="")


def either(one: str, other: str) -> str:
    """Two names as a question puts them, a shared beginning or end told once: "Robert or Rupert Oyelaran"."""
    mine, theirs = one.split(), other.split()
    if 1 in (len(mine), len(theirs)):
        return f"{mine[-1]} or {theirs[-1]}"
    most = min(len(mine), len(theirs)) - 1
    ahead, behind = (min(most, _shared(*both)) for both in ((mine, theirs), (mine[::-1], theirs[::-1])))
    if ahead and not behind:
        return f"{one} or {' '.join(theirs[ahead:])}"
    return f"{' '.join(mine[: len(mine) - behind])} or {other}" if behind and not ahead else f"{one} or {other}"


def _shared(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words two names begin with alike."""
    return next((n for n, both in enumerate(zip(mine, theirs, strict=False)) if both[0] != both[1]), len(mine))


def rarer_first(one: Sequence[Span], other: Sequence[Span]) -> tuple[Sequence[Span], Sequence[Span]]:
    """The two sides, the one with fewer places first; of two as frequent the one that stands later."""
    return (one, other) if (len(one), other[0]) < (len(other), one[0]) else (other, one)


def counted(mention: Mention) -> Quantity:
    """The quantity of a mention of one. Raises ``TypeError`` for another kind of value."""
    if not isinstance(mention.claim.value, Quantity):
        raise TypeError(f"{mention.claim.kind} is no quantity")
    return mention.claim.value


def swapped(one: Mention, other: Mention) -> bool:
    """Whether two numbers hold the same digits in another order, as slips of copying do; round numbers never do."""
    mine, theirs = (f"{counted(mention).low or 0:g}" for mention in (one, other))
    digits = [sorted(c for c in number if c in "123456789") for number in (mine, theirs)]
    return mine != theirs and len(mine) == len(theirs) and digits[0] == digits[1] and len(digits[0]) > 1


def alike(mine: str, theirs: str) -> bool:
    """Whether two nouns are of one class, so that newsrooms use them for one another."""
    return bool(set(CONCEPTS.get(mine, ())) & set(CONCEPTS.get(theirs, ())))


def differ(
    check: Check, kind: str, probability: float | None, fewer: Sequence[Mention], more: Sequence[Mention], settle: str
) -> Finding:
    """The finding that two values of one thing exclude each other: the rarer one first, with all that give either.

    ``kind`` is what sort of value it is, in a word; ``settle`` is when both hold all the same. How probable it is says how
    much it weighs.
    """
    asked = question((*fewer, *more))
    return check.finding(
        Asked(kind, asked.subject, asked.text, (answer(fewer), answer(more)), settle),
        fewer[0].claim.span,
        [mention.claim.span for mention in (*fewer[1:], *more)],
        probability=probability,
    )


def answer(mentions: Sequence[Mention]) -> Side:
    """The side that mentions of one value make."""
    return side((mention.claim.span for mention in mentions), same=plain(mentions[0].claim))
