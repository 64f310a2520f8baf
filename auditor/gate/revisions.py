"""A revision of a git repository as a folder: its articles as they were, and the settings and decisions that it goes by.

Files are written out as they are asked for, into a temporary folder that is the root of a repository of its own as far as
rules of .gitignore files and settings go.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from auditor.gate.git import GitError, commit_of, root_of, tree_of, write_out
from auditor.model import Document
from auditor.reading import Reading, read
from auditor.reading.folders import beside
from auditor.reading.text import STDIN


class RevisionError(Exception):
    """A revision cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit of the repository at ``root``, its files by name with their objects, and the folder they are written to."""

    root: Path
    name: str
    commit: str
    tree: Mapping[str, str]
    folder: Path
    _written: set[str] = field(default_factory=set, repr=False)

    def inside(self, path: str | os.PathLike[str]) -> str:
        """The name in the tree that a path of the working tree has; it may begin with ``..``."""
        return PurePosixPath(os.path.relpath(os.path.realpath(path), self.root)).as_posix()

    def there(self, path: str | os.PathLike[str]) -> Path:
        """Where in the folder a path of the working tree would lie; whatever is there has to be asked for."""
        return self.folder / self.inside(path)

    def here(self, path: str | os.PathLike[str]) -> Path:
        """Where in the working tree a path in the folder would lie; another path as it is."""
        full = Path(os.path.normpath(path))
        return self.root / full.relative_to(self.folder) if full.is_relative_to(self.folder) else full

    def named(self, path: str) -> Path:
        """A file that settings of the revision name, as it was then; one outside of the repository as it is.

        Raises ``RevisionError``.
        """
        full = Path(os.path.normpath(path))
        top = next((top for top in (self.folder, self.root) if full.is_relative_to(top)), None)
        if top is None:
            return full
        name = full.relative_to(top).as_posix()
        self.bring(lambda one: one == name)
        return self.folder / name

    def rules_for(self, folder: str) -> str:
        """The folder whose .gitignore counts, in the working tree, for one that really lies there: as it was then."""
        real = Path(folder)
        return str(self.folder / real.relative_to(self.root)) if real.is_relative_to(self.root) else folder

    def told(self, message: str) -> str:
        """A message with the name of the revision in place of the folder."""
        return message.replace(f"{self.folder}{os.sep}", f"{self.name}:")

    def bring(self, wanted: Callable[[str], bool]) -> None:
        """Write out the files whose names are wanted. Raises ``RevisionError``."""
        more = {name: blob for name, blob in self.tree.items() if name not in self._written and wanted(name)}
        try:
            write_out(self.root, more, self.folder)
        except GitError as error:
            raise RevisionError(f"{self.commit} cannot be read. {error}") from error
        self._written.update(more)

    def read(self, paths: Sequence[str], *, ignoring: bool = True) -> Reading:
        """What ``read`` would have read at the paths; a path that was not there is nothing. Raises ``RevisionError``."""
        given = {path: self.inside(path) for path in paths if path != STDIN}
        self.bring(lambda name: _is_at(name, given.values()))
        names = {os.path.join(self.folder, where): path for path, where in given.items()}
        there = [name for name in names if os.path.exists(name)]
        return _renamed(read(there, rules_for=beside if ignoring else None), names)


@contextmanager
def opened(paths: Sequence[str], revision: str) -> Iterator[Revision]:
    """The revision of the repository that the paths lie in; standard input has no past and names none.

    Raises ``RevisionError`` outside of a repository, for paths of several, for an unknown revision, for a tree that no
    folder can hold, and where git is not installed.
    """
    root = _root([path for path in paths if path != STDIN] or ["."])
    try:
        commit = commit_of(root, revision)
        if commit is None:
            raise RevisionError(f"{root} has no revision {revision!r}. In a shallow clone, fetch it first.")
        tree = tree_of(root, commit)
    except GitError as error:
        raise RevisionError(str(error)) from error
    with tempfile.TemporaryDirectory(prefix="auditor-") as made:
        folder = Path(os.path.realpath(made))
        # Rules of .gitignore files and settings are sought up to the root of a repository, which this marks.
        (folder / ".git").mkdir()
        found = Revision(root, revision, commit, tree, folder)
        found.bring(lambda name: PurePosixPath(name).name == ".gitignore")
        yield found


def _root(paths: Sequence[str]) -> Path:
    roots = {path: root_of(path) for path in paths}
    for path, root in roots.items():
        if root is None:
            raise RevisionError(f"{path} is in no git repository, so there is no revision to compare with.")
    found = sorted({root for root in roots.values() if root})
    if len(found) > 1:
        raise RevisionError(
            f"The paths are of several repositories: {', '.join(map(str, found))}. Audit one at a time."
        )
    return found[0]


def _is_at(name: str, wanted: Iterable[str]) -> bool:
    """Whether a name of the tree is one of those wanted, or below it."""
    return any(PurePosixPath(name).is_relative_to(one) for one in wanted)


def _renamed(reading: Reading, names: Mapping[str, str]) -> Reading:
    """The documents under the names that they have in the working tree."""

    def back(name: str) -> str:
        for copy, original in sorted(names.items(), reverse=True):
            plain = PurePosixPath(os.path.normpath(copy)).as_posix()
            if name == plain or name.startswith((f"{plain}/", f"{plain}#")):
                return PurePosixPath(f"{PurePosixPath(original).as_posix()}{name[len(plain) :]}").as_posix()
        return name

    def renamed(document: Document) -> Document:
        return replace(document, id=back(document.id), path=document.path and back(document.path))

    documents = sorted(map(renamed, reading.documents), key=lambda document: document.id)
    problems = (replace(problem, document=back(problem.document)) for problem in reading.problems)
    return Reading(tuple(documents), tuple(problems))
