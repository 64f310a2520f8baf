"""Articles and sketches as they are read from an index."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from auditor.model import Article
from auditor.store.index.file import Damaged
from auditor.store.index.rows import names_read, runs_read, unpacked
from auditor.story.sketches import Sketch

ARTICLE = "number, id, content, story_group, first, last, language, names"
"""The columns that a sketch is read from."""
Row = Sequence[Any]
"""Those columns of an article."""


def read_sketch(database: sqlite3.Connection, row: Row, *, whole: bool) -> Sketch:
    """The sketch that a row tells; ``whole`` with its runs of words. Raises ``Damaged``."""
    number, document, _, group, first, last, language, names = row
    texts = all(isinstance(text, str) for text in (document, group, language))
    if not texts or not all(day is None or isinstance(day, int) for day in (first, last)):
        raise Damaged("a row of an article is damaged")
    quoted = own = b""
    if whole:
        runs = database.execute("SELECT quoted, own FROM records WHERE number = ?", (number,)).fetchone()
        quoted, own = map(runs_read, runs or (None, None))
    return Sketch(document, group, document, language, names_read(names), (first, last), quoted, own)


def read_article(database: sqlite3.Connection, row: Row) -> Article:
    """The article of a row. Raises ``Damaged``."""
    found = database.execute("SELECT record FROM records WHERE number = ?", (row[0],)).fetchone()
    if found is None or not isinstance(found[0], bytes):
        raise Damaged(f"what was made of {row[1]} is missing")
    return unpacked(found[0], row[1])
