"""Comparisons settled: of two claims the verdict that says most, in however many ways they met."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from itertools import permutations

from auditor.model import Claim, ClaimKind, Comparison, Event, Span, Verdict
from auditor.settled import Settled, by_story
from auditor.steps.merge import settled as settled_into
from auditor.steps.outcomes import Outcome
from auditor.store.shelf import Shelf


def claim(document: str, start: int) -> Claim:
    return Claim(ClaimKind.EVENT, Span(document, start, start + 2, "14"), Event("truce"))


def comparison(verdict: Verdict, left: str = "a", right: str = "b", start: int = 0, reason: str = "") -> Comparison:
    return Comparison("check", verdict, claim(left, start), claim(right, start), reason)


def settled(stories: Iterable[Iterable[Comparison]], kept: MutableMapping[str, Outcome]) -> Settled:
    return settled_into((Outcome(comparisons=tuple(one)) for one in stories), kept)


AGREE = comparison(Verdict.AGREE)
APART = comparison(Verdict.NOT_COMPARABLE)
CONFLICT = comparison(Verdict.CONFLICT)
OTHER = comparison(Verdict.AGREE, "a", "c")


def test_the_verdict_that_says_most_stands_whatever_the_order() -> None:
    for order in permutations((AGREE, APART, CONFLICT)):
        assert tuple(settled([order], {})) == (CONFLICT,)


def test_of_two_reasons_for_one_verdict_the_same_one_stands() -> None:
    one, two = (comparison(Verdict.COMPATIBLE, reason=reason) for reason in ("a bound", "rounded"))
    assert tuple(settled([[one, two]], {})) == tuple(settled([[two, one]], {})) == (one,)


def test_they_may_lie_in_a_file() -> None:
    stories = [[CONFLICT, AGREE], [], [OTHER]]
    kept: Shelf[Outcome] = Shelf()
    assert settled(stories, kept) == settled(stories, {}) == (CONFLICT, OTHER)
    assert len(kept) == 3


def test_nothing_compared_is_nothing() -> None:
    held = settled([[], []], {})
    assert (len(held), tuple(held), AGREE in held) == (0, (), False)
    assert AGREE in settled([[AGREE]], {})


def test_they_are_gone_through_story_by_story() -> None:
    assert [list(one) for one in by_story(settled([[CONFLICT], [OTHER]], {}))] == [[CONFLICT], [OTHER]]
    assert [list(one) for one in by_story((CONFLICT, OTHER))] == [[CONFLICT, OTHER]]
