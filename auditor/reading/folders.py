"""Finds the files to read at a path: the one named, or those of a folder and the folders below it.

Files that git ignores are passed over, as are hidden ones. No link in a folder is followed: a folder may be a stranger's, and
its links may lead to what is none of its business. A link to what is read by its own path says nothing; any other is a problem.
"""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from auditor.model import Problem
from auditor.reading.patterns import is_pattern, spec_of
from auditor.reading.text import problem

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IN_FOLDERS = frozenset({".txt", ".md", ".jsonl", ".csv", ".parquet"})
"""What is read of a folder without being named."""

_SPECIAL = "This is not a file or folder but a device, pipe or socket. Send what it holds to standard input and name -."
_EMPTY = (
    "No file in this folder ends in .txt, .md, .jsonl, .csv or .parquet, or all that do are hidden or ignored by git. "
    "Name the files themselves, or another folder."
)
_CIRCLE = "This link leads back to a folder it lies in, and was not followed. Remove the link; all else was read."
_NOT_FOLLOWED = (
    "This link leads to what is not read here, and was not followed: links in a folder may lead anywhere. "
    "Name the file or folder it leads to, or remove the link; all else was read."
)

RulesFor = Callable[[str], str]
"""For a folder as it really lies, the folder whose .gitignore counts for it."""

Rules = tuple[tuple[str, "GitIgnoreSpec"], ...]
"""What the .gitignore files from the outermost in ask for, each with the way from its folder down to this one."""


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder to enter, where it really lies, and the rules from above it."""

    path: str
    real: str
    rules: Rules


@dataclass(slots=True)
class _Seen:
    """Where the files and folders really lie that were come by; the links, by where they lie, with where they lead."""

    places: set[str]
    links: list[tuple[str, str, str]]

    def problems(self) -> Iterator[Problem]:
        """What is to be said of the links: nothing where what they lead to is read by its own path."""
        for path, place, target in self.links:
            if PurePath(place).is_relative_to(target):
                yield problem(_CIRCLE, path)
            elif target not in self.places:
                yield problem(_NOT_FOLLOWED, path)


def beside(folder: str) -> str:
    """The folder itself: its own .gitignore counts for it."""
    return folder


def files(path: str, rules_for: RulesFor | None = beside) -> Iterator[str | Problem]:
    """The files at a path: itself, whatever its name, or those of a folder; or a problem in place of each.

    Whatever is neither file nor folder is never opened, so nothing can block. ``rules_for`` says whose .gitignore counts;
    for ``None`` nothing is ignored.
    """
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        yield problem(no_access(path, error), path)
        return
    if stat.S_ISDIR(mode):
        nothing = True
        for found in _walk(path, rules_for):
            nothing = False
            yield found
        if nothing:
            yield problem(_EMPTY, path)
    else:
        yield path if stat.S_ISREG(mode) else problem(_SPECIAL, path)


def no_access(path: str, error: OSError) -> str:
    """What to say of a path that cannot be opened."""
    if os.path.islink(path) and not os.path.exists(path):
        return "This link leads to nothing that exists. Mend or remove the link."
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder. Check the spelling and the folder the command is run in."
    return f"It cannot be read: {error.strerror}. Check its permissions."


def _walk(root: str, rules_for: RulesFor | None) -> Iterator[str | Problem]:
    """The files of a folder and those below it, or problems in their place."""
    try:
        real = os.path.realpath(root)
        waiting = deque([_Folder(root, real, _rules_above(real, rules_for))])
    except OSError as error:
        yield _refused(error, root)
        return
    seen = _Seen(set(), [])
    while waiting:
        folder = waiting.popleft()
        seen.places.add(folder.real)
        yield from _enter(folder, rules_for, waiting, seen)
    yield from seen.problems()


def _enter(
    folder: _Folder, rules_for: RulesFor | None, waiting: deque[_Folder], seen: _Seen
) -> Iterator[str | Problem]:
    """The files of one folder; the folders in it join those that wait, the links those that were seen."""
    try:
        entries = list(_entries(folder, rules_for))
    except OSError as error:
        yield _refused(error, folder.path)
        return
    for entry, rules in entries:
        path = PurePath(folder.path, entry.name).as_posix()
        real = os.path.join(folder.real, entry.name)
        try:
            mode = entry.stat().st_mode
        except OSError as error:
            yield problem(no_access(path, error), path)
            continue
        if not stat.S_ISDIR(mode) and PurePath(path).suffix.lower() not in IN_FOLDERS:
            continue
        if entry.is_symlink():
            seen.links.append((path, real, os.path.realpath(real)))
        elif stat.S_ISDIR(mode):
            waiting.appendleft(_Folder(path, real, _down(rules, entry.name)))
        elif stat.S_ISREG(mode):
            seen.places.add(real)
            yield path
        else:
            yield problem(_SPECIAL, path)


def _refused(error: OSError, folder: str) -> Problem:
    path = error.filename if isinstance(error.filename, str) else folder
    return problem(no_access(path, error), PurePath(path).as_posix())


def _entries(folder: _Folder, rules_for: RulesFor | None) -> Iterator[tuple[os.DirEntry[str], Rules]]:
    """What a folder holds, in order, without the hidden and the ignored. Raises ``OSError``."""
    rules = (*folder.rules, *_rules_of(folder.real, rules_for))
    with os.scandir(folder.path) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if not entry.name.startswith(".") and not _ignored(entry.name + "/" * entry.is_dir(), rules):
                yield entry, rules


def _down(rules: Rules, name: str) -> Rules:
    return tuple((f"{way}{name}/", spec) for way, spec in rules)


def _rules_above(folder: str, rules_for: RulesFor | None) -> Rules:
    """The rules of the repository a folder lies in; none if they ignore the folder itself, since it was asked for."""
    above: list[str] = []
    here = folder
    while not os.path.exists(os.path.join(here, ".git")):
        above.append(here)
        here = os.path.dirname(here)
        if here == above[-1]:
            return ()
    rules: Rules = ()
    for below in reversed(above):
        rules = (*rules, *_rules_of(os.path.dirname(below), rules_for))
        if _ignored(os.path.basename(below) + "/", rules):
            return ()
        rules = _down(rules, os.path.basename(below))
    return rules


def _rules_of(folder: str, rules_for: RulesFor | None) -> Rules:
    """The rules of a folder's own .gitignore, which as for git is no link. Raises ``OSError`` where it cannot be read."""
    if rules_for is None:
        return ()
    path = os.path.join(rules_for(folder), ".gitignore")
    if os.path.islink(path) or not os.path.isfile(path):
        return ()
    with open(path, encoding="utf-8-sig", errors="replace") as lines:
        return (("", spec_of(filter(is_pattern, lines))),)


def _ignored(name: str, rules: Rules) -> bool:
    """Whether an entry is to be passed over: the .gitignore nearest to it that speaks of it decides."""
    for way, spec in reversed(rules):
        verdict = spec.check_file(way + name).include
        if verdict is not None:
            return verdict
    return False
