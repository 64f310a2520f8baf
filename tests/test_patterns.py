import re

from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Prose
from auditor.text.alternation import end_of_word, one_of
from auditor.text.runs import STEP

WORDS = st.sets(st.text("ab -.(", min_size=1, max_size=5), min_size=1, max_size=8)


def test_shared_beginnings_are_factored_out() -> None:
    assert one_of(["wars", "war", "warfare"]) == "war(?:(?:fare|s))?"


@given(WORDS, st.text("ab -.(", max_size=12))
def test_finds_what_a_plain_alternation_finds_longest_first(words: set[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    assert re.findall(one_of(words), text) == re.findall(plain, text)


def test_lower_case_keeps_every_place() -> None:
    prose = Prose("a", "İstanbul ÇAĞRI", (), ())
    assert prose.lower == "istanbul çağri"


@given(st.sets(st.text("ab", min_size=1, max_size=3), min_size=1, max_size=5), st.text("abAB -.", max_size=14))
def test_looks_up_what_a_lazy_pattern_would_find(words: set[str], text: str) -> None:
    lazy = re.compile(rf"(?:{STEP.pattern}){{0,2}}?(?:{one_of(words)})\b", re.I).match(text)
    assert end_of_word(text, 0, len(text), words, 2) == (lazy.end() if lazy else None)


def test_looks_no_further_than_it_may() -> None:
    assert end_of_word("the old chairman", 0, 16, {"chairman"}, 2) == 16
    assert end_of_word("the old chairman", 0, 16, {"chairman"}, 1) is None
