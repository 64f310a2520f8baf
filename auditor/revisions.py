"""Articles as a revision of a git repository has them: what the gate knew before a change."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from auditor.model import Document
from auditor.reading import Reading, read
from auditor.reading.text import STDIN

_FILE_MODES = (b"100644", b"100755")


class RevisionError(Exception):
    """A revision cannot be read; the message says why."""


class _GitError(RevisionError):
    """Git failed; the message is what it says itself, ways out included."""


def read_revision(paths: Sequence[str], revision: str) -> Reading:
    """What ``read`` would have read at the paths in the tree of the revision; a path that was not there is nothing.

    Standard input has no past and is passed over. Raises ``RevisionError`` outside of a repository, for paths of
    several, for an unknown revision, and where git is not installed.
    """
    given = [path for path in paths if path != STDIN]
    if not given:
        return Reading((), ())
    root = _root(given)
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except _GitError as error:
        raise RevisionError(f"{root} has no revision {revision!r}. In a shallow clone, fetch it first.") from error
    inside = {path: os.path.relpath(os.path.realpath(path), root) for path in given}
    with tempfile.TemporaryDirectory(prefix="auditor-") as folder:
        # Rules of .gitignore files end at the repository's root, which this marks.
        Path(folder, ".git").mkdir()
        _write_out(root, commit.decode().strip(), set(inside.values()), Path(folder))
        names = {os.path.join(folder, where): path for path, where in inside.items()}
        there = [name for name in names if os.path.exists(name)]
        return _renamed(read(there), names)


def _renamed(reading: Reading, names: dict[str, str]) -> Reading:
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


def _root(paths: Sequence[str]) -> str:
    roots = set()
    for path in paths:
        folder = Path(os.path.realpath(path))
        while not folder.is_dir():
            folder = folder.parent
        try:
            top = _git(str(folder), "rev-parse", "--show-toplevel")
        except _GitError as error:
            told = f"{path} is in no git repository that can be used, so there is no revision to compare with."
            raise RevisionError(f"{told} {error}") from error
        roots.add(os.path.realpath(os.fsdecode(top.rstrip(b"\r\n"))))
    if len(roots) > 1:
        raise RevisionError(f"The paths are of several repositories: {', '.join(sorted(roots))}. Audit one at a time.")
    return roots.pop()


def _write_out(root: str, commit: str, wanted: set[str], folder: Path) -> None:
    """Write the files at or below the wanted paths, and all rules of what to ignore, into the folder."""
    entries = [(blob, name) for blob, name in _tree(root, commit) if _is_wanted(name, wanted)]
    asked = b"".join(blob + b"\n" for blob, _ in entries)
    contents = _git(root, "cat-file", "--batch", given=asked)
    at = 0
    for _, name in entries:
        head_end = contents.index(b"\n", at)
        _, found, *sizes = contents[at:head_end].split()
        if not sizes:
            raise RevisionError(
                f"{root}: {name} is {found.decode()} in this clone, so {commit} cannot be read. Fetch it."
            )
        size = int(sizes[0])
        at = head_end + 1 + size + 1
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(contents[head_end + 1 : head_end + 1 + size])


def _tree(root: str, commit: str) -> Iterator[tuple[bytes, str]]:
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit)
    for line in listed.split(b"\0"):
        about, _, name = line.partition(b"\t")
        if about.startswith(_FILE_MODES):
            yield about.split()[2], os.fsdecode(name)


def _is_wanted(name: str, wanted: set[str]) -> bool:
    path = PurePosixPath(name)
    return path.name == ".gitignore" or any(path.is_relative_to(PurePosixPath(Path(one).as_posix())) for one in wanted)


def _git(folder: str, *args: str, given: bytes = b"") -> bytes:
    """What git prints. Raises ``RevisionError`` where it is not installed, or fails."""
    # A hook may name its repository, and git would then take any folder for the root of that one.
    environment = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE")}
    command = ("git", "-C", folder, *args)
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False, env=environment)
    except FileNotFoundError as error:
        raise RevisionError("git is not installed, so no revision can be read.") from error
    if done.returncode:
        raise _GitError(f"git says: {' '.join(done.stderr.decode(errors='replace').split())}")
    return done.stdout
