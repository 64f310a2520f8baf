"""Patterns of what to ignore: as the library takes them, in linear time."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from auditor.reading import read
from auditor.reading.patterns import is_pattern, spec_of
from tests.patience import patience

PARTS = st.sampled_from(("*", "a", "b", "?", "/", "**", "[ab]", "[!a]", ".", "\\*", "!", " "))
NAMES = st.text(st.sampled_from("ab./* "), min_size=1, max_size=12)


@given(st.lists(PARTS, min_size=1, max_size=9).map("".join), NAMES)
def test_the_same_names_match(pattern: str, name: str) -> None:
    if not is_pattern(pattern):
        return
    theirs, ours = GitIgnoreSpec.from_lines([pattern]), spec_of([pattern])
    for given_name in (name, name + "/"):
        assert ours.check_file(given_name).include == theirs.check_file(given_name).include


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("*a" * 40 + "b", "a" * 250 + "c"),
        ("?*" * 40 + "b", "a" * 250 + "c"),
        ("[ab]*" * 40 + "c", "ab" * 125),
        ("**" * 40 + "b", "a" * 250 + "c"),
        ("a/**/" * 3 + "b", "a/" * 120 + "c"),
    ],
)
def test_no_pattern_takes_long(pattern: str, name: str) -> None:
    with patience():
        assert spec_of([pattern]).check_file(name).include is None


def test_a_pattern_of_too_many_folders_is_none(tmp_path: Path) -> None:
    assert not is_pattern("**/a/" * 12 + "b")
    (tmp_path / ".gitignore").write_text("/**/a" * 12 + "\nb.txt\r\n")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The ferry sailed.\n")
    assert [document.id for document in read([str(tmp_path)]).documents] == [str(tmp_path / "a.txt")]
