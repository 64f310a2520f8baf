"""Short names of documents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.reports.names import LONGEST, short_names


def names(*documents: str) -> list[str]:
    given = short_names(documents)
    return [given[document] for document in documents]


def test_a_name_is_the_end_of_its_path_that_no_other_has() -> None:
    assert names("story/a.txt", "story/b.txt") == ["a", "b"]
    assert names("one/a.txt", "two/a.txt", "two/b.txt") == ["one/a", "two/a", "b"]
    assert names("x/one/a.txt", "y/one/a.txt", "a.txt") == ["x/one/a", "y/one/a", "a"]


def test_the_ending_stays_where_it_tells_two_apart() -> None:
    assert names("a.txt", "a.md") == ["a.txt", "a.md"]
    assert names("rows.jsonl:1", "rows.jsonl:2") == ["rows.jsonl:1", "rows.jsonl:2"]
    assert names("s/.txt", "report.final") == [".txt", "report.final"]


def test_of_long_names_it_is_how_they_begin() -> None:
    assert names("r/npr_qYedMNDZHvHzQTBC.txt", "r/washingtontimes_yPqux29fNL07DmWd.txt") == ["npr…", "washingtontimes…"]
    assert names("talks-in-istanbul-today.txt", "talks-in-istanbul-later.txt") == [
        "talks-in-istanbul-today",
        "talks-in-istanbul-later",
    ]
    assert names("cnn_qYedMNDZHvHzQTBC1", "cnn_yPqux29fNL07DmWd1") == ["cnn_qYed…", "cnn_yPqu…"]
    assert names("0123456789abcdef0123456789abcdef") == ["012345…"]
    assert names("a.txt", "a-very-long-name-indeed.txt") == ["a", "a-very…"]


def test_the_order_changes_nothing_and_nothing_has_no_name() -> None:
    documents = ["x/a.txt", "y/a.txt", "b.txt"]
    assert short_names(documents) == short_names(reversed(documents))
    assert short_names(()) == {}


@given(st.lists(st.text(alphabet="ab/._-", min_size=1, max_size=30), unique=True))
def test_no_two_are_alike(documents: list[str]) -> None:
    found = short_names(documents)
    assert len(set(found.values())) == len(documents)
    assert all(len(name) <= max(LONGEST, len(document)) for document, name in found.items())
