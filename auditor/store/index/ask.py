"""What an index is asked: what it holds, what a source repeats, and which of its articles are compared with new ones."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from auditor.model import Article, Document
from auditor.residue.recurrence import LEAST, SHARE, Seen, Site, site_of
from auditor.store.index.beside import Beside, Nearby
from auditor.store.index.file import CorpusIndexError, can_be_kept, opened, told
from auditor.store.index.read import ARTICLE, read_article
from auditor.story.sketches import Sketch

_ENOUGH = 5_000
"""Articles of one line that are kept in memory at most: enough for a source of half a million pages."""
_AT_ONCE = 400
"""Values asked for in one query: SQLite takes some 32,000, older ones 999."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Info:
    """What an index holds: articles, sources that are known, names, and lines that are furniture of their source.

    ``size`` are its bytes; ``made_by`` tells of the tool and the rules by which its articles were read, ``tool`` of the version.
    """

    articles: int
    sources: int
    names: int
    furniture: int
    size: int
    made_by: str
    tool: str


@dataclass(frozen=True, slots=True)
class Held:
    """An article that an index holds: its number, all that it was made of, and where its document was read from."""

    number: int
    content: str
    place: str


def info(path: Path) -> Info:
    """What an index holds, by whatever rules it was made. Raises ``CorpusIndexError``."""
    with closing(opened(path)) as database, told(path):
        [(articles,)] = database.execute("SELECT COUNT(*) FROM articles")
        [(sources,)] = database.execute("SELECT COUNT(DISTINCT site) FROM articles WHERE site != ''")
        [(names,)] = database.execute("SELECT COUNT(*) FROM (SELECT DISTINCT name FROM names)")
        [(furniture,)] = database.execute(
            """SELECT COUNT(*) FROM (
                   SELECT lines.site, COUNT(DISTINCT articles.page) AS found FROM lines JOIN articles USING (number)
                   GROUP BY lines.site, lines.line
               ) AS counted
               JOIN (SELECT site, COUNT(*) AS pages FROM articles GROUP BY site) AS sizes ON sizes.site = counted.site
               WHERE found >= ? AND found >= ? * sizes.pages""",
            (LEAST, SHARE),
        )
        return Info(articles, sources, names, furniture, path.stat().st_size, *_about(path, database))


def _about(path: Path, database: sqlite3.Connection) -> tuple[str, str]:
    """By what an index was made. Raises ``CorpusIndexError``."""
    found = database.execute("SELECT made_by, tool FROM about LIMIT 2").fetchall()
    if len(found) != 1:
        raise CorpusIndexError(f"{path} does not say what made it. Remove it and build it anew.")
    return str(found[0][0]), str(found[0][1])


class Index:
    """An index to ask, open until it is closed."""

    def __init__(self, path: Path, made_by: str) -> None:
        """Open it; ``made_by`` tells of the tool and the rules of this run.

        Raises ``CorpusIndexError`` where the file is missing, is no index, or was made by another tool or other rules.
        """
        self._path = path
        self._database = opened(path)
        self._out: dict[int, tuple[str, str]] = {}
        try:
            with told(path):
                other, _ = _about(path, self._database)
            if other != made_by:
                raise CorpusIndexError(
                    f"{path} was made by another version of the tool, of Python, or of a check or language that is installed. "
                    f"Make it anew with `auditor index build PATH... --index {path}`."
                )
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def held(self) -> Mapping[str, Held]:
        """All articles by their ids. Raises ``CorpusIndexError``."""
        with told(self._path):
            found = self._database.execute("SELECT id, number, content, place FROM articles")
            return {str(document): Held(number, content, place) for document, number, content, place in found}

    def leave_out(self, documents: Iterable[Document]) -> None:
        """Answer from now on as if it held none of these documents, nor the same text of the same source and group.

        Raises ``CorpusIndexError``.
        """
        given = list(documents)
        texts = {(one.group, one.sha256, site_of(one)[0]) for one in given}
        columns = "number, story_group, text, site"
        with told(self._path):
            same = self._in("id", [one.id for one in given], columns)
            alike = self._in("text", [one.sha256 for one in given], columns)
            self._out.update({row[0]: (row[1], row[3]) for row in same})
            self._out.update({row[0]: (row[1], row[3]) for row in alike if tuple(row[1:]) in texts})

    def leave_out_numbers(self, numbers: Collection[int]) -> None:
        """Answer from now on as if it held none of the articles of these numbers. Raises ``CorpusIndexError``."""
        with told(self._path):
            found = self._in("number", numbers, "number, story_group, site")
            self._out.update({number: (group, site) for number, group, site in found})

    def _in(self, column: str, values: Collection[str | int], columns: str) -> Iterator[Sequence[Any]]:
        asked = [one for one in values if not isinstance(one, str) or can_be_kept(one)]
        for some in _parts(asked):
            marks = ", ".join("?" * len(some))
            yield from self._database.execute(f"SELECT {columns} FROM articles WHERE {column} IN ({marks})", some)

    def seen(self, site: Site, lines: Collection[str]) -> Seen:
        """How many pages of a source it holds, and the articles that have each of the lines.

        Raises ``CorpusIndexError`` where the file is damaged.
        """
        if not can_be_kept(site[0]):
            return Seen(0, {})
        with told(self._path):
            return self._seen(site, lines)

    def _seen(self, site: Site, lines: Collection[str]) -> Seen:
        [(pages,)] = self._database.execute("SELECT COUNT(*) FROM articles WHERE site = ?", (site[0],))
        pages -= sum(source == site[0] for _, source in self._out.values())
        articles: dict[str, set[str]] = defaultdict(set)
        for some in _parts(sorted(filter(can_be_kept, lines))):
            marks = ", ".join("?" * len(some))
            found = self._database.execute(
                f"SELECT line, number, page FROM lines JOIN articles USING (number, site) WHERE site = ? AND line IN ({marks})",
                (site[0], *some),
            )
            for line, number, page in found:
                if number not in self._out and len(articles[line]) < _ENOUGH:
                    articles[line].add(page)
        return Seen(pages, articles)

    def beside(self, sketches: Sequence[Sketch]) -> Beside:
        """What it holds that is compared with new articles. Raises ``CorpusIndexError``."""
        with told(self._path):
            return Nearby(self._database, {number: group for number, (group, _) in self._out.items()}).beside(sketches)

    def article(self, number: int) -> Article:
        """The article of a number that it holds. Raises ``CorpusIndexError``."""
        with told(self._path):
            [row] = self._database.execute(f"SELECT {ARTICLE} FROM articles WHERE number = ?", (number,))
            return read_article(self._database, row)


def _parts(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    return (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))
