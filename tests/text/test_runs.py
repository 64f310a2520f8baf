"""Which runs of letters and digits stand at a place in a text."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.text.runs import run_at, run_before, runs

TEXTS = st.text("aB1 -’.\x01é", max_size=12)


def test_runs_of_a_stretch() -> None:
    assert runs("Ann’s 2nd boat, gone", 4, 14) == ["s", "2nd", "boat"]
    assert (run_at("Ann’s boat", 6), run_at("Ann’s boat", 5), run_before("Ann’s boat", 3)) == ("boat", "", "Ann")


@given(TEXTS, st.integers(0, 12))
def test_what_ends_and_what_begins_at_a_place_stands_there(text: str, at: int) -> None:
    at = min(at, len(text))
    assert text.startswith(run_at(text, at), at)
    assert text.endswith(run_before(text, at), 0, at)
    assert all(run in text for run in runs(text))
