"""The shelf: the same articles from a file, in this process and in others."""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.audit import audit, read_article
from auditor.catalogue import load_checks
from auditor.model import Article
from auditor.reading import make_document, read
from auditor.store.shelf import Shelf, ShelfError

Run = Callable[..., subprocess.CompletedProcess[str]]
ARTICLES = {name: read_article(make_document(name, f"The ferry {name} sank with 212 people aboard.")) for name in "ab"}


def filled() -> Shelf[Article]:
    shelf: Shelf[Article] = Shelf()
    shelf.update(ARTICLES)
    return shelf


def test_what_is_put_on_comes_back_in_order() -> None:
    shelf = filled()
    assert dict(shelf) == ARTICLES
    assert list(shelf) == ["a", "b"]
    assert "c" not in shelf
    del shelf["a"]
    assert len(shelf) == 1


def test_another_process_reads_it_and_does_not_fill_it() -> None:
    shelf = filled()
    code = "import pickle, sys; print(pickle.load(sys.stdin.buffer)['b'].claims[0].span.text)"
    done = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(shelf), capture_output=True, check=True)
    assert done.stdout == b"212 people\n"
    with pytest.raises(ValueError, match="only who made"):
        pickle.loads(pickle.dumps(shelf))["c"] = ARTICLES["a"]


def test_its_file_goes_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    shelf = filled()
    assert len(list(tmp_path.iterdir())) == 1
    del shelf
    gc.collect()
    assert list(tmp_path.iterdir()) == []


def test_where_there_is_no_room_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at/all")
    with pytest.raises(ShelfError, match="TMPDIR"):
        Shelf()


def test_a_report_of_articles_on_a_shelf_is_the_same() -> None:
    documents = read([str(Path(__file__).resolve().parents[2] / "seeds")]).documents
    checks = load_checks()
    assert audit(documents, checks, shelves=Shelf) == audit(documents, checks)
