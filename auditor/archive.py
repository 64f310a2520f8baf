"""The archive: documents are read as an audit reads them, and what is made of each is kept in an index, for new ones to be held against.

An update reads only what is new or not as before: a document counts as it was where its text, all that is told with it, and the
lines that recur on the pages of its source are. It belongs to the file that it was read from. Where that file, or a folder it lies in,
is among the paths of an update and the document is not found there any more, it is taken out; so it stays where something at its
place could not be read, and where it came from standard input. Places are told from the folder of the index, so that an index and
what it was made of can be moved together.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePath

from auditor import __version__
from auditor.languages.installed import Packs
from auditor.model import Document, Problem
from auditor.reading.text import STDIN
from auditor.residue.classes import Classes
from auditor.residue.recurrence import nothing
from auditor.steps.carrying import Engine, here
from auditor.steps.map import DocumentTask, Means, carry_out, document_tasks
from auditor.store.files import alone
from auditor.store.index.ask import Index
from auditor.store.index.write import Entry, Writer, built, updated
from auditor.store.provenance import made_by


@dataclass(frozen=True, slots=True)
class Done:
    """What an index was changed by: how many articles were put in, were changed, were taken out, and are as they were.

    ``unfit`` are the ids of documents that an index cannot hold: a name of theirs is too long or no UTF-8, or they are too large.
    """

    new: int
    changed: int = 0
    removed: int = 0
    same: int = 0
    unfit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Archive:
    """An index that documents are put into, and by what they are read: ``rules`` tells of it as a whole.

    ``waiting`` is told when another run is at work on the index.
    """

    path: Path
    rules: str
    means: Means = field(default_factory=Means.of)
    engine: Engine = here
    waiting: Callable[[], None] = lambda: None

    def build(self, documents: Iterable[Document]) -> Done:
        """Make it anew of the documents, over what was there. Raises ``CorpusIndexError``."""
        tasks = document_tasks(documents, nothing)
        with alone(self.path, self.waiting), built(self.path, self.rules, __version__) as writer:
            unfit = self._put(writer, tasks)
        return Done(len(tasks) - len(unfit), unfit=unfit)

    def update(
        self, documents: Iterable[Document], paths: Sequence[str] = (), problems: Iterable[Problem] = ()
    ) -> Done:
        """Put the documents in, and take out what is no more at the paths they were read from; ``problems`` were met there.

        Raises ``CorpusIndexError``.
        """
        given = list(documents)
        ids = {document.id for document in given}
        with alone(self.path, self.waiting):
            with closing(Index(self.path, self.rules)) as index:
                held = index.held()
                is_gone = self._gone(paths, problems)
                gone = {one: of.number for one, of in held.items() if one not in ids and is_gone(of.place)}
                known = {one: of.number for one, of in held.items() if one in ids}
                index.leave_out_numbers([*gone.values(), *known.values()])
                tasks = document_tasks(given, index.seen)
            fresh = [one for one in tasks if one.document.id not in held or held[one.document.id].content != one.key]
            old = [known[task.document.id] for task in fresh if task.document.id in known]
            if not fresh and not gone:
                return Done(0, same=len(tasks))
            with updated(self.path) as writer:
                for number in (*gone.values(), *old):
                    writer.remove(number)
                unfit = self._put(writer, fresh)
        return Done(len(fresh) - len(old) - len(unfit), len(old), len(gone), len(tasks) - len(fresh), unfit)

    def _put(self, writer: Writer, tasks: Sequence[DocumentTask]) -> tuple[str, ...]:
        """Examine the documents and put them in; the ids of those that do not fit."""
        means = replace(self.means, compared=True)
        examined = zip(tasks, self.engine(partial(carry_out, means), tasks), strict=True)
        entries = (Entry(one.article, one.sketch, task.key, self._place(task.document)) for task, one in examined)
        return tuple(entry.article.document.id for entry in entries if not writer.put(entry))

    def _place(self, document: Document) -> str:
        """Where a document was read from, as told from the folder of the index; ``-`` where that is no file."""
        if not document.path:
            return STDIN
        try:
            return PurePath(os.path.relpath(document.path, self.path.absolute().parent)).as_posix()
        except ValueError:  # on another drive
            return Path(document.path).absolute().as_posix()

    def _gone(self, paths: Iterable[str], problems: Iterable[Problem]) -> Callable[[str], bool]:
        """Whether what was read from a place, and is not found again, is no more."""
        told = [problem.document for problem in problems]
        if not all(told):
            return lambda place: False
        given = {os.path.abspath(path) for path in paths if path != STDIN}
        unread = {os.path.abspath(name) for one in told for name in _files(one)}

        def is_gone(place: str) -> bool:
            at = os.path.normpath(self.path.absolute().parent / place)
            return place != STDIN and _lies_in(at, given) and not _lies_in(at, unread)

        return is_gone


def _files(name: str) -> Iterator[str]:
    """The file that a problem is of, whether it names a row of it or the file."""
    yield name
    for mark in "#:":
        file, found, row = name.rpartition(mark)
        if found and row.isdigit():
            yield file


def _lies_in(path: str, places: Collection[str]) -> bool:
    """Whether a path is one of these, or lies in one."""
    return path in places or any(str(parent) in places for parent in PurePath(path).parents)


def rules(languages: Packs, classes: Classes, around: str | None = None) -> str:
    """What tells of the tool and of all by which articles are read for an index; ``around`` as ``surroundings`` says it."""
    return made_by("index", languages, classes.names, around=around)
