"""What a step cannot take is left out and told; the rest is made all the same."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.catalogue import load_checks
from auditor.languages.en.code import find_offices
from auditor.model import Claim, ClaimKind
from auditor.reading import make_document
from auditor.salvage import MOST, raising, salvaged, told
from auditor.steps import map as map_step
from auditor.steps.map import Means, examine

TEXT = (
    "The mayor, Ann Lowe, opened the pier on 2 May 2024.\n\n"
    "Nobody can read this.\n\n"
    "The ferry cost $12 million, said Paul Starke, the port’s director.\n"
)


@pytest.mark.usefixtures("salvaging")
@given(st.lists(st.booleans(), max_size=20))
def test_what_fails_is_left_out_by_itself(parts: list[bool]) -> None:
    def step(kept: Sequence[int]) -> list[int]:
        for part in kept:
            if parts[part]:
                raise ValueError(part)
        return list(kept)

    bad = [part for part, fails in enumerate(parts) if fails]
    found = salvaged(step, range(len(parts)))
    if len(bad) <= MOST:
        assert found.made == [part for part in range(len(parts)) if part not in bad]
        assert [(part, str(error)) for part, error in found.lost] == [(part, str(part)) for part in bad]
        assert found.error is None
    else:
        assert found.made is None
        assert isinstance(found.error, ValueError)


def test_a_step_that_cannot_take_even_nothing_makes_nothing() -> None:
    def step(_: Sequence[int]) -> None:
        raise KeyError("always")

    with raising(False):
        assert isinstance(salvaged(step, [1, 2]).error, KeyError)
    with pytest.raises(KeyError):
        salvaged(step, [1, 2])


def test_an_error_is_told_in_words_that_can_be_written_out() -> None:
    assert told(ValueError("odd \ud800")) == "ValueError: odd \\ud800"


@pytest.mark.usefixtures("salvaging")
def test_a_paragraph_that_an_extractor_cannot_read_costs_its_claims_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fragile(prose: object, *rest: object) -> list[Claim]:
        if "Nobody can" in prose.text:  # type: ignore[attr-defined]
            raise IndexError("on purpose")
        return list(find_offices(prose, *rest))  # type: ignore[arg-type]

    monkeypatch.setattr("auditor.languages.en.code.find_offices", fragile)
    article, outcome = examine(make_document("a.txt", TEXT), Means.of(load_checks()))
    [problem] = outcome.problems
    assert problem.document == "a.txt"
    assert problem.error == "The paragraph in line 3 was not read for claims: offices: IndexError: on purpose"
    assert {claim.kind for claim in article.claims} >= {ClaimKind.OFFICE, ClaimKind.DATE, ClaimKind.QUANTITY}


@pytest.mark.usefixtures("salvaging")
def test_a_day_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fragile(*_: object) -> None:
        raise OverflowError("on purpose")

    monkeypatch.setattr(map_step, "stated_date", fragile)
    article, outcome = examine(make_document("a.txt", TEXT), Means.of(load_checks()))
    assert [problem.error for problem in outcome.problems] == [
        "The day it was written on was not read: OverflowError: on purpose"
    ]
    assert article.claims
