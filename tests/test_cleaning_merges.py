"""What was cleaned and edited since: the residue back, the edits kept, conflicts told, and nothing lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.catalogue import load_checks
from auditor.cleaning.edits import Removal, clean
from auditor.cleaning.merging import Unlike, merged
from auditor.cleaning.patches import NoUndo, patch_of, undo, write_cleaned
from auditor.cleaning.runs import inspector
from auditor.model import Level
from auditor.reading import make_document
from tests.test_cleaning import ARTICLE, SOUP

INSPECT = inspector(make_document("a.txt", ""), load_checks())
CLEANED = clean(ARTICLE, INSPECT)


def _write(path: Path, text: str, encoding: str = "utf-8") -> bytes:
    path.write_bytes(text.encode(encoding))
    return path.read_bytes()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_residue_is_back_and_the_edit_is_kept(tmp_path: Path, encoding: str, end: str) -> None:
    path, source = tmp_path / "a.txt", ARTICLE.replace("\n", end)
    _write(path, source, encoding)
    write_cleaned(path, path, clean(source, INSPECT))
    text = path.read_bytes().decode(encoding)
    _write(path, text.replace("until autumn", "until spring"), encoding)
    done = undo(path)
    assert (done.edited, done.moved, done.left) == (True, (), ())
    assert path.read_bytes() == source.replace("until autumn", "until spring").encode(encoding)
    assert not patch_of(path).exists()


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text + "More was to come.\n",
        lambda text: "Before all.\n\n" + text,
        lambda text: text.replace("\n\nRepairs", "\n\nA new paragraph stands here.\n\nRepairs"),
        lambda text: text.replace("northern ", ""),
    ],
    ids=["behind", "before", "between", "a word less"],
)
def test_any_edit_keeps_its_words_and_all_that_was_removed_is_back(edit: object) -> None:
    assert callable(edit)
    text = edit(CLEANED.text)
    done = merged(CLEANED.text, text, CLEANED.removals)
    assert not done.moved
    assert "\nShare\n" in done.text
    assert done.text.splitlines().count("Exit mobile version") == 1
    assert [line for line in done.text.splitlines() if line and line not in ("Share", "Exit mobile version")] == [
        line for line in text.splitlines() if line
    ]


@given(SOUP, st.sampled_from(list(Level)))
def test_no_edit_at_all_leads_to_the_source(text: str, level: Level) -> None:
    cleaned = clean(text, INSPECT, level)
    assert merged(cleaned.text, cleaned.text, cleaned.removals).text == text


@given(SOUP, st.integers(0, 300), st.integers(0, 9), st.text(st.sampled_from("ab \n."), max_size=9))
def test_whatever_is_edited_nothing_that_was_removed_is_lost(text: str, at: int, size: int, put: str) -> None:
    cleaned = clean(text, INSPECT)
    edited = cleaned.text[:at] + put + cleaned.text[at + size :]
    try:
        done = merged(cleaned.text, edited, cleaned.removals)
    except Unlike:
        return
    back = [removal.text for removal in cleaned.removals if removal not in done.left]
    assert len(done.text) == len(edited) + sum(map(len, back)) - sum(
        len(removal.replacement) for removal in cleaned.removals if removal not in done.left
    )
    for words in back:
        assert words in done.text


def test_a_repair_that_was_edited_stays_as_edited_and_is_told() -> None:
    removal = Removal(4, 9, "café", "cafÃ©", "encoding-damage", "It is damaged.")
    done = merged("The café is open all day.", "The cafés are open all day.", [removal])
    assert (done.text, done.left) == ("The cafés are open all day.", (removal,))


def test_residue_between_edited_lines_is_back_and_told() -> None:
    cleaned = "First of all.\nSecond of all.\nThird of all, and the rest of the text as it was before.\n"
    edited = "Wholly-other-words\nThird of all, and the rest of the text as it was before.\n"
    removal = Removal(14, 20, "", "Share\n", "share-control", "It shares.")
    done = merged(cleaned, edited, [removal])
    assert "Share\n" in done.text
    assert [one for _, one in done.moved] == [removal]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"file": "b.txt"}, "belongs to another file, b.txt"),
        ({"source": None}, "an earlier version"),
        ({"source": "Another text."}, "is damaged"),
        ({"source": 3}, "an earlier version"),
    ],
)
def test_a_patch_that_does_not_fit_changes_nothing(tmp_path: Path, change: dict[str, object], told: str) -> None:
    path = tmp_path / "a.txt"
    _write(path, ARTICLE)
    write_cleaned(path, path, CLEANED)
    edited = _write(path, f"{CLEANED.text}More.\n")
    record = json.loads(patch_of(path).read_text(encoding="utf-8"))
    patch_of(path).write_text(json.dumps(record | change), encoding="utf-8")
    with pytest.raises(NoUndo, match=told):
        undo(path)
    assert path.read_bytes() == edited
    assert patch_of(path).exists()


def test_another_text_is_not_mixed_with_what_was_removed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    _write(path, ARTICLE)
    write_cleaned(path, path, CLEANED)
    _write(path, "Something else altogether stands in this file now.\n")
    with pytest.raises(NoUndo, match="taken for another"):
        undo(path)


def test_an_undo_that_was_cut_off_puts_nothing_back_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    _write(path, ARTICLE)
    write_cleaned(path, path, CLEANED)
    _write(path, f"{CLEANED.text}More.\n")

    def killed(_path: Path) -> None:
        raise OSError("power cut")

    monkeypatch.setattr(Path, "unlink", killed)
    with pytest.raises(OSError, match="power cut"):
        undo(path)
    monkeypatch.undo()
    once = path.read_bytes()
    undo(path)
    assert path.read_bytes() == once
    assert once.decode().count("Exit mobile version") == 1
