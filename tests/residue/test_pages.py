"""Pages of twelve kinds, written for this project: nothing of their articles goes at the level that is safe, most residue at the next.

In the files of ``pages`` every line that is residue is marked with ``~ ``; the other lines are the article.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor.catalogue import residue_classes
from auditor.model import Level
from auditor.reading import make_document
from auditor.residue.blocks import lay_out
from auditor.residue.levels import level_of

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
MARK = "~ "
LEAST = 0.6
"""Share of the residue of all pages that is found at the level ``likely``."""
EACH = 0.4
"""Share of the residue of every page that is."""


@dataclass(frozen=True)
class Judged:
    """The lines of a page that cleaning takes at a level, by whether they are marked as residue."""

    residue: list[str]
    found: list[str]
    lost: list[str]


def judged(path: Path, level: Level) -> Judged:
    marked = path.read_text(encoding="utf-8").splitlines()
    text = "\n\n".join(line.removeprefix(MARK) for line in marked)
    pieces = lay_out(make_document(path.name, text), residue_classes()).residue
    taken = [piece.span for piece in pieces if level.takes(level_of(piece, text))]
    residue, found, lost = [], [], []
    at = 0
    for line in marked:
        words = line.removeprefix(MARK)
        hit = any(span.start < at + len(words) and at < span.end for span in taken)
        if line.startswith(MARK):
            residue.append(words)
            found += [words] if hit else []
        else:
            lost += [words] if hit else []
        at += len(words) + 2
    return Judged(residue, found, lost)


def test_the_kinds_of_pages() -> None:
    assert len(PAGES) == 12


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_nothing_of_the_article_is_lost(path: Path) -> None:
    assert judged(path, Level.SAFE).lost == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_most_of_the_residue_is_likely(path: Path) -> None:
    page = judged(path, Level.LIKELY)
    missed = [line for line in page.residue if line not in page.found]
    assert len(page.found) >= EACH * len(page.residue), missed


def test_what_is_found_at_likely() -> None:
    pages = [judged(path, Level.LIKELY) for path in PAGES]
    assert sum(len(page.found) for page in pages) >= LEAST * sum(len(page.residue) for page in pages)
