"""Whether two quotations are one, and how the words changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Claim, ClaimKind, Quotation, Span
from auditor.wording import Change, change, edits, quotation_keys, words

BASE = "We cannot say that the gate was left open by the crew on Monday night"


def changes(one: str, other: str) -> list[Change] | None:
    left, right = words(one), words(other)
    found = edits(left, right)
    return None if found is None else [change(one, other, left, right, edit) for edit in found]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (BASE, []),
        (BASE.replace("that", "– that"), []),
        (BASE.replace("cannot", "can"), [Change.NEGATION]),
        (BASE.replace("cannot", "can not"), []),
        (BASE.replace("cannot", "can’t"), [Change.SLIGHT]),
        (BASE.replace("Monday", "Friday"), [Change.NAME]),
        (BASE.removesuffix(" on Monday night"), [Change.SHORTENED]),
        (BASE.replace("by the crew ", "… "), [Change.SHORTENED]),
        (BASE.replace("by the crew ", ""), [Change.CUT]),
    ],
)
def test_changes(other: str, expected: list[Change]) -> None:
    assert changes(BASE, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("We counted forty boats in the whole bay", "We counted ninety boats in the whole bay", Change.NUMBER),
        ("The old wall will be pulled down soon", "The old wall may be pulled down soon", Change.MODAL),
        ("All of the people here support the plan", "All of the people here oppose the plan", Change.OPPOSITE),
        ("This is the number one aim of the team", "This is the No. 1 aim of the team", Change.NONE),
        ("We met in the year 10 of the siege", "We met in the year ten of the siege", Change.NONE),
    ],
)
def test_grave_words(one: str, other: str, expected: Change) -> None:
    assert changes(one, other) == [expected]


def test_stock_phrases_are_no_same_quotation() -> None:
    one = "The president of the United States of America has to act on this now"
    other = "Nobody I know has met the president of the United States of America since"
    assert changes(one, other) is None


SENTENCE = st.lists(
    st.sampled_from("""we the boats were not lost in bay on Monday forty of them said and will go""".split()),
    min_size=5,
)


@given(SENTENCE)
def test_equal_words_have_no_edits(told: list[str]) -> None:
    text = " ".join(told)
    assert changes(text, text) == []
    assert changes(text, text.replace(" ", "  ").replace("said", "said,") + ".") == []


@given(SENTENCE, SENTENCE)
def test_being_one_quotation_is_symmetric(one: list[str], other: list[str]) -> None:
    left, right = words(" ".join(one)), words(" ".join(other))
    assert (edits(left, right) is None) == (edits(right, left) is None)


def test_keys_are_runs_of_four_words() -> None:
    claim = Claim(ClaimKind.QUOTATION, Span("a", 0, 30, "We will not sell the boats to them"), Quotation("direct"))
    keys = list(quotation_keys(claim))
    assert ("quotation", "we", "will", "not", "sell") in keys
    assert ("quotation", "sell", "the", "boats", "to") in keys
    assert all(len(key) == 5 for key in keys)
