"""Whether two quotations are one, and how the words changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Claim, ClaimKind, Quotation, Span
from auditor.wording import Change, change, edits, quotation_keys, retelling, spoken

BASE = "We cannot say that the gate was left open by the crew on Monday night"


def changes(one: str, other: str) -> list[Change] | None:
    left, right = spoken(one), spoken(other)
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We believed that Gen. Berg was open to blackmail", "We believed that General Berg was open to blackmail"),
        ("We came to the port in Sept. to buy boats", "We came to the port in September to buy boats"),
        ("It is OK for us to keep that boat", "It is okay for us to keep that boat"),
        ("We would keep that seat in the U.S. team", "We would keep that seat in the US team"),
        ("The States’ boats will leave the harbour at noon", "The States’s boats will leave the harbor at noon"),
        ("Every expert knows that (insurance) rates go up", "Every expert knows that rates go up"),
        ("[W]hile the report is long, it does not clear him", "While the report is long, it does not clear him"),
        ("We met Mr. Berg and all of his crew at noon", "We met Berg and all of his crew at noon"),
        ("People who came to Port Lund will stay for good", "People who came to PL will stay for good"),
    ],
)
def test_other_ways_of_writing_change_no_word(one: str, other: str) -> None:
    assert set(changes(one, other) or ()) <= {Change.NONE}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("We will go on with all of our old boats", "We’ll go on with all of our old boats", Change.SLIGHT),
        ("The board has kept the rules of the old port", "The board had kept the rules of the old port", Change.WORDS),
        ("The crew has seen the weaknesses of the port", "The crew has seen the weakness of the port", Change.SLIGHT),
        ("I have no idea, no idea, why he sold the boat", "I have no idea why he sold the boat", Change.SLIGHT),
        (
            "The guard closed the gate that was open all night",
            "The guard closed the gate that open all night",
            Change.SLIGHT,
        ),
        ("The guard closed the old gate at noon that day", "The guard closed the gate at noon that day", Change.CUT),
    ],
)
def test_small_changes_are_told_from_others(one: str, other: str, expected: Change) -> None:
    assert changes(one, other) == [expected]


def test_a_word_in_another_place_is_moved() -> None:
    told = retelling(
        "It is and will always remain a matter of regret", "It is and always will remain a matter of regret"
    )
    assert told is not None
    assert told.kinds == {Change.MOVED}


def test_a_trimmed_quotation_is_not_spliced_from_an_earlier_word() -> None:
    long = "I have seen the films and I am troubled by the death. I expect justice to be done swiftly, and soon."
    assert changes(long, "I expect justice to be done swiftly") == [Change.SHORTENED, Change.SHORTENED]
    assert changes("I expect justice to be done swiftly", long) == [Change.SHORTENED, Change.SHORTENED]


def test_quotations_that_overlap_are_one() -> None:
    one = (
        "The harbour is doing fine, thank you for asking. Where we see a need in our town it is the fault of the state"
    )
    other = "Where we see a want in our town it is the fault of the state, often for lack of money from the crown"
    assert changes(one, other) == [Change.SHORTENED, Change.WORDS, Change.SHORTENED]


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("The guard is the hero here and he saved many lives.", Change.BROKEN),
        ("The guard is the hero here and he saved many lives,", Change.SHORTENED),
        ("The guard is the hero here and he saved many lives ...", Change.SHORTENED),
    ],
)
def test_a_full_stop_breaks_a_sentence_off(short: str, expected: Change) -> None:
    assert changes("The guard is the hero here and he saved many lives by taking the gun away.", short) == [expected]


def test_a_guess_whose_guess_is_cut_off_is_broken() -> None:
    told = changes("It appears to me that the train was on the wrong track.", "the train was on the wrong track.")
    assert told == [Change.BROKEN]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We are not out of paint", "We are out of paint"),
        ("The bells were never sold", "The bells were sold"),
        ("did not exonerate him", "it also does not exonerate him"),
    ],
)
def test_few_words_are_one_quotation_where_one_speaker_says_them(one: str, other: str) -> None:
    assert retelling(one, other) is None
    told = retelling(one, other, one_speaker=True)
    assert told is not None
    assert not told.sure


def test_two_occasions_differ_in_more_places() -> None:
    one = "I did not take the money, nor know of anyone else in the board who took it"
    assert (told := retelling(one, one.replace("money", "coins")))
    assert told.close
    assert (told := retelling(one, "I did not take that money, nor do I know of anyone in the board who did take it"))
    assert not told.close


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
    left, right = spoken(" ".join(one)), spoken(" ".join(other))
    assert (edits(left, right) is None) == (edits(right, left) is None)


def test_keys_are_runs_of_four_words() -> None:
    claim = Claim(ClaimKind.QUOTATION, Span("a", 0, 30, "We will not sell the boats to them"), Quotation("direct"))
    keys = list(quotation_keys(claim))
    assert ("quotation", "we", "will", "not", "sell") in keys
    assert ("quotation", "sell", "the", "boats", "to") in keys
    assert all(len(key) == 5 for key in keys)


def test_quotations_of_one_speaker_meet_under_each_telling_word() -> None:
    said = Quotation("direct", Span("a", 40, 44, "Ruiz"))
    claim = Claim(ClaimKind.QUOTATION, Span("a", 0, 22, "We are not out of paint"), said, source="Ana Ruiz")
    assert list(quotation_keys(claim))[:1] == [("said", "ruiz", "paint")]
